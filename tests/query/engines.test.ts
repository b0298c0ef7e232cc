import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Store } from "oxigraph";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { readNamedQueries } from "../../src/cli/named-queries.ts";
import { type Answer, sizeOf } from "../../src/query/answer.ts";
import { bound } from "../../src/query/bind.ts";
import { checkQuery, evaluate } from "../../src/query/evaluate.ts";
import type { Given, NamedQuery, Parameter } from "../../src/query/named.ts";
import { prefixesOf } from "../../src/query/prefixes.ts";
import { answerKey, comunicaOn, hasRdflib, rdflibAnswers } from "./other-engines.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ROOT = join(import.meta.dirname, "..", "..");
const turtle = readFileSync(join(ROOT, "output", "graph.ttl"), "utf8");
const prefixes = prefixesOf(turtle);
const store = new Store();
store.load(turtle, { format: "text/turtle" });
const named = readNamedQueries();

/** A value that says something of the sample, by parameter; or by query and parameter, where one does not suit all. */
const VALUES: ReadonlyMap<string, string> = new Map([
  ["accused", "United States"],
  ["accuser", "Russian armed forces"],
  ["claim", firstClaim()],
  ["does", "backs"],
  ["least", "0.9"],
  ["independent-sources least", "2"],
  ["outlet", "Levant Courier"],
  ["place", "raqqa"],
  ["relation", "opposes"],
  ["speaker", "ent:RussianArmedForces"],
  ["text", "sYRIa"],
  ["who", "Iran"],
  ["whom", "Syria"],
]);

function firstClaim(): string {
  const rows = store.query(
    "SELECT ?c { ?c a <https://w3id.org/whosays/ontology#Claim> } ORDER BY ?c LIMIT 1",
  );
  return (rows as Map<string, { value: string }>[])[0]?.get("c")?.value ?? "";
}

function given(query: NamedQuery, parameter: Parameter): Given {
  const value = VALUES.get(`${query.name} ${parameter.name}`) ?? VALUES.get(parameter.name);
  if (value === undefined)
    throw new Error(`${query.name}: add a value for the parameter "${parameter.name}" to VALUES`);
  return { parameter, value };
}

/** A named query with some of its parameters given. */
interface Case {
  readonly name: string;
  readonly query: NamedQuery;
  readonly given: readonly Given[];
}

/** Each query with what it needs alone, and with each other parameter besides. */
function casesOf(query: NamedQuery): readonly Case[] {
  const needed = query.parameters.filter((one) => one.needed);
  const more = query.parameters.filter((one) => !one.needed).map((one) => [...needed, one]);
  return [needed, ...more].map((parameters) => {
    const all = parameters.map((one) => given(query, one));
    return {
      name: [query.name, ...all.map(({ parameter, value }) => `${parameter.name}=${value}`)].join(" "),
      query,
      given: all,
    };
  });
}

const cases = named.flatMap(casesOf);
const textOf = ({ query, given }: Case) => checkQuery(bound(store, query, given, prefixes), prefixes).text;
const ours = (one: Case) =>
  evaluate(store, checkQuery(bound(store, one.query, one.given, prefixes), prefixes));

test("all files of ontology/queries are asked", () => {
  const files = readdirSync(join(ROOT, "ontology", "queries")).sort();
  expect(files).toEqual(named.map(({ name }) => `${name}.rq`));
  expect(files.length).toBeGreaterThanOrEqual(12);
});

describe.for(named)("$name", (query) => {
  const [plain, ...narrower] = casesOf(query) as [Case, ...Case[]];

  test("says in its head what it is, and has a place for each parameter", () => {
    expect([query.title, query.about].map((words) => words.length > 8)).toEqual([true, true]);
    const heads = query.text.match(/^# with .*$/gm) ?? [];
    const places = query.text.match(/^[ \t]*# \?\w+ is put here\.$/gm) ?? [];
    expect(heads).toHaveLength(query.parameters.length);
    expect(places.map((line) => line.trim())).toEqual(
      query.parameters.map(({ name }) => `# ?${name} is put here.`),
    );
  });

  test("says something of the sample, and nothing leaks", () => {
    const answer = ours(plain);
    if (query.name === "leak") expect(answer).toEqual({ form: "ask", yes: false });
    else expect(sizeOf(answer)).toBeGreaterThan(0);
  });

  test.for(narrower)("$name is a part of it, and not all", (one) => {
    const [all, part] = [answerKey(ours(plain)), answerKey(ours(one))];
    expect(part.length).toBeGreaterThan(0);
    expect(part.length).toBeLessThan(all.length);
    expect(part.filter((row) => !all.includes(row))).toEqual([]);
  });
});

test("leak says yes where a fact is told by no claim, or a claim says what is no fact", () => {
  const leak = named.find(({ name }) => name === "leak") as NamedQuery;
  const kg = "https://w3id.org/whosays/ontology#";
  const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  const claim = (asserted: boolean) =>
    `<urn:c> <${kg}asserted> ${asserted} ; <${rdf}subject> <urn:s> ; <${rdf}predicate> <urn:p> ; <${rdf}object> <urn:o> .`;
  const answers = [claim(true), `${claim(false)} <urn:s> <urn:p> <urn:o> .`, claim(false)].map((text) => {
    const graph = new Store();
    graph.load(text, { format: "text/turtle" });
    return evaluate(graph, checkQuery(leak.text, prefixes));
  });
  expect(answers).toEqual([true, true, false].map((yes) => ({ form: "ask", yes })));
});

describe("Comunica", () => {
  const ask = comunicaOn(turtle);

  test.for(cases)("gives the same for $name", async (one) => {
    expect(answerKey(await ask(textOf(one)))).toEqual(answerKey(ours(one)));
  });
});

describe.skipIf(!hasRdflib)("rdflib (skipped where it is missing)", () => {
  let answers: readonly Answer[] = [];
  beforeAll(() => {
    answers = rdflibAnswers(turtle, cases.map(textOf));
  });

  test.for(cases.map((one, i) => ({ ...one, i })))("gives the same for $name", (one) => {
    expect(answerKey(answers[one.i] as Answer)).toEqual(answerKey(ours(one)));
  });
});

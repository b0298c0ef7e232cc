import fc from "fast-check";
import { Store } from "oxigraph";
import { describe, expect, test } from "vitest";
import { bound } from "../../src/query/bind.ts";
import { checkQuery, evaluate } from "../../src/query/evaluate.ts";
import {
  iriTerm,
  literalOf,
  type NamedQuery,
  numberOf,
  readNamedQuery,
  withValues,
} from "../../src/query/named.ts";
import { piecesOf } from "../../src/query/pieces.ts";
import { prefixesOf } from "../../src/query/prefixes.ts";
import { QueryError } from "../../src/query/query-error.ts";
import { hostileName, hostilePieces } from "../support/hostile.ts";

const TEXT = `# Who has it
# Who has a name,
# and what they do.
# with name (text, needed): a name: any part
# with who (entity): who
# with does (relation): what
# with claim (claim): a claim
# with least (number): how many
# with odd (colour): no such kind
SELECT ?who ?does WHERE {
  # ?name is put here.
  # ?who is put here.
  # ?does is put here.
  # ?claim is put here.
  # ?least is put here.
  ?who ?does ?name .
}`;
const query = readNamedQuery("who-has", TEXT);

const GRAPH = `
  @prefix kg: <https://w3id.org/whosays/ontology#> .
  @prefix ent: <https://w3id.org/whosays/entity/> .
  @prefix claim: <https://w3id.org/whosays/claim/> .
  @prefix open: <https://w3id.org/whosays/open/> .
  @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix owl: <http://www.w3.org/2002/07/owl#> .
  @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
  kg:State a owl:Class ; rdfs:label "state" .
  kg:backs a owl:ObjectProperty ; rdfs:label "backs" .
  open:flyOver a rdf:Property ; rdfs:label "fly over" .
  ent:Turkey a kg:State ; rdfs:label "Türkiye" ; skos:altLabel "İstanbul's \\"state\\"", "state" .
  ent:d_x a kg:State ; rdfs:label "backs" .
  ent:d_y a kg:State ; rdfs:label "TÜRKIYE" .`;
const prefixes = prefixesOf(GRAPH.replace(/^ +/gm, "").trim());
const store = new Store();
store.load(GRAPH, { format: "text/turtle" });

/** The terms that are put in for a value of a parameter, in short, or what is wrong with it. */
function termsFor(name: string, value: string): string {
  const parameter = query.parameters.find((each) => each.name === name);
  if (!parameter) throw new Error(`no parameter ${name}`);
  try {
    const text = bound(store, query, [{ parameter, value }], prefixes);
    return new RegExp(`VALUES \\?${name} \\{ (.*) \\}`).exec(text)?.[1] ?? "nothing is put in";
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return error.message;
  }
}

describe("a named query", () => {
  test("has a head", () => {
    expect([query.title, query.about]).toEqual(["Who has it", "Who has a name, and what they do."]);
    expect(query.parameters.map(({ name, kind, needed }) => `${name} ${kind} ${needed}`)).toEqual([
      "name text true",
      "who entity false",
      "does relation false",
      "claim claim false",
      "least number false",
    ]);
    expect(query.parameters[0]?.about).toBe("a name: any part");
  });

  test("is called by its name where it has no head", () => {
    expect(readNamedQuery("plain", "ASK {}")).toEqual({
      name: "plain",
      title: "plain",
      about: "",
      parameters: [],
      text: "ASK {}",
    });
  });

  test("means the same without values", () => expect(withValues(query, new Map())).toBe(TEXT));

  test.for([
    ["who", "Türkiye", "<https://w3id.org/whosays/entity/Turkey> <https://w3id.org/whosays/entity/d_y>"],
    ["who", "turkey", "<https://w3id.org/whosays/entity/Turkey>"],
    ["who", 'i̇stanbul\'s "STATE"', "<https://w3id.org/whosays/entity/Turkey>"],
    ["who", "state", "<https://w3id.org/whosays/entity/Turkey>"],
    ["who", "backs", "<https://w3id.org/whosays/entity/d_x>"],
    ["who", "ent:Nobody", "<https://w3id.org/whosays/entity/Nobody>"],
    ["who", "<https://example.org/a>", "<https://example.org/a>"],
    ["who", "https://example.org/a", "<https://example.org/a>"],
    [
      "who",
      "Nobody",
      'with who: nothing here is called "Nobody"; look for its name with whosays query DIR --name find',
    ],
    ["who", "ent:a> } #", 'with who: nothing here is called "ent:a> } #"'],
    ["who", "https://a> }", 'with who: nothing here is called "https://a> }"'],
    ["does", "BACKS", "<https://w3id.org/whosays/ontology#backs>"],
    ["does", "flyover", "<https://w3id.org/whosays/open/flyOver>"],
    ["does", "fly over", "<https://w3id.org/whosays/open/flyOver>"],
    ["does", "state", 'with does: nothing here is called "state"; look for its name with label or kg:… name'],
    ["claim", "claim:abc", "<https://w3id.org/whosays/claim/abc>"],
    ["claim", "backs", 'with claim: "backs" is no claim; write it as claim:… from another answer'],
    ["least", "0.50", "0.50"],
    ["least", "-2", "-2"],
    ["least", "1e3", 'with least: "1e3" is no number'],
    ["least", "1 } #", 'with least: "1 } #" is no number'],
    ["name", 'a"b\\c', '"a\\"b\\\\c"'],
    ["name", "a\n# ?who is put here.\n", '"a\\u000a# ?who is put here.\\u000a"'],
  ] as const)("takes --with %s=%j", ([name, value, terms]) => {
    const found = termsFor(name, value);
    expect(found.replace(/^--/, "").slice(0, terms.length)).toBe(terms);
    if (terms.startsWith("<") || terms.startsWith('"')) expect(found).toBe(terms);
  });
});

const hostile = fc.oneof(
  hostileName(),
  fc.constantFrom(...hostilePieces),
  fc.constantFrom(
    '" } #',
    "'''",
    '"""',
    "\\",
    '\\"',
    "> } UNION { ?s ?p ?o",
    "\n# ?who is put here.\n",
    "ent:a> <b",
    "ent:a\\u003e",
    "$&",
  ),
  fc.string({ unit: "binary" }),
);

describe("whatever somebody writes", () => {
  test("is one literal of the same text", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const rows = store.query(`SELECT (${literalOf(text)} AS ?x) {}`) as Map<string, { value: string }>[];
        expect(rows.map((row) => [...row].map(([, { value }]) => value))).toEqual([[text.toWellFormed()]]);
        expect(piecesOf(literalOf(text))).toHaveLength(1);
      }),
    );
  });

  test("is one IRI or none", () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom("", "ent:", "https://w3id.org/whosays/entity/"), (text, head) => {
        const term = iriTerm(head + text);
        if (term === undefined) return;
        expect(piecesOf(term).map(({ kind }) => kind)).toEqual(["iri"]);
        expect(term).toBe(`<${head}${text}>`);
      }),
    );
  });

  test("is one number or none", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.double().map(String), fc.integer().map(String)), (text) => {
        const number = numberOf(text);
        if (number !== undefined) expect(Number(number)).toBe(Number(text));
        if (/[^-+.\d]/.test(text)) expect(number).toBeUndefined();
      }),
    );
  });

  const given = fc
    .constantFrom(...query.parameters)
    .chain((parameter) =>
      fc
        .tuple(
          fc.constantFrom("", "ent:", "claim:", "https://w3id.org/whosays/entity/", "<https://a/"),
          hostile,
        )
        .map(([head, text]) => ({ parameter, value: head + text })),
    );

  test("changes no named query but by one line of VALUES, and is refused otherwise", () => {
    fc.assert(
      fc.property(fc.array(given, { minLength: 1, maxLength: 3 }), (all) => {
        const names = all.map(({ parameter }) => parameter.name);
        try {
          const text = bound(store, query, all, prefixes);
          expect(shapeOf(text)).toBe(shapeOf(withPlainValues(query, names)));
          expect(evaluate(store, checkQuery(text, prefixes)).form).toBe("rows");
        } catch (error) {
          if (!(error instanceof QueryError)) throw error;
          expect(error.message).toMatch(/^--with |is no IRI$/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** A query with each parameter as one harmless value. */
function withPlainValues(named: NamedQuery, names: readonly string[]): string {
  return withValues(named, new Map(names.map((name) => [name, ['"x"']] as const)));
}

/** A query without its comments and with every list of values made the same. */
function shapeOf(text: string): string {
  const pieces = piecesOf(text).filter(({ kind }) => kind !== "comment");
  const words = pieces.map(({ kind, text }) => (kind === "word" ? text : kind));
  return words.join(" ").replace(/(VALUES \?\w+ \{)(?: (?:iri|string|[-+]?\d+(?:\.\d+)?))+ \}/g, "$1 }");
}

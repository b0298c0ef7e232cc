import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Store } from "oxigraph";
import { expect, test } from "vitest";
import { fetchInputs, findInputs } from "../src/cli/inputs.ts";
import { loadOverrides } from "../src/corrections/load.ts";
import { wholeText } from "../src/export/text.ts";
import { turtle } from "../src/export/turtle.ts";
import { isAsserted } from "../src/model/stance.ts";
import { build } from "../src/pipeline.ts";
import { settingsFor } from "./support/graphs.ts";
import { ontology } from "./support/ontology.ts";
import { parser } from "./support/parser.ts";
import { whosays } from "./support/run-whosays.ts";

const root = join(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const { graph, account } = build(fetchInputs(findInputs([join(root, "seeds")])), ontology, parser);
const written = wholeText(
  turtle.write(graph, { ...settingsFor(), ontology, base: "https://w3id.org/whosays/" }),
);

/** The first fenced block of a language. */
function fenced(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? "";
}

test("the figures are those of the sample run", () => {
  const asserted = graph.claims.filter(({ stance }) => isAsserted(stance)).length;
  expect(readme).toContain(
    `${account.documents.used.length} of ${account.documents.read} articles read, ${account.sentences} sentences`,
  );
  expect(readme).toContain(
    `${graph.claims.length} claims about ${graph.entities.length} entities: ${asserted} asserted,`,
  );
  expect(readme).toContain(
    `${account.triples.read} triples = ${account.triples.merged} merged + ${account.triples.rejected} rejected`,
  );
});

test("the facts shown stand in the Turtle of the sample run, which is kept up to date", () => {
  for (const line of fenced("turtle")
    .split("\n")
    .filter((text) => text !== "")) {
    expect(written).toContain(line.replace(/ …$/, ""));
  }
  expect(readFileSync(join(root, "output", "graph.ttl"), "utf8")).toBe(written);
});

test("the corrections shown apply, but for what is told, and parting gives the reason shown", () => {
  const section = readme.split("## Correcting who is who")[1] ?? "";
  const [, json = "", , note = "", , reasons = ""] = section.split(/```\w*\n/);
  const overrides = loadOverrides({ name: "names.json", bytes: new TextEncoder().encode(json) }, ontology);
  const seeds = fetchInputs(findInputs([join(root, "seeds")]));
  const corrected = build(seeds, ontology, parser, "all", { overrides });
  const notes = corrected.account.warnings.filter(({ input }) => input === "names.json");
  expect(notes.map(({ input, reason }) => `  note: ${input} ${reason}\n`)).toEqual([note]);
  const lines = corrected.graph.entities.map((entity) => JSON.stringify({ reasons: entity.reasons }));
  expect(lines).toContain(`{${reasons.trim()}}`);
});

test("the query has the answers shown", () => {
  const store = new Store();
  store.load(written, { format: "text/turtle" });
  const query = fenced("sparql");
  const answers = (store.query(query) as Map<string, { value: string }>[]).map((row) =>
    ["speaker", "who", "does", "whom"].map((name) => row.get(name)?.value),
  );
  const shown = [...readme.matchAll(/^\| ([^|…]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)]
    .map(([, ...cells]) => cells)
    .filter(([first]) => first !== "speaker" && first !== "---");
  expect(shown.length).toBeGreaterThan(2);
  for (const row of shown) expect(answers).toContainEqual(row);
});

test("the question by name has the answer shown", { timeout: 60_000 }, async () => {
  const section = readme.split("## Asking it")[1] ?? "";
  const [, command = "", , answer] = section.split(/^```\n?/m);
  expect(command).toMatch(/^npx whosays query output /);
  const { stdout } = await whosays(root, ...command.trim().split(" ").slice(2));
  expect(stdout).toBe(answer);
});

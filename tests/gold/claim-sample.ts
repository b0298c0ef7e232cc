// Prints claims drawn from the Wikinews articles of 2019, as a sheet to be judged: `npm run sample:claims -- --count 100 --seed WORD`.
// The same count and seed draw the same claims; a larger count adds to them. `--ontology-only` and `--open-only` draw from one kind.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Claim } from "../../src/model/claim.ts";
import type { Graph } from "../../src/model/graph.ts";
import { hashOf } from "../../src/model/hash.ts";
import { byCodeUnit, distinct } from "../../src/model/order.ts";
import { build } from "../../src/pipeline.ts";
import type { Input } from "../../src/read/reader.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";

const ARTICLES = join(import.meta.dirname, "../../../shared/data/wikinews-2019.jsonl");
const COLUMNS = [
  ...["number", "verdict", "subject", "predicate", "object", "stance", "speakers", "date", "extractor"],
  ...["quote", "url"],
];

const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "100" },
    seed: { type: "string", default: "whosays" },
    "ontology-only": { type: "boolean", default: false },
    "open-only": { type: "boolean", default: false },
  },
});
if (!/^\d+$/.test(options.count)) throw new Error("--count is a number");

const { graph } = build(articles(), ontology, parser);
const sheet = [
  COLUMNS,
  ...drawn(graph.claims).map((claim, i) => [String(i + 1), "", ...cellsOf(claim, graph)]),
];
process.stdout.write(sheet.map((cells) => `${cells.map(oneLine).join("\t")}\n`).join(""));

/** Articles as files would hold them, with what is known of them as front matter. */
function articles(): readonly Input[] {
  const lines = readFileSync(ARTICLES, "utf8").split("\n");
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const { id, url, date, title, text } = JSON.parse(line);
      const told = { published: date, title, outlet: "Wikinews", url };
      const front = Object.entries(told).map(([key, value]) => `${key}: ${oneLine(value)}`);
      const file = ["---", ...front, "---", text].join("\n");
      return { id: `${id}.txt`, bytes: new TextEncoder().encode(file) };
    });
}

/** Claims in an order that the seed alone decides, so that a change of the program leaves most of a sample as it was. */
function drawn(claims: readonly Claim[]): readonly Claim[] {
  const { "ontology-only": ontologyOnly, "open-only": openOnly } = options;
  return claims
    .filter(({ open }) => (open ? !ontologyOnly : !openOnly))
    .map((claim) => ({ claim, place: hashOf(options.seed, claim.id) }))
    .sort((a, b) => byCodeUnit(a.place, b.place))
    .slice(0, Number(options.count))
    .map(({ claim }) => claim);
}

function cellsOf(claim: Claim, { entities, documents }: Graph): readonly string[] {
  const { subject, predicate, open, object, stance, time, evidence } = claim;
  const labelOf = (id: string) => entities.find((entity) => entity.id === id)?.label ?? id;
  const literal = object !== null && "value" in object ? [object.value, object.unit ?? ""].join(" ") : "-";
  const { polarity, certainty, temporality, modality, speakers } = stance;
  const plain = new Set(["positive", "certain", "nonfuture", "actual"]);
  const days = time && (time.start === time.end ? time.start : `${time.start} to ${time.end}`);
  const [{ quote, document }] = evidence;
  return [
    labelOf(subject),
    open ? `~${predicate}` : predicate,
    object !== null && "entity" in object ? labelOf(object.entity) : literal.trim(),
    [polarity, certainty, temporality, modality].filter((value) => !plain.has(value)).join(" "),
    speakers.map(labelOf).join(", "),
    days ?? "",
    distinct(evidence.map(({ extractor }) => extractor)).join(", "),
    quote,
    documents.find(({ id }) => id === document)?.url ?? document,
  ];
}

/** White space and controls would end a cell or a line. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

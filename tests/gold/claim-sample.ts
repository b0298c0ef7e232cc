// Prints claims drawn from the Wikinews articles of 2019, as a sheet to be judged: `npm run sample:claims -- --count 100 --seed WORD`.
// The same count and seed draw the same claims; a larger count adds to them. `--ontology-only` and `--open-only` draw from one kind,
// `--dated` from claims with a day.

import { parseArgs } from "node:util";
import type { Claim } from "../../src/model/claim.ts";
import type { Graph } from "../../src/model/graph.ts";
import { hashOf } from "../../src/model/hash.ts";
import { byCodeUnit, distinct } from "../../src/model/order.ts";
import { build } from "../../src/pipeline.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";
import { oneLine, wikinewsArticles } from "../support/wikinews.ts";

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
    dated: { type: "boolean", default: false },
  },
});
if (!/^\d+$/.test(options.count)) throw new Error("--count is a number");

const { graph } = build(wikinewsArticles(), ontology, parser);
const sheet = [
  COLUMNS,
  ...drawn(graph.claims).map((claim, i) => [String(i + 1), "", ...cellsOf(claim, graph)]),
];
process.stdout.write(sheet.map((cells) => `${cells.map(oneLine).join("\t")}\n`).join(""));

/** Claims in an order that the seed alone decides, so that a change of the program leaves most of a sample as it was. */
function drawn(claims: readonly Claim[]): readonly Claim[] {
  const { "ontology-only": ontologyOnly, "open-only": openOnly, dated } = options;
  return claims
    .filter(({ time }) => !dated || time !== undefined)
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
  const days =
    time && `${time.basis} ${time.start === time.end ? time.start : `${time.start} to ${time.end}`}`;
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

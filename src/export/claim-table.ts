import type { Claim, ClaimObject } from "../model/claim.ts";
import type { Graph } from "../model/graph.ts";
import { isAsserted } from "../model/stance.ts";
import { csvRow, type TableCell, tsvRow } from "./delimited.ts";
import type { Exporter, ExportSettings } from "./exporter.ts";
import { iriOf } from "./iri.ts";

/** A claim a row, with names for people and ids for programs, as spreadsheets open it. */
export const claimCsv = {
  format: "csv",
  fileName: "claims.csv",
  mediaType: "text/csv",
  write: (graph, settings) => rows(graph, settings, csvRow),
} satisfies Exporter;

/** The same with tabs between, no quotation marks, and no line breaks but between rows. */
export const claimTsv = {
  format: "tsv",
  fileName: "claims.tsv",
  mediaType: "text/tab-separated-values",
  write: (graph, settings) => rows(graph, settings, tsvRow),
} satisfies Exporter;

type Row = (cells: readonly TableCell[]) => string;

function* rows(graph: Graph, { base }: ExportSettings, row: Row): Iterable<string> {
  const labels = new Map(graph.entities.map(({ id, label }) => [id, label]));
  const labelOf = (id: string) => labels.get(id) ?? id;
  const columns = Object.entries(COLUMNS);
  yield row(columns.map(([name]) => name));
  for (const claim of graph.claims) yield row(columns.map(([, cell]) => cell(claim, labelOf, base)));
}

type Column = (claim: Claim, labelOf: (id: string) => string, base: string) => TableCell;

/** By name, in their order. */
const COLUMNS: Readonly<Record<string, Column>> = {
  id: ({ id }, _, base) => iriOf(base, "claim", id),
  subject: ({ subject }, labelOf) => labelOf(subject),
  predicate: ({ predicate }) => predicate,
  object: ({ object }, labelOf) => objectText(object, labelOf),
  unit: ({ object }) => (object !== null && "unit" in object ? object.unit : undefined),
  asserted: ({ stance }) => isAsserted(stance),
  polarity: ({ stance }) => stance.polarity,
  certainty: ({ stance }) => stance.certainty,
  temporality: ({ stance }) => stance.temporality,
  modality: ({ stance }) => stance.modality,
  speakers: ({ stance }, labelOf) => stance.speakers.map(labelOf).join("; "),
  start: ({ time }) => time?.start,
  end: ({ time }) => time?.end,
  confidence: ({ confidence }) => confidence,
  documents: ({ documents }) => documents,
  independentSources: ({ independentSources }) => independentSources,
  conflictsWith: ({ conflictsWith }, _, base) =>
    conflictsWith.map((id) => iriOf(base, "claim", id)).join(" "),
  open: ({ open }) => open,
  plover: ({ plover }) => plover,
  event: ({ event }, _, base) => iriOf(base, "event", event),
  subjectId: ({ subject }, _, base) => iriOf(base, "entity", subject),
  objectId: ({ object }, _, base) =>
    object !== null && "entity" in object ? iriOf(base, "entity", object.entity) : undefined,
  document: ({ evidence: [first] }) => first.document,
  quote: ({ evidence: [first] }) => first.quote,
};

/** Numbers stay numbers, so that a minus is no formula. */
function objectText(object: ClaimObject, labelOf: (id: string) => string): TableCell {
  if (object === null) return undefined;
  if ("entity" in object) return labelOf(object.entity);
  const number = object.datatype !== "string" && /^[+-]?\d+(?:\.\d+)?$/.test(object.value);
  return number && String(Number(object.value)) === object.value ? Number(object.value) : object.value;
}

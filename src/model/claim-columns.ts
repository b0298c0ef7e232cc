import type { Claim, ClaimObject, Evidence } from "./claim.ts";
import type { TableCell } from "./delimited.ts";
import { iriOf } from "./iri.ts";
import { isAsserted } from "./stance.ts";

/** What tables tell of a claim: of its evidence the first sentence. */
export type TableClaim = Omit<Claim, "predicateText" | "arguments" | "evidence"> & {
  readonly evidence: readonly [SentenceIn, ...SentenceIn[]];
};

type SentenceIn = Pick<Evidence, "document" | "quote">;

/** What a column tells of a claim; `base` is what IRIs begin with. */
export type ClaimColumn = (claim: TableClaim, labelOf: (id: string) => string, base: string) => TableCell;

/** The columns of `claims.csv` by name, in their order. */
export const claimColumns: Readonly<Record<string, ClaimColumn>> = {
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

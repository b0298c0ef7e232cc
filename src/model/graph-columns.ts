import type { TableClaim } from "./claim-columns.ts";
import { stanceWords } from "./claim-wording.ts";
import { cleanText } from "./clean-text.ts";
import { iriOf } from "./iri.ts";
import { isAsserted, type Stance } from "./stance.ts";

/** What every graph format tells of a claim, in this order. */
export interface EdgeProperties {
  readonly predicate: string;
  readonly open: boolean;
  readonly plover: string | undefined;
  readonly event: string;
  readonly asserted: boolean;
  /** The stance for people: "Denied by Ann Lee". */
  readonly stance: string;
  readonly polarity: Stance<string>["polarity"];
  readonly certainty: Stance<string>["certainty"];
  readonly temporality: Stance<string>["temporality"];
  readonly modality: Stance<string>["modality"];
  /** IRIs, outermost first. */
  readonly speakers: readonly string[];
  /** The first and the last day, as ISO 8601 writes them. */
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly documents: number;
  readonly independentSources: number;
  /** The sentence of its first piece of evidence. */
  readonly quote: string;
  /** The id of the document of that sentence. */
  readonly document: string;
}

/** What graph formats tell of a claim; `base` is what IRIs begin with. */
export function edgePropertiesOf(
  claim: TableClaim,
  labelOf: (id: string) => string,
  base: string,
): EdgeProperties {
  const { polarity, certainty, temporality, modality, speakers } = claim.stance;
  const [first] = claim.evidence;
  return {
    predicate: cleanText(claim.predicate),
    open: claim.open,
    plover: claim.plover,
    event: iriOf(base, "event", claim.event),
    asserted: isAsserted(claim.stance),
    stance: stanceWords({ ...claim.stance, speakers: speakers.map(labelOf) }).join(", "),
    polarity,
    certainty,
    temporality,
    modality,
    speakers: speakers.map((id) => iriOf(base, "entity", id)),
    start: claim.time?.start,
    end: claim.time?.end,
    confidence: claim.confidence,
    documents: claim.documents,
    independentSources: claim.independentSources,
    quote: cleanText(first.quote),
    document: cleanText(first.document),
  };
}

/** A name as labels and types of graph databases are written: what is no letter or digit becomes `_`. */
export function identifier(name: string): string {
  return (
    cleanText(name)
      .normalize("NFC")
      .replace(/[^\p{L}\p{N}]+/gu, "_")
      .replace(/^_|_$/g, "") || "Unnamed"
  );
}

/** The type of an edge: `BACKS` for a fact, `UNASSERTED_BACKS` for what is denied, reported or not certain. */
export function edgeType({
  properties: { predicate, asserted },
}: {
  readonly properties: Pick<EdgeProperties, "predicate" | "asserted">;
}): string {
  const name = identifier(predicate.replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, "$1_")).toUpperCase();
  return asserted ? name : `UNASSERTED_${name}`;
}

/** The types that GEXF and GraphML share by name. */
export type ColumnType = "string" | "boolean" | "double" | "integer";

/** A value in a column; undefined where there is none. */
export type Cell = string | number | boolean | undefined;

/** What graph tools show of nodes, beside label, place and colour; the key is the title. */
export const NODE_COLUMNS = {
  type: "string",
  aliases: "string",
  sameAs: "string",
  documents: "integer",
} as const satisfies Readonly<Record<string, ColumnType>>;

/** What they show of edges. */
export const EDGE_COLUMNS = {
  predicate: "string",
  open: "boolean",
  plover: "string",
  event: "string",
  asserted: "boolean",
  stance: "string",
  polarity: "string",
  certainty: "string",
  temporality: "string",
  modality: "string",
  speakers: "string",
  start: "string",
  end: "string",
  confidence: "double",
  documents: "integer",
  independentSources: "integer",
  quote: "string",
  document: "string",
} as const satisfies Readonly<Record<keyof EdgeProperties, ColumnType>>;

/** What every graph format tells of a node. */
export interface NodeProperties {
  readonly type: string;
  readonly aliases: readonly string[];
  readonly sameAs: readonly string[];
  readonly documents: number;
}

/** The cells of a node, by column; lists in one text. */
export function nodeCells({
  type,
  aliases,
  sameAs,
  documents,
}: NodeProperties): readonly (readonly [string, Cell])[] {
  return cellsOf({ type, aliases, sameAs, documents }, NODE_COLUMNS);
}

/** The cells of an edge, by column. */
export function edgeCells(properties: EdgeProperties): readonly (readonly [string, Cell])[] {
  return cellsOf({ ...properties }, EDGE_COLUMNS);
}

function cellsOf(
  row: Readonly<Record<string, Cell | readonly string[]>>,
  columns: Readonly<Record<string, ColumnType>>,
): readonly (readonly [string, Cell])[] {
  return Object.keys(columns).map((name) => {
    const value = row[name];
    return [name, typeof value === "object" ? value.join("; ") || undefined : value];
  });
}

import type { EdgeProperties, PropertyNode } from "./property-graph.ts";

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

/** The cells of a node, by column; lists in one text. */
export function nodeCells({
  type,
  aliases,
  sameAs,
  documents,
}: PropertyNode): readonly (readonly [string, Cell])[] {
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

import { claimColumns } from "../model/claim-columns.ts";
import { csvRow, type TableCell, tsvRow } from "../model/delimited.ts";
import type { Graph } from "../model/graph.ts";
import type { Exporter, ExportSettings } from "./exporter.ts";

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
  const columns = Object.entries(claimColumns);
  yield row(columns.map(([name]) => name));
  for (const claim of graph.claims) yield row(columns.map(([, cell]) => cell(claim, labelOf, base)));
}

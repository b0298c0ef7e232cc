import { csvRow, type TableCell } from "../model/delimited.ts";
import { edgeType, identifier } from "../model/graph-columns.ts";
import type { Exporter } from "./exporter.ts";
import { propertyGraphOf } from "./property-graph.ts";

/** The nodes for `neo4j-admin database import full --nodes=neo4j-nodes.csv --relationships=neo4j-relationships.csv`. */
export const neo4jNodes = {
  format: "neo4j",
  fileName: "neo4j-nodes.csv",
  mediaType: "text/csv",
  *write(graph, settings) {
    yield csvRow(["id:ID", ":LABEL", "name", "aliases:string[]", "sameAs:string[]", "documents:int"]);
    for (const { id, type, label, aliases, sameAs, documents } of propertyGraphOf(graph, settings).nodes()) {
      const kinds = `Entity;${identifier(type)}`;
      yield lineRow([id, kinds, label, list(aliases), list(sameAs), documents]);
    }
  },
} satisfies Exporter;

/** The claims as relationships: those that are no facts have types of their own, `UNASSERTED_…`, which no query for facts meets. */
export const neo4jRelationships = {
  format: "neo4j",
  fileName: "neo4j-relationships.csv",
  mediaType: "text/csv",
  *write(graph, settings) {
    yield csvRow([":START_ID", ":END_ID", ":TYPE", ...Object.values(COLUMNS)]);
    for (const edge of propertyGraphOf(graph, settings).edges()) {
      const properties: Readonly<Record<string, TableCell | readonly string[]>> = {
        claimId: edge.id,
        ...edge.properties,
      };
      const cells = Object.keys(COLUMNS).map((name) => {
        const value = properties[name];
        return typeof value === "object" ? list(value) : value;
      });
      yield lineRow([edge.source.id, edge.target.id, edgeType(edge), ...cells]);
    }
  },
} satisfies Exporter;

/** Headers by property. */
const COLUMNS = {
  claimId: "claimId",
  predicate: "predicate",
  open: "open:boolean",
  plover: "plover",
  event: "event",
  asserted: "asserted:boolean",
  stance: "stance",
  polarity: "polarity",
  certainty: "certainty",
  temporality: "temporality",
  modality: "modality",
  speakers: "speakers:string[]",
  start: "start:date",
  end: "end:date",
  confidence: "confidence:double",
  documents: "documents:int",
  independentSources: "independentSources:int",
  quote: "quote",
  document: "document",
};

/** A semicolon parts the values of a list, so inside of one it becomes a comma. */
function list(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(";", ",")).join(";");
}

/** The import takes a line break for the end of a row, within quotation marks too, unless it is told otherwise. */
function lineRow(cells: readonly TableCell[]): string {
  return csvRow(cells.map((cell) => (typeof cell === "string" ? cell.replace(/\s+/gu, " ") : cell)));
}

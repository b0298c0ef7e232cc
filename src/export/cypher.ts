import { cleanText } from "../model/clean-text.ts";
import { edgeType, identifier } from "../model/graph-columns.ts";
import type { Exporter } from "./exporter.ts";
import { type PropertyEdge, type PropertyNode, propertyGraphOf } from "./property-graph.ts";

/**
 * Cypher for `cypher-shell -f graph.cypher`, a statement a line: run twice, it changes nothing.
 *
 * What is no fact has relationship types of its own, as in the CSV for Neo4j, which loads large graphs faster.
 */
export const cypher = {
  format: "cypher",
  fileName: "graph.cypher",
  mediaType: "application/x-cypher-query",
  *write(graph, settings) {
    const { nodes, edges } = propertyGraphOf(graph, settings);
    yield "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n";
    for (const node of nodes()) yield nodeStatement(node);
    for (const edge of edges()) yield edgeStatement(edge);
  },
} satisfies Exporter;

function nodeStatement({ id, type, label, aliases, sameAs, documents }: PropertyNode): string {
  const properties = map({ name: label, aliases, sameAs, documents });
  return `MERGE (n:Entity {id: ${text(id)}}) SET n:\`${identifier(type)}\`, n += ${properties};\n`;
}

function edgeStatement(edge: PropertyEdge): string {
  const { id, source, target, properties } = edge;
  const ends = `MATCH (s:Entity {id: ${text(source.id)}}), (o:Entity {id: ${text(target.id)}})`;
  return `${ends} MERGE (s)-[r:\`${edgeType(edge)}\` {claimId: ${text(id)}}]->(o) SET r += ${map({ ...properties })};\n`;
}

type Value = string | number | boolean | readonly string[] | undefined;

/** Keys are names of our own. */
function map(values: Readonly<Record<string, Value>>): string {
  const told = Object.entries(values).filter(([, value]) => value !== undefined);
  return `{${told.map(([name, value]) => `${name}: ${literal(value)}`).join(", ")}}`;
}

function literal(value: Value): string {
  if (typeof value === "string") return text(value);
  return typeof value === "object" ? `[${value.map(text).join(", ")}]` : String(value);
}

/**
 * The one place where text is made fit for Cypher.
 *
 * Backslashes come in pairs, so even servers that read `\uXXXX` before all else find no end of the text in it.
 */
function text(value: string): string {
  return `'${cleanText(value).replace(/[\\'\n\r\t\u2028\u2029]/g, (unit) => ESCAPES.get(unit) ?? " ")}'`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ["'", "\\'"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

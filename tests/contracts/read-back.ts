import { parse as parseCsv } from "csv-parse/sync";
import { Parser, type Quad } from "n3";
import { expect } from "vitest";
import type { ExportSettings } from "../../src/export/exporter.ts";
import { wholeText } from "../../src/export/text.ts";
import { turtle } from "../../src/export/turtle.ts";
import { cleanText } from "../../src/model/clean-text.ts";
import type { Graph } from "../../src/model/graph.ts";
import { isAsserted } from "../../src/model/stance.ts";
import { quadKey, quadKeys, storedKeys } from "../support/quad-keys.ts";
import { readXml, type XmlElement } from "../support/xml-reader.ts";

/** Reads a file back as its users do, and expects the graph to be in it. */
export type ReadBack = (text: string, graph: Graph, settings: ExportSettings) => void;

/** How the formats besides the usual ones are read back, by file name. */
export const otherReaders: ReadonlyMap<string, ReadBack> = new Map<string, ReadBack>([
  ["graph.nt", readNTriples],
  ["graph.nq", (text, graph, settings) => readDataset(text, "application/n-quads", graph, settings)],
  ["graph.trig", (text, graph, settings) => readDataset(text, "application/trig", graph, settings)],
  ["graph.rdf12.ttl", readRdf12],
  ["graph.jsonld", readJsonLd],
  ["graph.gexf", readGexf],
  ["graph.graphml", readGraphMl],
  ["neo4j-nodes.csv", readNeo4jNodes],
  ["neo4j-relationships.csv", readNeo4jRelationships],
  ["graph.cypher", readCypher],
  ["claims.csv", (text, graph) => readTable(text, ",", graph)],
  ["claims.tsv", (text, graph) => readTable(text, "\t", graph)],
  ["graph-documents.json", readGraphDocuments],
  ["graph.kgtk.tsv", readKgtk],
]);

function turtleKeys(graph: Graph, settings: ExportSettings): readonly string[] {
  return quadKeys(wholeText(turtle.write(graph, settings)), "text/turtle");
}

/** Lines are compared as UTF-8, the order of `LC_ALL=C sort`. */
function expectSortedLines(text: string): void {
  const lines = text.split("\n");
  expect(lines.pop()).toBe("");
  const bytes = lines.map((line) => Buffer.from(line));
  for (let i = 1; i < bytes.length; i++)
    expect(Buffer.compare(bytes[i - 1] as Buffer, bytes[i] as Buffer), lines[i]).toBe(-1);
}

function readNTriples(text: string, graph: Graph, settings: ExportSettings): void {
  expect(quadKeys(text, "application/n-triples")).toEqual(turtleKeys(graph, settings));
  expectSortedLines(text);
}

/** The default graph is graph.ttl; no graph holds a triple that it lacks, so no union of graphs leaks. */
function readDataset(text: string, mediaType: string, graph: Graph, settings: ExportSettings): void {
  quadKeys(text, mediaType);
  const quads = new Parser({ format: mediaType }).parse(text);
  const plain = quads.filter((quad) => quad.graph.termType === "DefaultGraph").map(quadKey);
  expect([...new Set(plain)].sort()).toEqual(turtleKeys(graph, settings));
  const named = quads.filter((quad) => quad.graph.termType !== "DefaultGraph");
  const known = new Set(plain);
  for (const { subject, predicate, object } of named)
    expect(known).toContain(quadKey({ subject, predicate, object, graph: { value: "" } } as Quad));
  const stated = graph.claims.filter(({ stance, object }) => isAsserted(stance) && object !== null);
  expect(named.length > 0).toBe(stated.length > 0);
  if (mediaType === "application/n-quads") expectSortedLines(text);
}

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/** Each triple term taken apart again gives the graph of RDF 1.1. */
function readRdf12(text: string, graph: Graph, settings: ExportSettings): void {
  quadKeys(text, "text/turtle");
  const back = new Parser({ format: "text/turtle" }).parse(text).flatMap((quad): readonly unknown[] => {
    if (quad.predicate.value !== `${RDF}reifies`) return [quad];
    const said = quad.object as unknown as Quad;
    const tell = (name: string, object: unknown) => ({
      ...parts(quad),
      predicate: { value: RDF + name },
      object,
    });
    return [
      tell("type", { termType: "NamedNode", value: `${RDF}Statement` }),
      tell("subject", said.subject),
      tell("predicate", said.predicate),
      tell("object", said.object),
    ];
  });
  expect([...new Set(back.map((quad) => quadKey(quad as Quad)))].sort()).toEqual(turtleKeys(graph, settings));
}

function parts({ subject, predicate, object, graph }: Quad): object {
  return { subject, predicate, object, graph };
}

function readJsonLd(text: string, graph: Graph, settings: ExportSettings): void {
  expect(storedKeys(text, "application/ld+json")).toEqual(turtleKeys(graph, settings));
}

function attribute({ attributes }: XmlElement, name: string): string {
  const value = attributes.get(name);
  expect(value, `${name} is missing`).toBeDefined();
  return value ?? "";
}

/** What Gephi's schema of GEXF 1.3 asks for, as far as our files use it. */
function readGexf(text: string, graph: Graph): void {
  const root = readXml(text);
  expect([root.name, attribute(root, "xmlns"), attribute(root, "version")]).toEqual([
    "gexf",
    "http://gexf.net/1.3",
    "1.3",
  ]);
  expect(root.children.map(({ name }) => name)).toEqual(["meta", "graph"]);
  const [, body] = root.children as [XmlElement, XmlElement];
  expect(body.children.map(({ name }) => name)).toEqual(["attributes", "attributes", "nodes", "edges"]);
  const [nodeColumns, edgeColumns, nodes, edges] = body.children as [
    XmlElement,
    XmlElement,
    XmlElement,
    XmlElement,
  ];
  expectElements(nodes, nodeColumns, ["attvalues", "viz:color", "viz:position", "viz:size"]);
  expectElements(edges, edgeColumns, ["attvalues", "viz:color", "viz:shape"]);
  expectEnds(nodes.children, edges.children, graph);
  const beside = edges.children.map((edge) =>
    ["source", "target", "kind"].map((name) => attribute(edge, name)).join(),
  );
  expect(new Set(beside).size).toBe(beside.length);
  expectAsserted(
    edges.children.map((edge) => valueIn(edge, "asserted")),
    graph,
  );
  const labels = nodes.children.map((node) => attribute(node, "label"));
  expect(labels.slice(0, graph.entities.length)).toEqual(entityLabels(graph));
}

const TYPES: Readonly<Record<string, RegExp>> = {
  string: /^/,
  boolean: /^(?:true|false)$/,
  double: /^-?\d+(?:\.\d+)?$/,
  integer: /^-?\d+$/,
};

function expectElements({ children }: XmlElement, columns: XmlElement, parts: readonly string[]): void {
  const types = new Map(
    columns.children.map((column) => [attribute(column, "id"), attribute(column, "type")]),
  );
  for (const element of children) {
    expect(element.children.map(({ name }) => name)).toEqual(parts);
    for (const value of element.children[0]?.children ?? [])
      expect(attribute(value, "value")).toMatch(TYPES[types.get(attribute(value, "for")) ?? ""] as RegExp);
    const colour = element.children.find(({ name }) => name === "viz:color") as XmlElement;
    for (const part of ["r", "g", "b"])
      expect(attribute(colour, part)).toMatch(/^(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])$/);
  }
}

function valueIn(element: XmlElement, column: string): string | undefined {
  const values = element.children.find(({ name }) => name === "attvalues")?.children ?? [];
  return values.find((value) => value.attributes.get("for") === column)?.attributes.get("value");
}

/** Every claim is one edge, between nodes that are there once. */
function expectEnds(nodes: readonly XmlElement[], edges: readonly XmlElement[], graph: Graph): void {
  const ids = new Set(nodes.map((node) => attribute(node, "id")));
  expect(ids.size).toBe(nodes.length);
  expect(edges).toHaveLength(graph.claims.length);
  expect(new Set(edges.map((edge) => attribute(edge, "id"))).size).toBe(edges.length);
  for (const edge of edges)
    for (const end of ["source", "target"]) expect(ids).toContain(attribute(edge, end));
}

function expectAsserted(found: readonly (string | undefined)[], graph: Graph): void {
  expect(found).toEqual(graph.claims.map(({ stance }) => String(isAsserted(stance))));
}

/** What no XML can hold becomes U+FFFD. */
function entityLabels(graph: Graph): readonly string[] {
  return graph.entities.map(({ label }) => cleanText(label).replace(/[\ufffe\uffff]/g, "\ufffd"));
}

function readGraphMl(text: string, graph: Graph): void {
  const root = readXml(text);
  const keys = new Map(
    root.children
      .filter(({ name }) => name === "key")
      .map((key) => [attribute(key, "id"), attribute(key, "attr.type")]),
  );
  const body = root.children.find(({ name }) => name === "graph") as XmlElement;
  const nodes = body.children.filter(({ name }) => name === "node");
  const edges = body.children.filter(({ name }) => name === "edge");
  expect(nodes.length + edges.length).toBe(body.children.length);
  expectEnds(nodes, edges, graph);
  for (const data of body.children.flatMap(({ children }) => children))
    expect(data.text).toMatch(
      TYPES[(keys.get(attribute(data, "key")) ?? "").replace(/^int$/, "integer")] as RegExp,
    );
  const dataIn = (element: XmlElement, key: string) =>
    element.children.find((data) => attribute(data, "key") === key)?.text;
  expectAsserted(
    edges.map((edge) => dataIn(edge, "edge-asserted")),
    graph,
  );
  expect(nodes.slice(0, graph.entities.length).map((node) => dataIn(node, "node-label"))).toEqual(
    entityLabels(graph),
  );
}

type Row = Readonly<Record<string, string>>;

function csvRows(text: string, delimiter: string): readonly Row[] {
  return parseCsv(text, {
    columns: true,
    delimiter,
    quote: delimiter === "," ? '"' : false,
    record_delimiter: "\n",
  });
}

/** No cell of text may be a formula; a number may begin with a minus. */
function expectNoFormulas(rows: readonly Row[]): void {
  for (const cell of rows.flatMap((row) => Object.values(row)))
    if (!/^-?\d+(?:\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
}

function readNeo4jNodes(text: string, graph: Graph): void {
  const [header = ""] = text.split("\n");
  expect(header).toBe("id:ID,:LABEL,name,aliases:string[],sameAs:string[],documents:int");
  const rows = csvRows(text, ",");
  expect(text.split("\n")).toHaveLength(rows.length + 2);
  const alone = graph.claims.filter(({ object }) => object === null || !("entity" in object));
  expect(rows).toHaveLength(graph.entities.length + alone.length);
  expect(new Set(rows.map((row) => row["id:ID"])).size).toBe(rows.length);
  for (const row of rows) expect(row[":LABEL"]).toMatch(/^Entity;[\p{L}\p{N}_]+$/u);
  expectNoFormulas(rows);
}

function readNeo4jRelationships(text: string, graph: Graph): void {
  const rows = csvRows(text, ",");
  expect(text).toMatch(/^:START_ID,:END_ID,:TYPE,claimId,.*confidence:double/);
  expect(text.split("\n")).toHaveLength(rows.length + 2);
  expect(rows).toHaveLength(graph.claims.length);
  for (const [i, { stance }] of graph.claims.entries()) {
    expect(rows[i]?.[":TYPE"]).toMatch(/^[\p{L}\p{N}_]+$/u);
    expect(rows[i]?.[":TYPE"]?.startsWith("UNASSERTED_")).toBe(!isAsserted(stance));
  }
  expectNoFormulas(rows);
}

/** A line is a statement; without its texts it is of one of three forms, whatever stood in them. */
function readCypher(text: string, graph: Graph): void {
  const lines = text.split("\n");
  expect(lines.pop()).toBe("");
  const bare = lines.map((line) => line.replace(/'(?:[^'\\]|\\[\\'nrt])*'/g, "T"));
  const value = String.raw`(?:T|true|false|-?\d+(?:\.\d+)?|\[(?:T(?:, T)*)?\])`;
  const map = String.raw`\{\w+: ${value}(?:, \w+: ${value})*\}`;
  const node = new RegExp(
    String.raw`^MERGE \(n:Entity \{id: T\}\) SET n:${"`"}[\p{L}\p{N}_]+${"`"}, n \+= ${map};$`,
    "u",
  );
  const edge = new RegExp(
    String.raw`^MATCH \(s:Entity \{id: T\}\), \(o:Entity \{id: T\}\) MERGE \(s\)-\[r:${"`"}[\p{L}\p{N}_]+${"`"} \{claimId: T\}\]->\(o\) SET r \+= ${map};$`,
    "u",
  );
  expect(bare[0]).toMatch(/^CREATE CONSTRAINT/);
  expect(bare.slice(1).filter((line) => !node.test(line) && !edge.test(line))).toEqual([]);
  expect(bare.filter((line) => edge.test(line))).toHaveLength(graph.claims.length);
}

function readTable(text: string, delimiter: string, graph: Graph): void {
  const rows = csvRows(text, delimiter);
  expect(rows).toHaveLength(graph.claims.length);
  expect(rows.map(({ asserted }) => asserted)).toEqual(
    graph.claims.map(({ stance }) => String(isAsserted(stance))),
  );
  expectNoFormulas(rows);
  if (delimiter === "\t") expect(text.split(/\r\n|[\n\r\u2028\u2029]/)).toHaveLength(rows.length + 2);
}

interface GraphDocument {
  readonly nodes: readonly { readonly id: string; readonly type: string }[];
  readonly relationships: readonly {
    readonly source: { readonly id: string };
    readonly target: { readonly id: string };
    readonly type: string;
  }[];
  readonly source: { readonly page_content: string; readonly metadata: { readonly id: string } };
}

function readGraphDocuments(text: string, graph: Graph): void {
  const all: readonly GraphDocument[] = JSON.parse(text);
  expect(all.map(({ source }) => source.page_content)).toEqual(
    graph.documents.map((one) => cleanText(one.text)),
  );
  for (const [i, { nodes, relationships }] of all.entries()) {
    const ids = new Set(nodes.map(({ id }) => id));
    expect(ids.size).toBe(nodes.length);
    for (const { source, target } of relationships)
      for (const { id } of [source, target]) expect(ids).toContain(id);
    const own = graph.claims.filter(({ evidence }) =>
      evidence.some(({ document }) => document === graph.documents[i]?.id),
    );
    expect(relationships.map(({ type }) => !type.startsWith("UNASSERTED_"))).toEqual(
      own.map(({ stance }) => isAsserted(stance)),
    );
  }
}

/** A value of KGTK: a symbol, a number, a text, a day. */
const KGTK_VALUE =
  /^(?:[^\s"'^|@!+\-\d](?:[^\s|\\]|\\\|)*|[+-]?\d+(?:\.\d+)?|"(?:[^"\\|\t\n\r]|\\["\\|tnr])*"|\^[\d-]+T00:00:00Z\/11)$/;

function readKgtk(text: string, graph: Graph): void {
  const lines = text.split("\n");
  expect(lines.pop()).toBe("");
  expect(lines.shift()).toBe("id\tnode1\tlabel\tnode2");
  const rows = lines.map((line) => line.split("\t"));
  for (const row of rows) {
    expect(row).toHaveLength(4);
    expect(row[3]).toMatch(KGTK_VALUE);
    for (const cell of row.slice(0, 3)) expect(cell).toMatch(/^[^\s|"]+$/);
  }
  expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length);
  const asserted = rows.filter(([, , label]) => label === "asserted").map(([, , , value]) => value);
  expect(asserted).toEqual(graph.claims.map(({ stance }) => (isAsserted(stance) ? "True" : "False")));
  const claims = new Set(rows.filter(([, , label]) => label === "asserted").map(([, claim]) => claim));
  const edges = rows.filter(([id]) => claims.has(id));
  expect(edges.map(([, , label]) => !label?.startsWith("unasserted/"))).toEqual(
    graph.claims.map(({ stance }) => isAsserted(stance)),
  );
}

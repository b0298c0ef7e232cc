import {
  type Cell,
  type ColumnType,
  EDGE_COLUMNS,
  edgeCells,
  NODE_COLUMNS,
  nodeCells,
} from "../model/graph-columns.ts";
import type { Rgb } from "../model/graph-look.ts";
import { emptyElement, escapeXml, startTag, XML_DECLARATION } from "../model/xml.ts";
import { drawingOf } from "./drawing.ts";
import type { Exporter } from "./exporter.ts";
import { propertyGraphOf } from "./property-graph.ts";

/** GraphML, which most graph tools and libraries read: every claim is an edge; `asserted` tells which are facts. */
export const graphMl = {
  format: "graphml",
  fileName: "graph.graphml",
  mediaType: "application/graphml+xml",
  *write(graph, settings) {
    const { nodes, edges } = propertyGraphOf(graph, settings);
    const drawing = drawingOf(graph);
    yield `${XML_DECLARATION}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`;
    yield keys("node", NODE_KEYS) + keys("edge", EDGE_KEYS);
    yield `<graph id="whosays" edgedefault="directed">\n`;
    for (const node of nodes()) {
      const { x, y, size, colour } = drawing.node(node);
      const cells = {
        label: node.label,
        ...Object.fromEntries(nodeCells(node)),
        x,
        y,
        size,
        color: hex(colour),
      };
      yield `${startTag("node", { id: node.id })}${data("node", cells)}</node>\n`;
    }
    for (const edge of edges()) {
      const { id, source, target, label, properties } = edge;
      const { colour, shape } = drawing.edge(edge);
      const cells = { label, ...Object.fromEntries(edgeCells(properties)), color: hex(colour), shape };
      yield `${startTag("edge", { id, source: source.id, target: target.id })}${data("edge", cells)}</edge>\n`;
    }
    yield "</graph>\n</graphml>\n";
  },
} satisfies Exporter;

const NODE_KEYS = {
  label: "string",
  ...NODE_COLUMNS,
  x: "double",
  y: "double",
  size: "double",
  color: "string",
} as const satisfies Readonly<Record<string, ColumnType>>;

const EDGE_KEYS = {
  label: "string",
  ...EDGE_COLUMNS,
  color: "string",
  shape: "string",
} as const satisfies Readonly<Record<string, ColumnType>>;

/** Nodes and edges share column names, never ids of keys. */
function keys(of: "node" | "edge", all: Readonly<Record<string, ColumnType>>): string {
  return Object.entries(all)
    .map(([name, type]) => {
      const kind = type === "integer" ? "int" : type;
      return `${emptyElement("key", { id: `${of}-${name}`, for: of, "attr.name": name, "attr.type": kind })}\n`;
    })
    .join("");
}

function data(of: "node" | "edge", cells: Readonly<Record<string, Cell>>): string {
  return Object.entries(cells)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<data key="${of}-${name}">${escapeXml(String(value))}</data>`)
    .join("");
}

function hex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

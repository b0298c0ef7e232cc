import { type Drawing, drawingOf, type Rgb } from "./drawing.ts";
import type { Exporter } from "./exporter.ts";
import {
  type Cell,
  type ColumnType,
  EDGE_COLUMNS,
  edgeCells,
  NODE_COLUMNS,
  nodeCells,
} from "./graph-columns.ts";
import { edgeType, type PropertyEdge, type PropertyNode, propertyGraphOf } from "./property-graph.ts";
import { emptyElement, escapeXml, startTag, XML_DECLARATION } from "./xml.ts";

/**
 * GEXF 1.3 for Gephi: every claim is an edge, drawn as on the page, what is no fact dashed or dotted and marked.
 *
 * Claims of one pair stand side by side, for Gephi joins edges only where they are of one `kind`.
 */
export const gexf = {
  format: "gexf",
  fileName: "graph.gexf",
  mediaType: "application/gexf+xml",
  *write(graph, settings) {
    const { nodes, edges } = propertyGraphOf(graph, settings);
    const drawing = drawingOf(graph);
    yield `${XML_DECLARATION}${startTag("gexf", {
      xmlns: "http://gexf.net/1.3",
      "xmlns:viz": "http://gexf.net/1.3/viz",
      version: "1.3",
    })}\n`;
    yield "<meta><creator>whosays</creator><description>Who said what, and who says so</description></meta>\n";
    yield `<graph defaultedgetype="directed" mode="static">\n`;
    yield columns("node", NODE_COLUMNS) + columns("edge", EDGE_COLUMNS);
    yield "<nodes>\n";
    for (const node of nodes()) yield nodeElement(node, drawing);
    yield "</nodes>\n<edges>\n";
    const kindOf = kinds();
    for (const edge of edges()) yield edgeElement(edge, kindOf(edge), drawing);
    yield "</edges>\n</graph>\n</gexf>\n";
  },
} satisfies Exporter;

function columns(of: "node" | "edge", all: Readonly<Record<string, ColumnType>>): string {
  const each = Object.entries(all).map(
    ([id, type]) => `${emptyElement("attribute", { id, title: id, type })}\n`,
  );
  return `${startTag("attributes", { class: of, mode: "static" })}\n${each.join("")}</attributes>\n`;
}

function nodeElement(node: PropertyNode, drawing: Drawing): string {
  const { x, y, size, colour } = drawing.node(node);
  return [
    startTag("node", { id: node.id, label: node.label }),
    values(nodeCells(node)),
    colourElement(colour),
    emptyElement("viz:position", { x, y, z: 0 }),
    emptyElement("viz:size", { value: size }),
    "</node>\n",
  ].join("");
}

function edgeElement(edge: PropertyEdge, kind: string, drawing: Drawing): string {
  const { id, source, target, label, properties } = edge;
  const { colour, shape } = drawing.edge(edge);
  return [
    startTag("edge", { id, source: source.id, target: target.id, label, weight: properties.documents, kind }),
    values(edgeCells(properties)),
    colourElement(colour),
    emptyElement("viz:shape", { value: shape }),
    "</edge>\n",
  ].join("");
}

function values(cells: readonly (readonly [string, Cell])[]): string {
  const told = cells.filter(([, value]) => value !== undefined);
  return `<attvalues>${told.map(([name, value]) => `<attvalue for="${name}" value="${escapeXml(String(value))}"/>`).join("")}</attvalues>`;
}

function colourElement([r, g, b]: Rgb): string {
  return emptyElement("viz:color", { r, g, b });
}

/** The type of each edge, with a number from the second of its type between the same two. */
function kinds(): (edge: PropertyEdge) => string {
  const counts = new Map<string, number>();
  return (edge) => {
    const key = `${edgeType(edge)} ${edge.source.id} ${edge.target.id}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? edgeType(edge) : `${edgeType(edge)} ${count}`;
  };
}

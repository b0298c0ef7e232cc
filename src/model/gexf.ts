import { type Cell, type ColumnType, EDGE_COLUMNS, NODE_COLUMNS } from "./graph-columns.ts";
import type { EdgeLook, NodeLook, Rgb } from "./graph-look.ts";
import { emptyElement, escapeXml, startTag, XML_DECLARATION } from "./xml.ts";

/** A node of a GEXF file. */
export interface GexfNode {
  readonly id: string;
  readonly label: string;
  /** By column, in the order of `NODE_COLUMNS`. */
  readonly cells: readonly (readonly [string, Cell])[];
  readonly look: NodeLook;
}

/** An edge of a GEXF file. */
export interface GexfEdge {
  readonly id: string;
  /** Ids of nodes. */
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly weight: number;
  /** Gephi joins edges of one kind between the same two, so those of one pair are numbered. */
  readonly kind: string;
  /** By column, in the order of `EDGE_COLUMNS`. */
  readonly cells: readonly (readonly [string, Cell])[];
  readonly look: EdgeLook;
}

/** A graph as GEXF 1.3, in pieces. */
export function* gexfText(nodes: Iterable<GexfNode>, edges: Iterable<GexfEdge>): Iterable<string> {
  yield `${XML_DECLARATION}${startTag("gexf", {
    xmlns: "http://gexf.net/1.3",
    "xmlns:viz": "http://gexf.net/1.3/viz",
    version: "1.3",
  })}\n`;
  yield "<meta><creator>whosays</creator><description>Who said what, and who says so</description></meta>\n";
  yield `<graph defaultedgetype="directed" mode="static">\n`;
  yield columns("node", NODE_COLUMNS) + columns("edge", EDGE_COLUMNS);
  yield "<nodes>\n";
  for (const node of nodes) yield nodeElement(node);
  yield "</nodes>\n<edges>\n";
  for (const edge of edges) yield edgeElement(edge);
  yield "</edges>\n</graph>\n</gexf>\n";
}

function columns(of: "node" | "edge", all: Readonly<Record<string, ColumnType>>): string {
  const each = Object.entries(all).map(
    ([id, type]) => `${emptyElement("attribute", { id, title: id, type })}\n`,
  );
  return `${startTag("attributes", { class: of, mode: "static" })}\n${each.join("")}</attributes>\n`;
}

function nodeElement({ id, label, cells, look: { x, y, size, colour } }: GexfNode): string {
  return [
    startTag("node", { id, label }),
    values(cells),
    colourElement(colour),
    emptyElement("viz:position", { x, y, z: 0 }),
    emptyElement("viz:size", { value: size }),
    "</node>\n",
  ].join("");
}

function edgeElement({ id, source, target, label, weight, kind, cells, look }: GexfEdge): string {
  return [
    startTag("edge", { id, source, target, label, weight, kind }),
    values(cells),
    colourElement(look.colour),
    emptyElement("viz:shape", { value: look.shape }),
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

/** Numbers the edges of a type between the same two from the second on: `BACKS`, `BACKS 2`. */
export function kindCounter(): (type: string, source: string, target: string) => string {
  const counts = new Map<string, number>();
  return (type, source, target) => {
    const key = `${type} ${source} ${target}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? type : `${type} ${count}`;
  };
}

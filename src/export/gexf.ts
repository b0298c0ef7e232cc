import { type GexfEdge, type GexfNode, gexfText, kindCounter } from "../model/gexf.ts";
import { edgeCells, edgeType, nodeCells } from "../model/graph-columns.ts";
import { type Drawing, drawingOf } from "./drawing.ts";
import type { Exporter } from "./exporter.ts";
import { type PropertyEdge, type PropertyNode, propertyGraphOf } from "./property-graph.ts";

/**
 * GEXF 1.3 for Gephi: every claim is an edge, drawn as on the page, what is no fact dashed or dotted and marked.
 *
 * Claims of one pair stand side by side, for Gephi joins edges only where they are of one `kind`.
 */
export const gexf = {
  format: "gexf",
  fileName: "graph.gexf",
  mediaType: "application/gexf+xml",
  write(graph, settings) {
    const { nodes, edges } = propertyGraphOf(graph, settings);
    const drawing = drawingOf(graph);
    return gexfText(gexfNodes(nodes(), drawing), gexfEdges(edges(), drawing));
  },
} satisfies Exporter;

function* gexfNodes(nodes: Iterable<PropertyNode>, drawing: Drawing): Iterable<GexfNode> {
  for (const node of nodes)
    yield { id: node.id, label: node.label, cells: nodeCells(node), look: drawing.node(node) };
}

function* gexfEdges(edges: Iterable<PropertyEdge>, drawing: Drawing): Iterable<GexfEdge> {
  const kindOf = kindCounter();
  for (const edge of edges) {
    const { id, source, target, label, properties } = edge;
    yield {
      id,
      source: source.id,
      target: target.id,
      label,
      weight: properties.documents,
      kind: kindOf(edgeType(edge), source.id, target.id),
      cells: edgeCells(properties),
      look: drawing.edge(edge),
    };
  }
}

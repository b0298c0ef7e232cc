import type { Graph } from "../model/graph.ts";
import { type EdgeLook, edgeLook, type NodeLook, nodeLook, standInLook } from "../model/graph-look.ts";
import type { PagePlace } from "../model/page-payload.ts";
import { placedOf } from "./page/placed.ts";
import type { PropertyEdge, PropertyNode } from "./property-graph.ts";

/** Draws a graph as its page does. */
export interface Drawing {
  node(node: PropertyNode): NodeLook;
  edge(edge: PropertyEdge): EdgeLook;
}

/** Places, sizes and colours as on the page; entities that take part in no claim stand in a row below. */
export function drawingOf(graph: Graph): Drawing {
  const { places } = placedOf(graph);
  const bottom = [...places.values()].reduce((least, { y }) => Math.min(least, y), 0);
  const idle = new Map<string, number>();
  for (const { id } of graph.entities) if (!places.has(id)) idle.set(id, idle.size);
  const turns = new Map(graph.claims.map(({ id }, i) => [id, i]));
  const placeOf = (id: string): PagePlace => {
    const row = idle.get(id) ?? 0;
    const aside = {
      x: ((row % 50) - 25) * 20,
      y: bottom - 40 - Math.floor(row / 50) * 20,
      size: 3,
      group: 7,
    };
    return places.get(id) ?? aside;
  };
  return {
    node({ of }) {
      if (!("evidence" in of)) return nodeLook(placeOf(of.id));
      return standInLook(placeOf(of.subject), turns.get(of.id) ?? 0);
    },
    edge: ({ claim }) => edgeLook(claim),
  };
}

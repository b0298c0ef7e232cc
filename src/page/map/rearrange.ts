import { MultiUndirectedGraph } from "graphology";
import Layout from "graphology-layout-forceatlas2/worker";
import type { MapView } from "./map-view.ts";
import { type Bounds, boundsOf, type MapPoint } from "./minimap-geometry.ts";
import { pushedApart } from "./pushed-apart.ts";

/** A layout that runs beside the page, in a worker. */
export interface Rearranging {
  /** Ends it before its time. */
  stop(): void;
}

/** So many nodes can be rearranged while one waits. */
export const mostRearranged = 2000;

/** In milliseconds. */
const duration = 2000;

/**
 * Finds places for what is drawn by the pull of its lines, within the rectangle that it takes up now. Two or three nodes
 * that hang together with nothing else stay: nothing would hold them.
 *
 * @param still whether to show the end only, for readers who asked for less motion
 * @param done called once, when everything stands in its place
 */
export function rearrange(map: MapView, still: boolean, done: () => void): Rearranging {
  const graph = graphOf(map);
  const bounds = boundsOf(placesOf(graph).values());
  const { nodes } = map.index().scene;
  const layout = new Layout(graph, {
    getEdgeWeight: "weight",
    settings: {
      barnesHutOptimize: nodes.length > 800,
      strongGravityMode: true,
      gravity: 0.05,
      scalingRatio: 10,
      slowDown: 1 + Math.log(nodes.length),
    },
  });
  if (!still) graph.on("eachNodeAttributesUpdated", () => map.move(within(placesOf(graph), bounds)));
  let over = false;
  const stop = (): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    layout.kill();
    map.move(pushedApart(within(placesOf(graph), bounds)));
    done();
  };
  const timer = setTimeout(stop, duration);
  layout.start();
  return { stop };
}

/** Fewer nodes that hang together with nothing else are left alone. */
const leastTogether = 4;

/** A graph of its own, without loops, which the layout would not bear. */
function graphOf(map: MapView): MultiUndirectedGraph {
  const graph = new MultiUndirectedGraph();
  const { nodes, lines } = map.index().scene;
  for (const { key } of nodes) {
    const { x, y } = map.placeOf(key) ?? { x: 0, y: 0 };
    graph.addNode(key, { x, y });
  }
  for (const { key, from, to, kind, claims } of lines) {
    const weight = kind === "loose" ? 0.4 : 1 + Math.log(claims.length);
    if (from !== to) graph.addEdgeWithKey(key, from, to, { weight });
  }
  for (const together of components(graph))
    if (together.length < leastTogether) for (const key of together) graph.dropNode(key);
  return graph;
}

function components(graph: MultiUndirectedGraph): readonly (readonly string[])[] {
  const seen = new Set<string>();
  return graph.nodes().flatMap((start) => {
    if (seen.has(start)) return [];
    const together = [start];
    seen.add(start);
    // The list grows while it is walked through.
    for (const key of together) {
      for (const next of graph.neighbors(key)) {
        if (seen.has(next)) continue;
        seen.add(next);
        together.push(next);
      }
    }
    return [together];
  });
}

function placesOf(graph: MultiUndirectedGraph): ReadonlyMap<string, MapPoint> {
  return new Map(graph.mapNodes((key, { x, y }) => [key, { x, y }]));
}

/** Brings places into a rectangle, as large as they fit, in their own proportions. */
function within(
  places: ReadonlyMap<string, MapPoint>,
  target: Bounds | undefined,
): ReadonlyMap<string, MapPoint> {
  const own = boundsOf(places.values());
  if (own === undefined || target === undefined) return places;
  const scale = Math.min(
    (target.right - target.left) / (own.right - own.left || 1),
    (target.top - target.bottom) / (own.top - own.bottom || 1),
  );
  const x = (target.left + target.right - scale * (own.left + own.right)) / 2;
  const y = (target.bottom + target.top - scale * (own.bottom + own.top)) / 2;
  return new Map([...places].map(([key, at]) => [key, { x: x + at.x * scale, y: y + at.y * scale }]));
}

import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { Point } from "./points.ts";
import type { Tie } from "./ties.ts";

/**
 * Moves points that ties join nearer to each other and all others apart: ForceAtlas2, from where they stand.
 *
 * Keys are numbers behind a letter: graphology keeps nodes in plain objects, where `__proto__` is no key.
 *
 * @param iterations 1 or more
 */
export function forced(seeds: readonly Point[], ties: readonly Tie[], iterations: number): readonly Point[] {
  const graph = new UndirectedGraph();
  for (const [i, { x, y }] of seeds.entries()) graph.addNode(`e${i}`, { x, y });
  for (const { a, b, weight } of ties) graph.addEdge(`e${a}`, `e${b}`, { weight: 1 + Math.log1p(weight) });
  const size = seeds.length;
  const placed = forceAtlas2(graph, {
    iterations,
    getEdgeWeight: "weight",
    settings: {
      gravity: 1,
      scalingRatio: 10,
      slowDown: 1 + Math.log(size),
      barnesHutOptimize: size > 1000,
    },
  });
  return seeds.map((seed, i) => placed[`e${i}`] ?? seed);
}

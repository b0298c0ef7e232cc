import { MultiDirectedGraph } from "graphology";
import type { Look } from "../data/held.ts";
import type { SceneLine, SceneNode } from "../data/scene.ts";
import type { NodePlace } from "./node-place.ts";
import type { SceneDifference } from "./scene-difference.ts";

/** What the drawn graph knows of a node. */
export interface NodeAttributes extends NodePlace {
  readonly kind: SceneNode["kind"];
}

/** What the drawn graph knows of a line. */
export interface LineAttributes {
  /** How it is drawn: by which program. */
  readonly type: "line" | "arrow" | "bow";
  readonly look: Look;
  /** `sum`: what goes on between groups that are shown as one; its colour says nothing. */
  readonly kind: "claim" | "loose" | "sum";
  readonly bend: number;
  /** The thickness in pixels at the first zoom. */
  readonly size: number;
}

/** The graph that is drawn. Loops are not in it, for Sigma draws none. */
export type MapGraph = MultiDirectedGraph<NodeAttributes, LineAttributes>;

const thinnest = 1.7;
const thickest = 5;
const thickerBySource = 0.7;
const looseThickness = 1.2;

/** Makes a graph with nothing in it. Keys are numbers behind a letter: graphology keeps nodes in plain objects. */
export function emptyGraph(): MapGraph {
  return new MultiDirectedGraph<NodeAttributes, LineAttributes>();
}

/** Changes the graph; `placeOf` is asked for nodes that come. */
export function applyDifference(
  graph: MapGraph,
  { dropLines, dropNodes, addNodes, addLines }: SceneDifference,
  placeOf: (node: SceneNode) => NodePlace,
): void {
  for (const key of dropLines) if (graph.hasEdge(key)) graph.dropEdge(key);
  for (const key of dropNodes) graph.dropNode(key);
  for (const node of addNodes) {
    const { x, y, size, group } = placeOf(node);
    graph.addNode(node.key, { x, y, size, group, kind: node.kind });
  }
  for (const line of addLines) {
    if (line.from !== line.to) graph.addEdgeWithKey(line.key, line.from, line.to, attributesOf(line));
  }
}

/** Whether a line ends at a group that is shown as one. */
export function isSum({ from, to }: SceneLine): boolean {
  return from.startsWith("g") || to.startsWith("g");
}

/** The thickness of a line in pixels at the first zoom: by its sources, between groups by its claims. */
export function thicknessOf(line: SceneLine): number {
  if (isSum(line)) return Math.min(thickest, looseThickness + 0.4 * Math.log2(line.claims.length));
  if (line.kind === "loose") return looseThickness;
  return Math.min(thickest, thinnest + thickerBySource * (line.sources - 1));
}

function attributesOf(line: SceneLine): LineAttributes {
  const sum = isSum(line);
  return {
    type: line.bend !== 0 ? "bow" : line.arrow && !sum ? "arrow" : "line",
    look: line.look,
    kind: sum ? "sum" : line.kind === "loose" ? "loose" : "claim",
    bend: line.bend,
    size: thicknessOf(line),
  };
}

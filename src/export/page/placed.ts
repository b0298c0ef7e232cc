import type { Graph } from "../../model/graph.ts";
import type { PagePlace } from "../../model/page-payload.ts";
import { groupsOf } from "./groups.ts";
import { placesOf } from "./places.ts";
import { type Ties, tiesOf } from "./ties.ts";

/** A graph as it is drawn. */
export interface Placed {
  readonly ties: Ties;
  /** The group of each entity of `ties`. */
  readonly groups: readonly number[];
  /** By id; entities that take part in no claim have none. */
  readonly places: ReadonlyMap<string, PagePlace>;
}

/** Several exporters draw the same graph, and to lay out a large one takes most of their time. */
const known = new WeakMap<Graph, Placed>();

/** Lays a graph out; the same graph only once. */
export function placedOf(graph: Graph): Placed {
  const before = known.get(graph);
  if (before !== undefined) return before;
  const ties = tiesOf(graph);
  const groups = groupsOf(ties.ids.length, ties.ties);
  const placed = { ties, groups, places: placesOf(ties, groups) };
  known.set(graph, placed);
  return placed;
}

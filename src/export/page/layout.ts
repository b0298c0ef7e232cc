import { forced } from "./forced.ts";
import { largeLayoutOf } from "./large-layout.ts";
import { pack } from "./pack.ts";
import {
  centred,
  distance,
  extent,
  mean,
  onSunflower,
  type Point,
  scaled,
  shifted,
  upright,
} from "./points.ts";
import type { Tie, Ties } from "./ties.ts";

/** Nodes that ties join, with the ties among them, both numbered anew from 0. */
interface Component {
  /** Indexes into the ids, ascending. */
  readonly nodes: readonly number[];
  readonly ties: readonly Tie[];
}

/** Lengths before the last scaling: the usual tie, and the least distance of two nodes. */
const tieLength = 80;
const nodeDistance = 34;
/** Labels run sideways, so neighbours need this much more room to the side than above. */
const sidewaysRoom = 1.7;
/** Pushing apart compares all pairs: above this it would cost seconds. */
const largestToPushApart = 1500;
/** More entities are laid out group by group: forces among all of them would take minutes and still make a ball. */
const largestWhole = 5000;

/**
 * Places entities so that those tied together stand together: ForceAtlas2 for each component from seeds by
 * group, its main axis laid horizontal, the components packed side by side. Large graphs are laid out by groups.
 *
 * There is no chance in it: equal ties and groups give equal points.
 *
 * @param groups the group of each node, as `groupsOf` gives them
 * @returns a point for each id, the whole about 1000 wide around the middle, to a tenth
 */
export function layoutOf(graph: Ties, groups: readonly number[]): readonly Point[] {
  const { ids, degrees, ties } = graph;
  if (ids.length > largestWhole) return largeLayoutOf(graph, groups);
  const points: Point[] = ids.map(() => ({ x: 0, y: 0 }));
  const parts = components(ids.length, ties);
  const arranged = parts.map((part) => arrange(part, degrees, groups));
  const centres = parts.length === 0 ? [] : pack(arranged.map(boxOf));
  for (const [i, part] of parts.entries()) {
    const centre = centres[i] ?? { x: 0, y: 0 };
    for (const [j, node] of part.nodes.entries()) points[node] = shifted(arranged[i]?.[j], centre);
  }
  return scaled(points);
}

/** The largest first, then the one with the lowest node. */
function components(size: number, ties: readonly Tie[]): readonly Component[] {
  const root = joined(size, ties);
  const nodes = new Map<number, number[]>();
  const within = new Map<number, Tie[]>();
  const place = Array.from({ length: size }, (_, node) => {
    const own = listAt(nodes, root(node));
    return own.push(node) - 1;
  });
  for (const { a, b, weight } of ties) {
    listAt(within, root(a)).push({ a: place[a] ?? 0, b: place[b] ?? 0, weight });
  }
  return [...nodes]
    .map(([at, own]) => ({ nodes: own, ties: listAt(within, at) }))
    .sort((a, b) => b.nodes.length - a.nodes.length);
}

/** Union by the lower number, so that a component's root is its lowest node. */
function joined(size: number, ties: readonly Tie[]): (node: number) => number {
  const parents = Array.from({ length: size }, (_, node) => node);
  const root = (node: number): number => {
    let at = node;
    for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) {
      parents[at] = parents[up] ?? up;
      at = up;
    }
    return at;
  };
  for (const { a, b } of ties) parents[Math.max(root(a), root(b))] = Math.min(root(a), root(b));
  return root;
}

function listAt<T>(lists: Map<number, T[]>, key: number): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function arrange(part: Component, degrees: readonly number[], groups: readonly number[]): readonly Point[] {
  if (part.nodes.length === 1) return [{ x: 0, y: 0 }];
  const seeds = seedsOf(part, degrees, groups);
  const drawn = part.nodes.length === 2 ? seeds : forced(seeds, part.ties, iterationsFor(seeds.length));
  return centred(pushedApart(withRoom(withUsualLength(upright(drawn), part.ties))));
}

/** Each group on its own sunflower disc, the discs around each other, the best connected in the middle. */
function seedsOf(part: Component, degrees: readonly number[], groups: readonly number[]): readonly Point[] {
  const members = new Map<number, number[]>();
  for (const [i, node] of part.nodes.entries()) listAt(members, groups[node] ?? 0).push(i);
  const degree = (i: number): number => degrees[part.nodes[i] ?? 0] ?? 0;
  const points: Point[] = part.nodes.map(() => ({ x: 0, y: 0 }));
  let before = 0;
  for (const [turn, own] of [...members.values()].sort((a, b) => b.length - a.length).entries()) {
    const centre = onSunflower(turn, turn === 0 ? 0 : Math.sqrt(before + own.length) * 1.5);
    own.sort((a, b) => degree(b) - degree(a) || a - b);
    for (const [j, i] of own.entries()) points[i] = shifted(onSunflower(j, Math.sqrt(j)), centre);
    before += own.length;
  }
  return points;
}

function iterationsFor(size: number): number {
  return Math.round(Math.min(600, Math.max(30, 60_000 / size)));
}

function withUsualLength(points: readonly Point[], ties: readonly Tie[]): readonly Point[] {
  const lengths = ties.map(({ a, b }) => distance(points[a], points[b]));
  const factor = tieLength / (mean(lengths) || tieLength);
  return points.map(({ x, y }) => ({ x: x * factor, y: y * factor }));
}

/** Widens a dense component, whose ties are short only because all is near to all, until its nodes have room. */
function withRoom(points: readonly Point[]): readonly Point[] {
  const { left, right, bottom, top } = extent(points);
  const wanted = points.length * nodeDistance ** 2 * sidewaysRoom;
  const factor = Math.max(1, Math.sqrt(wanted / Math.max((right - left) * (top - bottom), 1)));
  return points.length < 10 ? points : points.map(({ x, y }) => ({ x: x * factor, y: y * factor }));
}

/** Moves nodes that stand too near to each other apart, each by half of what is missing, over some rounds. */
function pushedApart(points: readonly Point[]): readonly Point[] {
  const moved = points.map(({ x, y }) => ({ x, y }));
  if (points.length > largestToPushApart) return moved;
  for (let round = 0, pushes = 1; pushes > 0 && round < 40; round++) {
    pushes = 0;
    for (let i = 0; i < moved.length; i++) {
      for (let j = i + 1; j < moved.length; j++) if (push(moved[i], moved[j], i + j)) pushes++;
    }
  }
  return moved;
}

/** @param turn tells the direction of two nodes on one spot */
function push(a: { x: number; y: number } | undefined, b: typeof a, turn: number): boolean {
  if (a === undefined || b === undefined) return false;
  let dx = (b.x - a.x) / sidewaysRoom;
  let dy = b.y - a.y;
  const apart = Math.hypot(dx, dy);
  if (apart >= nodeDistance - 0.01) return false;
  if (apart < 1e-6) ({ x: dx, y: dy } = onSunflower(turn, 1e-6));
  const half = (nodeDistance - apart) / 2 / Math.max(apart, 1e-6);
  a.x -= dx * half * sidewaysRoom;
  a.y -= dy * half;
  b.x += dx * half * sidewaysRoom;
  b.y += dy * half;
  return true;
}

/** Room for a component, with air for the labels at its rim. */
function boxOf(points: readonly Point[]): { readonly width: number; readonly height: number } {
  const { left, right, bottom, top } = extent(points);
  return { width: right - left + tieLength * 1.2, height: top - bottom + tieLength * 0.6 };
}

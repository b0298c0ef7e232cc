import { apart, type Disc } from "./discs.ts";
import { forced } from "./forced.ts";
import { distance, extent, onSunflower, type Point, scaled, shifted, upright } from "./points.ts";
import type { Tie, Ties } from "./ties.ts";

/** The entities of one group. */
interface Members {
  /** Indexes into the ids, the best connected first. */
  readonly nodes: readonly number[];
  /** Those within the group, numbered as `nodes`. */
  readonly ties: readonly Tie[];
}

/** The radius of an entity's own room. */
const room = 1;
/** How much of its disc a group fills. */
const fill = 0.86;
/** What share of the whole the discs would cover, before they are moved apart. */
const density = 0.9;
/** How much wider than high the whole becomes. */
const aspect = 1.4;
/** How much of a group's disc its members' own rooms cover. */
const crowd = 0.3;

/**
 * Places the entities of a large graph group by group: the groups as discs as large as their members are many, tied ones
 * near each other and none over another, and each group's members within its disc.
 *
 * @param groups the group of each node, as `groupsOf` gives them
 */
export function largeLayoutOf(graph: Ties, groups: readonly number[]): readonly Point[] {
  const members = membersOf(graph, groups);
  const centres = centresOf(members, tiesBetween(graph.ties, groups));
  const points: Point[] = graph.ids.map(() => ({ x: 0, y: 0 }));
  for (const [group, { nodes, ties }] of members.entries()) {
    const centre = centres[group] ?? { x: 0, y: 0 };
    const radius = radiusOf(nodes.length) * fill;
    for (const [i, point] of within(nodes.length, ties).entries())
      points[nodes[i] ?? 0] = shifted({ x: point.x * radius, y: point.y * radius }, centre);
  }
  return scaled(turned(points, graph, groups, centres));
}

function membersOf({ degrees, ties }: Ties, groups: readonly number[]): readonly Members[] {
  const members: { nodes: number[]; ties: Tie[] }[] = [];
  for (const [node, group] of groups.entries()) {
    const own = members[group] ?? { nodes: [], ties: [] };
    members[group] = own;
    own.nodes.push(node);
  }
  const places = groups.map(() => 0);
  for (const { nodes } of members) {
    nodes.sort((a, b) => (degrees[b] ?? 0) - (degrees[a] ?? 0) || a - b);
    for (const [i, node] of nodes.entries()) places[node] = i;
  }
  for (const { a, b, weight } of ties) {
    if (groups[a] === groups[b])
      members[groups[a] ?? 0]?.ties.push({ a: places[a] ?? 0, b: places[b] ?? 0, weight });
  }
  return members;
}

/** The ties of groups: one for each pair, as heavy as all between their members. */
function tiesBetween(ties: readonly Tie[], groups: readonly number[]): readonly Tie[] {
  const size = groups.length;
  const weights = new Map<number, number>();
  for (const { a, b, weight } of ties) {
    const [one, other] = [groups[a] ?? 0, groups[b] ?? 0];
    if (one === other) continue;
    const key = Math.min(one, other) * size + Math.max(one, other);
    weights.set(key, (weights.get(key) ?? 0) + weight);
  }
  return [...weights].map(([key, weight]) => ({ a: Math.floor(key / size), b: key % size, weight }));
}

function radiusOf(members: number): number {
  return room * Math.sqrt(members);
}

/** The middles of the groups: those tied to others by their ties, the others around them. */
function centresOf(members: readonly Members[], ties: readonly Tie[]): readonly Point[] {
  const sizes = members.map(({ nodes }) => nodes.length);
  const tied = [...new Set(ties.flatMap(({ a, b }) => [a, b]))].sort((a, b) => a - b);
  const place = new Map(tied.map((group, i) => [group, i]));
  const own = ties.map(({ a, b, weight }) => ({ a: place.get(a) ?? 0, b: place.get(b) ?? 0, weight }));
  const radii = tied.map((group) => radiusOf(sizes[group] ?? 1));
  const centres: Point[] = members.map(() => ({ x: 0, y: 0 }));
  const main = tied.length === 0 ? [] : apart(spread(radii, own));
  for (const [i, group] of tied.entries()) centres[group] = main[i] ?? { x: 0, y: 0 };
  const alone = [...members.keys()].filter((group) => !place.has(group));
  const rim = around(
    main.map((point, i) => ({ ...point, radius: radii[i] ?? 1 })),
    alone.map((group) => radiusOf(sizes[group] ?? 1)),
  );
  for (const [i, group] of alone.entries()) centres[group] = rim[i] ?? { x: 0, y: 0 };
  return centres;
}

/** Places for discs of some radii around others, from the inside out, on ellipses as wide as the whole. */
function around(inner: readonly Disc[], radii: readonly number[]): readonly Point[] {
  const { left, right, bottom, top } = extent(inner);
  const middle = inner.length === 0 ? { x: 0, y: 0 } : { x: (left + right) / 2, y: (bottom + top) / 2 };
  const stretch = Math.sqrt(aspect);
  let reach = 0;
  for (const { x, y, radius } of inner) {
    const out = Math.hypot((x - middle.x) / stretch, (y - middle.y) * stretch);
    reach = Math.max(reach, out + radius * stretch);
  }
  return radii.map((radius, turn) => {
    const { x, y } = onSunflower(turn, reach + radius * stretch);
    // Each takes the room of twice its own square, for on a sunflower neighbours are not all equally near.
    reach = Math.sqrt(reach ** 2 + 2 * radius ** 2);
    return shifted({ x: x * stretch, y: y / stretch }, middle);
  });
}

/** Discs where forces put them, at a scale at which they cover a fair part of the whole. */
function spread(radii: readonly number[], ties: readonly Tie[]): readonly Disc[] {
  let before = 0;
  const seeds = radii.map((radius, turn) => {
    before += radius ** 2;
    return onSunflower(turn, Math.sqrt(before));
  });
  const iterations = Math.round(Math.min(300, Math.max(30, 100_000 / radii.length)));
  const drawn = upright(radii.length < 3 ? seeds : forced(seeds, ties, iterations));
  const { left, right, bottom, top } = extent(drawn);
  const wanted = radii.reduce((sum, radius) => sum + 4 * radius ** 2, 0) / density;
  const [across, up] = [Math.max(right - left, 1e-9), Math.max(top - bottom, 1e-9)];
  const [wide, high] = [Math.sqrt(wanted * aspect) / across, Math.sqrt(wanted / aspect) / up];
  return drawn.map(({ x, y }, i) => ({ x: x * wide, y: y * high, radius: radii[i] ?? 1 }));
}

/** The members of a group within a disc of radius 1. */
function within(size: number, ties: readonly Tie[]): readonly Point[] {
  const seeds = Array.from({ length: size }, (_, i) => onSunflower(i, Math.sqrt(i)));
  const drawn = size < 3 ? seeds : forced(seeds, ties, iterationsFor(size));
  const own = Math.sqrt(crowd / size);
  return inDisc(apart(rounded(drawn).map((point) => ({ ...point, radius: own }))));
}

/** Makes points that lie around the origin fit into a disc of radius 1. */
function inDisc(points: readonly Point[]): readonly Point[] {
  const farthest = points.reduce((most, { x, y }) => Math.max(most, Math.hypot(x, y)), 1);
  return points.map(({ x, y }) => ({ x: x / farthest, y: y / farthest }));
}

function iterationsFor(size: number): number {
  return Math.round(Math.min(60, Math.max(12, 12_000 / size)));
}

/**
 * Spreads points evenly over a disc: each keeps its direction, and half of how far out it stands is told by how many stand
 * nearer, for forces crowd the middle and throw a few far out.
 */
function rounded(points: readonly Point[]): readonly Point[] {
  if (points.length === 1) return [{ x: 0, y: 0 }];
  const middle = { x: 0, y: 0 };
  for (const { x, y } of points) {
    middle.x += x / points.length;
    middle.y += y / points.length;
  }
  const far = points.map((point) => distance(point, middle));
  const farthest = Math.max(
    1e-9,
    far.reduce((most, one) => Math.max(most, one), 0),
  );
  const order = [...points.keys()].sort((a, b) => (far[a] ?? 0) - (far[b] ?? 0) || a - b);
  const result = [...points];
  for (const [rank, i] of order.entries()) {
    const even = Math.sqrt((rank + 0.5) / points.length);
    const factor = (0.75 * even + 0.25 * ((far[i] ?? 0) / farthest)) / Math.max(far[i] ?? 0, 1e-9);
    const { x, y } = points[i] ?? middle;
    result[i] = { x: (x - middle.x) * factor, y: (y - middle.y) * factor };
  }
  return result;
}

/** Turns each group about its middle so that its members look towards those they are tied to elsewhere. */
function turned(
  points: readonly Point[],
  { ties }: Ties,
  groups: readonly number[],
  centres: readonly Point[],
): readonly Point[] {
  const turns = centres.map(() => ({ cos: 0, sin: 0 }));
  const look = (from: number, to: number, weight: number): void => {
    const group = groups[from] ?? 0;
    const [centre, own, other] = [centres[group], points[from], points[to]];
    const turn = turns[group];
    if (centre === undefined || own === undefined || other === undefined || turn === undefined) return;
    const angle =
      Math.atan2(other.y - centre.y, other.x - centre.x) - Math.atan2(own.y - centre.y, own.x - centre.x);
    const force = weight * distance(own, centre);
    turn.cos += Math.cos(angle) * force;
    turn.sin += Math.sin(angle) * force;
  };
  for (const { a, b, weight } of ties) {
    if (groups[a] === groups[b]) continue;
    look(a, b, weight);
    look(b, a, weight);
  }
  return points.map((point, i) => {
    const { cos, sin } = turns[groups[i] ?? 0] ?? { cos: 0, sin: 0 };
    const centre = centres[groups[i] ?? 0] ?? { x: 0, y: 0 };
    const length = Math.hypot(cos, sin);
    if (length === 0) return point;
    const [x, y] = [point.x - centre.x, point.y - centre.y];
    return shifted({ x: (x * cos - y * sin) / length, y: (x * sin + y * cos) / length }, centre);
  });
}

import type { Tie } from "./ties.ts";

/** The ties of each node: neighbour and weight, in the order of the neighbours. */
type Neighbours = readonly ReadonlyMap<number, number>[];

/** Rounds of moving nodes before a level is taken as settled; a level rarely needs more than five. */
const roundsPerLevel = 20;

/**
 * Groups of nodes that are tied among themselves more than chance would have it: the Louvain method
 * (Blondel et al. 2008), visiting nodes in index order and settling draws for the lowest group, so that
 * there is no chance in it.
 *
 * @returns the group of each node; groups count from 0, the largest first, then the one with the lowest node.
 */
export function groupsOf(size: number, ties: readonly Tie[]): readonly number[] {
  let level = neighboursOf(size, ties);
  let groups = Array.from({ length: size }, (_, i) => i);
  for (;;) {
    const moved = renumbered(settle(level));
    if (moved.count === level.length) return bySize(groups);
    groups = groups.map((node) => moved.groups[node] ?? 0);
    level = merged(level, moved.groups, moved.count);
  }
}

function neighboursOf(size: number, ties: readonly Tie[]): Neighbours {
  const neighbours = Array.from({ length: size }, () => new Map<number, number>());
  for (const { a, b, weight } of ties) {
    neighbours[a]?.set(b, weight);
    neighbours[b]?.set(a, weight);
  }
  return neighbours;
}

/** Moves each node to the neighbouring group that gains most, until none moves. */
function settle(neighbours: Neighbours): readonly number[] {
  const groups = neighbours.map((_, i) => i);
  const strengths = neighbours.map((own) => sum(own.values()));
  const totals = [...strengths];
  const all = sum(strengths);
  for (let round = 0, moves = 1; moves > 0 && round < roundsPerLevel; round++) {
    moves = 0;
    for (const [node, own] of neighbours.entries()) {
      const from = groups[node] ?? 0;
      const strength = strengths[node] ?? 0;
      totals[from] = (totals[from] ?? 0) - strength;
      const to = bestGroup(node, own, groups, totals, strength / (all || 1), from);
      totals[to] = (totals[to] ?? 0) + strength;
      groups[node] = to;
      if (to !== from) moves++;
    }
  }
  return groups;
}

/** The gain of a group is the weight into it less what its strength would draw by chance. */
function bestGroup(
  node: number,
  own: ReadonlyMap<number, number>,
  groups: readonly number[],
  totals: readonly number[],
  share: number,
  from: number,
): number {
  const into = new Map<number, number>([[from, 0]]);
  for (const [other, weight] of own) {
    const group = groups[other] ?? 0;
    if (other !== node) into.set(group, (into.get(group) ?? 0) + weight);
  }
  const gain = (group: number): number => (into.get(group) ?? 0) - (totals[group] ?? 0) * share;
  let best = from;
  for (const group of [...into.keys()].sort((a, b) => a - b)) {
    if (gain(group) > gain(best) + 1e-9) best = group;
  }
  return best;
}

function renumbered(groups: readonly number[]): { groups: readonly number[]; count: number } {
  const numbers = new Map<number, number>();
  for (const group of groups) if (!numbers.has(group)) numbers.set(group, numbers.size);
  return { groups: groups.map((group) => numbers.get(group) ?? 0), count: numbers.size };
}

/** One node for each group; ties within a group become a loop, which counts in its strength. */
function merged(neighbours: Neighbours, groups: readonly number[], count: number): Neighbours {
  const result = Array.from({ length: count }, () => new Map<number, number>());
  for (const [node, own] of neighbours.entries()) {
    const into = result[groups[node] ?? 0];
    for (const [other, weight] of own) {
      const group = groups[other] ?? 0;
      into?.set(group, (into.get(group) ?? 0) + weight);
    }
  }
  return result;
}

function bySize(groups: readonly number[]): readonly number[] {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  // A map keeps the order of first sight, which is that of the lowest node, and the sort is stable.
  const order = [...sizes].sort(([, a], [, b]) => b - a).map(([group]) => group);
  const rank = new Map(order.map((group, i) => [group, i]));
  return groups.map((group) => rank.get(group) ?? 0);
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

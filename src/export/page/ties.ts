import type { Claim } from "../../model/claim.ts";
import type { Graph } from "../../model/graph.ts";
import { byCodeUnit, distinct } from "../../model/order.ts";

/** Two entities that claims tie together; `a < b`. */
export interface Tie {
  /** Indexes into the list of ids. */
  readonly a: number;
  readonly b: number;
  /** Above 0. */
  readonly weight: number;
}

/** The claims as layout and grouping need them: undirected, one tie for each pair, no loops. */
export interface Ties {
  /** The entities that take part in a claim, in code-unit order. */
  readonly ids: readonly string[];
  /** In how many claims each takes part; by index. */
  readonly degrees: readonly number[];
  /** Ordered by `a`, then `b`. */
  readonly ties: readonly Tie[];
}

/** Those who speak or stand in a further role hang on the subject, less firmly than its object does. */
const looseWeight = 0.4;

/** The entities of a claim besides its subject and object, in code-unit order. */
function bystanders(claim: Claim): readonly string[] {
  // Most claims have none, and there may be a great many claims.
  if (claim.arguments.size === 0 && claim.stance.speakers.length < 2) return claim.stance.speakers;
  const roles = [...claim.arguments].filter(([role]) => role !== "content").flatMap(([, ids]) => ids);
  return distinct([...claim.stance.speakers, ...roles]);
}

/** All entities that take part in a claim, in no order, some more than once. */
function participants(claim: Claim): readonly string[] {
  return [claim.subject, ...objectIds(claim), ...bystanders(claim)];
}

/** Collapses the claims of a graph into ties; the order of its lists does not matter. */
export function tiesOf(graph: Graph): Ties {
  const known = new Set(graph.entities.map((entity) => entity.id));
  const ids = distinct(graph.claims.flatMap(participants)).filter((id) => known.has(id));
  const index = new Map(ids.map((id, i) => [id, i]));
  const degrees = ids.map(() => 0);
  const weights = new Map<number, number>();
  for (const claim of [...graph.claims].sort((a, b) => byCodeUnit(a.id, b.id))) {
    for (const id of new Set(participants(claim))) {
      const i = index.get(id);
      if (i !== undefined) degrees[i] = (degrees[i] ?? 0) + 1;
    }
    for (const [a, b, weight] of pairs(claim))
      addWeight(weights, ids.length, index.get(a), index.get(b), weight);
  }
  return { ids, degrees, ties: sortedTies(weights, ids.length) };
}

function objectIds(claim: Claim): readonly string[] {
  return claim.object !== null && "entity" in claim.object ? [claim.object.entity] : [];
}

function pairs(claim: Claim): readonly (readonly [string, string, number])[] {
  return [
    ...objectIds(claim).map((id) => [claim.subject, id, 1] as const),
    ...bystanders(claim).map((id) => [claim.subject, id, looseWeight] as const),
  ];
}

/** A pair's key is `a * size + b`: exact up to 94 million entities. */
function addWeight(
  weights: Map<number, number>,
  size: number,
  a: number | undefined,
  b: number | undefined,
  weight: number,
): void {
  if (a === undefined || b === undefined || a === b) return;
  const key = Math.min(a, b) * size + Math.max(a, b);
  weights.set(key, (weights.get(key) ?? 0) + weight);
}

function sortedTies(weights: ReadonlyMap<number, number>, size: number): readonly Tie[] {
  return [...weights]
    .sort(([a], [b]) => a - b)
    .map(([key, weight]) => ({ a: Math.floor(key / size), b: key % size, weight }));
}

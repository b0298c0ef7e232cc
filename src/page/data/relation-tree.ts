import type { PageRelation } from "../../model/page-payload.ts";
import type { Catalogue } from "./catalogue.ts";

/** A relation with those right below it. */
export interface RelationBranch {
  /** Index into the relations. */
  readonly relation: number;
  /** In payload order. */
  readonly below: readonly RelationBranch[];
}

/** The relations as they hang together, each once; in payload order. */
export interface RelationTree {
  /** Those that nothing stands above. */
  readonly tops: readonly RelationBranch[];
  /** Open relations that nothing stands above. */
  readonly open: readonly RelationBranch[];
}

/** Makes the tree; a circle, which only a hierarchy from strangers can have, is cut at its first relation. */
export function relationTree(relations: readonly PageRelation[]): RelationTree {
  const children = relations.map((): number[] => []);
  for (const [i, { parent }] of relations.entries()) {
    if (parent !== undefined) children[parent]?.push(i);
  }
  const seen = new Set<number>();
  const branch = (relation: number): RelationBranch => {
    seen.add(relation);
    const below = (children[relation] ?? []).filter((child) => !seen.has(child));
    return { relation, below: below.map(branch) };
  };
  const isTop = ({ parent }: PageRelation): boolean =>
    parent === undefined || relations[parent] === undefined;
  const tops = [...relations.entries()].flatMap(([i, row]) => (isTop(row) ? [branch(i)] : []));
  for (const i of relations.keys()) if (!seen.has(i)) tops.push(branch(i));
  const isOpen = ({ relation, below }: RelationBranch): boolean =>
    below.length === 0 && (relations[relation]?.open ?? false);
  return { tops: tops.filter((each) => !isOpen(each)), open: tops.filter(isOpen) };
}

/** How far a relation is among those that are asked for: as a whole, in part, or not at all. */
export type Tick = "whole" | "part" | "none";

/** How far each relation is asked for, by relation. */
export function ticksOf({ relationsBelow }: Catalogue, asked: readonly number[]): readonly Tick[] {
  const whole = new Set(asked.flatMap((relation) => relationsBelow[relation] ?? []));
  return relationsBelow.map((below, relation) => {
    if (whole.has(relation)) return "whole";
    return below.some((each) => whole.has(each)) ? "part" : "none";
  });
}

/** Asks for a relation with all below it; it then stands for those below that were asked for by themselves. */
export function tick(
  { relationsBelow }: Catalogue,
  asked: readonly number[],
  relation: number,
): readonly number[] {
  const below = new Set(relationsBelow[relation]);
  return [...asked.filter((each) => !below.has(each)), relation];
}

/**
 * Asks no longer for a relation. Where one above it was asked for, all others right below that one are asked for instead:
 * its own claims, which no relation below it has, are then not.
 */
export function untick(catalogue: Catalogue, asked: readonly number[], relation: number): readonly number[] {
  const { relationsBelow, payload } = catalogue;
  const holds = (above: number): boolean => relationsBelow[above]?.includes(relation) ?? false;
  const others = (above: number, path: ReadonlySet<number>): readonly number[] => {
    if (above === relation || path.has(above)) return [];
    const next = payload.relations.flatMap(({ parent }, i) => (parent === above ? [i] : []));
    return next.flatMap((each) => (holds(each) ? others(each, new Set([...path, above])) : [each]));
  };
  // What lies below it goes as well: it was asked for twice.
  const below = new Set(relationsBelow[relation]);
  const left = asked.flatMap((each) =>
    holds(each) ? others(each, new Set()) : below.has(each) ? [] : [each],
  );
  return [...new Set(left)];
}

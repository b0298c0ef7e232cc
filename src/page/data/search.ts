import type { Catalogue } from "./catalogue.ts";
import { type Found, findNames, type NameIndex, nameIndex } from "./name-index.ts";

/** The kinds of things that can be found, in the order in which they are shown. */
export const hitKinds = ["entity", "relation", "outlet", "article"] as const;

/** A kind of thing that can be found. */
export type HitKind = (typeof hitKinds)[number];

/** How many of each are shown. */
const most: Readonly<Record<HitKind, number>> = { entity: 8, relation: 4, outlet: 3, article: 4 };

/** Something that was found. */
export interface Hit {
  readonly kind: HitKind;
  /** Index into the entities, relations, `SearchIndex.outlets` or documents. */
  readonly index: number;
  /** The name that was met: of an entity its label or an alias. */
  readonly name: string;
  /** How many claims there are about it, in it, or that say so; of a relation with all below it. */
  readonly claims: number;
}

/** Hits of one kind; never empty. */
export interface HitGroup {
  readonly kind: HitKind;
  readonly hits: readonly Hit[];
}

/** All that can be found. */
export interface SearchIndex {
  /** Names of outlets, as `publisherOf` gives them. */
  readonly outlets: readonly string[];
  readonly names: Readonly<Record<HitKind, NameIndex>>;
  /** By kind and index. */
  readonly claims: Readonly<Record<HitKind, readonly number[]>>;
}

/** Makes the index: labels and aliases of entities, labels of relations, outlets, headlines. */
export function searchIndex(catalogue: Catalogue): SearchIndex {
  const { entities, relations, documents } = catalogue.payload;
  const outlets = [...new Set(catalogue.publishers)];
  return {
    outlets,
    names: {
      entity: nameIndex(entities.map(({ label, aliases }) => [label, ...aliases])),
      relation: nameIndex(relations.map(({ label }) => [label])),
      outlet: nameIndex(outlets.map((name) => [name])),
      article: nameIndex(documents.map(({ headline, id }) => [headline ?? id])),
    },
    claims: {
      entity: catalogue.claimsOf.map((claims) => claims.length),
      relation: claimsPerRelation(catalogue),
      outlet: claimsPerOutlet(catalogue, outlets),
      article: catalogue.claimsIn.map((claims) => claims.length),
    },
  };
}

/**
 * Finds what has a name like the query; among equals the best connected entity, else what has the most claims.
 *
 * @returns the kind that is met best first
 */
export function search(catalogue: Catalogue, index: SearchIndex, query: string): readonly HitGroup[] {
  const { entities } = catalogue.payload;
  const groups = hitKinds.flatMap((kind) => {
    const claims = (thing: number): number => index.claims[kind][thing] ?? 0;
    const weight =
      kind === "entity" ? (entity: number): number => entities[entity]?.place?.size ?? 0 : claims;
    const found = findNames(index.names[kind], query, most[kind], weight);
    return found[0] === undefined
      ? []
      : [{ rank: found[0].rank, kind, hits: found.map(hitOf(kind, claims)) }];
  });
  return groups.sort((a, b) => a.rank - b.rank).map(({ kind, hits }) => ({ kind, hits }));
}

function hitOf(kind: HitKind, claims: (thing: number) => number): (found: Found) => Hit {
  return ({ thing, name }) => ({ kind, index: thing, name, claims: claims(thing) });
}

function claimsPerRelation({ payload, relationsBelow }: Catalogue): readonly number[] {
  const own = payload.relations.map(() => 0);
  for (const { relation } of payload.claims) own[relation] = (own[relation] ?? 0) + 1;
  return relationsBelow.map((below) => below.reduce((sum, relation) => sum + (own[relation] ?? 0), 0));
}

function claimsPerOutlet(catalogue: Catalogue, outlets: readonly string[]): readonly number[] {
  const claims = new Map(outlets.map((name) => [name, new Set<number>()]));
  for (const [document, publisher] of catalogue.publishers.entries()) {
    for (const claim of catalogue.claimsIn[document] ?? []) claims.get(publisher)?.add(claim);
  }
  return outlets.map((name) => claims.get(name)?.size ?? 0);
}

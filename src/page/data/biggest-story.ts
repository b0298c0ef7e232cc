import type { Catalogue } from "./catalogue.ts";
import { heldAs } from "./held.ts";

/** What is told by more independent sources than anything else. */
export interface Story {
  /** Index into the claims: its best telling. */
  readonly claim: number;
  /** Index into the links: the two of whom it tells; undefined where it tells of one. */
  readonly link: number | undefined;
  /** Independent sources; two or more. */
  readonly sources: number;
  /** Documents and claims that tell of the event, or of the two. */
  readonly documents: number;
  readonly claims: number;
}

/**
 * The biggest story among some claims: the event told by most independent sources; where none has two, the two entities
 * of whom most sources tell.
 *
 * @returns undefined where everything is told by one source alone
 */
export function biggestStory(catalogue: Catalogue, shown: readonly number[]): Story | undefined {
  const byEvent = gather(shown, (index) => catalogue.payload.claims[index]?.event);
  const event = best(catalogue, byEvent, (claims) =>
    Math.max(...claims.map((index) => catalogue.payload.claims[index]?.independentSources ?? 0)),
  );
  if (event !== undefined) return event;
  const linkOf = linkIndex(catalogue);
  return best(catalogue, gather(shown, linkOf), (claims) => sourcesOf(catalogue, claims));
}

function best(
  catalogue: Catalogue,
  stories: ReadonlyMap<number, readonly number[]>,
  sourcesIn: (claims: readonly number[]) => number,
): Story | undefined {
  let found: { readonly claims: readonly number[]; readonly rank: readonly number[] } | undefined;
  for (const claims of stories.values()) {
    const rank = [
      sourcesIn(claims),
      whole(catalogue, claims),
      documentsOf(catalogue, claims).size,
      claims.length,
    ];
    if (found === undefined || isMore(rank, found.rank)) found = { claims, rank };
  }
  const sources = found?.rank[0] ?? 0;
  if (found === undefined || sources < 2) return undefined;
  const claim = leading(catalogue, found.claims);
  return {
    claim,
    link: linkIndex(catalogue)(claim),
    sources,
    documents: documentsOf(catalogue, found.claims).size,
    claims: found.claims.length,
  };
}

/** Whether it tells of two: half a sentence is no headline. */
function whole({ payload }: Catalogue, claims: readonly number[]): number {
  return claims.some((index) => payload.claims[index]?.object !== null) ? 1 : 0;
}

/** The claim that tells a story best: a whole sentence, told as fact, by many, for sure. */
function leading({ payload }: Catalogue, claims: readonly number[]): number {
  let [first = -1, ...rest] = claims;
  const rank = (index: number): readonly number[] => {
    const claim = payload.claims[index];
    if (claim === undefined) return [];
    const said = heldAs(claim) === "asserted" ? 1 : 0;
    return [claim.object === null ? 0 : 1, claim.independentSources, said, claim.documents, claim.confidence];
  };
  for (const index of rest) if (isMore(rank(index), rank(first))) first = index;
  return first;
}

function documentsOf({ payload }: Catalogue, claims: readonly number[]): ReadonlySet<number> {
  return new Set(claims.flatMap((i) => payload.claims[i]?.evidence.map(({ document }) => document) ?? []));
}

/** Publishers and wires: all prints of a wire are one source. */
function sourcesOf(catalogue: Catalogue, claims: readonly number[]): number {
  const sources = [...documentsOf(catalogue, claims)].map((document) => {
    const wire = catalogue.payload.documents[document]?.wire;
    return wire === undefined ? catalogue.publishers[document] : wire;
  });
  return new Set(sources).size;
}

/** The links by their two entities, by catalogue: made when first asked for. */
const linksByEnds = new WeakMap<Catalogue, ReadonlyMap<number, number>>();

function linkIndex(catalogue: Catalogue): (claim: number) => number | undefined {
  const { payload, links } = catalogue;
  const keyOf = (from: number, to: number): number => from * payload.entities.length + to;
  const known = linksByEnds.get(catalogue);
  const byEnds = known ?? new Map(links.map(({ from, to }, i) => [keyOf(from, to), i]));
  if (known === undefined) linksByEnds.set(catalogue, byEnds);
  return (index) => {
    const { subject = -1, object = null } = payload.claims[index] ?? {};
    if (typeof object !== "number" || object === subject) return undefined;
    return byEnds.get(keyOf(Math.min(subject, object), Math.max(subject, object)));
  };
}

function gather(
  claims: readonly number[],
  key: (claim: number) => number | undefined,
): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const index of claims) {
    const at = key(index);
    if (at === undefined) continue;
    const group = groups.get(at) ?? [];
    groups.set(at, group);
    group.push(index);
  }
  return groups;
}

function isMore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

import type { PageEntity } from "../model/page-payload.ts";

/** One name under which an entity is found. */
interface Entry {
  readonly entity: number;
  readonly name: string;
  readonly folded: string;
}

/** The names of all entities, made ready once. */
export type SearchIndex = readonly Entry[];

/** An entity that was found, and the name that was met. */
export interface Hit {
  readonly entity: number;
  readonly name: string;
}

/** Letters that Unicode does not take apart into a base and a mark. */
const plainLetters = new Map([
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["ı", "i"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
]);

/** A name without case, diacritics and marks between words: "Deir ez-Zôr" is "deir ez zor". */
export function fold(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}'’ʼʿʾ]/gu, "")
    .toLowerCase()
    .replace(/[øłđðıßæœþ]/g, (letter) => plainLetters.get(letter) ?? letter)
    .replace(/[^\p{L}\p{N}\p{S}]+/gu, " ")
    .trim();
}

/** Makes the index of labels and aliases. */
export function searchIndex(entities: readonly PageEntity[]): SearchIndex {
  return entities.flatMap(({ label, aliases }, entity) =>
    [label, ...aliases].map((name) => ({ entity, name, folded: fold(name) })),
  );
}

/**
 * Finds entities by what they are called: whole names first, then beginnings of names, of words, then all words
 * in any order; among equals the best connected.
 *
 * @returns each entity once, at most `limit`
 */
export function search(
  index: SearchIndex,
  entities: readonly PageEntity[],
  query: string,
  limit: number,
): readonly Hit[] {
  const wanted = fold(query);
  if (wanted === "") return [];
  const best = new Map<number, { readonly hit: Hit; readonly rank: number }>();
  for (const { entity, name, folded } of index) {
    const rank = rankOf(folded, wanted);
    if (rank < (best.get(entity)?.rank ?? noMatch)) best.set(entity, { hit: { entity, name }, rank });
  }
  const size = (entity: number): number => entities[entity]?.place?.size ?? 0;
  return [...best.values()]
    .sort((a, b) => a.rank - b.rank || size(b.hit.entity) - size(a.hit.entity) || a.hit.entity - b.hit.entity)
    .slice(0, limit)
    .map(({ hit }) => hit);
}

const noMatch = 5;

/** From 0, the whole name, to `noMatch`. */
function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (` ${name}`.includes(` ${wanted}`)) return 2;
  if (wanted.split(" ").every((word) => ` ${name}`.includes(` ${word}`))) return 3;
  return wanted.length > 2 && name.includes(wanted) ? 4 : noMatch;
}

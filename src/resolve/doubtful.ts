import { byCodeUnit } from "../model/order.ts";
import {
  commonKeys,
  isPart,
  type Sign,
  type Spelling,
  spellingOf,
  stronger,
  strongestSign,
} from "./likeness.ts";

/** What is asked of an entity to say whether it may be another. */
export interface Named {
  readonly id: string;
  readonly label: string;
  /** A class; `Entity` where none is known. */
  readonly type: string;
  readonly aliases: readonly string[];
  readonly sameAs: readonly string[];
  /** Ids of entities that a person has said to be others. */
  readonly differentFrom: readonly string[];
}

/** Two entities that may be one and were not merged. */
export interface Doubt {
  /** In code-unit order. */
  readonly ids: readonly [string, string];
  /** From 0 to 1, two decimals. */
  readonly score: number;
  /** In words for people. */
  readonly reason: string;
}

/** How many names of an entity are compared: its label first. */
const COMPARED = 60;
/** What more names than these have in common tells nothing. */
const COMMON = 200;
/** The score below which nobody need look. */
const LEAST = 0.15;
const UNKNOWN = "Entity";

/**
 * Pairs of entities that may be one, the likeliest first; of the same class, or one of none.
 *
 * The score is that of the strongest sign between two of their names:
 *
 * - one name: 0.95
 * - the same three consonants or more: 0.5, and 0.4 times how much of the letters is the same; of persons 0.2 less
 * - in each word one letter in four differs at most, and no digit: 0.3, and 0.5 times how much of the letters is the same
 * - one is the abbreviation of the other: 0.7
 * - one is the last word of the other, and none is known to be anything but a person: 0.6; the words of one are among those of the other: 0.4;
 *   each divided by how many have that name inside theirs
 *
 * Where one has no class, a tenth less. No doubt is left where both are linked to different things elsewhere, or where a
 * person has said that they differ. Does not depend on the order of the entities.
 */
export function doubtfulPairs(entities: readonly Named[]): readonly Doubt[] {
  return [...signsBetween(entities).values()]
    .map(({ pair, sign }) => doubtOf(pair, sign))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || byCodeUnit(a.ids[0], b.ids[0]) || byCodeUnit(a.ids[1], b.ids[1]));
}

type Pair = readonly [Named, Named];

function doubtOf([a, b]: Pair, { score, reason }: Sign): Doubt {
  const sure = a.type === UNKNOWN || b.type === UNKNOWN ? 0.9 : 1;
  const ids = [a.id, b.id].sort(byCodeUnit) as [string, string];
  return { ids, score: Math.round(score * sure * 100) / 100, reason };
}

/** The strongest sign between each two entities that have any. */
function signsBetween(
  entities: readonly Named[],
): ReadonlyMap<string, { readonly pair: Pair; readonly sign: Sign }> {
  const borne = entities.flatMap(namesOf);
  const holders = holdersIn(borne);
  const found = new Map<string, { readonly pair: Pair; readonly sign: Sign }>();
  for (const [one, other] of candidates(borne)) {
    const pair = [one.bearer, other.bearer] as const;
    if (!comparable(...pair)) continue;
    const persons = pair.every(mayBePerson);
    const key = `${one.bearer.id} ${other.bearer.id}`;
    const sign = stronger(
      found.get(key)?.sign,
      strongestSign(one.spelling, other.spelling, { persons, holders }),
    );
    if (sign) found.set(key, { pair, sign });
  }
  return found;
}

/** A name, and whose it is. */
interface Borne {
  readonly bearer: Named;
  readonly spelling: Spelling;
}

/** The names of an entity, each once. */
function namesOf(bearer: Named): readonly Borne[] {
  const spellings = [bearer.label, ...bearer.aliases]
    .slice(0, COMPARED)
    .flatMap((name) => spellingOf(name) ?? []);
  const byKey = new Map(spellings.toReversed().map((spelling) => [spelling.key, spelling]));
  return [...byKey.values()].map((spelling) => ({ bearer, spelling }));
}

/** Counts how many have the words of a name inside a longer name of theirs; each name once. */
function holdersIn(borne: readonly Borne[]): (name: Spelling) => number {
  const byWord = new Map<string, Borne[]>();
  for (const name of borne) {
    for (const word of new Set(name.spelling.words)) {
      const list = byWord.get(word);
      if (list) list.push(name);
      else byWord.set(word, [name]);
    }
  }
  const counts = new Map<string, number>();
  const count = (name: Spelling) => {
    const lists = name.words.map((word) => byWord.get(word) ?? []).sort((a, b) => a.length - b.length);
    const longer = (lists[0] ?? []).filter(({ spelling }) => isPart(name, spelling));
    return new Set(longer.map(({ bearer }) => bearer.id)).size;
  };
  return (name) => {
    const found = counts.get(name.key) ?? count(name);
    counts.set(name.key, found);
    return found;
  };
}

/** Pairs of names that have something in common by which they could be one thing's; some more than once. */
function* candidates(borne: readonly Borne[]): Generator<readonly [Borne, Borne]> {
  const blocks = new Map<string, Borne[]>();
  for (const name of borne) {
    for (const key of new Set(commonKeys(name.spelling))) {
      const block = blocks.get(key);
      if (block) block.push(name);
      else blocks.set(key, [name]);
    }
  }
  for (const block of blocks.values()) {
    if (block.length > COMMON) continue;
    for (const [i, one] of block.entries()) for (const other of block.slice(i + 1)) yield [one, other];
  }
}

function comparable(a: Named, b: Named): boolean {
  if (a.id === b.id) return false;
  if (a.type !== b.type && a.type !== UNKNOWN && b.type !== UNKNOWN) return false;
  if (a.differentFrom.includes(b.id) || b.differentFrom.includes(a.id)) return false;
  return a.sameAs.length === 0 || b.sameAs.length === 0 || a.sameAs.some((iri) => b.sameAs.includes(iri));
}

function mayBePerson({ type }: Named): boolean {
  return type === "Person" || type === UNKNOWN;
}

import { align, type IndexedPrint, type Match } from "./alignment.ts";
import type { Print } from "./print.ts";

/** Two prints that share text of one wire. */
export interface Link {
  readonly a: Print;
  readonly b: Print;
  /** Ordered by place. Never empty. */
  readonly matches: readonly Match[];
}

/** Part of an article: so many sentences, and so great a share of the article with fewer. */
const PART = { sentences: 3, share: 0.25 } as const;
/** Most of a short article. */
const MOST = { sentences: 2, share: 0.5 } as const;
/** Prints of one story are seldom further apart; what an agency keeps at hand for other days is part of an article there too. */
const DAYS_APART = 3;
/** Of articles further apart: the story itself, with what it keeps at hand. */
const AGAIN = { sentences: 3, share: 0.6 } as const;

/** Fewer words in all are nearly alike by chance, be they a whole article. */
const LEAST_WORDS = 10;

/** The link between two documents, or undefined where they are not prints of one wire. */
export function linkOf(one: IndexedPrint, b: Print): Link | undefined {
  const a = one.print;
  const matches = align(one, b);
  if (matches.length === 0) return undefined;
  const [inA, inB] = [new Set(matches.map((match) => match.a)), new Set(matches.map((match) => match.b))];
  const words = Math.min(wordsAmong(a, inA), wordsAmong(b, inB));
  if (words < LEAST_WORDS && wordsOf(a) !== wordsOf(b)) return undefined;
  const shared = Math.min(countingAmong(a, inA), countingAmong(b, inB));
  const share = shared / Math.max(1, Math.min(a.counting, b.counting));
  const ways = daysBetween(a, b) > DAYS_APART ? [AGAIN] : [PART, MOST];
  const enough = ways.some((way) => shared >= way.sentences && share >= way.share);
  const [wholeA, wholeB] = [holdsBody(a, inA), holdsBody(b, inB)];
  const whole = (shared > 0 && (wholeA || wholeB)) || (wholeA && wholeB);
  return enough || whole ? { a, b, matches } : undefined;
}

/** How many of some sentences of a print count. */
function countingAmong({ sentences }: Print, places: ReadonlySet<number>): number {
  return sentences.filter(({ counts }, i) => counts && places.has(i)).length;
}

function wordsAmong({ sentences }: Print, places: ReadonlySet<number>): number {
  return [...places].reduce((sum, place) => sum + (sentences[place]?.words.length ?? 0), 0);
}

function wordsOf({ sentences }: Print): string {
  return sentences.map((sentence) => sentence.words.join(" ")).join("\n");
}

/** Whether some sentences of a print are all of its body, be it nothing but quotations. */
function holdsBody({ sentences }: Print, places: ReadonlySet<number>): boolean {
  return sentences.every(({ body }, i) => !body || places.has(i)) && sentences.some(({ body }) => body);
}

const DAY = 86_400_000;

/** Nought where one has no date. */
function daysBetween({ document: a }: Print, { document: b }: Print): number {
  if (!a.published || !b.published) return 0;
  return Math.abs(Date.parse(a.published) - Date.parse(b.published)) / DAY;
}

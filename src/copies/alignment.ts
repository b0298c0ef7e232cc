import { likeness } from "./likeness.ts";
import type { Print, PrintSentence } from "./print.ts";

/** Sentences that are alike from here on are copies by themselves. */
const ALIKE = 0.6;
/** Between or beside copies a sentence was reworded, where it is alike from here on. */
const REWORDED = 0.45;
/** How far a reworded sentence may be from the copy beside it: a print may have one more in between. */
const STEPS: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 2],
  [2, 1],
];

/** Two sentences that are copies, by their places in two prints. */
export interface Match {
  readonly a: number;
  readonly b: number;
}

/** The sentences that two prints share; ordered by place in the first, then in the second. */
export function align(one: IndexedPrint, b: Print): readonly Match[] {
  const a = one.print;
  const scores = new Map<number, number>();
  const width = b.sentences.length;
  const consider = (i: number, j: number, least: number): boolean => {
    const [first, second] = [a.sentences[i], b.sentences[j]];
    const key = i * width + j;
    if (!first || !second || scores.has(key)) return false;
    const score = disagree(first, second) ? 0 : likeness(first.words, second.words);
    if (score >= least) scores.set(key, score);
    return score >= least;
  };
  const found = sharingWords(one, b).filter(([i, j]) => consider(i, j, ALIKE));
  // Grows while it is walked: beside a reworded sentence another may stand.
  for (const [i, j] of found) {
    for (const [down, right] of STEPS) {
      if (consider(i + down, j + right, REWORDED)) found.push([i + down, j + right]);
      if (consider(i - down, j - right, REWORDED)) found.push([i - down, j - right]);
    }
  }
  return bestOf(scores, width);
}

/** Whether two sentences tell numbers and no number alike: two days of one weather, of one market. */
function disagree({ numbers: a }: PrintSentence, { numbers: b }: PrintSentence): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((number) => b.has(number));
}

/** A run of words that more sentences of one document share is a pattern of its own; it would pair all with all. */
const PATTERN = 16;

/** A print with its sentences by what stands in them; made once for all that it is compared with. */
export interface IndexedPrint {
  readonly print: Print;
  /** The places of sentences by a run of words. */
  readonly byRun: ReadonlyMap<number, readonly number[]>;
  /** The place of a sentence by all its words. */
  readonly byWords: ReadonlyMap<string, number>;
}

/** Looks through a print for what others may share with it. */
export function indexed(print: Print): IndexedPrint {
  const byRun = new Map<number, number[]>();
  const byWords = new Map<string, number>();
  print.sentences.forEach(({ shingles, words }, place) => {
    if (shingles.size > 0) byWords.set(words.join(" "), place);
    for (const shingle of shingles) {
      const list = byRun.get(shingle);
      if (list) list.push(place);
      else byRun.set(shingle, [place]);
    }
  });
  return { print, byRun, byWords };
}

/** Pairs of sentences that share a run of words. */
function sharingWords({ byRun, byWords }: IndexedPrint, { sentences }: Print): [number, number][] {
  const pairs: [number, number][] = [];
  sentences.forEach(({ shingles, words }, j) => {
    const copy = byWords.get(words.join(" "));
    const found = new Set(copy === undefined ? [] : [copy]);
    for (const shingle of shingles) {
      const places = byRun.get(shingle);
      if (places && places.length <= PATTERN) for (const place of places) found.add(place);
    }
    for (const i of found) pairs.push([i, j]);
  });
  return pairs.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
}

/**
 * Leaves to each sentence those that it is most alike, so that sentences of one pattern do not all match.
 *
 * A reworded one must be the best of both: else the neighbour of a sentence that one print cuts would take its place.
 */
function bestOf(scores: ReadonlyMap<number, number>, width: number): readonly Match[] {
  const [ofA, ofB] = [new Map<number, number>(), new Map<number, number>()];
  const raise = (best: Map<number, number>, at: number, score: number) =>
    best.set(at, Math.max(best.get(at) ?? 0, score));
  const pairs = [...scores].map(([key, score]) => ({ a: Math.floor(key / width), b: key % width, score }));
  for (const { a, b, score } of pairs) {
    raise(ofA, a, score);
    raise(ofB, b, score);
  }
  return pairs
    .filter(({ a, b, score }) => {
      const [bestOfA, bestOfB] = [score === ofA.get(a), score === ofB.get(b)];
      return (bestOfA && bestOfB) || (score >= ALIKE && (bestOfA || bestOfB));
    })
    .map(({ a, b }) => ({ a, b }))
    .sort((x, y) => x.a - y.a || x.b - y.b);
}

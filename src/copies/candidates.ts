import type { Print } from "./print.ts";

/** Runs of words that so many documents share are phrases of the language, of a house, or of a story with many prints. */
const MANY = 32;
/** Documents that share fewer runs of words are not compared. */
const LEAST_RUNS = 3;
/** With how many others a document is compared at most: those that it shares most runs with. */
const COMPARED = 24;
/** How many of a document's smallest hashes make its sketch. */
const SKETCH = 4;

/**
 * Pairs of places in a list of prints that are worth comparing, since they share runs of words; the smaller place first.
 *
 * An inverted index as one sorted array of numbers. No step is quadratic in the documents or their sentences: a run that
 * many share counts only among neighbours in an order that puts copies side by side, and each document has a bounded
 * number of partners.
 */
export function candidatePairs(prints: readonly Print[]): readonly (readonly [number, number])[] {
  const groups = prints.map((): (readonly number[])[] => []);
  for (const group of groupsByRun(prints)) for (const at of group) groups[at]?.push(group);
  const counts = new Uint32Array(prints.length);
  const pairs = new Set<number>();
  for (let at = 0; at < prints.length; at++) {
    const met: number[] = [];
    for (const group of groups[at] ?? []) {
      for (const other of group) {
        if (counts[other] === 0) met.push(other);
        counts[other] = (counts[other] as number) + 1;
      }
    }
    const partners = met
      .filter((other) => other !== at && (counts[other] as number) >= LEAST_RUNS)
      .sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
    for (const other of partners.slice(0, COMPARED))
      pairs.add(Math.min(at, other) * prints.length + Math.max(at, other));
    for (const other of met) counts[other] = 0;
  }
  return [...pairs]
    .sort((a, b) => a - b)
    .map((key) => [Math.floor(key / prints.length), key % prints.length]);
}

/** For every run of words that more than one document holds, the places of those documents, a few together. */
function* groupsByRun(prints: readonly Print[]): Generator<readonly number[]> {
  const sketches = prints.map(sketchOf);
  for (const sharing of documentsByRun(prints)) {
    if (sharing.length <= MANY) {
      yield sharing;
      continue;
    }
    const inOrder = [...sharing].sort((a, b) => bySketch(sketches[a], sketches[b]) || a - b);
    for (let from = 0; from < inOrder.length; from += MANY / 2) yield inOrder.slice(from, from + MANY);
  }
}

/** How many documents can be told apart: place and hash of 32 bits stand in the 53 bits of a number. */
const DOCUMENTS = 2 ** 21;

function* documentsByRun(prints: readonly Print[]): Generator<readonly number[]> {
  if (prints.length > DOCUMENTS) throw new RangeError(`more than ${DOCUMENTS} documents cannot be compared`);
  const sizes = prints.flatMap(({ sentences }) => sentences.map(({ shingles }) => shingles.size));
  const entries = new Float64Array(sizes.reduce((sum, size) => sum + size, 0));
  let filled = 0;
  prints.forEach(({ sentences }, at) => {
    for (const { shingles } of sentences)
      for (const shingle of shingles) entries[filled++] = shingle * DOCUMENTS + at;
  });
  // Brings equal runs together, and in each the documents in their order.
  entries.sort();
  let [run, sharing]: [number, number[]] = [-1, []];
  for (const entry of entries) {
    const [hash, at] = [Math.floor(entry / DOCUMENTS), entry % DOCUMENTS];
    if (hash !== run) {
      if (sharing.length > 1) yield sharing;
      [run, sharing] = [hash, []];
    }
    if (sharing.at(-1) !== at) sharing.push(at);
  }
  if (sharing.length > 1) yield sharing;
}

/** The smallest hashes of all runs of a document: likely the same for two that are alike. */
function sketchOf({ sentences }: Print): readonly number[] {
  const all = Float64Array.from(new Set(sentences.flatMap(({ shingles }) => [...shingles]))).sort();
  return [...all.subarray(0, SKETCH)];
}

function bySketch(a: readonly number[] = [], b: readonly number[] = []): number {
  for (let i = 0; i < SKETCH; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

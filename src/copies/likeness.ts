/** What is asked of a sentence that holds another: so much of the shorter one stands in the longer one. */
const CONTAINED = 0.85;
/** A shorter sentence may stand in a longer one by chance. */
const CONTAINED_WORDS = 8;

/**
 * How much two sentences are one in their words and the order of them, from 0 to 1.
 *
 * Twice the longest common subsequence over the words of both; or, where the shorter one stands almost whole in the
 * longer, the share of it that does: one print joins two sentences, another cuts the end of one.
 */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return 0;
  const common = commonWords(short, long);
  const whole = (2 * common) / (short.length + long.length);
  if (short.length < CONTAINED_WORDS || common < CONTAINED * short.length) return whole;
  const contained = runsShared(short, long);
  return contained < CONTAINED ? whole : Math.max(whole, contained);
}

/** The length of the longest common subsequence. */
function commonWords(a: Uint32Array, b: Uint32Array): number {
  let first = 0;
  while (first < a.length && a[first] === b[first]) first++;
  // What begins alike is common whatever follows; copies mostly do, and are done here.
  return first === 0 ? commonIn(a, b) : first + commonIn(a.subarray(first), b.subarray(first));
}

function commonIn(a: Uint32Array, b: Uint32Array): number {
  let above = new Uint16Array(b.length + 1);
  let row = new Uint16Array(b.length + 1);
  for (const word of a) {
    for (let j = 0; j < b.length; j++) {
      const best = Math.max(above[j + 1] as number, row[j] as number);
      row[j + 1] = word === b[j] ? (above[j] as number) + 1 : best;
    }
    [above, row] = [row, above];
  }
  return above[b.length] as number;
}

/** The share of a sentence's words that stand in another one in runs of three or more. */
function runsShared(short: Uint32Array, long: Uint32Array): number {
  const runs = new Set<string>();
  for (let at = 0; at + 3 <= long.length; at++) runs.add(runAt(long, at));
  const shared = new Uint8Array(short.length);
  for (let at = 0; at + 3 <= short.length; at++) {
    if (runs.has(runAt(short, at))) shared.fill(1, at, at + 3);
  }
  return shared.reduce((sum, one) => sum + one, 0) / short.length;
}

function runAt(words: Uint32Array, at: number): string {
  return `${words[at]} ${words[at + 1]} ${words[at + 2]}`;
}

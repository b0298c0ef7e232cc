/**
 * The heads of a sentence of `n` words from the scores of all arcs: those of the best projective tree with one root.
 *
 * `scores` has a row of n + 1 for each word: first the root's, then those of word 1 to n as its head. The best head of each
 * word is taken where these make such a tree; else Eisner's algorithm (1996) finds the best one, in the cube of n.
 *
 * @returns heads counted from 1, 0 for the root.
 */
export function bestTree(scores: Float32Array, n: number): Int32Array {
  const heads = greedyHeads(scores, n);
  return isProjectiveTree(heads) ? heads : eisner(scores, n);
}

function greedyHeads(scores: Float32Array, n: number): Int32Array {
  const heads = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const row = i * (n + 1);
    let best = Number.NEGATIVE_INFINITY;
    for (let j = 0; j <= n; j++) {
      const score = scores[row + j] as number;
      if (j !== i + 1 && score > best) {
        best = score;
        heads[i] = j;
      }
    }
  }
  return heads;
}

/** Whether heads make one tree with one root in which no two arcs cross. */
export function isProjectiveTree(heads: Int32Array): boolean {
  const n = heads.length;
  let roots = 0;
  for (const head of heads) if (head === 0) roots++;
  if (roots !== 1) return false;
  for (let i = 1; i <= n; i++) {
    let [at, steps] = [i, 0];
    while (at !== 0 && steps <= n) {
      at = heads[at - 1] as number;
      steps++;
    }
    if (at !== 0) return false;
  }
  return !hasCrossing(heads);
}

/** Arcs cross where a word between the ends of one hangs on a word beyond them. */
function hasCrossing(heads: Int32Array): boolean {
  for (let i = 1; i <= heads.length; i++) {
    const head = heads[i - 1] as number;
    const [low, high] = head < i ? [head, i] : [i, head];
    for (let k = low + 1; k < high; k++) {
      const other = heads[k - 1] as number;
      if (other < low || other > high) return true;
    }
  }
  return false;
}

/** Tables of Eisner's algorithm over words 1 to n; a cell is for the span from s to t. */
interface Chart {
  readonly n: number;
  /** Best scores of spans: open where an arc joins the ends, closed where one end has all its words; to left and right. */
  readonly openLeft: Float64Array;
  readonly openRight: Float64Array;
  readonly closedLeft: Float64Array;
  readonly closedRight: Float64Array;
  /** The places where the best parts meet. */
  readonly meetOpen: Int32Array;
  readonly meetLeft: Int32Array;
  readonly meetRight: Int32Array;
}

function eisner(scores: Float32Array, n: number): Int32Array {
  const chart = filledChart(scores, n);
  const at = (s: number, t: number) => (s - 1) * n + (t - 1);
  // One word hangs on the root; what stands left and right of it hangs, at last, on it.
  let [root, best] = [1, Number.NEGATIVE_INFINITY];
  for (let r = 1; r <= n; r++) {
    const inside = (chart.closedLeft[at(1, r)] as number) + (chart.closedRight[at(r, n)] as number);
    const total = inside + (scores[(r - 1) * (n + 1)] as number);
    if (total > best) [root, best] = [r, total];
  }
  const heads = new Int32Array(n);
  readClosedLeft(chart, 1, root, heads);
  readClosedRight(chart, root, n, heads);
  return heads;
}

function filledChart(scores: Float32Array, n: number): Chart {
  const chart: Chart = {
    n,
    openLeft: new Float64Array(n * n),
    openRight: new Float64Array(n * n),
    closedLeft: new Float64Array(n * n),
    closedRight: new Float64Array(n * n),
    meetOpen: new Int32Array(n * n),
    meetLeft: new Int32Array(n * n),
    meetRight: new Int32Array(n * n),
  };
  const { openLeft, openRight, closedLeft, closedRight, meetOpen, meetLeft, meetRight } = chart;
  const arc = (head: number, word: number) => scores[(word - 1) * (n + 1) + head] as number;
  for (let width = 1; width < n; width++) {
    for (let s = 1; s + width <= n; s++) {
      const t = s + width;
      const cell = (s - 1) * n + t - 1;
      let best = Number.NEGATIVE_INFINITY;
      for (let k = s; k < t; k++) {
        const value = (closedRight[(s - 1) * n + k - 1] as number) + (closedLeft[k * n + t - 1] as number);
        if (value > best) {
          best = value;
          meetOpen[cell] = k;
        }
      }
      openLeft[cell] = best + arc(t, s);
      openRight[cell] = best + arc(s, t);
      best = Number.NEGATIVE_INFINITY;
      for (let k = s; k < t; k++) {
        const value = (closedLeft[(s - 1) * n + k - 1] as number) + (openLeft[(k - 1) * n + t - 1] as number);
        if (value > best) {
          best = value;
          meetLeft[cell] = k;
        }
      }
      closedLeft[cell] = best;
      best = Number.NEGATIVE_INFINITY;
      for (let k = s + 1; k <= t; k++) {
        const value =
          (openRight[(s - 1) * n + k - 1] as number) + (closedRight[(k - 1) * n + t - 1] as number);
        if (value > best) {
          best = value;
          meetRight[cell] = k;
        }
      }
      closedRight[cell] = best;
    }
  }
  return chart;
}

/** Spans in which the right end governs all words, or the left one, read back into heads. */
function readClosedLeft(chart: Chart, s: number, t: number, heads: Int32Array): void {
  if (s === t) return;
  const k = chart.meetLeft[(s - 1) * chart.n + t - 1] as number;
  readClosedLeft(chart, s, k, heads);
  heads[k - 1] = t;
  readOpen(chart, k, t, heads);
}

function readClosedRight(chart: Chart, s: number, t: number, heads: Int32Array): void {
  if (s === t) return;
  const k = chart.meetRight[(s - 1) * chart.n + t - 1] as number;
  heads[k - 1] = s;
  readOpen(chart, s, k, heads);
  readClosedRight(chart, k, t, heads);
}

function readOpen(chart: Chart, s: number, t: number, heads: Int32Array): void {
  const k = chart.meetOpen[(s - 1) * chart.n + t - 1] as number;
  readClosedRight(chart, s, k, heads);
  readClosedLeft(chart, k + 1, t, heads);
}

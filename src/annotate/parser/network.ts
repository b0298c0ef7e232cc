import type { Engine, EngineMaker } from "./engine.ts";
import { FormTable } from "./form-table.ts";
import { type Address, Layout, type Placed, place, store } from "./memory.ts";
import { bestTree } from "./tree.ts";
import type { Weights } from "./weights.ts";

/** What the network says of a sentence; all lists but the last have a number for each word. */
export interface Reading {
  /** Places in the lists of tags and labels of the weights. */
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  readonly labels: Uint8Array;
  /** Counted from 1; 0 is the root. One projective tree. */
  readonly heads: Int32Array;
  /** No two cross; they may lie inside one another. In the order of their first words, the longer first. */
  readonly spans: readonly ReadSpan[];
}

/** A mention: words `first` to `last`, counted from 0, both inside; `type` is a place in the weights' list of types. */
export interface ReadSpan {
  readonly first: number;
  readonly last: number;
  readonly type: number;
  /** How much likelier a mention is than none, as log odds. */
  readonly score: number;
}

/** Hidden states and vectors of forms stand for this part of one, other inner values for this one. */
const STATE_UNIT = 16_384;
const INNER_UNIT = 1024;
/** Sentences are read together until they have so many words. */
const BATCH = 256;

/** Where the parts of what reads the encoder lie in a row of singles. */
interface Columns {
  readonly upos: number;
  readonly xpos: number;
  readonly arcDependent: number;
  readonly arcHead: number;
  readonly labelDependent: number;
  readonly labelHead: number;
  readonly spanFirst: number;
  readonly spanLast: number;
  readonly typeHead: number;
}

/** A sentence in a batch: its words lie in rows from `row` on. */
interface Seat {
  /** Its place among the sentences that were given. */
  readonly sentence: number;
  readonly row: number;
  readonly length: number;
}

/** The network in the memory of one engine. It is not to be used by two callers at one time. */
export class Network {
  readonly weights: Weights;
  readonly #engine: Engine;
  readonly #forms: FormTable;
  readonly #matrices: ReadonlyMap<string, Placed>;
  readonly #columns: Columns;
  readonly #vectors: ReadonlyMap<string, Address>;
  readonly #work: Readonly<Record<WorkName, Address>>;
  readonly #f32: Float32Array;
  readonly #i32: Int32Array;

  /** Sets a network up in an engine's memory; `longest` is the most words that a sentence may have. */
  constructor(weights: Weights, makeEngine: EngineMaker, longest: number) {
    this.weights = weights;
    const layout = new Layout();
    this.#forms = new FormTable(weights, layout);
    const matrices = matricesOf(weights).map(([name, unit]) => ({
      name,
      unit,
      matrix: weights.matrix(name),
    }));
    this.#matrices = new Map(matrices.map(({ name, matrix }) => [name, place(layout, matrix)]));
    const vectors = (["arc.root", "label.root"] as const).map(
      (name) => [name, weights.vector(name)] as const,
    );
    this.#vectors = new Map(vectors.map(([name, values]) => [name, layout.take(values.length * 4)]));
    this.#work = workOf(weights, layout, BATCH + longest, longest, (name) => this.#matrix(name));
    this.#engine = makeEngine(layout.size);
    this.#f32 = new Float32Array(this.#engine.buffer);
    this.#i32 = new Int32Array(this.#engine.buffer);
    this.#forms.open(this.#engine);
    for (const { name, unit, matrix } of matrices)
      store(this.#engine.buffer, this.#matrix(name), matrix, unit);
    for (const [name, values] of vectors) this.#f32.set(values, this.#vector(name) / 4);
    this.#columns = columnsOf(weights);
  }

  /** Reads sentences of 1 to `longest` words; the answers stand in the same order. */
  read(sentences: readonly (readonly string[])[]): readonly Reading[] {
    const readings: Reading[] = new Array(sentences.length);
    for (const seats of batchesOf(sentences)) {
      this.#encode(sentences, seats);
      for (const [i, reading] of this.#answers(seats).entries())
        readings[(seats[i] as Seat).sentence] = reading;
    }
    return readings;
  }

  #matrix(name: string): Placed {
    return this.#matrices.get(name) as Placed;
  }

  #vector(name: string): Address {
    return this.#vectors.get(name) as Address;
  }

  /** Leaves in `states` what the encoder makes of the words, and in `heads` what is read from it. */
  #encode(sentences: readonly (readonly string[])[], seats: readonly Seat[]): void {
    const { layers, hidden } = this.weights;
    const { input, states, gates, h, c, acc, starts, lengths, heads } = this.#work;
    const engine = this.#engine;
    const words = seats.reduce((sum, { length }) => sum + length, 0);
    this.#forms.put(
      seats.flatMap(({ sentence }) => sentences[sentence] as readonly string[]),
      input,
    );
    seats.forEach(({ row, length }, s) => {
      this.#i32[starts / 4 + s] = row;
      this.#i32[lengths / 4 + s] = length;
    });
    let [from, to] = [input, states];
    for (let layer = 0; layer < layers; layer++) {
      for (const way of [0, 1]) {
        const enter = this.#matrix(`lstm.${layer}.${way}.in`);
        const back = this.#matrix(`lstm.${layer}.${way}.back`);
        engine.products(from, enter.weights, gates, words, enter.rows, enter.columns);
        engine.scaled(gates, enter.scale, enter.bias, words, enter.rows);
        const out = to + way * hidden * 2;
        engine.lstm(
          ...([gates, back.weights, back.scale, h, c, acc, out, hidden * 4, starts, lengths] as const),
          ...([seats.length, hidden, way] as const),
        );
      }
      [from, to] = [to, from === input ? this.#work.otherStates : from];
    }
    const reader = this.#matrix("heads");
    engine.products(from, reader.weights, heads, words, reader.rows, reader.columns);
    engine.scaled(heads, reader.scale, reader.bias, words, reader.rows);
  }

  #answers(seats: readonly Seat[]): readonly Reading[] {
    const { arc, span } = this.weights;
    const engine = this.#engine;
    const columns = this.#columns;
    const reader = this.#matrix("heads");
    const stride = reader.rows * 4;
    const words = seats.reduce((sum, { length }) => sum + length, 0);
    const { heads, inner, arcPairs, spanPairs } = this.#work;
    for (const [column, width] of [
      [columns.arcDependent, arc],
      [columns.arcHead, arc],
      [columns.spanFirst, span],
      [columns.spanLast, span],
    ] as const)
      engine.leaky(heads + column * 4, stride, words, width);
    engine.rounded(heads + columns.arcDependent * 4, stride, inner, words, arc, INNER_UNIT);
    this.#apply("arc.pair", inner, arcPairs, words);
    engine.rounded(heads + columns.spanFirst * 4, stride, inner, words, span, INNER_UNIT);
    this.#apply("span.pair", inner, spanPairs, words);
    this.#apply("type.form", this.#work.input, this.#work.typeForms, words);
    const trees = seats.map((seat) => this.#tree(seat));
    const labels = this.#labels(seats, trees, words);
    return seats.map((seat, i) => ({
      upos: this.#best(seat, heads / 4 + columns.upos, reader.rows, this.weights.upos.length),
      xpos: this.#best(seat, heads / 4 + columns.xpos, reader.rows, this.weights.xpos.length),
      labels: labels.subarray(seat.row, seat.row + seat.length),
      heads: trees[i] as Int32Array,
      spans: this.#spans(seat, trees[i] as Int32Array),
    }));
  }

  #apply(name: string, from: Address, to: Address, rows: number): void {
    const matrix = this.#matrix(name);
    this.#engine.products(from, matrix.weights, to, rows, matrix.rows, matrix.columns);
    this.#engine.scaled(to, matrix.scale, matrix.bias, rows, matrix.rows);
  }

  /** The greatest of some numbers in each row of a sentence. */
  #best({ row, length }: Seat, first: number, stride: number, count: number): Uint8Array {
    const best = new Uint8Array(length);
    for (let i = 0; i < length; i++) best[i] = this.#greatest(first + (row + i) * stride, count);
    return best;
  }

  #greatest(at: number, count: number): number {
    let best = 0;
    for (let k = 1; k < count; k++) {
      if ((this.#f32[at + k] as number) > (this.#f32[at + best] as number)) best = k;
    }
    return best;
  }

  #tree({ row, length: n }: Seat): Int32Array {
    const { arc, distances } = this.weights;
    const { heads, arcPairs, pairScores, rootScores } = this.#work;
    const stride = this.#matrix("heads").rows * 4;
    const dependents = arcPairs + row * arc * 4;
    const governors = heads + this.#columns.arcHead * 4 + row * stride;
    this.#engine.dots(dependents, arc * 4, governors, stride, pairScores, n, n, arc);
    this.#engine.dots(dependents, arc * 4, this.#vector("arc.root"), 0, rootScores, n, 1, arc);
    const away = this.#distance;
    const scores = new Float32Array(n * (n + 1));
    for (let i = 0; i < n; i++) {
      const at = i * (n + 1);
      scores[at] = (this.#f32[rootScores / 4 + i] as number) + (away[2 * distances + 1] as number);
      for (let j = 0; j < n; j++) {
        const bucket = Math.max(-distances, Math.min(distances, j - i)) + distances;
        scores[at + 1 + j] = (this.#f32[pairScores / 4 + i * n + j] as number) + (away[bucket] as number);
      }
    }
    return bestTree(scores, n);
  }

  get #distance(): Float32Array {
    this.#distanceCache ??= this.weights.vector("arc.distance");
    return this.#distanceCache;
  }
  #distanceCache: Float32Array | undefined;

  #labels(seats: readonly Seat[], trees: readonly Int32Array[], words: number): Uint8Array {
    const { label, labels } = this.weights;
    const { heads, inner, labelScores } = this.#work;
    const stride = this.#matrix("heads").rows * 4;
    const { labelDependent, labelHead } = this.#columns;
    seats.forEach(({ row, length }, s) => {
      for (let i = 0; i < length; i++) {
        const head = trees[s]?.[i] as number;
        const governor =
          head === 0 ? this.#vector("label.root") : heads + labelHead * 4 + (row + head - 1) * stride;
        const dependent = heads + labelDependent * 4 + (row + i) * stride;
        this.#engine.joined(dependent, governor, inner + (row + i) * label * 2, label, INNER_UNIT);
      }
    });
    this.#apply("label.out", inner, labelScores, words);
    const best = new Uint8Array(words);
    const width = this.#matrix("label.out").rows;
    const root = labels.indexOf("root");
    seats.forEach(({ row, length }, s) => {
      for (let i = row; i < row + length; i++) {
        const at = labelScores / 4 + i * width;
        // Nothing but the head of the sentence is its root.
        this.#f32[at + root] = Number.NEGATIVE_INFINITY;
        best[i] = trees[s]?.[i - row] === 0 ? root : this.#greatest(at, labels.length);
      }
    });
    return best;
  }

  #spans({ row, length: n }: Seat, tree: Int32Array): readonly ReadSpan[] {
    const { span, distances } = this.weights;
    const { heads, spanPairs, pairScores } = this.#work;
    const stride = this.#matrix("heads").rows * 4;
    const lasts = heads + this.#columns.spanLast * 4 + row * stride;
    this.#engine.dots(spanPairs + row * span * 4, span * 4, lasts, stride, pairScores, n, n, span);
    this.#widthCache ??= this.weights.vector("span.width");
    const found: Omit<ReadSpan, "type">[] = [];
    for (let first = 0; first < n; first++) {
      for (let last = first; last < n; last++) {
        const width = this.#widthCache[Math.min(distances, last - first)] as number;
        const score = (this.#f32[pairScores / 4 + first * n + last] as number) + width;
        if (score > 0) found.push({ first, last, score });
      }
    }
    return withoutCrossing(found).map((kept) => ({
      ...kept,
      type: this.#type(row + governorOf(tree, kept.first, kept.last)),
    }));
  }
  #widthCache: Float32Array | undefined;

  /** The type of a mention, by the row of the word that it hangs on. */
  #type(row: number): number {
    const { heads, inner, typeForms, labelScores } = this.#work;
    const { span, types } = this.weights;
    const head = heads + this.#columns.typeHead * 4 + row * this.#matrix("heads").rows * 4;
    this.#engine.joined(head, typeForms + row * this.#matrix("type.form").rows * 4, inner, span, INNER_UNIT);
    this.#apply("type.out", inner, labelScores, 1);
    return this.#greatest(labelScores / 4, types.length);
  }
}

/** The first word of a stretch that hangs on one outside of it. */
function governorOf(tree: Int32Array, first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const head = (tree[i] as number) - 1;
    if (head < first || head > last) return i;
  }
  return last;
}

/** Of spans that cross, the better ones. */
function withoutCrossing(spans: readonly Omit<ReadSpan, "type">[]): readonly Omit<ReadSpan, "type">[] {
  const best = [...spans].sort((a, b) => b.score - a.score || a.first - b.first || a.last - b.last);
  const kept: Omit<ReadSpan, "type">[] = [];
  for (const span of best) {
    const crosses = kept.some(
      ({ first, last }) =>
        (first < span.first && span.first <= last && last < span.last) ||
        (span.first < first && first <= span.last && span.last < last),
    );
    if (!crosses) kept.push(span);
  }
  return kept.sort((a, b) => a.first - b.first || b.last - a.last);
}

/** Sentences of like lengths together, the longest first, as the engine wants them. */
function* batchesOf(sentences: readonly (readonly string[])[]): Generator<readonly Seat[]> {
  const order = sentences.map((_, i) => i).filter((i) => (sentences[i] as readonly string[]).length > 0);
  order.sort(
    (a, b) =>
      (sentences[b] as readonly string[]).length - (sentences[a] as readonly string[]).length || a - b,
  );
  let seats: Seat[] = [];
  let row = 0;
  for (const sentence of order) {
    const { length } = sentences[sentence] as readonly string[];
    seats.push({ sentence, row, length });
    row += length;
    if (row >= BATCH) {
      yield seats;
      [seats, row] = [[], 0];
    }
  }
  if (seats.length > 0) yield seats;
}

/** All matrices but those of word forms, with what the whole numbers that they multiply stand for. */
function matricesOf({ layers }: Weights): readonly (readonly [string, number])[] {
  const cells = Array.from({ length: layers }, (_, layer) =>
    [0, 1].flatMap((way) => [`lstm.${layer}.${way}.in`, `lstm.${layer}.${way}.back`]),
  ).flat();
  return [
    ...[...cells, "heads"].map((name) => [name, STATE_UNIT] as const),
    ...["arc.pair", "label.out", "span.pair", "type.out"].map((name) => [name, INNER_UNIT] as const),
    ["type.form", STATE_UNIT],
  ];
}

function columnsOf({ upos, xpos, arc, label, span }: Weights): Columns {
  const widths = [upos.length, xpos.length, arc, arc, label, label, span, span];
  const [a, b, c, d, e, f, g, h] = widths.map((_, k) => widths.slice(0, k + 1).reduce((x, y) => x + y, 0));
  return {
    upos: 0,
    xpos: a as number,
    arcDependent: b as number,
    arcHead: c as number,
    labelDependent: d as number,
    labelHead: e as number,
    spanFirst: f as number,
    spanLast: g as number,
    typeHead: h as number,
  };
}

type WorkName =
  | ("input" | "states" | "otherStates" | "gates" | "h" | "c" | "acc" | "starts" | "lengths")
  | (
      | "heads"
      | "inner"
      | "arcPairs"
      | "spanPairs"
      | "typeForms"
      | "labelScores"
      | "pairScores"
      | "rootScores"
    );

/** Room for one batch of `words` words. */
function workOf(
  weights: Weights,
  layout: Layout,
  words: number,
  longest: number,
  matrix: (name: string) => Placed,
): Readonly<Record<WorkName, Address>> {
  const { hidden, form, arc, label, span } = weights;
  return {
    input: layout.take(words * form * 2),
    states: layout.take(words * hidden * 4),
    otherStates: layout.take(words * hidden * 4),
    gates: layout.take(words * hidden * 16),
    h: layout.take(words * hidden * 2),
    c: layout.take(words * hidden * 4),
    acc: layout.take(words * hidden * 16),
    starts: layout.take(words * 4),
    lengths: layout.take(words * 4),
    heads: layout.take(words * matrix("heads").rows * 4),
    inner: layout.take(words * Math.max(arc, label, span) * 2),
    arcPairs: layout.take(words * matrix("arc.pair").rows * 4),
    spanPairs: layout.take(words * matrix("span.pair").rows * 4),
    typeForms: layout.take(words * matrix("type.form").rows * 4),
    labelScores: layout.take(words * matrix("label.out").rows * 4),
    pairScores: layout.take(longest * longest * 4),
    rootScores: layout.take(longest * 4),
  };
}

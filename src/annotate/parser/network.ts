import { BATCH, batchesOf, type Seat } from "./batches.ts";
import type { Engine, EngineMaker } from "./engine.ts";
import { FormTable } from "./form-table.ts";
import { type Address, Layout, type Placed, place, store } from "./memory.ts";
import { type Columns, columnsOf, INNER_UNIT, matricesOf, type WorkName, workOf } from "./places.ts";
import { governorOf, type ReadSpan, type UntypedSpan, withoutCrossing } from "./spans.ts";
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

/** The network in the memory of one engine. It is not to be used by two callers at one time. */
export class Network {
  readonly weights: Weights;
  readonly #engine: Engine;
  readonly #forms: FormTable;
  readonly #matrices: ReadonlyMap<string, Placed>;
  readonly #columns: Columns;
  readonly #vectors: ReadonlyMap<string, Address>;
  readonly #work: Readonly<Record<WorkName, Address>>;
  /** What is added to scores of arcs and of mentions for the distance between their ends. */
  readonly #distances: Float32Array;
  readonly #widths: Float32Array;
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
    this.#distances = weights.vector("arc.distance");
    this.#widths = weights.vector("span.width");
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
    const away = this.#distances;
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
    const found: UntypedSpan[] = [];
    for (let first = 0; first < n; first++) {
      for (let last = first; last < n; last++) {
        const width = this.#widths[Math.min(distances, last - first)] as number;
        const score = (this.#f32[pairScores / 4 + first * n + last] as number) + width;
        if (score > 0) found.push({ first, last, score });
      }
    }
    return withoutCrossing(found).map((kept) => ({
      ...kept,
      type: this.#type(row + governorOf(tree, kept.first, kept.last)),
    }));
  }

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

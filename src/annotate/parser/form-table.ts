import type { Engine } from "./engine.ts";
import { formFeatures, LONGEST_FORM } from "./form.ts";
import { type Address, type Layout, type Placed, place, store } from "./memory.ts";
import { type Matrix, TABLES, type Weights } from "./weights.ts";

/** Whole numbers of the tables' vectors stand for this part of one. */
const UNIT = 4096;
/** Forms whose vectors are kept; when they are full, all are forgotten. */
const KEPT = 16_384;
/** Forms that are worked out at one time. */
const AT_ONCE = 256;

/** Vectors of word forms, worked out when a form is first met: they depend on nothing but the form. */
export class FormTable {
  readonly #weights: Weights;
  readonly #tables: readonly Matrix[];
  readonly #shapes: Matrix;
  readonly #chars: Matrix;
  readonly #char: Placed;
  readonly #form: Placed;
  readonly #charMatrix: Matrix;
  readonly #formMatrix: Matrix;
  readonly #vectors: Address;
  readonly #windows: Address;
  readonly #filtered: Address;
  readonly #inputs: Address;
  readonly #sums: Address;
  readonly #rows = new Map<string, number>();
  #engine!: Engine;
  #i16!: Int16Array;

  constructor(weights: Weights, layout: Layout) {
    this.#weights = weights;
    this.#tables = TABLES.map((name) => weights.matrix(`table.${name}`));
    this.#shapes = weights.matrix("table.shape");
    this.#chars = weights.matrix("table.char");
    this.#charMatrix = weights.matrix("char");
    this.#formMatrix = weights.matrix("form");
    this.#char = place(layout, this.#charMatrix);
    this.#form = place(layout, this.#formMatrix);
    this.#vectors = layout.take(KEPT * weights.form * 2);
    this.#windows = layout.take(AT_ONCE * LONGEST_FORM * this.#char.columns * 2);
    this.#filtered = layout.take(AT_ONCE * LONGEST_FORM * this.#char.rows * 4);
    this.#inputs = layout.take(AT_ONCE * this.#form.columns * 2);
    this.#sums = layout.take(AT_ONCE * this.#form.rows * 4);
  }

  /** Writes the weights; called once the memory has been made. */
  open(engine: Engine): void {
    this.#engine = engine;
    this.#i16 = new Int16Array(engine.buffer);
    store(engine.buffer, this.#char, this.#charMatrix, UNIT);
    store(engine.buffer, this.#form, this.#formMatrix, UNIT);
  }

  /** Puts the vectors of some forms, at most a few thousand, one after the other. */
  put(forms: readonly string[], to: Address): void {
    if (this.#rows.size + forms.length > KEPT) this.#rows.clear();
    const fresh = [...new Set(forms)].filter((form) => !this.#rows.has(form));
    for (let i = 0; i < fresh.length; i += AT_ONCE) this.#workOut(fresh.slice(i, i + AT_ONCE));
    const width = this.#weights.form;
    const from = this.#vectors / 2;
    forms.forEach((form, i) => {
      const row = from + (this.#rows.get(form) as number) * width;
      this.#i16.copyWithin(to / 2 + i * width, row, row + width);
    });
  }

  #workOut(forms: readonly string[]): void {
    const engine = this.#engine;
    const features = forms.map(formFeatures);
    const charVectors = this.#filterCharacters(features.map(({ characters }) => characters));
    const inputs = this.#inputs / 2;
    this.#i16.fill(0, inputs, inputs + forms.length * this.#form.columns);
    features.forEach(({ keys, shape }, i) => {
      let at = inputs + i * this.#form.columns;
      this.#tables.forEach((table, k) => {
        at = this.#putRow(table, this.#weights.tables[k]?.get(keys[k] as string) ?? 0, at);
      });
      at = this.#putRow(this.#shapes, shape, at);
      this.#i16.set(charVectors.subarray(i * this.#char.rows, (i + 1) * this.#char.rows), at);
    });
    engine.products(
      this.#inputs,
      this.#form.weights,
      this.#sums,
      forms.length,
      this.#form.rows,
      this.#form.columns,
    );
    engine.scaled(this.#sums, this.#form.scale, this.#form.bias, forms.length, this.#form.rows);
    const first = this.#rows.size;
    engine.squashed(
      this.#sums,
      this.#vectors + first * this.#weights.form * 2,
      forms.length * this.#weights.form,
    );
    for (const form of forms) this.#rows.set(form, this.#rows.size);
  }

  /** A table's row as whole numbers; returns where the next part begins. */
  #putRow({ columns, values, scale }: Matrix, row: number, at: number): number {
    const factor = (scale[row] as number) * UNIT;
    for (let k = 0; k < columns; k++)
      this.#i16[at + k] = Math.round((values[row * columns + k] as number) * factor);
    return at + columns;
  }

  /** Filters over three characters at a time, the greatest answer of each over the form, none below zero. */
  #filterCharacters(forms: readonly (readonly string[])[]): Int16Array {
    const { rows, columns } = this.#char;
    const width = this.#chars.columns;
    let count = 0;
    for (const characters of forms) {
      const ids = characters.map((c) => this.#weights.chars.get(c) ?? 1);
      ids.forEach((_, i) => {
        const at = this.#windows / 2 + count * columns;
        for (let k = -1; k <= 1; k++) this.#putRow(this.#chars, ids[i + k] ?? 0, at + (k + 1) * width);
        count++;
      });
    }
    this.#engine.products(this.#windows, this.#char.weights, this.#filtered, count, rows, columns);
    this.#engine.scaled(this.#filtered, this.#char.scale, this.#char.bias, count, rows);
    const answers = new Float32Array(this.#engine.buffer, this.#filtered, count * rows);
    const best = new Int16Array(forms.length * rows);
    let word = 0;
    forms.forEach((characters, i) => {
      for (let c = 0; c < characters.length; c++, word++) {
        for (let k = 0; k < rows; k++) {
          const value = Math.min(32_767, Math.round((answers[word * rows + k] as number) * UNIT));
          if (value > (best[i * rows + k] as number)) best[i * rows + k] = value;
        }
      }
    });
    return best;
  }
}

import type { Matrix } from "./weights.ts";

/** A place in the memory of an engine, in bytes. */
export type Address = number;

/** Sizes of what will be put into a memory, added up before the memory is made; every place begins at a multiple of 16. */
export class Layout {
  size = 16;

  /** Sets so many bytes aside. */
  take(bytes: number): Address {
    const at = this.size;
    this.size += Math.ceil(bytes / 16) * 16;
    return at;
  }
}

/** A matrix in the memory of an engine: 16-bit weights, a scale and a bias for each row, rows filled up to a multiple of four. */
export interface Placed {
  readonly weights: Address;
  readonly scale: Address;
  readonly bias: Address;
  readonly rows: number;
  readonly columns: number;
}

/** Sets aside what a matrix needs. */
export function place(layout: Layout, { rows, columns }: Matrix): Placed {
  const filled = Math.ceil(rows / 4) * 4;
  return {
    weights: layout.take(filled * columns * 2),
    scale: layout.take(filled * 4),
    bias: layout.take(filled * 4),
    rows: filled,
    columns,
  };
}

/** Writes a matrix to its place; what it multiplies are whole numbers that stand for a `unit`-th of their value. */
export function store(
  buffer: ArrayBuffer,
  placed: Placed,
  { values, scale, bias }: Matrix,
  unit: number,
): void {
  new Int16Array(buffer, placed.weights, values.length).set(values);
  new Float32Array(buffer, placed.scale, scale.length).set(scale.map((value) => value / unit));
  new Float32Array(buffer, placed.bias, bias.length).set(bias);
}

/**
 * The inner loops of the parser over one block of memory; `../kernel/kernel.ts` says what each does.
 *
 * Addresses are bytes, sizes are counts of numbers, strides are bytes between rows. All engines give the same bits.
 */
export interface Engine {
  readonly buffer: ArrayBuffer;
  products(a: number, w: number, out: number, rows: number, outs: number, ins: number): void;
  scaled(x: number, scale: number, bias: number, rows: number, outs: number): void;
  leaky(x: number, stride: number, rows: number, columns: number): void;
  rounded(x: number, stride: number, out: number, rows: number, columns: number, factor: number): void;
  joined(x: number, y: number, out: number, count: number, factor: number): void;
  squashed(x: number, out: number, count: number): void;
  dots(
    a: number,
    strideA: number,
    b: number,
    strideB: number,
    out: number,
    n: number,
    m: number,
    width: number,
  ): void;
  lstm(
    gates: number,
    back: number,
    backScale: number,
    h: number,
    c: number,
    acc: number,
    out: number,
    outStride: number,
    starts: number,
    lengths: number,
    count: number,
    hidden: number,
    reverse: number,
  ): void;
}

/** Makes an engine with so many bytes of memory, all zero. */
export type EngineMaker = (bytes: number) => Engine;

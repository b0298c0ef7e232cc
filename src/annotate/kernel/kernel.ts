// The inner loops of the parser, in AssemblyScript; `npm run build:kernel` compiles this file to
// `../parser/kernel-code.ts`. Addresses and sizes are bytes and counts of one linear memory that the caller lays out.
//
// Only whole-number products and IEEE single operations in a fixed order are used, no fused or relaxed ones, so every
// engine gives the same bits. `../parser/plain-engine.ts` does the same steps without SIMD and must change with this.

/** Whole-number dot products: out[r][o] = Σ a[r][i] · w[o][i]; 16-bit in, 32-bit out. `ins` in eights, `outs` in pairs. */
export function products(a: usize, w: usize, out: usize, rows: i32, outs: i32, ins: i32): void {
  const width = <usize>ins << 1;
  const step = <usize>outs << 2;
  for (let o = 0; o < outs; o += 2) {
    const w0 = w + <usize>o * width;
    const w1 = w0 + width;
    let r = 0;
    // Four rows at a time: each weight is loaded once for four words.
    for (; r + 4 <= rows; r += 4) {
      const p = a + <usize>r * width;
      let s00 = i32x4.splat(0);
      let s01 = s00;
      let s10 = s00;
      let s11 = s00;
      let s20 = s00;
      let s21 = s00;
      let s30 = s00;
      let s31 = s00;
      for (let k: usize = 0; k < width; k += 16) {
        const x = v128.load(w0 + k);
        const y = v128.load(w1 + k);
        const a0 = v128.load(p + k);
        s00 = i32x4.add(s00, i32x4.dot_i16x8_s(a0, x));
        s01 = i32x4.add(s01, i32x4.dot_i16x8_s(a0, y));
        const a1 = v128.load(p + k + width);
        s10 = i32x4.add(s10, i32x4.dot_i16x8_s(a1, x));
        s11 = i32x4.add(s11, i32x4.dot_i16x8_s(a1, y));
        const a2 = v128.load(p + k + 2 * width);
        s20 = i32x4.add(s20, i32x4.dot_i16x8_s(a2, x));
        s21 = i32x4.add(s21, i32x4.dot_i16x8_s(a2, y));
        const a3 = v128.load(p + k + 3 * width);
        s30 = i32x4.add(s30, i32x4.dot_i16x8_s(a3, x));
        s31 = i32x4.add(s31, i32x4.dot_i16x8_s(a3, y));
      }
      const q = out + <usize>r * step + (<usize>o << 2);
      storePair(q, s00, s01);
      storePair(q + step, s10, s11);
      storePair(q + 2 * step, s20, s21);
      storePair(q + 3 * step, s30, s31);
    }
    for (; r < rows; r++) {
      const p = a + <usize>r * width;
      let s0 = i32x4.splat(0);
      let s1 = s0;
      for (let k: usize = 0; k < width; k += 16) {
        const a0 = v128.load(p + k);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(a0, v128.load(w0 + k)));
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(a0, v128.load(w1 + k)));
      }
      storePair(out + <usize>r * step + (<usize>o << 2), s0, s1);
    }
  }
}

/** The sums of the lanes of two accumulators, side by side. */
// @ts-ignore: decorator
@inline
function storePair(at: usize, x: v128, y: v128): void {
  const half = i32x4.add(v128.shuffle<i32>(x, y, 0, 2, 4, 6), v128.shuffle<i32>(x, y, 1, 3, 5, 7));
  const whole = i32x4.add(half, v128.shuffle<i32>(half, half, 1, 0, 3, 2));
  i32.store(at, i32x4.extract_lane(whole, 0));
  i32.store(at + 4, i32x4.extract_lane(whole, 2));
}

/** Whole numbers to singles, in place: x[r][o] = x[r][o] · scale[o] + bias[o]. `outs` in fours. */
export function scaled(x: usize, scale: usize, bias: usize, rows: i32, outs: i32): void {
  const width = <usize>outs << 2;
  for (let r = 0; r < rows; r++, x += width) {
    for (let k: usize = 0; k < width; k += 16) {
      const whole = f32x4.convert_i32x4_s(v128.load(x + k));
      v128.store(x + k, f32x4.add(f32x4.mul(whole, v128.load(scale + k)), v128.load(bias + k)));
    }
  }
}

/** x where it is positive, a tenth of it elsewhere, in place, in a block of `columns` (in fours) of wider rows. */
export function leaky(x: usize, stride: i32, rows: i32, columns: i32): void {
  const tenth = f32x4.splat(0.1);
  const zero = f32x4.splat(0);
  for (let r = 0; r < rows; r++, x += stride) {
    for (let k: usize = 0; k < <usize>columns << 2; k += 16) {
      const value = v128.load(x + k);
      v128.store(x + k, f32x4.add(f32x4.max(value, zero), f32x4.mul(f32x4.min(value, zero), tenth)));
    }
  }
}

/** Singles times a factor, rounded to 16 bits and held at their ends, from a block of wider rows to full rows. */
export function rounded(x: usize, stride: i32, out: usize, rows: i32, columns: i32, factor: f32): void {
  for (let r = 0; r < rows; r++, x += stride) {
    for (let k: usize = 0; k < <usize>columns << 2; k += 16, out += 8) store16(out, v128.load(x + k), factor);
  }
}

/** leaky(x + y) times a factor, rounded to 16 bits. `count` in fours. */
export function joined(x: usize, y: usize, out: usize, count: i32, factor: f32): void {
  const tenth = f32x4.splat(0.1);
  const zero = f32x4.splat(0);
  for (let k: usize = 0; k < <usize>count << 2; k += 16, out += 8) {
    const sum = f32x4.add(v128.load(x + k), v128.load(y + k));
    store16(out, f32x4.add(f32x4.max(sum, zero), f32x4.mul(f32x4.min(sum, zero), tenth)), factor);
  }
}

/** tanh(x) times 16384, rounded to 16 bits. `count` in fours. */
export function squashed(x: usize, out: usize, count: i32): void {
  for (let k: usize = 0; k < <usize>count << 2; k += 16, out += 8) store16(out, tanh(v128.load(x + k)), 16384);
}

// @ts-ignore: decorator
@inline
function store16(at: usize, x: v128, factor: f32): void {
  const held = f32x4.max(f32x4.min(f32x4.mul(x, f32x4.splat(factor)), f32x4.splat(32767)), f32x4.splat(-32767));
  const whole = i32x4.trunc_sat_f32x4_s(f32x4.nearest(held));
  v128.store64_lane(at, i16x8.narrow_i32x4_s(whole, whole), 0);
}

/** out[i][j] = Σ a[i][k] · b[j][k], rows `strideA` and `strideB` bytes apart. `width` in fours. */
export function dots(a: usize, strideA: i32, b: usize, strideB: i32, out: usize, n: i32, m: i32, width: i32): void {
  for (let i = 0; i < n; i++, a += strideA) {
    let q = b;
    for (let j = 0; j < m; j++, q += strideB, out += 4) {
      let sum = f32x4.splat(0);
      for (let k: usize = 0; k < <usize>width << 2; k += 16) {
        sum = f32x4.add(sum, f32x4.mul(v128.load(a + k), v128.load(q + k)));
      }
      const left = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1);
      f32.store(out, left + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3)));
    }
  }
}

/**
 * One direction of one LSTM layer over `count` sentences, the longest first.
 *
 * `gates` holds what the input gives each gate (input, forget, cell, output), a row of 4·hidden singles a word; sentence s
 * has `lengths[s]` rows from row `starts[s]` on. `h` (16-bit), `c` (singles) and `acc` are scratch of `count` rows.
 */
export function lstm(
  gates: usize,
  back: usize,
  backScale: usize,
  h: usize,
  c: usize,
  acc: usize,
  out: usize,
  outStride: i32,
  starts: usize,
  lengths: usize,
  count: i32,
  hidden: i32,
  reverse: i32,
): void {
  const row = <usize>hidden << 2;
  memory.fill(h, 0, <usize>count * (<usize>hidden << 1));
  memory.fill(c, 0, <usize>count * row);
  let active = count;
  for (let t = 0; ; t++) {
    while (active > 0 && i32.load(lengths + (<usize>(active - 1) << 2)) <= t) active--;
    if (active === 0) return;
    products(h, back, acc, active, hidden << 2, hidden);
    for (let s = 0; s < active; s++) {
      const first = i32.load(starts + (<usize>s << 2));
      const word = reverse ? first + i32.load(lengths + (<usize>s << 2)) - 1 - t : first + t;
      const g = gates + <usize>word * (row << 2);
      const r = acc + <usize>s * (row << 2);
      const cell = c + <usize>s * row;
      const state = h + <usize>s * (row >> 1);
      const to = out + <usize>word * outStride;
      for (let k: usize = 0; k < row; k += 16) {
        const i = sigmoid(gate(g + k, r + k, backScale + k));
        const f = sigmoid(gate(g + row + k, r + row + k, backScale + row + k));
        const z = tanh(gate(g + 2 * row + k, r + 2 * row + k, backScale + 2 * row + k));
        const o = sigmoid(gate(g + 3 * row + k, r + 3 * row + k, backScale + 3 * row + k));
        const next = f32x4.add(f32x4.mul(f, v128.load(cell + k)), f32x4.mul(i, z));
        v128.store(cell + k, next);
        const shown = f32x4.mul(o, tanh(next));
        store16(state + (k >> 1), shown, 16384);
        store16(to + (k >> 1), shown, 16384);
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function gate(input: usize, recurrent: usize, scale: usize): v128 {
  const whole = f32x4.convert_i32x4_s(v128.load(recurrent));
  return f32x4.add(v128.load(input), f32x4.mul(whole, v128.load(scale)));
}

// @ts-ignore: decorator
@inline
function tanh(x: v128): v128 {
  const twice = sigmoid(f32x4.add(x, x));
  return f32x4.sub(f32x4.add(twice, twice), f32x4.splat(1));
}

/** 1 / (1 + 2^(-x · log2 e)); the power by its whole part and a polynomial of degree 6 (Taylor at 0, error below 2^-23). */
// @ts-ignore: decorator
@inline
function sigmoid(x: v128): v128 {
  const held = f32x4.max(f32x4.min(x, f32x4.splat(30)), f32x4.splat(-30));
  const power = f32x4.mul(held, f32x4.splat(-1.44269504));
  const whole = f32x4.nearest(power);
  const rest = f32x4.sub(power, whole);
  let p = f32x4.splat(0.000154035304);
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(0.00133335581));
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(0.00961812911));
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(0.0555041087));
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(0.240226507));
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(0.693147181));
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(1));
  const scale = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23);
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), f32x4.mul(p, scale)));
}

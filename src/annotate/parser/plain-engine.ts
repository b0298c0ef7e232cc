import type { Engine } from "./engine.ts";

const round = Math.fround;
/** Added and taken away again, it rounds a single below 2^22 to the nearest whole number, halves to even ones. */
const ROUNDER = 12_582_912;
const TENTH = round(0.1);
const LOG2_E = round(-Math.LOG2E);
const POLYNOMIAL = [0.000154035304, 0.00133335581, 0.00961812911, 0.0555041087, 0.240226507, Math.LN2, 1].map(
  round,
);

/**
 * The engine in plain JavaScript, for platforms without WebAssembly SIMD: the same bits, some forty times slower.
 *
 * Every single operation is rounded where the kernel rounds, and sums of lanes are taken in the kernel's order.
 */
export function plainEngine(bytes: number): Engine {
  const buffer = new ArrayBuffer(Math.ceil(bytes / 16) * 16);
  const i16 = new Int16Array(buffer);
  const i32 = new Int32Array(buffer);
  const f32 = new Float32Array(buffer);

  const products: Engine["products"] = (a, w, out, rows, outs, ins) => {
    for (let r = 0; r < rows; r++) {
      const p = (a >> 1) + r * ins;
      for (let o = 0; o < outs; o++) {
        const q = (w >> 1) + o * ins;
        let sum = 0;
        for (let k = 0; k < ins; k++) sum += (i16[p + k] as number) * (i16[q + k] as number);
        i32[(out >> 2) + r * outs + o] = sum;
      }
    }
  };

  function put16(unit: number, x: number, factor: number): void {
    const held = Math.max(Math.min(round(x * factor), 32_767), -32_767);
    i16[unit] = round(round(held + ROUNDER) - ROUNDER);
  }

  const scaled: Engine["scaled"] = (x, scale, bias, rows, outs) => {
    for (let r = 0; r < rows; r++) {
      for (let o = 0; o < outs; o++) {
        const at = (x >> 2) + r * outs + o;
        const product = round(round(i32[at] as number) * (f32[(scale >> 2) + o] as number));
        f32[at] = product + (f32[(bias >> 2) + o] as number);
      }
    }
  };

  const leaky: Engine["leaky"] = (x, stride, rows, columns) => {
    for (let r = 0; r < rows; r++) {
      const at = (x + r * stride) >> 2;
      for (let k = at; k < at + columns; k++) f32[k] = leak(f32[k] as number);
    }
  };

  const rounded: Engine["rounded"] = (x, stride, out, rows, columns, factor) => {
    for (let r = 0; r < rows; r++) {
      for (let k = 0; k < columns; k++) {
        put16((out >> 1) + r * columns + k, f32[((x + r * stride) >> 2) + k] as number, factor);
      }
    }
  };

  const joined: Engine["joined"] = (x, y, out, count, factor) => {
    for (let k = 0; k < count; k++) {
      const sum = round((f32[(x >> 2) + k] as number) + (f32[(y >> 2) + k] as number));
      put16((out >> 1) + k, leak(sum), factor);
    }
  };

  const squashed: Engine["squashed"] = (x, out, count) => {
    for (let k = 0; k < count; k++) put16((out >> 1) + k, tanh(f32[(x >> 2) + k] as number), 16_384);
  };

  const dots: Engine["dots"] = (a, strideA, b, strideB, out, n, m, width) => {
    for (let i = 0; i < n; i++) {
      const p = (a + i * strideA) >> 2;
      for (let j = 0; j < m; j++) {
        const q = (b + j * strideB) >> 2;
        let [s0, s1, s2, s3] = [0, 0, 0, 0];
        for (let k = 0; k < width; k += 4) {
          s0 = round(s0 + round((f32[p + k] as number) * (f32[q + k] as number)));
          s1 = round(s1 + round((f32[p + k + 1] as number) * (f32[q + k + 1] as number)));
          s2 = round(s2 + round((f32[p + k + 2] as number) * (f32[q + k + 2] as number)));
          s3 = round(s3 + round((f32[p + k + 3] as number) * (f32[q + k + 3] as number)));
        }
        f32[(out >> 2) + i * m + j] = round(s0 + s1) + round(s2 + s3);
      }
    }
  };

  const lstm: Engine["lstm"] = (
    gates,
    back,
    backScale,
    h,
    c,
    acc,
    out,
    outStride,
    starts,
    lengths,
    count,
    hidden,
    reverse,
  ) => {
    i16.fill(0, h >> 1, (h >> 1) + count * hidden);
    f32.fill(0, c >> 2, (c >> 2) + count * hidden);
    const scale = backScale >> 2;
    let active = count;
    for (let t = 0; ; t++) {
      while (active > 0 && (i32[(lengths >> 2) + active - 1] as number) <= t) active--;
      if (active === 0) return;
      products(h, back, acc, active, 4 * hidden, hidden);
      for (let s = 0; s < active; s++) {
        const first = i32[(starts >> 2) + s] as number;
        const word = reverse ? first + (i32[(lengths >> 2) + s] as number) - 1 - t : first + t;
        const [g, r] = [(gates >> 2) + word * 4 * hidden, (acc >> 2) + s * 4 * hidden];
        const [cell, state, to] = [
          (c >> 2) + s * hidden,
          (h >> 1) + s * hidden,
          (out + word * outStride) >> 1,
        ];
        const gate = (k: number) =>
          round((f32[g + k] as number) + round(round(i32[r + k] as number) * (f32[scale + k] as number)));
        for (let k = 0; k < hidden; k++) {
          const [i, f] = [sigmoid(gate(k)), sigmoid(gate(hidden + k))];
          const [z, o] = [tanh(gate(2 * hidden + k)), sigmoid(gate(3 * hidden + k))];
          const next = round(round(f * (f32[cell + k] as number)) + round(i * z));
          f32[cell + k] = next;
          const shown = round(o * tanh(next));
          put16(state + k, shown, 16_384);
          put16(to + k, shown, 16_384);
        }
      }
    }
  };

  return { buffer, products, scaled, leaky, rounded, joined, squashed, dots, lstm };
}

function leak(x: number): number {
  return round(Math.max(x, 0) + round(Math.min(x, 0) * TENTH));
}

function tanh(x: number): number {
  const twice = sigmoid(round(x + x));
  return round(round(twice + twice) - 1);
}

/** 2 to the powers -64 to 63, by doubling: `**` need not be exact. */
const POWERS = Float64Array.from({ length: 128 }, () => 1);
for (let i = 63; i >= 0; i--) POWERS[i] = (POWERS[i + 1] as number) / 2;
for (let i = 65; i < 128; i++) POWERS[i] = (POWERS[i - 1] as number) * 2;

/** See the kernel. */
function sigmoid(x: number): number {
  const power = round(Math.max(Math.min(x, 30), -30) * LOG2_E);
  const whole = round(round(power + ROUNDER) - ROUNDER);
  const rest = round(power - whole);
  let p = POLYNOMIAL[0] as number;
  for (let i = 1; i < POLYNOMIAL.length; i++) p = round(round(p * rest) + (POLYNOMIAL[i] as number));
  return round(1 / round(1 + round(p * (POWERS[whole + 64] as number))));
}

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kernelEngine } from "../../src/annotate/parser/kernel-engine.ts";
import { plainEngine } from "../../src/annotate/parser/plain-engine.ts";

const folder = join(import.meta.dirname, "../../src/annotate/kernel");

test("the committed kernel is what its source compiles to", { timeout: 60_000 }, () => {
  const { status, stderr } = spawnSync(process.execPath, [join(folder, "build.mjs"), "--check"], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("the kernel uses no relaxed operation, whose bits differ between machines", () => {
  expect(readFileSync(join(folder, "kernel.ts"), "utf8")).not.toMatch(/relaxed_/);
});

/** Both engines with the same numbers in their memory, and what they hold after the same work. */
function both(
  bytes: Uint8Array,
  work: (engine: ReturnType<typeof plainEngine>) => void,
): readonly Uint8Array[] {
  return [kernelEngine(65_536), plainEngine(65_536)].map((engine) => {
    if (!engine) throw new Error("WebAssembly does not run here");
    new Uint8Array(engine.buffer).set(bytes);
    work(engine);
    return new Uint8Array(engine.buffer).slice(0, 60_000);
  });
}

const singles = fc
  .array(fc.float({ min: -60, max: 60, noNaN: true }), { minLength: 64, maxLength: 64 })
  .map((values) => new Uint8Array(Float32Array.from(values).buffer));
const wholes = fc
  .array(fc.integer({ min: -32_767, max: 32_767 }), { minLength: 128, maxLength: 128 })
  .map((values) => new Uint8Array(Int16Array.from(values).buffer));

describe("the kernel and plain JavaScript give the same bits", () => {
  const same = (bytes: Uint8Array, work: (engine: ReturnType<typeof plainEngine>) => void) => {
    const [kernel, plain] = both(bytes, work);
    expect(Buffer.compare(plain as Uint8Array, kernel as Uint8Array)).toBe(0);
  };
  test("for products of any whole numbers", () => {
    fc.assert(
      fc.property(wholes, (bytes) => same(bytes, (engine) => engine.products(0, 128, 1024, 5, 4, 8))),
      { numRuns: 100, seed: 4 },
    );
  });
  test("for squashing, rounding, leaking and joining", () => {
    fc.assert(
      fc.property(singles, (bytes) =>
        same(bytes, (engine) => {
          engine.squashed(0, 1024, 64);
          engine.rounded(0, 64, 2048, 4, 8, 1024);
          engine.joined(0, 128, 3072, 32, 1024);
          engine.leaky(0, 64, 4, 8);
        }),
      ),
      { numRuns: 200, seed: 4 },
    );
  });
  test("for sums of products of singles", () => {
    fc.assert(
      fc.property(singles, (bytes) => same(bytes, (engine) => engine.dots(0, 32, 128, 32, 1024, 4, 4, 8))),
      { numRuns: 200, seed: 4 },
    );
  });
});

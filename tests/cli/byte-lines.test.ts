import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byteLines } from "../../src/cli/byte-lines.ts";

/** Lines as text, `null` for one that is too long; `sizes` are the lengths of the chunks, the rest comes in one. */
async function linesOf(text: string, sizes: readonly number[] = [], longest = 1000) {
  const lines: (readonly [number, string | null])[] = [];
  for await (const line of byteLines(chunksOf(Buffer.from(text), sizes), longest))
    lines.push([line.number, "bytes" in line ? Buffer.from(line.bytes).toString() : null]);
  return lines;
}

async function* chunksOf(bytes: Uint8Array, sizes: readonly number[]) {
  let start = 0;
  for (const size of sizes) {
    yield bytes.subarray(start, start + size);
    start += size;
  }
  yield bytes.subarray(start);
}

describe("lines of bytes", () => {
  test("are counted from 1, empty ones too, and the last needs no line feed", async () => {
    expect(await linesOf("")).toEqual([]);
    expect(await linesOf("\n")).toEqual([[1, ""]]);
    expect(await linesOf("a\r\n\nb")).toEqual([
      [1, "a\r"],
      [2, ""],
      [3, "b"],
    ]);
  });

  test("are marked where they are longer than the bound", async () => {
    expect(await linesOf("abcd\nabc\nabcde", [2, 1], 3)).toEqual([
      [1, null],
      [2, "abc"],
      [3, null],
    ]);
  });

  test("are the same for any chunks", async () => {
    const text = fc.string({ unit: fc.constantFrom("a", "é", "🚢", "\n", "\r"), maxLength: 60 });
    const sizes = fc.array(fc.nat(9), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, sizes, async (all, cuts) => {
        expect(await linesOf(all, cuts, 8)).toEqual(await linesOf(all, [], 8));
      }),
    );
  });
});

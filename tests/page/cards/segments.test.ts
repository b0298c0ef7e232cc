import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partMarks } from "../../../src/page/data/passage.ts";
import { isWithin, type Mark, segmentsOf, slice } from "../../../src/page/data/segments.ts";

const range = fc
  .tuple(fc.nat(60), fc.nat(20))
  .map(([start, length]): readonly [number, number] => [start, start + length]);

describe("segments of a text", () => {
  it("cut a quote where its marked words begin and end, overlaps and all", () => {
    const marks = partMarks({
      id: "x",
      document: 0,
      quote: [0, 10],
      subject: [0, 5],
      predicate: [3, 8],
      extractor: "x",
      confidence: 1,
    });
    const segments = segmentsOf([0, 10], marks).map(
      ({ range: piece, values }) => `${slice("abcdefghij", piece)}:${values.join("+")}`,
    );
    expect(segments).toEqual(["abc:subject", "de:subject+predicate", "fgh:predicate", "ij:"]);
  });

  it("are the text when joined, and carry just the marks that cover them, in their order", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        range,
        fc.array(range, { maxLength: 40 }),
        (text, whole, of) => {
          const marks: readonly Mark<number>[] = of.map((each, value) => ({ range: each, value }));
          const segments = segmentsOf(whole, marks);
          expect(segments.map((segment) => slice(text, segment.range)).join("")).toBe(slice(text, whole));
          let at = whole[0];
          for (const { range: piece, values } of segments) {
            expect(piece[0]).toBe(at);
            expect(piece[1]).toBeGreaterThan(piece[0]);
            at = piece[1];
            const covering = marks.filter((mark) => isWithin(piece, mark.range)).map(({ value }) => value);
            expect(values).toEqual(covering);
          }
          expect(at).toBe(whole[1]);
        },
      ),
    );
  });

  it("of a long text with marks upon marks take no time", () => {
    const marks = Array.from({ length: 3000 }, (_, value) => ({
      range: [value * 30, value * 30 + 120] as const,
      value,
    }));
    const before = performance.now();
    expect(segmentsOf([0, 100_000], marks).length).toBeGreaterThan(3000);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

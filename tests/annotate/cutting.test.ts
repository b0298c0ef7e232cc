import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_SENTENCE } from "../../src/annotate/parser/parser.ts";
import { sentenceStarts } from "../../src/annotate/sentence-ends.ts";
import { tokenise } from "../../src/annotate/tokens.ts";
import { caseFiles } from "../support/cases.ts";
import { hostileText } from "../support/hostile.ts";

const whole = (text: string) => ({ start: 0, end: text.length });

function tokensIn(text: string): readonly string[] {
  return [
    tokenise(text, whole(text))
      .map(({ form }) => form)
      .join(" | "),
  ];
}

function sentencesIn(text: string): readonly string[] {
  const pieces = tokenise(text, whole(text));
  const { starts } = sentenceStarts(pieces, text);
  return starts.map((start, i) => {
    const last = pieces[(starts[i + 1] ?? pieces.length) - 1];
    return text.slice(pieces[start]?.start, last?.end).replace(/\s+/g, " ");
  });
}

const read = new Map([
  ["tokens", tokensIn],
  ["sentences", sentencesIn],
]);
for (const { name, cases } of caseFiles(join(import.meta.dirname, "cases"))) {
  const readCase = read.get(name);
  if (!readCase) continue;
  describe(name, () => {
    test.for(cases)("$name", ({ text, expected }) => {
      expect(readCase(text)).toEqual(expected);
    });
  });
}

describe("whatever the text", () => {
  test("pieces lie in order, touch no white space and leave out nothing else", () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const pieces = tokenise(text, whole(text));
        let at = 0;
        let left = "";
        for (const { start, end, form } of pieces) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(form).not.toMatch(/^\s|\s$|^$/);
          left += text.slice(at, start);
          at = end;
        }
        expect((left + text.slice(at)).replace(/[\s\p{Cf}]/gu, "")).toBe("");
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  test("sentences begin in order, the first with the first piece, and none is too long", () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const pieces = tokenise(text, whole(text));
        const { starts } = sentenceStarts(pieces, text);
        expect(starts[0]).toBe(pieces.length > 0 ? 0 : undefined);
        starts.forEach((start, i) => {
          const length = (starts[i + 1] ?? pieces.length) - start;
          expect(length).toBeGreaterThan(0);
          expect(length).toBeLessThanOrEqual(LONGEST_SENTENCE);
        });
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});

test("a sentence of 2,000 words is cut behind commas, and the cuts are counted", () => {
  const text = Array.from({ length: 2000 }, (_, i) => (i % 50 === 49 ? "rain," : "rain")).join(" ");
  const pieces = tokenise(text, whole(text));
  const { starts, cut } = sentenceStarts(pieces, text);
  expect(cut).toBe(starts.length - 1);
  expect(cut).toBeGreaterThan(7);
  for (const start of starts.slice(1)) expect(pieces[start - 1]?.form).toBe(",");
});

test.for([
  ["one letter", "a".repeat(1_000_000)],
  ["stops", ".".repeat(1_000_000)],
  ["hyphens between letters", "a-".repeat(500_000)],
  ["initials", "A.".repeat(500_000)],
  ["apostrophes", "a'".repeat(500_000)],
  ["mail addresses without an end", "a@a.".repeat(250_000)],
  ["brackets", "[1]".repeat(300_000)],
  ["quotes", '"'.repeat(1_000_000)],
] as const)(
  "a million of %s is cut in the time that text of its length takes",
  { timeout: 60_000 },
  ([, text]) => {
    const pieces = tokenise(text, whole(text));
    expect(sentenceStarts(pieces, text).starts.length).toBeGreaterThan(0);
  },
);

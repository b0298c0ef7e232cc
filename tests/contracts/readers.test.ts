import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Document, ZoneKind } from "../../src/model/document.ts";
import { decode } from "../../src/read/decode.ts";
import { read, readers } from "../../src/read/index.ts";
import { edgeTexts, hostileText, newsText } from "../support/hostile.ts";
import { freezeAll } from "./freeze.ts";

/** Far more than a property asks for by itself; other work may keep the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

const context = freezeAll({
  outlets: new Set(["Reuters", "The Associated Press", "__proto__", "constructor"]),
});
const kinds: Readonly<Record<ZoneKind, true>> = {
  frontMatter: true,
  headline: true,
  standfirst: true,
  dateline: true,
  byline: true,
  publication: true,
  caption: true,
  body: true,
  boilerplate: true,
};
const texts = fc.oneof(newsText(), hostileText(), fc.string({ unit: "binary", maxLength: 300 }));

/** What holds for every document, whatever was read. */
function expectSound({ text, zones, url, published }: Document, given: string): void {
  expect(text).toBe(given);
  let at = 0;
  for (const { start, end, kind } of zones) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(Object.hasOwn(kinds, kind), kind).toBe(true);
    at = end;
  }
  if (url !== undefined) expect(url).toMatch(/^https?:\/\//);
  if (published !== undefined) expect(published).toMatch(/^\d{4}-\d{2}-\d{2}$/);
}

describe.for(readers.map((reader) => ({ reader, extension: reader.extensions[0] ?? "" })))(
  "the reader of $extension",
  ({ reader, extension }) => {
    test("answers to extensions in lower case that no other reader has", () => {
      expect(reader.extensions.length).toBeGreaterThan(0);
      for (const own of reader.extensions) {
        expect(own).toMatch(/^\.[a-z0-9]+$/);
        expect(readers.filter(({ extensions }) => extensions.includes(own))).toEqual([reader]);
      }
    });

    test("keeps any text as it is, its zones in order and apart", () => {
      fc.assert(
        fc.property(texts, (text) => {
          expectSound(reader.read(`a${extension}`, text, context), text);
        }),
        { numRuns: 300, seed: 11 },
      );
    });

    test("gives the same document for the same text", () => {
      fc.assert(
        fc.property(texts, (text) => {
          const id = `a${extension}`;
          expect(reader.read(id, text, context)).toEqual(reader.read(id, text, context));
        }),
        { numRuns: 100, seed: 12 },
      );
    });

    test.for(edgeTexts)("reads $name, or says why not", ({ text }) => {
      const bytes = new TextEncoder().encode(text);
      const input = freezeAll({ id: `a${extension}`, bytes });
      const before = bytes.slice();
      const result = read(input, context);
      expect(bytes).toEqual(before);
      expect(read(input, context)).toEqual(result);
      expectAnswered(result, bytes);
    });

    test.for([
      ["letters", "A".repeat(1 << 20)],
      ["words", "Iran backs Syria and ".repeat(50_000)],
      ["sentences", "Iran backs Syria. ".repeat(58_000)],
      ["emoji", "🕊".repeat(1 << 18)],
    ] as const)("reads a line of a mebibyte of %s", ([, text]) => {
      const bytes = new TextEncoder().encode(text);
      expectAnswered(read({ id: `a${extension}`, bytes }, context), bytes);
    });

    test("answers any bytes with a document or a reason", () => {
      const some = fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc
          .tuple(
            texts,
            fc.constantFrom<BufferEncoding>("utf8", "utf16le", "latin1"),
            fc.constantFrom("", "\ufeff"),
          )
          .map(([text, encoding, mark]) => new Uint8Array(Buffer.from(mark + text, encoding))),
      );
      fc.assert(
        fc.property(some, (bytes) => {
          expectAnswered(read({ id: `a${extension}`, bytes }, context), bytes);
        }),
        { numRuns: 400, seed: 13 },
      );
    });
  },
);

function expectAnswered(result: ReturnType<typeof read>, bytes: Uint8Array): void {
  const decoded = decode(bytes);
  if ("skipped" in result) expect(result.skipped).toMatch(/\S/);
  else if ("text" in decoded) expectSound(result.document, decoded.text);
  else expect.fail(`was read although it ${decoded.refused}`);
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { kernelEngine } from "../../src/annotate/parser/kernel-engine.ts";
import { LONGEST_SENTENCE, openParser, type ParsedSentence } from "../../src/annotate/parser/parser.ts";
import { isProjectiveTree } from "../../src/annotate/parser/tree.ts";
import { WeightsError } from "../../src/annotate/parser/weights.ts";
import { sentenceStarts } from "../../src/annotate/sentence-ends.ts";
import { tokenise } from "../../src/annotate/tokens.ts";
import { MODELS, type Model } from "../../src/cli/models.ts";
import { WEIGHTS_FOLDER } from "../../src/cli/own-folders.ts";
import { readParser } from "../../src/cli/resources.ts";
import { hostileText } from "../support/hostile.ts";
import { parser } from "../support/parser.ts";

/** In plain JavaScript the network takes its time, the more so on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const bytesOf = (model: Model) => readFileSync(join(WEIGHTS_FOLDER, `${model}.weights`));

function formsOf(text: string): readonly (readonly string[])[] {
  const pieces = tokenise(text, { start: 0, end: text.length });
  const { starts } = sentenceStarts(pieces, text);
  return starts.map((start, i) => pieces.slice(start, starts[i + 1]).map(({ form }) => form));
}

const SAMPLES = readFileSync(join(import.meta.dirname, "../../seeds/1-levant-courier.txt"), "utf8");

function expectWhole({ words, mentions }: ParsedSentence, count: number): void {
  expect(words.length).toBe(count);
  expect(isProjectiveTree(Int32Array.from(words, ({ head }) => head))).toBe(true);
  for (const { upos, xpos, deprel, lemma, head } of words) {
    expect([upos, xpos, deprel, lemma].every((value) => value !== undefined && value !== "")).toBe(true);
    expect(deprel === "root").toBe(head === 0);
  }
  mentions.forEach((a, i) => {
    expect(0 <= a.first && a.first <= a.last && a.last < count).toBe(true);
    for (const b of mentions.slice(i + 1)) {
      const apart = b.first > a.last || a.first > b.last;
      const inside = (a.first <= b.first && b.last <= a.last) || (b.first <= a.first && a.last <= b.last);
      expect(apart || inside).toBe(true);
    }
  });
}

describe.for(MODELS)("the %s model", (model) => {
  test("gives the same answers on WebAssembly and in plain JavaScript, to the last score", () => {
    const sentences = formsOf(SAMPLES).slice(0, 12);
    const kernel = openParser(bytesOf(model));
    const plain = openParser(bytesOf(model), { plain: true });
    expect(plain.parse(sentences)).toEqual(kernel.parse(sentences));
  });

  test("reads each sentence as it would alone, in any order", () => {
    const sentences = formsOf(SAMPLES);
    const opened = openParser(bytesOf(model));
    const together = opened.parse(sentences);
    expect(opened.parse([...sentences].reverse())).toEqual([...together].reverse());
    expect(sentences.map((sentence) => opened.parse([sentence])[0])).toEqual(together);
  });

  test("gives one projective tree for whatever it is given", () => {
    const opened = openParser(bytesOf(model));
    fc.assert(
      fc.property(hostileText(), (text) => {
        const sentences = formsOf(text);
        opened.parse(sentences).forEach((parsed, i) => {
          expectWhole(parsed, (sentences[i] as readonly string[]).length);
        });
      }),
      { numRuns: 60, seed: 4 },
    );
  });
});

test("WebAssembly runs here, so the kernel is what is tested", () => {
  expect(kernelEngine(65_536)).toBeDefined();
});

test.for([0, 1, 2, LONGEST_SENTENCE, LONGEST_SENTENCE + 1, 2000])(
  "a sentence of %i words has one tree",
  (count) => {
    const words = "The council in Esterburg asked the harbour guard to open the port , and it did so .".split(
      " ",
    );
    const forms = Array.from({ length: count }, (_, i) => words[i % words.length] as string);
    const [parsed] = parser.parse([forms]);
    if (count === 0) expect(parsed).toEqual({ words: [], mentions: [] });
    else expectWhole(parsed as ParsedSentence, count);
  },
);

test.for([
  [
    "another language",
    "Der Rat von Esterburg hat den Hafen geschlossen. Москва осудила удар. 北京表示反对。",
  ],
  ["all capitals", "REBELS SEIZE PORT, COUNCIL SAYS IT IS LOST"],
  ["no punctuation", "rebels seized the port and the council said it was lost but nobody came"],
  ["a table", "Port | Ships | Tons\nEsterburg | 12 | 3,400\nKingsgate | 7 | 900"],
  ["emoji", "👍🏽 rebels 🚢🚢🚢 seized ☔ the port 🇫🇷"],
  ["lone surrogates", "rebels \ud800 seized \udc00the port\udfff"],
  ["control characters", "rebels\u0000seized\u0007 the \u001b[31mport\u0085"],
] as const)("a tree comes of %s", ([, text]) => {
  const sentences = formsOf(text);
  expect(sentences.length).toBeGreaterThan(0);
  parser.parse(sentences).forEach((parsed, i) => {
    expectWhole(parsed, (sentences[i] as readonly string[]).length);
  });
});

test("the weights are read once for a process", () => {
  expect(readParser("fast")).toBe(readParser("fast"));
  expect(readParser("fast").model).toBe("fast");
  expect(readParser("default").model).toBe("default");
});

test("more forms than are kept change no answer", () => {
  const many = Array.from({ length: 900 }, (_, i) => Array.from({ length: 20 }, (_, k) => `word${i}x${k}`));
  const sentence = ["Freedonia", "asked", "for", "rain", "."];
  const before = parser.parse([sentence]);
  parser.parse(many);
  expect(parser.parse([sentence])).toEqual(before);
});

describe("a weights file that is none", () => {
  const bytes = bytesOf("default");
  test.for([
    ["empty", new Uint8Array(0), "is no weights file"],
    ["something else", new TextEncoder().encode("not weights at all"), "is no weights file"],
    ["cut in its header", bytes.subarray(0, 5000), "is cut short"],
    ["cut in its numbers", bytes.subarray(0, bytes.length - 1000), "is missing or cut short"],
    ["of another version", withHeader('{"format":7}'), "has format 7"],
    ["with an empty header", withHeader("{}"), "has format undefined"],
    ["with a header that is no object", withHeader("null"), "has a header that is no object"],
    ["with a header that is no JSON", withHeader("{{}}"), "has a header that is no JSON"],
    ["with a header without lists", withHeader('{"format":1}'), 'has a header without a usable "model"'],
  ] as const)("%s", ([, given, message]) => {
    expect(() => openParser(given)).toThrow(WeightsError);
    expect(() => openParser(given)).toThrow(message);
  });
});

/** The beginning of a weights file with another header. */
function withHeader(header: string): Uint8Array {
  const text = new TextEncoder().encode(`whosays1....${header}`);
  new DataView(text.buffer).setUint32(8, header.length, true);
  return text;
}

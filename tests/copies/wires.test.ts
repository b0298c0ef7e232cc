import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentenceSpans } from "../../src/annotate/sentences.ts";
import { type CutDocument, wiresOf } from "../../src/copies/index.ts";
import { overlaps, slice } from "../../src/model/span.ts";
import type { Wire } from "../../src/model/wire.ts";
import { freezeAll } from "../contracts/freeze.ts";
import { readCases } from "../support/cases.ts";
import { documentFrom, edited, randomFrom, sourcedSentences } from "../support/edited-copies.ts";
import { documentOf } from "../support/graphs.ts";

const cases = readCases(readFileSync(join(import.meta.dirname, "cases", "wires.txt"), "utf8"), "wires.txt");

function cut(id: string, article: string): CutDocument {
  const [, published, text = article] = /^day: (\S+)\n([\s\S]*)$/.exec(article) ?? [];
  const document = documentOf(id, text, published === undefined ? {} : { published });
  return { document, sentences: sentenceSpans(document) };
}

/** The articles of a case, parted by lines of three dashes, called 1, 2, 3. */
function articlesOf(text: string): readonly CutDocument[] {
  return text.split(/^---$/m).map((article, i) => cut(`${i + 1}`, article.trim()));
}

/** The wires of some articles, and what stands in one print alone. */
function linesOf(articles: readonly CutDocument[]): readonly string[] {
  const wires = wiresOf(articles);
  const shared = wires.flatMap(({ sentences }) => sentences.flat());
  const alone = articles
    .filter(({ document }) => shared.some((place) => place.document === document.id))
    .flatMap(({ document, sentences }) =>
      sentences
        .filter((own) => !shared.some((place) => place.document === document.id && overlaps(place, own)))
        .map((own) => `${document.id} alone: ${slice(document.text, own)}`),
    );
  const found = wires.map(
    ({ documents, sentences }) =>
      `${documents.join(", ")}: ${sentences.length} sentence${sentences.length === 1 ? "" : "s"}`,
  );
  return [...found.sort(), ...alone];
}

describe("wires", () => {
  test.for(cases)("$name", ({ text, expected }) => {
    expect(linesOf(articlesOf(text))).toEqual(expected);
  });

  test("name the agency that their prints credit, unless they credit two", () => {
    const text = cases[0]?.text ?? "";
    const credited = (...agencies: readonly (string | undefined)[]) =>
      articlesOf(text).map(
        ({ document, sentences }, i): CutDocument => ({
          document: { ...document, agency: agencies[i] },
          sentences,
        }),
      );
    const agencyOf = (articles: readonly CutDocument[]) => wiresOf(articles)[0]?.agency;
    expect(agencyOf(credited(undefined, "Crescent Wire"))).toBe("Crescent Wire");
    expect(agencyOf(credited("CRESCENT WIRE", "Crescent Wire"))).toBe("CRESCENT WIRE");
    expect(agencyOf(credited("Meridian Press", "Crescent Wire"))).toBeUndefined();
  });

  test("hold a lede twice that is also the standfirst", () => {
    const lede = "The council of Varnholm closed the northern bridge on Monday.";
    const rest = "Engineers had found cracks in two of its pillars.";
    const text = `${lede}\n\n${lede} ${rest}`;
    const document = {
      ...documentOf("b", text),
      zones: [
        { kind: "standfirst" as const, start: 0, end: lede.length },
        { kind: "body" as const, start: lede.length + 2, end: text.length },
      ],
    };
    const [wire] = wiresOf([cut("a", `${lede} ${rest}`), { document, sentences: sentenceSpans(document) }]);
    expect(wire?.sentences.map((places) => places.map(({ start }) => start))).toEqual([
      [0, 0, lede.length + 2],
      [lede.length + 1, lede.length * 2 + 3],
    ]);
  });
});

describe("whatever the articles", () => {
  const stock = cases.flatMap(({ text }) => text.split(/^---$/m).map((article) => article.trim()));
  const articles = fc
    .uniqueArray(fc.nat(stock.length - 1), { minLength: 2, maxLength: 8 })
    .map((chosen) => chosen.map((at) => cut(`${at}`, stock[at] as string)));
  const withoutIds = (wires: readonly Wire[]) =>
    wires.map(({ documents, sentences }) => ({ documents, sentences }));

  test("their order does not matter", () => {
    fc.assert(
      fc.property(
        articles.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
        ),
        ([all, turned]) => {
          expect(wiresOf(freezeAll(turned))).toEqual(wiresOf(all));
        },
      ),
      { numRuns: 150, seed: 71 },
    );
  });

  test("an article that shares nothing with them changes no wire", () => {
    const stranger = cut(
      "x",
      "Astronomers counted eleven moons around a planet that had been thought to have none. They published their list yesterday.",
    );
    fc.assert(
      fc.property(articles, (all) => {
        expect(wiresOf([...all, stranger])).toEqual(wiresOf(all));
      }),
      { numRuns: 150, seed: 72 },
    );
  });

  test("an article copied whole is in a wire with its copy, sentence by sentence", () => {
    fc.assert(
      fc.property(fc.constantFrom(...stock), (article) => {
        const [first, second] = [cut("a", article), cut("b", article)];
        const [wire, ...others] = wiresOf([first, second]);
        expect(others).toEqual([]);
        expect(wire?.documents).toEqual(["a", "b"]);
        const places = first.sentences.map(({ start, end }) => [
          { document: "a", start, end },
          { document: "b", start, end },
        ]);
        expect(wire?.sentences).toEqual(places);
      }),
      { numRuns: stock.length, seed: 73 },
    );
  });

  test("wires are in order, each sentence of two documents or more, and no place in two sentences of one wire", () => {
    fc.assert(
      fc.property(articles, (all) => {
        const wires = wiresOf(all);
        expect(wires.map(({ id }) => id)).toEqual([...new Set(wires.map(({ id }) => id))].sort());
        for (const { documents, sentences } of wires) {
          const places = sentences.flat().map((place) => JSON.stringify(place));
          expect(new Set(places).size).toBe(places.length);
          expect([...new Set(sentences.flat().map(({ document }) => document))].sort()).toEqual(documents);
          for (const places of sentences)
            expect(new Set(places.map(({ document }) => document)).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 150, seed: 74 },
    );
  });

  test("a third print joins the wire of the two", () => {
    fc.assert(
      fc.property(fc.constantFrom(...stock), (article) => {
        const prints = ["a", "b", "c"].map((id) => cut(id, article));
        expect(withoutIds(wiresOf(prints)).map(({ documents }) => documents)).toEqual([["a", "b", "c"]]);
      }),
      { numRuns: stock.length, seed: 75 },
    );
  });

  test("a story of eighty prints is one wire, with every print in it", () => {
    const story = sourcedSentences(
      stock
        .filter((article) => !article.startsWith("day:"))
        .slice(0, 10)
        .join("\n\n"),
      "story",
    );
    const random = randomFrom(76);
    const edit = { house: true, words: 0.03, cut: 1 / 3, added: 0, turned: false };
    const distinctSentences = [...new Map(story.map((own) => [own.text, own])).values()];
    const prints = Array.from(
      { length: 80 },
      (_, i) => documentFrom(`${100 + i}`, edited(distinctSentences, [], edit, random)).cut,
    );
    expect(wiresOf(prints).map(({ documents }) => documents.length)).toEqual([80]);
  });

  test("a text that repeats one sentence ten thousand times is compared in no time", () => {
    const text = "Rain fell on the bridge of Varnholm all night. ".repeat(10_000);
    expect(wiresOf([cut("a", text), cut("b", text)])).toHaveLength(1);
  });
});

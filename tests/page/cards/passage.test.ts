import { describe, expect, it } from "vitest";
import type { PageDocument, PageEvidence, PageRange } from "../../../src/model/page-payload.ts";
import { passageOf } from "../../../src/page/data/passage.ts";
import { paragraphAround, sentencesIn } from "../../../src/page/data/sentences.ts";

function placeOf(text: string, words: string): PageRange {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" does not stand in the text.`);
  return [start, start + words.length];
}

/** The passage as a reader sees it: `[…]` around the sentence that says so, `…` where words are left out. */
function passage(
  text: string,
  quote: string,
  words: Partial<Record<"subject" | "object", string>> = {},
  about: Partial<PageDocument> = {},
): string {
  const evidence: PageEvidence = {
    id: "x",
    document: 0,
    quote: placeOf(text, quote),
    extractor: "x",
    confidence: 1,
    ...(words.subject === undefined ? {} : { subject: placeOf(text, words.subject) }),
    ...(words.object === undefined ? {} : { object: placeOf(text, words.object) }),
  };
  return passageOf({ id: "d", text, zones: [], ...about }, evidence)
    .map(({ range, says, cutBefore, cutAfter }) => {
      const sentence = text.slice(...range);
      return `${cutBefore ? "… " : ""}${says ? `[${sentence}]` : sentence}${cutAfter ? " …" : ""}`;
    })
    .join(" ");
}

const story =
  "HARBOUR STRIKE\n\nThe league met on Monday. It blocked the port. Trains stood still. Nobody paid.\n\nThe mayor spoke.";

describe("the passage of a quote", () => {
  it("has the sentences before and after it, as far as its paragraph goes", () => {
    expect(passage(story, "It blocked the port.")).toBe(
      "The league met on Monday. [It blocked the port.] Trains stood still.",
    );
    expect(passage(story, "Nobody paid.")).toBe("Trains stood still. [Nobody paid.]");
    expect(passage(story, "The mayor spoke.")).toBe("[The mayor spoke.]");
  });

  it("shows the sentence first in which the words for a part stand, and what is left out between", () => {
    expect(passage(story, "Nobody paid.", { subject: "The league" })).toBe(
      "The league met on Monday. … Trains stood still. [Nobody paid.]",
    );
    expect(passage(story, "The mayor spoke.", { object: "the port" })).toBe(
      "It blocked the port. … [The mayor spoke.]",
    );
    expect(passage(story, "The league met on Monday.", { object: "The mayor" })).toBe(
      "[The league met on Monday.] It blocked the port. … The mayor spoke.",
    );
  });

  it("shows no sentence twice, and not the quote as its own surroundings", () => {
    expect(passage(story, "It blocked the port.", { subject: "The league", object: "the port" })).toBe(
      "The league met on Monday. [It blocked the port.] Trains stood still.",
    );
  });

  it("does not reach from the body into a headline or a caption", () => {
    const text = "Port closed\nThe league came. It left.";
    const zones = [{ kind: "headline", range: placeOf(text, "Port closed") }] as const;
    expect(passage(text, "The league came.", {}, { zones })).toBe("[The league came.] It left.");
  });

  it("has nothing around it in a shortened text, where neighbours come from far away", () => {
    expect(passage("One came. … Two went. … Three slept.", "Two went.", {}, { abridged: true })).toBe(
      "[Two went.]",
    );
  });

  it("cuts long sentences around it, on the side away from the quote", () => {
    const long = `Long ${"word ".repeat(100)}end.`;
    const text = `${long} Short one. ${long}`;
    const shown = passage(text, "Short one.");
    expect(shown).toMatch(/^… word .* end\. \[Short one\.\] Long word .* word …$/);
    expect(shown.length).toBeLessThan(560);
  });
});

describe("sentences", () => {
  const sentences = (text: string): readonly string[] =>
    sentencesIn(text, [0, text.length]).map((range) => text.slice(...range));

  it.for([
    ["One. Two! Three?", ["One.", "Two!", "Three?"]],
    ["Mr. Lee met Gen. Orr. They left.", ["Mr. Lee met Gen. Orr.", "They left."]],
    ["The U.S. Army came. J. F. Holt saw it.", ["The U.S. Army came.", "J. F. Holt saw it."]],
    ["“It is over.” He left.", ["“It is over.”", "He left."]],
    ["It cost 1.5 million. No more.", ["It cost 1.5 million.", "No more."]],
    ["  \n ", []],
  ] as const)("%j", ([text, expected]) => {
    expect(sentences(text)).toEqual(expected);
  });

  it("keep lines that are only kept short in one paragraph", () => {
    const text = "A line that goes\non and ends. And\nanother one.\nNew paragraph.";
    const document = { id: "d", text, zones: [] };
    expect(text.slice(...paragraphAround(document, placeOf(text, "on and ends")))).toBe(
      "A line that goes\non and ends. And\nanother one.",
    );
  });

  it("of a text in one line are looked for nearby", () => {
    const text = `${"Word ".repeat(200_000)}here it is. ${"Word ".repeat(200_000)}`;
    const [start, end] = paragraphAround({ id: "d", text, zones: [] }, placeOf(text, "here it is."));
    expect(end - start).toBeLessThan(7000);
  });
});

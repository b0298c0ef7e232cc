import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document, Zone } from "../../src/model/document.ts";
import { plainText } from "../../src/read/plain-text.ts";
import { classify } from "../../src/read/zones.ts";

const OUTLETS = new Set(["Reuters", "The Associated Press", "Associated Press", "AFP", "Example Post"]);

/**
 * A page with what each part of it is: a line a paragraph, `kind | text`.
 * A line that begins with `+` goes on in the paragraph above; where no empty line parts two lines, none is in the text.
 */
interface Page {
  readonly text: string;
  readonly zones: readonly (readonly [Zone["kind"], string])[];
}

function page(sketch: string): Page {
  const zones: [Zone["kind"], string][] = [];
  let text = "";
  for (const line of sketch.trim().split("\n")) {
    const part = /^ *(\+?) *([a-zA-Z]+) *\| (.+)$/.exec(line);
    if (part === null && line.trim() !== "") throw new Error(`"${line}" is not "kind | text".`);
    if (part === null) text += "\n";
    else {
      const [, joined, kind = "", words = ""] = part;
      const between = text === "" || joined ? "" : "\n";
      text += between + words;
      zones.push([kind as Zone["kind"], words]);
    }
  }
  return { text, zones };
}

function readText(text: string): Document {
  return plainText.read("story.txt", text, { outlets: OUTLETS });
}

function zonesOf({ text, zones }: Document): readonly (readonly [Zone["kind"], string])[] {
  return zones.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

const LEAD =
  "The army took the old town on the river on Friday after three weeks of fighting, officials said.";
const SECOND =
  "Hundreds of families had fled the fighting in the days before the assault began on the far bank.";
const THIRD = "The governor promised that the water works would run again within a single week or two.";

describe("the parts of a scraped page", () => {
  test.for([
    [
      "a headline, a byline and a date stand before the article",
      `
        headline | River town falls to the army
        byline | By Jane Example
        publication | Oct 21, 2017

        body | ${LEAD}

        body | ${SECOND}`,
    ],
    [
      "a sentence under the headline that a byline parts from the article is a standfirst",
      `
        headline | River town falls to the army
        standfirst | Families return to streets that they hardly know any more.
        byline | By Jane Example

        body | ${LEAD}
        body | ${SECOND}`,
    ],
    [
      "a second line under the headline is a standfirst",
      `
        headline | River town falls to the army
        standfirst | Families begin to return

        body | ${LEAD}
        body | ${SECOND}`,
    ],
    [
      "a navigation line before the headline is boilerplate",
      `
        boilerplate | Skip to main content
        boilerplate | Log in

        headline | River town falls to the army

        body | ${LEAD}`,
    ],
    [
      "a call to subscribe before the article is boilerplate",
      `
        headline | River town falls to the army
        boilerplate | Sign up for our newsletter and get the news in your inbox.
        body | ${LEAD}
        body | ${SECOND}`,
    ],
    [
      "calls behind the article end it",
      `
        headline | River town falls to the army
        body | ${LEAD}
        body | ${SECOND}
        boilerplate | Subscribe to our newsletter.
        boilerplate | Follow us on Twitter and Facebook`,
    ],
    [
      "a call in the middle of an article ends nothing",
      `
        headline | River town falls to the army
        body | ${LEAD}
        body | ${SECOND}
        boilerplate | Sign up for our newsletter.
        body | ${THIRD}
        body | ${LEAD}`,
    ],
    [
      "a paragraph about newsletters is no call",
      `
        headline | Paper of the exiles closes
        body | ${LEAD}
        body | The weekly newsletter had for many years been the one paper that the exiles in the north could read, and its editors, who had been arrested twice and fined more often than they could count, said on Friday that they had at last run out of money and would not print another issue.
        body | ${SECOND}`,
    ],
    [
      "teasers behind the line of publication are boilerplate",
      `
        headline | River town falls to the army
        body | ${LEAD}
        body | ${SECOND}
        publication | Published in The Example Post, October 22nd, 2017
        boilerplate | Bridge to the north opens
        boilerplate | Traders crossed the new bridge to the north for the first time on Thursday and found the market empty.`,
    ],
    [
      "credits behind the article keep their kind",
      `
        headline | River town falls to the army
        body | ${LEAD}
        body | ${SECOND}
        byline | Reporting by John Sample
        boilerplate | Share this`,
    ],
    [
      "a caption ends with its credit",
      `
        headline | River town falls to the army
        caption | Smoke above the river town on Friday. (Reuters)

        body | ${LEAD}

        body | ${SECOND}

        caption | A soldier rests by the bridge. Photo: Jane Example/AFP

        body | ${THIRD}`,
    ],
    [
      "a caption held twice is a caption both times",
      `
        headline | River town falls to the army
        caption | Smoke above the river town on Friday.
        caption | Smoke above the river town on Friday. (Reuters)

        body | ${LEAD}
        body | ${SECOND}`,
    ],
    [
      "an outlet's name alone is a byline",
      `
        headline | River town falls to the army
        byline | The Associated Press
        body | ${LEAD}
        body | ${SECOND}`,
    ],
    ["a text of one paragraph is body", `body | ${LEAD}`],
    ["a headline alone is a headline", "headline | River town falls"],
  ] as const)("%s", ([, sketch]) => {
    const { text, zones } = page(sketch);
    expect(zonesOf(readText(text))).toEqual(zones);
  });

  test.for([
    ["BEIRUT — ", "BEIRUT", undefined],
    ["DAMASCUS • ", "DAMASCUS", undefined],
    ["BEIRUT: ", "BEIRUT", undefined],
    ["BEIRUT – ", "BEIRUT", undefined],
    ["BEIRUT -- ", "BEIRUT", undefined],
    ["WASHINGTON (Reuters) - ", "WASHINGTON", "Reuters"],
    ["BEIRUT (AP) — ", "BEIRUT", undefined],
    ["DAYR AZ-ZAWR, Syria (AFP) — ", "DAYR AZ-ZAWR, Syria", "AFP"],
    ["SANA'A — ", "SANA'A", undefined],
    ["AL-HASAKAH — ", "AL-HASAKAH", undefined],
    ["BEIRUT, Oct 21 (Reuters) - ", "BEIRUT", "Reuters"],
    ["BEIRUT/AMMAN (Reuters) - ", "BEIRUT/AMMAN", "Reuters"],
  ] as const)('"%s" is a dateline', ([words, dateline, agency]) => {
    const { text, zones } = page(`
      headline | River town falls to the army

      dateline | ${words}
      + body | ${LEAD}

      body | ${SECOND}`);
    const document = readText(text);
    expect(zonesOf(document)).toEqual(zones);
    expect(document).toMatchObject({ dateline, agency });
  });

  test.for([
    "The army: it took the old town on the river on Friday.",
    "Beirut — a town of many names — was calm on Friday.",
    "NATO-led troops took the old town on the river on Friday.",
    "A — the first letter — was painted on the wall on Friday.",
  ])('"%s" begins with no dateline', (lead) => {
    const document = readText(`River town falls to the army\n\n${lead}\n\n${SECOND}`);
    expect(document.dateline).toBeUndefined();
    expect(zonesOf(document)[1]).toEqual(["body", lead]);
  });

  // The pattern of credits asks for a capital letter, and its flag "i" lets any letter stand for one.
  test("an aside in brackets at the end of a line is no credit", () => {
    const { text, zones } = page(`
      headline | River town falls to the army

      body | ${LEAD}

      body | Bread was sold by nine o'clock (most of it stale)

      body | ${THIRD}`);
    expect(zonesOf(readText(text))).toEqual(zones);
  });

  // Only a date, a byline or a caption should part a standfirst from the article; a call does it too.
  test("a call behind the first paragraph makes no standfirst of it", () => {
    const { text, zones } = page(`
      headline | River town falls to the army

      body | ${LEAD}

      boilerplate | Sign up for our newsletter.

      body | ${SECOND}

      body | ${THIRD}`);
    expect(zonesOf(readText(text))).toEqual(zones);
  });
});

describe("lines", () => {
  const wrapped = `River town falls

The army took the old town on the river on Friday after three weeks
of fighting, officials said. Hundreds of families had fled before the
assault began.

The governor promised that the water works would run again within a
week. Nobody on the other side could be reached for a word about it
on Friday night.
`;

  test("wrapped by hand are joined up to the next empty line", () => {
    const document = readText(wrapped);
    expect(document.zones.map(({ kind }) => kind)).toEqual(["headline", "body", "body"]);
    expect(zonesOf(document)[1]?.[1]).toMatch(/^The army took [\s\S]*\sassault began\.$/);
  });

  test("that are paragraphs each stay apart", () => {
    const { text, zones } = page(`
      headline | River town falls to the army
      body | ${LEAD}
      body | ${SECOND}
      body | ${THIRD}`);
    expect(zonesOf(readText(text))).toEqual(zones);
  });

  // Short paragraphs that each end like a sentence look like wrapped lines by their length alone.
  test("that each end like a sentence are not joined", () => {
    const { text, zones } = page(`
      headline | River town falls to the army

      body | ${LEAD}
      body | ${SECOND}
      body | ${THIRD}
      body | The market in the old town opened again on Sunday for two hours.
      body | Traders said that they had sold all of their bread by nine o'clock.`);
    expect(zonesOf(readText(text))).toEqual(zones);
  });

  test.for([
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ] as const)("may end with %s, which stays in the text", ([, ending]) => {
    const text = wrapped.replaceAll("\n", ending);
    const document = readText(text);
    expect(document.text).toBe(text);
    const expected = zonesOf(readText(wrapped)).map(([kind, own]) => [kind, own.replaceAll("\n", ending)]);
    expect(zonesOf(document)).toEqual(expected);
  });

  test("may begin with a byte order mark, which counts in offsets and belongs to no headline", () => {
    const document = readText(`\uFEFFRiver town falls\n\n${LEAD}`);
    expect(document.text.startsWith("\uFEFF")).toBe(true);
    expect(document.headline).toBe("River town falls");
    expect(document.zones[0]).toEqual({ kind: "headline", start: 1, end: 17 });
  });
});

describe("what a page tells of itself", () => {
  test.for([
    ["Oct 21, 2017", "2017-10-21"],
    ["Published October 21st, 2017", "2017-10-21"],
    ["Published: 21 October 2017 10:15", "2017-10-21"],
    ["Updated: 2017-10-21", "2017-10-21"],
    ["Posted on Saturday, 21 October 2017", "2017-10-21"],
    ["First published on 21st of October 2017", "2017-10-21"],
  ] as const)('"%s" under the headline is the day', ([line, published]) => {
    const document = readText(`River town falls\n${line}\n\n${LEAD}\n\n${SECOND}`);
    expect(document.published).toBe(published);
    expect(zonesOf(document)[1]).toEqual(["publication", line]);
  });

  test("a date inside a sentence is not the day of publication", () => {
    expect(readText(`River town falls\n\nThe army left the town on 3 May 2016.`).published).toBeUndefined();
  });

  test.for([
    ["Published in The Example Post, October 22nd, 2017", "Example Post"],
    [
      "A version of this article appeared in the print edition of the Example Post on 22 October 2017",
      "Example Post",
    ],
    ["Published in Dawn, October 22nd, 2017", "Dawn"],
    ["Example Post, Sunday 22 October 2017", "Example Post"],
    ["Published in print and online, 22 October 2017", undefined],
    ["Published October 22nd, 2017", undefined],
  ] as const)('"%s" tells the outlet', ([line, outlet]) => {
    const document = readText(`River town falls\n\n${LEAD}\n\n${SECOND}\n\n${line}`);
    expect(document).toMatchObject({ outlet, published: "2017-10-22" });
  });

  test.for([
    ["By Jane Example, The Associated Press", "The Associated Press"],
    ["By Jane Example, AFP", "AFP"],
    ["Jane Example, Reuters", "Reuters"],
    ["AFP", "AFP"],
    ["By Jane Example", undefined],
  ] as const)('the byline "%s" credits the agency', ([line, agency]) => {
    const document = readText(`River town falls\n${line}\n\n${LEAD}\n\n${SECOND}`);
    expect(document.agency).toBe(agency);
    expect(zonesOf(document)[1]).toEqual(["byline", line]);
  });

  const scraped = `River town falls
By Jane Example, AFP
Oct 21, 2017

BEIRUT — ${LEAD}

${SECOND}

Published in The Other Post, October 22nd, 2017`;
  const front = `outlet: Example Post
agency: Reuters
headline: Town on the river falls
dateline: AMMAN
date: 2017-10-23
url: https://example.org/story`;
  const told = {
    outlet: "Example Post",
    agency: "Reuters",
    headline: "Town on the river falls",
    dateline: "AMMAN",
    published: "2017-10-23",
    url: "https://example.org/story",
  };

  test.for([
    ["between fences", `---\n${front}\n---\n${scraped}`],
    ["without fences", `${front}\n\n${scraped}`],
  ] as const)("is set aside where front matter %s speaks", ([, text]) => {
    const document = readText(text);
    expect(document).toMatchObject(told);
    expect(document.zones.map(({ kind }) => kind)).toEqual([
      "frontMatter",
      "headline",
      "byline",
      "publication",
      "dateline",
      "body",
      "body",
      "publication",
    ]);
  });

  test("is taken where front matter is silent", () => {
    expect(readText(`---\nurl: javascript:alert(1)\n---\n${scraped}`)).toMatchObject({
      outlet: "Other Post",
      agency: "AFP",
      headline: "River town falls",
      dateline: "BEIRUT",
      published: "2017-10-21",
      url: undefined,
    });
  });
});

describe("any text", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "---",
      "outlet: Example Post",
      "date: 2017-10-22",
      "River town falls to the army",
      `BEIRUT — ${LEAD}`,
      `WASHINGTON (Reuters) - ${LEAD}`,
      LEAD,
      SECOND,
      THIRD,
      "By Jane Example, AFP",
      "Oct 21, 2017",
      "Smoke above the river town on Friday.",
      "Smoke above the river town on Friday. (Reuters)",
      "Sign up for our newsletter.",
      "Published in The Example Post, October 22nd, 2017",
      "Share this",
      "",
      " \t",
    ),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  const ending = fc.constantFrom("\n", "\r\n", "\n\n", "\r\n\r\n", "\r", "\u2028", "\u2029", "\n\uFEFF");
  const pages = fc
    .tuple(fc.constantFrom("", "\uFEFF"), fc.array(fc.tuple(line, ending), { maxLength: 25 }))
    .map(([mark, lines]) => mark + lines.flat().join(""));

  test("is divided in order, without overlap, and nothing but white space is left out", () => {
    fc.assert(
      fc.property(pages, (text) => {
        const { text: kept, zones } = readText(text);
        expect(kept).toBe(text);
        let at = 0;
        for (const { start, end } of zones) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe("");
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        expect(text.slice(at).trim()).toBe("");
      }),
      { numRuns: 400 },
    );
  });

  test("is read the same with CRLF for LF", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.map((own) => own.replace(/[\r\n]/g, "")).join("\n");
        const crlf = readText(text.replaceAll("\n", "\r\n"));
        const expected = zonesOf(readText(text)).map(([kind, own]) => [kind, own]);
        expect(zonesOf(crlf).map(([kind, own]) => [kind, own.replaceAll("\r\n", "\n")])).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test.for([
    ["a line of a million letters", `${"A".repeat(1_000_000)}.`],
    ["a line of a million words", `${"go ".repeat(300_000)}.`],
    ["half a million brackets", "(A".repeat(500_000)],
    ["a million spaces", `x${" ".repeat(1_000_000)}x went home.`],
    ["many hyphens before its first words", `${"A-".repeat(500)} went home on foot.`],
    ["a million quotation marks", `${'"'.repeat(1_000_000)} x.`],
  ] as const)("of %s takes no longer than its length asks for", { timeout: 5000 }, ([, text]) => {
    expect(readText(text).zones.at(-1)?.end).toBe(text.trimEnd().length);
  });

  test("of many paragraphs asks for each only a few times", () => {
    const count = 400;
    let asked = 0;
    const many = Array.from({ length: count }, (_, i) => ({
      start: i * 10,
      end: i * 10 + 9,
      text: "He left.",
      ends: true,
      get words() {
        asked++;
        return 3;
      },
    }));
    classify(many, { outlets: OUTLETS });
    expect(asked / count).toBeLessThan(50);
  });
});

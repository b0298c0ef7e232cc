import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/model/claim.ts";
import { buildTexts } from "../support/build-text.ts";

/** A story of an agency: enough text for a wire, and two claims in it. */
const LEDE = "Turkish forces attacked the town of Afrin with heavy artillery on Friday morning.";
const STORY = `${LEDE} Smoke rose over the olive groves for many hours. The roads to the north were closed to all traffic.`;

function article(about: Readonly<Record<string, string>>, ...paragraphs: readonly string[]): string {
  const front = Object.entries({ published: "2017-10-21", ...about }).map(
    ([key, value]) => `${key}: ${value}`,
  );
  return ["---", ...front, "---", paragraphs.join("\n\n"), ""].join("\n");
}

function attackIn(texts: Readonly<Record<string, string>>, by: readonly string[] = []): Claim | undefined {
  return buildTexts(texts).graph.claims.find(
    ({ predicate, stance }) => predicate === "attacks" && stance.speakers.join() === by.join(),
  );
}

describe("independent sources", () => {
  test("count the prints of a wire once, in whatever house style", () => {
    const attack = attackIn({
      "a.txt": article({ outlet: "Courier" }, STORY),
      "b.txt": article({ outlet: "Ledger" }, STORY.replace("on Friday", "Friday").replace("many", "several")),
      "c.txt": article({ outlet: "Post" }, "A market was held in the square as every week.", STORY),
    });
    expect(attack).toMatchObject({ documents: 3, independentSources: 1 });
  });

  test("count a sentence of an outlet's own besides the wire that it prints", () => {
    const attack = attackIn({
      "a.txt": article({ outlet: "Courier" }, STORY),
      "b.txt": article(
        { outlet: "Ledger" },
        STORY.replace(`${LEDE} `, ""),
        "Villagers fled after Turkish forces attacked Afrin on Friday.",
      ),
    });
    expect(attack).toMatchObject({ documents: 2, independentSources: 2 });
  });

  test("count a print's own headline with the wire under it", () => {
    const attack = attackIn({
      "a.txt": article({ outlet: "Courier" }, STORY),
      "b.txt": `Turkish forces attacked Afrin on Friday\n\nOct 21, 2017\n\n${STORY}\n`,
    });
    expect(attack).toMatchObject({ documents: 2, independentSources: 1 });
    expect(attack?.evidence).toHaveLength(3);
  });

  test("count several sentences of one outlet once, in one article or in two", () => {
    const attack = attackIn({
      "a.txt": article(
        { outlet: "Courier" },
        "Turkish forces attacked Afrin on Friday. It rained. On Friday, Turkish forces also attacked Afrin from the west.",
      ),
      "b.txt": article({ outlet: "Courier" }, "Columns of Turkish forces attacked Afrin on Friday."),
      "c.txt": article({ outlet: "Courier" }, "Turkish forces attacked Afrin again and again on Friday."),
    });
    expect(attack?.evidence.length).toBeGreaterThan(2);
    expect(attack?.independentSources).toBe(1);
  });

  test("count an agency once, by whatever of its stories", () => {
    const attack = attackIn({
      "a.txt": article({ outlet: "Courier", agency: "Crescent Wire" }, STORY),
      "b.txt": article({ outlet: "Ledger" }, STORY),
      "c.txt": article(
        { outlet: "Post", agency: "Crescent Wire" },
        "Villagers fled after Turkish forces attacked Afrin on Friday.",
      ),
    });
    expect(attack).toMatchObject({ documents: 3, independentSources: 1 });
  });

  test("know an agency by each of its names", () => {
    const attack = attackIn({
      "a.txt": article({ outlet: "Courier", agency: "AP" }, STORY),
      "b.txt": article(
        { outlet: "Post", agency: "The Associated Press" },
        "Villagers fled after Turkish forces attacked Afrin on Friday.",
      ),
    });
    expect(attack).toMatchObject({ documents: 2, independentSources: 1 });
  });

  test("count two outlets twice that tell of one event in words of their own", () => {
    const attack = attackIn({
      "a.txt": article({ outlet: "Courier" }, STORY),
      "b.txt": article({ outlet: "Ledger" }, "Villagers fled after Turkish forces attacked Afrin on Friday."),
    });
    expect(attack).toMatchObject({ documents: 2, independentSources: 2 });
  });

  test("count one sentence once that two papers have word for word, though they share nothing else", () => {
    const attack = attackIn({
      "a.txt": article(
        { outlet: "Courier" },
        `${LEDE} The price of olives went up in the city. Nobody knew why.`,
      ),
      "b.txt": article(
        { outlet: "Ledger" },
        `Two boats collided off the coast last night. Both crews came home unhurt at dawn. ${LEDE}`,
      ),
    });
    expect(attack).toMatchObject({ documents: 2, independentSources: 1 });
  });
});

describe("a quotation in two stories that share nothing else", () => {
  const quotation = "“Turkey attacked Afrin and all its villages without any warning,” Iran said.";
  const texts = {
    "a.txt": article(
      { outlet: "Courier" },
      `Diplomats met in Geneva for two days. ${quotation} The talks go on.`,
    ),
    "b.txt": article(
      { outlet: "Ledger" },
      `Olives were cheap this year. ${quotation} Rain fell on the coast.`,
    ),
  };

  test("has two witnesses that it was said", () => {
    expect(attackIn(texts, ["Iran"])).toMatchObject({ documents: 2, independentSources: 2 });
  });

  test("and none of what it says but the speaker: nobody asserts it", () => {
    expect(attackIn(texts)).toBeUndefined();
  });

  test("has one witness where both are prints of one wire", () => {
    const wire = `Diplomats met in Geneva for two days. ${quotation} The talks will go on until next week.`;
    const prints = {
      "a.txt": article({ outlet: "Courier" }, wire),
      "b.txt": article({ outlet: "Ledger" }, `${wire} Rain fell on the coast.`),
    };
    expect(attackIn(prints, ["Iran"])).toMatchObject({ documents: 2, independentSources: 1 });
  });
});

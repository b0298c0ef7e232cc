import { describe, expect, it } from "vitest";
import { sideWords } from "../../../src/model/side-words.ts";
import { citationOf } from "../../../src/page/data/citation.ts";
import { miniTimeline } from "../../../src/page/data/mini-timeline.ts";
import { quotationsOf, tellingOf } from "../../../src/page/data/telling.ts";
import { sketched } from "./sketch.ts";

const evidence = (document: number, quote: readonly [number, number]) => ({
  id: `${document}-${quote}`,
  document,
  quote,
  extractor: "clause",
  confidence: 0.5,
});

describe("who tells a claim", () => {
  const catalogue = sketched(
    1,
    [{ in: [2, 0, 1, 3] }],
    [
      { outlet: "A", published: "2020-01-02", wire: 0 },
      { outlet: "B", published: "2020-01-01", wire: 0 },
      { outlet: "A", wire: 1 },
      { agency: "SANA" },
    ],
    [
      { id: "w0", agency: "SANA", documents: [0, 1] },
      { id: "w1", documents: [2, 4] },
    ],
  );

  it("are its documents, each outlet once, the prints of one text together, from the first day to the last", () => {
    expect(tellingOf(catalogue, catalogue.payload.claims)).toEqual({
      documents: [0, 1, 2, 3],
      outlets: ["A", "B", "SANA"],
      prints: [{ wire: 0, documents: [0, 1] }],
      days: { start: "2020-01-01", end: "2020-01-02" },
    });
  });

  it("stand once for the same words, whatever their line breaks", () => {
    const text = ["It came.", "It\ncame. It went.", "It went."];
    const [claim] = sketched(1, [
      { evidence: [evidence(0, [0, 8]), evidence(1, [9, 17]), evidence(1, [0, 8]), evidence(2, [0, 8])] },
    ]).payload.claims;
    const told = sketched(
      1,
      [],
      text.map((each) => ({ text: each })),
    );
    const quotations = claim ? quotationsOf(told, claim) : [];
    expect(quotations.map(({ prints }) => prints.map(({ document }) => document))).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });
});

describe("a citation", () => {
  const cite = (
    document: Parameters<typeof sketched>[2] extends readonly (infer D)[] | undefined ? D : never,
  ) => citationOf(sketched(1, [], [{ text: "They\n left.  Gone.", ...document }]), evidence(0, [0, 11]));

  it("names outlet, headline, day and address", () => {
    expect(
      cite({
        outlet: "Harbor Daily",
        headline: "They left",
        published: "2017-10-21",
        url: "https://example.org/1",
      }),
    ).toBe("“They left.” (Harbor Daily, They left, 21 Oct 2017, https://example.org/1)");
  });

  it("leaves out what is not known", () => {
    expect(cite({})).toBe("“They left.” (d0)");
    expect(cite({ agency: "SANA", published: "2017-10-21" })).toBe("“They left.” (SANA, 21 Oct 2017)");
  });
});

describe("sides of a disagreement", () => {
  it.for([
    ["polarity", "yes", "It happened"],
    ["polarity", "no", "It did not happen"],
    ["date", "2017-09-21 to 2017-09-30", "21 – 30 Sep 2017"],
    ["date", "2017-10-01", "1 Oct 2017"],
    ["standing", "told as a fact", "Told as a fact"],
    ["actor", "state media", "State media"],
    ["value", "40 buses", "40 buses"],
  ] as const)("of %s: %s", ([kind, value, words]) => {
    expect(sideWords({ kind, about: "", sides: [] }, value)).toBe(words);
  });
});

describe("a small timeline", () => {
  const dated = (days: readonly (string | undefined)[]) =>
    sketched(
      1,
      days.map((start) =>
        start === undefined ? {} : { time: { start, end: start, text: [], basis: "told" as const } },
      ),
    );
  const timeline = (days: readonly (string | undefined)[]) =>
    miniTimeline(
      dated(days),
      days.map((_, i) => i),
      12,
    );

  it("has a column for each time where these are few", () => {
    const { columns = [], claims } = timeline(["2020-02-01", "2019-01-01", undefined, "2020-02-01"]) ?? {};
    expect(columns).toEqual([
      { claims: [1], time: { start: "2019-01-01", end: "2019-01-01" } },
      { claims: [0, 3], time: { start: "2020-02-01", end: "2020-02-01" } },
    ]);
    expect(claims).toEqual([1, 0, 3]);
  });

  it("has a scale of days where they are many, on which each claim stands once", () => {
    const days = Array.from({ length: 24 }, (_, i) => `2020-03-${String(i + 1).padStart(2, "0")}`);
    const { columns = [], ...line } = timeline(days) ?? {};
    expect(line).toMatchObject({
      days: { start: "2020-03-01", end: "2020-03-24" },
      earlier: false,
      later: false,
    });
    expect(columns.map(({ claims }) => claims)).toEqual(
      Array.from({ length: 12 }, (_, i) => [2 * i, 2 * i + 1]),
    );
  });

  it("does not let a year of long ago press all else together", () => {
    const days = [
      "1967-06-05",
      ...Array.from({ length: 23 }, (_, i) => `2020-03-${String(i + 1).padStart(2, "0")}`),
    ];
    const line = timeline(days);
    expect(line).toMatchObject({ earlier: true, later: true });
    expect(line?.days.start).toBe("2020-03-02");
    expect(line?.columns.filter(({ claims }) => claims.length > 0).length).toBeGreaterThan(9);
    expect(line?.columns.flatMap(({ claims }) => claims)).toHaveLength(24);
  });

  it("is none where there are not two times", () => {
    expect(timeline(["2020-02-01", "2020-02-01", undefined])).toBeUndefined();
    expect(timeline([])).toBeUndefined();
  });
});

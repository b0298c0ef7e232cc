import { describe, expect, it } from "vitest";
import { confidenceWords, dayWords, sourceWords, stanceWords } from "../../src/model/claim-wording.ts";
import { plain } from "../../src/model/stance.ts";

describe("a stance in words", () => {
  it.for([
    [{}, "Asserted"],
    [{ polarity: "negative" }, "Denied"],
    [{ polarity: "negative", speakers: ["Ann"] }, "Denied by Ann"],
    [{ speakers: ["Ann", "Ben"], certainty: "underspecified" }, "Reported by Ann, citing Ben"],
    [{ modality: "intended", temporality: "future" }, "Planned"],
    [{ modality: "demanded", temporality: "future", speakers: ["Ann"] }, "Reported by Ann · Demanded"],
    [{ modality: "conditional", certainty: "possible" }, "Conditional · Possible"],
    [{ temporality: "future" }, "Expected"],
    [{ certainty: "probable" }, "Probable"],
    [{ certainty: "underspecified" }, "Unconfirmed"],
  ] as const)("%j is %s", ([stance, words]) => {
    expect(stanceWords({ ...plain, ...stance }).join(" · ")).toBe(words);
  });
});

describe("numbers and days in words", () => {
  it("tells a confidence as a word and a number", () => {
    expect([0.95, 0.74, 0.5, 0.2].map(confidenceWords)).toEqual([
      "very likely, 95 %",
      "likely, 74 %",
      "uncertain, 50 %",
      "doubtful, 20 %",
    ]);
  });

  it("tells documents apart from sources", () => {
    expect(sourceWords(3, 2)).toBe("3 documents, 2 independent sources");
    expect(sourceWords(1, 1)).toBe("1 document, 1 independent source");
  });

  it.for([
    ["2017-10-21", "2017-10-21", "21 Oct 2017"],
    ["2017-10-01", "2017-10-31", "Oct 2017"],
    ["2016-02-01", "2016-02-29", "Feb 2016"],
    ["2017-01-01", "2017-12-31", "2017"],
    ["2017-10-01", "2017-10-03", "1 – 3 Oct 2017"],
    ["2017-06-14", "2017-07-23", "14 Jun – 23 Jul 2017"],
    ["2016-12-30", "2017-01-02", "30 Dec 2016 – 2 Jan 2017"],
    ["someday", "someday", "someday"],
  ] as const)("tells %s to %s as %s", ([start, end, words]) => {
    expect(dayWords({ start, end })).toBe(words);
  });
});

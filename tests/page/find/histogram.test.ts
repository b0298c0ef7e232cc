import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysBetween } from "../../../src/model/time.ts";
import { catalogueOf } from "../../../src/page/data/catalogue.ts";
import { type Histogram, histogramOf } from "../../../src/page/data/histogram.ts";
import { claimRow, payloadWith } from "./made-catalogue.ts";

type Days = readonly [start: string, end: string] | undefined;

/** The histogram of claims on these days; without days, a claim without a time. */
function over(days: readonly Days[], most = 60, claims = [...days.keys()]): Histogram {
  const rows = days.map((day) =>
    claimRow(day ? { time: { start: day[0], end: day[1], text: [], basis: "told" } } : {}),
  );
  return histogramOf(catalogueOf(payloadWith({ claims: rows })), claims, most);
}

const on = (...days: readonly string[]): readonly Days[] => days.map((day) => [day, day] as const);
const told = ({ bars }: Histogram): readonly string[] =>
  bars.map(({ start, end, count, far }) => `${start}/${end} ${count}${far ? " far" : ""}`);

describe("a histogram", () => {
  it("has a bar for every day, those without claims included", () => {
    const histogram = over(on("2017-10-30", "2017-11-02", "2017-11-02"));
    expect(histogram.grain).toBe("day");
    expect(told(histogram)).toEqual([
      "2017-10-30/2017-10-30 1",
      "2017-10-31/2017-10-31 0",
      "2017-11-01/2017-11-01 0",
      "2017-11-02/2017-11-02 2",
    ]);
  });

  it("takes weeks from Monday, months and years where days would be too many", () => {
    expect(told(over(on("2017-10-22", "2017-10-30"), 6))).toEqual([
      "2017-10-16/2017-10-22 1",
      "2017-10-23/2017-10-29 0",
      "2017-10-30/2017-11-05 1",
    ]);
    expect(told(over(on("2017-11-15", "2018-01-02"), 5))).toEqual([
      "2017-11-01/2017-11-30 1",
      "2017-12-01/2017-12-31 0",
      "2018-01-01/2018-01-31 1",
    ]);
    expect(told(over(on("1965-03-01", "1971-03-01"), 6))).toEqual([
      "1964-01-01/1965-12-31 1",
      "1966-01-01/1967-12-31 0",
      "1968-01-01/1969-12-31 0",
      "1970-01-01/1971-12-31 1",
    ]);
  });

  it("counts a claim over several days on each bar that it touches", () => {
    expect(told(over([["2017-10-01", "2017-10-03"], ...on("2017-10-03")]))).toEqual([
      "2017-10-01/2017-10-01 1",
      "2017-10-02/2017-10-02 1",
      "2017-10-03/2017-10-03 2",
    ]);
  });

  it("counts a claim over years where it begins", () => {
    expect(told(over([["2017-10-01", "2019-12-31"], ...on("2017-10-02")]))).toEqual([
      "2017-10-01/2017-10-01 1",
      "2017-10-02/2017-10-02 1",
    ]);
  });

  it("gathers what lies far from the rest, so that the days of the rest are told apart", () => {
    const near = Array.from({ length: 40 }, (_, i) => `2017-10-${10 + (i % 20)}`);
    const histogram = over(on("1119-01-01", ...near, "2031-05-05"));
    expect(histogram.grain).toBe("day");
    expect(told(histogram).at(0)).toBe("1119-01-01/2017-10-09 1 far");
    expect(told(histogram).at(-1)).toBe("2017-10-30/2031-05-05 1 far");
    expect(histogram.bars.length).toBe(22);
  });

  it("keeps its bars whichever claims are counted, and tells how many have no day", () => {
    const days = [...on("2017-10-01", "2017-10-02"), undefined, ["someday", "someday"]] satisfies Days[];
    expect(told(over(days, 60, [1, 2, 3]))).toEqual(["2017-10-01/2017-10-01 0", "2017-10-02/2017-10-02 1"]);
    expect(over(days, 60, [1, 2, 3]).undated).toBe(2);
  });

  it("has no bars without days", () => {
    expect(over([undefined])).toEqual({ grain: "day", bars: [], undated: 1 });
  });

  it("holds every day in one of few enough bars without gaps", () => {
    const day = fc
      .date({ min: new Date("1500-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(day, { minLength: 1 }), fc.integer({ min: 3, max: 60 }), (days, most) => {
        const { bars } = over(on(...days), most);
        expect(bars.length).toBeLessThanOrEqual(most);
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(days.length);
        for (const [i, bar] of bars.entries()) {
          expect(bar.count).toBe(days.filter((each) => each >= bar.start && each <= bar.end).length);
          if (i > 0) expect(daysBetween(bars[i - 1]?.end ?? "", bar.start)).toBe(1);
        }
      }),
    );
  });
});

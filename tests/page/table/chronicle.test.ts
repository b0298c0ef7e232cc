import { describe, expect, test } from "vitest";
import type { ClaimTime } from "../../../src/model/claim.ts";
import type { PageClaim } from "../../../src/model/page-payload.ts";
import { type Catalogue, catalogueOf } from "../../../src/page/data/catalogue.ts";
import { type Chronicle, chronicleOf, datedIn } from "../../../src/page/data/chronicle.ts";
import { sample } from "../sample-page.ts";

/** A claim in few words: its event, its days, and how many sources it has. */
interface Sketch {
  readonly event: number;
  readonly days?: string;
  readonly basis?: ClaimTime["basis"];
  readonly sources?: number;
  readonly denied?: boolean;
}

function told(...sketches: readonly Sketch[]): Catalogue {
  const plain = sample.payload.claims.find(({ stance }) => stance.polarity === "positive") as PageClaim;
  const { time: _, ...claim } = plain;
  return catalogueOf({
    ...sample.payload,
    claims: sketches.map(({ event, days, basis = "told", sources = 1, denied = false }, i) => {
      const [start = "", end = start] = days?.split("..") ?? [];
      return {
        ...claim,
        id: `c${i}`,
        event,
        independentSources: sources,
        conflictsWith: [],
        stance: { ...claim.stance, polarity: denied ? ("negative" as const) : ("positive" as const) },
        ...(days === undefined ? {} : { time: { start, end, basis, text: [] } }),
      };
    }),
  });
}

/** A chronicle in lines: `2017-10: 2017-10-17 [0 3]`. */
function lines(catalogue: Catalogue, newestFirst = false): readonly string[] {
  const { chapters, undated } = chronicleOf(catalogue, [...catalogue.payload.claims.keys()], newestFirst);
  return [
    ...chapters.flatMap(({ days, occurrences }) =>
      occurrences.map(
        (one) => `${days.start}..${days.end}: ${one.days?.start}..${one.days?.end} [${one.claims.join(" ")}]`,
      ),
    ),
    ...undated.map(({ claims }) => `undated [${claims.join(" ")}]`),
  ];
}

describe("a chronicle", () => {
  test("tells what happened in the order of days, month by month", () => {
    const catalogue = told(
      { event: 0, days: "2017-11-02" },
      { event: 1, days: "2017-10-17" },
      { event: 2, days: "2017-10-03..2017-10-09" },
      { event: 3, days: "2016-02-29" },
    );
    expect(lines(catalogue)).toEqual([
      "2016-02-01..2016-02-29: 2016-02-29..2016-02-29 [3]",
      "2017-10-01..2017-10-31: 2017-10-03..2017-10-09 [2]",
      "2017-10-01..2017-10-31: 2017-10-17..2017-10-17 [1]",
      "2017-11-01..2017-11-30: 2017-11-02..2017-11-02 [0]",
    ]);
    expect(lines(catalogue, true)).toEqual(lines(catalogue).toReversed());
  });

  test("puts what lasts longer than a month under its year or years, before what lies in them", () => {
    const catalogue = told(
      { event: 0, days: "2017-01-05" },
      { event: 1, days: "2017-01-01..2017-12-31" },
      { event: 2, days: "2017-03-20..2017-04-02" },
      { event: 3, days: "2014-06-29..2017-10-17" },
    );
    expect(lines(catalogue)).toEqual([
      "2014-01-01..2017-12-31: 2014-06-29..2017-10-17 [3]",
      "2017-01-01..2017-12-31: 2017-01-01..2017-12-31 [1]",
      "2017-01-01..2017-12-31: 2017-03-20..2017-04-02 [2]",
      "2017-01-01..2017-01-31: 2017-01-05..2017-01-05 [0]",
    ]);
  });

  test("joins the claims of one event under its most exact days, what is affirmed by most first", () => {
    const catalogue = told(
      { event: 0, days: "2017-10-01..2017-10-31" },
      { event: 0, days: "2017-10-17", sources: 1, denied: true },
      { event: 0, sources: 2 },
      { event: 0, days: "2017-10-17", sources: 3 },
    );
    expect(lines(catalogue)).toEqual(["2017-10-01..2017-10-31: 2017-10-17..2017-10-17 [3 2 0 1]"]);
    expect(chronicleOf(catalogue, [0, 1, 2, 3], false).chapters[0]?.occurrences[0]).toMatchObject({
      sources: 3,
      look: "asserted",
    });
  });

  test("keeps days apart on which a state was told, and gives what has none to the most exact", () => {
    const catalogue = told(
      { event: 0, days: "2014-06-01..2014-06-30" },
      { event: 0, days: "2017-10-17" },
      { event: 0 },
    );
    expect(lines(catalogue)).toEqual([
      "2014-06-01..2014-06-30: 2014-06-01..2014-06-30 [0]",
      "2017-10-01..2017-10-31: 2017-10-17..2017-10-17 [1 2]",
    ]);
  });

  test("prefers the day of the happening to the day on which somebody said so", () => {
    const catalogue = told(
      { event: 0, days: "2017-10-21", basis: "said" },
      { event: 1, days: "2017-10-20", basis: "said" },
      { event: 1, days: "2017-10-01..2017-10-31" },
    );
    const [chapter] = chronicleOf(catalogue, [0, 1, 2], false).chapters;
    expect(chapter?.occurrences.map(({ days, said }) => `${days?.start} ${said}`)).toEqual([
      "2017-10-01 false",
      "2017-10-21 true",
    ]);
  });

  test("has what has no day in a list of its own", () => {
    const catalogue = told({ event: 4 }, { event: 2, days: "2017-10-17" }, { event: 3 }, { event: 4 });
    expect(lines(catalogue).slice(1)).toEqual(["undated [0 3]", "undated [2]"]);
  });

  test("tells of the claims that are shown alone, each of them once", () => {
    const shown = [1, 4, 5, 6, 7];
    const chronicle: Chronicle = chronicleOf(sample, shown, true);
    const all = [...chronicle.chapters.flatMap(({ occurrences }) => occurrences), ...chronicle.undated];
    expect(all.flatMap(({ claims }) => claims).sort((a, b) => a - b)).toEqual(shown);
    expect(datedIn(chronicle)).toBe(all.length - chronicle.undated.length);
  });
});

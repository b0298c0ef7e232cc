import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { annotator } from "../../src/annotate/index.ts";
import { isoOf, periodAt, rangeOf, weekdayOf } from "../../src/annotate/times/calendar.ts";
import type { TimeExpression } from "../../src/model/time.ts";
import { readCases } from "../support/cases.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";

const FILE = join(import.meta.dirname, "cases", "times.txt");
const SATURDAY = "2017-10-21";
const annotate = annotator(ontology, parser);

/** An article of one paragraph, read as printed on a day; `told` is the day of its story, where that is given. */
function read(text: string, { published, told }: { published?: string; told?: string | undefined }) {
  const zones = [{ kind: "body", start: 0, end: text.length }] as const;
  return annotate({ id: "a", text, zones, published }, undefined, told);
}

const timesIn = (text: string, told?: string) =>
  read(text, { told }).times.map(({ text: words, value }) => [words, value?.start, value?.end]);

/** As the cases have it: `late last month | 2017-09 | 2017-09-21..2017-09-30`. */
function line({ text, kind, iso, value }: TimeExpression): string {
  const days = value && (value.start === value.end ? value.start : `${value.start}..${value.end}`);
  return [text, ...(kind === "date" ? [] : [kind]), iso ?? "-", ...(days ? [days] : [])].join(" | ");
}

describe("cases", () => {
  test.for(readCases(readFileSync(FILE, "utf8"), "times.txt"))("$name", ({ text, expected }) => {
    const [, told, sentence = text] = /^\[(.*?)\] ([\s\S]*)$/.exec(text) ?? [];
    expect(read(sentence, { told }).times.map(line)).toEqual(expected);
  });
});

describe("times told on a Saturday", () => {
  test.for([
    ["on Saturday", "Saturday", "2017-10-21", "2017-10-21"],
    ["on Monday", "Monday", "2017-10-16", "2017-10-16"],
    ["last Saturday", "last Saturday", "2017-10-14", "2017-10-14"],
    ["next Monday", "next Monday", "2017-10-23", "2017-10-23"],
    ["yesterday", "yesterday", "2017-10-20", "2017-10-20"],
    ["earlier this week", "earlier this week", "2017-10-16", "2017-10-21"],
    ["last week", "last week", "2017-10-09", "2017-10-15"],
    ["earlier this month", "earlier this month", "2017-10-01", "2017-10-21"],
    ["late last month", "late last month", "2017-09-21", "2017-09-30"],
    ["in late September", "late September", "2017-09-21", "2017-09-30"],
    ["in December", "December", "2016-12-01", "2016-12-31"],
    ["April last year", "April last year", "2016-04-01", "2016-04-30"],
    ["on Oct. 1", "Oct. 1", "2017-10-01", "2017-10-01"],
    ["on 3 November", "3 November", "2016-11-03", "2016-11-03"],
    ["June 10, 2014", "June 10, 2014", "2014-06-10", "2014-06-10"],
    ["in 2015-16", "2015-16", "2015-01-01", "2016-12-31"],
    ["two weeks ago", "two weeks ago", "2017-10-02", "2017-10-08"],
  ] as const)("%s", ([text, words, start, end]) => {
    expect(timesIn(text, SATURDAY)).toEqual([[words, start, end]]);
  });

  test.for(["the march on Washington", "he may go", "$2017 a head", "32 October", "room 2017b"])(
    "no time in: %s",
    (text) => {
      expect(timesIn(text, SATURDAY).filter(([, start]) => start)).toEqual([]);
    },
  );
});

test("without a day of telling, only absolute dates have a value", () => {
  expect(timesIn("on Saturday", undefined)).toEqual([["Saturday", undefined, undefined]]);
  expect(timesIn("in May 2019", undefined)).toEqual([["May 2019", "2019-05-01", "2019-05-31"]]);
});

describe("the day of the story", () => {
  const SUNDAY = "2017-10-22";
  test.for([
    ["a print of what happened the day before", "Rebels left on Saturday.", SATURDAY],
    ["a print that says yesterday", "Rebels left yesterday. They came on Saturday.", SUNDAY],
    ["a report of the day itself", "Rebels left on Sunday. They came on Saturday.", SUNDAY],
    ["another day more often", "Rebels left on Tuesday. On Tuesday they ran. They came on Saturday.", SUNDAY],
    ["a day to come", "Rebels will leave on Saturday.", SUNDAY],
    ["a day of another week", "Rebels left last Saturday.", SUNDAY],
    ["no weekday", "Rebels left.", SUNDAY],
  ] as const)("%s", ([, text, day]) => {
    expect(read(text, { published: SUNDAY }).told).toBe(day);
  });

  test("times count from it, not from the day of print", () => {
    const { times } = read("Rebels left on Saturday. Last week they lost the dam.", {
      published: "2017-10-22",
    });
    expect(times.map(({ iso }) => iso)).toEqual(["2017-10-21", "2017-W41"]);
  });

  test("is the one given, where others tell it", () => {
    expect(read("Rebels left on Saturday.", { told: SATURDAY }).times[0]?.iso).toBe(SATURDAY);
  });
});

describe("the calendar", () => {
  test("weeks begin on Monday and belong to the year of their Thursday", () => {
    expect(weekdayOf("2017-10-21")).toBe(6);
    expect(isoOf(periodAt("week", "2017-01-01"))).toBe("2016-W52");
    expect(isoOf(periodAt("week", "2018-12-31"))).toBe("2019-W01");
    expect(isoOf(periodAt("week", "1966-10-01"))).toBe("1966-W39");
  });

  test.for([
    ["weekend", "2017-10-17", "2017-W42-WE", "2017-10-21", "2017-10-22"],
    ["month", "2016-02-10", "2016-02", "2016-02-01", "2016-02-29"],
    ["season", "2018-01-10", "2017-WI", "2017-12-01", "2018-02-28"],
    ["quarter", "2017-12-31", "2017-Q4", "2017-10-01", "2017-12-31"],
    ["half", "2017-06-30", "2017-H1", "2017-01-01", "2017-06-30"],
    ["decade", "2017-06-30", "201X", "2010-01-01", "2019-12-31"],
    ["century", "1966-06-30", "19XX", "1900-01-01", "1999-12-31"],
  ] as const)("a %s", ([grain, day, iso, start, end]) => {
    const period = periodAt(grain, day);
    expect([isoOf(period), rangeOf(period)]).toEqual([iso, { start, end }]);
  });
});

test("a page of white space inside a phrase takes no longer than its length asks", () => {
  const start = performance.now();
  expect(timesIn(`They left on Monday${" ".repeat(20_000)}morning.`, SATURDAY)[0]?.[0]).toBe("Monday");
  expect(performance.now() - start).toBeLessThan(5000);
});

test.skipIf(process.platform === "win32")("is the same in any time zone, and at any time", () => {
  const program = `
    import { findWritten } from "./src/annotate/times/chrono.ts";
    console.log(JSON.stringify(findWritten("He died on 10/06/2014 at 23:30, or on 21/10/2014.")));`;
  const [first, ...others] = ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"].map((TZ) =>
    execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
      cwd: join(import.meta.dirname, "..", ".."),
      env: { ...process.env, TZ },
      encoding: "utf8",
    }),
  );
  expect(first).toContain("2014-10-06");
  expect(others).toEqual([first, first]);
});

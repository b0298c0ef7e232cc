import { describe, expect, test } from "vitest";
import { findTimes } from "../../src/annotate/times.ts";

const SATURDAY = "2017-10-21";
const timesIn = (text: string, told?: string) =>
  findTimes(text, { start: 0, end: text.length }, told).map(({ text: words, value }) => [
    words,
    value?.start,
    value?.end,
  ]);

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
    ["between 2015 and 2016", "between 2015 and 2016", "2015-01-01", "2016-12-31"],
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

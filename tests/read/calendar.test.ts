import { describe, expect, test } from "vitest";
import { findDate } from "../../src/read/calendar.ts";

describe("a date in a line", () => {
  test.for([
    ["2017-10-22", "2017-10-22"],
    ["2017-10-22 23:59 UTC", "2017-10-22"],
    ["Oct 21, 2017", "2017-10-21"],
    ["Oct. 21 2017", "2017-10-21"],
    ["Sept. 3, 2017", "2017-09-03"],
    ["SEPTEMBER 3RD, 2017", "2017-09-03"],
    ["22 October, 2017", "2017-10-22"],
    ["1st of May 2017", "2017-05-01"],
    ["Thursday, 4 January 2018 at 09:30", "2018-01-04"],
    ["29 February 2016", "2016-02-29"],
    ["First published 3 May 2017, updated May 9, 2017", "2017-05-03"],
    ["Updated May 9, 2017, first published 3 May 2017", "2017-05-09"],
  ] as const)("%s is %s", ([text, day]) => {
    expect(findDate(text)).toBe(day);
  });

  test.for([
    "",
    "Saturday",
    "October 2017",
    "21 October",
    "29 February 2017",
    "2017-13-01",
    "2017-00-10",
    "32 May 2017",
    "10/22/2017",
    "reference 12017-10-223",
  ])('"%s" names no day', (text) => {
    expect(findDate(text)).toBeUndefined();
  });

  // A "T" right behind the day counts as one word with it.
  test("passes over the time of an ISO 8601 stamp", () => {
    expect(findDate("2017-10-22T23:59:00Z")).toBe("2017-10-22");
  });

  // The pattern for months takes any letters behind the first three.
  test.for(["Marvel 12, 2017", "14 Marchers 2017", "Decade 10, 2017"])("%s names no day", (text) => {
    expect(findDate(text)).toBeUndefined();
  });
});

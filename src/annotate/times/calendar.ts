import { type Day, type DayRange, type Grain, isDay } from "../../model/time.ts";

/** A unit of the calendar, counted from the same unit of 1970, of the year 0 for those of months and more. */
export interface Period {
  readonly grain: Grain;
  readonly index: number;
}

const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday: days from the Monday before it. */
const THURSDAY = 3;
/** Months of the units that are whole months long. */
const MONTHS_OF = { month: 1, quarter: 3, season: 3, half: 6, year: 12, decade: 120, century: 1200 } as const;
const SEASONS = ["SP", "SU", "FA", "WI"] as const;
/** Spring begins in March, so that a winter belongs to the year it begins in. */
const SPRING = 2;

/** The period of a grain that a day lies in. Weeks begin on Monday (ISO 8601). */
export function periodAt(grain: Grain, day: Day): Period {
  const days = daysSince1970(day);
  switch (grain) {
    case "day":
      return { grain, index: days };
    case "week":
    case "weekend":
      return { grain, index: Math.floor((days + THURSDAY) / 7) };
    case "season":
      return { grain, index: Math.floor((monthsSince0(day) - SPRING) / 3) };
    case "month":
    case "quarter":
    case "half":
    case "year":
    case "decade":
    case "century":
      return { grain, index: Math.floor(monthsSince0(day) / MONTHS_OF[grain]) };
  }
}

/** The period some places on, or back. */
export function shifted({ grain, index }: Period, by: number): Period {
  return { grain, index: index + by };
}

/** The days of a period. */
export function rangeOf(period: Period): DayRange {
  const start = firstDay(period);
  if (period.grain === "weekend") return { start, end: dayAt(daysSince1970(start) + 1) };
  return { start, end: dayAt(daysSince1970(firstDay(shifted(period, 1))) - 1) };
}

/** A period as TIMEX3 writes it: `2017-10-21`, `2017-W42`, `2017-Q4`, `201X`. */
export function isoOf(period: Period): string {
  const { grain, index } = period;
  const start = firstDay(period);
  switch (grain) {
    case "day":
      return start;
    case "week":
      return weekOf(start);
    case "weekend":
      return `${weekOf(start)}-WE`;
    case "month":
      return start.slice(0, 7);
    case "quarter":
      return `${start.slice(0, 4)}-Q${(index % 4) + 1}`;
    case "half":
      return `${start.slice(0, 4)}-H${(index % 2) + 1}`;
    case "season":
      return `${start.slice(0, 4)}-${SEASONS[index % 4]}`;
    case "year":
      return start.slice(0, 4);
    case "decade":
      return `${start.slice(0, 3)}X`;
    case "century":
      return `${start.slice(0, 2)}XX`;
  }
}

/** A day some days on, or back. */
export function addDays(day: Day, days: number): Day {
  return dayAt(daysSince1970(day) + days);
}

/** How many days a range has. */
export function lengthOf({ start, end }: DayRange): number {
  return daysSince1970(end) - daysSince1970(start) + 1;
}

/** The weekday of a day, from 1 for Monday to 7. */
export function weekdayOf(day: Day): number {
  return ((((daysSince1970(day) + THURSDAY) % 7) + 7) % 7) + 1;
}

/** The day as written, where the calendar has it. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const day = `${digits(year, 4)}-${digits(month, 2)}-${digits(date, 2)}`;
  return isDay(day) ? day : undefined;
}

/** The period of some months that a year and a number in it name: the third quarter of 2017. */
export function periodOfYear(
  grain: "month" | "quarter" | "half" | "season",
  year: number,
  nth: number,
): Period {
  return { grain, index: (year * 12) / MONTHS_OF[grain] + nth - 1 };
}

/** A year as a period. */
export function yearOf(year: number): Period {
  return { grain: "year", index: year };
}

/** The day some months on, or back, or the last of that month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const month = shifted(periodAt("month", day), months);
  const { start, end } = rangeOf(month);
  const same = addDays(start, Number(day.slice(8)) - 1);
  return [same, end].sort()[0] as Day;
}

/** Two digits or four, with zeros in front. */
export function digits(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

function firstDay({ grain, index }: Period): Day {
  switch (grain) {
    case "day":
      return dayAt(index);
    case "week":
      return dayAt(index * 7 - THURSDAY);
    case "weekend":
      return dayAt(index * 7 - THURSDAY + 5);
    case "season":
      return firstOfMonth(index * 3 + SPRING);
    case "month":
    case "quarter":
    case "half":
    case "year":
    case "decade":
    case "century":
      return firstOfMonth(index * MONTHS_OF[grain]);
  }
}

/** The year of a week is that of its Thursday. */
function weekOf(monday: Day): string {
  const thursday = addDays(monday, 3 - ((weekdayOf(monday) + 6) % 7));
  const year = thursday.slice(0, 4);
  const nth = Math.floor((daysSince1970(thursday) - daysSince1970(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${digits(nth, 2)}`;
}

function firstOfMonth(months: number): Day {
  return `${digits(Math.floor(months / 12), 4)}-${digits((((months % 12) + 12) % 12) + 1, 2)}-01`;
}

function monthsSince0(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function daysSince1970(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function dayAt(days: number): Day {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

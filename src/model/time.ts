import type { Span } from "./span.ts";

/** A calendar day as ISO 8601 writes it: `2017-10-21`. */
export type Day = string;

/** A stretch of days, both ends included. */
export interface DayRange {
  readonly start: Day;
  readonly end: Day;
}

/** How exactly a time is told. */
export type Grain =
  | "day"
  | "weekend"
  | "week"
  | "month"
  | "season"
  | "quarter"
  | "half"
  | "year"
  | "decade"
  | "century";

/** What a phrase tells of time: when, at what hour, how long, or how often; the four types of TIMEX3. */
export type TimeKind = "date" | "time" | "duration" | "set";

/** Words of the text that tell a time. */
export interface TimeExpression extends Span {
  readonly text: string;
  readonly kind: TimeKind;
  /**
   * The value as TIMEX3 writes it: `2017-10-21`, `2017-W42`, `2017-Q3`, `201X`, `2017-10-21TNI`, `P3W`, `XXXX-WXX-1`,
   * `PAST_REF`.
   *
   * It names the whole of what is told a part of: `2017-09` for "late last month". Absent where the words need a date to
   * count from and there is none.
   */
  readonly iso?: string | undefined;
  /** The days it covers; absent where the words do not tell them, or need a date to count from and there is none. */
  readonly value?: DayRange | undefined;
  /**
   * Of dates, and of hours with their day; absent where the words tell no stretch of the calendar: "now", "at noon", "three
   * weeks", "every day". "At noon" still has the day that the text around it tells as its value.
   */
  readonly grain?: Grain | undefined;
}

/** Whether a time tells when something was, be its day known or not: "on Saturday", "in the past year", not "for a year". */
export function tellsWhen({ kind, grain, value }: TimeExpression): boolean {
  return grain !== undefined || (kind === "duration" && value !== undefined);
}

/** Whether a text is a day that the calendar has: `2017-10-21`, not `2017-02-30`. */
export function isDay(text: string): text is Day {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const DAY_MS = 86_400_000;

/** How many days the second day lies behind the first; negative where it lies before it. */
export function daysBetween(first: Day, second: Day): number {
  return Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS);
}

import type { Span } from "./span.ts";

/** A calendar day as ISO 8601 writes it: `2017-10-21`. */
export type Day = string;

/** A stretch of days, both ends included. */
export interface DayRange {
  readonly start: Day;
  readonly end: Day;
}

/** How exactly a time is told. */
export type Grain = "day" | "week" | "month" | "season" | "quarter" | "year" | "decade";

/** Words of the text that tell a time. */
export interface TimeExpression extends Span {
  readonly text: string;
  /** Absent where the words need a date to count from and the document has none. */
  readonly value?: DayRange | undefined;
  readonly grain: Grain;
}

/** Whether a text is a day that the calendar has: `2017-10-21`, not `2017-02-30`. */
export function isDay(text: string): text is Day {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

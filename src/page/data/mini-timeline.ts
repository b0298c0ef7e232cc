import { byCodeUnit } from "../../model/order.ts";
import { type Day, type DayRange, daysBetween } from "../../model/time.ts";
import type { Catalogue } from "./catalogue.ts";

/** Claims of one time, or of a stretch of days. */
export interface TimelineColumn {
  /** By day. */
  readonly claims: readonly number[];
  /** The time of all its claims; undefined for a column of a scale. */
  readonly time: DayRange | undefined;
}

/** Dated claims in columns: one for each time where these are few, else along a scale of days. */
export interface MiniTimeline {
  /** The first and the last day of the scale. */
  readonly days: DayRange;
  /** Whether the first column of the scale holds claims of days before it too, and the last one of days after it. */
  readonly earlier: boolean;
  readonly later: boolean;
  /** Columns of a scale may be empty. */
  readonly columns: readonly TimelineColumn[];
  /** All claims with a day, by day. */
  readonly claims: readonly number[];
}

/** So many different times have a column of their own. */
const fewTimes = 6;

/**
 * Puts the claims that have a day into columns by that day.
 *
 * Where a few lie far off, as a year of long ago does, the scale covers the days of the middle eight tenths.
 *
 * @param columns of a scale
 * @returns undefined where there are not two different times
 */
export function miniTimeline(
  { payload }: Catalogue,
  claims: readonly number[],
  columns: number,
): MiniTimeline | undefined {
  const dated = claims
    .flatMap((index) => {
      const time = payload.claims[index]?.time;
      return time === undefined ? [] : [{ index, time }];
    })
    .sort(
      (a, b) =>
        byCodeUnit(a.time.start, b.time.start) || byCodeUnit(a.time.end, b.time.end) || a.index - b.index,
    );
  const times = new Map<string, { readonly time: DayRange; readonly claims: number[] }>();
  for (const { index, time } of dated) {
    const key = `${time.start} ${time.end}`;
    const column = times.get(key) ?? { time: { start: time.start, end: time.end }, claims: [] };
    times.set(key, column);
    column.claims.push(index);
  }
  const all = dated.map(({ index }) => index);
  const days = dated.map(({ time }) => time.start);
  const [start, end] = [days[0], days.at(-1)];
  if (start === undefined || end === undefined || times.size < 2) return undefined;
  if (times.size <= fewTimes || start === end) {
    return { days: { start, end }, earlier: false, later: false, columns: [...times.values()], claims: all };
  }
  return { ...scale(all, days, columns), claims: all };
}

function scale(
  claims: readonly number[],
  days: readonly Day[],
  columns: number,
): Omit<MiniTimeline, "claims"> {
  const [first, last] = [days[0] ?? "", days.at(-1) ?? ""];
  const { start, end } = middle(days, first, last);
  const span = daysBetween(start, end) + 1;
  const filled = Array.from({ length: columns }, (): number[] => []);
  for (const [i, claim] of claims.entries()) {
    const at = Math.floor((daysBetween(start, days[i] ?? start) / span) * columns);
    filled[Math.min(columns - 1, Math.max(0, at))]?.push(claim);
  }
  return {
    days: { start, end },
    earlier: first < start,
    later: last > end,
    columns: filled.map((each) => ({ claims: each, time: undefined })),
  };
}

function middle(days: readonly Day[], first: Day, last: Day): DayRange {
  const low = days[Math.floor(days.length * 0.1)] ?? first;
  const high = days[Math.ceil(days.length * 0.9) - 1] ?? last;
  const isFar = low < high && daysBetween(first, last) > 4 * daysBetween(low, high);
  return isFar ? { start: low, end: high } : { start: first, end: last };
}

import type { Day } from "../../model/time.ts";
import type { Catalogue } from "./catalogue.ts";

/** How long the stretch of a bar is; `years` is several. */
export type BarGrain = "day" | "week" | "month" | "quarter" | "year" | "years";

/** The claims of some days. */
export interface Bar {
  /** Both included. */
  readonly start: Day;
  readonly end: Day;
  readonly count: number;
  /** Whether it gathers the few claims that lie far from the others; only the first and the last bar can. */
  readonly far: boolean;
}

/** Claims by the days on which things happened. */
export interface Histogram {
  readonly grain: BarGrain;
  /**
   * In order, without gaps, over all days that any claim of the graph tells: they stay the same whichever claims are
   * counted. The first and the last may be longer than the rest: they gather the few that lie far from the others. Empty
   * where no claim has a day.
   */
  readonly bars: readonly Bar[];
  /** How many of the claims have no day. */
  readonly undated: number;
}

/** Claims over a longer stretch, "in the nineties", are on the bar on which they begin alone. */
const longestStretch = 366;
/** The shares of days at either end that may be gathered in one bar; the past of a story has a long tail. */
const farShares = [0.02, 0.05, 0.1];
/** That is done where it makes the time that is left at least so many times shorter. */
const shorter = 4;

/**
 * Counts claims by day, week, month or longer: the shortest with which the bars are few enough.
 *
 * A claim over several days counts on each bar that it touches.
 *
 * @param claims indexes in payload order
 * @param most at least 3
 */
export function histogramOf(catalogue: Catalogue, claims: readonly number[], most: number): Histogram {
  return histogramsOf(catalogue, most)(claims);
}

/** The same for one set of claims after another: the bars are laid out once. */
export function histogramsOf(catalogue: Catalogue, most: number): (claims: readonly number[]) => Histogram {
  const stretches = stretchesOf(catalogue);
  const axis = axisOf(
    stretches.flatMap((stretch) => stretch ?? []),
    most,
  );
  const barAt = placesOf(axis.starts);
  const touched = stretches.map((stretch) => stretch && ([barAt(stretch[0]), barAt(stretch[1])] as const));
  return (claims) => {
    // Each claim adds at its first bar and takes away behind its last; the running sum counts.
    const changes = new Array<number>(axis.starts.length + 1).fill(0);
    let undated = 0;
    for (const claim of claims) {
      const [first, last] = touched[claim] ?? [];
      if (first === undefined || last === undefined) undated++;
      else {
        changes[first] = (changes[first] ?? 0) + 1;
        changes[last + 1] = (changes[last + 1] ?? 0) - 1;
      }
    }
    return { grain: axis.grain, bars: barsOf(axis, changes), undated };
  };
}

function barsOf({ starts, end, far }: Axis, changes: readonly number[]): readonly Bar[] {
  let count = 0;
  return starts.map((start, i) => {
    count += changes[i] ?? 0;
    return {
      start: written(start),
      end: written((starts[i + 1] ?? end + 1) - 1),
      count,
      far: (i === 0 && far.first) || (i === starts.length - 1 && far.last),
    };
  });
}

/** The first and the last day on which a claim counts, by claim. */
function stretchesOf({ payload }: Catalogue): readonly (readonly [number, number] | undefined)[] {
  const dayOf = dayNumbers();
  return payload.claims.map(({ time }) => {
    const [start, end] = [dayOf(time?.start), dayOf(time?.end)];
    if (start === undefined || end === undefined || end < start) return undefined;
    return [start, end - start > longestStretch ? start : end];
  });
}

/** Days are numbers from 1 January 1970 on; what is no day of the calendar is undefined. */
function dayNumbers(): (day: Day | undefined) => number | undefined {
  const known = new Map<Day, number>();
  return (day) => {
    if (day === undefined) return undefined;
    const number = known.get(day) ?? Date.parse(`${day}T00:00:00Z`) / dayLength;
    known.set(day, number);
    return Number.isInteger(number) ? number : undefined;
  };
}

const dayLength = 86_400_000;

function written(day: number): Day {
  return new Date(day * dayLength).toISOString().slice(0, -14);
}

/** Where the bars start, ascending, and the last day of the last. */
interface Axis {
  readonly grain: BarGrain;
  readonly starts: readonly number[];
  readonly end: number;
  readonly far: { readonly first: boolean; readonly last: boolean };
}

/** The bars of one length. */
type Grid = Pick<Axis, "grain" | "starts" | "end">;

function axisOf(days: readonly number[], most: number): Axis {
  const sorted = Int32Array.from(days).sort();
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (first === undefined || last === undefined)
    return { grain: "day", starts: [], end: 0, far: { first: false, last: false } };
  let [low, high] = [first, last];
  for (const share of farShares) {
    const far = Math.floor(sorted.length * share);
    const [from = low, to = high] = [sorted.at(far), sorted.at(-1 - far)];
    if ((to - from + 1) * shorter <= high - low + 1) [low, high] = [from, to];
  }
  const { grain, starts, end } = gridOf(low, high, most - 2);
  const [before, after] = [first < (starts[0] ?? first), last > end];
  return {
    grain,
    starts: [...(before ? [first] : []), ...starts, ...(after ? [end + 1] : [])],
    end: Math.max(end, last),
    far: { first: before, last: after },
  };
}

const grains: readonly { readonly grain: BarGrain; readonly months?: number; readonly days?: number }[] = [
  { grain: "day", days: 1 },
  { grain: "week", days: 7 },
  { grain: "month", months: 1 },
  { grain: "quarter", months: 3 },
  { grain: "year", months: 12 },
  ...[2, 5, 10, 20, 50, 100, 200, 500].map((years) => ({ grain: "years" as const, months: 12 * years })),
];

function gridOf(low: number, high: number, most: number): Grid {
  for (const { grain, days, months } of grains) {
    const grid =
      days === undefined ? monthGrid(low, high, months ?? 1, most) : dayGrid(low, high, days, most);
    if (grid !== undefined) return { grain, ...grid };
  }
  return { grain: "years", starts: [low], end: high };
}

/** Undefined where there are too many. Weeks start on Mondays: day 4 was one. */
function dayGrid(low: number, high: number, step: number, most: number): Omit<Grid, "grain"> | undefined {
  const start = low - ((((low - 4) % step) + step) % step);
  const count = Math.floor((high - start) / step) + 1;
  if (count > most) return undefined;
  return { starts: Array.from({ length: count }, (_, i) => start + i * step), end: start + count * step - 1 };
}

/** Undefined where there are too many. */
function monthGrid(low: number, high: number, step: number, most: number): Omit<Grid, "grain"> | undefined {
  const first = Math.floor(monthOf(low) / step);
  const count = Math.floor(monthOf(high) / step) - first + 1;
  if (count > most) return undefined;
  const startOf = (i: number): number => firstDayOf((first + i) * step);
  return { starts: Array.from({ length: count }, (_, i) => startOf(i)), end: startOf(count) - 1 };
}

/** Months are numbers from January of year 0 on. */
function monthOf(day: number): number {
  const date = new Date(day * dayLength);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function firstDayOf(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
  return date.getTime() / dayLength;
}

/** The bar that a day lies on; the same days come again and again, so each is looked for once. */
function placesOf(starts: readonly number[]): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    const place =
      known.get(day) ??
      Math.max(
        0,
        starts.findLastIndex((start) => start <= day),
      );
    known.set(day, place);
    return place;
  };
}

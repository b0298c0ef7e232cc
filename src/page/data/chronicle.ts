import type { PageClaim } from "../../model/page-payload.ts";
import type { Day, DayRange } from "../../model/time.ts";
import type { Catalogue } from "./catalogue.ts";
import { type Look, lookOf } from "./held.ts";

/** Something that happened or holds, with all that is claimed of it. */
export interface Occurrence {
  /** The most exact of the days that its claims tell; undefined where none tells any. */
  readonly days: DayRange | undefined;
  /** Whether only the day is known on which somebody said so. */
  readonly said: boolean;
  /** Indexes into the claims, what is affirmed by most sources first; never empty. */
  readonly claims: readonly [number, ...number[]];
  readonly look: Look;
  /** The most independent sources of one of its claims. */
  readonly sources: number;
}

/** Occurrences under one heading: those within a month, a year, or several years. */
export interface Chapter {
  /** From the first day of its first month or year to the last of its last. */
  readonly days: DayRange;
  readonly occurrences: readonly Occurrence[];
}

/** Some claims in the order of time. */
export interface Chronicle {
  readonly chapters: readonly Chapter[];
  /** Those without a day, in the order in which their claims were given. */
  readonly undated: readonly Occurrence[];
}

/**
 * Tells some claims in the order of time, claims of one event as one occurrence.
 *
 * Claims of one state may lie years apart: those whose days do not meet are occurrences of their own.
 */
export function chronicleOf(
  catalogue: Catalogue,
  claims: readonly number[],
  newestFirst: boolean,
): Chronicle {
  const all = [...byEvent(catalogue, claims).values()].flatMap((group) => occurrencesOf(catalogue, group));
  const turn = newestFirst ? -1 : 1;
  return {
    chapters: chaptersOf(
      all.filter(({ days }) => days !== undefined),
      turn,
    ),
    undated: all.filter(({ days }) => days === undefined),
  };
}

/** How many occurrences a chronicle tells with a day. */
export function datedIn({ chapters }: Chronicle): number {
  return chapters.reduce((sum, { occurrences }) => sum + occurrences.length, 0);
}

function byEvent({ payload }: Catalogue, claims: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const i of claims) {
    const event = payload.claims[i]?.event;
    if (event === undefined) continue;
    const group = groups.get(event) ?? [];
    groups.set(event, group);
    group.push(i);
  }
  return groups;
}

function occurrencesOf({ payload }: Catalogue, claims: readonly number[]): readonly Occurrence[] {
  const rowOf = (i: number): PageClaim => payload.claims[i] as PageClaim;
  const clusters: { readonly days: DayRange; readonly said: boolean; readonly claims: number[] }[] = [];
  // The most exact comes first, and what is told less exactly joins it.
  for (const i of claims.filter((each) => rowOf(each).time !== undefined).sort(byExactness(rowOf))) {
    const { start, end, basis } = rowOf(i).time as NonNullable<PageClaim["time"]>;
    const cluster = clusters.find(({ days }) => days.start <= end && start <= days.end);
    if (cluster === undefined) clusters.push({ days: { start, end }, said: basis === "said", claims: [i] });
    else cluster.claims.push(i);
  }
  const undated = claims.filter((i) => rowOf(i).time === undefined);
  const [first] = clusters;
  if (first === undefined) return [occurrence(undefined, false, undated, rowOf)];
  first.claims.push(...undated);
  return clusters.map(({ days, said, claims: each }) => occurrence(days, said, each, rowOf));
}

/** Days of a happening before those on which it was said, short stretches before long ones, then the order given. */
function byExactness(rowOf: (i: number) => PageClaim): (a: number, b: number) => number {
  const said = (i: number): number => (rowOf(i).time?.basis === "said" ? 1 : 0);
  return (a, b) => said(a) - said(b) || lengthOf(rowOf(a).time) - lengthOf(rowOf(b).time);
}

function lengthOf(days: DayRange | undefined): number {
  return days === undefined ? 0 : Date.parse(days.end) - Date.parse(days.start);
}

function occurrence(
  days: DayRange | undefined,
  said: boolean,
  claims: readonly number[],
  rowOf: (i: number) => PageClaim,
): Occurrence {
  const denied = (i: number): number => (rowOf(i).stance.polarity === "negative" ? 1 : 0);
  const [first = -1, ...rest] = [...claims].sort(
    (a, b) =>
      denied(a) - denied(b) ||
      rowOf(b).independentSources - rowOf(a).independentSources ||
      rowOf(b).confidence - rowOf(a).confidence ||
      a - b,
  );
  const rows = claims.map(rowOf);
  return {
    days,
    said,
    claims: [first, ...rest],
    look: lookOf(rows),
    sources: rows.reduce((most, { independentSources }) => Math.max(most, independentSources), 1),
  };
}

/** @param turn -1 for the newest first */
function chaptersOf(occurrences: readonly Occurrence[], turn: 1 | -1): readonly Chapter[] {
  const chapters = new Map<string, { readonly days: DayRange; readonly occurrences: Occurrence[] }>();
  for (const each of occurrences) {
    const days = chapterDays(each.days as DayRange);
    const key = `${days.start} ${days.end}`;
    const chapter = chapters.get(key) ?? { days, occurrences: [] };
    chapters.set(key, chapter);
    chapter.occurrences.push(each);
  }
  const sorted = [...chapters.values()].sort((a, b) => turn * byDays(a.days, b.days));
  return sorted.map((chapter) => ({
    days: chapter.days,
    occurrences: chapter.occurrences.sort(
      (a, b) =>
        turn * byDays(a.days as DayRange, b.days as DayRange) ||
        b.sources - a.sources ||
        a.claims[0] - b.claims[0],
    ),
  }));
}

/** By the first day; of those with the same one the longer comes before what lies in it. */
function byDays(a: DayRange, b: DayRange): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  return a.end === b.end ? 0 : a.end > b.end ? -1 : 1;
}

/** The month around some days, else the year or years. */
function chapterDays({ start, end }: DayRange): DayRange {
  if (start.slice(0, 7) === end.slice(0, 7)) {
    return { start: `${start.slice(0, 7)}-01`, end: lastOfMonth(start) };
  }
  return { start: `${start.slice(0, 4)}-01-01`, end: `${end.slice(0, 4)}-12-31` };
}

function lastOfMonth(day: Day): Day {
  const [year = 0, month = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return `${day.slice(0, 7)}-${String(last).padStart(2, "0")}`;
}

import type { Day, DayRange, Grain, TimeKind } from "../../model/time.ts";
import { addDays, isoOf, lengthOf, type Period, periodAt, rangeOf } from "./calendar.ts";

/** Whether the words around a time tell of what is to come, of what was, or leave it open as "the Nov. 3 meeting" does. */
export type Outlook = "ahead" | "behind" | "open";

/** What is known where a phrase stands. */
export interface When {
  /** The day that the story was told on. */
  readonly told: Day | undefined;
  /** The dates told shortly before, the last one last: "the next day" counts from them. */
  readonly mentioned: readonly Period[];
  /** The day told in the same sentence, to which an hour belongs. */
  readonly sameSentence: Day | undefined;
  readonly outlook: Outlook;
}

/** What a phrase means. */
export interface Meaning {
  readonly kind: TimeKind;
  readonly iso?: string | undefined;
  readonly value?: DayRange | undefined;
  readonly grain?: Grain | undefined;
  /** What "the next day" counts from afterwards. */
  readonly period?: Period | undefined;
}

/** The named groups of a match, in lower case and with `-` and `'` for their typographic kin. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** Words in which times are told, and what they mean; of the rules that match at a place, the longest match wins. */
export interface Rule {
  readonly pattern: RegExp;
  /** Nothing where the words are no time after all: "30 February". */
  readonly read: (groups: Groups, when: When, words: string) => Meaning | undefined;
}

/**
 * A rule from a pattern in which a space stands for any white space and `~` for white space or a hyphen.
 *
 * White space is bounded, so that a page of it costs no more than its length.
 * Alternatives may name a group alike, which the regular expressions of Node 20 do not allow by themselves.
 */
export function rule(source: string, read: Rule["read"]): Rule {
  let groups = 0;
  const spaced = source
    .replaceAll("~", "(?:\\s{0,3}-\\s{0,3}|\\s{1,9})")
    .replaceAll(" ", "\\s{1,9}")
    .replaceAll(/\(\?<(\w+)>/g, (_, name) => `(?<${name}_${groups++}>`);
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}$€£¥.,:/-])(?:${spaced})(?![\\p{L}\\p{N}%]|[.,:/]\\d)`, "gu"),
    read,
  };
}

/** The groups of a match by the names that the rule gives them. */
export function groupsOf(match: RegExpMatchArray): Groups {
  const named = Object.entries(match.groups ?? {}).filter(([, words]) => words !== undefined);
  return Object.fromEntries(named.map(([name, words]) => [name.replace(/_\d+$/, ""), words]));
}

/** A stretch of the calendar, or the part of it that a word like "early" leaves. */
export function dated(period: Period, part = "", told?: Day): Meaning {
  const value = partOf(rangeOf(period), part, told);
  return { kind: "date", grain: period.grain, iso: isoOf(period), value, period };
}

/** A stretch of the calendar that needs a day to count from, where there is none. */
export function undated(grain: Grain, iso?: string): Meaning {
  return { kind: "date", grain, iso };
}

/** The period of a grain some places from the one that a day lies in. */
export function around(grain: Grain, day: Day | undefined, by: number, part = ""): Meaning {
  if (day === undefined) return undated(grain);
  const { index } = periodAt(grain, day);
  return dated({ grain, index: index + by }, part, day);
}

/** A part of a day, or an hour: `TNI`, `T08:30`. */
export function hour(day: Day | undefined, clock: string): Meaning {
  if (day === undefined) return { kind: "time", grain: "day", iso: `XXXX-XX-XX${clock}` };
  return {
    kind: "time",
    grain: "day",
    iso: `${day}${clock}`,
    value: { start: day, end: day },
    period: periodAt("day", day),
  };
}

/** The night before a day's morning, which two days share. */
export function night(day: Day | undefined): Meaning {
  const meaning = hour(day, "TNI");
  return day === undefined ? meaning : { ...meaning, value: { start: addDays(day, -1), end: day } };
}

/** How long something lasts: `P3W`. */
export function lasting(iso: string, value?: DayRange): Meaning {
  return { kind: "duration", iso, value };
}

/** How often something happens: `P1D`, `XXXX-WXX-1`. */
export function repeated(iso: string): Meaning {
  return { kind: "set", iso };
}

/** A time that no calendar tells. */
export function vague(iso: "PRESENT_REF" | "PAST_REF" | "FUTURE_REF"): Meaning {
  return { kind: "date", iso };
}

/** The first, middle or last third of a range; up to the day it was told, or from it on. */
function partOf(range: DayRange, part: string, told: Day | undefined): DayRange {
  const { start, end } = range;
  const within = told !== undefined && start <= told && told <= end;
  if (within && part === "earlier") return { start, end: told };
  if (within && /^(?:later|rest|remainder)/.test(part)) return { start: told, end };
  const third = Math.floor(lengthOf(range) / 3);
  if (third === 0) return range;
  if (/^(?:early|start|beginning|opening)/.test(part)) return { start, end: addDays(start, third - 1) };
  if (/^mid/.test(part)) return { start: addDays(start, third), end: addDays(end, -third) };
  if (/^(?:late$|end|close|final)/.test(part)) return { start: addDays(end, 1 - third), end };
  return range;
}

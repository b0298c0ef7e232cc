import type { Span } from "../model/span.ts";
import { type Day, type DayRange, type Grain, isDay, type TimeExpression } from "../model/time.ts";

const DAY_MS = 86_400_000;
const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

const weekday = `(${WEEKDAYS.join("|")})`;
const month = `(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)`;
const count = `(\\d{1,3}|an?|${NUMBERS.join("|")})`;
const part = "(early|earlier|mid-?|late|later)";
const year = "((?:19|20)\\d{2})";

/** What a phrase means when told on a day. */
interface Meaning {
  readonly grain: Grain;
  readonly value?: DayRange | undefined;
}

interface Rule {
  readonly pattern: RegExp;
  /** The groups of the match from 1 on, in lower case; `told` is when, where known. */
  readonly read: (groups: readonly (string | undefined)[], told: Day | undefined) => Meaning | undefined;
}

/** The longest match at a place wins; of equal ones, the first rule. */
const RULES: readonly Rule[] = [
  rule(`${month} (\\d{1,2})(?:st|nd|rd|th)?(?:,? ${year})?`, ([m, d, y], told) => dayOf(m, d, y, told)),
  rule(`(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}(?:,? ${year})?`, ([d, m, y], told) =>
    dayOf(m, d, y, told),
  ),
  rule("(\\d{4})-(\\d{2})-(\\d{2})", ([y, m, d]) => oneDay(`${y}-${m}-${d}`)),
  rule(`(?:${part} (?:in )?)?${month}(?:,? (?:of )?(?:${year}|(last|this) year))`, (groups, told) =>
    monthOf(groups, told),
  ),
  rule(`(?:in|since|until|by|during|from|throughout) (?:${part} )?${month}`, ([p, m], told) =>
    monthOf([p, m], told),
  ),
  rule(`${part} ${month}`, ([p, m], told) => monthOf([p, m], told)),
  rule(
    `(?:(last|this|next|earlier|late|early) )?${weekday}(?: (?:morning|afternoon|evening|night))?`,
    nearestWeekday,
  ),
  rule("(yesterday|today|tomorrow|tonight)(?: (?:morning|afternoon|evening|night))?", relativeDay),
  rule(`(?:${part} (?:in )?)?(last|this|next|the past|the previous) (week|month|year)`, relativePeriod),
  rule(`${count} (day|week|month|year)s? ago`, ago),
  rule(`${count} (day|week|month|year)s? (?:earlier|later|before)`, ([, unit]) => ({ grain: unit as Grain })),
  rule(
    "in (?:the )?(?:recent|past|last|coming) (?:(?:several|few|\\w+) )?(day|week|month|year)s",
    ([unit]) => ({ grain: unit as Grain }),
  ),
  rule(`between ${year} and ${year}`, ([a, b]) => years(a, b)),
  rule(`in ${year}[-–/](\\d{2}|\\d{4})`, ([a = "", b = ""]) =>
    years(a, b.length === 2 ? a.slice(0, 2) + b : b),
  ),
  rule(`(?:in|since|until|by|during|from)(?: ${part})? ${year}`, ([p, y]) =>
    inPart(p, "year", yearRange(y ?? "")),
  ),
  rule(`${year}`, ([y]) => ({ grain: "year", value: yearRange(y ?? "") })),
];

/** Relations that open a time and stay outside its text: "in 2011" tells "2011". */
const LEADING = /^(?:in|since|until|by|during|from|throughout) (?!(?:the )?(?:recent|past|last|coming)\b)/i;

/**
 * The expressions of time in a stretch of text, resolved from the day it was told, never from the clock.
 *
 * Weekdays lean to the past, weeks begin on Monday (ISO 8601). In the order of the text, without overlap.
 */
export function findTimes(text: string, within: Span, told: Day | undefined): readonly TimeExpression[] {
  const area = text.slice(within.start, within.end);
  const found = RULES.flatMap(({ pattern, read }) =>
    [...area.matchAll(pattern)].flatMap((match) => {
      const meaning = read(
        match.slice(1).map((group) => group?.toLowerCase() ?? ""),
        told,
      );
      return meaning ? [expression(match, within.start, meaning)] : [];
    }),
  );
  return withoutOverlap(found.sort((a, b) => a.start - b.start || b.end - a.end));
}

function rule(source: string, read: Rule["read"]): Rule {
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}$€£.,-])${source}(?![\\p{L}\\p{N}])`, "giu"), read };
}

function expression(match: RegExpMatchArray, offset: number, meaning: Meaning): TimeExpression {
  const lead = LEADING.exec(match[0])?.[0].length ?? 0;
  const start = offset + (match.index ?? 0) + lead;
  return { start, end: start + match[0].length - lead, text: match[0].slice(lead), ...meaning };
}

function withoutOverlap(sorted: readonly TimeExpression[]): readonly TimeExpression[] {
  const kept: TimeExpression[] = [];
  for (const time of sorted) {
    const last = kept.at(-1);
    if (!last || time.start >= last.end) kept.push(time);
    else if (time.end - time.start > last.end - last.start) kept[kept.length - 1] = time;
  }
  return kept;
}

function oneDay(day: Day): Meaning | undefined {
  return isDay(day) ? { grain: "day", value: { start: day, end: day } } : undefined;
}

function dayOf(m: string | undefined, d: string | undefined, y: string | undefined, told: Day | undefined) {
  const number = monthNumber(m);
  const date = Number(d);
  if (date < 1 || date > 31) return undefined;
  if (y) return oneDay(written(Number(y), number, date));
  if (!told) return { grain: "day" } as const;
  const year = Number(told.slice(0, 4));
  const sameYear = written(year, number, date);
  return oneDay(sameYear <= told ? sameYear : written(year - 1, number, date));
}

function monthOf([p, m, y, relative]: readonly (string | undefined)[], told: Day | undefined): Meaning {
  const number = monthNumber(m);
  if (!y && !told) return { grain: "month" };
  const named = Number(y || told?.slice(0, 4)) - (relative === "last" ? 1 : 0);
  const start = isoDay(named, number, 1);
  const shifted = !y && !relative && told && start > told ? isoDay(named - 1, number, 1) : start;
  return inPart(p, "month", { start: shifted, end: endOfMonth(shifted) });
}

function nearestWeekday([which, name]: readonly (string | undefined)[], told: Day | undefined): Meaning {
  if (!told) return { grain: "day" };
  const back = (weekdayOf(told) - WEEKDAYS.indexOf(name ?? "") + 7) % 7;
  if (which === "next") return { grain: "day", value: single(shift(told, 7 - back || 7)) };
  return { grain: "day", value: single(shift(told, -(which === "last" && back === 0 ? 7 : back))) };
}

function relativeDay([word]: readonly (string | undefined)[], told: Day | undefined): Meaning {
  const days = word === "yesterday" ? -1 : word === "tomorrow" ? 1 : 0;
  return { grain: "day", value: told ? single(shift(told, days)) : undefined };
}

function relativePeriod(
  [p = "", which = "", unit = ""]: readonly (string | undefined)[],
  told: Day | undefined,
): Meaning {
  const grain = unit as Grain;
  if (!told) return { grain };
  const back = which === "this" ? 0 : which === "next" ? -1 : 1;
  const range = periodOf(told, unit, back);
  if (p === "earlier" && which === "this") return { grain, value: { start: range.start, end: told } };
  return inPart(p, grain, range);
}

function ago([n = "", unit = ""]: readonly (string | undefined)[], told: Day | undefined): Meaning {
  const grain = unit as Grain;
  const amount = /^an?$/.test(n) ? 1 : NUMBERS.indexOf(n) >= 0 ? NUMBERS.indexOf(n) : Number(n);
  if (!told) return { grain };
  if (unit === "day") return { grain, value: single(shift(told, -amount)) };
  return { grain, value: periodOf(told, unit, amount) };
}

/** The first, middle or last third of a range. */
function inPart(p: string | undefined, grain: Grain, range: DayRange): Meaning {
  const days = (Date.parse(range.end) - Date.parse(range.start)) / DAY_MS + 1;
  const third = Math.floor(days / 3);
  if (p?.startsWith("early"))
    return { grain, value: { start: range.start, end: shift(range.start, third - 1) } };
  if (p?.startsWith("late") && p !== "later")
    return { grain, value: { start: shift(range.end, 1 - third), end: range.end } };
  if (p?.startsWith("mid"))
    return { grain, value: { start: shift(range.start, third), end: shift(range.end, -third) } };
  return { grain, value: range };
}

function periodOf(told: Day, unit: string, back: number): DayRange {
  if (unit === "week") {
    const monday = shift(told, -((weekdayOf(told) + 6) % 7) - 7 * back);
    return { start: monday, end: shift(monday, 6) };
  }
  const toldYear = Number(told.slice(0, 4));
  if (unit === "year") return yearRange(String(toldYear - back));
  const months = toldYear * 12 + Number(told.slice(5, 7)) - 1 - back;
  const start = isoDay(Math.floor(months / 12), (months % 12) + 1, 1);
  return { start, end: endOfMonth(start) };
}

function years(from: string | undefined, to: string | undefined): Meaning | undefined {
  if (!from || !to || from > to) return undefined;
  return { grain: "year", value: { start: `${from}-01-01`, end: `${to}-12-31` } };
}

function yearRange(of: string): DayRange {
  return { start: `${of}-01-01`, end: `${of}-12-31` };
}

function monthNumber(name: string | undefined): number {
  return MONTHS.findIndex((full) => full.startsWith((name ?? "").replace(".", "").slice(0, 3))) + 1;
}

function endOfMonth(start: Day): Day {
  return isoDay(Number(start.slice(0, 4)), Number(start.slice(5, 7)) + 1, 0);
}

function single(day: Day): DayRange {
  return { start: day, end: day };
}

function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function shift(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A day as written, which the calendar may not have. */
function written(y: number, m: number, d: number): string {
  return [String(y).padStart(4, "0"), String(m).padStart(2, "0"), String(d).padStart(2, "0")].join("-");
}

/** Overflowing months and days carry over, as `Date.UTC` does. */
function isoDay(y: number, m: number, d: number): Day {
  return new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10);
}

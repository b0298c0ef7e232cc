import type { Day } from "../../model/time.ts";
import {
  addDays,
  dayOf,
  digits,
  periodAt,
  periodOfYear,
  rangeOf,
  shifted,
  weekdayOf,
  yearOf,
} from "./calendar.ts";
import {
  around,
  dated,
  type Groups,
  hour,
  type Meaning,
  type Outlook,
  type Rule,
  repeated,
  rule,
  undated,
  type When,
} from "./rule.ts";
import {
  date,
  month,
  monthNumber,
  ordinal,
  ordinalOf,
  shortWeekday,
  weekday,
  weekdayNumber,
  year,
} from "./words.ts";

const part =
  "(?:(?<part>early|earlier|mid|late|later)(?: in)?~(?:the )?|(?:the )?(?<part>start|beginning|opening|middle|close|end|rest|remainder) of (?:the )?|(?<part>end)-)";
const which = "(?<which>last|this|next|the previous|the following|every|each)";
const parts: Readonly<Record<string, string>> = {
  morning: "TMO",
  afternoon: "TAF",
  evening: "TEV",
  night: "TNI",
};
const quarters = `(?:(?<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)~(?:fiscal~)?(?<unit>quarter|half)|(?<short>[qh][1-4]))`;
const seasons = "(?<season>spring|summer|autumn|fall|winter)";
const SEASONS = ["spring", "summer", "autumn", "winter"];

/** Dates, months, years and their like, as a calendar has them. */
export const CALENDAR_DATES: readonly Rule[] = [
  rule(
    `(?:(?:the )?(?<early>morning|afternoon|evening|night) of )?(?:(?:(?:last|this|next|the preceding|the following) )?(?<day>${weekday}|${shortWeekday})(?: (?<early>morning|afternoon|evening|night))?,? )?(?:(?<month>${month}) (?<date>${date})(?!\\d|,\\d{3})|(?:the )?(?<date>${date})(?: day)?(?: of)?~(?<month>${month}))(?:,? (?:of )?(?<year>${year}|(?:last|this|next|that|the same) year)|~(?<year>${year}))?(?:,? (?<late>morning|afternoon|evening|night))?`,
    (groups, when) => {
      const { month = "", date = "", year: written } = groups;
      const meaning = writtenDate(written, monthNumber(month), Number.parseInt(date, 10), when, groups.day);
      const spell = parts[groups.early ?? groups.late ?? ""];
      return meaning && spell ? hour(meaning.value?.start, spell) : meaning;
    },
  ),
  // 2017-10-21, 2017/10/21, and 20171021 as wires have it.
  rule(
    "(?<year>1[89]\\d\\d|20\\d\\d)(?:-(?<month>\\d\\d?)-(?<date>\\d\\d?)|/(?<month>\\d\\d?)/(?<date>\\d\\d?)|(?<month>[01]\\d)(?<date>[0-3]\\d))(?:t\\d\\d:\\d\\d(?::\\d\\d)?z?)?",
    ({ year, month, date }) => oneDay(dayOf(Number(year), Number(month), Number(date))),
  ),
  rule("(?<=(?:in|of|since|until|by|from|before|after) )'(?<short>\\d\\d)(?!')", ({ short }) =>
    dated(yearOf(Number(fullYear(short)))),
  ),
  rule(
    `the (?<nth>first|second|third|fourth|last|final)~(?:full )?(?<unit>week|weekend) (?:of|in) (?<month>${month})(?:,? (?:of )?(?<year>${year}|(?:last|this|next) year))?`,
    weekOfMonth,
  ),
  // 9/11 is a name.
  rule("9/11", () => oneDay("2001-09-11")),
  rule(
    `${part}?(?:${which} )?(?<!\\d(?:st|nd|rd|th)? (?:of )?)(?<month>${month})(?!\\.? \\d{1,2}(?!\\d))(?:,? (?:of )?(?:(?<year>${year})|(?<year>(?:last|this|next|that|the same|the previous|the following) year)|'(?<short>\\d\\d)))?`,
    monthOf,
  ),
  rule(
    `${part}?(?:(?:the )?(?:fiscal|financial|calendar)~(?:year )?|(?:the )?year )?(?<year>${year})`,
    ({ part, year }, { told }) => dated(yearOf(Number(year)), part, told),
  ),
  rule(`(?<from>${year})(?:-|/)(?<to>\\d{4}|\\d{2})`, ({ from = "", to = "" }) => {
    const end = Number(to.length === 2 ? from.slice(0, 2) + to : to);
    if (end <= Number(from) || end > Number(from) + 200) return undefined;
    return {
      kind: "date",
      grain: "year",
      iso: `${from}/${digits(end, 4)}`,
      value: { start: `${from}-01-01`, end: `${digits(end, 4)}-12-31` },
    };
  }),
  rule(
    `(?:the )?${part}?(?:(?<full>1[0-9](?=[1-9])|20)(?<tens>\\d)0'?s|'(?<short>\\d)0s|(?<=the ${part.replaceAll(/\?<\w+>/g, "?:")}?)(?<bare>[2-9])0s)`,
    ({ part, full, tens, short, bare }) =>
      dated({ grain: "decade", index: full ? Number(full + tens) : 190 + Number(short ?? bare) }, part),
  ),
  rule(
    `(?:the (?!\\d+\\w\\w-|\\w+-c))?${part}?(?:(?<century>1[0-9]|20)00s|(?<nth>${ordinal})(?: and ${ordinal})?~centur(?:y|ies))`,
    ({ part, century, nth = "" }) =>
      dated({ grain: "century", index: century ? Number(century) : ordinalOf(nth) - 1 }, part),
  ),
  rule(
    `the ${part}?(?<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)`,
    ({ part, tens = "" }) =>
      dated(
        {
          grain: "decade",
          index:
            192 +
            "twenties thirties forties fifties sixties seventies eighties nineties".split(" ").indexOf(tens),
        },
        part,
      ),
  ),
  rule(
    `${part}?(?:(?:the|its|their|this|that) (?!\\S+-))?${quarters}(?:,? (?:of |in )?(?:the )?(?:(?:fiscal|financial|calendar)~(?:year~)?)?(?:(?<year>${year})|(?<year>(?:last|this|next|that|the same|the previous) year|the year)))?`,
    quarterOf,
  ),
  rule(`(?:(?<year>${year})'s?|(?<year>last|this|next) year's) ${quarters}`, quarterOf),
  rule(`(?<year>${year})~(?<short>[qh][1-4])`, quarterOf),
  rule(
    `${part}?(?:(?:the )?(?<which>last|this|next|previous|following|every|each|that|same) |(?:the )?(?:(?<=(?:in|since|during|by|until|before|of|from|through|for) (?:the )?)(?:the )?|(?<=mid-|early |late )))${seasons}(?! of (?!1|20|'\\d)| (?:of|in|to) the|~(?:training|cleaning|roll))(?:,? (?:of )?(?:(?<year>${year})|'(?<short>\\d\\d)|(?<year>(?:last|this|next) year)))?`,
    seasonOf,
  ),
  rule(`(?:the )?${seasons}(?: of)? (?:(?<year>${year})|'(?<short>\\d\\d))`, seasonOf),
  rule(
    `(?:(?<which>last|this|next|every|each) )?(?<name>${holidayNames()})(?:,? (?<year>${year}))?`,
    holiday,
  ),
];

/** Month and date of each; of the others the month, the weekday and the how many-eth; Easter is counted. */
const FIXED: Readonly<Record<string, readonly [number, number]>> = {
  "new year's eve": [12, 31],
  "new year's day": [1, 1],
  "new year's": [1, 1],
  "valentine's day": [2, 14],
  "st. patrick's day": [3, 17],
  halloween: [10, 31],
  "christmas eve": [12, 24],
  "christmas day": [12, 25],
  christmas: [12, 25],
  "boxing day": [12, 26],
};
const COUNTED: Readonly<Record<string, readonly [number, number, number]>> = {
  "martin luther king day": [1, 1, 3],
  "labor day": [9, 1, 1],
  "columbus day": [10, 1, 2],
  thanksgiving: [11, 4, 4],
  "thanksgiving day": [11, 4, 4],
};

function holidayNames(): string {
  return [
    "new year's eve",
    "new year's day",
    "new year's(?! (?:resol|res|hon))",
    "valentine's day",
    "st. patrick's day",
    "halloween",
    "christmas eve",
    "christmas day",
    "christmas(?! (?:island|tree|carol|card|gift|present|song|market|light|party))",
    "boxing day",
    "martin luther king day",
    "labor day",
    "columbus day",
    "thanksgiving day",
    "thanksgiving(?! service)",
    "memorial day",
    "easter(?! (?:island|egg|bunny))",
  ].join("|");
}

function holiday({ which, name = "", year }: Groups, when: When) {
  const label = name.replaceAll(/\s+/g, " ");
  if (which === "every" || which === "each") return repeated("P1Y");
  const on = (y: number) => holidayOn(label, y);
  if (year) return oneDay(on(Number(year)));
  if (when.told === undefined) return undated("day");
  const own = Number(when.told.slice(0, 4));
  const outlook = which === "last" ? "behind" : which === "next" ? "ahead" : which ? "open" : when.outlook;
  return oneDay(nearestYear(on(own - 1), on(own), on(own + 1), { ...when, outlook }));
}

function holidayOn(name: string, year: number): Day | undefined {
  const fixed = FIXED[name];
  if (fixed) return dayOf(year, ...fixed);
  if (name === "easter") return easterOf(year);
  if (name === "memorial day") return nthWeekday(year, 6, 1, 0);
  const counted = COUNTED[name];
  return counted && nthWeekday(year, ...counted);
}

/** The first weekday of a month is number 1, the last of the month before number 0. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): Day | undefined {
  const first = dayOf(year, month, 1);
  return first && addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
}

/** The Gregorian reckoning of Meeus, Jones and Butcher. */
function easterOf(year: number): Day | undefined {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

function oneDay(day: Day | undefined): Meaning | undefined {
  return day === undefined ? undefined : dated(periodAt("day", day));
}

function writtenDate(
  words: string | undefined,
  month: number,
  date: number,
  when: When,
  weekday: string | undefined,
): Meaning | undefined {
  // A leap year's, so that 29 February stands and 30 February does not.
  if (dayOf(2000, month, date) === undefined) return undefined;
  const year = words === undefined ? undefined : yearNamed(words, when);
  if (year !== undefined) return oneDay(dayOf(year, month, date));
  if (when.told === undefined || words !== undefined)
    return undated("day", `XXXX-${digits(month, 2)}-${digits(date, 2)}`);
  const own = yearAround(when) ?? Number(when.told.slice(0, 4));
  const inYear = (y: number) => dayOf(y, month, date);
  const fitting = [own, own - 1, own + 1].map(inYear).find((day) => day && isWeekday(day, weekday));
  if (fitting !== undefined) return oneDay(fitting);
  if (yearAround(when) !== undefined) return oneDay(inYear(own));
  return oneDay(nearestYear(inYear(own - 1), inYear(own), inYear(own + 1), when));
}

/** Whether a day is the weekday written beside it; a wrong weekday decides nothing. */
function isWeekday(day: Day, name: string | undefined): boolean {
  return name !== undefined && weekdayOf(day) === weekdayNumber(name);
}

/** The year of the date told last, where that was written out and long ago: the story goes on in it. */
function yearAround({ told = "", mentioned }: When): number | undefined {
  const last = mentioned.at(-1);
  if (last === undefined || !/^(?:day|month)$/.test(last.grain)) return undefined;
  const { end } = rangeOf(last);
  return end < addDays(told, -LONG_AGO) ? Number(end.slice(0, 4)) : undefined;
}

/** Days behind which a story stays in the year that it has told of. */
const LONG_AGO = 400;
/** Days within which "the Nov. 3 meeting" is one to come. */
const SOON = 60;

/** Which of the dates of three years: the last that is past, or the next where the words tell of what is to come. */
function nearestYear(
  before: Day | undefined,
  own: Day | undefined,
  after: Day | undefined,
  { told = "", outlook }: When,
): Day | undefined {
  const coming = [own, after].find((day) => day !== undefined && day >= told);
  const soon = coming !== undefined && coming <= addDays(told, SOON);
  if (outlook === "ahead" || (outlook === "open" && soon)) return coming ?? own;
  return [own, before].find((day) => day !== undefined && day <= told) ?? own;
}

/** The year that words name: digits, or "last year". */
function yearNamed(words: string, { told, mentioned }: When): number | undefined {
  if (/^\d/.test(words)) return Number(words);
  const from = told === undefined ? undefined : Number(told.slice(0, 4));
  const last = mentioned.at(-1);
  const reference = last ? Number(rangeOf(last).start.slice(0, 4)) : from;
  if (words.startsWith("last")) return from && from - 1;
  if (words.startsWith("next")) return from && from + 1;
  if (words.startsWith("the previous")) return reference && reference - 1;
  if (words.startsWith("the following")) return reference && reference + 1;
  return words.startsWith("this") || words === "the year" ? from : reference;
}

function monthOf(groups: Groups, when: When): Meaning {
  const { part, which, month = "", year, short } = groups;
  const nth = monthNumber(month);
  if (which === "every" || which === "each") return repeated(`XXXX-${digits(nth, 2)}`);
  const named = year ?? fullYear(short);
  const y = named === undefined ? undefined : yearNamed(named, when);
  if (y !== undefined) return dated(periodOfYear("month", y, nth), part, when.told);
  if (when.told === undefined) return undated("month", `XXXX-${digits(nth, 2)}`);
  const own = periodOfYear("month", Number(when.told.slice(0, 4)), nth);
  const now = periodAt("month", when.told);
  return dated(shifted(own, yearsOff(own.index - now.index, which, when.outlook) * 12), part, when.told);
}

const SATURDAY = 6;

/** "the last week of September": the week that the first or last day of a month lies in, or one between. */
function weekOfMonth({ nth = "", unit, month, year }: Groups, when: When): Meaning {
  const { value } = monthOf({ month, year }, when);
  const grain = unit === "weekend" ? "weekend" : "week";
  if (value === undefined) return undated(grain);
  // A weekend lies in the month that its Saturday lies in.
  const lead = grain === "weekend" ? SATURDAY - weekdayOf(value.start) : 0;
  const first = addDays(value.start, (lead + 7) % 7);
  const last = grain === "weekend" ? addDays(value.end, -((weekdayOf(value.end) + 1) % 7)) : value.end;
  return dated(
    periodAt(grain, /^(?:last|final)$/.test(nth) ? last : addDays(first, 7 * (ordinalOf(nth) - 1))),
  );
}

/** "98" is 1998, "17" is 2017. */
function fullYear(short: string | undefined): string | undefined {
  return short && (Number(short) > 40 ? "19" : "20") + short;
}

/** By how many years "last", "next" or the tense moves what lies some places ahead of now in this year. */
function yearsOff(distance: number, which: string | undefined, outlook: Outlook): number {
  if (which === "last" || which === "the previous") return distance >= 0 ? -1 : 0;
  if (which === "next" || (outlook === "ahead" && which === undefined))
    return distance < 0 || (which === "next" && distance === 0) ? 1 : 0;
  if (which === "this") return 0;
  return distance > 0 ? -1 : 0;
}

function quarterOf(groups: Groups, when: When): Meaning | undefined {
  const { nth = "", short, year: named, part } = groups;
  const grain = (groups.unit ?? (short?.startsWith("q") ? "quarter" : "half")) as "quarter" | "half";
  const per = grain === "quarter" ? 4 : 2;
  const last = nth === "final" || nth === "last";
  const number = short ? Number(short[1]) : last ? per : ordinalOf(nth);
  if (number > per) return undefined;
  // "the last quarter" is the one that has just ended.
  if (nth === "last" && named === undefined) return around(grain, when.told, -1, part);
  const y =
    named === undefined
      ? undefined
      : yearNamed(/^(?:last|this|next)$/.test(named) ? `${named} year` : named, when);
  if (y !== undefined) return dated(periodOfYear(grain, y, number), part, when.told);
  if (when.told === undefined) return undated(grain, `XXXX-${grain === "quarter" ? "Q" : "H"}${number}`);
  const own = periodOfYear(grain, Number(when.told.slice(0, 4)), number);
  const ahead = own.index > periodAt(grain, when.told).index && when.outlook !== "ahead";
  return dated(shifted(own, ahead ? -per : 0), part, when.told);
}

function seasonOf(groups: Groups, when: When): Meaning | undefined {
  const { part, which, season = "" } = groups;
  const named = groups.year ?? fullYear(groups.short);
  const nth = SEASONS.indexOf(season === "fall" ? "autumn" : season);
  if (which === "every" || which === "each") return repeated(`XXXX-${["SP", "SU", "FA", "WI"][nth]}`);
  const y = named === undefined ? undefined : yearNamed(named, when);
  if (y !== undefined) return dated({ grain: "season", index: y * 4 + nth }, part, when.told);
  if (when.told === undefined) return undated("season");
  const own = { grain: "season", index: Number(when.told.slice(0, 4)) * 4 + nth } as const;
  const now = periodAt("season", when.told);
  // In January and February, "this winter" began last year.
  const winter = now.index % 4 === 3 && now.index < Number(when.told.slice(0, 4)) * 4 ? 1 : 0;
  if (which === "this" && nth === 3 && winter) return dated(now, part, when.told);
  return dated(shifted(own, yearsOff(own.index - now.index, which, when.outlook) * 4), part, when.told);
}

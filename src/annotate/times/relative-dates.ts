import type { Day, Grain } from "../../model/time.ts";
import { addDays, type Period, periodAt, rangeOf, shifted, weekdayOf } from "./calendar.ts";
import {
  around,
  dated,
  type Groups,
  hour,
  lasting,
  type Meaning,
  night,
  type Rule,
  rule,
  undated,
  vague,
  type When,
} from "./rule.ts";
import { fuzzy, number, numberOf, roughly, weekday, weekdayNumber } from "./words.ts";

const spell = "(?<spell>morning|afternoon|evening|night)";
const SPELLS: Readonly<Record<string, string>> = {
  ...{ morning: "TMO", noon: "T12:00", midday: "TMI", afternoon: "TAF", evening: "TEV", night: "TNI" },
};
const unit = "(?<unit>day|week|weekend|month|quarter|year|decade|century)";
const units = "(?<unit>days?|weekends?|weeks?|months?|quarters?|years?|decades?|centur(?:y|ies))";
const short = "(?<unit>hours?|minutes?|seconds?|moments?)";
const part = "(?<part>early|earlier|mid|late|later)(?: in| on)?~";
const ending = "(?:the )?(?<part>start|beginning|opening|middle|close|end|rest|remainder)(?: of)?~";
const STEPS: Readonly<Record<string, number>> = {
  ...{
    last: -1,
    past: -1,
    previous: -1,
    preceding: -1,
    prior: -1,
    next: 1,
    coming: 1,
    upcoming: 1,
    following: 1,
  },
};

/** Words that count from the day of the story, or from a date told before. */
export const RELATIVE_DATES: readonly Rule[] = [
  rule(
    `(?:(?:(?<part>early|earlier|late|later)(?: on)? |(?:the )?${spell} of (?:on )?|(?:the )?(?<which>last|past|this|next|coming) |(?:the|that) (?<which>following|previous|same) )?(?<name>${weekday})(?:(?:,? (?:of )?(?<week>last|this|next|that) week)| ${spell}| at (?=noon|midnight))?|(?:(?<part>early|earlier|late|later) )?(?<week>last|this|next) week(?:'s| on)? (?<name>${weekday}))`,
    weekdayMeant,
  ),
  rule(
    `(?:(?<part>early|earlier|late|later) )?(?<word>yesterday|today|tomorrow|tonight)(?: ${spell})?`,
    relativeDay,
  ),
  rule("the day (?<word>before yesterday|after tomorrow)", ({ word }, { told }) =>
    around("day", told, word === "before yesterday" ? -2 : 2),
  ),
  rule(
    `(?:${part}|${ending})?(?:the )?(?<which>last|this|that|next) (?<spell>morning|afternoon|evening|night)`,
    spellMeant,
  ),
  rule(`the (?<which>same|previous|next|following) ${spell}`, spellMeant),
  rule("overnight|(?<=during |through |in )the night", (_, { told, sameSentence }) =>
    night(sameSentence ?? told),
  ),
  rule(
    `(?:${part}|${ending})?(?<which>last|past|previous|next|coming|upcoming|following|this|this past|this coming|current|this same)(?: (?:calendar|fiscal|financial|school|academic))? ${unit}(?! of (?:an?|the|his|her|its|their|my|our) )`,
    fromStory,
  ),
  rule(
    `(?:${part}|${ending})?(?:the (?<which>current|present|coming|upcoming)|(?<=(?:in|for|of|during|through|throughout|from|over) |(?:start|beginning|middle|close|end|rest|remainder|part|half|earlier|early|later|late|outset|course)(?: of| in) )the)(?: (?:fiscal|calendar))? ${unit}(?! (?:of|to|in|leading|that|when|since|ended|ending|before|after|earlier|later|ago|a)\\b|-|'s)`,
    fromStory,
  ),
  rule(`(?:${part}|${ending})(?:the) ${unit}(?!'s)`, fromStory),
  rule(`(?:the )?(?:(?<unit>year|month|week|quarter)-(?<part>end)|(?<unit>year)(?<part>end))`, fromStory),
  rule("mid~?(?<unit>year|month|week|day)", ({ unit = "" }, when) =>
    unit === "day" ? hour(dayMentioned(when), "TMI") : around(unit as Grain, when.told, 0, "mid"),
  ),
  rule(`the (?<unit>weekend)(?! of )`, (_, { told, outlook }) => weekendMeant(told, outlook === "ahead")),
  rule(
    `(?:${part})?(?:the (?:very )?(?<which>same|previous|preceding|prior|next|following|latest)|(?<which>that)(?: same| very)?)(?: (?:calendar|fiscal|financial))? (?<unit>day|week|weekend|month|quarter|year|decade|century)`,
    fromMentioned,
  ),
  rule(`the (?<unit>day|week|month|year) (?<which>before|after)(?=\\s*(?:$|[,.;:)]))`, fromMentioned),
  rule(
    "the (?<which>year)~(?:ago|earlier) (?:period|quarter|month)|a year~(?:ago|earlier) (?:period|quarter)",
    (_, when) => yearAgo(when),
  ),
  rule(
    `${roughly}(?:(?<fuzzy>${fuzzy})|(?<number>${number})(?<half>~and~a~half)?|(?<half2>half an?))~(?:(?:full|long|short|whole) )?${units}(?<half> and a half)? ago`,
    ago,
  ),
  rule(
    `${roughly}(?:${fuzzy}|${number}|half an?)~${short} ago|long ago|ages ago|(?:days|weeks|months|years|decades|centuries|generations) ago`,
    () => vague("PAST_REF"),
  ),
  rule(
    `${roughly}(?:(?<fuzzy>${fuzzy})|(?<number>${number}))~${units} (?<turn>earlier|later|previously|beforehand|afterwards?|thereafter|before(?=\\s*(?:$|[,.;:)]))|after(?=\\s*(?:$|[,.;:)])))`,
    fromThen,
  ),
  rule("(?:days|weeks|months|years|decades) (?:earlier|later)", () => lasting("PX")),
  rule(
    `(?:(?<=\\bin )(?:another )?(?<number>${number}) ${units}(?<time>'s? time)?|(?<number>${number})~(?<unit>days?|weeks?|months?|years?|decades?) (?<time>from (?:now|today)))`,
    hence,
  ),
];

function weekdayMeant(groups: Groups, when: When): Meaning {
  const { name = "", which, week, spell } = groups;
  const wanted = weekdayNumber(name);
  const day = weekdayFrom(wanted, which, week, when);
  if (day !== undefined) return spell ? hour(day, SPELLS[spell] ?? "") : dated(periodAt("day", day));
  if (spell) return { kind: "time", grain: "day", iso: `XXXX-WXX-${wanted}${SPELLS[spell]}` };
  return undated("day", `XXXX-WXX-${wanted}`);
}

/** The last such day up to the day of the story, unless the words say otherwise. */
function weekdayFrom(
  wanted: number,
  which: string | undefined,
  week: string | undefined,
  when: When,
): Day | undefined {
  const { told, outlook } = when;
  if (which === "following" || which === "same" || which === "previous" || week === "that") {
    const last = when.mentioned.findLast(({ grain }) => grain === "day" || grain === "week");
    const from = last && rangeOf(last);
    if (from === undefined) return undefined;
    if (week === "that" || which === "same")
      return addDays(rangeOf(periodAt("week", from.start)).start, wanted - 1);
    return which === "following" ? dayAfter(from.end, wanted, 1) : dayBefore(from.start, wanted, 1);
  }
  if (told === undefined) return undefined;
  if (week) return addDays(rangeOf(shifted(periodAt("week", told), STEPS[week] ?? 0)).start, wanted - 1);
  if (which === "next" || which === "coming") return dayAfter(told, wanted, 1);
  if (which === "this") {
    const inWeek = addDays(rangeOf(periodAt("week", told)).start, wanted - 1);
    // "this Sunday" in a Monday's report of what has happened.
    return inWeek > told && outlook === "behind" ? dayBefore(told, wanted, 0) : inWeek;
  }
  if (which === "last" || which === "past") return dayBefore(told, wanted, 1);
  return outlook === "ahead" ? dayAfter(told, wanted, 0) : dayBefore(told, wanted, 0);
}

/** The first such weekday that lies so many days ahead at least. */
function dayAfter(day: Day, wanted: number, least: number): Day {
  const from = addDays(day, least);
  return addDays(from, (wanted - weekdayOf(from) + 7) % 7);
}

/** The last such weekday that lies so many days back at least. */
function dayBefore(day: Day, wanted: number, least: number): Day {
  const from = addDays(day, -least);
  return addDays(from, -((weekdayOf(from) - wanted + 7) % 7));
}

function relativeDay({ word, spell }: Groups, { told }: When): Meaning {
  const days = word === "yesterday" ? -1 : word === "tomorrow" ? 1 : 0;
  const part = spell ? SPELLS[spell] : word === "tonight" ? "TNI" : undefined;
  if (!part) return around("day", told, days);
  return hour(told === undefined ? undefined : addDays(told, days), part);
}

function spellMeant({ which = "", spell = "" }: Groups, when: When): Meaning {
  const { told } = when;
  const counted = /^(?:same|that|previous|next|following)$/.test(which);
  const from = counted ? dayMentioned(when) : told;
  const day = from === undefined ? undefined : addDays(from, STEPS[which] ?? 0);
  return hour(day, SPELLS[spell] ?? "");
}

/** The day told last, or that of the story. */
export function dayMentioned({ told, mentioned, sameSentence }: When): Day | undefined {
  if (sameSentence !== undefined) return sameSentence;
  const last = mentioned.findLast(({ grain }) => grain === "day");
  return last ? rangeOf(last).start : told;
}

function fromStory(
  { part, which = "", unit = "" }: Groups,
  { told, outlook, mentioned }: When,
): Meaning | undefined {
  const grain = unit as Grain;
  const last = mentioned.at(-1);
  // "the quarter" of a firm's report is the one it reports on.
  if (unit === "quarter" && which === "" && last?.grain === "quarter") return dated(last, part, told);
  if (unit === "day") {
    if (/^(?:current|present|this)$/.test(which)) return vague("PRESENT_REF");
    // "the favourite time of the day" is that of any, "the last day" that of what is told.
    return which === "" && part ? around("day", told, 0, part) : undefined;
  }
  if (unit === "weekend" && /^(?:this|this coming|this past|past|)$/.test(which))
    return weekendMeant(told, outlook === "ahead" || which === "this coming");
  // In a Sunday's paper, last week is the one that is over with that day.
  const over = unit === "week" && which === "last" && told !== undefined && weekdayOf(told) === 7;
  return around(grain, told, over ? 0 : (STEPS[which.replace("this ", "")] ?? 0), part);
}

/** The weekend that has begun or was the last, or the next where the words tell of what is to come. */
function weekendMeant(told: Day | undefined, ahead: boolean): Meaning {
  const begun = told !== undefined && weekdayOf(told) >= 6;
  return around("weekend", told, begun || ahead ? 0 : -1);
}

function fromMentioned(groups: Groups, when: When): Meaning {
  const { part, which = "", unit = "" } = groups;
  const grain = unit as Grain;
  const from = referenceFor(grain, when, which);
  const by = which === "before" ? -1 : which === "after" ? 1 : (STEPS[which] ?? 0);
  if (which === "latest") return around(grain, when.told, grain === "quarter" ? -1 : 0);
  return from === undefined ? undated(grain) : dated(shifted(from, by), part, when.told);
}

/** The period of a grain to count from: that of a date told before, if as exactly, or that of the story. */
function referenceFor(grain: Grain, { told, mentioned }: When, which: string): Period | undefined {
  const exact = mentioned.findLast((period) => within(grain, period) !== undefined);
  if (exact) return within(grain, exact);
  return told === undefined || which === "that" || which === "same" ? undefined : periodAt(grain, told);
}

/** The one period of a grain that another lies in. */
function within(grain: Grain, period: Period): Period | undefined {
  const { start, end } = rangeOf(period);
  const first = periodAt(grain, start);
  return first.index === periodAt(grain, end).index ? first : undefined;
}

function yearAgo({ told, mentioned }: When): Meaning {
  const last = mentioned.at(-1);
  if (last?.grain === "quarter") return dated(shifted(last, -4));
  return around("year", told, -1);
}

/** A grain of the calendar from "weeks" or "centuries". */
function grainOf(unit: string): Grain {
  return unit.replace(/ies$/, "y").replace(/s$/, "") as Grain;
}

function ago({ fuzzy, number = "", half, half2, unit = "" }: Groups, { told }: When): Meaning {
  const grain = grainOf(unit);
  if (fuzzy !== undefined) return vague("PAST_REF");
  const amount = half2 ? 0.5 : (numberOf(number) ?? 0) + (half ? 0.5 : 0);
  if (Number.isInteger(amount)) return around(grain, told, -amount);
  const finer = { year: "month", decade: "year", century: "year", week: "day" } as const;
  const [to, times] = [
    finer[grain as "year"],
    { year: 12, decade: 10, century: 100, week: 7 }[grain as "year"],
  ];
  return to === undefined ? vague("PAST_REF") : around(to, told, -Math.round(amount * times));
}

function fromThen({ fuzzy, number = "", unit = "", turn = "" }: Groups, when: When): Meaning {
  const grain = grainOf(unit);
  const amount = numberOf(number);
  if (fuzzy !== undefined || amount === undefined) return undated(grain);
  const sign = /^(?:earlier|previously|before)/.test(turn) ? -1 : 1;
  const last = when.mentioned.at(-1);
  // "25 days later" than what was only said to be in 2011 has no date.
  const from = last ? within(grain, last) : sign < 0 && when.told ? periodAt(grain, when.told) : undefined;
  return from === undefined ? undated(grain) : dated(shifted(from, sign * amount));
}

/** "in two weeks": when something will be, or how long something took. */
function hence({ number = "", unit = "", time }: Groups, { told, outlook }: When): Meaning | undefined {
  if (time === undefined && outlook !== "ahead") return undefined;
  return around(grainOf(unit), told, numberOf(number) ?? 0);
}

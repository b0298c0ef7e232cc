import type { Day, DayRange } from "../../model/time.ts";
import { addDays, addMonths } from "./calendar.ts";
import { type Groups, lasting, type Meaning, type Rule, rule, type When } from "./rule.ts";
import { fuzzy, number, numberOf, roughly } from "./words.ts";

const units =
  "(?<unit>seconds?|minutes?|mins?|hours?|days?|nights?|weekends?|weeks?|fortnights?|months?|quarters?(?! of)|years?|decades?|centur(?:y|ies)|millenni(?:um|a))";
const kinds =
  "(?:(?:consecutive|straight|more|full|long|short|whole|additional|extra|calendar|business|working|trading|successive|crucial|final|last|first|brutal|bloody|intense|hot|cold|busy) )?";
const amount = `(?:(?<fuzzy>${fuzzy}|(?:the )?(?:couple|last few|past few))|(?<number>${number})(?:(?: to | or |-)(?<upto>${number}))?(?<half>~and~a~half)?)`;
const tail = "(?:~(?:long|old)| later| earlier)?";
const turn =
  "(?<turn>past|last|next|coming|recent|previous|preceding|following|first|final|opening|initial|ensuing|intervening|latest)";

/** What TIMEX3 calls the units, those of a day and less behind a `T`. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{
    second: "S",
    minute: "M",
    min: "M",
    hour: "H",
    day: "D",
    night: "D",
    week: "W",
    fortnight: "2W",
    month: "M",
  },
  ...{
    quarter: "Q",
    year: "Y",
    decade: "DE",
    century: "CE",
    millennium: "ML",
    millennia: "ML",
    weekend: "WE",
  },
};
const HOURS = new Set(["second", "minute", "min", "hour"]);

/** What "the past months" are taken to be: half a year. */
const SEVERAL = 6;

/** How long something lasts, and the stretches up to the day of the story or from it on. */
export const DURATIONS: readonly Rule[] = [
  rule(`${roughly}${amount}~${kinds}${units}(?<half> and a half)?${tail}`, lastingWords),
  rule(`(?:the|these|those) (?:${turn} )?${roughly}${amount} ${kinds}${units}${tail}`, lastingWords),
  rule(`(?:(?:the|these|those|this) )?${turn} ${amount} ${kinds}${units}`, lastingWords),
  rule(`(?:the |these )?${turn} ${units}(?! of )`, stretch),
  rule(
    `${roughly}(?<half>half an?|a half|half~a|half)~(?<unit>hour|day|week|month|year|decade|century)`,
    halfOf,
  ),
  rule(
    `${roughly}(?<number>an?|one) (?<unit>hour|day|week|month|year|decade|century) and a (?<half>half)`,
    lastingWords,
  ),
  rule(`${roughly}(?<number>an?|one)~and~a~(?<half>half)~${units}`, lastingWords),
  rule(
    `(?:all|the whole|the entire|the full|a whole|an entire|a full|much of the|most of the) (?:of the )?(?<unit>day|night|week|month|year|decade|century)`,
    one,
  ),
  rule(`(?<unit>hour|day|week|month|year|decade|century)~?long`, one),
  rule(
    `(?:many |several )?(?<unit>hours|days|weeks|months|years|decades|centuries|millennia)~(?:long|old)`,
    many,
  ),
  rule(
    `(?<=(?:for|in|within|over|of|after|took|takes|take|last|lasted|spent|spend|by|with|through|throughout|and|or|to|just|only|than) |^\\W*)(?<unit>hours|days|weeks|months|years|decades|centuries)(?! (?:ago|old|earlier|later|of age)|-)`,
    many,
  ),
  rule(`(?<unit>minutes|hours|days|weeks|months|years|decades) (?=before|after)`, many),
  rule("(?:the )?(?<unit>week|month|quarter|year)(?= (?:just )?end(?:ed|ing)\\b)", one),
];

function lastingWords(groups: Groups, when: When, words: string): Meaning | undefined {
  const { fuzzy, number = "", upto, half, unit = "", turn } = groups;
  const name = singular(unit);
  // "a second man", "a quarter full".
  if (/^(?:second|quarter)$/.test(name) && /^an?$/.test(number)) return undefined;
  // "a month-long truce": the article is the truce's.
  if (/^an?\s.*-(?:long|old)$/.test(words)) return undefined;
  if (fuzzy !== undefined) return lasting(iso("X", name), lately(turn, name, when.told));
  const amount = numberOf(upto ?? number);
  if (amount === undefined || amount > 20_000) return undefined;
  const whole = amount + (half ? 0.5 : 0);
  return lasting(iso(String(whole), name), daysOf(turn, whole, name, when.told));
}

/** "the past year", "recent months", "the last decade". */
function stretch({ turn = "", unit = "" }: Groups, when: When): Meaning | undefined {
  const name = singular(unit);
  if (name !== unit) return lasting(iso("X", name), lately(turn, name, when.told));
  if (!/^(?:past|last|next|coming)$/.test(turn) || HOURS.has(name)) return undefined;
  return lasting(iso("1", name), daysOf(turn, 1, name, when.told));
}

/** "recent months", "the past few weeks"; what is to come in "the coming weeks" has no end yet. */
function lately(turn: string | undefined, unit: string, told: Day | undefined): DayRange | undefined {
  return /^(?:past|last|recent)$/.test(turn ?? "") ? daysOf(turn, SEVERAL, unit, told) : undefined;
}

function one({ unit = "" }: Groups): Meaning {
  return lasting(iso("1", unit));
}

function many({ unit = "" }: Groups): Meaning {
  return lasting(iso("X", singular(unit)));
}

function halfOf({ unit = "" }: Groups): Meaning {
  const halves: Readonly<Record<string, string>> = {
    ...{ hour: "PT30M", day: "PT12H", year: "P6M", decade: "P5Y", century: "P50Y" },
  };
  return lasting(halves[unit] ?? iso("0.5", unit));
}

/** The days that "the past three weeks" and "the next two years" cover; none for a stretch that is not tied to a day. */
function daysOf(
  turn: string | undefined,
  amount: number,
  unit: string,
  told: Day | undefined,
): DayRange | undefined {
  const way = /^(?:past|last|recent)$/.test(turn ?? "") ? -1 : turn === "next" || turn === "coming" ? 1 : 0;
  if (told === undefined || way === 0 || !Number.isInteger(amount)) return undefined;
  const other = moved(told, way * amount, unit);
  if (other === undefined || !/^[12]\d{3}/.test(other)) return undefined;
  return way < 0 ? { start: other, end: told } : { start: told, end: other };
}

function moved(day: Day, amount: number, unit: string): Day | undefined {
  if (unit === "hour") return addDays(day, Math.sign(amount) * Math.ceil(Math.abs(amount) / 24));
  const days = { day: 1, night: 1, week: 7, fortnight: 14 }[unit];
  if (days !== undefined) return addDays(day, amount * days);
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[unit];
  return months === undefined ? undefined : addMonths(day, amount * months);
}

function singular(unit: string): string {
  return unit.replace(/ies$/, "y").replace(/s$/, "");
}

function iso(amount: string, unit: string): string {
  if (unit === "fortnight") return `P${amount === "X" ? "X" : String(Number(amount) * 2)}W`;
  return `${HOURS.has(unit) ? "PT" : "P"}${amount}${LETTERS[unit] ?? "X"}`;
}

import type { Day } from "../../model/time.ts";
import { addDays, digits, weekdayOf } from "./calendar.ts";
import { dayMentioned } from "./relative-dates.ts";
import { type Groups, hour, type Meaning, type Rule, rule, type When } from "./rule.ts";
import { numberOf, weekday, weekdayNumber } from "./words.ts";

const zone =
  "(?: ?(?:gmt|utc|est|edt|et|cst|cdt|ct|mst|mdt|pst|pdt|pt|bst|cet|cest|eet|ist|jst|aest|aedt|(?:eastern|central|mountain|pacific)(?: (?:standard|daylight))?(?: time)?|local(?: time)?|[a-z]+ time))?";
const half = "(?<half>a\\.m\\.?|p\\.m\\.?|am|pm)";
const hours = "(?<hours>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
const of = `(?:,? (?:(?<which>yesterday|today|tomorrow)|(?:on )?(?<name>${weekday}))(?: morning| afternoon| evening| night)?)?`;
const spells = "(?: in the (?<spell>morning|afternoon|evening)| at (?<spell>night))?";

/** Hours of the clock. */
export const CLOCK_TIMES: readonly Rule[] = [
  rule(`${hours}(?:[:.](?<minutes>\\d\\d)(?::\\d\\d)?)? ?${half}(?!\\p{L})${zone}${of}`, clock),
  rule(`${hours}(?:[:.](?<minutes>\\d\\d)(?::\\d\\d)?)?${half}(?!\\p{L})${zone}${of}`, clock),
  rule(`(?<hours>[012]?\\d):(?<minutes>[0-5]\\d)(?::[0-5]\\d)?${zone}${spells}${of}`, clock),
  rule(
    `(?<hours>[012]\\d)(?<minutes>[0-5]\\d)(?: hours)?(?= ?(?:gmt|utc|hours|local|e[sd]t|p[sd]t|c[sd]t))${zone}${of}`,
    clock,
  ),
  rule(`${hours} o'clock${spells}${of}`, clock),
  rule(`(?:${hours} )?(?<word>noon|midday|midnight)${zone}${of}`, clock),
  rule(
    `(?:shortly |just |soon )?(?:before |after )?(?<word>dawn|dusk|sunrise|sunset|daybreak|nightfall)${of}`,
    (groups, when) =>
      onDay(groups, when, /^(?:dawn|sunrise|daybreak)$/.test(groups.word ?? "") ? "TMO" : "TEV"),
  ),
  rule(
    `(?:the |that )?(?:early |late |mid~)?(?<part>morning|afternoon|evening)(?: hours)?(?!~(?:star|news|standard|post|herald|show))`,
    ({ part = "" }, when) =>
      onDay({}, when, { morning: "TMO", afternoon: "TAF", evening: "TEV" }[part] ?? ""),
  ),
];

function clock(groups: Groups, when: When): Meaning | undefined {
  if (groups.word) return onDay(groups, when, groups.word === "midnight" ? "T24:00" : "T12:00");
  const { hours = "", minutes = "00" } = groups;
  const told = /^\d/.test(hours) ? Number(hours) : (numberOf(hours) ?? 0);
  const late = /^p|afternoon|evening|night/.test(groups.half ?? groups.spell ?? "");
  if (told > 24 || ((late || groups.half) && groups.half && told > 12)) return undefined;
  const full = late && told < 12 ? told + 12 : groups.half?.startsWith("a") && told === 12 ? 0 : told;
  return onDay(groups, when, `T${digits(full, 2)}:${minutes}`);
}

/** An hour of its day; one that stands without its day tells none, and so has no grain. */
function onDay(groups: Groups, when: When, clock: string): Meaning {
  const meaning = hour(dayOfClock(groups, when), clock);
  return groups.which || groups.name ? meaning : { ...meaning, grain: undefined };
}

/** The day that an hour belongs to: the one beside it, that of its sentence, or that of the story. */
function dayOfClock({ which, name }: Groups, when: When): Day | undefined {
  const { told, outlook } = when;
  if (which !== undefined && told !== undefined)
    return addDays(told, which === "yesterday" ? -1 : which === "tomorrow" ? 1 : 0);
  if (name !== undefined && told !== undefined) {
    const week = [...Array(7).keys()].map((days) => addDays(told, outlook === "ahead" ? days : -days));
    return week.find((day) => weekdayOf(day) === weekdayNumber(name));
  }
  return dayMentioned(when);
}

import type { Sentence } from "../../model/annotated-document.ts";
import { overlaps, type Span } from "../../model/span.ts";
import type { Day, TimeExpression } from "../../model/time.ts";
import { rangeOf } from "./calendar.ts";
import { CALENDAR_DATES } from "./calendar-dates.ts";
import { findWritten } from "./chrono.ts";
import { CLOCK_TIMES } from "./clock-times.ts";
import { DURATIONS } from "./durations.ts";
import { outlookOn } from "./outlook.ts";
import { RELATIVE_DATES } from "./relative-dates.ts";
import { type Groups, groupsOf, type Meaning, type Rule, type When } from "./rule.ts";
import { SETS } from "./sets.ts";
import { isTrap } from "./traps.ts";
import { VAGUE } from "./vague.ts";

/** At a place the longest match wins; of equal ones, the first rule. */
const RULES: readonly Rule[] = [
  ...CALENDAR_DATES,
  ...RELATIVE_DATES,
  ...CLOCK_TIMES,
  ...SETS,
  ...DURATIONS,
  ...VAGUE,
];

/** A sentence without any of these letters tells no time, and is not looked at. */
const TRIGGER =
  /\d|day|week|month|year|quarter|decade|centur|hour|minute|second|night|noon|morning|evening|dawn|dusk|sun[rs]|now|present|current|recent|lately|future|past|late\b|winter|spring|summer|autumn|\bfall|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|daily|annual|christmas|halloween|easter|thanksgiving|morrow|moment|term|these|this (?:time|point)|[tn]ies\b/i;
/** Sentences over which "the next day" reaches back. */
const REACH = 4;

/** A match of a rule in the text of a sentence. */
interface Match {
  readonly start: number;
  readonly end: number;
  readonly rule: Rule;
  readonly groups: Groups;
  readonly words: string;
}

/**
 * The expressions of time in each sentence of a text, resolved from the day the story was told, never from the clock.
 *
 * Weekdays lean to the past unless the verb tells otherwise, weeks begin on Monday (ISO 8601). In the order of the text,
 * without overlap.
 */
export function findTimes(
  text: string,
  sentences: readonly Sentence[],
  told: Day | undefined,
): readonly (readonly TimeExpression[])[] {
  let before: readonly { readonly sentence: number; readonly meaning: Meaning }[] = [];
  return sentences.map((sentence, i) => {
    if (sentence.zone !== sentences[i - 1]?.zone) before = [];
    before = before.filter((earlier) => i - earlier.sentence <= REACH);
    const found = timesIn(text, sentence, {
      told,
      mentioned: before.flatMap(({ meaning }) => meaning.period ?? []),
    });
    before = [...before, ...found.map(({ meaning }) => ({ sentence: i, meaning }))];
    return found.map(({ time }) => time);
  });
}

/** A time found and what it means for those behind it. */
interface Found {
  readonly time: TimeExpression;
  readonly meaning: Meaning;
}

function timesIn(
  text: string,
  sentence: Sentence,
  { told, mentioned }: Pick<When, "told" | "mentioned">,
): readonly Found[] {
  const area = text.slice(sentence.start, sentence.end);
  if (!TRIGGER.test(area)) return [];
  const found: Read[] = [];
  const read: Reader = (match, span, sameSentence) =>
    match.rule.read(
      match.groups,
      {
        ...{ told, sameSentence, outlook: outlookOn(sentence, span) },
        mentioned: [...mentioned, ...found.flatMap(({ meaning }) => meaning.period ?? [])],
      },
      match.words,
    );
  for (const match of matchesIn(plain(area))) {
    const span = { start: sentence.start + match.start, end: sentence.start + match.end };
    if (found.some(({ time }) => overlaps(time, span)) || isTrap(sentence, text, span)) continue;
    const meaning = read(match, span, dayIn(found, "last"));
    if (meaning) found.push({ match, meaning, time: expression(text, span, meaning) });
  }
  return withWritten(text, sentence, area, onLaterDay(text, found, read));
}

/** A time with the match that told it. */
interface Read extends Found {
  readonly match: Match;
}

/** What a match means where a day is told in its sentence. */
type Reader = (match: Match, span: Span, sameSentence: Day | undefined) => Meaning | undefined;

/** "at 2:49 a.m. (7:49 UTC) on Saturday": gives hours in front of their day that day. */
function onLaterDay(text: string, found: readonly Read[], read: Reader): readonly Found[] {
  const day = dayIn(found, "first");
  if (day === undefined) return found;
  return found.map((one, i) => {
    if (!CLOCK_TIMES.includes(one.match.rule) || dayIn(found.slice(0, i), "last") !== undefined) return one;
    const meaning = read(one.match, one.time, day) ?? one.meaning;
    return { meaning, time: expression(text, one.time, meaning) };
  });
}

/** The first or the last day told in a sentence, but by hours alone. */
function dayIn(found: readonly Read[], which: "first" | "last"): Day | undefined {
  const days = found.filter(
    ({ meaning, match }) => meaning.period?.grain === "day" && !CLOCK_TIMES.includes(match.rule),
  );
  const period = days.at(which === "first" ? 0 : -1)?.meaning.period;
  return period && rangeOf(period).start;
}

/** Adds the dates in digits that no rule has found. */
function withWritten(
  text: string,
  { start }: Sentence,
  area: string,
  found: readonly Found[],
): readonly Found[] {
  const written = findWritten(area)
    .map((one) => ({
      meaning: one.meaning,
      time: expression(text, { start: start + one.start, end: start + one.end }, one.meaning),
    }))
    .filter(({ time }) => !found.some((other) => overlaps(other.time, time)));
  return written.length === 0 ? found : [...found, ...written].sort((a, b) => a.time.start - b.time.start);
}

/** All matches of all rules, by place, the longer first. */
function matchesIn(area: string): readonly Match[] {
  return RULES.flatMap((rule) =>
    [...area.matchAll(rule.pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      rule,
      groups: groupsOf(match),
      words: match[0],
    })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
}

function expression(text: string, { start, end }: Span, meaning: Meaning): TimeExpression {
  const { kind, iso, value, grain } = meaning;
  return { start, end, text: text.slice(start, end), kind, iso, value, grain };
}

/** A text in lower case and plain marks, of the same length. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  // A capital İ has two code units in lower case.
  const same =
    lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return same.replace(/[’‘ʼ]/g, "'").replace(/[‐‑‒–]/g, "-");
}

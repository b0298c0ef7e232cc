import type { Sentence } from "../../model/annotated-document.ts";
import type { Document } from "../../model/document.ts";
import type { Day } from "../../model/time.ts";
import { addDays, weekdayOf } from "./calendar.ts";
import { outlookOn } from "./outlook.ts";
import { weekdayNumber } from "./words.ts";

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
/** Words that count from the day of print: who wrote them had it in mind. */
const OF_PRINT = /^(?:yesterday|today|tonight|tomorrow)$/i;
/** "last Friday", "Friday's vote next week": told from another day. */
const COUNTED = /^(?:last|next|this|every|each|past|following|previous)$/i;

/**
 * The day that a story was told on: the day of its publication, or the day before where the text shows that it was
 * written then and printed after.
 *
 * A print of Sunday that tells what happened "on Saturday", of no weekday more often, of nothing "on Sunday", and that never
 * says "yesterday" or "today", was written on Saturday.
 */
export function storyDay({ published }: Document, sentences: readonly Sentence[]): Day | undefined {
  if (published === undefined) return undefined;
  const body = sentences.filter(({ zone }) => zone === "body" || zone === "standfirst");
  if (body.some(({ tokens }) => tokens.some(({ form }) => OF_PRINT.test(form)))) return published;
  const told = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const weekday of body.flatMap(bareWeekdays)) told[weekday] = (told[weekday] ?? 0) + 1;
  const before = addDays(published, -1);
  const often = told[weekdayOf(before)] ?? 0;
  const written = often > 0 && often >= Math.max(...told) && told[weekdayOf(published)] === 0;
  return written ? before : published;
}

/** The weekdays on which, as a sentence tells, something has happened. */
function bareWeekdays(sentence: Sentence): readonly number[] {
  return sentence.tokens.flatMap((token, i) => {
    if (!WEEKDAY.test(token.form) || COUNTED.test(sentence.tokens[i - 1]?.form ?? "")) return [];
    return outlookOn(sentence, token) === "ahead" ? [] : [weekdayNumber(token.form.toLowerCase())];
  });
}

import * as chrono from "chrono-node/en";
import { dayOf, digits, periodAt } from "./calendar.ts";
import { dated, hour, type Meaning } from "./rule.ts";

/** A fixed moment and zone, so that neither the clock nor the time zone of the machine is asked. */
const REFERENCE = { instant: new Date(0), timezone: 0 };
/** Dates in digits, which are written in more ways than rules should list. */
const DIGITS = /\d[/.:-]\d/;

/** What chrono-node finds in a text that our own rules did not, of what stands there in full and is not guessed. */
export function findWritten(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly meaning: Meaning }[] {
  if (!DIGITS.test(text)) return [];
  return chrono.casual.parse(text, REFERENCE).flatMap(({ index, text: words, start }) => {
    const certain = (part: "year" | "month" | "day" | "hour" | "minute") =>
      start.isCertain(part) ? (start.get(part) ?? undefined) : undefined;
    const [year, month, date, hours] = [certain("year"), certain("month"), certain("day"), certain("hour")];
    const day = year !== undefined && month && date ? dayOf(year, month, date) : undefined;
    if (day === undefined || !DIGITS.test(words)) return [];
    const clock = hours === undefined ? "" : `T${digits(hours, 2)}:${digits(certain("minute") ?? 0, 2)}`;
    const meaning = clock ? hour(day, clock) : dated(periodAt("day", day));
    return [{ start: index, end: index + words.length, meaning }];
  });
}

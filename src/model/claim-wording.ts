import type { ClaimTime } from "./claim.ts";
import { countWords } from "./count-words.ts";
import { pageWords } from "./page-words.ts";
import type { Stance } from "./stance.ts";
import { isAsserted } from "./stance.ts";
import type { DayRange } from "./time.ts";
import type { Literal } from "./triple.ts";

export { countWords, digits } from "./count-words.ts";

const words = pageWords.claim;

/**
 * A stance in words for people, the most telling first: "Denied by Ann Lee", "Planned".
 *
 * @param stance with the names of its speakers
 * @returns never empty
 */
export function stanceWords(stance: Stance<string>): readonly string[] {
  if (isAsserted(stance)) return [words.asserted];
  const tags = [...voiceWords(stance), ...modalityWords(stance), ...certaintyWords(stance)];
  return tags.length === 0 ? [words.notAsserted] : tags;
}

function voiceWords({ polarity, speakers }: Stance<string>): readonly string[] {
  const by = speakers.join(words.citing);
  if (polarity === "negative") return [by === "" ? words.denied : words.deniedBy(by)];
  return speakers.length === 0 ? [] : [words.reportedBy(by)];
}

function modalityWords({ modality, temporality }: Stance<string>): readonly string[] {
  switch (modality) {
    case "intended":
      return [words.planned];
    case "demanded":
      return [words.demanded];
    case "conditional":
      return [words.conditional];
    case "actual":
      return temporality === "future" ? [words.expected] : [];
  }
}

function certaintyWords({
  certainty,
  polarity,
  speakers,
  modality,
  temporality,
}: Stance<string>): readonly string[] {
  switch (certainty) {
    case "certain":
      return [];
    case "probable":
      return [words.probable];
    case "possible":
      return [words.possible];
    case "underspecified": {
      const said = polarity === "negative" || speakers.length > 0;
      return said || modality !== "actual" || temporality === "future" ? [] : [words.unconfirmed];
    }
  }
}

/** A confidence as word and number: "likely, 74 %". */
export function confidenceWords(confidence: number): string {
  return words.confidence(confidenceWord(confidence), Math.round(confidence * 100));
}

function confidenceWord(confidence: number): string {
  if (confidence >= 0.9) return words.veryLikely;
  if (confidence >= 0.66) return words.likely;
  return confidence >= 0.4 ? words.uncertain : words.doubtful;
}

/** How many say so: "3 documents, 2 independent sources". */
export function sourceWords(documents: number, independentSources: number): string {
  return `${countWords(documents, words.document)}, ${countWords(independentSources, words.independentSource)}`;
}

/** A literal with what it counts: "40 buses". */
export function literalWords({ value, unit }: Literal): string {
  return unit === undefined ? value : `${value} ${unit}`;
}

/** A stretch of days as short as it can be told: "21 Oct 2017", "Oct 2017", "2017", "1 – 3 Nov 2017". */
export function dayWords({ start, end }: DayRange): string {
  if (start === end) return oneDay(start);
  if (start.slice(0, 4) === end.slice(0, 4) && start.endsWith("-01-01") && end.endsWith("-12-31")) {
    return start.slice(0, 4);
  }
  if (start.slice(0, 7) === end.slice(0, 7) && start.endsWith("-01") && isLastOfMonth(end)) {
    return oneDay(start).replace(/^\d+ /, "");
  }
  return `${withoutShared(oneDay(start), oneDay(end))} – ${oneDay(end)}`;
}

/** When a claim happened, or when it was said: "17 October 2017", "said 21 October 2017". */
export function whenWords(time: ClaimTime): string {
  return time.basis === "said" ? words.saidOn(dayWords(time)) : dayWords(time);
}

/** The first day without the year, or month and year, that it shares with the last. */
function withoutShared(first: string, last: string): string {
  const [date = "", month = "", year = ""] = first.split(" ");
  if (last.endsWith(` ${month} ${year}`)) return date;
  return last.endsWith(` ${year}`) ? `${date} ${month}` : first;
}

/** What is no ISO day is told as it stands. */
function oneDay(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = words.months[Number(month) - 1];
  return name === undefined ? day : `${Number(date)} ${name} ${year}`;
}

function isLastOfMonth(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`).getTime() + 86_400_000;
  return Number.isFinite(next) && new Date(next).getUTCDate() === 1;
}

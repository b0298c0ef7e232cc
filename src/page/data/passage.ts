import type { PageDocument, PageEvidence, PageRange } from "../../model/page-payload.ts";
import { isWithin, type Mark, slice } from "./segments.ts";
import { paragraphAround, sentencesIn } from "./sentences.ts";

/** What some words of a text are to a claim. */
export type ClaimPart = "subject" | "predicate" | "object";

/** A sentence of a passage. */
export interface PassageSentence {
  readonly range: PageRange;
  /** Whether it is the one that says so; the others stand around it. */
  readonly says: boolean;
  /** Whether words of the text are left out before it, or after it. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** A sentence around the one that says so is shown up to this length, in UTF-16 code units. */
const longestAround = 260;

/** The words for each part of a claim, as marks of the document's text. */
export function partMarks({ subject, predicate, object }: PageEvidence): readonly Mark<ClaimPart>[] {
  const marks: Mark<ClaimPart>[] = [];
  if (subject) marks.push({ range: subject, value: "subject" });
  if (predicate) marks.push({ range: predicate, value: "predicate" });
  if (object) marks.push({ range: object, value: "object" });
  return marks;
}

/**
 * The sentence that says so with what a reader needs around it: the sentences before and after it in its paragraph, and
 * those from elsewhere in which words for the subject or the object stand.
 *
 * An abridged text has no sentences around: there, what stands next to a sentence may come from far away.
 *
 * @returns in the order of the text, without overlap; one of them says so
 */
export function passageOf(document: PageDocument, evidence: PageEvidence): readonly PassageSentence[] {
  const { quote } = evidence;
  const marks = partMarks(evidence).map(({ range }) => range);
  const elsewhere = marks
    .filter((range) => !isWithin(range, quote) && slice(document.text, range) !== "")
    .map((range) => sentenceAround(document, range));
  const near = document.abridged ? [] : neighbours(document, quote);
  const around = [...elsewhere, ...near.filter((range) => !elsewhere.some((other) => overlap(range, other)))]
    .filter((range) => !overlap(range, quote))
    .map((range) => shortened(document.text, range, quote, marks));
  const ranges = [...distinct(around), quote].sort((a, b) => a[0] - b[0]);
  return ranges.map((range, i) => ({
    range,
    says: range === quote,
    cutBefore: hasWords(document.text, [lastEnd(ranges, i, document, range), range[0]]),
    cutAfter: i === ranges.length - 1 && range !== quote && endsShort(document, range),
  }));
}

/** Where the sentence before ends; for the first, where its own sentence begins. */
function lastEnd(ranges: readonly PageRange[], i: number, document: PageDocument, range: PageRange): number {
  return ranges[i - 1]?.[1] ?? (document.abridged ? range[0] : sentenceAround(document, range)[0]);
}

function endsShort(document: PageDocument, range: PageRange): boolean {
  return hasWords(document.text, [range[1], sentenceAround(document, [range[0], range[0] + 1])[1]]);
}

function hasWords(text: string, range: PageRange): boolean {
  return slice(text, range).trim() !== "";
}

/** The sentences before and after one, as far as its paragraph goes. */
function neighbours(document: PageDocument, quote: PageRange): readonly PageRange[] {
  const [start, end] = paragraphAround(document, quote);
  const before = sentencesIn(document.text, [start, quote[0]]).at(-1);
  const after = sentencesIn(document.text, [quote[1], end])[0];
  return [before, after].filter((range) => range !== undefined);
}

function sentenceAround(document: PageDocument, range: PageRange): PageRange {
  const paragraph = paragraphAround(document, range);
  const sentences = sentencesIn(document.text, paragraph).filter((sentence) => overlap(sentence, range));
  const [first, last] = [sentences[0], sentences.at(-1)];
  return first === undefined || last === undefined ? range : [first[0], last[1]];
}

/** A long sentence around is cut at a space: its end is kept before the quote, its beginning after it, its marks always. */
function shortened(text: string, range: PageRange, quote: PageRange, marks: readonly PageRange[]): PageRange {
  const [start, end] = range;
  if (end - start <= longestAround || marks.some((mark) => overlap(mark, range))) return range;
  if (end <= quote[0]) {
    const space = text.indexOf(" ", end - longestAround);
    return space < 0 || space >= end ? range : [space + 1, end];
  }
  const space = text.lastIndexOf(" ", start + longestAround);
  return space <= start ? range : [start, space];
}

function overlap(a: PageRange, b: PageRange): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

function distinct(ranges: readonly PageRange[]): readonly PageRange[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const kept: PageRange[] = [];
  for (const range of sorted) if (range[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(range);
  return kept;
}

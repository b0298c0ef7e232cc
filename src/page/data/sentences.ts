import type { PageDocument, PageRange } from "../../model/page-payload.ts";

/** Words with a full stop after which a sentence goes on. */
const abbreviations =
  /(?:^|[\s("“‘])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Capt|Maj|Cmdr|Brig|Adm|Sen|Rep|Gov|Pres|Prof|Rev|Hon|Jr|Sr|No|vs|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/u;

/** Where a sentence may end: after its mark and closing quotes, before white space and what can begin the next one. */
const ends = /[.!?…]["'”’»)\]]*(?=\s+["'“‘«([]*[\p{Lu}\p{Lo}\p{N}])/gu;

/**
 * The sentences of a stretch of text, without the white space between them.
 *
 * A reader's aid, not the reading itself: it shows what stands around a sentence that was read.
 */
export function sentencesIn(text: string, [start, end]: PageRange): readonly PageRange[] {
  const part = text.slice(start, end);
  const cuts = [...part.matchAll(ends)]
    .filter((match) => !abbreviations.test(part.slice(Math.max(0, match.index - 12), match.index + 1)))
    .map((match) => match.index + match[0].length);
  return [...cuts, part.length].flatMap((to, i) => trimmed(text, [start + (cuts[i - 1] ?? 0), start + to]));
}

/** A paragraph ends at an empty line, and at a line break behind the mark that ends a sentence. */
const breaks = /\n[^\S\n]*\n|(?<=[.!?…]["'”’»)\]]*)[^\S\n]*\n/gu;

/** No paragraph of a newspaper is longer, in UTF-16 code units: a text in one line stays cheap. */
const longestParagraph = 3000;

/** The paragraph in which a range lies; it ends where its part of the article ends. */
export function paragraphAround(document: PageDocument, [start, end]: PageRange): PageRange {
  const zone = zoneAround(document, [start, end]);
  const first = Math.max(zone[0], start - longestParagraph);
  const last = Math.min(zone[1], end + longestParagraph);
  const gaps = [...document.text.slice(first, last).matchAll(breaks)].map((match) => ({
    from: first + match.index,
    to: first + match.index + match[0].length,
  }));
  return [
    gaps.findLast((gap) => gap.to <= start)?.to ?? first,
    gaps.find((gap) => gap.from >= end)?.from ?? last,
  ];
}

/** The part of the article in which a range lies, or what lies between two parts. */
function zoneAround({ text, zones }: PageDocument, [start, end]: PageRange): PageRange {
  let [from, to] = [0, text.length];
  for (const { range } of zones) {
    if (range[1] <= start) from = Math.max(from, range[1]);
    else if (range[0] >= end) to = Math.min(to, range[0]);
    else if (range[0] <= start && end <= range[1]) return range;
  }
  return [from, to];
}

function trimmed(text: string, [start, end]: PageRange): readonly PageRange[] {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  const to = start + part.trimEnd().length;
  return from < to ? [[from, to]] : [];
}

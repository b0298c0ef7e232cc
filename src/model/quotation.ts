import type { Span } from "./span.ts";

const QUOTES =
  /[“"][^“”"]*[”"]?|«[^»]*»?|(?<=^|[\s(])‘(?:[^’]|’(?=\p{L}))*’|(?<=^|[\s(])'(?:[^']|'(?=\p{L}))*'(?=[\s.,;:!?)]|$)/gu;
/** Shorter quotes distance the writer from a word; they report nothing. */
const QUOTE_WORDS = 3;

/** Stretches in quotation marks that are long enough to be somebody's statement, in one zone of the text. */
export function quotesIn(text: string, zone: Span): readonly Span[] {
  return [...text.slice(zone.start, zone.end).matchAll(QUOTES)]
    .filter(([quote]) => quote.split(/\s+/).length >= QUOTE_WORDS)
    .map((match) => ({ start: zone.start + match.index, end: zone.start + match.index + match[0].length }));
}

import type { PageEvidence, QuoteRange } from "../model/page-payload.ts";

/** What some words of a quote are to the claim. */
export type QuotePart = "subject" | "predicate" | "object";

/** A stretch of a quote with what it is; without parts it is the sentence around. */
export interface QuoteSegment {
  readonly text: string;
  readonly parts: readonly QuotePart[];
}

/**
 * Cuts a quote where its marked words begin and end. Ranges may overlap: a segment then has several parts.
 *
 * @returns in order, none empty; joined they are the quote
 */
export function quoteSegments(quote: string, evidence: PageEvidence): readonly QuoteSegment[] {
  const ranges: readonly (readonly [QuotePart, QuoteRange | undefined])[] = [
    ["subject", evidence.subject],
    ["predicate", evidence.predicate],
    ["object", evidence.object],
  ];
  const cuts = [0, quote.length, ...ranges.flatMap(([, range]) => range ?? [])]
    .filter((cut) => cut >= 0 && cut <= quote.length)
    .sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, i) => {
    const start = cuts[i] ?? 0;
    if (start === end) return [];
    const parts = ranges.flatMap(([part, range]) =>
      range !== undefined && range[0] <= start && end <= range[1] ? [part] : [],
    );
    return [{ text: quote.slice(start, end), parts }];
  });
}

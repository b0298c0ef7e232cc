import type { PageDocument, PageRange } from "../../model/page-payload.ts";
import type { Catalogue } from "./catalogue.ts";
import { type ClaimPart, partMarks } from "./passage.ts";
import type { Mark } from "./segments.ts";

type ZoneKind = PageDocument["zones"][number]["kind"];

/** A paragraph of an article. */
export interface TextBlock {
  /** What most of it is. */
  readonly kind: ZoneKind;
  readonly range: PageRange;
  /** Whether its line breaks only keep lines short, as in a mail, and tell nothing. */
  readonly wrapped: boolean;
}

/**
 * Cuts the text of a document at empty lines, and where at a line break another part of the article begins: a dateline
 * that runs on into its paragraph stays in it.
 *
 * @returns in the order of the text, without overlap; what lies between them is white space
 */
export function blocksOf({ text, zones }: PageDocument): readonly TextBlock[] {
  const cuts = new Set([0, text.length]);
  for (const match of text.matchAll(/\n[^\S\n]*\n/g)) cuts.add(match.index);
  for (const at of zones.flatMap(({ range }) => range)) if (isLineEnd(text, at)) cuts.add(at);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).flatMap((end, i) => {
    const [start, part] = [sorted[i] ?? 0, text.slice(sorted[i], end)];
    const range: PageRange = [start + part.length - part.trimStart().length, start + part.trimEnd().length];
    if (range[0] >= range[1]) return [];
    return [{ kind: kindOf(zones, range), range, wrapped: isWrapped(text.slice(...range)) }];
  });
}

/** Whether nothing but white space with a line break, or an end of the text, stands around a place. */
function isLineEnd(text: string, at: number): boolean {
  const before = /\s*$/.exec(text.slice(Math.max(0, at - 80), at))?.[0] ?? "";
  const after = /^\s*/.exec(text.slice(at, at + 80))?.[0] ?? "";
  return (before + after).includes("\n") || before.length === at || at + after.length === text.length;
}

/** The part of the article that covers most of a range; the body where none covers half of it. */
function kindOf(zones: PageDocument["zones"], [start, end]: PageRange): ZoneKind {
  const most = zones.find(
    ({ range }) => (Math.min(end, range[1]) - Math.max(start, range[0])) * 2 >= end - start,
  );
  return most?.kind ?? "body";
}

function isWrapped(paragraph: string): boolean {
  const lines = paragraph.split("\n").slice(0, -1);
  return lines.length > 0 && lines.every((line) => line.length >= 50 && line.length <= 110);
}

/** What a stretch of a document's text is marked for. */
export type TextMark =
  /** A part of the article that is not a paragraph by itself. */
  | { readonly kind: "zone"; readonly zone: ZoneKind }
  /** A sentence that makes a claim. */
  | { readonly kind: "claim"; readonly claim: number }
  /** Words of the claim that is looked at. */
  | { readonly kind: "part"; readonly part: ClaimPart };

/** The claims of a document as they stand in its text. */
export interface DocumentClaims {
  /** In the order in which they first stand in the text. */
  readonly claims: readonly number[];
  /** One for each part of the article besides its body, then one for each piece of evidence. */
  readonly marks: readonly Mark<TextMark>[];
}

/** Finds where the claims of a document stand in its text. */
export function documentClaims({ payload, claimsIn }: Catalogue, document: number): DocumentClaims {
  const first = new Map<number, number>();
  const marks: Mark<TextMark>[] = (payload.documents[document]?.zones ?? []).map(({ kind, range }) => ({
    range,
    value: { kind: "zone", zone: kind },
  }));
  for (const claim of claimsIn[document] ?? []) {
    for (const evidence of payload.claims[claim]?.evidence ?? []) {
      if (evidence.document !== document) continue;
      marks.push({ range: evidence.quote, value: { kind: "claim", claim } });
      first.set(claim, Math.min(first.get(claim) ?? evidence.quote[0], evidence.quote[0]));
    }
  }
  const claims = [...first.keys()].sort((a, b) => (first.get(a) ?? 0) - (first.get(b) ?? 0) || a - b);
  return { claims, marks };
}

/** The words of one claim in a document. */
export function wordMarks(
  { payload }: Catalogue,
  document: number,
  claim: number,
): readonly Mark<TextMark>[] {
  return (payload.claims[claim]?.evidence ?? [])
    .filter((evidence) => evidence.document === document)
    .flatMap(partMarks)
    .map(({ range, value }) => ({ range, value: { kind: "part", part: value } }));
}

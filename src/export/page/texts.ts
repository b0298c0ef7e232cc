import type { Graph } from "../../model/graph.ts";
import type { PageRange } from "../../model/page-payload.ts";
import { type Span, spanOf } from "../../model/span.ts";

/** What the page gets of a document's text. */
export interface PageText {
  readonly text: string;
  /** Whether `text` is the whole. */
  readonly whole: boolean;
  /** Where a stretch of the document lies in `text`; undefined where it is empty or not there. */
  rangeOf(span: Span | undefined): PageRange | undefined;
}

/** A stretch of a document that is kept, and where it begins in what is kept. */
interface Piece extends Span {
  readonly at: number;
}

/** So many UTF-16 code units all texts of a page may have; twice that much memory they take in a browser. */
export const textBudget = 16 * 2 ** 20;

const gap = "\n…\n";

/**
 * The texts of all documents, by id; where they exceed the budget together, only the sentences with evidence of each.
 *
 * @param budget in UTF-16 code units
 */
export function textsOf({ documents, claims }: Graph, budget: number): ReadonlyMap<string, PageText> {
  const length = documents.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= budget) return new Map(documents.map(({ id, text }) => [id, whole(text)]));
  const sentences = new Map(documents.map(({ id }) => [id, [] as Span[]]));
  for (const { evidence } of claims) {
    for (const piece of evidence) sentences.get(piece.document)?.push(spanOf(piece));
  }
  return new Map(documents.map(({ id, text }) => [id, abridged(text, sentences.get(id) ?? [])]));
}

function whole(text: string): PageText {
  return {
    text,
    whole: true,
    rangeOf: (span) =>
      span === undefined || span.start >= span.end || span.end > text.length
        ? undefined
        : [span.start, span.end],
  };
}

function abridged(text: string, sentences: readonly Span[]): PageText {
  const pieces = piecesOf(text, sentences);
  return {
    text: pieces.map(({ start, end }) => text.slice(start, end)).join(gap),
    whole: false,
    rangeOf(span) {
      if (span === undefined || span.start >= span.end) return undefined;
      const piece = pieceAt(pieces, span.start);
      if (piece === undefined || span.end > piece.end) return undefined;
      return [span.start - piece.start + piece.at, span.end - piece.start + piece.at];
    },
  };
}

/** In the order of the text; sentences that overlap make one piece. */
function piecesOf(text: string, sentences: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of [...sentences].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = pieces.at(-1);
    if (end > text.length || start >= end || (last !== undefined && end <= last.end)) continue;
    if (last !== undefined && start < last.end) pieces[pieces.length - 1] = { ...last, end };
    else pieces.push({ start, end, at: 0 });
  }
  return pieces.map((piece) => {
    const placed = { ...piece, at };
    at += piece.end - piece.start + gap.length;
    return placed;
  });
}

/** The last piece that begins at a place or before it. */
function pieceAt(pieces: readonly Piece[], place: number): Piece | undefined {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

import type { Marking, Sentence, Token } from "../model/annotated-document.ts";
import type { Document, Zone, ZoneKind } from "../model/document.ts";
import type { Span } from "../model/span.ts";
import type { Mend } from "./broken-words.ts";
import { LONGEST_SENTENCE, type ParsedSentence, type Parser } from "./parser/parser.ts";
import { readSentences } from "./reading.ts";
import { sentenceStarts } from "./sentence-ends.ts";
import { type Piece, tokenise } from "./tokens.ts";

/** Zones whose sentences tell the story; the rest is about the print, not about the world. */
const TOLD: ReadonlySet<Zone["kind"]> = new Set(["headline", "standfirst", "caption", "body"]);

/** The sentences of a document, and how often one was too long and had to be cut. */
export interface FoundSentences {
  readonly sentences: readonly Sentence[];
  readonly cuts: number;
}

/**
 * The sentences of the zones that tell the story, with tags, lemmas, trees and mentions by the parser.
 *
 * Words that the text breaks are mended first. Sentences that are `given` are taken as they are cut, whatever the zones.
 */
export function findSentences(
  { text, zones }: Document,
  parser: Parser,
  mend: Mend = (pieces) => pieces,
  given?: readonly (readonly Piece[])[],
): FoundSentences {
  const cut = given
    ? givenSentences(given)
    : zones.filter(({ kind }) => TOLD.has(kind)).map((zone) => cutZone(text, zone, mend));
  const parsed = readSentences(
    parser,
    cut.flatMap(({ parts }) => parts.map(formsOf)),
  );
  let at = 0;
  return {
    sentences: cut.flatMap(({ zone, parts }) =>
      parts.map((pieces) => sentenceOf(pieces, zone, parsed[at++] as ParsedSentence)),
    ),
    cuts: cut.reduce((sum, { cuts }) => sum + cuts, 0),
  };
}

/** A sentence by where it stands alone. */
export interface SentenceSpan extends Span {
  readonly zone: ZoneKind;
}

/** Where the sentences of a document stand, as cut before any is parsed; in the order of the text. */
export function sentenceSpans({ text, zones }: Document): readonly SentenceSpan[] {
  return zones
    .filter(({ kind }) => TOLD.has(kind))
    .flatMap((zone) =>
      cutZone(text, zone, (pieces) => pieces).parts.map((pieces) => ({
        start: (pieces[0] as Piece).start,
        end: (pieces.at(-1) as Piece).end,
        zone: zone.kind,
      })),
    );
}

/** One zone cut into sentences and words. */
interface CutZone {
  readonly zone: ZoneKind;
  readonly parts: readonly (readonly Piece[])[];
  readonly cuts: number;
}

function cutZone(text: string, zone: Zone, mend: Mend): CutZone {
  const pieces = mend(tokenise(text, zone));
  const { starts, cut } = sentenceStarts(pieces, text);
  return { zone: zone.kind, parts: starts.map((start, i) => pieces.slice(start, starts[i + 1])), cuts: cut };
}

function givenSentences(given: readonly (readonly Piece[])[]): readonly CutZone[] {
  const parts = given.filter(({ length }) => length > 0);
  const cuts = parts.reduce((sum, { length }) => sum + Math.ceil(length / LONGEST_SENTENCE) - 1, 0);
  return [{ zone: "body", parts, cuts }];
}

function formsOf(pieces: readonly Piece[]): readonly string[] {
  return pieces.map(({ form }) => form);
}

/** Pieces of text with what the parser says of them. */
export function sentenceOf(pieces: readonly Piece[], zone: ZoneKind, parsed: ParsedSentence): Sentence {
  const tokens: readonly Token[] = pieces.map((piece, i) => ({
    ...piece,
    ...(parsed.words[i] as ParsedSentence["words"][number]),
  }));
  const markings: readonly Marking[] = parsed.mentions.map(({ first, last, type, named }) => ({
    start: (pieces[first] as Piece).start,
    end: (pieces[last] as Piece).end,
    type,
    named,
  }));
  return { start: (pieces[0] as Piece).start, end: (pieces.at(-1) as Piece).end, zone, tokens, markings };
}

import type { Document, ZoneKind } from "../model/document.ts";
import { quotesIn } from "../model/quotation.ts";
import { type Span, spanOf } from "../model/span.ts";
import { copyWords, hashWord, shinglesOf } from "./words.ts";

/** A document cut into sentences: all that finding copies needs, before anything is read in it. */
export interface CutDocument {
  readonly document: Document;
  /** In the order of the text. */
  readonly sentences: readonly CutSentence[];
}

/** A sentence and the kind of zone it stands in. */
export interface CutSentence extends Span {
  readonly zone: ZoneKind;
}

/** A document as a possible print of a wire. */
export interface Print {
  readonly document: Document;
  /** Each sentence once, in the order of the text; one that stands in the body also has its place there. */
  readonly sentences: readonly PrintSentence[];
  /** How many of its sentences count. */
  readonly counting: number;
}

/** A sentence in the form that copies share. */
export interface PrintSentence {
  /** Where it stands; more than once where a lede is also the standfirst. */
  readonly spans: readonly Span[];
  /** Hashes of its words. Never empty. */
  readonly words: Uint32Array;
  readonly shingles: ReadonlySet<number>;
  /** Hashes of its numbers. */
  readonly numbers: ReadonlySet<number>;
  /** Whether it is text of the article: headlines and captions are each paper's own. */
  readonly body: boolean;
  /**
   * Whether it tells for or against a copy: body of some length, in the words of who wrote it.
   *
   * What somebody said may be quoted by two who were both there.
   */
  readonly counts: boolean;
}

/** Sentences of fewer words are alike by chance. */
const COUNTING_WORDS = 6;
/** The share of a sentence in quotation marks from which it is another's. */
const QUOTED = 0.5;

/** Prepares a document to be compared. */
export function printOf({ document, sentences }: CutDocument): Print {
  const alike = new Map<string, CutSentence[]>();
  // The body's first, so that a sentence stands where the body has it.
  for (const inBody of [true, false]) {
    for (const sentence of sentences) {
      if ((sentence.zone === "body") !== inBody) continue;
      const words = copyWords(document.text.slice(sentence.start, sentence.end)).join(" ");
      const same = alike.get(words);
      if (same) same.push(sentence);
      else if (words !== "") alike.set(words, [sentence]);
    }
  }
  const prepared = [...alike]
    .map(([words, same]) => ({ words: words.split(" "), same }))
    .sort((x, y) => (x.same[0] as CutSentence).start - (y.same[0] as CutSentence).start)
    .map(({ words, same }) => sentenceOf(words, same, document.text));
  return { document, sentences: prepared, counting: prepared.filter(({ counts }) => counts).length };
}

function sentenceOf(words: readonly string[], same: readonly CutSentence[], text: string): PrintSentence {
  const hashes = Uint32Array.from(words, hashWord);
  const body = same.some(({ zone }) => zone === "body");
  const counts = body && words.length >= COUNTING_WORDS && !same.every((span) => isQuoted(text, span));
  const numbers = new Set(words.filter((word) => /\d/.test(word)).map(hashWord));
  return { spans: same.map(spanOf), words: hashes, shingles: shinglesOf(hashes), numbers, body, counts };
}

function isQuoted(text: string, span: Span): boolean {
  const quoted = quotesIn(text, span).reduce((sum, { start, end }) => sum + end - start, 0);
  return quoted >= QUOTED * (span.end - span.start);
}

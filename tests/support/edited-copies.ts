import { sentenceSpans } from "../../src/annotate/sentences.ts";
import type { CutDocument } from "../../src/copies/index.ts";
import { slice } from "../../src/model/span.ts";
import { documentOf } from "./graphs.ts";

/** Numbers from 0 to 1 that a seed alone decides (mulberry32). */
export type Random = () => number;

/** The same numbers for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What an editor does to the print of a story; all but `house` are shares from 0 to 1. */
export interface Edit {
  /** Whether it is put into another house style: quotation marks, initials, spellings, numbers. */
  readonly house: boolean;
  /** Of words that are dropped, doubled with one of the same article, or replaced by one. */
  readonly words: number;
  /** Of sentences that are cut. */
  readonly cut: number;
  /** Of sentences added from another story. */
  readonly added: number;
  /** Whether the paragraphs stand in another order. */
  readonly turned: boolean;
}

/** A sentence and where it comes from: "article number, sentence number", or nothing. */
export interface Sourced {
  readonly text: string;
  readonly source: string;
}

/** A print of a story made by an editor, with the source of each sentence. */
export function edited(
  story: readonly Sourced[],
  other: readonly Sourced[],
  edit: Edit,
  random: Random,
): readonly Sourced[] {
  const vocabulary = story.flatMap(({ text }) => text.split(" "));
  const kept = story.filter(() => random() >= edit.cut);
  const changed = kept.map(({ text, source }) => {
    const words = withChangedWords(text, vocabulary, edit.words, random);
    return { text: edit.house ? inHouseStyle(words) : words, source };
  });
  const added = other.slice(0, Math.round(edit.added * story.length));
  const places = added.map((sentence) => ({ sentence, at: Math.floor(random() * (changed.length + 1)) }));
  const mixed = changed.flatMap((sentence, i) => [
    ...places.filter(({ at }) => at === i).map(({ sentence: own }) => own),
    sentence,
  ]);
  return edit.turned ? turned(mixed, random) : mixed;
}

/** Paragraphs of two or three sentences in another order. */
function turned(sentences: readonly Sourced[], random: Random): readonly Sourced[] {
  const paragraphs: Sourced[][] = [];
  for (let at = 0; at < sentences.length; ) {
    const length = 2 + Math.floor(random() * 2);
    paragraphs.push(sentences.slice(at, at + length));
    at += length;
  }
  return paragraphs
    .map((paragraph) => ({ paragraph, place: random() }))
    .sort((a, b) => a.place - b.place)
    .flatMap(({ paragraph }) => paragraph);
}

/** The first word and the end stay, so that the sentence is still cut as one. */
function withChangedWords(
  text: string,
  vocabulary: readonly string[],
  share: number,
  random: Random,
): string {
  const words = text.split(" ");
  const word = () => (vocabulary[Math.floor(random() * vocabulary.length)] ?? "").replace(/[.!?"“”]/g, "");
  return words
    .flatMap((own, i) => {
      if (i === 0 || i === words.length - 1 || /[.!?]/.test(own) || random() >= share) return [own];
      const what = random();
      return what < 1 / 3 ? [] : what < 2 / 3 ? [word()] : [own, word()];
    })
    .join(" ");
}

const STYLES: readonly (readonly [RegExp, string])[] = [
  [/U\.S\./g, "US"],
  [/U\.N\./g, "UN"],
  [/\b(Mr|Mrs|Dr|Gen|Sen)\./g, "$1"],
  [/isation/g, "ization"],
  [/\b(\w+)ise(d?)\b/g, "$1ize$2"],
  [/our\b/g, "or"],
  [/entre\b/g, "enter"],
  [/n't\b/g, " not"],
  [/’/g, "'"],
  [/[“”]/g, '"'],
  [/ – | — /g, " - "],
  [/(\d),(\d{3})/g, "$1$2"],
  [/\bal-/g, "el-"],
  [/\bfour\b/g, "4"],
  [/\bseven\b/g, "7"],
  [/(\w{4,})-(\w{4,})/g, "$1 $2"],
];

function inHouseStyle(text: string): string {
  return STYLES.reduce((styled, [pattern, by]) => styled.replace(pattern, by), text);
}

/** The sentences of a text, each with its source. */
export function sourcedSentences(text: string, name: string): readonly Sourced[] {
  const document = documentOf(name, text);
  return sentenceSpans(document).map((span, i) => ({
    text: slice(text, span).replace(/\s+/g, " "),
    source: `${name} ${i}`,
  }));
}

/** A document of some sentences, cut, and the source of whatever stands at an offset. */
export interface SourcedDocument {
  readonly cut: CutDocument;
  readonly sourceAt: (offset: number) => string;
}

/** Puts sentences together to one document, two a paragraph. */
export function documentFrom(id: string, sentences: readonly Sourced[], published?: string): SourcedDocument {
  let text = "";
  const ends: number[] = [];
  sentences.forEach((sentence, i) => {
    text += `${i === 0 ? "" : i % 2 === 0 ? "\n\n" : " "}${sentence.text}`;
    ends.push(text.length);
  });
  const document = documentOf(id, text, published === undefined ? {} : { published });
  return {
    cut: { document, sentences: sentenceSpans(document) },
    sourceAt: (offset) => sentences[ends.findIndex((end) => offset < end)]?.source ?? "",
  };
}

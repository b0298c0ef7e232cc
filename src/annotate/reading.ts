import type { ParsedSentence, ParsedWord, Parser } from "./parser/parser.ts";
import { repairs } from "./repairs/index.ts";
import { shielded } from "./shield.ts";

/**
 * What the parser says of sentences of news.
 *
 * Those in which it took a name for a word of grammar are read again with the name shielded, and known mistakes are mended.
 */
export function readSentences(
  parser: Parser,
  sentences: readonly (readonly string[])[],
): readonly ParsedSentence[] {
  const shown = sentences.map(shielded);
  const first = parser.parse(sentences);
  const mistaken = first.map(({ words }, i) => isMistaken(words, sentences[i], shown[i]));
  const again = parser.parse(shown.filter((_, i) => mistaken[i]));
  let at = 0;
  return first.map((parsed, i) => {
    const forms = sentences[i] as readonly string[];
    const own = mistaken[i] ? withOwnLemmas(again[at++] as ParsedSentence, forms, shown[i]) : parsed;
    return repairs.reduce((sentence, { mend }) => mend(sentence, forms), own);
  });
}

/** Whether the parser took a name that can be shielded for anything but a name. */
function isMistaken(
  words: readonly ParsedWord[],
  forms: readonly string[] = [],
  shown: readonly string[] = [],
): boolean {
  if (forms === shown) return false;
  return words.some(
    ({ upos, deprel }, i) => forms[i] !== shown[i] && (upos !== "PROPN" || /^(?:aux|cop)/.test(deprel)),
  );
}

/** A shielded name is its own lemma. */
function withOwnLemmas(
  { words, mentions }: ParsedSentence,
  forms: readonly string[],
  shown: readonly string[] = [],
): ParsedSentence {
  const named = words.map((word, i) =>
    shown[i] === forms[i] ? word : { ...word, lemma: forms[i] as string },
  );
  return { words: named, mentions };
}

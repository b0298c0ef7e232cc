import type { ParsedSentence, Parser } from "./parser/parser.ts";
import { repairs } from "./repairs.ts";
import { shielded } from "./shield.ts";

/** What the parser says of sentences of news: names that look like words of grammar shielded, known mistakes mended. */
export function readSentences(
  parser: Parser,
  sentences: readonly (readonly string[])[],
): readonly ParsedSentence[] {
  const shown = sentences.map(shielded);
  return parser.parse(shown).map((parsed, i) => {
    const forms = sentences[i] as readonly string[];
    const own = shown[i] === forms ? parsed : withOwnLemmas(parsed, forms, shown[i] as readonly string[]);
    return repairs.reduce((sentence, { mend }) => mend(sentence, forms), own);
  });
}

/** A shielded name is its own lemma. */
function withOwnLemmas(
  { words, mentions }: ParsedSentence,
  forms: readonly string[],
  shown: readonly string[],
): ParsedSentence {
  const named = words.map((word, i) =>
    shown[i] === forms[i] ? word : { ...word, lemma: forms[i] as string },
  );
  return { words: named, mentions };
}

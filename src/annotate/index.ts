import type { AnnotatedDocument } from "../model/annotated-document.ts";
import type { Document } from "../model/document.ts";
import type { Ontology } from "../model/ontology.ts";
import { type Day, tellsWhen } from "../model/time.ts";
import { brokenWords } from "./broken-words.ts";
import { capitalsOf } from "./capitals.ts";
import { link } from "./chains.ts";
import { clausesOf } from "./clauses/index.ts";
import { withReferences } from "./coreference/index.ts";
import { lexiconOf } from "./lexicon.ts";
import { findMentions } from "./mentions.ts";
import { withMisreadWords } from "./misread-words.ts";
import { findNames, findTitles } from "./names.ts";
import type { Parser } from "./parser/parser.ts";
import { withRegions } from "./regions.ts";
import { findSentences } from "./sentences.ts";
import { findTimes } from "./times/index.ts";
import { storyDay } from "./times/story-day.ts";
import type { Piece } from "./tokens.ts";
import { wordsOf } from "./words.ts";

/**
 * Finds in one document what its text shows by itself.
 *
 * `given` are its sentences, where they are cut into words already; `told` is the day that the story was told on, where
 * other articles show it. Times count from that day.
 */
export type Annotator = (
  document: Document,
  given?: readonly (readonly Piece[])[],
  told?: Day,
) => AnnotatedDocument;

/** An annotator that knows the names of an ontology and reads with a parser; making one costs more than using it. */
export function annotator(ontology: Ontology, parser: Parser): Annotator {
  const lexicon = lexiconOf(ontology);
  const mend = brokenWords(lexicon);
  return (document, given, told) => {
    const { text } = document;
    const found = findSentences(document, parser, mend, given);
    const capitals = capitalsOf(found.sentences);
    const sentences = withMisreadWords(found.sentences, text, lexicon, parser, capitals);
    const day = told ?? storyDay(document, sentences);
    const times = findTimes(text, sentences, day);
    const drafts = sentences.flatMap((sentence, i) => {
      const names = findNames(sentence, text, lexicon, capitals);
      const dated = (times[i] ?? []).filter(tellsWhen);
      return findMentions(
        wordsOf(sentence, names, dated, findTitles(sentence.tokens, lexicon)),
        text,
        lexicon,
      );
    });
    const clauses = sentences.map(clausesOf);
    const linked = link(withRegions(drafts, sentences, text, lexicon), text);
    const mentions = withReferences(linked, sentences, clauses, document, ontology);
    return {
      document,
      sentences,
      clauses,
      mentions,
      told: day,
      times: times.flat(),
      cuts: found.cuts,
    };
  };
}

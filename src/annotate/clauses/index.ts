import type { Sentence } from "../../model/annotated-document.ts";
import type { SentenceClauses } from "../../model/clause.ts";
import { ClauseReader } from "./clause-reader.ts";
import { dependenciesOf } from "./dependencies.ts";
import { isPhraseHead, phraseOf } from "./phrases.ts";

/** Reads the clauses and noun phrases of a sentence off its tree. */
export function clausesOf({ tokens }: Sentence): SentenceClauses {
  const tree = dependenciesOf(tokens);
  const reader = new ClauseReader(tree);
  return {
    clauses: reader.all(),
    phrases: tokens.flatMap((_, token) => (isPhraseHead(tree, token) ? [phraseOf(tree, token)] : [])),
  };
}

import type { Sentence, Token } from "../model/annotated-document.ts";
import type { Lexicon } from "./lexicon.ts";
import { isCapitalised } from "./words.ts";

/**
 * Mends tags that would hide the verb of a clause.
 *
 * The tagger takes verbs between two names for nouns ("Israel fears Iran will …", "of helping IS launch …");
 * where the ontology knows the verb and the neighbours fit, it is tagged as one.
 */
export function retag(sentence: Sentence, lexicon: Lexicon): Sentence {
  const { tokens } = sentence;
  return {
    ...sentence,
    tokens: tokens.map((token, i) => mend(token, tokens[i - 1], tokens[i + 1], lexicon)),
  };
}

function mend(token: Token, before: Token | undefined, after: Token | undefined, { verbs }: Lexicon): Token {
  if (!/^(?:NOUN|ADJ)$/.test(token.upos) || !before || !after || !opensPhrase(after)) return token;
  const lemma = verbLemmas(token.form.toLowerCase()).find((candidate) => verbs.has(candidate));
  if (lemma === undefined) return token;
  const gerund = token.form.endsWith("ing") && before.upos === "ADP";
  const finite =
    token.form.endsWith("s") && /^(?:PROPN|NOUN)$/.test(before.upos) && isCapitalised(after.form);
  return gerund || finite ? { ...token, upos: "VERB", lemma } : token;
}

function opensPhrase(token: Token): boolean {
  return /^(?:DET|PRON|PROPN)$/.test(token.upos) || isCapitalised(token.form);
}

/** What a form in -ing or -s may be a form of. */
function verbLemmas(form: string): readonly string[] {
  if (form.endsWith("ing")) {
    const stem = form.slice(0, -3);
    return [stem, `${stem}e`, stem.replace(/(.)\1$/, "$1")];
  }
  if (form.endsWith("ies")) return [`${form.slice(0, -3)}y`];
  return form.endsWith("s") ? [form.slice(0, -1), form.slice(0, -2)] : [];
}

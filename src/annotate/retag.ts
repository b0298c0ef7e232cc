import type { Sentence, Token } from "../model/annotated-document.ts";
import type { Lexicon } from "./lexicon.ts";
import { isCapitalised } from "./words.ts";

/** Where a clause may begin or end. */
const BORDER = new Set(', ; : — – “ ” " ( ) that which who if as because while and or but'.split(" "));
const RELATIVE = new Set(["which", "who", "that"]);

/**
 * Mends tags that would hide the verb of a clause.
 *
 * The tagger takes verbs between two names for nouns ("Israel fears Iran will …", "of helping IS launch …");
 * where the ontology knows the verb and the neighbours fit, it is tagged as one.
 */
export function retag(sentence: Sentence, lexicon: Lexicon): Sentence {
  const { tokens } = sentence;
  return { ...sentence, tokens: tokens.map((token, i) => mend(token, i, tokens, lexicon)) };
}

function mend(token: Token, i: number, tokens: readonly Token[], lexicon: Lexicon): Token {
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (!/^(?:NOUN|ADJ|ADV)$/.test(token.upos) || !before || !after || isCapitalised(token.form)) return token;
  const lemma = verbLemmas(token.form.toLowerCase()).find((candidate) => lexicon.verbs.has(candidate));
  if (lemma === undefined) return token;
  if (lexicon.sayingVerbs.has(lemma) && isClosingVerb(token, before, after))
    return { ...token, upos: "VERB", lemma };
  return isGerund(token, before, after) || isHiddenVerb(token, i, tokens, lexicon)
    ? { ...token, upos: "VERB", lemma }
    : token;
}

/** "…, Iran claims." and "Iran alleged that …" */
function isClosingVerb(token: Token, before: Token, after: Token): boolean {
  const named = before.upos === "PROPN" || before.upos === "NOUN";
  return named && /(?:s|ed)$/.test(token.form) && /^(?:[.,]|that)$/.test(after.form);
}

/** "of helping IS" */
function isGerund(token: Token, before: Token, after: Token): boolean {
  return token.form.endsWith("ing") && /^(?:ADP|SCONJ)$/.test(before.upos) && opensPhrase(after);
}

/** "Israel fears Iran", "which backs Syria": between a name and another phrase, with no other verb in the clause. */
function isHiddenVerb(token: Token, i: number, tokens: readonly Token[], { organClass }: Lexicon): boolean {
  const [before, after] = [tokens[i - 1] as Token, tokens[i + 1] as Token];
  const word = before.form.toLowerCase();
  const named = before.upos === "PROPN" || RELATIVE.has(word) || organClass.has(word);
  if (!named || !(opensPhrase(after) || after.form === "to") || token.form.endsWith("ing")) return false;
  const inside = clauseAround(i, tokens);
  const asked = inside.find(({ upos }) => upos === "AUX");
  if (asked && asked.start < token.start) return token.lemma === token.form;
  if (token.form.endsWith("s") && isCapitalised(after.form)) return true;
  // Infinitives and gerunds hang on a verb; they are not the one that is looked for.
  return !inside.some(
    (o, k) => isVerb(o) && !o.form.endsWith("ing") && inside[k - 1]?.form.toLowerCase() !== "to",
  );
}

function clauseAround(i: number, tokens: readonly Token[]): readonly Token[] {
  let [first, last] = [i, i];
  while (first > 0 && !BORDER.has((tokens[first - 1] as Token).form.toLowerCase())) first--;
  while (last < tokens.length && !BORDER.has((tokens[last] as Token).form.toLowerCase())) last++;
  return tokens.slice(first, last);
}

function isVerb({ upos }: Token): boolean {
  return upos === "VERB" || upos === "AUX";
}

function opensPhrase(token: Token): boolean {
  return /^(?:DET|PRON|PROPN)$/.test(token.upos) || isCapitalised(token.form);
}

/** Past tenses and participles that no rule gives, with their verbs; prefixes such as "re" are taken off first. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    "ate eat, beat beat, became become, began begin, bought buy, brought bring, broke break, built build, came come, " +
    "caught catch, chose choose, cut cut, dealt deal, drew draw, drove drive, fell fall, felt feel, fled flee, " +
    "flew fly, forbade forbid, fought fight, found find, froze freeze, gave give, grew grow, held hold, hit hit, " +
    "hurt hurt, kept keep, knew know, laid lay, led lead, left leave, lent lend, let let, lost lose, made make, " +
    "met meet, paid pay, put put, ran run, rose rise, said say, sank sink, saw see, sent send, set set, shook shake, " +
    "shot shoot, shut shut, sold sell, spent spend, spoke speak, spread spread, stole steal, stood stand, struck strike, " +
    "swept sweep, swore swear, taught teach, thought think, threw throw, told tell, took take, went go, withdrew withdraw, " +
    "won win, wrote write"
  )
    .split(", ")
    .map((pair) => pair.split(" ") as [string, string]),
);

function irregularLemma(form: string): readonly string[] {
  const prefix = /^(?:re|over|out|under|with)(?=[a-z]{3})/.exec(form)?.[0] ?? "";
  const [whole, rest] = [IRREGULAR.get(form), IRREGULAR.get(form.slice(prefix.length))];
  return [...(whole ? [whole] : []), ...(rest ? [prefix + rest] : [])];
}

/** What a form may be a form of, itself included. */
function verbLemmas(form: string): readonly string[] {
  const irregular = irregularLemma(form);
  if (irregular.length > 0) return irregular;
  const ending = /(?:ing|ed)$/.exec(form)?.[0];
  if (ending) {
    const stem = form.slice(0, -ending.length);
    return [stem, `${stem}e`, stem.replace(/(.)\1$/, "$1")];
  }
  if (form.endsWith("ies")) return [`${form.slice(0, -3)}y`];
  return form.endsWith("s") ? [form.slice(0, -1), form.slice(0, -2)] : [form];
}

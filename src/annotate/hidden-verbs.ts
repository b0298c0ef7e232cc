import type { Sentence, Token } from "../model/annotated-document.ts";
import type { Lexicon } from "./lexicon.ts";
import type { ParsedSentence, Parser } from "./parser/parser.ts";
import { readSentences } from "./reading.ts";
import { sentenceOf } from "./sentences.ts";
import { isCapitalised } from "./words.ts";

/** Where a clause may begin or end. */
const BORDER = new Set(', ; : — – “ ” " ( ) that which who if as because while and or but'.split(" "));
const RELATIVE = new Set(["which", "who", "that"]);

/** A verb that the parser has taken for something else. */
interface HiddenVerb {
  /** Its place in the sentence. */
  readonly at: number;
  readonly lemma: string;
  /** A verb of the same form that is nothing but a verb. */
  readonly shown: string;
}

/**
 * Reads again the sentences in which a verb has been taken for a noun.
 *
 * Between two names that is easily done ("Turkey backs Hamas", "of helping IS launch …"). Where the ontology knows the verb and
 * the neighbours fit, the parser is shown one in its place that cannot be a noun, so that the whole tree comes out right.
 */
export function withVerbs(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  parser: Parser,
): readonly Sentence[] {
  const hidden = sentences.map((sentence) => hiddenVerbs(sentence, lexicon, parser));
  const asked = sentences.flatMap((sentence, i) => (hidden[i]?.length ? [formsOf(sentence, hidden[i])] : []));
  const answers = readSentences(parser, asked);
  let at = 0;
  return sentences.map((sentence, i) => {
    const verbs = hidden[i] as readonly HiddenVerb[];
    return verbs.length > 0 ? readAgain(sentence, answers[at++] as ParsedSentence, verbs) : sentence;
  });
}

function formsOf({ tokens }: Sentence, verbs: readonly HiddenVerb[]): readonly string[] {
  return tokens.map(({ form }, i) => verbs.find(({ at }) => at === i)?.shown ?? form);
}

function readAgain(sentence: Sentence, parsed: ParsedSentence, verbs: readonly HiddenVerb[]): Sentence {
  const pieces = sentence.tokens.map(({ start, end, form }) => ({ start, end, form }));
  const again = sentenceOf(pieces, sentence.zone, parsed);
  const tokens = again.tokens.map((token, i) => {
    const verb = verbs.find(({ at }) => at === i);
    return verb ? { ...token, upos: "VERB", lemma: verb.lemma } : token;
  });
  return { ...again, tokens };
}

function hiddenVerbs({ tokens }: Sentence, lexicon: Lexicon, parser: Parser): readonly HiddenVerb[] {
  return tokens.flatMap((token, at) => {
    const lemma = hiddenLemma(token, at, tokens, lexicon, parser);
    return lemma === undefined
      ? []
      : [{ at, lemma, shown: shownFor(token.form, lemma, tokens[at + 1]?.form) }];
  });
}

/** The lemma of the verb that a word is, where it is tagged as something else. */
function hiddenLemma(
  token: Token,
  i: number,
  tokens: readonly Token[],
  lexicon: Lexicon,
  parser: Parser,
): string | undefined {
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (!/^(?:NOUN|ADJ|ADV)$/.test(token.upos) || !before || !after || isCapitalised(token.form))
    return undefined;
  const lemma = verbLemmas(token.form.toLowerCase(), parser).find((candidate) =>
    lexicon.verbs.has(candidate),
  );
  if (lemma === undefined) return undefined;
  const closing = lexicon.sayingVerbs.has(lemma) && isClosingVerb(token, before, after, tokens[i - 2]);
  const hidden =
    closing ||
    isGerund(token, before, after) ||
    isHiddenVerb(token, i, tokens, lemma, lexicon) ||
    isBareInfinitive(token, i, tokens, lemma);
  return hidden ? lemma : undefined;
}

/** Verbs that are nothing else, by what follows: a clause or nothing, "to" and a verb, or an object. */
function shownFor(form: string, lemma: string, next: string | undefined): string {
  const verb = /^(?:[.,]|that)$/.test(next ?? "") ? SAY : next === "to" ? WANT : DESTROY;
  const low = form.toLowerCase();
  if (low === lemma) return verb.base;
  if (low.endsWith("ing")) return verb.gerund;
  return low.endsWith("s") ? verb.present : verb.past;
}

const SAY = { base: "say", present: "says", past: "said", gerund: "saying" };
const WANT = { base: "want", present: "wants", past: "wanted", gerund: "wanting" };
const DESTROY = { base: "destroy", present: "destroys", past: "destroyed", gerund: "destroying" };

/** Verbs behind whose object another one stands as it is: "saw the rebels capture the town". */
const WITH_BARE = new Set("see watch hear help let make".split(" "));

function isBareInfinitive(token: Token, i: number, tokens: readonly Token[], lemma: string): boolean {
  const [before, after] = [tokens[i - 1] as Token, tokens[i + 1] as Token];
  if (token.form !== lemma || before.upos !== "PROPN" || !opensPhrase(after)) return false;
  return clauseAround(i, tokens).some((other) => other.start < token.start && WITH_BARE.has(other.lemma));
}

/** "…, Iran claims." and "Iran alleged that …" */
function isClosingVerb(token: Token, before: Token, after: Token, earlier: Token | undefined): boolean {
  // "15 IQ points, on average"
  if (earlier?.upos === "NUM") return false;
  const named = before.upos === "PROPN" || before.upos === "NOUN";
  // "all the press reports that I have read" are no verbs.
  const ending = before.upos === "PROPN" ? /(?:s|ed)$/ : after.form === "that" ? /ed$/ : /(?:s|ed)$/;
  return named && ending.test(token.form) && /^(?:[.,]|that)$/.test(after.form);
}

/** "of helping IS" */
function isGerund(token: Token, before: Token, after: Token): boolean {
  return token.form.endsWith("ing") && /^(?:ADP|SCONJ)$/.test(before.upos) && opensPhrase(after);
}

/** "Israel fears Iran", "which backs Syria": between a name and another phrase, with no other verb in the clause. */
function isHiddenVerb(
  token: Token,
  i: number,
  tokens: readonly Token[],
  lemma: string,
  { organClass }: Lexicon,
): boolean {
  const place = subjectEnd(tokens, i);
  const [before, after] = [tokens[place] as Token, tokens[i + 1] as Token];
  const word = before.form.toLowerCase();
  const named = before.upos === "PROPN" || RELATIVE.has(word) || organClass.has(word);
  if (!named || !(opensPhrase(after) || after.form === "to") || token.form.endsWith("ing")) return false;
  const inside = clauseAround(i, tokens);
  // "Did Turkey attack Afrin?"
  if (inside[0]?.upos === "AUX" && inside[0] !== token) return token.form === lemma;
  // Behind one name, the plain form is none of a finite verb: "military aid to Esterburg".
  const many = RELATIVE.has(word) || /S$/.test(before.xpos) || tokens[place - 1]?.form === "and";
  if (token.form === lemma && !many) return false;
  if (token.form.endsWith("s") && isCapitalised(after.form)) return true;
  // Infinitives and gerunds hang on a verb; they are not the one that is looked for.
  return !inside.some(
    (o, k) => isVerb(o) && !o.form.endsWith("ing") && inside[k - 1]?.form.toLowerCase() !== "to",
  );
}

/** The word before a verb, adverbs passed over: "Russia" of "Russia no longer funds". */
function subjectEnd(tokens: readonly Token[], i: number): number {
  let at = i - 1;
  while (at > 0 && (tokens[at]?.upos === "ADV" || /^(?:no|longer)$/i.test(tokens[at]?.form ?? ""))) at--;
  return at;
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

/** The verbs that a form may be of, by its ending. */
function verbLemmas(form: string, { lemma }: Parser): readonly string[] {
  const tags = form.endsWith("ing") ? ["VBG"] : form.endsWith("s") ? ["VBZ", "VB"] : ["VBD", "VBN", "VB"];
  return tags.map((tag) => lemma(form, tag));
}

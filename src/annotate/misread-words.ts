import type { Sentence, Token } from "../model/annotated-document.ts";
import { isA } from "../model/ontology.ts";
import type { Capitals } from "./capitals.ts";
import { isEverydayWord } from "./everyday-words.ts";
import type { Lexicon } from "./lexicon.ts";
import { longestAt } from "./name-table.ts";
import type { ParsedSentence, Parser } from "./parser/parser.ts";
import { readSentences } from "./reading.ts";
import { sentenceOf } from "./sentences.ts";
import { isCapitalised } from "./words.ts";

/** Where a clause may begin or end. */
const BORDER = new Set(
  ', ; : — – “ ” " ( ) that which who if as because while and or but whether after before since when where until unless than'.split(
    " ",
  ),
);
const RELATIVE = new Set(["which", "who", "that"]);

/** A word that the parser has taken for something else. */
interface Misread {
  /** Its place in the sentence. */
  readonly at: number;
  readonly upos: "VERB" | "PROPN";
  readonly lemma: string;
  /** A word of the same form and kind that is nothing else. */
  readonly shown: string;
}

/**
 * Reads again the sentences in which a verb or a known name has been taken for something else.
 *
 * Between two names that is easily done ("Turkey backs Hamas", "of helping IS launch …", "Boeing sold"). Where the ontology knows the
 * word and the neighbours fit, the parser is shown one in its place that can be nothing else, so that the whole tree comes out right.
 */
export function withMisreadWords(
  sentences: readonly Sentence[],
  text: string,
  lexicon: Lexicon,
  parser: Parser,
  capitals: Capitals,
): readonly Sentence[] {
  const names = sentences.map((sentence) => misreadNames(sentence, text, lexicon, capitals));
  const named = readWith(sentences, names, parser);
  const verbs = named.map((sentence) => hiddenVerbs(sentence, lexicon, parser));
  // A verb is shown together with the names, or they would be misread again.
  const both = verbs.map((own, i) => (own.length > 0 ? [...own, ...(names[i] ?? [])] : []));
  return readWith(named, both, parser).map((sentence) => withKnownLemmas(sentence, lexicon));
}

function readWith(
  sentences: readonly Sentence[],
  misread: readonly (readonly Misread[])[],
  parser: Parser,
): readonly Sentence[] {
  const asked = sentences.flatMap((sentence, i) =>
    misread[i]?.length ? [formsOf(sentence, misread[i])] : [],
  );
  if (asked.length === 0) return sentences;
  const answers = readSentences(parser, asked);
  let at = 0;
  return sentences.map((sentence, i) => {
    const words = misread[i] as readonly Misread[];
    return words.length > 0 ? readAgain(sentence, answers[at++] as ParsedSentence, words) : sentence;
  });
}

function formsOf({ tokens }: Sentence, words: readonly Misread[]): readonly string[] {
  return tokens.map(({ form }, i) => words.find(({ at }) => at === i)?.shown ?? form);
}

function readAgain(sentence: Sentence, parsed: ParsedSentence, words: readonly Misread[]): Sentence {
  const pieces = sentence.tokens.map(({ start, end, form }) => ({ start, end, form }));
  const again = sentenceOf(pieces, sentence.zone, parsed);
  const tokens = again.tokens.map((token, i) => {
    const word = words.find(({ at }) => at === i);
    return word ? { ...token, upos: word.upos, lemma: word.lemma } : token;
  });
  return { ...again, tokens };
}

/** Known names of one word that are tagged as anything but a name: "Boeing" as a gerund. */
function misreadNames(
  sentence: Sentence,
  text: string,
  lexicon: Lexicon,
  capitals: Capitals,
): readonly Misread[] {
  const { tokens, end } = sentence;
  return tokens.flatMap((token, at) => {
    const { form, upos } = token;
    // In capitals it may be a word of grammar; those are looked after when the sentence is first read.
    if (upos === "PROPN" || !/^\p{Lu}.*\p{Ll}/u.test(form)) return [];
    const span = longestAt(lexicon.names, text, token.start, end);
    if (!span || span.end !== token.end || span.candidates.some(({ as }) => as === "demonym")) return [];
    if (isEverydayWord(sentence, at, capitals)) return [];
    const place = span.candidates.some(({ type }) => isA(lexicon.ontology, type, "Place"));
    return [{ at, upos: "PROPN" as const, lemma: form, shown: place ? "Germany" : "Microsoft" }];
  });
}

/** The lemma of a verb that the parser does not know, where the ontology knows the verb: "shelled" is of "shell". */
function withKnownLemmas(sentence: Sentence, { verbs, verbForms }: Lexicon): Sentence {
  const isUnknown = ({ upos, lemma, form }: Token) =>
    upos === "VERB" && !verbs.has(lemma) && verbForms.has(form.toLowerCase());
  if (!sentence.tokens.some(isUnknown)) return sentence;
  const tokens = sentence.tokens.map((token) =>
    isUnknown(token) ? { ...token, lemma: verbForms.get(token.form.toLowerCase()) ?? token.lemma } : token,
  );
  return { ...sentence, tokens };
}

function hiddenVerbs({ tokens }: Sentence, lexicon: Lexicon, parser: Parser): readonly Misread[] {
  return tokens.flatMap((token, at) => {
    const lemma = hiddenLemma(token, at, tokens, lexicon, parser);
    const helped = /^(?:be|have|get)$/.test(tokens[at - 1]?.lemma ?? "") || tokens[at + 1]?.form === "by";
    const shown = lemma === undefined ? undefined : shownFor(token.form, lemma, tokens[at + 1]?.form, helped);
    return lemma === undefined || shown === undefined ? [] : [{ at, upos: "VERB" as const, lemma, shown }];
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
  if (!before || !after || isCapitalised(token.form) || !mayHide(token)) return undefined;
  const lemma = verbLemmas(token.form.toLowerCase(), parser).find((candidate) =>
    lexicon.verbs.has(candidate),
  );
  if (lemma === undefined) return undefined;
  const closing = lexicon.sayingVerbs.has(lemma) && isClosingVerb(token, before, after, tokens[i - 2]);
  const hidden =
    closing ||
    isGerund(token, before, after) ||
    isFiniteForm(token) ||
    isOnlyVerb(token, i, tokens) ||
    isInfinitive(token, before, after, lemma) ||
    isPassive(token, i, tokens) ||
    isHiddenVerb(token, i, tokens, lemma, lexicon) ||
    isBareInfinitive(token, i, tokens, lemma);
  return hidden ? lemma : undefined;
}

/** Verbs that are nothing else, by what follows: a clause or nothing, "to" and a verb, or an object. */
function shownFor(form: string, lemma: string, next: string | undefined, helped: boolean): string {
  const verb = /^(?:[.,]|that)$/.test(next ?? "") ? SAY : next === "to" ? WANT : DESTROY;
  const low = form.toLowerCase();
  if (low === lemma) return verb.base;
  if (low.endsWith("ing")) return verb.gerund;
  if (low.endsWith("s")) return verb.present;
  // "took" is no participle, so it cannot be read as an adjective.
  return verb === DESTROY && !helped ? "took" : verb.past;
}

const SAY = { base: "say", present: "says", past: "said", gerund: "saying" };
const WANT = { base: "want", present: "wants", past: "wanted", gerund: "wanting" };
const DESTROY = { base: "destroy", present: "destroys", past: "destroyed", gerund: "destroying" };

/** Verbs behind whose object another one stands as it is: "saw the rebels capture the town". */
const WITH_BARE = new Set("see watch hear help let make".split(" "));

function isBareInfinitive(token: Token, i: number, tokens: readonly Token[], lemma: string): boolean {
  const [before, after] = [tokens[i - 1] as Token, tokens[i + 1] as Token];
  if (token.form !== lemma || before.upos !== "PROPN") return false;
  const watched = clauseAround(i, tokens).some(
    (other) => other.start < token.start && WITH_BARE.has(other.lemma),
  );
  return watched && (opensPhrase(after) || /^(?:NOUN|ADJ|NUM)$/.test(after.upos));
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

/** What is tagged as a noun or adjective, or hangs like one. */
function mayHide({ upos, deprel }: Token): boolean {
  return /^(?:NOUN|ADJ|ADV|PROPN)$/.test(upos) || (upos === "VERB" && /^(?:amod|compound)$/.test(deprel));
}

/** A finite verb by its tag: it modifies nothing, and a noun it is not. */
function isFiniteForm({ upos, xpos, deprel }: Token): boolean {
  return (
    /^VB[DZP]$/.test(xpos) && (upos === "NOUN" || (upos === "VERB" && /^(?:amod|compound)$/.test(deprel)))
  );
}

/** "Islamic State regained control", "The British relinquished control": the only verb of a clause, behind a name, modifies nothing. */
function isOnlyVerb(token: Token, i: number, tokens: readonly Token[]): boolean {
  const hangs = token.upos === "VERB" && /^(?:amod|compound)$/.test(token.deprel) && /ed$/.test(token.form);
  const [article, before] = [tokens[i - 2], tokens[i - 1]];
  const people = before?.upos === "ADJ" && isCapitalised(before.form) && article?.lemma === "the";
  if (!hangs || !(before?.upos === "PROPN" || people)) return false;
  return !clauseAround(i, tokens).some((other) => other !== token && isVerb(other));
}

/** "of helping IS" */
function isGerund(token: Token, before: Token, after: Token): boolean {
  const opened = /^(?:ADP|SCONJ|VERB)$/.test(before.upos) || before.lemma === "not";
  return token.form.endsWith("ing") && opened && opensPhrase(after);
}

/** "to sue Boeing", "to free Ann Lee" */
function isInfinitive(token: Token, before: Token, after: Token, lemma: string): boolean {
  if (token.form !== lemma) return false;
  // A word in lower case is no name.
  if (token.upos === "PROPN") return /^(?:to|and|or)$/i.test(before.form);
  return before.form.toLowerCase() === "to" && opensPhrase(after);
}

/** "is being armed by", "the militia, armed by", "may have armed" */
function isPassive(token: Token, i: number, tokens: readonly Token[]): boolean {
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (!/(?:ed|en)$/.test(token.form)) return false;
  const hangs = before?.form === "," || /^(?:NOUN|PROPN)$/.test(before?.upos ?? "");
  return (
    ((before?.lemma === "be" || hangs) && after?.form === "by") ||
    (before?.lemma === "have" && !!after && opensPhrase(after))
  );
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

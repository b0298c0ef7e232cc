import type { Sentence, Token } from "../model/annotated-document.ts";
import { isGrammarWord } from "../model/grammar-words.ts";
import { isA } from "../model/ontology.ts";
import { contains } from "../model/span.ts";
import { type Capitals, isTitleCase } from "./capitals.ts";
import { isEverydayWord } from "./everyday-words.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Candidate, type KnownSpan, longestAt } from "./name-table.ts";
import { isCapitalised, type Name, touches } from "./words.ts";

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|december|(?:jan|feb|aug|sept?|oct|nov|dec)\.?)$/i;
const MONTH = /^(?:January|February|March|April|June|July|August|September|October|November|December)$/;
const JOINS = new Set(["of", "for"]);
const PARTICLES = new Set("al el ez de del della der di du ibn bin la le van von den ul us".split(" "));

/** A sentence of a text, with the names that are known and how words of the text are capitalised elsewhere. */
interface Context {
  readonly sentence: Sentence;
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly capitals: Capitals;
}

/** The names of a sentence in order, without overlap: known ones, organs of states, and capitalised phrases. */
export function findNames(
  sentence: Sentence,
  text: string,
  lexicon: Lexicon,
  capitals: Capitals,
): readonly Name[] {
  const context = { sentence, text, lexicon, capitals };
  const { tokens } = sentence;
  const title = isTitleCase(sentence);
  const names: Name[] = [];
  for (let i = 0; i < tokens.length; ) {
    const name = nameAt(context, title, i);
    if (name) names.push(name);
    // An office without a holder is no name, nor are its words: "the Chief of Staff".
    i = name ? name.last : i + Math.max(1, titleLength(tokens, lexicon, i, tokens.length));
  }
  return names;
}

function nameAt(context: Context, title: boolean, i: number): Name | undefined {
  const { sentence, lexicon } = context;
  const known = notModifying(knownAt(context, i), context, i);
  const organ = known && organAt(sentence.tokens, lexicon, known);
  if (organ) return organ;
  const phrase = title ? undefined : phraseAt(context, i);
  // A known name inside a longer unknown one is a part of it: no Syria in "Syrian Central Media".
  // "The National" is a newspaper, but not in "The National Disaster Council".
  const longer =
    known && sentence.tokens[i]?.form.toLowerCase() === "the" && !title
      ? phraseAt(context, i + 1)
      : undefined;
  if (known && longer && longer.last > known.last) return undefined;
  if (known && !(phrase && phrase.last > known.last && isWhole(sentence.tokens, phrase, known, lexicon)))
    return known;
  return phrase && asMarked(phrase, sentence);
}

/**
 * A name of several words that nothing else tells the class of: a person, where the language model marks one.
 *
 * Of the persons it marks so, some six in seven are; of the organisations, too few to be of use.
 */
function asMarked(name: Name, { tokens, markings }: Sentence): Name {
  if (name.type !== undefined || name.last - name.first < 2) return name;
  const span = { start: (tokens[name.first] as Token).start, end: (tokens[name.last - 1] as Token).end };
  const marking = markings.findLast((outer) => contains(outer, span));
  if (marking?.type !== "person") return name;
  return { ...name, type: "Person", reason: "marked as a person by the language model" };
}

function knownAt(context: Context, i: number): Name | undefined {
  const { sentence, text, lexicon, capitals } = context;
  const { tokens, end } = sentence;
  const token = tokens[i];
  if (!token) return undefined;
  const glued = tokens[i - 1]?.form === "of" && tokens[i - 1]?.end === token.start;
  const span = glued
    ? shifted(longestAt(lexicon.names, text.slice(token.start, end), 0, end - token.start), token.start)
    : longestAt(lexicon.names, text, token.start, end);
  if (!span) return undefined;
  let last = i;
  while (last < tokens.length && (tokens[last] as Token).start < span.end) last++;
  if (last === i + 1 && (isShouted(tokens, token) || isEverydayWord(sentence, i, capitals))) return undefined;
  return {
    first: i,
    last,
    candidates: span.candidates,
    reason: `known name "${text.slice(span.start, span.end)}"`,
  };
}

/** Of "Iranian military presence", "Iranian": a known organ before another noun only says of what kind that is. */
function notModifying(known: Name | undefined, context: Context, i: number): Name | undefined {
  const { tokens } = context.sentence;
  const organ = known?.candidates.every(({ type }) => /^(?:ArmedForce|Government)$/.test(type));
  const next = tokens[known?.last ?? -1];
  const last = tokens[(known?.last ?? 0) - 1];
  const small = last !== undefined && !isCapitalised(last.form);
  if (!known || !organ || !small || next?.upos !== "NOUN" || !isModifier(tokens, known.last)) return known;
  const end = tokens[i]?.end ?? 0;
  return knownAt({ ...context, sentence: { ...context.sentence, end } }, i);
}

function shifted(span: KnownSpan | undefined, by: number): KnownSpan | undefined {
  return span && { ...span, start: span.start + by, end: span.end + by };
}

/** Whether an all-capitals word may be a grammar word of an all-capitals line. */
function isShouted(tokens: readonly Token[], token: Token): boolean {
  return isGrammarWord(token.form) && !tokens.some(({ form }) => /\p{Ll}{2}/u.test(form));
}

/** A state, as noun or adjective, with the word for an organ of it: "Syrian troops", "Iran’s armed forces". */
function organAt(tokens: readonly Token[], lexicon: Lexicon, state: Name): Name | undefined {
  const candidate = state.candidates.find(
    (c) => isA(lexicon.ontology, c.type, "State") && c.as !== "metonym",
  );
  if (!candidate) return undefined;
  const possessive = /^['’]s?$/.test(tokens[state.last]?.form ?? "");
  if (possessive && candidate.as === "demonym") return undefined;
  const from = possessive ? state.last + 1 : state.last;
  for (let length = lexicon.longest; length > 0; length--) {
    const words = tokens.slice(from, from + length);
    const type = lexicon.organClass.get(words.map(({ form }) => form.toLowerCase()).join(" "));
    if (words.length < length || !type || isModifier(tokens, from + length)) continue;
    const reason = `organ of ${candidate.id}: class ${type}`;
    const { first } = state;
    return { first, last: from + length, candidates: [], type, organOf: candidate.id, state, reason };
  }
  return undefined;
}

/** Whether the words before a place only modify what stands there: "US military advisers". */
function isModifier(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return (
    next !== undefined &&
    /^(?:NOUN|PROPN)$/.test(next.upos) &&
    !CALENDAR.test(next.form) &&
    /^\p{L}/u.test(next.form)
  );
}

/** A run of capitalised words, less the titles before it. */
function phraseAt(context: Context, i: number): Name | undefined {
  const { lexicon, capitals } = context;
  const { tokens } = context.sentence;
  const run = phraseEnd(tokens, lexicon, i);
  const last = partAt(context, i, joinedEnd(context, i, run));
  if (last === i) return undefined;
  if (i + titleLength(tokens, lexicon, i, tokens.length) >= last) return undefined;
  const titles = titleLength(tokens, lexicon, i, last);
  const first = i + titles;
  if (first >= last) return undefined;
  // "TV" and "Parliament" alone are kinds of things.
  if (last - first === 1 && lexicon.classOfWord.has((tokens[first] as Token).form.toLowerCase()))
    return undefined;
  if (titles === 0 && !isProper(tokens, capitals, i, last)) return undefined;
  return { first, last, candidates: [], ...phraseType(tokens, lexicon, first, last, titles > 0) };
}

/** Where a run must be parted because a person begins in it, by name or with an office: "Democrat | Senator Ann Lee". */
function partAt(context: Context, i: number, last: number): number {
  const { lexicon } = context;
  const { tokens } = context.sentence;
  for (let at = i + 1; at < last; at++) {
    const known = knownAt(context, at);
    const person =
      known?.last === last &&
      known.candidates.some(({ type }) => type === "Person") &&
      !isNamesake(context, i, at, known);
    const office = known ? known.last : at;
    const titles = titleLength(tokens, lexicon, office, last);
    if (person || (titles > 0 && office + titles < last && titleLength(tokens, lexicon, i, last) === 0))
      return at;
  }
  return last;
}

/** "Hunter Biden": a last name that is known, with the first name of somebody else. */
function isNamesake(context: Context, first: number, at: number, { last, candidates }: Name): boolean {
  const { lexicon } = context;
  const { tokens } = context.sentence;
  const given = tokens[at - 1];
  const titles = titleLength(tokens, lexicon, first, at - 1);
  if (!given || at !== first + titles + 1 || last !== at + 1 || given.upos !== "PROPN") return false;
  const word = given.form.toLowerCase();
  if (!/^\p{Lu}\p{Ll}+$/u.test(given.form) || lexicon.titles.has(word) || lexicon.classOfWord.has(word))
    return false;
  if (knownAt(context, at - 1)) return false;
  // "Mohammed bin Salman" is "Mohammad bin Salman": names that begin alike may be two spellings of one.
  return candidates.every(({ id }) => consonants(id) !== consonants(word));
}

/** The first two, by which spellings of one first name agree: "Mohammed" and "Muhammad". */
function consonants(name: string): string {
  return name
    .toLowerCase()
    .replace(/[aeiouy]/g, "")
    .slice(0, 2);
}

function phraseEnd(tokens: readonly Token[], lexicon: Lexicon, i: number): number {
  let last = i;
  while (last < tokens.length) {
    const token = tokens[last] as Token;
    if (isNameWord(token) || isPersonal(tokens, last)) last++;
    else if (last > i && isJoint(tokens, lexicon, i, last)) last++;
    else break;
  }
  while (last > i && !isNameWord(tokens[last - 1] as Token) && !isPersonal(tokens, last - 1)) last--;
  return last;
}

/** "Department of Health and Human Services", "the Food and Drug Administration": bodies with "and" inside their names. */
function joinedEnd(context: Context, first: number, last: number): number {
  const { lexicon } = context;
  const { tokens } = context.sentence;
  if (tokens[last]?.form !== "and" || last === first) return last;
  const end = phraseEnd(tokens, lexicon, last + 1);
  const known = knownAt(context, first)?.last === last || knownAt(context, last + 1);
  if (end === last + 1 || known) return last;
  const [before, behind] = [tokens.slice(first, last), tokens.slice(last + 1, end)];
  const isBody = (token: Token | undefined) =>
    isA(lexicon.ontology, lexicon.classOfWord.get(token?.form.toLowerCase() ?? "") ?? "", "Organization");
  const opened =
    before.some((token, i) => isBody(token) && before[i + 1]?.form === "of") && !behind.some(isBody);
  const closed =
    /^(?:the|an?)$/i.test(tokens[first - 1]?.form ?? "") &&
    behind.some((token, i) => isBody(token) && /^(?:|of|for)$/.test(behind[i + 1]?.form ?? "")) &&
    !before.some(isBody) &&
    titleLength(tokens, lexicon, first, last) === 0;
  return opened || closed ? end : last;
}

/** "April" in "April Jones", "March" in "Fredric March": a month that the tree joins to another name. */
function isPersonal(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token || !MONTH.test(token.form)) return false;
  const given = after?.deprel === "flat" && after.head === at + 1 && isNameWord(after);
  const last = before?.upos === "PROPN" && before.head === at + 1 && isNameWord(before);
  return given || last;
}

function isNameWord({ form, upos }: Token): boolean {
  return (
    upos !== "DET" && /^\p{Lu}[\p{L}\p{M}\p{N}.'’&-]*$/u.test(form) && !CALENDAR.test(form) && form !== "I"
  );
}

/** "of" in "Bank of England", the hyphen in "Coca-Cola", the particle in "Deir ez Zor", the stop in "J. Smith". */
function isJoint(tokens: readonly Token[], lexicon: Lexicon, first: number, at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!before || !token || !after) return false;
  if (token.form === "-") return touches(before, token) && touches(token, after) && isCapitalised(after.form);
  if (token.form === "&") return isCapitalised(after.form);
  if (token.form === ".")
    return touches(before, token) && /^\p{Lu}\p{L}?$/u.test(before.form) && isCapitalised(after.form);
  if (PARTICLES.has(token.form)) return isCapitalised(after.form) || after.form === "-";
  if (token.form === "the") return JOINS.has(before.form) && at - 1 > first && isCapitalised(after.form);
  const opens = JOINS.has(token.form) && (isCapitalised(after.form) || after.form === "the");
  const type = lexicon.classOfWord.get(before.form.toLowerCase());
  return opens && type !== undefined && !isA(lexicon.ontology, type, "Person");
}

/** How many words at the beginning are titles or offices: two in "Prime Minister Ann Lee". */
function titleLength(tokens: readonly Token[], lexicon: Lexicon, first: number, last: number): number {
  let at = first;
  for (let found = true; found && at < last; ) {
    found = false;
    for (let length = Math.min(lexicon.longest, last - at); length > 0 && !found; length--) {
      const words = tokens.slice(at, at + length).map(({ form }) => form.toLowerCase().replace(/\.$/, ""));
      found = lexicon.titles.has(words.join(" "));
      if (found) at += length;
    }
    // An abbreviated title keeps its stop as a token of its own: "Maj."
    if (found && tokens[at]?.form === ".") at++;
  }
  return at - first;
}

/** The places of all words that belong to a title or office of several words. */
export function findTitles(tokens: readonly Token[], lexicon: Lexicon): ReadonlySet<number> {
  const places = new Set<number>();
  tokens.forEach(({ form }, i) => {
    const length = isCapitalised(form) ? titleLength(tokens, lexicon, i, tokens.length) : 0;
    for (let k = 0; k < length && length > 1; k++) places.add(i + k);
  });
  return places;
}

/** Whether a capital at this place tells a name: inside a sentence it does, at its beginning only with other evidence. */
function isProper(tokens: readonly Token[], capitals: Capitals, first: number, last: number): boolean {
  const opening = first === 0 || !/[\p{L}\p{N},)]$/u.test(tokens[first - 1]?.form ?? "");
  const word = tokens[first];
  if (!word) return false;
  if (word.form.length === 1) return last - first > 1;
  const lower = word.form.toLowerCase();
  // "(NGP)", "NGP is rich": small letters beside it show that the capitals mean something.
  if (
    /^\p{Lu}{3,6}$/u.test(word.form) &&
    word.upos === "PROPN" &&
    tokens.some(({ form }) => /\p{Ll}{2}/u.test(form))
  )
    return true;
  if (!opening) return !(capitals.common.has(lower) && last - first === 1 && word.upos !== "PROPN");
  if (capitals.common.has(lower) || !/^(?:PROPN|NOUN|ADJ|X)$/.test(word.upos)) return false;
  return capitals.proper.has(word.form) || (word.upos === "PROPN" && last - first > 1);
}

/** The class of an unknown name, by its title, its word before "of", or its last. */
function phraseType(
  tokens: readonly Token[],
  lexicon: Lexicon,
  first: number,
  last: number,
  titled: boolean,
): Pick<Name, "type" | "reason"> {
  if (titled) return { type: "Person", reason: "a title stands before it" };
  const words = tokens.slice(first, last).map(({ form }) => form);
  const head = words.findIndex((word) => JOINS.has(word)) - 1;
  const own = [words[head] ?? "", words.at(-1) ?? ""];
  for (const word of words.length > 1 ? own : []) {
    const type = lexicon.classOfWord.get(word.toLowerCase());
    if (type && type !== "Person") return { type, reason: `"${word}" in its name` };
  }
  // "Hurricane Lorenzo", "Operation Anvil"
  const opening = lexicon.classOfWord.get((words[0] ?? "").toLowerCase());
  if (words.length > 1 && opening === "Event") return { type: opening, reason: `"${words[0]}" in its name` };
  return { reason: "capitalised" };
}

/** Whether a longer phrase is one name and not a known name before or after another. */
function isWhole(tokens: readonly Token[], phrase: Name, known: Name, lexicon: Lexicon): boolean {
  if (phrase.first > known.first) return false;
  const demonym = known.candidates.every((c: Candidate) => c.as === "demonym");
  const after = titleLength(tokens, lexicon, known.last, phrase.last);
  if (after > 0) return false;
  return phrase.type !== undefined || (!demonym && !/^['’]/.test(tokens[known.last]?.form ?? ""));
}

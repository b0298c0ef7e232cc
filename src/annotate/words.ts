import type { Sentence, Token } from "../model/annotated-document.ts";
import type { Span } from "../model/span.ts";
import type { TimeExpression } from "../model/time.ts";
import type { Candidate } from "./name-table.ts";

/** A name in a sentence: tokens `first` up to and without `last`. */
export interface Name {
  readonly first: number;
  readonly last: number;
  /** What it may be; empty for an unknown name. */
  readonly candidates: readonly Candidate[];
  /** The class that the text tells, by a title, a type word or the name itself. */
  readonly type?: string | undefined;
  /** The state whose organ it names: the local name of a known name. */
  readonly organOf?: string | undefined;
  /** The name of that state inside it: "Israeli" of "Israeli jets". */
  readonly state?: Name | undefined;
  readonly reason: string;
}

/** A token with what has been found of it so far. */
export interface Word extends Token {
  /** The form in lower case. */
  readonly lower: string;
  readonly name?: Name | undefined;
  readonly time?: TimeExpression | undefined;
  /** Whether it belongs to a title or office of several words: "of" in "Secretary of State". */
  readonly title: boolean;
}

/** The tokens of a sentence, each with the name and the time that it is a part of. */
export function wordsOf(
  sentence: Sentence,
  names: readonly Name[],
  times: readonly TimeExpression[],
  titles: ReadonlySet<number>,
): readonly Word[] {
  // "in May" is the month, unless somebody is known by that name.
  const own = names.filter(({ first, last, candidates }) => {
    if (candidates.length > 0) return true;
    const [opening, closing] = [sentence.tokens[first], sentence.tokens[last - 1]];
    return !times.some(({ start, end }) => start <= (opening?.start ?? -1) && (closing?.end ?? 0) <= end);
  });
  return sentence.tokens.map((token, i) => ({
    ...token,
    lower: token.form.toLowerCase(),
    name: own.find(({ first, last }) => first <= i && i < last),
    title: titles.has(i),
    time: times.find((time) => time.start <= token.start && token.end <= time.end),
  }));
}

const POSSESSIVES = new Set("its his her their our my your".split(" "));

/** Whether a pronoun says whose something is: "its", and "her" in "her party", not in "met her". */
export function isPossessive({ lower, xpos }: Word): boolean {
  return POSSESSIVES.has(lower) && (lower !== "her" || xpos === "PRP$");
}

/** Whether a word begins with a capital letter. */
export function isCapitalised(form: string): boolean {
  return /^\p{Lu}/u.test(form);
}

/** Whether two neighbours are written without a space. */
export function touches(before: Span | undefined, after: Span | undefined): boolean {
  return before !== undefined && after !== undefined && before.end === after.start;
}

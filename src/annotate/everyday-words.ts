import type { Sentence, Token } from "../model/annotated-document.ts";
import { isGrammarWord } from "../model/grammar-words.ts";
import { type Capitals, isTitleCase } from "./capitals.ts";

const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/;
const BEFORE_DATE =
  /(?:\d(?:st|nd|rd|th)?|^(?:in|on|since|until|till|during|last|next|early|late|mid|every|each|this))$/i;
const DAY_OR_YEAR = /^\d{1,4}(?:st|nd|rd|th)?$/;
const YEAR = /^\d{4}$/;

/**
 * Whether a word that is somebody's name too is no name at this place: "in March", "Will Iran attack?", "Most people fled".
 *
 * Where its capital says nothing, the parser must take it for a name, or no such word stand elsewhere in the document.
 */
export function isEverydayWord(sentence: Sentence, at: number, { common }: Capitals): boolean {
  const { tokens } = sentence;
  const { form, upos } = tokens[at] as Token;
  if (isDate(tokens, at)) return true;
  if (/^\p{Ll}+$/u.test(form)) return !/^(?:PROPN|NOUN|X)$/.test(upos);
  if (upos === "PROPN" || !/^\p{Lu}.*\p{Ll}/u.test(form)) return false;
  if (!opens(tokens, at) && !isTitleCase(sentence)) return false;
  return isGrammarWord(form) ? !isSubject(tokens, at) : common.has(form.toLowerCase());
}

/** A month or day beside what makes a date of it. */
function isDate(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!CALENDAR.test(token?.form ?? "")) return false;
  // "May, 61, said" is somebody.
  const isBehind =
    after?.form === "," ? YEAR.test(tokens[at + 2]?.form ?? "") : DAY_OR_YEAR.test(after?.form ?? "");
  const joined = /^(?:of|-)$/.test(before?.form ?? "") ? tokens[at - 2] : before;
  return BEFORE_DATE.test(joined?.form ?? "") || isBehind;
}

/** Whether a sentence or a quotation begins here, so that the capital says nothing. */
function opens(tokens: readonly Token[], at: number): boolean {
  return at === 0 || !/[\p{L}\p{N},)]$/u.test(tokens[at - 1]?.form ?? "");
}

/** "Will said …", "May backs …": behind an auxiliary, a verb has its plain form. */
function isSubject(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at]?.upos === "AUX" && /^(?:VERB|AUX)$/.test(next?.upos ?? "") && next?.form !== next?.lemma;
}

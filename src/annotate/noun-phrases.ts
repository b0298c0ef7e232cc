import { isPossessive, touches, type Word } from "./words.ts";

/** A noun phrase without what hangs on it from behind: words `first` up to and without `last`. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
  /** The word that it hangs on, the last noun. */
  readonly head: number;
  /** Where the phrase of its possessor begins: "Iran" in "Iran’s growing role". */
  readonly possessor?: number | undefined;
}

const QUESTION = new Set("who whom which that what whose where when why how".split(" "));

/** The noun phrases of a sentence in order, without overlap. A possessor is a phrase of its own. */
export function findNounPhrases(words: readonly Word[]): readonly NounPhrase[] {
  const phrases: NounPhrase[] = [];
  for (let i = 0; i < words.length; ) {
    const phrase = phraseAt(words, i, phrases.at(-1));
    if (phrase) phrases.push(phrase);
    i = phrase ? phrase.last : i + 1;
  }
  return phrases;
}

function phraseAt(
  words: readonly Word[],
  first: number,
  before: NounPhrase | undefined,
): NounPhrase | undefined {
  let at = first;
  while (at < words.length) {
    const next = stepFrom(words, first, at);
    if (next === at) break;
    at = next;
  }
  const head = lastNoun(words, first, at);
  if (head === undefined) return undefined;
  const last = closeBracket(words, head);
  const owned = before && /^['’]s?$/.test(words[before.last]?.form ?? "") && before.last + 1 === first;
  return { first, last, head, possessor: owned ? (before.possessor ?? before.first) : undefined };
}

/** Where the phrase that began at `first` goes on after the word at `at`; `at` itself where it ends. */
function stepFrom(words: readonly Word[], first: number, at: number): number {
  const word = words[at] as Word;
  if (word.name) return word.name.last;
  if (word.title) return at + 1;
  if (word.time) return at;
  const empty = at === first;
  const last = words[at - 1];
  if (QUESTION.has(word.lower)) return at;
  if (isPossessive(word)) return empty ? at + 1 : at;
  if (word.upos === "PRON") return empty ? at + 1 : at;
  if (!empty && last?.upos === "PRON" && !isPossessive(last)) return at;
  switch (word.upos) {
    case "DET":
      return empty || words.slice(first, at).every(({ upos }) => upos === "DET" || upos === "ADV")
        ? at + 1
        : at;
    case "NOUN":
    case "PROPN":
    case "NUM":
    case "SYM":
      return at + 1;
    case "ADJ":
      return at + 1;
    case "X":
      // Foreign words inside a phrase: "the de facto capital".
      return !empty && opensNoun(words, at) ? at + 1 : at;
    case "ADV":
      return opensNoun(words, at + 1) && (empty || /^(?:DET|ADJ|ADV|NUM)$/.test(last?.upos ?? ""))
        ? at + 1
        : at;
    case "VERB":
      return isParticipleInside(words, first, at) ? at + 1 : at;
    case "PUNCT":
      return punctuation(words, first, at);
    case "CCONJ":
      return last?.upos === "ADJ" && words[at + 1]?.upos === "ADJ" && opensNoun(words, at + 1) ? at + 1 : at;
    default:
      return at;
  }
}

/** A noun can still follow: only words that stand before nouns lie between. */
function opensNoun(words: readonly Word[], from: number): boolean {
  for (let i = from; i < Math.min(words.length, from + 4); i++) {
    const word = words[i] as Word;
    if (word.name || /^(?:NOUN|PROPN|NUM)$/.test(word.upos)) return !word.time;
    if (!/^(?:ADJ|ADV|PUNCT|VERB|X)$/.test(word.upos) || /^[,;:.()]$/.test(word.form)) return false;
  }
  return false;
}

/** "backed" in "US-backed forces", "captured" in "the captured town". */
function isParticipleInside(words: readonly Word[], first: number, at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  // "with allied forces": a participle that a preposition opens stands for an adjective.
  if (at === first) {
    const opened = /^(?:ADP|CCONJ)$/.test(before?.upos ?? "")
      ? /ed$/
      : /^['’]s?$/.test(before?.form ?? "")
        ? /(?:ed|ing)$/
        : undefined;
    return (opened?.test(word?.lower ?? "") ?? false) && after?.upos === "NOUN";
  }
  if (before?.form === "-" && touches(before, word)) return true;
  const adjectival = /(?:ed|ing|wn|en)$/.test(word?.lower ?? "") && /^(?:DET|ADJ)$/.test(before?.upos ?? "");
  const noun =
    after !== undefined &&
    !after.time &&
    (after.name !== undefined || /^(?:NOUN|PROPN|ADJ)$/.test(after.upos));
  return (adjectival || (before !== undefined && isPossessive(before))) && noun;
}

function punctuation(words: readonly Word[], first: number, at: number): number {
  const [before, word, after] = [words[at - 1], words[at] as Word, words[at + 1]];
  if (at === first || !after) return at;
  // A hyphen joins whatever stands on both sides of it.
  if (/^[-‐‑]$/.test(word.form))
    return touches(before, word) && touches(word, after) ? (after.name?.last ?? at + 2) : at;
  if (word.form === "(")
    return before?.name && after.name && words[after.name.last]?.form === ")" ? after.name.last + 1 : at;
  // "US-backed, Kurdish-led forces": adjectives that hyphens make.
  const compounds = words[at - 2]?.form === "-" && words[after.name?.last ?? at + 2]?.form === "-";
  const listed = word.form === "," && ((before?.upos === "ADJ" && after.upos === "ADJ") || compounds);
  if (listed) return compounds || opensNoun(words, at + 1) ? at + 1 : at;
  // A quoted word inside a phrase: a Shiite “corridor”.
  const modified = before?.name !== undefined || /^(?:DET|ADJ)$/.test(before?.upos ?? "");
  if (/^["“”‘]$/.test(word.form)) return modified && after.upos === "NOUN" ? at + 1 : at;
  return at;
}

function lastNoun(words: readonly Word[], first: number, last: number): number | undefined {
  for (let i = last - 1; i >= first; i--) {
    const word = words[i] as Word;
    if (word.name || /^(?:NOUN|PROPN|PRON|NUM)$/.test(word.upos)) {
      if (isPossessive(word)) continue;
      return i;
    }
  }
  return undefined;
}

/** A phrase that ends in a bracketed name ends after the bracket. */
function closeBracket(words: readonly Word[], head: number): number {
  const last = words[head]?.name?.last ?? head + 1;
  const opened = words.slice(Math.max(0, last - 6), last).some(({ form }) => form === "(");
  return opened && words[last]?.form === ")" ? last + 1 : last;
}

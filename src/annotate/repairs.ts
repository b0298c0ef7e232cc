import type { ParsedSentence, ParsedWord } from "./parser/parser.ts";
import { governorOf } from "./parser/spans.ts";
import { isProjectiveTree } from "./parser/tree.ts";

/** A mend of a mistake that the parser is known to make in news; gives the sentence itself back where it finds none. */
export interface Repair {
  readonly name: string;
  readonly mend: (sentence: ParsedSentence, forms: readonly string[]) => ParsedSentence;
}

/** Every repair, in the order in which they are made. None leaves a tree that is not projective, or has two roots. */
export const repairs: readonly Repair[] = [
  { name: "bare weekday", mend: bareWeekdays },
  { name: "report behind a time", mend: reportBehindTime },
  { name: "place and time on a person", mend: placeOnPerson },
  { name: "participle opening", mend: participleOpening },
];

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
const TIME_NOUN = /^(?:week|month|year|night|morning|afternoon|evening)$/i;
/** Relations by which a bare weekday never hangs on what it hangs on. */
const NO_DAY = /^(?:nsubj|obj|iobj|appos|flat|vocative|dep|list|orphan|parataxis)/;

/** "officials said Wednesday": a weekday alone is when something happened, never who did it. */
function bareWeekdays(sentence: ParsedSentence, forms: readonly string[]): ParsedSentence {
  let { words } = sentence;
  forms.forEach((form, i) => {
    const word = words[i] as ParsedWord;
    if (
      !WEEKDAY.test(form) ||
      !NO_DAY.test(word.deprel) ||
      hasChild(words, i, /^(?:case|det|nmod:poss|flat|cc|conj|cop)$/)
    )
      return;
    const verb = verbAbove(words, i);
    if (verb !== undefined) words = hung(words, i, verb, "obl:unmarked") ?? words;
  });
  return words === sentence.words ? sentence : { ...sentence, words };
}

/** "reported Tuesday night that five people died": what is said hangs on the verb, not on the night. */
function reportBehindTime(sentence: ParsedSentence, forms: readonly string[]): ParsedSentence {
  let { words } = sentence;
  words.forEach((clause, i) => {
    if (clause.deprel !== "acl:relcl" || clause.head === 0) return;
    const time = clause.head - 1;
    const named = WEEKDAY.test(forms[time] as string) || TIME_NOUN.test(forms[time] as string);
    const verb = words[time]?.deprel === "obl:unmarked" ? (words[time]?.head ?? 0) - 1 : -1;
    if (
      !named ||
      words[verb]?.upos !== "VERB" ||
      hasChild(words, time, /^det$/) ||
      hasChild(words, verb, /^ccomp$/)
    )
      return;
    const that = words.findIndex(
      (word, k) => k > time && k < i && forms[k]?.toLowerCase() === "that" && word.head === i + 1,
    );
    const told = words.some(
      (word, k) => k > that && k < i && /^nsubj/.test(word.deprel) && word.head === i + 1,
    );
    if (that !== time + 1 || !told) return;
    const moved = hung(words, i, verb, "ccomp");
    if (moved) words = changed(moved, that, { deprel: "mark", upos: "SCONJ", xpos: "IN", lemma: "that" });
  });
  return words === sentence.words ? sentence : { ...sentence, words };
}

/** "met Macron in Berlin on Monday": persons named have no place and no time, what is done to them has. */
function placeOnPerson(sentence: ParsedSentence, forms: readonly string[]): ParsedSentence {
  let { words } = sentence;
  const typeAt = (i: number, type: string) =>
    sentence.mentions.some((m) => m.type === type && governorOf(headsOf(words), m.first, m.last) === i);
  // From the last on, so that the one behind has left when the one before it is moved.
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i] as ParsedWord;
    const person = word.head - 1;
    if (word.deprel !== "nmod" || words[person]?.upos !== "PROPN" || i < person) continue;
    const opener = words.findIndex((other, k) => k < i && other.head === i + 1 && other.deprel === "case");
    if (!/^(?:in|on|at)$/i.test(forms[opener] ?? "") || !typeAt(person, "person")) continue;
    if (!typeAt(i, "place") && !typeAt(i, "time")) continue;
    // Elsewhere ("according to Firefly on Friday") there is no telling what it belongs to.
    const verb = (words[person]?.head ?? 0) - 1;
    const takesPart = /^(?:obj|iobj|nsubj)$/.test(words[person]?.deprel ?? "") && verb < person;
    if (takesPart && words[verb]?.upos === "VERB") words = hung(words, i, verb, "obl") ?? words;
  }
  return words === sentence.words ? sentence : { ...sentence, words };
}

/** "Tesla, founded by …, named a chief": a noun is not the root of a sentence whose finite verb comes behind it. */
function participleOpening(sentence: ParsedSentence): ParsedSentence {
  const { words } = sentence;
  const root = words.findIndex(({ head }) => head === 0);
  const noun = words[root];
  if (!noun || !/^(?:NOUN|PROPN)$/.test(noun.upos) || hasChild(words, root, /^(?:cop|nsubj|case)/))
    return sentence;
  const opening = words.findIndex(
    (w, i) => i > root && w.head === root + 1 && w.deprel === "acl" && /^VB[NG]$/.test(w.xpos),
  );
  if (opening < 0) return sentence;
  const finite = words.findIndex(
    (w, i) =>
      i > opening &&
      w.head === root + 1 &&
      /^VB[DZP]$/.test(w.xpos) &&
      /^(?:acl|parataxis|conj|dep|advcl)/.test(w.deprel),
  );
  if (finite < 0 || hasChild(words, finite, /^(?:nsubj|csubj|mark|cc)/)) return sentence;
  const turned = words.map((word, i) => {
    if (i === finite) return { ...word, head: 0, deprel: "root" };
    if (i === root) return { ...word, head: finite + 1, deprel: "nsubj" };
    // What stands behind the verb, and the last mark, belongs to the clause.
    return word.head === root + 1 && i > finite ? { ...word, head: finite + 1 } : word;
  });
  return isTree(turned) ? { ...sentence, words: turned } : sentence;
}

function hasChild(words: readonly ParsedWord[], head: number, label: RegExp): boolean {
  return words.some((word) => word.head === head + 1 && label.test(word.deprel));
}

function verbAbove(words: readonly ParsedWord[], from: number): number | undefined {
  let at = (words[from]?.head ?? 0) - 1;
  while (at >= 0 && words[at]?.upos !== "VERB") at = (words[at]?.head ?? 0) - 1;
  return at < 0 ? undefined : at;
}

/** The words with one hung on another; undefined where the tree would not stay a projective one. */
function hung(
  words: readonly ParsedWord[],
  i: number,
  head: number,
  deprel: string,
): readonly ParsedWord[] | undefined {
  const moved = changed(words, i, { head: head + 1, deprel });
  return isTree(moved) ? moved : undefined;
}

function changed(
  words: readonly ParsedWord[],
  i: number,
  change: Partial<ParsedWord>,
): readonly ParsedWord[] {
  return words.map((word, k) => (k === i ? { ...word, ...change } : word));
}

function isTree(words: readonly ParsedWord[]): boolean {
  return isProjectiveTree(headsOf(words));
}

function headsOf(words: readonly ParsedWord[]): Int32Array {
  return Int32Array.from(words, ({ head }) => head);
}

import type { ParsedSentence, ParsedWord } from "../parser/parser.ts";
import { governorOf } from "../parser/spans.ts";
import { changed, hasChild, headsOf, hung, verbAbove } from "./tree-edits.ts";

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
const TIME_NOUN = /^(?:week|month|year|night|morning|afternoon|evening)$/i;
/** Relations by which a bare weekday never hangs on what it hangs on. */
const NO_DAY = /^(?:nsubj|obj|iobj|appos|flat|vocative|dep|list|orphan|parataxis)/;

/** "officials said Wednesday": a weekday alone is when something happened, never who did it. */
export function bareWeekdays(sentence: ParsedSentence, forms: readonly string[]): ParsedSentence {
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
export function reportBehindTime(sentence: ParsedSentence, forms: readonly string[]): ParsedSentence {
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
export function placeOnPerson(sentence: ParsedSentence, forms: readonly string[]): ParsedSentence {
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

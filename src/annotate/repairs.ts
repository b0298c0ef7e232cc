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
  { name: "subject behind a conjunction", mend: conjunctionSubject },
  { name: "person beside an inner noun", mend: personBeside },
  { name: "bare infinitive behind an object", mend: bareInfinitive },
  { name: "subject taken for an object", mend: clauseSubject },
  { name: "clause that a noun tells", mend: nounContent },
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

/** "came as Egypt and Sudan signed a deal": what stands between "as" and a verb without a subject is its subject. */
function conjunctionSubject(sentence: ParsedSentence, forms: readonly string[]): ParsedSentence {
  let { words } = sentence;
  for (let verb = 0; verb < words.length; verb++) {
    const { xpos, deprel, head } = words[verb] as ParsedWord;
    if (!/^VB[DZP]$/.test(xpos) || !/^(?:ccomp|conj|parataxis|dep|advcl)/.test(deprel)) continue;
    if (hasChild(words, verb, /^(?:nsubj|csubj|mark|cc)/)) continue;
    const noun = words.findIndex(
      (word, i) => i < verb && word.head === head && word.deprel === "obl" && lastBelow(words, i) + 1 === firstBelow(words, verb),
    );
    const mark = words.findIndex((word) => word.head === noun + 1 && word.deprel === "case");
    if (noun < 0 || !/^(?:as|after|before|since|until|while)$/i.test(forms[mark] ?? "")) continue;
    const moved = words.map((word, i) => {
      if (i === noun) return { ...word, head: verb + 1, deprel: "nsubj" };
      if (i === mark) return { ...word, head: verb + 1, deprel: "mark", upos: "SCONJ" };
      return i === verb ? { ...word, deprel: "advcl" } : word;
    });
    if (isTree(moved)) words = moved;
  }
  return words === sentence.words ? sentence : { ...sentence, words };
}

/** "the head of the army, Ali Hasan": a person beside a noun that is none belongs to the noun before. */
function personBeside(sentence: ParsedSentence): ParsedSentence {
  let { words } = sentence;
  const typeAt = (i: number) =>
    sentence.mentions.find((m) => governorOf(headsOf(words), m.first, m.last) === i)?.type;
  words.forEach(({ deprel, upos, head }, i) => {
    const inner = head - 1;
    if (deprel !== "appos" || upos !== "PROPN" || typeAt(i) !== "person" || typeAt(inner) === "person") return;
    const { deprel: bond = "", head: outer = 0 } = words[inner] ?? {};
    if (bond !== "nmod" || words[outer - 1]?.upos !== "NOUN") return;
    words = hung(words, i, outer - 1, "appos") ?? words;
  });
  return words === sentence.words ? sentence : { ...sentence, words };
}

const WITH_BARE = /^(?:help|let|make|see|watch|hear|have)$/;

/** "accused Iran of helping rebels launch": a bare infinitive hangs on the verb whose object stands before it. */
function bareInfinitive(sentence: ParsedSentence): ParsedSentence {
  let { words } = sentence;
  words.forEach(({ xpos, deprel, head }, i) => {
    if (xpos !== "VB" || !/^(?:xcomp|ccomp)$/.test(deprel) || hasChild(words, i, /^(?:mark|aux|nsubj)/)) return;
    const object = words.findIndex((word, k) => k < i && /^(?:obj|iobj)$/.test(word.deprel) && lastBelow(words, k) === i - 1);
    const verb = (words[object]?.head ?? 0) - 1;
    if (verb < 0 || verb === head - 1 || !WITH_BARE.test(words[verb]?.lemma ?? "")) return;
    words = hung(words, i, verb, "xcomp") ?? words;
  });
  return words === sentence.words ? sentence : { ...sentence, words };
}

/** "sued Boeing and Siemens sued Huawei": a noun right before a verb without a subject is its subject, not one more object. */
function clauseSubject(sentence: ParsedSentence, forms: readonly string[]): ParsedSentence {
  let { words } = sentence;
  words.forEach(({ xpos, deprel, head }, verb) => {
    if (!/^VB[DZP]$/.test(xpos) || deprel !== "conj" || hasChild(words, verb, /^(?:cc|mark|aux|expl)/)) return;
    const first = head - 1;
    const own = words.findIndex((word) => word.head === verb + 1 && word.deprel === "nsubj");
    const noun = own < 0 ? nounBefore(words, verb) : joinedLast(words, own);
    const cc = words.findIndex((word, k) => k < noun && word.head === noun + 1 && word.deprel === "cc");
    const object = (words[noun]?.head ?? 0) - 1;
    if (noun < 0 || cc < 0 || !/^(?:and|but|while)$/i.test(forms[cc] ?? "") || words[first]?.upos !== "VERB") return;
    // "praised Oman and Israel bombed": what stands right behind the first verb is its object.
    const bare = own >= 0 && firstBelow(words, own) === first + 1 && !hasChild(words, first, /^(?:obj|iobj|ccomp|xcomp)$/);
    if (own >= 0 ? !bare : !/^(?:obj|obl|nmod)$/.test(words[object]?.deprel ?? "")) return;
    const moved = words.map((word, i) => {
      if (i === noun) return { ...word, head: verb + 1, deprel: "nsubj" };
      if (i === cc) return { ...word, head: verb + 1 };
      return i === own ? { ...word, head: first + 1, deprel: "obj" } : word;
    });
    if (isTree(moved)) words = moved;
  });
  return words === sentence.words ? sentence : { ...sentence, words };
}

/** The noun whose words end right before a verb, joined to another noun. */
function nounBefore(words: readonly ParsedWord[], verb: number): number {
  return words.findIndex((word, k) => k < verb && word.deprel === "conj" && word.upos !== "VERB" && lastBelow(words, k) === verb - 1);
}

function joinedLast(words: readonly ParsedWord[], noun: number): number {
  return words.findLastIndex((word) => word.head === noun + 1 && word.deprel === "conj");
}

/** "the claim that Chad attacked Mali": a "that" beside an object is no pronoun. */
function nounContent(sentence: ParsedSentence, forms: readonly string[]): ParsedSentence {
  let { words } = sentence;
  words.forEach(({ deprel }, clause) => {
    if (!/^acl/.test(deprel)) return;
    const that = words.findIndex(
      (word, k) => k < clause && word.head === clause + 1 && /^obj/.test(word.deprel) && forms[k]?.toLowerCase() === "that",
    );
    const object = words.some((word, k) => k > clause && word.head === clause + 1 && word.deprel === "obj");
    if (that < 0 || !object) return;
    const marked = changed(words, that, { deprel: "mark", upos: "SCONJ", xpos: "IN" });
    words = changed(marked, clause, { deprel: "acl" });
  });
  return words === sentence.words ? sentence : { ...sentence, words };
}

/** The first word of all that hangs on a word. */
function firstBelow(words: readonly ParsedWord[], head: number): number {
  let first = head;
  words.forEach((_, i) => {
    if (i < first && hangsOn(words, i, head)) first = i;
  });
  return first;
}

function lastBelow(words: readonly ParsedWord[], head: number): number {
  let last = head;
  words.forEach((_, i) => {
    if (i > last && hangsOn(words, i, head)) last = i;
  });
  return last;
}

function hangsOn(words: readonly ParsedWord[], token: number, head: number): boolean {
  let at = token;
  while (at >= 0 && at !== head) at = (words[at]?.head ?? 0) - 1;
  return at === head;
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

import type { ParsedSentence } from "../parser/parser.ts";
import { changed, firstBelow, hasChild, hung, lastBelow } from "./tree-edits.ts";

const WITH_BARE = /^(?:help|let|make|see|watch|hear|have)$/;

/** "accused Iran of helping rebels launch": a bare infinitive hangs on the verb whose object stands before it. */
export function bareInfinitive(sentence: ParsedSentence): ParsedSentence {
  let { words } = sentence;
  words.forEach(({ xpos, deprel, head }, i) => {
    if (xpos !== "VB" || !/^(?:xcomp|ccomp)$/.test(deprel) || hasChild(words, i, /^(?:mark|aux|nsubj)/))
      return;
    const object = words.findLastIndex(
      (word, k) => k < i && /^(?:obj|iobj)$/.test(word.deprel) && lastBelow(words, k) === i - 1,
    );
    const verb = (words[object]?.head ?? 0) - 1;
    if (verb < 0 || verb === head - 1 || !WITH_BARE.test(words[verb]?.lemma ?? "")) return;
    words = hung(words, i, verb, "xcomp") ?? words;
  });
  return words === sentence.words ? sentence : { ...sentence, words };
}

/** "Did Turkey attack Afrin?": a name right behind a verb that has no object is its object. */
export function nameBehindVerb(sentence: ParsedSentence): ParsedSentence {
  let { words } = sentence;
  words.forEach(({ upos, deprel, head }, i) => {
    const verb = head - 1;
    if (upos !== "PROPN" || !/^(?:advmod|vocative|dep)$/.test(deprel) || verb !== firstBelow(words, i) - 1)
      return;
    const acts = words[verb]?.upos === "VERB" || hasChild(words, verb, /^nsubj$/);
    if (!acts || hasChild(words, verb, /^(?:obj|ccomp|xcomp|aux:pass|cop)/)) return;
    words = changed(words, i, { deprel: "obj" });
  });
  return words === sentence.words ? sentence : { ...sentence, words };
}

/** "fined Google 2 billion euros": the name is to whom, not a kind of euro. */
export function nameBeforeAmount(sentence: ParsedSentence): ParsedSentence {
  let { words } = sentence;
  words.forEach(({ upos, deprel, head }, i) => {
    const amount = head - 1;
    const verb = (words[amount]?.head ?? 0) - 1;
    if (upos !== "PROPN" || deprel !== "compound" || words[amount]?.deprel !== "obj" || verb > i) return;
    const number = words.some(
      (word, k) => k > i && k < amount && word.head === head && word.deprel === "nummod",
    );
    if (number && words[verb]?.upos === "VERB") words = hung(words, i, verb, "iobj") ?? words;
  });
  return words === sentence.words ? sentence : { ...sentence, words };
}

/** "took from Islamic State (IS) the town": with no comma before it, what stands behind the bracket is no other name of it. */
export function objectBehindBracket(sentence: ParsedSentence, forms: readonly string[]): ParsedSentence {
  let { words } = sentence;
  words.forEach(({ upos, deprel, head }, i) => {
    const noun = words[head - 1];
    const verb = (noun?.head ?? 0) - 1;
    if (deprel !== "appos" || upos !== "NOUN" || noun?.deprel !== "obl" || words[verb]?.upos !== "VERB")
      return;
    const first = firstBelow(words, i);
    if (forms[first - 1] !== ")" || words[first]?.upos !== "DET" || hasChild(words, verb, /^(?:obj|ccomp)$/))
      return;
    words = hung(words, i, verb, "obj") ?? words;
  });
  return words === sentence.words ? sentence : { ...sentence, words };
}

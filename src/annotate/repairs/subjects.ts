import type { ParsedSentence, ParsedWord } from "../parser/parser.ts";
import { changed, firstBelow, hasChild, hung, isTree, lastBelow } from "./tree-edits.ts";

/** "Tesla, founded by …, named a chief": a noun is not the root of a sentence whose finite verb comes behind it. */
export function participleOpening(sentence: ParsedSentence): ParsedSentence {
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
export function conjunctionSubject(sentence: ParsedSentence, forms: readonly string[]): ParsedSentence {
  let { words } = sentence;
  for (let verb = 0; verb < words.length; verb++) {
    const { xpos, deprel, head } = words[verb] as ParsedWord;
    if (!/^VB[DZP]$/.test(xpos) || !/^(?:ccomp|conj|parataxis|dep|advcl)/.test(deprel)) continue;
    if (hasChild(words, verb, /^(?:nsubj|csubj|mark|cc)/)) continue;
    const noun = words.findIndex(
      (word, i) =>
        i < verb &&
        word.head === head &&
        word.deprel === "obl" &&
        lastBelow(words, i) + 1 === firstBelow(words, verb),
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

/** "saw Islamic State capture": a name right before a verb is no part of the verb. */
export function nameOnVerb(sentence: ParsedSentence, forms: readonly string[]): ParsedSentence {
  let { words } = sentence;
  words.forEach(({ upos, deprel, head }, i) => {
    const verb = head - 1;
    if (upos !== "PROPN" || deprel !== "compound" || verb <= i || words[verb]?.upos !== "VERB") return;
    if (/^[-–]$/.test(forms[i + 1] ?? "") || hasChild(words, verb, /^(?:nsubj|csubj|aux:pass)/)) return;
    words = changed(words, i, { deprel: "nsubj" });
  });
  return words === sentence.words ? sentence : { ...sentence, words };
}

/** "The rebels fighting the army were tired": what hangs between a subject and its verb tells of the subject. */
export function participleSubject(sentence: ParsedSentence): ParsedSentence {
  let { words } = sentence;
  words.forEach(({ xpos, deprel, head }, i) => {
    if (xpos !== "VBG" || deprel !== "csubj" || hasChild(words, i, /^(?:nsubj|mark)/)) return;
    const noun = words.findIndex(
      (word, k) =>
        k < i &&
        word.head === head &&
        word.deprel === "nsubj" &&
        lastBelow(words, k) === firstBelow(words, i) - 1,
    );
    if (noun >= 0) words = hung(words, i, noun, "acl") ?? words;
  });
  return words === sentence.words ? sentence : { ...sentence, words };
}

/** "sued Boeing and Siemens sued Huawei": a noun right before a verb without a subject is its subject, not one more object. */
export function clauseSubject(sentence: ParsedSentence, forms: readonly string[]): ParsedSentence {
  let { words } = sentence;
  words.forEach(({ xpos, deprel, head }, verb) => {
    if (!/^VB[DZP]$/.test(xpos) || deprel !== "conj" || hasChild(words, verb, /^(?:cc|mark|aux|expl)/))
      return;
    const first = head - 1;
    const own = words.findIndex((word) => word.head === verb + 1 && word.deprel === "nsubj");
    const noun = own < 0 ? nounBefore(words, verb) : joinedLast(words, own);
    const cc = words.findIndex((word, k) => k < noun && word.head === noun + 1 && word.deprel === "cc");
    const object = (words[noun]?.head ?? 0) - 1;
    if (noun < 0 || cc < 0 || !/^(?:and|but|while)$/i.test(forms[cc] ?? "") || words[first]?.upos !== "VERB")
      return;
    // "praised Oman and Israel bombed": what stands right behind the first verb is its object.
    const bare =
      own >= 0 &&
      firstBelow(words, own) === first + 1 &&
      !hasChild(words, first, /^(?:obj|iobj|ccomp|xcomp)$/);
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
  return words.findIndex(
    (word, k) =>
      k < verb && word.deprel === "conj" && word.upos !== "VERB" && lastBelow(words, k) === verb - 1,
  );
}

function joinedLast(words: readonly ParsedWord[], noun: number): number {
  return words.findLastIndex((word) => word.head === noun + 1 && word.deprel === "conj");
}

/** "has been an ally since the war began and has sent arms": a verb is joined to the one that has the same helping verb. */
export function parallelVerb(sentence: ParsedSentence): ParsedSentence {
  let { words } = sentence;
  const helper = (verb: number) => {
    const at = words.findIndex((word) => word.head === verb + 1 && word.deprel === "aux");
    return words[at]?.lemma;
  };
  words.forEach(({ deprel, head, upos }, i) => {
    const first = head - 1;
    if (deprel !== "conj" || upos !== "VERB" || words[first]?.deprel !== "advcl" || first > i) return;
    const main = (words[first]?.head ?? 0) - 1;
    const own = helper(i);
    if (main < 0 || main > first || own === undefined || own === helper(first) || own !== helper(main))
      return;
    if (hasChild(words, i, /^(?:nsubj|csubj|mark)/)) return;
    words = hung(words, i, main, "conj") ?? words;
  });
  return words === sentence.words ? sentence : { ...sentence, words };
}

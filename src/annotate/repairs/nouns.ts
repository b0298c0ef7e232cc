import type { ParsedSentence } from "../parser/parser.ts";
import { governorOf } from "../parser/spans.ts";
import { changed, headsOf, hung } from "./tree-edits.ts";

/** "the head of the army, Ali Hasan": a person beside a noun that is none belongs to the noun before. */
export function personBeside(sentence: ParsedSentence): ParsedSentence {
  let { words } = sentence;
  const typeAt = (i: number) =>
    sentence.mentions.find((m) => governorOf(headsOf(words), m.first, m.last) === i)?.type;
  words.forEach(({ deprel, upos, head }, i) => {
    const inner = head - 1;
    if (deprel !== "appos" || upos !== "PROPN" || typeAt(i) !== "person" || typeAt(inner) === "person")
      return;
    const { deprel: bond = "", head: outer = 0 } = words[inner] ?? {};
    if (bond !== "nmod" || words[outer - 1]?.upos !== "NOUN") return;
    words = hung(words, i, outer - 1, "appos") ?? words;
  });
  return words === sentence.words ? sentence : { ...sentence, words };
}

/** "the claim that Chad attacked Mali": a "that" beside an object is no pronoun. */
export function nounContent(sentence: ParsedSentence, forms: readonly string[]): ParsedSentence {
  let { words } = sentence;
  words.forEach(({ deprel }, clause) => {
    if (!/^acl/.test(deprel)) return;
    const that = words.findIndex(
      (word, k) =>
        k < clause &&
        word.head === clause + 1 &&
        /^obj/.test(word.deprel) &&
        forms[k]?.toLowerCase() === "that",
    );
    const object = words.some((word, k) => k > clause && word.head === clause + 1 && word.deprel === "obj");
    if (that < 0 || !object) return;
    const marked = changed(words, that, { deprel: "mark", upos: "SCONJ", xpos: "IN" });
    words = changed(marked, clause, { deprel: "acl" });
  });
  return words === sentence.words ? sentence : { ...sentence, words };
}

/** "a camp near the border with Mali, where troops are based": the clause is about the camp, not about what it is near. */
export function whereOfPlace(sentence: ParsedSentence, forms: readonly string[]): ParsedSentence {
  let { words } = sentence;
  const caseOf = (at: number) =>
    forms[words.findIndex(({ head, deprel }) => head === at + 1 && deprel === "case")]?.toLowerCase();
  words.forEach(({ deprel, head }, clause) => {
    const where = words.findIndex(
      (word, k) => word.head === clause + 1 && forms[k]?.toLowerCase() === "where",
    );
    // Without a comma the clause says which place is meant, and that is the one beside it.
    if (deprel !== "acl:relcl" || where < 0 || forms[where - 1] !== ",") return;
    let noun = head - 1;
    while (/^(?:with|of|between)$/.test(caseOf(noun) ?? "") && words[noun]?.deprel === "nmod")
      noun = (words[noun]?.head ?? 0) - 1;
    if (caseOf(noun) !== "near" || words[noun]?.deprel !== "nmod") return;
    words = hung(words, clause, (words[noun]?.head ?? 0) - 1, "acl:relcl") ?? words;
  });
  return words === sentence.words ? sentence : { ...sentence, words };
}

import type { Sentence } from "../model/annotated-document.ts";
import type { Clause, NounPhrase, Oblique, SentenceClauses } from "../model/clause.ts";

/**
 * The clauses of a sentence, and the noun phrases that bring something with them, a line each:
 * `capture  past · rebels → town · from Syria · in the content of said`.
 */
export function clauseLines({ tokens }: Sentence, { clauses, phrases }: SentenceClauses): readonly string[] {
  const word = (token: number) => tokens[token]?.form ?? "";
  const words = (list: readonly number[]) => list.map(word).join(" + ");
  const verbs = clauses.map((clause) => ({ at: clause.head, line: clauseLine(clause, word, words) }));
  const nouns = phrases
    .filter(({ owners, obliques, appositions }) => owners.length + obliques.length + appositions.length > 0)
    .map((phrase) => ({ at: phrase.head, line: phraseLine(phrase, word, words) }));
  return [...verbs, ...nouns].sort((a, b) => a.at - b.at).map(({ line }) => line);
}

type Word = (token: number) => string;
type Words = (list: readonly number[]) => string;

function clauseLine(clause: Clause, word: Word, words: Words): string {
  const { kind, head, subjects, objects, recipients, predicates, obliques, complements, above } = clause;
  const parts = [
    formWords(clause),
    `${words(subjects) || "?"} → ${words(objects) || "-"}`,
    ...(recipients.length > 0 ? [`to whom: ${words(recipients)}`] : []),
    ...(predicates.length > 0 ? [`as: ${words(predicates)}`] : []),
    ...obliqueWords(obliques, words),
    ...complements.map(({ head: held, marker, bond }) =>
      `${bond}: ${marker} ${word(held)}`.replace("  ", " "),
    ),
    ...(above ? [`${above.bond} of ${word(above.head)}`] : []),
  ];
  return `${kind === "copula" ? "be " : ""}${word(head)}  ${parts.join(" · ")}`;
}

function formWords({ form, passive, negated, modal, past, particles }: Clause): string {
  const words = [
    form,
    passive ? "passive" : "",
    past ? "past" : "",
    modal ?? "",
    negated ? "not" : "",
    ...particles,
  ];
  return words.filter(Boolean).join(" ");
}

function phraseLine(
  { head, owners, obliques, appositions, above }: NounPhrase,
  word: Word,
  words: Words,
): string {
  const parts = [
    "noun",
    ...(owners.length > 0 ? [`of whom: ${words(owners)}`] : []),
    ...obliqueWords(obliques, words),
    ...(appositions.length > 0 ? [`also: ${words(appositions)}`] : []),
    ...(above ? [`${above.bond} of ${word(above.head)}`] : []),
  ];
  return `${word(head)}  ${parts.join(" · ")}`;
}

function obliqueWords(obliques: readonly Oblique[], words: Words): readonly string[] {
  return obliques.map(({ marker, heads }) => `${marker} ${words(heads)}`.trim());
}

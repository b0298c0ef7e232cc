import type { Token } from "../model/annotated-document.ts";
import type { Clause, NounPhrase } from "../model/clause.ts";
import { type Match, matchClause } from "./match.ts";
import type { Pattern, PatternIndex } from "./patterns.ts";
import type { Reading } from "./reading.ts";

/** The patterns that a clause may be read by: those of its verb, or of the noun or adjective behind "be". */
function patternsFor(reading: Reading, index: PatternIndex, clause: Clause): readonly Pattern[] {
  const { lemma, head } = clause;
  const form = reading.tokens[head]?.form.toLowerCase() ?? "";
  const copulas = copulaPatterns(reading, index, clause, form);
  if (clause.kind === "copula") return copulas;
  const verbs = index.verbs.get(lemma) ?? [];
  return copulas.length > 0 ? [...verbs, ...copulas] : verbs;
}

/** "is based in", "based in": what is said with "be" and a participle looks like a passive. */
function copulaPatterns(
  { tokens }: Reading,
  index: PatternIndex,
  clause: Clause,
  form: string,
): readonly Pattern[] {
  // "is going to"
  const progressive = clause.form === "finite" && tokens[clause.head]?.xpos === "VBG";
  if (clause.kind === "verb" && !clause.passive && !progressive) return [];
  const found = index.copulas.get(form) ?? [];
  const byLemma =
    clause.kind === "copula" && form !== clause.lemma ? (index.copulas.get(clause.lemma) ?? []) : [];
  const placed =
    clause.kind === "copula" && clause.marker !== "" ? (index.copulas.get(clause.marker) ?? []) : [];
  return [...found, ...byLemma, ...placed.filter(isBarePreposition)];
}

/** "S be in O" */
function isBarePreposition({ pieces, before }: Pattern): boolean {
  return before.length === 0 && pieces.length === 1 && pieces[0]?.kind === "object";
}

/** The wordings that fit each clause of a sentence, by its head. */
export type Matches = ReadonlyMap<number, readonly Match[]>;

/** Holds every wording that may fit against each clause. */
export function matchesOf(reading: Reading, index: PatternIndex): Matches {
  return new Map(reading.clauses.map((clause) => [clause.head, matchesOfClause(reading, index, clause)]));
}

function matchesOfClause(reading: Reading, index: PatternIndex, clause: Clause): readonly Match[] {
  return patternsFor(reading, index, clause).flatMap((pattern) => {
    if (pattern.wording.shape === "copula" && !fitsCopula(reading, clause, pattern)) return [];
    const match = matchClause(reading, index, clause, pattern);
    return match ? [match] : [];
  });
}

/** Words that make another office of the one behind them. */
const LESSER = new Set("vice deputy assistant associate under sub".split(" "));

/** The place of the word before another, a hyphen passed over: "vice" in "vice-president". */
function wordBefore(tokens: readonly Token[], at: number): number {
  return /^[-‐‑–]$/.test(tokens[at - 1]?.form ?? "") ? at - 2 : at - 1;
}

function isLesser(tokens: readonly Token[], first: number): boolean {
  return lesserBefore(tokens, first) !== undefined;
}

/** The word that makes a lesser office of a noun: "deputy" before "director". */
export function lesserBefore(tokens: readonly Token[], noun: number): string | undefined {
  const word = tokens[wordBefore(tokens, noun)]?.form.toLowerCase() ?? "";
  return LESSER.has(word) ? word : undefined;
}

/** Whether the words before the last one of "prime minister" or "on visit" are there. */
function fitsCopula({ tokens }: Reading, { head, marker }: Clause, { before, after }: Pattern): boolean {
  let at = head;
  if (after.some((word, i) => tokens[head + 1 + i]?.form.toLowerCase() !== word)) return false;
  for (let i = before.length - 1; i >= 0; i--) {
    const word = before[i] as string;
    if (i === 0 && marker !== "" && marker === word) return true;
    at = wordBefore(tokens, at);
    const token = tokens[at];
    if (token?.form.toLowerCase() !== word && token?.lemma.toLowerCase() !== word) return false;
  }
  return !isLesser(tokens, at);
}

/** Whether a phrase has the words of a noun wording before its last: "air" in "air strike". */
export function endsWithAnchor({ tokens }: Reading, { head }: NounPhrase, pattern: Pattern): boolean {
  const { before, after, wording } = pattern;
  const is = (at: number, word: string) =>
    tokens[at]?.form.toLowerCase() === word || tokens[at]?.lemma.toLowerCase() === word;
  const own = wording.anchors[0]?.split(" ")[before.length] ?? "";
  const places = before.reduceRight<readonly number[]>(
    (found) => [wordBefore(tokens, found[0] ?? head), ...found],
    [],
  );
  return (
    (after.length === 0 || is(head, own)) &&
    before.every((word, i) => is(places[i] as number, word)) &&
    after.every((word, i) => is(head + 1 + i, word)) &&
    !isLesser(tokens, places[0] ?? head)
  );
}

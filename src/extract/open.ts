import type { Clause, NounPhrase } from "../model/clause.ts";
import { doersOf } from "./clause.ts";
import type { Extractor, Found, Refused, SentenceContext } from "./extractor.ts";
import { lesserBefore } from "./matches.ts";
import { type Party, partiesOf } from "./parties.ts";
import { nounPatterns, type PatternIndex } from "./patterns.ts";
import { isNamed, meant, type Reading } from "./reading.ts";
import { stanceOf } from "./stance.ts";
import { timeOf } from "./times.ts";
import {
  foundTriple,
  furtherArguments,
  isFound,
  objectionToParties,
  parted,
  predicateSpan,
} from "./triples.ts";

/** Verbs too empty to name a relation, and those that say little without what stands behind the object: "place it under". */
const EMPTY = new Set(
  "be have do get make let go come take give put place set treat refer regard view describe".split(" "),
);

/** Clauses between two mentions that no wording of the ontology reads: "Boeing courted Airbus". */
export const open = {
  id: "open",
  reads: "Boeing courted Airbus",
  extract(context) {
    return parted(context.reading.clauses.flatMap((clause) => read(clause, context)));
  },
} satisfies Extractor;

/** Who and what an open relation joins, and the words that name it. */
interface Frame {
  readonly subjects: readonly number[];
  readonly objects: readonly number[];
  readonly words: readonly string[];
  /** The tokens of the words besides the predicate. */
  readonly used: readonly number[];
}

function read(clause: Clause, context: SentenceContext): readonly (Found | Refused)[] {
  const { reading } = context;
  // Whom an infinitive or a gerund speaks of is a guess too many where the verb itself is not known.
  if (clause.form !== "finite" || isKnown(clause, context)) return [];
  const frame = clause.kind === "copula" ? nounFrame(clause, context) : verbFrame(clause, context);
  const name = frame && nameOf(frame.words);
  if (!frame || name === undefined) return [];
  const [subjects, objects] = [partiesOf(reading, frame.subjects), partiesOf(reading, frame.objects)];
  if (subjects.length === 0 || objects.length === 0) return [];
  const predicate = predicateSpan(reading, clause.first, clause.head, frame.used, [...subjects, ...objects]);
  const text = reading.document.document.text.slice(predicate.start, predicate.end);
  const common = {
    held: stanceOf(clause.head, context),
    arguments: furtherArguments(reading, clause, new Set([...frame.subjects, ...frame.objects])),
    time: timeOf(reading, context.times, clause.head),
    reason: `no wording reads "${text}"`,
  };
  const objectionToOpen = (...parties: readonly Party[]) =>
    parties.some(({ mention }) => isNamed(reading, mention) || mention.kind === "name")
      ? undefined
      : "neither subject nor object is a name";
  const one = (subject: Party, object: Party): Found | Refused => {
    const reason = objectionToParties(reading, subject, object) ?? objectionToOpen(subject, object);
    if (reason) return { ...predicate, text, wording: "open relation", reason };
    return foundTriple(
      { subject, object, predicate, ...common },
      { ...predicate, text, name, open: true },
      reading,
      context.times,
    );
  };
  // What the clause was refused for already is counted once.
  const known = new Set(
    (context.read.get(clause.head) ?? []).flatMap((result) => ("reason" in result ? [result.reason] : [])),
  );
  return subjects
    .flatMap((subject) => objects.map((object) => one(subject, object)))
    .filter((result) => isFound(result) || !known.has(result.reason));
}

/** Whether a wording of the ontology has read the clause, or it only says, tries or carries out something. */
function isKnown(
  { head, kind, lemma }: Clause,
  { read: known, matches, reading, index }: SentenceContext,
): boolean {
  const tellsEvent = (noun: number) =>
    nounPatterns(index, reading.phraseAt[meant(reading, noun)]?.lemma ?? "").some(({ relation }) => relation);
  const holds = (matches.get(head) ?? []).some(
    ({ pattern, content }) =>
      pattern.content &&
      content !== undefined &&
      (reading.clauseAt[content] !== undefined || tellsEvent(content)),
  );
  const says = (index.verbs.get(lemma) ?? []).some(
    ({ relation, content, pieces }) => !relation && content?.speaker && pieces[0]?.kind === "content",
  );
  const empty = kind === "verb" && (EMPTY.has(lemma) || says);
  return holds || empty || (known.get(head) ?? []).some(isFound);
}

function verbFrame(clause: Clause, context: SentenceContext): Frame | undefined {
  const { reading } = context;
  const { objects, passive, obliques, particles, lemma } = clause;
  const subjects = doersOf(clause, context);
  const topics = passive ? clause.topics : subjects;
  if (borrowsObject(clause, reading) || opensSpeech(clause, reading)) return undefined;
  const particle = particles.filter((word) => /^[a-z]{2,8}$/.test(word) && PARTICLES.has(word)).slice(0, 1);
  if (passive && subjects.length > 0) return { subjects, objects, words: [lemma, ...particle], used: [] };
  if (!passive && objects.length > 0) return { subjects, objects, words: [lemma, ...particle], used: [] };
  if (clause.predicates.length > 0) return undefined;
  const brought = obliques.find(
    ({ marker, heads }) =>
      heads.every((head) => head > clause.head) &&
      !isAside(reading, heads[0] as number) &&
      BRINGING.test(marker) &&
      !heads.some((head) => reading.timeAt[head] || isTimeNoun(reading, head)) &&
      heads.some((head) => reading.mentionAt[head]),
  );
  if (!brought) return undefined;
  const form = passive ? ["be", (reading.tokens[clause.head]?.form ?? "").toLowerCase()] : [lemma];
  return {
    subjects: topics,
    objects: brought.heads,
    words: [...form, ...particle, ...brought.marker.split(" ")],
    used: markerTokens(brought.heads[0] as number, clause.head, brought.marker, reading.tokens),
  };
}

/** "broke out in 2011, with some hundreds among them": what a comma parts off is no part of what is done. */
function isAside({ phraseAt, tokens }: Reading, head: number): boolean {
  const first = phraseAt[head]?.first ?? head;
  return tokens.slice(Math.max(0, first - 2), first).some(({ form }) => form === ",");
}

/** "at the time", "for the rest": no part of what is done. */
function isTimeNoun({ phraseAt }: Reading, head: number): boolean {
  return /^(?:time|moment|day|week|month|year|decade|century|period|beginning|start|end|rest|point|stage)$/.test(
    phraseAt[head]?.lemma ?? "",
  );
}

/** "lied and broke the deal": whether the first verb takes the object of the second, nobody can say of a verb not known. */
function borrowsObject({ objects, head, passive }: Clause, { clauses }: Reading): boolean {
  const [object] = objects;
  if (object === undefined || passive) return false;
  return clauses.some(
    (other) =>
      other.above?.bond === "conjunct" &&
      other.above.head === head &&
      other.head < object &&
      head < other.head,
  );
}

/** 'reacted on Twitter, "Sad news …"': what a quotation opens with behind a comma is said, not done to. */
function opensSpeech({ objects, head }: Clause, { tokens, phraseAt }: Reading): boolean {
  return objects.some((object) => {
    const first = phraseAt[object]?.first ?? object;
    const [comma, mark] = [tokens[first - 2]?.form ?? "", tokens[first - 1]?.form ?? ""];
    return first > head && /^[,:]$/.test(comma) && /^["“„«'‘`]/.test(mark);
  });
}

/** Prepositions whose noun takes part; others tell of circumstances: "because of", "after", "according to". */
const BRINGING =
  /^(?:about|across|against|along|alongside|around|at|behind|by|for|from|in|inside|into|near|of|off|on|onto|out of|outside|over|past|through|to|toward|towards|under|with)$/;

const PARTICLES = new Set("up out off down back over away in on through aside apart together".split(" "));

/** "is a symbol of peace": what it is, of what. */
function nounFrame(clause: Clause, { reading, index }: SentenceContext): Frame | undefined {
  const head = meant(reading, clause.head);
  const phrase = reading.phraseAt[head];
  const brought = phrase?.obliques.find(
    ({ marker, heads }) =>
      /^(?:of|for|to|in|from|with|against)$/.test(marker) && !heads.some((token) => reading.timeAt[token]),
  );
  const nominal = phrase !== undefined && clause.marker === "" && reading.tokens[head]?.upos === "NOUN";
  if (!nominal || !brought || isFixed(phrase, index, reading)) return undefined;
  const lesser = lesserBefore(reading.tokens, head);
  return {
    subjects: clause.topics,
    objects: brought.heads,
    words: ["be", ...(lesser ? [lesser] : []), phrase.lemma, brought.marker],
    used: markerTokens(brought.heads[0] as number, head, brought.marker, reading.tokens),
  };
}

/** "the secretary of state": an office of several words is of nothing yet. */
function isFixed({ lemma, head }: NounPhrase, { copulas }: PatternIndex, { tokens }: Reading): boolean {
  return (copulas.get(lemma) ?? []).some(
    ({ after }) =>
      after.length > 0 && after.every((word, i) => tokens[head + 1 + i]?.form.toLowerCase() === word),
  );
}

/** The tokens of a preposition between a predicate and the noun that it brings. */
function markerTokens(
  noun: number,
  predicate: number,
  marker: string,
  tokens: readonly { readonly form: string }[],
): readonly number[] {
  const words = new Set(marker.split(" "));
  const found: number[] = [];
  for (let i = predicate + 1; i < noun; i++)
    if (words.has(tokens[i]?.form.toLowerCase() ?? "")) found.push(i);
  return found.slice(0, words.size);
}

/** Lower camel case; undefined where a word is none of plain letters. */
function nameOf(words: readonly string[]): string | undefined {
  if (words.length === 0 || !words.every((word) => /^[a-z]{2,30}$/.test(word))) return undefined;
  return words.map((word, i) => (i === 0 ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`)).join("");
}

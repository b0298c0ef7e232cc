import type { AnnotatedDocument, Sentence, Token } from "../model/annotated-document.ts";
import type { Mention } from "../model/mention.ts";
import { contains, groupWithin, overlaps, type Span, spanOf } from "../model/span.ts";
import type { TimeExpression } from "../model/time.ts";
import { readVerbGroup, type VerbGroup } from "./verb-group.ts";

/** A stretch of a sentence that a construction takes as one: a noun phrase, a group of verbs, a time, or a word. */
export type Unit =
  | {
      readonly kind: "phrase";
      readonly span: Span;
      readonly tokens: readonly Token[];
      readonly mention: Mention;
    }
  | {
      readonly kind: "verbs";
      readonly span: Span;
      readonly tokens: readonly Token[];
      readonly group: VerbGroup;
    }
  | {
      readonly kind: "time";
      readonly span: Span;
      readonly tokens: readonly Token[];
      readonly time: TimeExpression;
    }
  | { readonly kind: "word"; readonly span: Span; readonly tokens: readonly Token[]; readonly lower: string };

/** A noun phrase among the units. */
export type PhraseUnit = Extract<Unit, { kind: "phrase" }>;
/** A group of verbs among the units. */
export type VerbUnit = Extract<Unit, { kind: "verbs" }>;

/** A sentence cut into units: what extractors read as long as there is no tree. */
export interface Reading {
  readonly document: AnnotatedDocument;
  readonly sentence: Sentence;
  /** In the order of the text, without overlap; together they cover all tokens. */
  readonly units: readonly Unit[];
  /** The mentions of the sentence, in the order of the text. */
  readonly mentions: readonly Mention[];
}

/** Cuts every sentence of a document into units. */
export function readingsOf(document: AnnotatedDocument): readonly Reading[] {
  const { sentences } = document;
  const mentions = groupWithin(sentences, document.mentions);
  const times = groupWithin(sentences, document.times);
  return sentences.map((sentence, i) => {
    const own = mentions[i] ?? [];
    return { document, sentence, mentions: own, units: cut(sentence.tokens, own, times[i] ?? []) };
  });
}

function cut(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  times: readonly TimeExpression[],
): readonly Unit[] {
  const phrases = mentions.filter(
    (m) => !mentions.some((other) => other !== m && isInside(m.phrase, other.phrase)),
  );
  const units: Unit[] = [];
  for (let i = 0; i < tokens.length; ) {
    const unit = unitAt(tokens, i, phrases, times);
    units.push(unit);
    i += unit.tokens.length;
  }
  return units;
}

/** Whether a phrase lies in a longer one. */
function isInside(inner: Span, outer: Span): boolean {
  return contains(outer, inner) && (outer.start !== inner.start || outer.end !== inner.end);
}

function unitAt(
  tokens: readonly Token[],
  i: number,
  phrases: readonly Mention[],
  times: readonly TimeExpression[],
): Unit {
  const token = tokens[i] as Token;
  const mention = phrases.find(({ phrase }) => overlaps(phrase, token));
  if (mention) {
    const own = take(tokens, i, mention.phrase);
    return { kind: "phrase", span: spanOver(own), tokens: own, mention };
  }
  const time = times.find((expression) => overlaps(expression, token));
  if (time) {
    const own = take(tokens, i, time);
    return { kind: "time", span: spanOver(own), tokens: own, time };
  }
  const free = tokens.slice(i, i + lengthUntilTaken(tokens, i, phrases, times));
  const group = readVerbGroup(free);
  if (group) return { kind: "verbs", span: spanOver(group.tokens), tokens: group.tokens, group };
  return { kind: "word", span: spanOf(token), tokens: [token], lower: token.form.toLowerCase() };
}

function take(tokens: readonly Token[], i: number, span: Span): readonly Token[] {
  let last = i + 1;
  while (last < tokens.length && overlaps(span, tokens[last] as Token)) last++;
  return tokens.slice(i, last);
}

function lengthUntilTaken(
  tokens: readonly Token[],
  i: number,
  phrases: readonly Mention[],
  times: readonly TimeExpression[],
): number {
  const taken = (token: Token) =>
    phrases.some(({ phrase }) => overlaps(phrase, token)) || times.some((time) => overlaps(time, token));
  let length = 1;
  // No group of verbs is longer, and a sentence may be very long.
  while (length < 12 && i + length < tokens.length && !taken(tokens[i + length] as Token)) length++;
  return length;
}

function spanOver(tokens: readonly Token[]): Span {
  return { start: (tokens[0] as Token).start, end: (tokens.at(-1) as Token).end };
}

/** Whether a unit is one of these words. */
export function isWord(unit: Unit | undefined, words: ReadonlySet<string> | string): boolean {
  if (unit?.kind !== "word") return false;
  return typeof words === "string" ? unit.lower === words : words.has(unit.lower);
}

const BEFORE_GERUNDS = new Set(
  "about against at besides by despite for from in of on over through to upon with without".split(" "),
);

/** Whether a unit is a preposition. */
export function isPreposition(unit: Unit | undefined): boolean {
  if (unit?.kind !== "word" || /^(?:that|as if)$/.test(unit.lower)) return false;
  const upos = unit.tokens[0]?.upos;
  // Universal Dependencies takes a preposition before a verb for a conjunction: "accused of helping".
  return upos === "ADP" || (upos === "SCONJ" && BEFORE_GERUNDS.has(unit.lower));
}

/** Whether the phrase at a place owns what follows: "Iran" in "Iran’s role". */
export function isPossessor(units: readonly Unit[], at: number): boolean {
  return isWord(units[at + 1], "'s") || isWord(units[at + 1], "’s");
}

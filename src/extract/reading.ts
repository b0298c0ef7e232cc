import type { AnnotatedDocument, Sentence, Token } from "../model/annotated-document.ts";
import type { Clause, NounPhrase, Tie } from "../model/clause.ts";
import type { Mention } from "../model/mention.ts";
import { contains, groupWithin, overlaps, type Span } from "../model/span.ts";
import { type TimeExpression, tellsWhen } from "../model/time.ts";

/** A sentence as extractors see it: what stands at each of its tokens. */
export interface Reading {
  readonly document: AnnotatedDocument;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly phrases: readonly NounPhrase[];
  /** By the token of the predicate. */
  readonly clauseAt: readonly (Clause | undefined)[];
  /** By the token of the noun. */
  readonly phraseAt: readonly (NounPhrase | undefined)[];
  /** The mention that a token belongs to, the shortest of them. */
  readonly mentionAt: readonly (Mention | undefined)[];
  /** The time that a token belongs to. */
  readonly timeAt: readonly (TimeExpression | undefined)[];
  /** In the order of the text. */
  readonly mentions: readonly Mention[];
  /** The chains of the document that a name belongs to. */
  readonly named: ReadonlySet<number>;
  /** The chains that a name or a description belongs to. */
  readonly told: ReadonlySet<number>;
  /** Those that tell when; what tells how long or how often dates nothing. */
  readonly times: readonly TimeExpression[];
}

/** Every sentence of a document with what stands at each of its tokens. */
export function readingsOf(document: AnnotatedDocument): readonly Reading[] {
  const { sentences, clauses } = document;
  const mentions = groupWithin(sentences, document.mentions);
  const times = groupWithin(sentences, document.times.filter(tellsWhen));
  const named = new Set(document.mentions.filter(({ kind }) => kind === "name").map(({ chain }) => chain));
  const told = new Set(document.mentions.filter(({ kind }) => kind !== "pronoun").map(({ chain }) => chain));
  return sentences.map((sentence, i) => {
    const { tokens } = sentence;
    const own = clauses[i] ?? { clauses: [], phrases: [] };
    const said = mentions[i] ?? [];
    return {
      document,
      sentence,
      tokens,
      ...own,
      clauseAt: placed(tokens.length, own.clauses),
      phraseAt: placed(tokens.length, own.phrases),
      mentionAt: mentionsAt(tokens, said),
      timeAt: timesAt(tokens, times[i] ?? []),
      mentions: said,
      named,
      told,
      times: times[i] ?? [],
    };
  });
}

function placed<T extends { readonly head: number }>(
  length: number,
  list: readonly T[],
): readonly (T | undefined)[] {
  const at = new Array<T | undefined>(length).fill(undefined);
  for (const item of list) at[item.head] = item;
  return at;
}

function mentionsAt(
  tokens: readonly Token[],
  mentions: readonly Mention[],
): readonly (Mention | undefined)[] {
  const at = new Array<Mention | undefined>(tokens.length).fill(undefined);
  for (const mention of mentions) {
    for (let i = firstFrom(tokens, mention.phrase.start); i < tokens.length; i++) {
      if (!overlaps(mention.phrase, tokens[i] as Token)) break;
      const before = at[i];
      if (!before || lengthOf(mention.phrase) <= lengthOf(before.phrase)) at[i] = mention;
    }
  }
  return at;
}

function timesAt(
  tokens: readonly Token[],
  times: readonly TimeExpression[],
): readonly (TimeExpression | undefined)[] {
  const at = new Array<TimeExpression | undefined>(tokens.length).fill(undefined);
  for (const time of times) {
    for (
      let i = firstFrom(tokens, time.start);
      i < tokens.length && overlaps(time, tokens[i] as Token);
      i++
    ) {
      at[i] = time;
    }
  }
  return at;
}

/** The first token that ends behind an offset. */
function firstFrom(tokens: readonly Token[], start: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).end <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** Whether a mention is a name, or refers to one. */
export function isNamed({ named }: Reading, { kind, chain }: Mention): boolean {
  return kind === "name" || named.has(chain);
}

/** Whether a mention is no pronoun, or one that refers to something. */
export function isTold({ told }: Reading, { kind, chain }: Mention): boolean {
  return kind !== "pronoun" || told.has(chain);
}

/** Whether a description holds a name that tells it from others of its kind: "a Kenyan official". */
export function isAnchored({ mentions }: Reading, mention: Mention): boolean {
  return (
    mention.kind === "nominal" &&
    mentions.some((other) => other !== mention && other.kind === "name" && contains(mention.phrase, other))
  );
}

/** Where a clause or a noun phrase hangs. */
export function tieAt({ clauseAt, phraseAt }: Reading, token: number): Tie | undefined {
  return (clauseAt[token] ?? phraseAt[token])?.above;
}

/** The text between two tokens, both included. */
export function spanBetween({ tokens }: Reading, first: number, last: number): Span {
  return { start: (tokens[first] as Token).start, end: (tokens[last] as Token).end };
}

/** Nouns for a part, a number or a kind of what stands behind their "of", which is what is meant. */
const PARTITIVES = new Set(
  (
    "all bit both bulk couple dozen dozens each either few half handful host hundred hundreds lot lots majority many " +
    "million millions most much number numbers one pair part parts remnant rest round score scores series set several " +
    "some spate stretch string succession swath swathe swathes tract tracts ten tens thousand thousands three two wave any none flurry barrage"
  ).split(" "),
);

/** Nouns for the ground around a place, which stands for it. */
const SURROUNDINGS = new Set("area areas neighbourhood neighborhood surroundings vicinity".split(" "));

/** The noun that is meant: "attacks" in "a series of attacks", "Homs" in "the area around Homs". */
export function meant({ phraseAt }: Reading, token: number): number {
  let at = token;
  for (let phrase = phraseAt[at]; phrase; phrase = phraseAt[at]) {
    const { lemma, obliques } = phrase;
    const bond = PARTITIVES.has(lemma) ? "of" : SURROUNDINGS.has(lemma) ? "around" : undefined;
    const next = obliques.find(({ marker }) => marker === bond)?.heads[0];
    if (next === undefined || next <= at) break;
    at = next;
  }
  return at;
}

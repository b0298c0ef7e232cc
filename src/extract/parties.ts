import type { Clause, NounPhrase } from "../model/clause.ts";
import type { Mention } from "../model/mention.ts";
import { isA, type Ontology } from "../model/ontology.ts";
import { hull, type Span, spanOf } from "../model/span.ts";
import type { Literal } from "../model/triple.ts";
import { meant, type Reading, spanBetween } from "./reading.ts";

/** A bare number that fills a slot: "30,000" in "its population of 30,000". */
export interface Amount {
  readonly mention?: undefined;
  readonly span: Span;
  readonly literal: Literal;
}

/** Who or what fills a slot. */
export interface Party {
  readonly mention: Mention;
  /** The whole noun phrase. */
  readonly span: Span;
  /** A number of unnamed ones instead of a mention: "270 workers". */
  readonly literal?: Literal | undefined;
}

/** The mentions that some nouns stand for, each once; nouns that are no mention are left out. */
export function partiesOf(reading: Reading, heads: readonly number[]): readonly Party[] {
  const found: Party[] = [];
  for (const head of heads.flatMap((token) => partsOf(reading, token))) {
    const mention = mentionFor(reading, head);
    if (
      !mention ||
      (mention.kind === "nominal" && MEASURE.test(mention.text)) ||
      found.some((party) => party.mention === mention)
    )
      continue;
    found.push({
      mention,
      span: spanFor(reading, head, mention),
      literal: literalAt(reading, head, mention),
    });
  }
  return found;
}

/** The mentions that some nouns stand for, and bare numbers. */
export function objectsOf(reading: Reading, heads: readonly number[]): readonly (Party | Amount)[] {
  const amounts = heads.flatMap((head): readonly Amount[] => {
    const value = reading.mentionAt[head] || reading.timeAt[head] ? undefined : numberAt(reading, head);
    if (value === undefined || reading.tokens[head]?.upos !== "NUM") return [];
    const datatype = Number.isInteger(value) ? "integer" : "decimal";
    return [{ span: spanBetween(reading, head, head), literal: { value: String(value), datatype } }];
  });
  return [...partiesOf(reading, heads), ...amounts];
}

/** "parts of Homs and Hama": the nouns behind "of". */
function partsOf(reading: Reading, head: number): readonly number[] {
  // "300 km from Homs" joined to "the city": what the distance is from.
  const phrase = reading.phraseAt[head];
  const from = phrase?.obliques.find(({ marker }) => marker === "from");
  if (from && phrase?.number !== undefined && MEASURE.test(phrase.lemma)) return from.heads;
  const inner = meant(reading, head);
  if (inner === head) return [head];
  const outer = reading.phrases.find(({ obliques }) => obliques.some(({ heads }) => heads[0] === inner));
  return outer?.obliques.find(({ heads }) => heads[0] === inner)?.heads ?? [inner];
}

/**
 * The noun that a relative clause speaks of: "who" is a person, "which" is none, and the tree may hang either on the
 * nearest name ("the inquiry into Lee, which …").
 */
export function agreeingAntecedent(
  reading: Reading,
  { above, head }: Clause,
  ontology: Ontology,
): number | undefined {
  if (above?.bond !== "relative") return undefined;
  const pronoun = reading.tokens
    .slice(above.head, head)
    .find(({ lemma, xpos }) => /^(?:who|which)$/.test(lemma) && /^W/.test(xpos))?.lemma;
  if (pronoun === undefined) return undefined;
  const agrees = (token: number) => {
    const type = mentionFor(reading, token)?.type;
    if (type === undefined) return undefined;
    return pronoun === "who"
      ? isA(ontology, type, "Person") || isA(ontology, type, "Group")
      : type !== "Person";
  };
  if (agrees(above.head) !== false) return above.head;
  for (let at = above.head, steps = 0; steps < 4; steps++) {
    const tie = reading.phraseAt[at]?.above;
    if (!tie || reading.clauseAt[tie.head]) return above.head;
    at = tie.head;
    if (agrees(at) !== false) return at;
  }
  return above.head;
}

/**
 * Who speaks or acts through a thing: the army through "the army statement", Lee through "Lee issued a statement".
 *
 * @returns the mentions of the nouns themselves where they are no such things
 */
export function actorsOf(
  reading: Reading,
  heads: readonly number[],
  isThing: (mention: Mention) => boolean,
): readonly Party[] {
  return heads.flatMap((head) => {
    const own = partiesOf(reading, [head]);
    const [party] = own;
    if (party?.mention.kind !== "nominal" || !isThing(party.mention)) return own;
    const behind = behindThing(reading, head).flatMap((token) => partiesOf(reading, [token]));
    const named = behind.filter(({ mention }) => mention !== party.mention && mention.kind !== "pronoun");
    return named.length > 0 ? named : own;
  });
}

function behindThing({ phraseAt, clauseAt, mentionAt }: Reading, head: number): readonly number[] {
  const phrase = phraseAt[head];
  if (!phrase) return [];
  // "rockets fired by the rebels"
  const made = phrase.complements.flatMap(({ head: verb, bond }) =>
    bond === "attribute" ? (clauseAt[verb]?.subjects ?? []) : [],
  );
  const by = phrase.obliques
    .filter(({ marker }) => /^(?:by|from|of)$/.test(marker))
    .flatMap(({ heads }) => heads);
  const before = phrase.modifiers.filter((token) => mentionAt[token] !== mentionAt[head]);
  const { above } = phrase;
  const issuer =
    above?.bond === "object" || above?.bond === "oblique" ? clauseAt[above.head]?.subjects : undefined;
  return (
    [phrase.owners, made.filter((token) => token !== head), before, by, issuer ?? []].find((list) =>
      list.some((token) => mentionAt[token]),
    ) ?? []
  );
}

/** The mention of a noun; of a description beside a name, the name: "the capital, Oslo", "Oslo, a town that …". */
export function mentionFor(reading: Reading, head: number): Mention | undefined {
  const { mentionAt, phraseAt } = reading;
  const own = mentionAt[head];
  if (own?.kind === "name" || own?.kind === "pronoun") return own;
  const phrase = phraseAt[head];
  if (!phrase) return own;
  const inner = phrase.obliques
    .flatMap(({ heads }) => heads)
    .flatMap((token) => phraseAt[token]?.appositions ?? []);
  const persons = own?.type === "Person" ? inner.filter((token) => mentionAt[token]?.type === "Person") : [];
  const beside = [
    ...phrase.appositions.filter((token) => standsBeside(reading, phrase, token)),
    ...persons,
    ...(phrase.above?.bond === "apposition" ? [phrase.above.head] : []),
  ].map((token) => mentionAt[token]);
  return beside.find((mention) => mention?.kind === "name" && fitsBeside(own, mention)) ?? own;
}

/** "the roof of the church in the capital Paris": what stands behind another noun without a comma belongs to that one. */
function standsBeside({ phraseAt, tokens }: Reading, { obliques, head }: NounPhrase, name: number): boolean {
  const first = phraseAt[name]?.first ?? name;
  const between = obliques.some(({ heads }) => heads.some((token) => head < token && token < name));
  return !between || /^[,(]$/.test(tokens[first - 1]?.form ?? "");
}

/** A person is no place, whatever the tree says. */
function fitsBeside(described: Mention | undefined, named: Mention): boolean {
  const [a, b] = [described?.type, named.type];
  return a === undefined || b === undefined || a === b || (a === "Person") === (b === "Person");
}

function spanFor({ phraseAt, mentionAt, ...reading }: Reading, head: number, mention: Mention): Span {
  const phrase = phraseAt[head];
  if (!phrase || mentionAt[head] !== mention) return spanOf(mention.phrase);
  return hull(spanBetween({ phraseAt, mentionAt, ...reading }, phrase.first, phrase.last), mention.phrase);
}

const NUMBERS: ReadonlyMap<string, number> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, i): [string, number] => [word, i])
    .concat(
      "twenty thirty forty fifty sixty seventy eighty ninety"
        .split(" ")
        .map((word, i): [string, number] => [word, 20 + 10 * i]),
    ),
);
const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1_000],
  ["million", 1_000_000],
  ["billion", 1_000_000_000],
]);

/** Lengths, times and shares are told of other things; nobody does anything to them. */
export const MEASURE =
  /(?:\b|\d)(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|foot|percent|per cent|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)$/i;

/** "270 workers" as a number with its unit; a named or definite group is itself. */
function literalAt(reading: Reading, head: number, mention: Mention): Literal | undefined {
  const phrase = reading.phraseAt[head];
  const people = mention.kind === "name" && /^NNP?S$/.test(reading.tokens[head]?.xpos ?? "");
  if ((mention.kind !== "nominal" && !people) || phrase?.number === undefined || phrase.number >= head)
    return undefined;
  if (/^(?:the|these|those)$/.test(phrase.determiner) || phrase.owners.length > 0) return undefined;
  const value = numberAt(reading, phrase.number);
  // "one" is an article more often than a count.
  if (value === undefined || value === 1 || MEASURE.test(mention.text)) return undefined;
  const unit = reading.tokens
    .slice(phrase.number + 1, head + 1)
    .map(({ form }) => form)
    .join(" ");
  return { value: String(value), datatype: Number.isInteger(value) ? "integer" : "decimal", unit };
}

/** The number that ends at a token: "1,200", "twelve", "1.5 million". */
export function numberAt({ tokens }: Pick<Reading, "tokens">, at: number): number | undefined {
  const own = numeric(tokens[at]?.form ?? "");
  if (own !== undefined) return own;
  const scale = SCALES.get(tokens[at]?.form.toLowerCase() ?? "");
  const before = at > 0 ? numeric(tokens[at - 1]?.form ?? "") : undefined;
  if (scale === undefined || before === undefined) return undefined;
  return Math.round(before * scale * 1_000) / 1_000;
}

function numeric(form: string): number | undefined {
  const word = NUMBERS.get(form.toLowerCase());
  if (word !== undefined) return word;
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,15}(?:\.\d+)?$/.test(form)
    ? Number(form.replaceAll(",", ""))
    : undefined;
}

import type { MentionKind } from "../../src/model/mention.ts";
import { mentionKeys, type ReadDocument, type ReadMention } from "./coreference-reading.ts";
import { coreferring } from "./coreference-score.ts";
import type { GumMention, PlacedMention } from "./gum-coreference.ts";
import type { GoldSentence, GoldWord } from "./treebank.ts";

/** How a mention of GUM refers back, in words for people. */
export const LINK_KINDS = [
  "I, we, you",
  "my, our, your",
  "he, she, it, they",
  "his, her, its, their",
  "myself, itself, each other",
  "who, which",
  "this, that",
  "other pronoun",
  "apposition",
  "predicate of a copula",
  "name that shares a word",
  "name with other words",
  "noun as before",
  "other noun",
  "clause or other",
] as const;

/** One of `LINK_KINDS`. */
export type LinkKind = (typeof LINK_KINDS)[number];

/** Why a link of GUM is not found: no mention is read there, it is alone in its chain, or with others. */
export type Miss = "no mention" | "alone" | "with others";

/** A mention of GUM that refers back to one before it in its chain. */
export interface GoldLink {
  readonly mention: GumMention;
  /** The one before it. */
  readonly antecedent: GumMention;
  readonly kind: LinkKind;
  /** Absent where it is found: some mention of the chain before it is in its chain as read. */
  readonly missed?: Miss | undefined;
  /** The nearest mention before it that it was linked to instead. */
  readonly instead?: ReadMention | undefined;
}

/** Why a link of ours is wrong: GUM marks nothing there, or marks it alone in its chain, or in another. */
export type Wrong = "no mention" | "alone" | "another chain";

/** A mention of ours that refers back to one before it in its chain. */
export interface ReadLink {
  readonly mention: ReadMention;
  /** The one before it. */
  readonly antecedent: ReadMention;
  readonly kind: MentionKind;
  /** Absent where it is right: some mention of our chain before it is in its chain in GUM. */
  readonly wrong?: Wrong | undefined;
}

/** The links of a document as GUM has them, with whether they were found. Mentions are matched by their heads. */
export function goldLinks({ gum, read }: ReadDocument): readonly GoldLink[] {
  const keys = keyed(gum.mentions);
  const ours = keyed(read);
  const chainOf = chainByKey(ours);
  const size = sizes([...ours.values()]);
  return linked(keys).map(({ mention, antecedent, before }) => {
    const kind = kindOf(mention, before, gum.sentences);
    const chain = chainOf.get(mention.key);
    const isFound = chain !== undefined && before.some(({ key }) => chainOf.get(key) === chain);
    const found: GoldLink = { mention: mention.value, antecedent: antecedent.value, kind };
    if (isFound) return found;
    const missed = chain === undefined ? "no mention" : size.get(chain) === 1 ? "alone" : "with others";
    const instead = read.findLast(
      (other) => missed === "with others" && other.chain === chain && isBefore(other, mention.value),
    );
    return { ...found, missed, instead };
  });
}

/** The links of a document as they were read, with whether they are right. Mentions are matched by their heads. */
export function readLinks({ gum, read }: ReadDocument): readonly ReadLink[] {
  const keys = keyed(gum.mentions);
  const chainOf = chainByKey(keys);
  const size = sizes([...keys.values()]);
  return linked(keyed(read)).map(({ mention, antecedent, before }) => {
    const link: ReadLink = {
      mention: mention.value,
      antecedent: antecedent.value,
      kind: mention.value.mention.kind,
    };
    const chain = chainOf.get(mention.key);
    if (chain !== undefined && before.some(({ key }) => chainOf.get(key) === chain)) return link;
    const wrong = chain === undefined ? "no mention" : size.get(chain) === 1 ? "alone" : "another chain";
    return { ...link, wrong };
  });
}

/** How the words of our mentions in chains differ from those of GUM with the same head: "right end longer". */
export function spanDifferences({
  gum,
  read,
}: ReadDocument): readonly { readonly how: string; readonly gold: GumMention; readonly ours: ReadMention }[] {
  const chained = (mentions: readonly PlacedMention[]) =>
    new Set(coreferring(byChain(keyed(mentions))).flat());
  const [goldChained, readChained] = [chained(gum.mentions), chained(read)];
  const gold = keyed(gum.mentions);
  return [...keyed(read)].flatMap(([key, { value: ours }]) => {
    const wanted = gold.get(key)?.value;
    if (!wanted || !goldChained.has(key) || !readChained.has(key)) return [];
    const left = end("left", wanted.first - ours.first);
    const right = end("right", ours.last - wanted.last);
    return [
      { how: [left, right].filter((part) => part !== "").join(", ") || "the same", gold: wanted, ours },
    ];
  });
}

function end(side: string, more: number): string {
  return more === 0 ? "" : more > 0 ? `${side} end too long` : `${side} end too short`;
}

interface Keyed<T> {
  readonly key: string;
  readonly value: T;
}

/** Mentions by their keys, in the order of the text; of those with one key, the one in the longest chain. */
function keyed<T extends PlacedMention>(mentions: readonly T[]): ReadonlyMap<string, Keyed<T>> {
  const keys = mentionKeys(mentions, "head");
  const size = new Map<string, number>();
  for (const { chain } of mentions) size.set(chain, (size.get(chain) ?? 0) + 1);
  const found = new Map<string, Keyed<T>>();
  mentions.forEach((value, i) => {
    const key = keys[i] as string;
    const other = found.get(key)?.value;
    if (!other || (size.get(value.chain) as number) > (size.get(other.chain) as number))
      found.set(key, { key, value });
  });
  return new Map([...found].sort(([, a], [, b]) => order(a.value, b.value)));
}

function order(a: PlacedMention, b: PlacedMention): number {
  return a.sentence - b.sentence || a.head - b.head || a.last - a.first - (b.last - b.first);
}

function isBefore(a: PlacedMention, b: PlacedMention): boolean {
  return order(a, b) < 0;
}

function chainByKey(mentions: ReadonlyMap<string, Keyed<PlacedMention>>): ReadonlyMap<string, string> {
  return new Map([...mentions].map(([key, { value }]) => [key, value.chain]));
}

function sizes(mentions: readonly Keyed<PlacedMention>[]): ReadonlyMap<string, number> {
  const size = new Map<string, number>();
  for (const { value } of mentions) size.set(value.chain, (size.get(value.chain) ?? 0) + 1);
  return size;
}

function byChain(mentions: ReadonlyMap<string, Keyed<PlacedMention>>): readonly (readonly string[])[] {
  const found = new Map<string, string[]>();
  for (const [key, { value }] of mentions) found.set(value.chain, [...(found.get(value.chain) ?? []), key]);
  return [...found.values()];
}

/** Mentions that have others of their chain before them. */
function linked<T extends PlacedMention>(mentions: ReadonlyMap<string, Keyed<T>>) {
  const before = new Map<string, Keyed<T>[]>();
  return [...mentions.values()].flatMap((mention) => {
    const own = before.get(mention.value.chain) ?? [];
    before.set(mention.value.chain, [...own, mention]);
    const antecedent = own.at(-1);
    return antecedent ? [{ mention, antecedent, before: own }] : [];
  });
}

function kindOf(
  { value }: Keyed<GumMention>,
  before: readonly Keyed<GumMention>[],
  sentences: readonly GoldSentence[],
): LinkKind {
  if (value.link === "appos") return "apposition";
  if (value.link === "pred") return "predicate of a copula";
  const word = headWord(value, sentences);
  const pronoun = pronounKind(word);
  if (pronoun) return pronoun;
  if (word.upos === "PROPN") {
    const earlier = before.flatMap((other) => namesIn(other.value, sentences));
    return namesIn(value, sentences).some((name) => earlier.includes(name))
      ? "name that shares a word"
      : "name with other words";
  }
  if (word.upos !== "NOUN") return "clause or other";
  const isRepeated = before.some((other) => headWord(other.value, sentences).lemma === word.lemma);
  return isRepeated ? "noun as before" : "other noun";
}

function headWord({ sentence, head }: PlacedMention, sentences: readonly GoldSentence[]): GoldWord {
  return sentences[sentence]?.words[head] as GoldWord;
}

function namesIn(
  { sentence, first, last }: PlacedMention,
  sentences: readonly GoldSentence[],
): readonly string[] {
  const words = sentences[sentence]?.words.slice(first, last + 1) ?? [];
  return words.filter(({ upos }) => upos === "PROPN").map(({ lemma }) => lemma.toLowerCase());
}

/** The kinds of pronouns by their forms; those that are also other words by their tags. */
const PRONOUNS: readonly (readonly [LinkKind, RegExp])[] = [
  ["my, our, your", /^(?:my|our|your|mine|ours|yours)$/],
  ["myself, itself, each other", /sel(?:f|ves)$/],
  ["I, we, you", /^(?:i|me|we|us|you|'s|’s|ya|y')$/],
  ["who, which", /^(?:who|whom|whose|which|what)$/],
  ["this, that", /^(?:this|that|these|those)$/],
  ["his, her, its, their", /^(?:hers|theirs|its|his|their)$/],
  ["he, she, it, they", /^(?:he|him|she|her|it|they|them|'em)$/],
];

function pronounKind({ form, upos, xpos }: GoldWord): LinkKind | undefined {
  if (upos !== "PRON" && upos !== "DET") return undefined;
  const lower = form.toLowerCase();
  if (/^W/.test(xpos)) return "who, which";
  if (xpos === "PRP$" && lower === "her") return "his, her, its, their";
  return PRONOUNS.find(([, forms]) => forms.test(lower))?.[0] ?? "other pronoun";
}

import type { Annotator } from "../../src/annotate/index.ts";
import type { Piece } from "../../src/annotate/tokens.ts";
import { bodyDocument } from "../../src/cli/document-line.ts";
import type { Sentence } from "../../src/model/annotated-document.ts";
import type { Mention } from "../../src/model/mention.ts";
import { contains, overlaps, type Span } from "../../src/model/span.ts";
import type { DocumentChains } from "./coreference-score.ts";
import { type GumDocument, headOf, type PlacedMention } from "./gum-coreference.ts";
import { mentionWords } from "./mention-words.ts";
import { type GoldSentence, rawText } from "./treebank.ts";

/** A mention of ours, with the words by which it is scored. */
export interface ReadMention extends PlacedMention {
  readonly mention: Mention;
}

/** A document of GUM with what was read from it. */
export interface ReadDocument {
  readonly gum: GumDocument;
  /** In the order of the text. */
  readonly read: readonly ReadMention[];
}

/** How mentions of ours and of GUM are told to be the same: by all their words, or by the word that they hang on. */
export type Matching = "words" | "head";

/** Reads a document of GUM with its sentences and words as they are cut there. */
export function readDocument(gum: GumDocument, annotate: Annotator): ReadDocument {
  const { text, pieces } = cutText(gum.sentences);
  const { sentences, mentions } = annotate(bodyDocument(gum.id, text), pieces);
  if (sentences.some(({ tokens }, i) => tokens.length !== gum.sentences[i]?.words.length))
    throw new Error(`${gum.id}: the words that were read are not the words that were given`);
  return { gum, read: mentions.map((mention) => placed(mention, sentences)) };
}

/**
 * The text of some sentences, and the place of each of their words.
 *
 * Parts of words that are written as one have their own places where their letters make up the whole, else all have
 * that of the whole.
 */
export function cutText(sentences: readonly GoldSentence[]): {
  readonly text: string;
  readonly pieces: readonly (readonly Piece[])[];
} {
  const text = rawText(sentences);
  let at = 0;
  const place = (form: string): Span => {
    const start = text.indexOf(form, at);
    if (start < 0 || text.slice(at, start).trim() !== "")
      throw new Error(`"${form}" is not where it should be, before "${text.slice(at, at + 40)}"`);
    at = start + form.length;
    return { start, end: at };
  };
  const pieces = sentences.map(({ words, fused }) => {
    const cut: Piece[] = [];
    for (let i = 0; i < words.length; ) {
      const whole = fused.find(({ first }) => first === i + 1);
      const parts = words.slice(i, whole?.last ?? i + 1).map(({ form }) => form);
      const spelt = whole === undefined || parts.join("") === whole.form;
      const span = spelt ? undefined : place(whole.form);
      for (const form of parts) cut.push({ form, ...(span ?? place(form)) });
      i += parts.length;
    }
    return cut;
  });
  return { text, pieces };
}

function placed(mention: Mention, sentences: readonly Sentence[]): ReadMention {
  const sentence = sentences.findIndex((each) => contains(each, mention));
  const { tokens } = sentences[sentence] as Sentence;
  const head = headToken(mention, tokens);
  return { mention, sentence, head, ...mentionWords(tokens, head), chain: String(mention.chain) };
}

/** The token by which a mention hangs on its sentence; of a name inside a longer phrase, its own. */
function headToken(mention: Mention, tokens: Sentence["tokens"]): number {
  const first = tokens.findIndex((token) => overlaps(token, mention));
  const last = tokens.findLastIndex((token) => overlaps(token, mention));
  return headOf(tokens, first, last);
}

/** The chains of a document as they are scored. */
export function chainsOf({ gum, read }: ReadDocument, matching: Matching): DocumentChains {
  return { key: chainsBy(gum.mentions, matching), response: chainsBy(read, matching) };
}

function chainsBy(mentions: readonly PlacedMention[], matching: Matching): readonly (readonly string[])[] {
  const keys = mentionKeys(mentions, matching);
  const chains = new Map<string, string[]>();
  mentions.forEach(({ chain }, i) => {
    chains.set(chain, [...(chains.get(chain) ?? []), keys[i] as string]);
  });
  return [...chains.values()];
}

/**
 * What tells mentions of a document from each other.
 *
 * By their heads, of several that hang on one word ("Ann" in "Ann and Bob", and the pair) the shortest is the word’s own,
 * the next its second, and so on.
 */
export function mentionKeys(mentions: readonly PlacedMention[], matching: Matching): readonly string[] {
  if (matching === "words")
    return mentions.map(({ sentence, first, last }) => `${sentence}:${first}-${last}`);
  const lengths = new Map<string, Set<number>>();
  const wordOf = ({ sentence, head }: PlacedMention) => `${sentence}:${head}`;
  for (const mention of mentions) {
    const own = lengths.get(wordOf(mention)) ?? new Set();
    lengths.set(wordOf(mention), own.add(mention.last - mention.first));
  }
  return mentions.map((mention) => {
    const own = [...(lengths.get(wordOf(mention)) ?? [])].sort((a, b) => a - b);
    const rank = own.indexOf(mention.last - mention.first);
    return rank === 0 ? wordOf(mention) : `${wordOf(mention)}+${rank}`;
  });
}

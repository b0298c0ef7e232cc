import { kernelEngine } from "./kernel-engine.ts";
import { lemmaOf } from "./lemma.ts";
import { Network, type Reading } from "./network.ts";
import { plainEngine } from "./plain-engine.ts";
import { governorOf } from "./spans.ts";
import { readWeights, type Weights } from "./weights.ts";

/** What the parser says of one word. */
export interface ParsedWord {
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Counted from 1 in its sentence; 0 is the root. */
  readonly head: number;
  readonly deprel: string;
}

/** A mention as the network marks it: words `first` to `last`, counted from 0, both inside. */
export interface ParsedMention {
  readonly first: number;
  readonly last: number;
  /** One of GUM's ten types: `person`, `place`, `organization` … */
  readonly type: string;
  /** Whether the word that it hangs on is a proper noun. */
  readonly named: boolean;
}

/** A sentence with its tree, which is projective and has one root, and its mentions, which may be nested. */
export interface ParsedSentence {
  readonly words: readonly ParsedWord[];
  readonly mentions: readonly ParsedMention[];
}

/** Tags, lemmas, trees and mentions for sentences that are cut into words already. */
export interface Parser {
  /** The name of the weights: `default`, `fast`. */
  readonly model: string;
  /**
   * Answers in the order of the sentences; one without words has none.
   *
   * A sentence of more than `LONGEST_SENTENCE` words is read in parts, whose trees hang on the first one's root as `parataxis`.
   */
  readonly parse: (sentences: readonly (readonly string[])[]) => readonly ParsedSentence[];
  /** The lemma that a form would have with another tag of the Penn Treebank. */
  readonly lemma: (form: string, xpos: string) => string;
}

/** A sentence this long is a table or a broken scrape; it is cut, so that no later step meets it whole. */
export const LONGEST_SENTENCE = 240;

/**
 * Opens a parser on the bytes of a weights file; about 50 ms.
 *
 * It runs on WebAssembly where the platform has SIMD, else in plain JavaScript with the same answers. `plain` asks for the
 * latter in any case.
 *
 * @throws WeightsError where the bytes are no weights file of this version.
 */
export function openParser(bytes: Uint8Array, { plain = false }: { readonly plain?: boolean } = {}): Parser {
  const weights = readWeights(bytes);
  const makeEngine = (size: number) => (plain ? undefined : kernelEngine(size)) ?? plainEngine(size);
  const network = new Network(weights, makeEngine, LONGEST_SENTENCE);
  return {
    model: weights.model,
    lemma: (form, xpos) => lemmaOf(form, xpos, false, weights.lemmas),
    parse: (sentences) => {
      const parts = sentences.map(partsOf);
      const readings = network.read(parts.flat());
      let at = 0;
      return parts.map((forms) =>
        joined(forms.map((part) => sentenceOf(part, readings[at++] as Reading, weights))),
      );
    },
  };
}

function partsOf(forms: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(forms.length / LONGEST_SENTENCE);
  return Array.from({ length: count }, (_, i) =>
    forms.slice(i * LONGEST_SENTENCE, (i + 1) * LONGEST_SENTENCE),
  );
}

/** The parts of one sentence as one. */
function joined(parts: readonly ParsedSentence[]): ParsedSentence {
  const [first, ...others] = parts;
  if (!first) return { words: [], mentions: [] };
  const root = first.words.findIndex(({ head }) => head === 0) + 1;
  let before = first.words.length;
  const words = [...first.words];
  const mentions = [...first.mentions];
  for (const part of others) {
    for (const word of part.words) {
      words.push(
        word.head === 0
          ? { ...word, head: root, deprel: "parataxis" }
          : { ...word, head: word.head + before },
      );
    }
    for (const mention of part.mentions)
      mentions.push({ ...mention, first: mention.first + before, last: mention.last + before });
    before += part.words.length;
  }
  return { words, mentions };
}

function sentenceOf(forms: readonly string[], reading: Reading, weights: Weights): ParsedSentence {
  const { upos, xpos, labels, types, lemmas } = weights;
  const named = (place: number) => upos[reading.upos[place] as number] === "PROPN";
  return {
    words: forms.map((form, i) => {
      const tag = xpos[reading.xpos[i] as number] as string;
      return {
        lemma: lemmaOf(form, tag, i === 0, lemmas),
        upos: upos[reading.upos[i] as number] as string,
        xpos: tag,
        head: reading.heads[i] as number,
        deprel: labels[reading.labels[i] as number] as string,
      };
    }),
    mentions: reading.spans.map(({ first, last, type }) => ({
      ...{ first, last, type: types[type] as string },
      named: named(governorOf(reading.heads, first, last)),
    })),
  };
}

import type { Parser } from "../../src/annotate/parser/parser.ts";
import { readSentences } from "../../src/annotate/reading.ts";
import { sentenceStarts } from "../../src/annotate/sentence-ends.ts";
import { tokenise } from "../../src/annotate/tokens.ts";
import { type ConllScores, conllScores, placed } from "../support/conll-score.ts";
import { mentionRates, type Rates, subjectObjectPairs } from "../support/mention-score.ts";
import { rawText, readTreebank } from "../support/treebank.ts";

/** How well a parser reads a treebank. */
export interface TreebankScores {
  /** Words and sentences as gold cuts them. */
  readonly given: ConllScores;
  /** From raw text. */
  readonly raw: ConllScores;
  readonly pairs: { readonly right: number; readonly of: number };
  /** Empty for a treebank without mentions. */
  readonly mentions: ReadonlyMap<string, Rates>;
}

/** Reads a treebank, named as `gum-dev`, in both ways, as the program would. */
export function scoresOn(name: string, parser: Parser): TreebankScores {
  const gold = readTreebank(name);
  const wanted = placed(gold.map(({ words }) => words));
  const forms = gold.map(({ words }) => words.map(({ form }) => form));
  const read = readSentences(parser, forms);
  const text = rawText(gold);
  const pieces = tokenise(text, { start: 0, end: text.length });
  const { starts } = sentenceStarts(pieces, text);
  const cut = starts.map((start, i) => pieces.slice(start, starts[i + 1]).map(({ form }) => form));
  return {
    given: conllScores(wanted, placed(withForms(forms, read))),
    raw: conllScores(wanted, placed(withForms(cut, readSentences(parser, cut)))),
    pairs: subjectObjectPairs(
      gold,
      read.map(({ words }) => words),
    ),
    mentions: name.startsWith("gum")
      ? mentionRates(
          gold,
          read.map(({ mentions }) => mentions),
        )
      : new Map(),
  };
}

function withForms(forms: readonly (readonly string[])[], read: ReturnType<typeof readSentences>) {
  return read.map(({ words }, i) => words.map((word, k) => ({ ...word, form: forms[i]?.[k] as string })));
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the treebanks lie that come with no release; what needs them skips without them. */
export const TREEBANKS = join(import.meta.dirname, "../../../shared/data/treebanks");

/** A word of a treebank: `head` counts from 1, 0 is the root. */
export interface GoldWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
  readonly misc: string;
}

/** A sentence of a treebank with the text it was cut from. */
export interface GoldSentence {
  readonly text: string;
  /** Whether a paragraph begins with it. */
  readonly opens: boolean;
  /** Whether a document begins with it. */
  readonly first: boolean;
  readonly words: readonly GoldWord[];
  /** Words that are written as one: 1-based numbers of the first and last. */
  readonly fused: readonly { readonly form: string; readonly first: number; readonly last: number }[];
}

/** Whether the treebanks are at hand. */
export const hasTreebanks = existsSync(join(TREEBANKS, "ewt-dev.conllu"));

/** Reads a treebank file, named as `ewt-dev`. */
export function readTreebank(name: string): readonly GoldSentence[] {
  return readConllu(readFileSync(join(TREEBANKS, `${name}.conllu`), "utf8"));
}

/** Reads CoNLL-U; empty nodes are passed over. */
export function readConllu(text: string): readonly GoldSentence[] {
  return text
    .split(/\n\n+/)
    .filter((block) => /^\d/m.test(block))
    .map((block) => {
      const lines = block.split("\n");
      const rows = lines.filter((line) => /^\d/.test(line)).map((line) => line.split("\t"));
      return {
        text: lines.find((line) => line.startsWith("# text = "))?.slice(9) ?? "",
        opens: lines.some((line) => /^# newpar/.test(line)),
        first: lines.some((line) => /^# newdoc/.test(line)),
        words: rows
          .filter(([id]) => /^\d+$/.test(id as string))
          .map(
            ([, form, lemma, upos, xpos, , head, deprel, , misc]) =>
              ({
                form,
                lemma,
                upos,
                xpos,
                head: Number(head),
                deprel,
                misc,
              }) as GoldWord,
          ),
        fused: rows
          .filter(([id]) => /^\d+-\d+$/.test(id as string))
          .map(([id, form]) => {
            const [first, last] = (id as string).split("-").map(Number);
            return { form: form as string, first: first as number, last: last as number };
          }),
      };
    });
}

/** The raw text of a treebank: sentences joined by a space, a blank line before each paragraph and document. */
export function rawText(sentences: readonly GoldSentence[]): string {
  return sentences
    .map(({ text, opens, first }, i) => (i === 0 ? "" : opens || first ? "\n\n" : " ") + text)
    .join("");
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type GoldSentence, type GoldWord, readConllu, TREEBANKS } from "./treebank.ts";

/** A mention by its words, counted from 0 in its sentence. */
export interface PlacedMention {
  /** Counted from 0 in the document. */
  readonly sentence: number;
  readonly first: number;
  /** Inside, as `first` is. */
  readonly last: number;
  /** The word that the others hang on. */
  readonly head: number;
  /** Equal for mentions of one thing in one document. */
  readonly chain: string;
}

/** A mention that GUM marks. */
export interface GumMention extends PlacedMention {
  /** One of the ten types: `person`, `place` … */
  readonly type: string;
  /** How it is tied to the chain: `coref`, `ana`, `cata`, `appos`, `pred`, `disc` (to a clause); `sgl` for no chain. */
  readonly link: string;
}

/** A document of GUM. */
export interface GumDocument {
  /** `GUM_news_iodine` */
  readonly id: string;
  /** The second part of the id: `news`. */
  readonly genre: string;
  readonly sentences: readonly GoldSentence[];
  /** In the order of the text, the longer first. */
  readonly mentions: readonly GumMention[];
}

/** The fields of `Entity=` where the file does not tell them. */
const FIELDS = "GRP-etype-infstat-salience-centering-minspan-link-identity";

/** Reads the documents of a GUM file, named as `gum-dev`. */
export function readGum(name: string): readonly GumDocument[] {
  return gumDocuments(readFileSync(join(TREEBANKS, `${name}.conllu`), "utf8"));
}

/**
 * Reads the documents of CoNLL-U with the mentions and chains that `Entity=` marks in its last column.
 *
 * Left out: mentions in several pieces (`7[1/2]`; our copy has none), brackets without their other half, antecedents
 * that are several chains (`SplitAnte`), bridging, and whatever stands on empty nodes or on the lines of words that are
 * written as one (GUM marks nothing there).
 */
export function gumDocuments(text: string): readonly GumDocument[] {
  const fields = (/^# global\.Entity = (.+)$/m.exec(text)?.[1] ?? FIELDS).trim().split("-");
  return text.split(/^(?=# newdoc id = )/m).flatMap((part) => {
    const id = /^# newdoc id = (.+)$/m.exec(part)?.[1]?.trim();
    return id === undefined ? [] : [documentOf(id, readConllu(part), fields)];
  });
}

function documentOf(id: string, sentences: readonly GoldSentence[], fields: readonly string[]): GumDocument {
  const mentions = sentences.flatMap(({ words }, i) => mentionsIn(words, i, fields));
  return { id, genre: id.split("_")[1] ?? "", sentences, mentions };
}

interface Opening {
  readonly first: number;
  readonly values: readonly string[];
}

function mentionsIn(
  words: readonly GoldWord[],
  sentence: number,
  fields: readonly string[],
): readonly GumMention[] {
  const [group, type, link] = ["GRP", "etype", "link"].map((name) => fields.indexOf(name)) as [
    number,
    number,
    number,
  ];
  const opened = new Map<string, Opening[]>();
  const found: GumMention[] = [];
  const put = ({ first, values }: Opening, last: number) =>
    found.push({
      sentence,
      first,
      last,
      head: headOf(words, first, last),
      chain: values[group] ?? "",
      type: values[type] ?? "",
      link: values[link] ?? "",
    });
  words.forEach(({ misc }, i) => {
    for (const [, opening, closed, closing] of entityOf(misc).matchAll(/\(([^()]+)(\)?)|([^()]+)\)/g)) {
      const values = (opening ?? "").split("-");
      const id = closing ?? values[group] ?? "";
      if (id.includes("[")) continue;
      if (closing !== undefined) {
        const start = opened.get(id)?.pop();
        if (start) put(start, i);
      } else if (closed) put({ first: i, values }, i);
      else opened.set(id, [...(opened.get(id) ?? []), { first: i, values }]);
    }
  });
  return found.sort((a, b) => a.first - b.first || b.last - a.last);
}

function entityOf(misc: string): string {
  const value = misc.split("|").find((part) => part.startsWith("Entity="));
  return value?.slice("Entity=".length) ?? "";
}

/** The first word from `first` to `last` that hangs on none of them. */
export function headOf(words: readonly { readonly head: number }[], first: number, last: number): number {
  for (let i = first; i <= last; i++) {
    const above = (words[i]?.head ?? 0) - 1;
    if (above < first || above > last) return i;
  }
  return first;
}

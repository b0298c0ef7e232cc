import type { GoldSentence, GoldWord } from "./treebank.ts";

/** A mention: words `first` to `last`, counted from 0, both inside, with one of GUM's ten types. */
export interface MarkedMention {
  readonly first: number;
  readonly last: number;
  readonly type: string;
}

const TYPES = /^(?:abstract|animal|event|object|organization|person|place|plant|substance|time)$/;

/** The mentions that GUM marks in a sentence (`Entity=` in the last column); broken ones are left out, as in training. */
export function goldMentions({ words }: GoldSentence): readonly MarkedMention[] {
  const opened = new Map<string, { readonly first: number; readonly type: string }[]>();
  const found = new Map<string, MarkedMention>();
  const put = (mention: MarkedMention) => {
    const key = `${mention.first}:${mention.last}`;
    const before = found.get(key);
    if (!before || mention.type < before.type) found.set(key, mention);
  };
  words.forEach(({ misc }, i) => {
    const value =
      misc
        .split("|")
        .find((part) => part.startsWith("Entity="))
        ?.slice(7) ?? "";
    for (const [, opening, closed, closing] of value.matchAll(/\(([^()]+)(\)?)|([^()]+)\)/g)) {
      if (opening !== undefined) {
        const [id = "", type = ""] = opening.split("-");
        if (id.includes("[") || !TYPES.test(type)) continue;
        if (closed) put({ first: i, last: i, type });
        else opened.set(id, [...(opened.get(id) ?? []), { first: i, type }]);
      } else {
        const start = opened.get(closing as string)?.pop();
        if (start) put({ ...start, last: i });
      }
    }
  });
  return [...found.values()];
}

/** Precision, recall and F1 in percent, and how many there are in gold. */
export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
}

/** Rates for all mentions, for named ones, and by type; a mention is right when both ends and the type are. */
export function mentionRates(
  gold: readonly GoldSentence[],
  given: readonly (readonly MarkedMention[])[],
): ReadonlyMap<string, Rates> {
  const counts = new Map<string, { right: number; given: number; gold: number }>();
  const count = (group: string, field: "right" | "given" | "gold") => {
    const entry = counts.get(group) ?? { right: 0, given: 0, gold: 0 };
    entry[field]++;
    counts.set(group, entry);
  };
  gold.forEach((sentence, i) => {
    const groupsOf = (mention: MarkedMention) => {
      const groups = ["all", mention.type];
      return isNamed(sentence.words, mention) ? [...groups, "named", `named ${mention.type}`] : groups;
    };
    const wanted = goldMentions(sentence);
    const keys = new Set(wanted.map(({ first, last, type }) => `${first}:${last}:${type}`));
    for (const mention of wanted) for (const group of groupsOf(mention)) count(group, "gold");
    for (const mention of given[i] ?? []) {
      for (const group of groupsOf(mention)) {
        count(group, "given");
        if (keys.has(`${mention.first}:${mention.last}:${mention.type}`)) count(group, "right");
      }
    }
  });
  return new Map(
    [...counts].map(([group, { right, given: all, gold: total }]) => [
      group,
      {
        precision: (100 * right) / Math.max(1, all),
        recall: (100 * right) / Math.max(1, total),
        f1: (200 * right) / Math.max(1, all + total),
        gold: total,
      },
    ]),
  );
}

/** Whether the word that a mention hangs on is a proper noun. */
function isNamed(words: readonly GoldWord[], { first, last }: MarkedMention): boolean {
  const head = words.slice(first, last + 1).find((word) => word.head - 1 < first || word.head - 1 > last);
  return head?.upos === "PROPN";
}

/** Of the verbs that have a subject and an object in gold, how many have both, in percent; and their number. */
export function subjectObjectPairs(
  gold: readonly GoldSentence[],
  given: readonly (readonly { readonly head: number; readonly deprel: string }[])[],
): { readonly right: number; readonly of: number } {
  let [right, of] = [0, 0];
  gold.forEach(({ words }, s) => {
    words.forEach((verb, i) => {
      if (verb.upos !== "VERB") return;
      const parts = ["nsubj", "obj"].map((label) =>
        words.flatMap((word, k) => (word.head === i + 1 && word.deprel === label ? [k] : [])),
      );
      if (parts.some(({ length }) => length === 0)) return;
      of++;
      const all = parts.flat();
      if (all.every((k) => given[s]?.[k]?.head === i + 1 && given[s]?.[k]?.deprel === words[k]?.deprel))
        right++;
    });
  });
  return { right, of };
}

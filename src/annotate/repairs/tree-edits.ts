import type { ParsedWord } from "../parser/parser.ts";
import { isProjectiveTree } from "../parser/tree.ts";

/** The first word of all that hangs on a word. */
export function firstBelow(words: readonly ParsedWord[], head: number): number {
  let first = head;
  words.forEach((_, i) => {
    if (i < first && hangsOn(words, i, head)) first = i;
  });
  return first;
}

/** The last word of all that hangs on a word. */
export function lastBelow(words: readonly ParsedWord[], head: number): number {
  let last = head;
  words.forEach((_, i) => {
    if (i > last && hangsOn(words, i, head)) last = i;
  });
  return last;
}

function hangsOn(words: readonly ParsedWord[], token: number, head: number): boolean {
  let at = token;
  while (at >= 0 && at !== head) at = (words[at]?.head ?? 0) - 1;
  return at === head;
}

/** Whether anything hangs on a word by a relation of some kind. */
export function hasChild(words: readonly ParsedWord[], head: number, label: RegExp): boolean {
  return words.some((word) => word.head === head + 1 && label.test(word.deprel));
}

/** The nearest verb that a word hangs on, over whatever is between; undefined where there is none. */
export function verbAbove(words: readonly ParsedWord[], from: number): number | undefined {
  let at = (words[from]?.head ?? 0) - 1;
  while (at >= 0 && words[at]?.upos !== "VERB") at = (words[at]?.head ?? 0) - 1;
  return at < 0 ? undefined : at;
}

/** The words with one of them hung on another; undefined where the tree would not stay a projective one. */
export function hung(
  words: readonly ParsedWord[],
  i: number,
  head: number,
  deprel: string,
): readonly ParsedWord[] | undefined {
  const moved = changed(words, i, { head: head + 1, deprel });
  return isTree(moved) ? moved : undefined;
}

/** The words with one of them changed; whether they are still a tree is for the caller to see to. */
export function changed(
  words: readonly ParsedWord[],
  i: number,
  change: Partial<ParsedWord>,
): readonly ParsedWord[] {
  return words.map((word, k) => (k === i ? { ...word, ...change } : word));
}

/** Whether words make a projective tree with one root. */
export function isTree(words: readonly ParsedWord[]): boolean {
  return isProjectiveTree(headsOf(words));
}

/** What each word hangs on, counted from 1; 0 for the root. */
export function headsOf(words: readonly ParsedWord[]): Int32Array {
  return Int32Array.from(words, ({ head }) => head);
}

/** What the words of a mention are found by. */
export interface TreeWord {
  readonly form: string;
  readonly upos: string;
  /** Counted from 1; 0 is the root. */
  readonly head: number;
  readonly deprel: string;
}

/** What hangs on a noun and belongs to no mention of it, on either side. */
const APART =
  /^(?:cc|cc:preconj|conj|mark|appos|parataxis|discourse|vocative|dislocated|reparandum|list|orphan|cop|aux|expl|(?:nsubj|csubj|aux)(?::.*)?)$/;
/** What hangs on a noun that is a predicate, and belongs to what is said with it. */
const SAID = /^(?:advmod|advcl|advcl:.*|obl|obl:.*|ccomp|punct)$/;

/**
 * The first and the last word of the mention whose head is the word at `head`, as GUM draws it: all that hangs on it.
 *
 * That is, with relative clauses, "of" phrases and a possessor’s "’s", and without a preposition or conjunction in front,
 * what is joined by "and", appositions, adverbs in front ("just the one"), what a copula says beside the noun,
 * and marks at the ends; it ends where a word stands that does not belong to it. On the trees of gum-train, 92.1 % of
 * the mentions in chains are drawn exactly so; without relative clauses it would be 90.4 %, with appositions 90.0 %.
 */
export function mentionWords(
  words: readonly TreeWord[],
  head: number,
): { readonly first: number; readonly last: number } {
  const inside = belongingTo(words, head);
  let [first, last] = [head, head];
  while (inside.has(first - 1)) first--;
  for (let i = head + 1; i < words.length && (inside.has(i) || words[i]?.upos === "PUNCT"); i++) {
    if (inside.has(i)) last = i;
  }
  while (first < head && words[first]?.upos === "PUNCT") first++;
  while (last > head && words[last]?.upos === "PUNCT" && !closesBracket(words, first, last)) last--;
  return { first, last };
}

function belongingTo(words: readonly TreeWord[], head: number): ReadonlySet<number> {
  const under = new Map<number, number[]>();
  words.forEach((word, i) => {
    under.set(word.head - 1, [...(under.get(word.head - 1) ?? []), i]);
  });
  const own = under.get(head) ?? [];
  const isSaid = own.some((child) => words[child]?.deprel === "cop");
  const inside = new Set([head]);
  const add = (word: number) => {
    inside.add(word);
    for (const child of under.get(word) ?? []) add(child);
  };
  for (const child of own) {
    const { deprel } = words[child] as TreeWord;
    const inFront = child < head && /^(?:case|advmod)$/.test(deprel);
    if (!inFront && !APART.test(deprel) && !(isSaid && SAID.test(deprel))) add(child);
  }
  return inside;
}

/** Whether the mark at `last` closes a bracket that the mention opens. */
function closesBracket(words: readonly TreeWord[], first: number, last: number): boolean {
  const forms = words.slice(first, last + 1).map(({ form }) => form);
  const closing = forms.at(-1) ?? "";
  const opening = { ")": "(", "]": "[" }[closing];
  const count = (mark: string) => forms.filter((form) => form === mark).length;
  return opening !== undefined && count(closing) <= count(opening);
}

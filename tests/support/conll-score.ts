/** A word as scored: where its characters lie in the text without white space, and what is said of it. */
export interface ScoredWord {
  readonly start: number;
  readonly end: number;
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
  /** The word it hangs on in its sentence, counted from 1; 0 is the root. */
  readonly head: number;
  readonly deprel: string;
}

/** F1 of each layer, in percent. */
export interface ConllScores {
  readonly words: number;
  readonly sentences: number;
  readonly upos: number;
  readonly xpos: number;
  readonly lemmas: number;
  readonly uas: number;
  readonly las: number;
}

/** Sentences of words with their forms, placed in the text without white space as the CoNLL 2018 scorer does. */
export function placed(
  sentences: readonly (readonly (Omit<ScoredWord, "start" | "end"> & { readonly form: string })[])[],
): readonly (readonly ScoredWord[])[] {
  let at = 0;
  return sentences.map((words) =>
    words.map(({ form, upos, xpos, lemma, head, deprel }) => {
      const start = at;
      at += form.replace(/\s/gu, "").length;
      return { start, end: at, upos, xpos, lemma, head, deprel };
    }),
  );
}

/**
 * Scores words against gold ones as the CoNLL 2018 shared task defines it (Zeman et al. 2018): words are aligned by their
 * characters, a word's head is right when it is aligned with gold's head, and subtypes of relations are ignored.
 *
 * English fuses no words whose parts share characters, so the shared task's extra alignment of fused words is not needed.
 */
export function conllScores(
  gold: readonly (readonly ScoredWord[])[],
  system: readonly (readonly ScoredWord[])[],
): ConllScores {
  const key = ({ start, end }: { readonly start: number; readonly end: number }) => `${start}:${end}`;
  const wanted = new Map(gold.flatMap((words) => words.map((word) => [key(word), { word, words }] as const)));
  const total = wanted.size;
  const given = system.reduce((sum, words) => sum + words.length, 0);
  const right = { words: 0, upos: 0, xpos: 0, lemmas: 0, uas: 0, las: 0 };
  for (const words of system) {
    for (const word of words) {
      const found = wanted.get(key(word));
      if (!found) continue;
      const other = found.word;
      right.words++;
      right.upos += Number(other.upos === word.upos);
      right.xpos += Number(other.xpos === word.xpos);
      right.lemmas += Number(other.lemma === "_" || other.lemma === word.lemma);
      const head = headOf(word, words);
      const goldHead = headOf(other, found.words);
      const attached =
        head === undefined ? goldHead === undefined : goldHead !== undefined && key(head) === key(goldHead);
      right.uas += Number(attached);
      right.las += Number(attached && plain(other.deprel) === plain(word.deprel));
    }
  }
  const f1 = (count: number, a = given, b = total) => (a + b === 0 ? 0 : (200 * count) / (a + b));
  const spans = (sentences: readonly (readonly ScoredWord[])[]) =>
    sentences
      .filter(({ length }) => length > 0)
      .map((words) => `${(words[0] as ScoredWord).start}:${(words.at(-1) as ScoredWord).end}`);
  const goldSpans = new Set(spans(gold));
  const systemSpans = spans(system);
  const same = systemSpans.filter((span) => goldSpans.has(span)).length;
  return {
    words: f1(right.words),
    sentences: f1(same, systemSpans.length, goldSpans.size),
    upos: f1(right.upos),
    xpos: f1(right.xpos),
    lemmas: f1(right.lemmas),
    uas: f1(right.uas),
    las: f1(right.las),
  };
}

function headOf(word: ScoredWord, words: readonly ScoredWord[]): ScoredWord | undefined {
  return word.head === 0 ? undefined : words[word.head - 1];
}

function plain(deprel: string): string {
  return deprel.split(":")[0] as string;
}

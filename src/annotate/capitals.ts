import type { Sentence } from "../model/annotated-document.ts";
import { isCapitalised } from "./words.ts";

/** What the rest of the document tells of its capitalised words. */
export interface Capitals {
  /** Words met in lower case anywhere. */
  readonly common: ReadonlySet<string>;
  /** Words met with a capital where no sentence begins, in a sentence that is no headline. */
  readonly proper: ReadonlySet<string>;
}

/** Collects what a document shows of its capitalised words. */
export function capitalsOf(sentences: readonly Sentence[]): Capitals {
  const common = new Set<string>();
  const proper = new Set<string>();
  for (const sentence of sentences) {
    const { tokens } = sentence;
    const title = isTitleCase(sentence);
    tokens.forEach(({ form }, i) => {
      if (!isCapitalised(form)) common.add(form);
      else if (!title && i > 0 && /[\p{L}\p{N},]$/u.test(tokens[i - 1]?.form ?? "")) proper.add(form);
    });
  }
  return { common, proper };
}

/** Many headlines capitalise most of their words, some lines all of their letters; then a capital says nothing. */
export function isTitleCase({ tokens, zone }: Sentence): boolean {
  if (tokens.length > 2 && !tokens.some(({ form }) => /\p{Ll}/u.test(form))) return true;
  const words = tokens.filter(({ form }) => /^\p{L}{4,}$/u.test(form));
  return (
    words.length >= (zone === "headline" ? 3 : 8) &&
    words.filter(({ form }) => isCapitalised(form)).length > 0.8 * words.length
  );
}

import type { Rejection, Triple } from "../model/triple.ts";
import type { StanceContext } from "./stance.ts";
import type { Clause } from "./subjects.ts";
import type { WordingIndex } from "./wordings.ts";

/** A sentence as extractors are given it: its units, clauses and what is said in it. */
export interface SentenceContext extends StanceContext {
  readonly clauses: readonly Clause[];
  readonly index: WordingIndex;
}

/** A triple before its extractor's name is put on it. */
export type Found = Omit<Triple, "extractor">;
/** A rejection before its extractor's name is put on it. */
export type Refused = Omit<Rejection, "extractor">;

/** One construction of English that says who does what to whom. */
export interface Extractor {
  /** Lower case, unique; stands in every piece of evidence. */
  readonly id: string;
  /** An example of what it reads, for people. */
  readonly reads: string;
  extract(context: SentenceContext): {
    readonly found: readonly Found[];
    readonly refused: readonly Refused[];
  };
}

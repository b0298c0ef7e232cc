import type { Rejection, Triple } from "../model/triple.ts";
import type { Matches } from "./matches.ts";
import type { PatternIndex } from "./patterns.ts";
import type { StanceContext } from "./stance.ts";
import type { TimesOf } from "./times.ts";

/** A sentence as extractors are given it: what it holds, which wordings fit it, and what is said in it. */
export interface SentenceContext extends StanceContext {
  readonly index: PatternIndex;
  readonly matches: Matches;
  readonly times: TimesOf;
  /** What the wordings of the ontology make of each clause, by its head. */
  readonly read: ReadonlyMap<number, readonly (Found | Refused)[]>;
  /** What the wordings of the ontology make of each noun that tells an event, by its head. */
  readonly nouns: ReadonlyMap<number, readonly (Found | Refused)[]>;
  /** Nouns that are words of a verb’s wording there: "control" in "took control of". */
  readonly worded: ReadonlySet<number>;
}

/** A triple before its extractor's name is put on it, and how reliable that is. */
export type Found = Omit<Triple, "extractor" | "confidence">;
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

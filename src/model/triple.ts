import type { Span } from "./span.ts";
import type { Stance } from "./stance.ts";
import type { TimeExpression } from "./time.ts";

/** A value that is no entity: a number, a quantity, a phrase. */
export interface Literal {
  readonly value: string;
  /** The local name of an XML Schema datatype: `integer`, `decimal`, `string`. */
  readonly datatype: "integer" | "decimal" | "string";
  /** What is counted or measured. */
  readonly unit?: string | undefined;
}

/** The words that carry a relation, and the relation that they carry. */
export interface Predicate extends Span {
  readonly text: string;
  /** The relation's local name, or for an open relation the lemmas in lower camel case. */
  readonly name: string;
  /** False where the ontology knows the relation. */
  readonly open: boolean;
}

/** Something further that a clause says of its event, in a role named by the ontology or by a preposition. */
export interface Argument {
  readonly role: string;
  readonly span: Span;
  /** The mention that fills the role; absent for `content`, whose span holds the words of what is said. */
  readonly mention?: number | undefined;
}

/** What one extractor reads in one sentence: who did what to whom, between mentions, and how it is held. */
export interface Triple {
  readonly sentence: Span;
  /** The id of a mention of the document. */
  readonly subject: number;
  /** The whole noun phrase. */
  readonly subjectSpan: Span;
  readonly predicate: Predicate;
  /** The id of a mention, a literal, or null where the clause has none. */
  readonly object: number | Literal | null;
  readonly objectSpan: Span | null;
  readonly arguments: readonly Argument[];
  /** The speakers are ids of mentions. */
  readonly stance: Stance<number>;
  /** Why the stance is what it is, in words for people; empty for the article's own plain statement. */
  readonly stanceReasons: readonly string[];
  /** When it happens, or a state holds. */
  readonly time: TimeExpression | null;
  /** When it is said, where the sentence tells that and not when it happens. */
  readonly said: TimeExpression | null;
  /** Why it was read, in words for people: the wording that was met. */
  readonly reason: string;
  /** From 0 to 1. */
  readonly confidence: number;
  /** The id of the extractor. */
  readonly extractor: string;
}

/** Something an extractor read that makes no triple, and why. */
export interface Rejection extends Span {
  readonly text: string;
  /** Why it was read at all: the wording that was met. */
  readonly wording: string;
  /** A short reason, the same words for the same cause, so that it can be counted. */
  readonly reason: string;
  readonly extractor: string;
}

/** All that the extractors made of one document. */
export interface Extraction {
  readonly triples: readonly Triple[];
  readonly rejected: readonly Rejection[];
}

import type { SentenceClauses } from "./clause.ts";
import type { Document, ZoneKind } from "./document.ts";
import type { Mention } from "./mention.ts";
import type { Span } from "./span.ts";
import type { Day, TimeExpression } from "./time.ts";

/** A word or mark, with what Universal Dependencies says of it. */
export interface Token extends Span {
  /** The text of the span, without marks that nobody sees; of words that are written as one, the part of each. */
  readonly form: string;
  readonly lemma: string;
  /** Universal part of speech: `NOUN`, `VERB` … */
  readonly upos: string;
  /** Penn Treebank tag. */
  readonly xpos: string;
  /** The token it hangs on, counted from 1 in its sentence; 0 is the root. */
  readonly head: number;
  /** The relation to its head, with its subtype: `nsubj:pass`. */
  readonly deprel: string;
}

/** A sentence, which never crosses the border of a zone. */
export interface Sentence extends Span {
  readonly zone: ZoneKind;
  /** In the order of the text. Never empty. Their heads make one projective tree with one root. */
  readonly tokens: readonly Token[];
  /** In the order of their starts, the longer first. They may lie inside one another and never cross. */
  readonly markings: readonly Marking[];
}

/** A stretch of a sentence that the language model takes for a mention: a name, a description or a pronoun, with all that hangs on it. */
export interface Marking extends Span {
  /** What it mentions, in the ten types of GUM: `person`, `place`, `organization`, `object`, `event`, `time` … */
  readonly type: string;
  /** Whether the word that it hangs on is a proper noun. */
  readonly named: boolean;
}

/** A document with what its text shows by itself. */
export interface AnnotatedDocument {
  readonly document: Document;
  /** In the order of the text; boilerplate has none. */
  readonly sentences: readonly Sentence[];
  /** What each sentence tells, in the order of the sentences. */
  readonly clauses: readonly SentenceClauses[];
  /** In the order of the text; a mention's id is its place in this list. */
  readonly mentions: readonly Mention[];
  /** The day that the story was told on, from which its times count. */
  readonly told?: Day | undefined;
  /** In the order of the text, without overlap. */
  readonly times: readonly TimeExpression[];
  /** How often a sentence was too long to be read whole, and was cut. */
  readonly cuts: number;
}

import type { Document, ZoneKind } from "./document.ts";
import type { Mention } from "./mention.ts";
import type { Span } from "./span.ts";
import type { TimeExpression } from "./time.ts";

/** A word or mark, with what Universal Dependencies says of it. */
export interface Token extends Span {
  /** The text of the span. */
  readonly form: string;
  readonly lemma: string;
  /** Universal part of speech: `NOUN`, `VERB` … */
  readonly upos: string;
  /** Penn Treebank tag, or `_` where the tagger gives none. */
  readonly xpos: string;
  /** The token it hangs on, counted from 1; 0 is the root, -1 says that there is no tree. */
  readonly head: number;
  /** The relation to its head, or `_` where there is no tree. */
  readonly deprel: string;
}

/** A sentence, which never crosses the border of a zone. */
export interface Sentence extends Span {
  readonly zone: ZoneKind;
  /** In the order of the text. Never empty. */
  readonly tokens: readonly Token[];
}

/** A document with what its text shows by itself. */
export interface AnnotatedDocument {
  readonly document: Document;
  /** In the order of the text; boilerplate has none. */
  readonly sentences: readonly Sentence[];
  /** In the order of the text; a mention's id is its place in this list. */
  readonly mentions: readonly Mention[];
  /** In the order of the text, without overlap. */
  readonly times: readonly TimeExpression[];
}

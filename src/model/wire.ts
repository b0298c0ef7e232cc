import type { Span } from "./span.ts";

/** Where a sentence of a wire stands in one of its prints. */
export interface WireSentence extends Span {
  readonly document: string;
}

/**
 * One text that stands in several documents: a story of an agency with its prints, or the part of one that others took over.
 *
 * A print may add sentences, cut and change them; what stands in it alone is no part of the wire.
 */
export interface Wire {
  /** 16 characters of base 32, a hash of where its sentences stand. */
  readonly id: string;
  /** The agency that its documents credit, where they name one and no other. */
  readonly agency?: string | undefined;
  /** Ids in code-unit order; two or more. */
  readonly documents: readonly string[];
  /** For each sentence of the wire all places where it stands, in two documents or more; ordered by document, then place. */
  readonly sentences: readonly (readonly WireSentence[])[];
}

import type { Span } from "./span.ts";

/** How a mention refers: by name ("Raqqa"), by description ("the town") or by pronoun ("it"). */
export type MentionKind = "name" | "nominal" | "pronoun";

/** A place in the text that refers to an entity. */
export interface Mention extends Span {
  /** Counts from 0 in the document. */
  readonly id: number;
  readonly text: string;
  readonly kind: MentionKind;
  /** A class of the ontology, where the text or the registry tells it. */
  readonly type?: string | undefined;
  /** The whole noun phrase, with its determiner and modifiers: "the northern city of Raqqa" for "Raqqa". */
  readonly phrase: Span;
  /** The word that the noun phrase hangs on. */
  readonly head: Span;
  /** The coreference chain, counted from 0 in the document. Mentions of one chain are one entity. */
  readonly chain: number;
  /** The known name that was recognised: the local name of an entity of `ontology/`. */
  readonly known?: string | undefined;
  /** The known name of the state whose organ it names: Turkey for "Turkish troops". */
  readonly organOf?: string | undefined;
  /** Why it is taken for that name, type or chain, in words for people. */
  readonly reason?: string | undefined;
}

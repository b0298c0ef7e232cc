import type { MentionKind } from "./mention.ts";
import type { Span } from "./span.ts";

/** A mention, told apart over all documents. */
export interface EntityMention extends Span {
  readonly document: string;
  readonly text: string;
  readonly kind: MentionKind;
}

/** Someone or something that claims are about: one node, over all spellings and articles. */
export interface Entity {
  /** ASCII, unique among entities, made from the registry or the label and never from order: `SyrianArmy`. */
  readonly id: string;
  readonly label: string;
  /** A class of the ontology. */
  readonly type: string;
  /** Other names, known or met; in code-unit order, without the label. */
  readonly aliases: readonly string[];
  /** IRIs of the same thing elsewhere. */
  readonly sameAs: readonly string[];
  /** The entity that it is an organ or a part of. */
  readonly partOf?: string | undefined;
  /** Entities that a person has said to be others; in code-unit order. Absent: nobody has. */
  readonly differentFrom?: readonly string[] | undefined;
  /** Ordered by document, then place. */
  readonly mentions: readonly EntityMention[];
  /** Why its mentions are taken for one, in words for people. */
  readonly reasons: readonly string[];
}

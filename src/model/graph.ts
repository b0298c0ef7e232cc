import type { Claim } from "./claim.ts";
import type { Disagreement } from "./disagreement.ts";
import type { Document } from "./document.ts";
import type { Entity } from "./entity.ts";
import type { Wire } from "./wire.ts";

/** The claims of all documents, what they are about, and who copies whom. */
export interface Graph {
  /** Ordered by id. */
  readonly entities: readonly Entity[];
  /** Ordered by id. */
  readonly claims: readonly Claim[];
  /** What the articles differ in; in order of kind, then of what it is about. */
  readonly disagreements: readonly Disagreement[];
  /** Ordered by id. */
  readonly documents: readonly Document[];
  /** Texts that several of the documents print; ordered by id. */
  readonly wires: readonly Wire[];
}

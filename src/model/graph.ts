import type { Claim } from "./claim.ts";
import type { Document } from "./document.ts";
import type { Entity } from "./entity.ts";

/** The claims of all documents, and what they are about. */
export interface Graph {
  /** Ordered by id. */
  readonly entities: readonly Entity[];
  /** Ordered by id. */
  readonly claims: readonly Claim[];
  /** Ordered by id. */
  readonly documents: readonly Document[];
}

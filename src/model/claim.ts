import type { Span } from "./span.ts";
import type { Stance } from "./stance.ts";
import type { DayRange } from "./time.ts";
import type { Literal } from "./triple.ts";

/** Where a claim was read: one sentence of one document, and the words of it that say so. */
export interface Evidence extends Span {
  readonly id: string;
  readonly document: string;
  /** The sentence, equal to the text's slice. */
  readonly quote: string;
  readonly subject: Span;
  readonly predicate: Span;
  /** May lie in another sentence of the document, where coreference found it there. */
  readonly object?: Span | undefined;
  readonly extractor: string;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** What a claim is about besides its subject: an entity, a literal, or nothing. */
export type ClaimObject = { readonly entity: string } | Literal | null;

/** A time with the words that told it; several articles may use several. */
export interface ClaimTime extends DayRange {
  readonly text: readonly string[];
  /**
   * How it is known: `told` of the happening itself, `said` where only the day is told on which somebody says so, `event`
   * where other claims of the same event tell it.
   */
  readonly basis: "told" | "said" | "event";
}

/** A proposition about entities in one stance, with every piece of evidence from every document. */
export interface Claim {
  /** 16 characters of base 32, a hash of the proposition, its date and its stance. */
  readonly id: string;
  /** The same for claims that tell of one event or state in another stance or wording. */
  readonly event: string;
  /** The id of an entity. */
  readonly subject: string;
  /** The local name of a relation of the ontology, or of an open relation. */
  readonly predicate: string;
  readonly open: boolean;
  readonly plover?: string | undefined;
  /** The wordings met, in code-unit order. */
  readonly predicateText: readonly string[];
  readonly object: ClaimObject;
  /** Ids by role; under `content` ids of claims, elsewhere of entities. Roles and ids in code-unit order. */
  readonly arguments: ReadonlyMap<string, readonly string[]>;
  /** The speakers are ids of entities. */
  readonly stance: Stance<string>;
  readonly time?: ClaimTime | undefined;
  /** From 0 to 1. */
  readonly confidence: number;
  /** How many documents hold evidence. */
  readonly documents: number;
  /** How many outlets or agencies that do not copy each other. */
  readonly independentSources: number;
  /** Ids of claims that cannot hold together with this one. */
  readonly conflictsWith: readonly string[];
  /** Ordered by document, then place. A claim without evidence does not compile. */
  readonly evidence: readonly [Evidence, ...Evidence[]];
}

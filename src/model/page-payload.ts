import type { ClaimTime } from "./claim.ts";
import type { Stance } from "./stance.ts";
import type { Day } from "./time.ts";
import type { Literal } from "./triple.ts";

/** The version of the payload; the page refuses any other. */
export const pagePayloadVersion = 1;

/** A stretch of a quote: `[start, end)` in UTF-16 code units, counted from the quote's first. */
export type QuoteRange = readonly [start: number, end: number];

/** The numbers of the headline. */
export interface PageCounts {
  readonly documents: number;
  readonly outlets: number;
  /** Those that take part in a claim. */
  readonly entities: number;
  readonly claims: number;
  /** Claims that stand as facts. */
  readonly asserted: number;
}

/** Where an entity is drawn. */
export interface PagePlace {
  /** From about -500 to 500, to a tenth; y grows upwards. */
  readonly x: number;
  readonly y: number;
  /** The radius in pixels at the first zoom. */
  readonly size: number;
  /** Index into `groups`. */
  readonly group: number;
}

/** An entity as the page shows it. */
export interface PageEntity {
  readonly id: string;
  readonly label: string;
  /** Index into `types`. */
  readonly type: number;
  readonly aliases: readonly string[];
  readonly sameAs: readonly string[];
  /** Index into `entities`. */
  readonly partOf?: number;
  /** Indexes into `documents`. */
  readonly documents: readonly number[];
  /** Absent for an entity that takes part in no claim: search finds it, the map does not draw it. */
  readonly place?: PagePlace;
}

/** Entities that have more to do with each other than with the rest. */
export interface PageGroup {
  /** Index into `entities`: the best connected one, which lends its name. */
  readonly name: number;
  readonly size: number;
}

/** A relation's wording for people. */
export interface PageRelation {
  readonly label: string;
  readonly open: boolean;
}

/** Something further that a claim says, in a role: a place, a partner, or the content of what is said. */
export interface PageArgument {
  readonly role: string;
  /** Indexes into `entities`. */
  readonly entities: readonly number[];
  /** Indexes into `claims`; filled for what is said. */
  readonly claims: readonly number[];
}

/** One sentence that says so. */
export interface PageEvidence {
  /** Index into `documents`. */
  readonly document: number;
  /** Index into `quotes`. */
  readonly quote: number;
  /** The words for each part; absent when they lie in another sentence. */
  readonly subject?: QuoteRange;
  readonly predicate?: QuoteRange;
  readonly object?: QuoteRange;
  readonly extractor: string;
  /** From 0 to 1, to a hundredth. */
  readonly confidence: number;
}

/** A claim as the page shows it; every number that is no measure is an index. */
export interface PageClaim {
  readonly id: string;
  readonly subject: number;
  /** Index into `relations`. */
  readonly relation: number;
  readonly object: number | Literal | null;
  readonly arguments: readonly PageArgument[];
  readonly stance: Stance<number>;
  readonly time?: ClaimTime;
  /** From 0 to 1, to a hundredth. */
  readonly confidence: number;
  readonly documents: number;
  readonly independentSources: number;
  /** Indexes into `claims`. */
  readonly conflictsWith: readonly number[];
  /** Never empty. */
  readonly evidence: readonly PageEvidence[];
}

/** A document as the page cites it. */
export interface PageDocument {
  readonly id: string;
  readonly outlet?: string;
  readonly agency?: string;
  readonly headline?: string;
  readonly published?: Day;
  /** As the graph has it: the page links http and https only. */
  readonly url?: string;
}

/**
 * All that `graph.html` shows, as one JSON value between the exporter and the page.
 *
 * Rows refer to each other by index, and types, relations and quoted sentences stand once: a sentence with
 * five claims is written once. Rows are plain objects, about a third larger than columns would be before
 * compression, because people read this block when something looks wrong.
 */
export interface PagePayload {
  readonly version: typeof pagePayloadVersion;
  readonly counts: PageCounts;
  readonly types: readonly string[];
  readonly relations: readonly PageRelation[];
  /** The largest first. */
  readonly groups: readonly PageGroup[];
  /** Ordered by id, as in the graph. */
  readonly entities: readonly PageEntity[];
  /** Ordered by id, as in the graph. */
  readonly claims: readonly PageClaim[];
  /** Ordered by id, as in the graph. */
  readonly documents: readonly PageDocument[];
  readonly quotes: readonly string[];
}

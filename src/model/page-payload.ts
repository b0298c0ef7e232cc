import type { ClaimTime } from "./claim.ts";
import type { Disagreement } from "./disagreement.ts";
import type { ZoneKind } from "./document.ts";
import type { Stance } from "./stance.ts";
import type { Day } from "./time.ts";
import type { Literal } from "./triple.ts";

/** The version of the payload; the page refuses any other. */
export const pagePayloadVersion = 2;

/** A stretch of a document's `text`: `[start, end)` in UTF-16 code units. */
export type PageRange = readonly [start: number, end: number];

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

/** The picture that stands for a kind of entity on the map; which class has which is data of the ontology. */
export type PageIcon = "person" | "state" | "body" | "place" | "event" | "agreement" | "thing";

/** A class of entities. */
export interface PageType {
  /** The local name: `ArmedGroup`. */
  readonly name: string;
  readonly label: string;
  readonly icon: PageIcon;
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
  /** Why its mentions are taken for one, in words for people. */
  readonly reasons: readonly string[];
  /** Absent for an entity that takes part in no claim: search finds it, the map does not draw it. */
  readonly place?: PagePlace;
}

/** Entities that have more to do with each other than with the rest. */
export interface PageGroup {
  /** Index into `entities`: the best connected one, which lends its name. */
  readonly name: number;
  /** How many entities it has. */
  readonly size: number;
  /** The middle of its entities, in the units of `PagePlace`. */
  readonly x: number;
  readonly y: number;
}

/** A relation's wording for people. */
export interface PageRelation {
  /** The local name: `backs`, or `flyOver` of an open one. */
  readonly name: string;
  readonly label: string;
  /** Whether it is told in the words of the text, for the ontology has none for it. */
  readonly open: boolean;
  /** Index into `relations`: the one above it, which may have no claims of its own. */
  readonly parent?: number;
  /** The category of PLOVER that it belongs to. */
  readonly plover?: string;
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
  readonly id: string;
  /** Index into `documents`. */
  readonly document: number;
  /** The sentence, in the document's text. */
  readonly quote: PageRange;
  /** The words for each part; they may lie in another sentence. Absent where the text of the page lacks them. */
  readonly subject?: PageRange;
  readonly predicate?: PageRange;
  readonly object?: PageRange;
  readonly extractor: string;
  /** From 0 to 1, as in the graph: what is taken along from the page says the same. */
  readonly confidence: number;
}

/** A claim as the page shows it; every number that is no measure is an index. */
export interface PageClaim {
  readonly id: string;
  /** Index into `events`: claims of one event or state share it. */
  readonly event: number;
  readonly subject: number;
  /** Index into `relations`. */
  readonly relation: number;
  readonly object: number | Literal | null;
  readonly arguments: readonly PageArgument[];
  readonly stance: Stance<number>;
  readonly time?: ClaimTime;
  /** From 0 to 1, as in the graph. */
  readonly confidence: number;
  readonly documents: number;
  readonly independentSources: number;
  /** Indexes into `claims`. */
  readonly conflictsWith: readonly number[];
  /** Never empty. */
  readonly evidence: readonly PageEvidence[];
}

/** What a part of an article is, where it is not its running text. */
export interface PageZone {
  readonly kind: ZoneKind;
  readonly range: PageRange;
}

/** A document as the page cites and shows it. */
export interface PageDocument {
  readonly id: string;
  readonly outlet?: string;
  readonly agency?: string;
  readonly headline?: string;
  readonly published?: Day;
  /** As the graph has it: the page links http and https only. */
  readonly url?: string;
  /** Index into `wires`: the text of an agency that it prints, in whole or in part. */
  readonly wire?: number;
  /** The text as decoded; of a large graph only the sentences with evidence, `…` between them. */
  readonly text: string;
  /** Set where `text` is not the whole. */
  readonly abridged?: true;
  /** In the order of the text, without its body. */
  readonly zones: readonly PageZone[];
}

/** One text that several documents print. */
export interface PageWire {
  readonly id: string;
  readonly agency?: string;
  /** Indexes into `documents`. */
  readonly documents: readonly number[];
}

/** One answer to what articles answer differently. */
export interface PageSide {
  readonly value: string;
  /** Indexes into `claims`. */
  readonly claims: readonly number[];
}

/** What articles differ in. */
export interface PageDisagreement {
  readonly kind: Disagreement["kind"];
  /** In words for people. */
  readonly about: string;
  /** Two or more. */
  readonly sides: readonly PageSide[];
}

/**
 * All that `graph.html` shows, as one JSON value between the exporter and the page.
 *
 * Rows refer to each other by index, and types and relations stand once. The page works with these rows; in the file
 * they stand as columns (`page-columns.ts`).
 */
export interface PagePayload {
  readonly version: typeof pagePayloadVersion;
  readonly counts: PageCounts;
  /** What the IRIs of ids begin with; ends with `/`. */
  readonly base: string;
  readonly types: readonly PageType[];
  readonly relations: readonly PageRelation[];
  /** Ids of what claims tell of, in the order in which claims first tell of it. */
  readonly events: readonly string[];
  /** The largest first. */
  readonly groups: readonly PageGroup[];
  /** Ordered by id, as in the graph. */
  readonly entities: readonly PageEntity[];
  /** Ordered by id, as in the graph. */
  readonly claims: readonly PageClaim[];
  /** Ordered by id, as in the graph. */
  readonly documents: readonly PageDocument[];
  /** Ordered by id, as in the graph. */
  readonly wires: readonly PageWire[];
  /** Ordered as in the graph. */
  readonly disagreements: readonly PageDisagreement[];
}

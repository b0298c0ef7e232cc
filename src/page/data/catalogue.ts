import type { PageClaim, PageDocument, PageEntity, PagePayload } from "../../model/page-payload.ts";

/** Two entities that claims tie, with all these claims, in both directions. */
export interface Link {
  /** Indexes into the entities, `from < to`. */
  readonly from: number;
  readonly to: number;
  /** Claims of which one is the subject and the other the object. */
  readonly claims: readonly number[];
  /** Claims of one in which the other speaks or stands in a further role. */
  readonly loose: readonly number[];
}

/** The payload with what the page looks up in it; made once. Lists by index are as long as the payload's. */
export interface Catalogue {
  readonly payload: PagePayload;
  readonly links: readonly Link[];
  /** The claims an entity takes part in, by entity; in payload order. */
  readonly claimsOf: readonly (readonly number[])[];
  /** The links of an entity, by entity. */
  readonly linksOf: readonly (readonly number[])[];
  /** The claims with evidence in a document, by document. */
  readonly claimsIn: readonly (readonly number[])[];
  /** A relation and all below it, by relation. */
  readonly relationsBelow: readonly (readonly number[])[];
  /** Who published a document, by document. */
  readonly publishers: readonly string[];
  /** The disagreements that a claim is a side of, by claim; claims without one are left out. */
  readonly disputed: ReadonlyMap<number, readonly number[]>;
  /** The claims that tell of one event or state, by the event's number. */
  readonly claimsOfEvent: ReadonlyMap<number, readonly number[]>;
  /** The entities of a group, by group; the best connected first. */
  readonly members: readonly (readonly number[])[];
}

/** Makes the lookups of a payload. */
export function catalogueOf(payload: PagePayload): Catalogue {
  const claimsOf = payload.entities.map((): number[] => []);
  const claimsIn = payload.documents.map((): number[] => []);
  const claimsOfEvent = new Map<number, number[]>();
  for (const [i, claim] of payload.claims.entries()) {
    for (const entity of participants(claim)) claimsOf[entity]?.push(i);
    for (const document of new Set(claim.evidence.map((piece) => piece.document)))
      claimsIn[document]?.push(i);
    listAt(claimsOfEvent, claim.event).push(i);
  }
  const links = linksOf(payload);
  const ofEntity = payload.entities.map((): number[] => []);
  for (const [i, { from, to }] of links.entries()) {
    ofEntity[from]?.push(i);
    ofEntity[to]?.push(i);
  }
  return {
    payload,
    links,
    claimsOf,
    claimsIn,
    linksOf: ofEntity,
    relationsBelow: belowOf(payload),
    publishers: payload.documents.map(publisherOf),
    disputed: disputedOf(payload),
    claimsOfEvent,
    members: membersOf(payload),
  };
}

/** Who published a document: its outlet, else its agency, else its file. */
export function publisherOf({ outlet, agency, id }: PageDocument): string {
  return outlet ?? agency ?? id;
}

/** The entities of a claim: subject, object, speakers and others, each once. */
export function participants(claim: PageClaim): readonly number[] {
  const object = typeof claim.object === "number" ? [claim.object] : [];
  return [...new Set([claim.subject, ...object, ...bystanders(claim)])];
}

/** Those who speak in a claim or stand in a further role. */
export function bystanders(claim: PageClaim): readonly number[] {
  return [...claim.stance.speakers, ...claim.arguments.flatMap(({ entities }) => entities)];
}

/** Entities drawn on the map, the best connected first; draws keep the payload's order. */
export function byProminence(entities: readonly PageEntity[]): readonly number[] {
  return [...entities.keys()]
    .filter((i) => entities[i]?.place !== undefined)
    .sort((a, b) => (entities[b]?.place?.size ?? 0) - (entities[a]?.place?.size ?? 0));
}

/** The words of a sentence that says so. */
export function quoteOf({ payload }: Catalogue, { document, quote }: PageClaim["evidence"][number]): string {
  return payload.documents[document]?.text.slice(...quote) ?? "";
}

function membersOf({ groups, entities }: PagePayload): readonly (readonly number[])[] {
  const members = groups.map((): number[] => []);
  for (const i of byProminence(entities)) members[entities[i]?.place?.group ?? -1]?.push(i);
  return members;
}

/** The first day on which a claim was told; undefined where no document has a day. */
export function firstTold({ documents }: PagePayload, { evidence }: PageClaim): string | undefined {
  return evidence.flatMap(({ document }) => documents[document]?.published ?? []).sort()[0];
}

function belowOf({ relations }: PagePayload): readonly (readonly number[])[] {
  const below = relations.map((_, i) => [i]);
  for (const [i, relation] of relations.entries()) {
    // A hierarchy from strangers may run in a circle.
    const above = new Set([i]);
    for (let at = relation.parent; at !== undefined && !above.has(at); at = relations[at]?.parent) {
      above.add(at);
      below[at]?.push(i);
    }
  }
  return below;
}

function disputedOf({ disagreements }: PagePayload): ReadonlyMap<number, readonly number[]> {
  const disputed = new Map<number, number[]>();
  for (const [i, { sides }] of disagreements.entries()) {
    for (const claim of new Set(sides.flatMap(({ claims }) => claims))) listAt(disputed, claim).push(i);
  }
  return disputed;
}

interface OpenLink {
  readonly from: number;
  readonly to: number;
  readonly claims: number[];
  readonly loose: number[];
}

function linksOf(payload: PagePayload): readonly Link[] {
  const open = new Map<number, OpenLink>();
  const linkOf = (a: number, b: number): OpenLink => {
    const [from, to] = a < b ? [a, b] : [b, a];
    const key = from * payload.entities.length + to;
    const link = open.get(key) ?? { from, to, claims: [], loose: [] };
    open.set(key, link);
    return link;
  };
  for (const [i, claim] of payload.claims.entries()) {
    const { subject, object } = claim;
    if (typeof object === "number" && object !== subject) linkOf(subject, object).claims.push(i);
    for (const other of new Set(bystanders(claim))) {
      if (other !== subject && other !== object) linkOf(subject, other).loose.push(i);
    }
  }
  return [...open.values()];
}

function listAt<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

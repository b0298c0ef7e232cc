import { type Standing, standingOf } from "../model/claim-wording.ts";
import type { PageClaim, PageEntity, PagePayload } from "../model/page-payload.ts";

/** A line of the map: all claims that tie two entities, in both directions. */
export interface Link {
  /** Indexes into the entities, `from < to`. */
  readonly from: number;
  readonly to: number;
  /** Claims of which one is the subject and the other the object. */
  readonly claims: readonly number[];
  /** Claims of one in which the other speaks or stands in a further role. */
  readonly loose: readonly number[];
  /** Whether the claims all run one way: 1 from `from` to `to`, -1 back, 0 both ways. */
  readonly direction: -1 | 0 | 1;
  /** What the line as a whole looks like: asserted if any claim is, denied if any is denied or contradicted. */
  readonly standing: Standing;
  /** The most independent sources of one claim. */
  readonly sources: number;
}

/** The payload with what the page looks up in it; made once. */
export interface Catalogue {
  readonly payload: PagePayload;
  readonly links: readonly Link[];
  /** The claims an entity takes part in, by entity; in payload order. */
  readonly claimsOf: readonly (readonly number[])[];
  /** The links of an entity, by entity. */
  readonly linksOf: readonly (readonly number[])[];
  /** The claims with evidence in a document, by document. */
  readonly claimsIn: readonly (readonly number[])[];
}

/** Makes the lookups of a payload. */
export function catalogueOf(payload: PagePayload): Catalogue {
  const claimsOf = payload.entities.map((): number[] => []);
  const claimsIn = payload.documents.map((): number[] => []);
  for (const [i, claim] of payload.claims.entries()) {
    for (const entity of participants(claim)) claimsOf[entity]?.push(i);
    for (const document of new Set(claim.evidence.map((piece) => piece.document)))
      claimsIn[document]?.push(i);
  }
  const links = linksOf(payload);
  const ofEntity = payload.entities.map((): number[] => []);
  for (const [i, { from, to }] of links.entries()) {
    ofEntity[from]?.push(i);
    ofEntity[to]?.push(i);
  }
  return { payload, links, claimsOf, claimsIn, linksOf: ofEntity };
}

/** The entities of a claim: subject, object, speakers and others, each once. */
export function participants(claim: PageClaim): readonly number[] {
  const object = typeof claim.object === "number" ? [claim.object] : [];
  return [...new Set([claim.subject, ...object, ...bystanders(claim)])];
}

/** Entities drawn on the map, the best connected first; draws keep the payload's order. */
export function byProminence(entities: readonly PageEntity[]): readonly number[] {
  return [...entities.keys()]
    .filter((i) => entities[i]?.place !== undefined)
    .sort((a, b) => (entities[b]?.place?.size ?? 0) - (entities[a]?.place?.size ?? 0));
}

/** Whether a claim is denied, or another cannot hold together with it. */
export function isDisputed(claim: PageClaim): boolean {
  return claim.conflictsWith.length > 0 || standingOf(claim.stance) === "denied";
}

function bystanders(claim: PageClaim): readonly number[] {
  return [...claim.stance.speakers, ...claim.arguments.flatMap(({ entities }) => entities)];
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
  return [...open.values()].map((link) => closed(link, payload.claims));
}

function closed(link: OpenLink, all: readonly PageClaim[]): Link {
  const own = (link.claims.length > 0 ? link.claims : link.loose).flatMap((i) => all[i] ?? []);
  const forth = link.claims.filter((i) => all[i]?.subject === link.from).length;
  const oneWay = forth === link.claims.length ? 1 : forth === 0 ? -1 : 0;
  return {
    ...link,
    direction: link.claims.length === 0 ? 0 : oneWay,
    standing: standing(own),
    sources: Math.max(...own.map(({ independentSources }) => independentSources)),
  };
}

function standing(claims: readonly PageClaim[]): Standing {
  if (claims.some(isDisputed)) return "denied";
  return claims.some((claim) => standingOf(claim.stance) === "asserted") ? "asserted" : "open";
}

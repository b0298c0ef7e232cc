import type { AnnotatedDocument } from "../model/annotated-document.ts";
import type { Claim, ClaimTime } from "../model/claim.ts";
import type { Disagreement } from "../model/disagreement.ts";
import type { Entity } from "../model/entity.ts";
import type { Ontology } from "../model/ontology.ts";
import type { Span } from "../model/span.ts";
import { conflictsIn, disagreementsIn } from "./disagreements/index.ts";
import { elaborationsIn } from "./elaborations.ts";
import { type Occurrence, occurrencesOf } from "./occurrences.ts";

/** Claims that know of each other. */
export interface ComparedClaims {
  /** Ordered by id, with the events that they share and the claims that they stand against. */
  readonly claims: readonly Claim[];
  readonly disagreements: readonly Disagreement[];
}

/** What is known besides the claims. */
interface Context {
  readonly entities: readonly Entity[];
  /** Ids of entities that no document names. */
  readonly described: ReadonlySet<string>;
  readonly documents: readonly AnnotatedDocument[];
  readonly ontology: Ontology;
}

/** Holds all claims of a run against each other; the same for any order. */
export function compare(
  claims: readonly Claim[],
  { entities, described, documents, ontology }: Context,
): ComparedClaims {
  const told = new Map(documents.map(({ document, told: day }) => [document.id, day]));
  const occurrences = occurrencesOf(claims, told, ontology);
  const events = new Map(
    occurrences.flatMap(({ event, tellings }) => tellings.map(({ claim }) => [claim.id, event] as const)),
  );
  const elaborations = elaborationsIn(claims, ontology);
  const times = new Map(
    occurrences.flatMap((occurrence) => {
      const time = timeOf(occurrence);
      return time ? occurrence.tellings.map(({ claim }) => [claim.id, time] as const) : [];
    }),
  );
  for (const [bare, whole] of elaborations) {
    events.set(bare.id, events.get(whole.id) ?? whole.event);
    const own = dayTold(bare);
    if (own && !dayTold(whole) && !times.has(whole.id)) times.set(whole.id, own);
  }
  for (const [bare, whole] of elaborations) {
    const other = dayTold(whole) ?? times.get(whole.id);
    if (other && !dayTold(bare)) times.set(bare.id, other);
  }
  const disagreements = disagreementsIn({
    claims,
    occurrences,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    described,
    names: namesIn(entities),
    documents: new Map(documents.map(({ document }) => [document.id, document])),
    told,
    ontology,
  });
  const conflicts = conflictsIn(disagreements);
  return {
    claims: claims.map((claim) => ({
      ...claim,
      event: events.get(claim.id) ?? claim.event,
      time: claim.time?.basis === "told" ? claim.time : (times.get(claim.id) ?? claim.time),
      conflictsWith: conflicts.get(claim.id) ?? [],
    })),
    disagreements,
  };
}

function namesIn(entities: readonly Entity[]): ReadonlyMap<string, readonly Span[]> {
  const names = new Map<string, Span[]>();
  for (const mention of entities.flatMap(({ mentions }) => mentions)) {
    if (mention.kind !== "name") continue;
    const list = names.get(mention.document);
    if (list) list.push(mention);
    else names.set(mention.document, [mention]);
  }
  return names;
}

/** The time that a claim tells, as others of its event may have it. */
function dayTold({ time }: Claim): ClaimTime | undefined {
  return time?.basis === "told" ? { start: time.start, end: time.end, text: [], basis: "event" } : undefined;
}

/** The days that all dated tellings of one happening have in common. */
function timeOf({ tellings }: Occurrence): ClaimTime | undefined {
  const times = tellings.flatMap(({ time }) => time ?? []);
  const [start, end] = [
    times
      .map((time) => time.start)
      .sort()
      .at(-1),
    times.map((time) => time.end).sort()[0],
  ];
  if (start === undefined || end === undefined || start > end) return undefined;
  return { start, end, text: [], basis: "event" };
}

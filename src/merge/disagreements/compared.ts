import type { Claim } from "../../model/claim.ts";
import type { Disagreement, Side } from "../../model/disagreement.ts";
import type { Document } from "../../model/document.ts";
import type { Entity } from "../../model/entity.ts";
import type { Ontology } from "../../model/ontology.ts";
import { distinct } from "../../model/order.ts";
import { contains, type Span } from "../../model/span.ts";
import { type Day, type DayRange, daysBetween } from "../../model/time.ts";
import type { Occurrence } from "../occurrences.ts";

/** What is asked when claims are compared. */
export interface Compared {
  readonly claims: readonly Claim[];
  readonly occurrences: readonly Occurrence[];
  readonly entities: ReadonlyMap<string, Entity>;
  /** Ids of entities that no document names. */
  readonly described: ReadonlySet<string>;
  /** Where names stand, by document. */
  readonly names: ReadonlyMap<string, readonly Span[]>;
  readonly documents: ReadonlyMap<string, Document>;
  /** From which day each document tells. */
  readonly told: ReadonlyMap<string, Day | undefined>;
  readonly ontology: Ontology;
}

/** Days within which two articles tell of one state of things. */
const SAME_NEWS = 14;

/** Whether a claim is told as certain and as having happened. */
export function isTold({ stance: { certainty, temporality, modality } }: Claim): boolean {
  return certainty === "certain" && temporality === "nonfuture" && modality === "actual";
}

/** Whether a claim is told so, and not denied. */
export function isTrue(claim: Claim): boolean {
  return isTold(claim) && claim.stance.polarity === "positive";
}

/** Claims by what they say; nothing where all say the same. */
export function sidesOf(
  kind: Disagreement["kind"],
  about: string,
  event: string | undefined,
  values: readonly (readonly [value: string, claim: Claim])[],
): readonly Disagreement[] {
  const sides = distinct(values.map(([value]) => value)).map(
    (value): Side => ({
      value,
      claims: distinct(values.flatMap(([own, claim]) => (own === value ? [claim.id] : []))),
    }),
  );
  return sides.length < 2 ? [] : [{ kind, event, about, sides }];
}

/** A claim in words: "Syrian army captures Qaryatayn". */
export function inWords({ subject, predicate, object }: Claim, compared: Compared): string {
  const relation = compared.ontology.relations.get(predicate)?.label ?? predicate;
  return `${labelOf(subject, compared)} ${relation} ${objectInWords(object, compared)}`.trim();
}

/** What a claim is about, in words: "30000 people"; empty for nothing. */
export function objectInWords(object: Claim["object"], compared: Compared): string {
  if (object === null) return "";
  return "entity" in object
    ? labelOf(object.entity, compared)
    : [object.value, object.unit ?? ""].join(" ").trim();
}

/** What an entity is called. */
export function labelOf(id: string, { entities }: Compared): string {
  return entities.get(id)?.label ?? id;
}

/** Whether what somebody is called tells who it is: "militants" may be anybody’s, "US-backed forces" are somebody’s. */
export function isTelling(id: string, { described, entities, names }: Compared): boolean {
  const entity = entities.get(id);
  // "cells of the Rebel Front": behind its "of", where no mention reaches, a capital tells of a name.
  if (!entity || !described.has(id) || /.\p{Lu}/u.test(entity.label)) return true;
  return entity.mentions.some((mention) =>
    names.get(mention.document)?.some((name) => contains(mention, name)),
  );
}

/** Whether two stretches of days have one in common. */
export function overlap(a: DayRange, b: DayRange): boolean {
  return daysBetween(a.end, b.start) <= 0 && daysBetween(b.end, a.start) <= 0;
}

/** Whether two claims may be of one time: by their days, else by those of their articles. */
export function isOneTime(a: Claim, b: Claim, { told }: Compared): boolean {
  if (a.time?.basis === "told" && b.time?.basis === "told") return overlap(a.time, b.time);
  const [first, second] = [a, b].map(({ evidence }) =>
    evidence.flatMap(({ document }) => told.get(document) ?? []),
  );
  if (!first?.[0] || !second?.[0]) return true;
  return Math.abs(daysBetween(first[0], second[0])) <= SAME_NEWS;
}

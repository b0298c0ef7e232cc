import type { Evidence } from "../../model/claim.ts";
import type { TableClaim } from "../../model/claim-columns.ts";
import type { PageEvidence, PageRange } from "../../model/page-payload.ts";
import { contains, hull, type Span } from "../../model/span.ts";
import { type Catalogue, quoteOf } from "../data/catalogue.ts";

/** A claim as the files of the program tell it: with ids for indexes. */
export interface TakenClaim extends TableClaim {
  /** Ids by role; under `content` ids of claims, elsewhere of entities. */
  readonly arguments: readonly (readonly [role: string, ids: readonly string[]])[];
  readonly evidence: readonly [TakenEvidence, ...TakenEvidence[]];
}

/** A piece of evidence, with its places where the page has the whole text that they count in. */
export interface TakenEvidence
  extends Pick<Evidence, "id" | "document" | "quote" | "extractor" | "confidence"> {
  /** From the first to the last word of the sentence that carries the claim. */
  readonly words: string;
  readonly places?: EvidencePlaces;
}

/** Where the sentence and its parts stand in the text of their document, in UTF-16 code units. */
export interface EvidencePlaces {
  readonly quote: Span;
  readonly words: Span;
  readonly subject?: Span;
  readonly predicate?: Span;
  readonly object?: Span;
}

/** Takes a claim along; undefined where there is none or it has no evidence, which no payload of ours does. */
export function takenClaim(catalogue: Catalogue, index: number): TakenClaim | undefined {
  const { claims, events, relations } = catalogue.payload;
  const claim = claims[index];
  const relation = relations[claim?.relation ?? -1];
  const [first, ...others] = (claim?.evidence ?? []).map((piece) => takenEvidence(catalogue, piece));
  if (claim === undefined || relation === undefined || first === undefined) return undefined;
  const idOf = (entity: number): string => entityId(catalogue, entity);
  const { id, object, stance, time, confidence, documents, independentSources } = claim;
  return {
    id,
    event: events[claim.event] ?? "",
    subject: idOf(claim.subject),
    predicate: relation.name,
    open: relation.open,
    plover: relation.plover,
    object: typeof object === "number" ? { entity: idOf(object) } : object,
    arguments: claim.arguments.map(({ role, entities, claims: said }) => [
      role,
      [...entities.map(idOf), ...said.flatMap((each) => claims[each]?.id ?? [])],
    ]),
    stance: { ...stance, speakers: stance.speakers.map(idOf) },
    time,
    confidence,
    documents,
    independentSources,
    conflictsWith: claim.conflictsWith.flatMap((each) => claims[each]?.id ?? []),
    evidence: [first, ...others],
  };
}

/** Takes some claims along. */
export function* takenClaims(catalogue: Catalogue, claims: readonly number[]): Iterable<TakenClaim> {
  for (const index of claims) {
    const claim = takenClaim(catalogue, index);
    if (claim !== undefined) yield claim;
  }
}

/** The id of an entity. */
export function entityId({ payload }: Catalogue, entity: number): string {
  return payload.entities[entity]?.id ?? "";
}

function takenEvidence(catalogue: Catalogue, evidence: PageEvidence): TakenEvidence {
  const document = catalogue.payload.documents[evidence.document];
  const { id, extractor, confidence } = evidence;
  const places = placesOf(evidence);
  return {
    id,
    document: document?.id ?? "",
    quote: quoteOf(catalogue, evidence),
    words: document?.text.slice(places.words.start, places.words.end) ?? "",
    ...(document === undefined || document.abridged ? {} : { places }),
    extractor,
    confidence,
  };
}

function placesOf({ quote, subject, predicate, object }: PageEvidence): EvidencePlaces {
  const sentence = spanOf(quote);
  const parts = [subject, predicate, object].flatMap((part) => (part === undefined ? [] : [spanOf(part)]));
  const inside = parts.filter((part) => contains(sentence, part));
  return {
    quote: sentence,
    words: inside.length > 0 ? inside.reduce(hull) : sentence,
    ...(subject === undefined ? {} : { subject: spanOf(subject) }),
    ...(predicate === undefined ? {} : { predicate: spanOf(predicate) }),
    ...(object === undefined ? {} : { object: spanOf(object) }),
  };
}

function spanOf([start, end]: PageRange): Span {
  return { start, end };
}

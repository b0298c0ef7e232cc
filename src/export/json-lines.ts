import type { Claim, ClaimObject, Evidence } from "../model/claim.ts";
import { cleanText, toJson } from "../model/clean-text.ts";
import type { Document } from "../model/document.ts";
import type { Entity } from "../model/entity.ts";
import { iriOf } from "../model/iri.ts";
import { isAsserted } from "../model/stance.ts";
import { textHash } from "./evidence-quads.ts";
import type { Exporter } from "./exporter.ts";

/** A claim a line, as `claims.jsonl` is described for other pipelines; the order of keys is fixed. */
export const claimLines = {
  format: "jsonl",
  fileName: "claims.jsonl",
  mediaType: "application/x-ndjson",
  write({ claims, documents }, { base }) {
    const prints = new Map(documents.map((document) => [document.id, printOf(document)]));
    return lines(claims, (claim) => claimRecord(claim, prints, base));
  },
} satisfies Exporter;

/** An entity a line, with every place where it is mentioned. */
export const entityLines = {
  format: "jsonl",
  fileName: "entities.jsonl",
  mediaType: "application/x-ndjson",
  write: ({ entities }, { base }) => lines(entities, (entity) => entityRecord(entity, base)),
} satisfies Exporter;

/** Quotes are written as they stand in the text; JSON escapes what may not stand raw. */
function* lines<T>(items: readonly T[], recordOf: (item: T) => object): Iterable<string> {
  for (const item of items) yield `${toJson(recordOf(item))}\n`;
}

function entityRecord(entity: Entity, base: string): object {
  const { label, type, aliases, sameAs, partOf, differentFrom, mentions, reasons } = entity;
  return {
    id: iriOf(base, "entity", entity.id),
    label: cleanText(label),
    type,
    aliases: aliases.map(cleanText),
    sameAs,
    ...(partOf === undefined ? {} : { partOf: iriOf(base, "entity", partOf) }),
    ...(differentFrom ? { differentFrom: differentFrom.map((id) => iriOf(base, "entity", id)) } : {}),
    mentions,
    reasons,
  };
}

/** When a document came out, and which version of it was read. */
interface Print {
  readonly published?: string | undefined;
  readonly textHash: string;
}

function printOf(document: Document): Print {
  const { published } = document;
  return { ...(published === undefined ? {} : { published }), textHash: textHash(document) };
}

function claimRecord(claim: Claim, prints: ReadonlyMap<string, Print>, base: string): object {
  const { polarity, certainty, temporality, modality, speakers } = claim.stance;
  return {
    id: iriOf(base, "claim", claim.id),
    event: iriOf(base, "event", claim.event),
    subject: iriOf(base, "entity", claim.subject),
    predicate: claim.predicate,
    open: claim.open,
    ...(claim.plover === undefined ? {} : { plover: claim.plover }),
    predicateText: claim.predicateText,
    object: objectRecord(claim.object, base),
    arguments: argumentRecord(claim, base),
    polarity,
    certainty,
    temporality,
    modality,
    speakers: speakers.map((id) => iriOf(base, "entity", id)),
    asserted: isAsserted(claim.stance),
    ...(claim.time ? { time: { ...claim.time } } : {}),
    confidence: claim.confidence,
    documents: claim.documents,
    independentSources: claim.independentSources,
    conflictsWith: claim.conflictsWith.map((id) => iriOf(base, "claim", id)),
    evidence: claim.evidence.map((piece) => ({
      ...evidenceRecord(piece, base),
      ...prints.get(piece.document),
    })),
  };
}

function objectRecord(object: ClaimObject, base: string): object | null {
  return object !== null && "entity" in object ? { entity: iriOf(base, "entity", object.entity) } : object;
}

/** Roles come from a closed set and from prepositions, so they are safe as keys. */
function argumentRecord(claim: Claim, base: string): object {
  const records = [...claim.arguments].map(([role, ids]) => {
    const kind = role === "content" ? "claim" : "entity";
    return [role, ids.map((id) => iriOf(base, kind, id))] as const;
  });
  return Object.fromEntries(records);
}

function evidenceRecord(evidence: Evidence, base: string): object {
  return { ...evidence, id: iriOf(base, "evidence", evidence.id) };
}

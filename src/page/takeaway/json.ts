import type { ClaimObject } from "../../model/claim.ts";
import { toJson } from "../../model/clean-text.ts";
import { iriOf } from "../../model/iri.ts";
import type { PageDocument } from "../../model/page-payload.ts";
import { isAsserted } from "../../model/stance.ts";
import type { Catalogue } from "../data/catalogue.ts";
import { asks, type FilterName, type Filters, filterNames } from "../data/filters.ts";
import { entityId, type TakenClaim, type TakenEvidence, takenClaims } from "./taken-claim.ts";
import type { Taking } from "./taking.ts";

/**
 * The claims as rows of `claims.jsonl` in one JSON object, behind what they are taken from and by which filters.
 *
 * A row lacks what the page does not know: the wordings met, hashes of texts, and offsets into texts that the page has
 * only in part.
 */
export function* jsonOf({ catalogue, claims, filters }: Taking): Iterable<string> {
  const { base, documents, claims: all } = catalogue.payload;
  const prints = new Map(documents.map((document) => [document.id, document]));
  const head = {
    source: `${base}dataset`,
    shown: claims.length,
    of: all.length,
    filters: filterRecord(catalogue, filters),
  };
  yield `${toJson(head).slice(0, -1)},"claims":[`;
  let between = "\n";
  for (const claim of takenClaims(catalogue, claims)) {
    yield `${between}${toJson(claimRecord(claim, prints, base))}`;
    between = ",\n";
  }
  yield "\n]}\n";
}

/** What each filter asks for, in names and IRIs; those that ask for nothing are left out. */
function filterRecord(catalogue: Catalogue, filters: Filters): object {
  return Object.fromEntries(
    filterNames.filter((name) => asks(filters, name)).map((name) => [name, asked(catalogue, filters, name)]),
  );
}

function asked(catalogue: Catalogue, filters: Filters, name: FilterName): unknown {
  const { base, relations, types, wires } = catalogue.payload;
  switch (name) {
    case "relations":
      return filters.relations.map((i) => relations[i]?.name);
    case "types":
      return filters.types.map((i) => types[i]?.name);
    case "wires":
      return filters.wires.map((i) => iriOf(base, "wire", wires[i]?.id ?? ""));
    case "speakers":
      return filters.speakers.map((i) => iriOf(base, "entity", entityId(catalogue, i)));
    case "days":
      return { from: filters.from, to: filters.to };
    default:
      return filters[name];
  }
}

function claimRecord(claim: TakenClaim, prints: ReadonlyMap<string, PageDocument>, base: string): object {
  const { polarity, certainty, temporality, modality, speakers } = claim.stance;
  return {
    id: iriOf(base, "claim", claim.id),
    event: iriOf(base, "event", claim.event),
    subject: iriOf(base, "entity", claim.subject),
    predicate: claim.predicate,
    open: claim.open,
    ...(claim.plover === undefined ? {} : { plover: claim.plover }),
    object: objectRecord(claim.object, base),
    arguments: argumentRecord(claim, base),
    polarity,
    certainty,
    temporality,
    modality,
    speakers: speakers.map((id) => iriOf(base, "entity", id)),
    asserted: isAsserted(claim.stance),
    ...(claim.time ? { time: claim.time } : {}),
    confidence: claim.confidence,
    documents: claim.documents,
    independentSources: claim.independentSources,
    conflictsWith: claim.conflictsWith.map((id) => iriOf(base, "claim", id)),
    evidence: claim.evidence.map((piece) => evidenceRecord(piece, prints.get(piece.document), base)),
  };
}

function objectRecord(object: ClaimObject, base: string): object | null {
  return object !== null && "entity" in object ? { entity: iriOf(base, "entity", object.entity) } : object;
}

/** Roles come from a closed set and from prepositions, so they are safe as keys. */
function argumentRecord(claim: TakenClaim, base: string): object {
  return Object.fromEntries(
    claim.arguments.map(([role, ids]) => [
      role,
      ids.map((id) => iriOf(base, role === "content" ? "claim" : "entity", id)),
    ]),
  );
}

function evidenceRecord(
  { id, document, quote, places, extractor, confidence }: TakenEvidence,
  print: PageDocument | undefined,
  base: string,
): object {
  const { quote: sentence, words: _, ...parts } = places ?? { quote: undefined, words: undefined };
  return {
    id: iriOf(base, "evidence", id),
    document,
    ...sentence,
    quote,
    ...parts,
    extractor,
    confidence,
    ...(print?.published === undefined ? {} : { published: print.published }),
  };
}

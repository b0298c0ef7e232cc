import type { Quad, Quad_Object } from "n3";
import type { Claim, ClaimObject } from "../model/claim.ts";
import { argumentTerms, stanceTerms } from "../model/claim-terms.ts";
import { iriOf, ploverIri, termIri } from "../model/iri.ts";
import { NS } from "../model/namespaces.ts";
import { isAsserted } from "../model/stance.ts";
import { iri, statement, text, typed } from "./quads.ts";

/** The plain triple of an asserted claim; none for a claim that is not asserted or has no object. */
export function factQuads(claim: Claim, base: string): readonly Quad[] {
  const object = objectTerm(claim.object, base);
  if (!object || !isAsserted(claim.stance)) return [];
  return [statement(iriOf(base, "entity", claim.subject), predicateIri(claim, base), object)];
}

/** The IRI of a claim's relation; open ones stand apart from the terms of the ontology. */
export function predicateIri({ predicate, open }: Claim, base: string): string {
  return open ? iriOf(base, "open", predicate) : termIri(base, predicate);
}

/** A claim as an RDF statement with its stance, asserted or not. */
export function claimQuads(claim: Claim, base: string): readonly Quad[] {
  const subject = iriOf(base, "claim", claim.id);
  const say = (property: string, object: Quad_Object) => statement(subject, property, object);
  const kg = (name: string) => termIri(base, name);
  const object = objectTerm(claim.object, base);
  const { polarity, certainty, temporality, modality, speakers } = claim.stance;
  return [
    say(`${NS.rdf}type`, iri(kg("Claim"))),
    say(`${NS.rdf}type`, iri(`${NS.rdf}Statement`)),
    say(`${NS.rdf}subject`, iri(iriOf(base, "entity", claim.subject))),
    say(`${NS.rdf}predicate`, iri(predicateIri(claim, base))),
    ...(object ? [say(`${NS.rdf}object`, object)] : []),
    ...unitQuads(claim, say, kg("objectUnit")),
    say(kg("event"), iri(iriOf(base, "event", claim.event))),
    ...(claim.plover === undefined ? [] : [say(kg("ploverType"), iri(ploverIri(base, claim.plover)))]),
    say(kg("asserted"), typed(isAsserted(claim.stance), "boolean")),
    say(kg("polarity"), iri(kg(stanceTerms[polarity]))),
    say(kg("certainty"), iri(kg(stanceTerms[certainty]))),
    say(kg("temporality"), iri(kg(stanceTerms[temporality]))),
    say(kg("modality"), iri(kg(stanceTerms[modality]))),
    ...speakers.map((speaker) => say(kg("speaker"), iri(iriOf(base, "entity", speaker)))),
    ...argumentQuads(claim, base, say),
    ...timeQuads(claim, kg, say),
    say(kg("confidence"), typed(claim.confidence, "decimal")),
    say(kg("independentSources"), typed(claim.independentSources, "integer")),
    ...claim.conflictsWith.map((other) => say(kg("conflictsWith"), iri(iriOf(base, "claim", other)))),
    ...claim.evidence.map(({ id }) => say(kg("evidence"), iri(iriOf(base, "evidence", id)))),
  ];
}

/** What a number counts: "Christians". */
function unitQuads({ object }: Claim, say: Say, property: string): readonly Quad[] {
  return object && "unit" in object && object.unit ? [say(property, text(object.unit))] : [];
}

type Say = (property: string, object: Quad_Object) => Quad;

function argumentQuads(claim: Claim, base: string, say: Say): readonly Quad[] {
  return [...claim.arguments].flatMap(([role, ids]) => {
    const properties = argumentTerms(role);
    const kind = role === "content" ? "claim" : "entity";
    return ids.flatMap((id) =>
      properties.map((property) => say(termIri(base, property), iri(iriOf(base, kind, id)))),
    );
  });
}

/** Days only: dates of differing precision do not compare in SPARQL. */
function timeQuads({ time }: Claim, kg: (name: string) => string, say: Say): readonly Quad[] {
  if (!time) return [];
  const name = time.basis === "said" ? "said" : "event";
  return [
    say(kg(`${name}Start`), typed(time.start, "date")),
    say(kg(`${name}End`), typed(time.end, "date")),
    ...(time.basis === "event" ? [say(kg("timeFromEvent"), typed(true, "boolean"))] : []),
  ];
}

function objectTerm(object: ClaimObject, base: string): Quad_Object | undefined {
  if (object === null) return undefined;
  if ("entity" in object) return iri(iriOf(base, "entity", object.entity));
  return object.datatype === "string" ? text(object.value) : typed(object.value, object.datatype);
}

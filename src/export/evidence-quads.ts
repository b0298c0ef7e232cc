import { createHash } from "node:crypto";
import type { Quad, Quad_Object } from "n3";
import type { Claim, Evidence } from "../model/claim.ts";
import type { CodePoints } from "../model/code-points.ts";
import type { Document } from "../model/document.ts";
import { addressIri, iriOf, termIri } from "../model/iri.ts";
import { NS } from "../model/namespaces.ts";
import { contains, hull, type Span } from "../model/span.ts";
import { iri, statement, text, typed } from "./quads.ts";

/** A piece of evidence: the words that carry the claim, in code points, the sentence around them, and the `wires` it is taken from. */
export function evidenceQuads(
  evidence: Evidence,
  document: Document | undefined,
  points: CodePoints,
  base: string,
  wires: readonly string[],
): readonly Quad[] {
  const subject = iriOf(base, "evidence", evidence.id);
  const say = (property: string, object: Quad_Object) => statement(subject, property, object);
  const span = anchor(evidence);
  return [
    say(`${NS.rdf}type`, iri(termIri(base, "Evidence"))),
    say(termIri(base, "inDocument"), iri(iriOf(base, "document", evidence.document))),
    say(termIri(base, "sentence"), text(evidence.quote)),
    say(`${NS.nif}beginIndex`, typed(points(span.start), "nonNegativeInteger")),
    say(`${NS.nif}endIndex`, typed(points(span.end), "nonNegativeInteger")),
    say(`${NS.nif}anchorOf`, text(document?.text.slice(span.start, span.end) ?? evidence.quote)),
    say(termIri(base, "extractor"), iri(iriOf(base, "extractor", evidence.extractor))),
    say(termIri(base, "confidence"), typed(evidence.confidence, "decimal")),
    ...wires.map((wire) => say(termIri(base, "fromWire"), iri(iriOf(base, "wire", wire)))),
  ];
}

/** From the first to the last word that carries the claim, as far as they stand in its sentence. */
function anchor(evidence: Evidence): Span {
  const parts = [evidence.subject, evidence.predicate, ...(evidence.object ? [evidence.object] : [])];
  const inside = parts.filter((part) => contains(evidence, part));
  return inside.length > 0 ? inside.reduce(hull) : evidence;
}

/** An article: what is known of its print, and a hash of the text that offsets count in. */
export function documentQuads(document: Document, points: CodePoints, base: string): readonly Quad[] {
  const subject = iriOf(base, "document", document.id);
  const say = (property: string, object: Quad_Object) => statement(subject, property, object);
  const { headline, outlet, agency, published, url } = document;
  const address = url && addressIri(url);
  return [
    say(`${NS.rdf}type`, iri(termIri(base, "Document"))),
    say(`${NS.dcterms}identifier`, text(document.id)),
    ...(headline ? [say(`${NS.dcterms}title`, text(headline))] : []),
    ...(outlet ? [say(`${NS.dcterms}publisher`, text(outlet))] : []),
    ...(agency ? [say(`${NS.schema}sourceOrganization`, text(agency))] : []),
    ...(published ? [say(`${NS.dcterms}issued`, typed(published, "date"))] : []),
    ...(address ? [say(`${NS.schema}url`, iri(address))] : []),
    say(termIri(base, "textHash"), text(textHash(document))),
    say(termIri(base, "textLength"), typed(points(document.text.length), "nonNegativeInteger")),
  ];
}

/** Which version of a document was read: the SHA-256 of its text in UTF-8, in hexadecimal. */
export function textHash({ text: read }: Document): string {
  return createHash("sha256").update(read.toWellFormed()).digest("hex");
}

/** The evidence of all claims with the documents that it stands in. */
export function evidenceOf(claims: readonly Claim[]): readonly Evidence[] {
  return claims.flatMap(({ evidence }) => evidence);
}

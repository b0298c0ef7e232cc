import { DataFactory, type Quad, type Quad_Object } from "n3";
import { byCodeUnit } from "../model/order.ts";
import { cleanText } from "./text.ts";

const { literal, namedNode, quad } = DataFactory;

/** The namespaces of others that are written. */
export const NS = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  owl: "http://www.w3.org/2002/07/owl#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  dcterms: "http://purl.org/dc/terms/",
  schema: "https://schema.org/",
  nif: "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
  void: "http://rdfs.org/ns/void#",
} as const;

/** A triple from a subject and predicate, given as IRIs that are known to be sound, and a term. */
export function statement(subject: string, predicate: string, object: Quad_Object): Quad {
  return quad(namedNode(subject), namedNode(predicate), object);
}

/** An IRI as a term. */
export function iri(value: string): Quad_Object {
  return namedNode(value);
}

/** A string in English, or in the language of whoever wrote it. */
export function text(value: string): Quad_Object {
  return literal(cleanText(value));
}

/** A typed literal; the datatype is a local name of XML Schema. */
export function typed(value: string | number | boolean, datatype: string): Quad_Object {
  return literal(cleanText(String(value)), namedNode(NS.xsd + datatype));
}

/** Sorts by subject, predicate, kind of object, object, language, datatype, and drops what stands twice. */
export function canonical(quads: readonly Quad[]): readonly Quad[] {
  const keyed = new Map(quads.map((q) => [keyOf(q), q]));
  return [...keyed].sort(([a], [b]) => byCodeUnit(a, b)).map(([, q]) => q);
}

/** U+0000 stands in no term and sorts before every letter; rdf:type comes first among the predicates. */
function keyOf({ subject, predicate, object }: Quad): string {
  const type = predicate.value === `${NS.rdf}type` ? "0" : "1";
  const tail = object.termType === "Literal" ? [object.language, object.datatype.value] : [];
  return [subject.value, type + predicate.value, object.termType, object.value, ...tail].join("\0");
}

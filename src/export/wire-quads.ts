import type { Quad } from "n3";
import type { Evidence } from "../model/claim.ts";
import { iriOf, termIri } from "../model/iri.ts";
import { NS } from "../model/namespaces.ts";
import { distinct } from "../model/order.ts";
import { overlaps } from "../model/span.ts";
import type { Wire, WireSentence } from "../model/wire.ts";
import { iri, statement, text, typed } from "./quads.ts";

/** A wire with the documents that print it, and how many sentences they share. */
export function wireQuads({ id, agency, documents, sentences }: Wire, base: string): readonly Quad[] {
  const subject = iriOf(base, "wire", id);
  return [
    statement(subject, `${NS.rdf}type`, iri(termIri(base, "Wire"))),
    ...(agency === undefined ? [] : [statement(subject, `${NS.schema}sourceOrganization`, text(agency))]),
    statement(subject, termIri(base, "sharedSentences"), typed(sentences.length, "integer")),
    ...documents.map((document) =>
      statement(iriOf(base, "document", document), termIri(base, "prints"), iri(subject)),
    ),
  ];
}

/** Finds the ids of the wires that a piece of evidence is a sentence of; prepared once for a graph. */
export function wiresAt(wires: readonly Wire[]): (evidence: Evidence) => readonly string[] {
  const places = new Map<string, { readonly wire: string; readonly sentence: WireSentence }[]>();
  for (const { id, sentences } of wires) {
    for (const sentence of sentences.flat()) {
      const there = places.get(sentence.document) ?? [];
      there.push({ wire: id, sentence });
      places.set(sentence.document, there);
    }
  }
  return (evidence) => {
    const there = places.get(evidence.document) ?? [];
    return distinct(there.filter(({ sentence }) => overlaps(sentence, evidence)).map(({ wire }) => wire));
  };
}

import { type CodePoints, codePoints } from "../../model/code-points.ts";
import { prefixesFor, prefixLines } from "../../model/namespaces.ts";
import type { PageDocument, PageWire } from "../../model/page-payload.ts";
import type { Catalogue } from "../data/catalogue.ts";
import { entitiesOf } from "../data/filters.ts";
import { takenClaims } from "./taken-claim.ts";
import type { Taking } from "./taking.ts";
import {
  claimStatement,
  documentStatement,
  entityStatement,
  evidenceStatement,
  factStatements,
  termStatements,
  wireStatement,
} from "./turtle-statements.ts";
import { turtleTerms } from "./turtle-terms.ts";

/**
 * The claims with all that is needed to judge them, as `graph.ttl` has them: every triple of this file stands there.
 *
 * What the page does not know is left out: hashes of texts, offsets into texts that it has only in part, the sentences of
 * wires, and the terms of the ontology, which is published.
 */
export function* turtleOf({ catalogue, claims }: Taking): Iterable<string> {
  const { base, claims: all, entities, wires } = catalogue.payload;
  const terms = turtleTerms(base);
  const points = pointsFor(catalogue);
  yield prefixLines(prefixesFor(base));
  yield `\n# ${claims.length} of ${all.length} claims, taken from a page of whosays\n`;
  yield heading("Facts: what the claims below assert");
  yield* factStatements(terms, takenClaims(catalogue, claims));
  yield heading("Claims: who did what to whom, and how it is held");
  for (const claim of takenClaims(catalogue, claims)) yield claimStatement(terms, claim);
  yield heading("Evidence: where each claim was read; offsets in Unicode code points");
  for (const { evidence } of takenClaims(catalogue, claims))
    for (const piece of evidence) yield evidenceStatement(terms, piece, points(piece.document));
  yield heading("Entities");
  for (const index of [...entitiesOf(catalogue, claims)].sort((a, b) => a - b)) {
    const entity = entities[index];
    if (entity !== undefined) yield entityStatement(terms, entity, catalogue);
  }
  yield heading("Documents");
  const printed = new Set<PageWire>();
  for (const document of documentsOf(catalogue, claims)) {
    const wire = wires[document.wire ?? -1];
    if (wire !== undefined) printed.add(wire);
    yield documentStatement(terms, document, points(document.id), wire);
  }
  yield heading("Wires: texts that several documents print");
  for (const wire of printed) yield wireStatement(terms, wire);
  yield heading("Relations in the words of the texts, and what read the claims");
  yield* termStatements(terms, takenClaims(catalogue, claims));
}

function heading(title: string): string {
  return `\n# --- ${title} ---\n\n`;
}

/** The documents that some claims were read in, in payload order. */
function documentsOf({ payload }: Catalogue, claims: readonly number[]): readonly PageDocument[] {
  const read = new Set<number>();
  for (const i of claims) for (const { document } of payload.claims[i]?.evidence ?? []) read.add(document);
  return payload.documents.filter((_, i) => read.has(i));
}

/** How offsets of a document are counted, by its id; each is prepared once. */
function pointsFor({ payload }: Catalogue): (document: string) => CodePoints {
  const texts = new Map(payload.documents.map(({ id, text }) => [id, text]));
  const points = new Map<string, CodePoints>();
  return (id) => {
    const count = points.get(id) ?? codePoints(texts.get(id) ?? "");
    points.set(id, count);
    return count;
  };
}

import { DataFactory, type Quad } from "n3";
import type { Claim } from "../model/claim.ts";
import type { Graph } from "../model/graph.ts";
import { iriOf } from "../model/iri.ts";
import { distinct } from "../model/order.ts";
import { factQuads } from "./claim-quads.ts";
import { type Described, described } from "./described.ts";

/**
 * The fact of a claim in the graph of each document that states it; none of a claim that is not asserted.
 *
 * Many stores answer from all graphs at once, so what somebody only says must be in none of them: these add no triple
 * that the default graph lacks.
 */
function statedQuads(claim: Claim, documents: readonly string[], base: string): readonly Quad[] {
  const graphs = documents.map((id) => DataFactory.namedNode(iriOf(base, "document", id)));
  return factQuads(claim, base).flatMap(({ subject, predicate, object }) =>
    graphs.map((graph) => DataFactory.quad(subject, predicate, object, graph)),
  );
}

/** What the documents state, by its subject. */
export function statedBySubject(graph: Graph, base: string, end: string): Iterable<Described> {
  return described(
    graph.claims,
    ({ subject }) => iriOf(base, "entity", subject),
    end,
    (claim) => statedQuads(claim, documentsOf(claim), base),
  );
}

/** What each document states, by the document. */
export function statedByDocument(graph: Graph, base: string): Iterable<Described> {
  const claims = new Map<string, Claim[]>();
  for (const claim of graph.claims) {
    for (const id of documentsOf(claim)) {
      const there = claims.get(id) ?? [];
      there.push(claim);
      claims.set(id, there);
    }
  }
  return described(
    [...claims.keys()],
    (id) => iriOf(base, "document", id),
    "",
    (id) => (claims.get(id) ?? []).flatMap((claim) => statedQuads(claim, [id], base)),
  );
}

function documentsOf({ evidence }: Claim): readonly string[] {
  return distinct(evidence.map(({ document }) => document));
}

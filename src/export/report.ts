import { toJson } from "../model/clean-text.ts";
import type { Graph } from "../model/graph.ts";
import { iriOf } from "../model/iri.ts";
import { distinct } from "../model/order.ts";
import type { Exporter } from "./exporter.ts";

/** The account of the run, which adds up: documents read = used + skipped, triples read = merged + rejected; and the wires. */
export const report = {
  format: "report",
  fileName: "report.json",
  mediaType: "application/json",
  write(graph, { account, base, runTime }) {
    const { claims, entities, wires } = graph;
    const { documents, sentences, mentions, triples, warnings } = account;
    const record = {
      ...(runTime === undefined ? {} : { runTime }),
      documents: {
        read: documents.read,
        used: documents.used.length,
        skipped: documents.skipped,
        ids: documents.used,
      },
      sentences,
      mentions,
      triples: { ...triples, reasons: Object.fromEntries(triples.reasons) },
      entities: entities.length,
      claims: claims.length,
      wires: wires.map(({ id, agency, documents: prints, sentences: shared }) => ({
        id,
        ...(agency === undefined ? {} : { agency }),
        documents: prints,
        sentences: shared.length,
        places: shared,
      })),
      disagreements: disagreementRecords(graph, base),
      warnings,
    };
    return [`${toJson(record, 2)}\n`];
  },
} satisfies Exporter;

/** What the articles differ in, each side with the articles that it stands in. */
function disagreementRecords({ disagreements, claims }: Graph, base: string): readonly object[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return disagreements.map(({ kind, about, event, sides }) => ({
    kind,
    about,
    ...(event === undefined ? {} : { event: iriOf(base, "event", event) }),
    sides: sides.map((side) => ({
      value: side.value,
      documents: distinct(
        side.claims.flatMap((id) => byId.get(id)?.evidence.map(({ document }) => document) ?? []),
      ),
      claims: side.claims.map((id) => iriOf(base, "claim", id)),
    })),
  }));
}

import type { Exporter } from "./exporter.ts";
import { toJson } from "./text.ts";

/** The account of the run, which adds up: documents read = used + skipped, triples read = merged + rejected. */
export const report = {
  format: "report",
  fileName: "report.json",
  mediaType: "application/json",
  write({ claims, entities }, { account }) {
    const { documents, sentences, mentions, triples, copies, warnings } = account;
    const record = {
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
      copies,
      warnings,
    };
    return `${toJson(record, 2)}\n`;
  },
} satisfies Exporter;

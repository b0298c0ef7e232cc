import { describe, merged } from "./described.ts";
import type { Exporter } from "./exporter.ts";
import { quadLines, SUBJECT_END } from "./quad-lines.ts";

/** The triples of graph.ttl, one a line, sorted: files of several runs are joined by `sort -m -u`, and compared by `diff`. */
export const nTriples = {
  format: "nt",
  fileName: "graph.nt",
  mediaType: "application/n-triples",
  write(graph, settings) {
    const all = Object.values(describe(graph, settings, SUBJECT_END));
    return quadLines(merged(all, SUBJECT_END));
  },
} satisfies Exporter;

import { describe, merged } from "./described.ts";
import type { Exporter } from "./exporter.ts";
import { quadLines, SUBJECT_END } from "./quad-lines.ts";
import { statedBySubject } from "./stated-quads.ts";

/** What graph.trig holds, one quad a line, sorted. */
export const nQuads = {
  format: "nq",
  fileName: "graph.nq",
  mediaType: "application/n-quads",
  write(graph, settings) {
    const all = Object.values(describe(graph, settings, SUBJECT_END));
    return quadLines(merged([...all, statedBySubject(graph, settings.base, SUBJECT_END)], SUBJECT_END));
  },
} satisfies Exporter;

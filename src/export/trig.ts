import { prefixesFor } from "../model/namespaces.ts";
import { describe } from "./described.ts";
import type { Exporter } from "./exporter.ts";
import { statedByDocument } from "./stated-quads.ts";
import { sectionsOf, turtleText } from "./turtle-text.ts";

/** TriG: graph.ttl as the default graph, and for each document a graph of the facts that it states in its own voice. */
export const trig = {
  format: "trig",
  fileName: "graph.trig",
  mediaType: "application/trig",
  write(graph, settings) {
    const stated = {
      title: "What each document states in its own voice; nothing that is not a fact above",
      described: statedByDocument(graph, settings.base),
    };
    return turtleText(prefixesFor(settings.base), [...sectionsOf(describe(graph, settings)), stated]);
  },
} satisfies Exporter;

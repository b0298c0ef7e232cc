import type { Exporter } from "./exporter.ts";
import { payloadOf } from "./page/payload.ts";
import { pageHtml } from "./page/template.ts";

/** The graph as one page for people: a map, a list and a card for every claim, with no server and no network. */
export const html = {
  format: "html",
  fileName: "graph.html",
  mediaType: "text/html",
  *write(graph, settings) {
    yield* pageHtml(payloadOf(graph, settings.ontology, settings.base), settings.page);
  },
} satisfies Exporter;

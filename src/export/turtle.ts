import { prefixesFor } from "../model/namespaces.ts";
import { describe } from "./described.ts";
import type { Exporter } from "./exporter.ts";
import { sectionsOf, turtleText } from "./turtle-text.ts";

/**
 * RDF 1.1 Turtle: facts first, then the claims that they come from, evidence, entities, documents, wires, terms, and the
 * graph as a whole.
 *
 * The default graph only, no blank nodes, sorted: the same graph gives the same bytes.
 */
export const turtle = {
  format: "ttl",
  fileName: "graph.ttl",
  mediaType: "text/turtle",
  write: (graph, settings) => turtleText(prefixesFor(settings.base), sectionsOf(describe(graph, settings))),
} satisfies Exporter;

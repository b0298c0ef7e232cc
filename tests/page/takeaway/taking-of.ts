import { join } from "node:path";
import { fetchInputs, findInputs } from "../../../src/cli/inputs.ts";
import type { ExportSettings } from "../../../src/export/exporter.ts";
import { exporters } from "../../../src/export/index.ts";
import { payloadOf } from "../../../src/export/page/payload.ts";
import { wholeText } from "../../../src/export/text.ts";
import type { Graph } from "../../../src/model/graph.ts";
import type { Ontology } from "../../../src/model/ontology.ts";
import { catalogueOf } from "../../../src/page/data/catalogue.ts";
import { noFilters } from "../../../src/page/data/filters.ts";
import type { Taking } from "../../../src/page/takeaway/taking.ts";
import { build } from "../../../src/pipeline.ts";
import { hostileGraph, sampleGraph, settingsFor } from "../../support/graphs.ts";
import { ontology } from "../../support/ontology.ts";
import { parser } from "../../support/parser.ts";

/** What the exporters write with. */
export const settings: ExportSettings = { ...settingsFor(), base: "https://w3id.org/whosays/" };

/** The graph of the sample articles. */
export const seeds: Graph = build(
  fetchInputs(findInputs([join(import.meta.dirname, "../../../seeds")])),
  ontology,
  parser,
).graph;

/** The ontology that a graph is told in: those that are made by hand know nothing of the whole one. */
function ontologyOf(graph: Graph): Ontology {
  return graph === seeds ? ontology : settings.ontology;
}

/** The graphs that take-away is tried on. */
export const graphs: readonly { readonly name: string; readonly graph: Graph }[] = [
  { name: "the sample articles", graph: seeds },
  { name: "every stance", graph: sampleGraph },
  { name: "hostile names", graph: hostileGraph },
];

/**
 * All claims of a graph, taken along from its page.
 *
 * @param budget as `payloadOf` takes it; 0 leaves the page only the sentences with evidence
 */
export function takingOf(graph: Graph, budget?: number): Taking {
  const catalogue = catalogueOf(payloadOf(graph, ontologyOf(graph), settings.base, budget));
  return { catalogue, claims: [...catalogue.payload.claims.keys()], filters: noFilters };
}

/** What the exporter of a file writes. */
export function exported(fileName: string, graph: Graph): string {
  const exporter = exporters.find((one) => one.fileName === fileName);
  if (exporter === undefined) throw new Error(`No exporter writes ${fileName}.`);
  return wholeText(exporter.write(graph, { ...settings, ontology: ontologyOf(graph) }));
}

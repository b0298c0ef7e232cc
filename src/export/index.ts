import { claimCsv, claimTsv } from "./claim-table.ts";
import { cypher } from "./cypher.ts";
import type { Exporter } from "./exporter.ts";
import { gexf } from "./gexf.ts";
import { graphDocuments } from "./graph-documents.ts";
import { graphMl } from "./graph-ml.ts";
import { html } from "./html.ts";
import { jsonLd } from "./json-ld.ts";
import { claimLines, entityLines } from "./json-lines.ts";
import { kgtk } from "./kgtk.ts";
import { nQuads } from "./n-quads.ts";
import { nTriples } from "./n-triples.ts";
import { neo4jNodes, neo4jRelationships } from "./neo4j-csv.ts";
import { rdf12 } from "./rdf12.ts";
import { report } from "./report.ts";
import { trig } from "./trig.ts";
import { turtle } from "./turtle.ts";

/** Every output format. */
export const exporters: readonly Exporter[] = [
  turtle,
  html,
  claimLines,
  entityLines,
  nTriples,
  nQuads,
  trig,
  rdf12,
  jsonLd,
  gexf,
  graphMl,
  neo4jNodes,
  neo4jRelationships,
  cypher,
  claimCsv,
  claimTsv,
  graphDocuments,
  kgtk,
  report,
];

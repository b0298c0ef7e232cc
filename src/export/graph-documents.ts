import type { Claim } from "../model/claim.ts";
import { cleanText, toJson } from "../model/clean-text.ts";
import type { Document } from "../model/document.ts";
import { edgeType, identifier } from "../model/graph-columns.ts";
import type { Exporter } from "./exporter.ts";
import {
  type PropertyEdge,
  type PropertyGraph,
  type PropertyNode,
  propertyGraphOf,
} from "./property-graph.ts";

/**
 * GraphDocument JSON: a list with a graph for each article, as LangChain and what took over its classes load them.
 *
 * The claims read in an article with its text; those that are no facts have relationship types of their own.
 */
export const graphDocuments = {
  format: "graphdocument",
  fileName: "graph-documents.json",
  mediaType: "application/json",
  *write(graph, settings) {
    const claims = new Map<string, Claim[]>(graph.documents.map(({ id }) => [id, []]));
    for (const claim of graph.claims) {
      for (const id of new Set(claim.evidence.map(({ document }) => document))) claims.get(id)?.push(claim);
    }
    const all = propertyGraphOf(graph, settings);
    let before = "[";
    for (const document of graph.documents) {
      yield `${before}\n${toJson(documentRecord(document, claims.get(document.id) ?? [], all))}`;
      before = ",";
    }
    yield before === "[" ? "[]\n" : "\n]\n";
  },
} satisfies Exporter;

function documentRecord(document: Document, claims: readonly Claim[], { edgeOf }: PropertyGraph): object {
  const edges = claims.map(edgeOf).filter((edge) => edge !== undefined);
  const nodes = new Map(
    edges.flatMap(({ source, target }) => [source, target]).map((node) => [node.id, node]),
  );
  const { id, headline, outlet, agency, published, url } = document;
  return {
    nodes: [...nodes.values()].map(nodeRecord),
    relationships: edges.map(relationshipRecord),
    source: {
      page_content: cleanText(document.text),
      metadata: cleaned({ source: url ?? id, id, title: headline, publisher: outlet, agency, published }),
      type: "Document",
    },
  };
}

function nodeRecord({ id, type, label, aliases, sameAs }: PropertyNode): object {
  return { id, type: identifier(type), properties: { name: label, aliases, sameAs } };
}

function relationshipRecord(edge: PropertyEdge): object {
  const { id, source, target, properties } = edge;
  const end = (node: PropertyNode) => ({
    id: node.id,
    type: identifier(node.type),
    properties: { name: node.label },
  });
  return {
    source: end(source),
    target: end(target),
    type: edgeType(edge),
    properties: { claimId: id, ...properties },
  };
}

function cleaned(values: Readonly<Record<string, string | undefined>>): object {
  const told = Object.entries(values).flatMap(([name, value]) => (value ? [[name, cleanText(value)]] : []));
  return Object.fromEntries(told);
}

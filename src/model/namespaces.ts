import { iriOf, ploverIri } from "./iri.ts";

/** The namespaces of others that are written. */
export const NS = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  owl: "http://www.w3.org/2002/07/owl#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  dcterms: "http://purl.org/dc/terms/",
  schema: "https://schema.org/",
  nif: "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
  void: "http://rdfs.org/ns/void#",
  dcat: "http://www.w3.org/ns/dcat#",
  prov: "http://www.w3.org/ns/prov#",
} as const;

/** Namespaces by their prefixes. */
export type Prefixes = Readonly<Record<string, string>>;

/** The prefixes that every Turtle file of a base uses. */
export function prefixesFor(base: string): Prefixes {
  const own = (["claim", "event", "evidence", "document", "wire", "extractor", "open"] as const).map(
    (kind) => [kind, iriOf(base, kind, "")],
  );
  return {
    kg: `${base}ontology#`,
    ent: iriOf(base, "entity", ""),
    ...Object.fromEntries(own),
    plover: ploverIri(base, ""),
    ...NS,
  };
}

/** The prefixes as Turtle and TriG declare them. */
export function prefixLines(prefixes: Prefixes): string {
  return Object.entries(prefixes)
    .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)
    .join("");
}

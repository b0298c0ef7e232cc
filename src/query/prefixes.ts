/** Namespaces by their prefixes, without the colon. */
export type Prefixes = ReadonlyMap<string, string>;

/** What queries may use though a graph does not declare it. */
const KNOWN: Prefixes = new Map([
  ["kg", "https://w3id.org/whosays/ontology#"],
  ["ent", "https://w3id.org/whosays/entity/"],
  ["rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"],
  ["rdfs", "http://www.w3.org/2000/01/rdf-schema#"],
  ["owl", "http://www.w3.org/2002/07/owl#"],
  ["xsd", "http://www.w3.org/2001/XMLSchema#"],
  ["skos", "http://www.w3.org/2004/02/skos/core#"],
  ["dcterms", "http://purl.org/dc/terms/"],
  ["schema", "https://schema.org/"],
  ["nif", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"],
]);

/** The prefixes at the top of a Turtle file, and those that every graph of ours speaks of. */
export function prefixesOf(turtle: string): Prefixes {
  const declared = /^@prefix[ \t]+([A-Za-z][\w-]*|):[ \t]*<([^\s\p{Cc}<>"{}|^`\\]*)>[ \t]*\.[ \t]*$/u;
  const prefixes = new Map(KNOWN);
  for (const line of turtle.split(/\r?\n/)) {
    const [, name, namespace] = declared.exec(line) ?? [];
    if (name !== undefined && namespace !== undefined) prefixes.set(name, namespace);
    else if (!/^\s*(?:#.*)?$/.test(line)) break;
  }
  return prefixes;
}

/** The prefixes as SPARQL declares them, on one line, so that the lines of a query behind it keep their count. */
export function preludeOf(prefixes: Prefixes): string {
  return `${[...prefixes].map(([name, namespace]) => `PREFIX ${name}: <${namespace}>`).join(" ")}\n`;
}

/** An IRI as people read it, `ent:Syria`; in angle brackets where no prefix fits. */
export function shortIri(iri: string, prefixes: Prefixes): string {
  let best: string | undefined;
  for (const [name, namespace] of prefixes) {
    if (!iri.startsWith(namespace)) continue;
    const local = iri.slice(namespace.length);
    const short = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?$/u.test(local)
      ? `${name}:${local}`
      : undefined;
    if (short !== undefined && (best === undefined || short.length < best.length)) best = short;
  }
  return best ?? `<${iri}>`;
}

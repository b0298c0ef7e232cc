import type { Quad, Term } from "n3";
import { toJson } from "../model/clean-text.ts";
import { NS } from "../model/namespaces.ts";
import { type Described, describe, merged, sorted } from "./described.ts";
import type { Exporter } from "./exporter.ts";
import { CONTEXT_TERMS, type ContextTerm, contextFor } from "./json-ld-context.ts";

/** JSON-LD 1.1: what graph.ttl holds, an object a line, with its context in it, so that nothing has to be fetched. */
export const jsonLd = {
  format: "jsonld",
  fileName: "graph.jsonld",
  mediaType: "application/ld+json",
  *write(graph, settings) {
    const terms = termsFor(settings.base);
    yield `{"@context": ${toJson(contextFor(settings.base), 2)},\n"@graph": [`;
    let before = "\n";
    for (const described of merged(Object.values(describe(graph, settings)))) {
      yield before + nodeObject(described, terms, `${settings.base}ontology#`);
      before = ",\n";
    }
    yield "\n]}\n";
  },
} satisfies Exporter;

/** The terms of the context by the IRI that they stand for. */
type Terms = ReadonlyMap<string, readonly [name: string, term: ContextTerm]>;

function termsFor(base: string): Terms {
  const context = contextFor(base);
  return new Map(
    Object.entries(CONTEXT_TERMS).map(([name, term]) => [context[name]?.["@id"] ?? "", [name, term]]),
  );
}

/** Written by hand, for a key may be any name, `__proto__` too. */
function nodeObject(described: Described, terms: Terms, vocabulary: string): string {
  const values = new Map<string, string[]>();
  for (const quad of sorted(described)) {
    const [key, value] = entry(quad, terms, vocabulary);
    const before = values.get(key) ?? [];
    before.push(value);
    values.set(key, before);
  }
  const entries = [...values].map(
    ([key, all]) => `${toJson(key)}:${all.length === 1 ? all[0] : `[${all.join(",")}]`}`,
  );
  return `{${[`"id":${toJson(described.subject)}`, ...entries].join(",")}}`;
}

/** The key and value of a triple; short where the context says the rest. */
function entry({ predicate, object }: Quad, terms: Terms, vocabulary: string): readonly [string, string] {
  const { value: property } = predicate;
  if (property === `${NS.rdf}type`) return ["type", toJson(object.value)];
  const [name, term] = terms.get(property) ?? [];
  if (name !== undefined && term !== undefined && term.type === typeOf(object))
    return [name, toJson(object.value)];
  return [keyOf(property, vocabulary), toJson(valueObject(object))];
}

/** The name of a term of the ontology alone, unless the context gives that name to another. */
function keyOf(property: string, vocabulary: string): string {
  if (!property.startsWith(vocabulary)) return property;
  const name = property.slice(vocabulary.length);
  const taken = Object.hasOwn(CONTEXT_TERMS, name) || name === "id" || name === "type";
  return taken || !/^[A-Za-z0-9]+$/.test(name) ? property : name;
}

/** What the context must say of a term for its values to be plain strings. */
function typeOf(object: Term): ContextTerm["type"] | undefined {
  if (object.termType !== "Literal") return "@id";
  const { value: datatype } = object.datatype;
  if (datatype === `${NS.xsd}string`) return "string";
  const name = datatype.slice(NS.xsd.length);
  return TYPES.find((type) => type === name);
}

const TYPES = ["boolean", "date", "dateTime", "decimal", "integer", "nonNegativeInteger"] as const;

function valueObject(object: Term): object {
  if (object.termType !== "Literal") return { "@id": object.value };
  const { value, datatype } = object;
  return datatype.value === `${NS.xsd}string`
    ? { "@value": value }
    : { "@value": value, "@type": datatype.value };
}

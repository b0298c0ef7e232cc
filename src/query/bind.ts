import type { Store } from "oxigraph";
import { distinct } from "../model/order.ts";
import { evaluate } from "./evaluate.ts";
import { type Given, iriTerm, literalOf, type NamedQuery, numberOf, withValues } from "./named.ts";
import { type Prefixes, preludeOf } from "./prefixes.ts";
import { QueryError } from "./query-error.ts";

/** A named query with the values that a person gave; throws a `QueryError` where the graph knows no such thing. */
export function bound(store: Store, query: NamedQuery, given: readonly Given[], prefixes: Prefixes): string {
  const values = new Map(given.map((each) => [each.parameter.name, termsOf(store, each, prefixes)] as const));
  return withValues(query, values);
}

function termsOf(store: Store, { parameter, value }: Given, prefixes: Prefixes): readonly string[] {
  const { name, kind } = parameter;
  if (kind === "text") return [literalOf(value)];
  if (kind === "number") {
    const number = numberOf(value);
    if (number === undefined) throw new QueryError(`--with ${name}: "${value}" is no number`);
    return [number];
  }
  const address = addressOf(value, prefixes);
  if (address !== undefined) return [address];
  const found = kind === "claim" ? [] : thingsCalled(store, value, kind, prefixes);
  if (found.length > 0) return found;
  if (kind === "claim")
    throw new QueryError(`--with ${name}: "${value}" is no claim; write it as claim:… from another answer`);
  const names = kind === "entity" ? 'whosays query DIR --name find --with text="…"' : "label or kg:… name";
  throw new QueryError(`--with ${name}: nothing here is called "${value}"; look for its name with ${names}`);
}

/** `ent:Syria` or `<https://…>`, or an address as it is. */
function addressOf(value: string, prefixes: Prefixes): string | undefined {
  const [, prefix, local] = /^([A-Za-z][\w-]*):([^/\s].*)$/.exec(value) ?? [];
  const namespace = prefix === undefined ? undefined : prefixes.get(prefix);
  if (namespace !== undefined) return iriTerm(`${namespace}${local}`);
  return /^<?https?:\/\/\S+>?$/.test(value) ? iriTerm(value.replace(/^<|>$/g, "")) : undefined;
}

/** What bears a name, whatever its case: as label, as other name, or as its id. */
function thingsCalled(
  store: Store,
  name: string,
  kind: "entity" | "relation",
  prefixes: Prefixes,
): readonly string[] {
  const relation = "{ ?thing a owl:ObjectProperty } UNION { ?thing a rdf:Property }";
  const text = `${preludeOf(prefixes)}SELECT DISTINCT ?thing {
    VALUES ?name { ${literalOf(name.toLowerCase())} }
    { ?thing rdfs:label ?label } UNION { ?thing skos:altLabel ?label }
    FILTER (LCASE(STR(?label)) = ?name || LCASE(REPLACE(STR(?thing), "^.*[/#]", "")) = ?name)
    FILTER ${kind === "relation" ? "" : "NOT "}EXISTS { ${relation} }
    FILTER NOT EXISTS { ?thing a owl:Class }
  }`;
  const answer = evaluate(store, { text, form: "rows", variables: ["thing"] });
  if (answer.form !== "rows") return [];
  return distinct(
    answer.rows.flatMap(([thing]) => (thing?.kind === "iri" ? (iriTerm(thing.value) ?? []) : [])),
  );
}

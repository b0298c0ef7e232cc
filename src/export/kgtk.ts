import type { Claim } from "../model/claim.ts";
import { cleanText } from "../model/clean-text.ts";
import type { Entity } from "../model/entity.ts";
import { addressIri, iriOf, termIri } from "../model/iri.ts";
import { prefixesFor } from "../model/namespaces.ts";
import { isAsserted } from "../model/stance.ts";
import { predicateIri } from "./claim-quads.ts";
import type { Exporter } from "./exporter.ts";
import { propertyGraphOf } from "./property-graph.ts";

/**
 * An edge file of KGTK: facts as edges with the claim's id, names and classes of entities, and edges on edges for the rest.
 *
 * The label of what is no fact begins with `unasserted/`, so that no query for the relation meets it.
 */
export const kgtk = {
  format: "kgtk",
  fileName: "graph.kgtk.tsv",
  mediaType: "text/tab-separated-values",
  *write(graph, settings) {
    const { base } = settings;
    const symbol = symbols(base);
    yield "id\tnode1\tlabel\tnode2\n";
    for (const [prefix, namespace] of Object.entries(prefixesFor(base)))
      yield line(`${prefix}-prefix_expansion`, prefix, "prefix_expansion", string(namespace));
    for (const entity of graph.entities) yield* entityLines(entity, symbol, base);
    for (const edge of propertyGraphOf(graph, settings).edges()) {
      const { claim } = edge;
      const relation = symbol(predicateIri(claim, base));
      const label = isAsserted(claim.stance) ? relation : `unasserted/${relation}`;
      const id = symbol(edge.id);
      yield line(id, symbol(edge.source.id), label, objectValue(claim, symbol(edge.target.id)));
      yield* qualifierLines(id, edge.claim, symbol, base);
    }
  },
} satisfies Exporter;

type Symbols = (iri: string) => string;

/** Prefixed names where a namespace is ours, else the IRI; `|` would part a list. */
function symbols(base: string): Symbols {
  const namespaces = Object.entries(prefixesFor(base)).map(([prefix, iri]) => [iri, `${prefix}:`] as const);
  return (iri) => {
    const known = namespaces.find(([namespace]) => iri.startsWith(namespace));
    const name = known ? known[1] + iri.slice(known[0].length) : iri;
    return name.replaceAll("|", "\\|");
  };
}

function* entityLines(entity: Entity, symbol: Symbols, base: string): Iterable<string> {
  const id = symbol(iriOf(base, "entity", entity.id));
  const same = entity.sameAs.map(addressIri).filter((address) => address !== undefined);
  yield line(`${id}-type`, id, "rdf:type", symbol(termIri(base, entity.type)));
  yield line(`${id}-label`, id, "label", string(entity.label));
  yield* each(id, "alias", entity.aliases.map(string));
  yield* each(id, "same_as", same.map(symbol));
}

function* qualifierLines(id: string, claim: Claim, symbol: Symbols, base: string): Iterable<string> {
  const { polarity, certainty, temporality, modality, speakers } = claim.stance;
  const entity = (one: string) => symbol(iriOf(base, "entity", one));
  yield* each(id, "asserted", [isAsserted(claim.stance) ? "True" : "False"]);
  for (const [axis, value] of Object.entries({ polarity, certainty, temporality, modality }))
    yield* each(id, axis, [value]);
  yield* each(id, "speaker", speakers.map(entity));
  for (const [role, ids] of claim.arguments) {
    const kind = role === "content" ? "claim" : "entity";
    yield* each(
      id,
      `argument/${field(role)}`,
      ids.map((one) => symbol(iriOf(base, kind, one))),
    );
  }
  if (claim.object !== null && "unit" in claim.object && claim.object.unit)
    yield* each(id, "unit", [string(claim.object.unit)]);
  yield* each(id, "event", [symbol(iriOf(base, "event", claim.event))]);
  yield* each(id, "start", claim.time ? [day(claim.time.start)] : []);
  yield* each(id, "end", claim.time ? [day(claim.time.end)] : []);
  yield* each(id, "confidence", [String(claim.confidence)]);
  yield* each(id, "independent_sources", [String(claim.independentSources)]);
  yield* each(
    id,
    "conflicts_with",
    claim.conflictsWith.map((one) => symbol(iriOf(base, "claim", one))),
  );
  yield* each(id, "document", [
    ...new Set(claim.evidence.map(({ document }) => symbol(iriOf(base, "document", document)))),
  ]);
  yield* each(id, "quote", [...new Set(claim.evidence.map(({ quote }) => string(quote)))]);
}

/** Edges with one label, numbered from the second on. */
function* each(node: string, label: string, values: readonly string[]): Iterable<string> {
  for (const [i, value] of values.entries())
    yield line(`${node}-${label}${i === 0 ? "" : `-${i + 1}`}`, node, label, value);
}

function line(id: string, node1: string, label: string, node2: string): string {
  return `${id}\t${node1}\t${label}\t${node2}\n`;
}

function objectValue({ object }: Claim, entity: string): string {
  if (object === null) return string("");
  if ("entity" in object) return entity;
  return object.datatype !== "string" && /^[+-]?\d+(?:\.\d+)?$/.test(object.value)
    ? object.value
    : string(object.value);
}

/** The one place where text is made fit for KGTK. */
function string(value: string): string {
  return `"${cleanText(value).replace(/["\\|\t\n\r]/g, (unit) => ESCAPES.get(unit) ?? " ")}"`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["|", "\\|"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\r", "\\r"],
]);

/** To the day, which is precision 11. */
function day(iso: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? `^${iso}T00:00:00Z/11` : string(iso);
}

/** A name that parts neither columns nor lists. */
function field(name: string): string {
  return encodeURIComponent(cleanText(name));
}

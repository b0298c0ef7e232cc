import type { Quad, Quad_Object } from "n3";
import { argumentProperty } from "../model/claim-terms.ts";
import { cleanText } from "../model/clean-text.ts";
import type { Entity } from "../model/entity.ts";
import type { Graph } from "../model/graph.ts";
import { addressIri, iriOf, termIri } from "../model/iri.ts";
import { NS } from "../model/namespaces.ts";
import type { Ontology } from "../model/ontology.ts";
import { distinct } from "../model/order.ts";
import { predicateIri } from "./claim-quads.ts";
import type { ExportSettings } from "./exporter.ts";
import { iri, statement, text, typed } from "./quads.ts";

/** An entity with its class and names. */
export function entityQuads(entity: Entity, known: ReadonlySet<string>, base: string): readonly Quad[] {
  const subject = iriOf(base, "entity", entity.id);
  const same = entity.sameAs.map(addressIri).filter((address) => address !== undefined);
  return [
    statement(subject, `${NS.rdf}type`, iri(termIri(base, entity.type))),
    statement(subject, `${NS.rdfs}label`, text(entity.label)),
    ...entity.aliases.map((alias) => statement(subject, `${NS.skos}altLabel`, text(alias))),
    ...same.map((address) => statement(subject, `${NS.owl}sameAs`, iri(address))),
    ...(entity.differentFrom ?? [])
      .filter((id) => known.has(id))
      .map((id) => statement(subject, `${NS.owl}differentFrom`, iri(iriOf(base, "entity", id)))),
    ...(entity.partOf !== undefined && known.has(entity.partOf)
      ? [statement(subject, `${NS.dcterms}isPartOf`, iri(iriOf(base, "entity", entity.partOf)))]
      : []),
  ];
}

/** The relations that the claims use with all that stands above them, so that one query reaches a whole family. */
export function relationQuads({ claims }: Graph, ontology: Ontology, base: string): readonly Quad[] {
  const used = distinct(claims.filter(({ open }) => !open).map(({ predicate }) => predicate));
  const all = distinct(used.flatMap((name) => [name, ...(ontology.relations.get(name)?.ancestors ?? [])]));
  const known = all.flatMap((name) => {
    const relation = ontology.relations.get(name);
    const subject = termIri(base, name);
    const type = relation?.range === "Quantity" ? "DatatypeProperty" : "ObjectProperty";
    return [
      statement(subject, `${NS.rdf}type`, iri(NS.owl + type)),
      statement(subject, `${NS.rdfs}label`, text(relation?.label ?? name)),
      ...parents(name, ontology.relations).map((parent) =>
        statement(subject, `${NS.rdfs}subPropertyOf`, iri(termIri(base, parent))),
      ),
    ];
  });
  return [...known, ...openQuads(claims, base), ...roleQuads(claims, base)];
}

/** Those right above a term: what stands above one of them too is left out. */
function parents(
  name: string,
  terms: ReadonlyMap<string, { readonly ancestors: readonly string[] }>,
): readonly string[] {
  const above = terms.get(name)?.ancestors ?? [];
  return above.filter((each) => !above.some((other) => terms.get(other)?.ancestors.includes(each)));
}

function openQuads(claims: Graph["claims"], base: string): readonly Quad[] {
  return claims
    .filter(({ open }) => open)
    .flatMap((claim) => {
      const subject = predicateIri(claim, base);
      const label = claim.predicate.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
      return [
        statement(subject, `${NS.rdf}type`, iri(`${NS.rdf}Property`)),
        statement(subject, `${NS.rdfs}label`, text(label)),
      ];
    });
}

/** The roles of further arguments: the words of a text bring in some that no ontology lists. */
function roleQuads(claims: Graph["claims"], base: string): readonly Quad[] {
  const filled = claims.flatMap((claim) =>
    [...claim.arguments].flatMap(([role, ids]) => (ids.length > 0 ? role : [])),
  );
  return distinct(filled).flatMap((role) => {
    const property = argumentProperty(role);
    if (property === undefined) return [];
    const subject = termIri(base, property);
    return [
      statement(subject, `${NS.rdf}type`, iri(`${NS.owl}ObjectProperty`)),
      statement(subject, `${NS.rdfs}label`, text(role)),
      statement(subject, `${NS.rdfs}subPropertyOf`, iri(termIri(base, "argument"))),
    ];
  });
}

/** The classes that the entities use with all that stands above them. */
export function classQuads({ entities }: Graph, ontology: Ontology, base: string): readonly Quad[] {
  const used = distinct(
    entities.flatMap(({ type }) => [type, ...(ontology.classes.get(type)?.ancestors ?? [])]),
  );
  return used.flatMap((name) => {
    const subject = termIri(base, name);
    return [
      statement(subject, `${NS.rdf}type`, iri(`${NS.owl}Class`)),
      statement(subject, `${NS.rdfs}label`, text(ontology.classes.get(name)?.label ?? name)),
      ...parents(name, ontology.classes).map((parent) =>
        statement(subject, `${NS.rdfs}subClassOf`, iri(termIri(base, parent))),
      ),
    ];
  });
}

/** The program as an agent, whatever the base. */
const SOFTWARE = "https://w3id.org/whosays/";

/** What read the claims. */
export function extractorQuads({ claims }: Graph, base: string): readonly Quad[] {
  const ids = distinct(claims.flatMap(({ evidence }) => evidence.map(({ extractor }) => extractor)));
  return ids.map((id) =>
    statement(iriOf(base, "extractor", id), `${NS.rdf}type`, iri(termIri(base, "Extractor"))),
  );
}

/** The graph as a whole: how much of what it holds, in which words, and what made it. Its licence is for its owner to add. */
export function datasetQuads(
  graph: Graph,
  { ontology, base, runTime }: Pick<ExportSettings, "ontology" | "base" | "runTime">,
  others: { readonly triples: number; readonly facts: number },
): readonly Quad[] {
  const dataset = `${base}dataset`;
  const facts = `${dataset}/facts`;
  const version = encodeURIComponent(cleanText(ontology.version));
  const say = (property: string, object: Quad_Object) => statement(dataset, property, object);
  const count = (value: number) => typed(value, "integer");
  const said = [
    say(`${NS.rdf}type`, iri(`${NS.void}Dataset`)),
    say(`${NS.rdf}type`, iri(`${NS.dcat}Dataset`)),
    say(`${NS.dcterms}title`, text("Who does what to whom in the news, and who says so")),
    say(`${NS.dcterms}conformsTo`, iri(`${base}ontology/${version}`)),
    ...(runTime === undefined ? [] : [say(`${NS.dcterms}created`, typed(runTime, "dateTime"))]),
    say(`${NS.prov}wasAttributedTo`, iri(SOFTWARE)),
    statement(SOFTWARE, `${NS.rdf}type`, iri(`${NS.prov}SoftwareAgent`)),
    statement(SOFTWARE, `${NS.rdfs}label`, text("whosays")),
    ...[`${base}ontology#`, NS.dcterms, NS.nif, NS.skos].map((each) =>
      say(`${NS.void}vocabulary`, iri(each)),
    ),
    say(`${NS.void}uriSpace`, text(base)),
    say(`${NS.void}entities`, count(graph.entities.length)),
    say(`${NS.void}documents`, count(graph.documents.length)),
    say(`${NS.void}subset`, iri(facts)),
    statement(facts, `${NS.rdf}type`, iri(`${NS.void}Dataset`)),
    statement(facts, `${NS.void}triples`, count(others.facts)),
    ...partitions(graph).flatMap(([name, entities]) => {
      const part = `${dataset}/${name}`;
      return [
        say(`${NS.void}classPartition`, iri(part)),
        statement(part, `${NS.void}class`, iri(termIri(base, name))),
        statement(part, `${NS.void}entities`, count(entities)),
      ];
    }),
  ];
  return [...said, say(`${NS.void}triples`, count(others.triples + said.length + 1))];
}

function partitions({ claims, documents, wires }: Graph): readonly (readonly [string, number])[] {
  const evidence = claims.reduce((sum, claim) => sum + claim.evidence.length, 0);
  return [
    ["Claim", claims.length],
    ["Evidence", evidence],
    ["Document", documents.length],
    ["Wire", wires.length],
  ];
}

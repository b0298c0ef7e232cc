import type { Quad } from "n3";
import type { Entity } from "../model/entity.ts";
import type { Graph } from "../model/graph.ts";
import type { Ontology } from "../model/ontology.ts";
import { distinct } from "../model/order.ts";
import { predicateIri } from "./claim-quads.ts";
import type { ExportSettings } from "./exporter.ts";
import { addressIri, iriOf, termIri } from "./iri.ts";
import { iri, NS, statement, text, typed } from "./quads.ts";
import { cleanText } from "./text.ts";

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
    const parent = relation?.ancestors[0];
    const subject = termIri(base, name);
    return [
      statement(subject, `${NS.rdf}type`, iri(`${NS.owl}ObjectProperty`)),
      statement(subject, `${NS.rdfs}label`, text(relation?.label ?? name)),
      ...(parent ? [statement(subject, `${NS.rdfs}subPropertyOf`, iri(termIri(base, parent)))] : []),
    ];
  });
  return [...known, ...openQuads(claims, base)];
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

/** The classes that the entities use with all that stands above them. */
export function classQuads({ entities }: Graph, ontology: Ontology, base: string): readonly Quad[] {
  const used = distinct(
    entities.flatMap(({ type }) => [type, ...(ontology.classes.get(type)?.ancestors ?? [])]),
  );
  return used.flatMap((name) => {
    const entityClass = ontology.classes.get(name);
    const parent = entityClass?.ancestors[0];
    const subject = termIri(base, name);
    return [
      statement(subject, `${NS.rdf}type`, iri(`${NS.owl}Class`)),
      statement(subject, `${NS.rdfs}label`, text(entityClass?.label ?? name)),
      ...(parent ? [statement(subject, `${NS.rdfs}subClassOf`, iri(termIri(base, parent)))] : []),
    ];
  });
}

/** What extractors are and the graph as a whole. */
export function datasetQuads(
  { claims }: Graph,
  { ontology, base, runTime }: Pick<ExportSettings, "ontology" | "base" | "runTime">,
): readonly Quad[] {
  const dataset = `${base}dataset`;
  const extractors = distinct(claims.flatMap(({ evidence }) => evidence.map(({ extractor }) => extractor)));
  return [
    statement(dataset, `${NS.rdf}type`, iri(`${NS.void}Dataset`)),
    statement(dataset, `${NS.void}vocabulary`, iri(`${base}ontology#`)),
    statement(
      dataset,
      `${NS.dcterms}conformsTo`,
      iri(`${base}ontology/${encodeURIComponent(cleanText(ontology.version))}`),
    ),
    ...(runTime === undefined
      ? []
      : [statement(dataset, `${NS.dcterms}created`, typed(runTime, "dateTime"))]),
    ...extractors.map((id) =>
      statement(iriOf(base, "extractor", id), `${NS.rdf}type`, iri(termIri(base, "Extractor"))),
    ),
  ];
}

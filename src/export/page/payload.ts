import type { Claim, ClaimObject, Evidence } from "../../model/claim.ts";
import type { Document } from "../../model/document.ts";
import type { Entity } from "../../model/entity.ts";
import type { Graph } from "../../model/graph.ts";
import type { Ontology } from "../../model/ontology.ts";
import { distinct } from "../../model/order.ts";
import {
  type PageArgument,
  type PageClaim,
  type PageCounts,
  type PageDocument,
  type PageEntity,
  type PageEvidence,
  type PageGroup,
  type PagePayload,
  type PagePlace,
  pagePayloadVersion,
  type QuoteRange,
} from "../../model/page-payload.ts";
import { contains, type Span } from "../../model/span.ts";
import { isAsserted } from "../../model/stance.ts";
import { groupsOf } from "./groups.ts";
import { placesOf } from "./places.ts";
import { type Ties, tiesOf } from "./ties.ts";
import { words } from "./words.ts";

/** Where each id of the graph stands in the payload's lists. */
interface Indexes {
  readonly entities: ReadonlyMap<string, number>;
  readonly claims: ReadonlyMap<string, number>;
  readonly documents: ReadonlyMap<string, number>;
}

/** Makes the payload of a graph, with layout and groups; ids that point nowhere are left out. */
export function payloadOf(graph: Graph, ontology: Ontology): PagePayload {
  const indexes: Indexes = {
    entities: indexOf(graph.entities),
    claims: indexOf(graph.claims),
    documents: indexOf(graph.documents),
  };
  const ties = tiesOf(graph);
  const groups = groupsOf(ties.ids.length, ties.ties);
  const places = placesOf(ties, groups);
  const types = new Table((name: string) => ontology.classes.get(name)?.label ?? words(name));
  const relations = new Table((name: string) => relationLabel(ontology, name));
  const quotes = new Table((quote: string) => quote);
  const claims = graph.claims.map((claim) => claimRow(claim, indexes, relations, quotes));
  return {
    version: pagePayloadVersion,
    counts: countsOf(graph, ties),
    entities: graph.entities.map((entity) => entityRow(entity, indexes, types, places)),
    claims,
    documents: graph.documents.map(documentRow),
    groups: groupRows(ties, groups, indexes),
    types: types.rows,
    relations: relations.rows,
    quotes: quotes.rows,
  };
}

/** A list in which each key gets one row, in the order of first sight. */
class Table<Row> {
  readonly rows: Row[] = [];
  readonly #indexes = new Map<string, number>();
  readonly #row: (key: string) => Row;

  constructor(row: (key: string) => Row) {
    this.#row = row;
  }

  index(key: string): number {
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.rows.length);
    return this.rows.push(this.#row(key)) - 1;
  }
}

function indexOf(rows: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ id }, i) => [id, i]));
}

function relationLabel(ontology: Ontology, name: string): { label: string; open: boolean } {
  const known = ontology.relations.get(name);
  return { label: known?.label ?? words(name), open: known === undefined };
}

function groupRows(ties: Ties, groups: readonly number[], indexes: Indexes): readonly PageGroup[] {
  const rows: { name: number; size: number; degree: number }[] = [];
  for (const [i, id] of ties.ids.entries()) {
    const group = groups[i] ?? 0;
    const degree = ties.degrees[i] ?? 0;
    const row = rows[group] ?? { name: 0, size: 0, degree: -1 };
    const leads = degree > row.degree;
    rows[group] = {
      name: leads ? (indexes.entities.get(id) ?? 0) : row.name,
      size: row.size + 1,
      degree: leads ? degree : row.degree,
    };
  }
  return rows.map(({ name, size }) => ({ name, size }));
}

function countsOf(graph: Graph, ties: Ties): PageCounts {
  return {
    documents: graph.documents.length,
    outlets: distinct(graph.documents.flatMap(({ outlet }) => (outlet === undefined ? [] : [outlet]))).length,
    entities: ties.ids.length,
    claims: graph.claims.length,
    asserted: graph.claims.filter(({ stance }) => isAsserted(stance)).length,
  };
}

function entityRow(
  entity: Entity,
  indexes: Indexes,
  types: Table<string>,
  places: ReadonlyMap<string, PagePlace>,
): PageEntity {
  const partOf = entity.partOf === undefined ? undefined : indexes.entities.get(entity.partOf);
  const place = places.get(entity.id);
  const documents = found(indexes.documents, distinct(entity.mentions.map(({ document }) => document)));
  return {
    id: entity.id,
    label: entity.label,
    type: types.index(entity.type),
    aliases: entity.aliases,
    sameAs: entity.sameAs,
    ...(partOf === undefined ? {} : { partOf }),
    documents,
    ...(place === undefined ? {} : { place }),
  };
}

function documentRow({ id, outlet, agency, headline, published, url }: Document): PageDocument {
  return {
    id,
    ...(outlet === undefined ? {} : { outlet }),
    ...(agency === undefined ? {} : { agency }),
    ...(headline === undefined ? {} : { headline }),
    ...(published === undefined ? {} : { published }),
    ...(url === undefined ? {} : { url }),
  };
}

function claimRow(
  claim: Claim,
  indexes: Indexes,
  relations: Table<PagePayload["relations"][number]>,
  quotes: Table<string>,
): PageClaim {
  const { polarity, certainty, temporality, modality, speakers } = claim.stance;
  return {
    id: claim.id,
    subject: indexes.entities.get(claim.subject) ?? 0,
    relation: relations.index(claim.predicate),
    object: objectRow(claim.object, indexes),
    arguments: argumentRows(claim, indexes),
    stance: { polarity, certainty, temporality, modality, speakers: found(indexes.entities, speakers) },
    ...(claim.time === undefined ? {} : { time: { ...claim.time } }),
    confidence: hundredth(claim.confidence),
    documents: claim.documents,
    independentSources: claim.independentSources,
    conflictsWith: found(indexes.claims, claim.conflictsWith),
    evidence: claim.evidence.map((evidence) => evidenceRow(evidence, indexes, quotes)),
  };
}

function objectRow(object: ClaimObject, indexes: Indexes): PageClaim["object"] {
  if (object === null || !("entity" in object)) return object;
  return indexes.entities.get(object.entity) ?? null;
}

function argumentRows(claim: Claim, indexes: Indexes): readonly PageArgument[] {
  return [...claim.arguments].map(([role, ids]) => ({
    role: words(role),
    entities: role === "content" ? [] : found(indexes.entities, ids),
    claims: role === "content" ? found(indexes.claims, ids) : [],
  }));
}

function evidenceRow(evidence: Evidence, indexes: Indexes, quotes: Table<string>): PageEvidence {
  const subject = rangeIn(evidence, evidence.subject);
  const predicate = rangeIn(evidence, evidence.predicate);
  const object = rangeIn(evidence, evidence.object);
  return {
    document: indexes.documents.get(evidence.document) ?? 0,
    quote: quotes.index(evidence.quote),
    ...(subject === undefined ? {} : { subject }),
    ...(predicate === undefined ? {} : { predicate }),
    ...(object === undefined ? {} : { object }),
    extractor: evidence.extractor,
    confidence: hundredth(evidence.confidence),
  };
}

function rangeIn(evidence: Evidence, span: Span | undefined): QuoteRange | undefined {
  if (span === undefined || span.end <= span.start || !contains(evidence, span)) return undefined;
  return [span.start - evidence.start, span.end - evidence.start];
}

function found(indexes: ReadonlyMap<string, number>, ids: readonly string[]): readonly number[] {
  return ids.flatMap((id) => indexes.get(id) ?? []);
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}

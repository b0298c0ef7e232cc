import type { Claim, ClaimObject, Evidence } from "../../model/claim.ts";
import type { Disagreement } from "../../model/disagreement.ts";
import type { Entity } from "../../model/entity.ts";
import type { Graph } from "../../model/graph.ts";
import type { Ontology } from "../../model/ontology.ts";
import { distinct } from "../../model/order.ts";
import {
  type PageArgument,
  type PageClaim,
  type PageCounts,
  type PageDisagreement,
  type PageEntity,
  type PageEvidence,
  type PageGroup,
  type PagePayload,
  type PagePlace,
  type PageType,
  type PageWire,
  pagePayloadVersion,
} from "../../model/page-payload.ts";
import { isAsserted } from "../../model/stance.ts";
import type { Wire } from "../../model/wire.ts";
import { documentRows } from "./document-rows.ts";
import { type Placed, placedOf } from "./placed.ts";
import { relationTable } from "./relation-rows.ts";
import { Table } from "./table.ts";
import { type PageText, textBudget, textsOf } from "./texts.ts";
import { words } from "./words.ts";

/** What the rows are made with: where each id of the graph stands in the payload's lists, and what stands once. */
interface Making {
  readonly entities: ReadonlyMap<string, number>;
  readonly claims: ReadonlyMap<string, number>;
  readonly documents: ReadonlyMap<string, number>;
  readonly texts: ReadonlyMap<string, PageText>;
  readonly types: Table<PageType>;
  readonly relations: ReturnType<typeof relationTable>;
  /** Numbers of events, by their ids. */
  readonly events: Map<string, number>;
}

/**
 * Makes the payload of a graph, with layout and groups; ids that point nowhere are left out.
 *
 * @param base what IRIs of ids begin with; ends with `/`
 * @param budget UTF-16 code units that the texts of all documents may have, before they are cut to what is quoted
 */
export function payloadOf(
  graph: Graph,
  ontology: Ontology,
  base: string,
  budget: number = textBudget,
): PagePayload {
  const making: Making = {
    entities: indexOf(graph.entities),
    claims: indexOf(graph.claims),
    documents: indexOf(graph.documents),
    texts: textsOf(graph, budget),
    types: new Table((name) => typeOf(ontology, name)),
    relations: relationTable(ontology),
    events: new Map(),
  };
  const placed = placedOf(graph);
  const claims = graph.claims.map((claim) => claimRow(claim, making));
  const entities = graph.entities.map((entity) => entityRow(entity, making, placed.places));
  return {
    version: pagePayloadVersion,
    counts: countsOf(graph, placed),
    base,
    types: making.types.rows(),
    relations: making.relations.rows(),
    events: [...making.events.keys()],
    groups: groupRows(placed, making.entities),
    entities,
    claims,
    documents: documentRows(graph, making.texts),
    wires: graph.wires.map((wire) => wireRow(wire, making)),
    disagreements: graph.disagreements.map((disagreement) => disagreementRow(disagreement, making)),
  };
}

function indexOf(rows: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ id }, i) => [id, i]));
}

function typeOf(ontology: Ontology, name: string): PageType {
  const known = ontology.classes.get(name);
  return { name, label: known?.label ?? words(name), icon: known?.icon ?? "thing" };
}

function groupRows(
  { ties, groups, places }: Placed,
  entities: ReadonlyMap<string, number>,
): readonly PageGroup[] {
  const rows: { name: number; degree: number; size: number; x: number; y: number }[] = [];
  for (const [i, id] of ties.ids.entries()) {
    const group = groups[i] ?? 0;
    const row = rows[group] ?? { name: 0, degree: -1, size: 0, x: 0, y: 0 };
    rows[group] = row;
    const degree = ties.degrees[i] ?? 0;
    if (degree > row.degree) Object.assign(row, { name: entities.get(id) ?? 0, degree });
    row.size++;
    row.x += places.get(id)?.x ?? 0;
    row.y += places.get(id)?.y ?? 0;
  }
  return rows.map(({ name, size, x, y }) => ({ name, size, x: tenth(x / size), y: tenth(y / size) }));
}

function countsOf(graph: Graph, { ties }: Placed): PageCounts {
  const outlets = graph.documents.flatMap(({ outlet }) => (outlet === undefined ? [] : [outlet]));
  return {
    documents: graph.documents.length,
    outlets: distinct(outlets).length,
    entities: ties.ids.length,
    claims: graph.claims.length,
    asserted: graph.claims.filter(({ stance }) => isAsserted(stance)).length,
  };
}

function entityRow(entity: Entity, making: Making, places: ReadonlyMap<string, PagePlace>): PageEntity {
  const partOf = entity.partOf === undefined ? undefined : making.entities.get(entity.partOf);
  const place = places.get(entity.id);
  return {
    id: entity.id,
    label: entity.label,
    type: making.types.index(entity.type),
    aliases: entity.aliases,
    sameAs: entity.sameAs,
    ...(partOf === undefined ? {} : { partOf }),
    documents: found(making.documents, distinct(entity.mentions.map(({ document }) => document))),
    reasons: entity.reasons,
    ...(place === undefined ? {} : { place }),
  };
}

function claimRow(claim: Claim, making: Making): PageClaim {
  const { polarity, certainty, temporality, modality, speakers } = claim.stance;
  return {
    id: claim.id,
    event: eventNumber(making.events, claim.event),
    subject: making.entities.get(claim.subject) ?? 0,
    relation: making.relations.index(claim),
    object: objectRow(claim.object, making),
    arguments: argumentRows(claim, making),
    stance: { polarity, certainty, temporality, modality, speakers: found(making.entities, speakers) },
    ...(claim.time === undefined ? {} : { time: { ...claim.time } }),
    confidence: claim.confidence,
    documents: claim.documents,
    independentSources: claim.independentSources,
    conflictsWith: found(making.claims, claim.conflictsWith),
    evidence: claim.evidence.map((evidence) => evidenceRow(evidence, making)),
  };
}

function eventNumber(numbers: Map<string, number>, event: string): number {
  const number = numbers.get(event) ?? numbers.size;
  numbers.set(event, number);
  return number;
}

function objectRow(object: ClaimObject, { entities }: Making): PageClaim["object"] {
  if (object === null || !("entity" in object)) return object;
  return entities.get(object.entity) ?? null;
}

function argumentRows(claim: Claim, { entities, claims }: Making): readonly PageArgument[] {
  return [...claim.arguments].map(([role, ids]) => ({
    role: words(role),
    entities: role === "content" ? [] : found(entities, ids),
    claims: role === "content" ? found(claims, ids) : [],
  }));
}

function evidenceRow(evidence: Evidence, { documents, texts }: Making): PageEvidence {
  const text = texts.get(evidence.document);
  const subject = text?.rangeOf(evidence.subject);
  const predicate = text?.rangeOf(evidence.predicate);
  const object = text?.rangeOf(evidence.object);
  return {
    id: evidence.id,
    document: documents.get(evidence.document) ?? 0,
    quote: text?.rangeOf(evidence) ?? [0, 0],
    ...(subject === undefined ? {} : { subject }),
    ...(predicate === undefined ? {} : { predicate }),
    ...(object === undefined ? {} : { object }),
    extractor: evidence.extractor,
    confidence: evidence.confidence,
  };
}

function wireRow({ id, agency, documents }: Wire, making: Making): PageWire {
  return {
    id,
    ...(agency === undefined ? {} : { agency }),
    documents: found(making.documents, documents),
  };
}

function disagreementRow({ kind, about, sides }: Disagreement, { claims }: Making): PageDisagreement {
  return {
    kind,
    about,
    sides: sides.map((side) => ({ value: side.value, claims: found(claims, side.claims) })),
  };
}

function found(indexes: ReadonlyMap<string, number>, ids: readonly string[]): readonly number[] {
  return ids.flatMap((id) => indexes.get(id) ?? []);
}

/** Never -0, which JSON does not keep. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

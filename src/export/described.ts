import type { Quad } from "n3";
import type { Evidence } from "../model/claim.ts";
import { type CodePoints, codePoints } from "../model/code-points.ts";
import type { Graph } from "../model/graph.ts";
import { type IriKind, iriOf } from "../model/iri.ts";
import { byCodeUnit } from "../model/order.ts";
import { claimQuads, factQuads } from "./claim-quads.ts";
import { documentQuads, evidenceOf, evidenceQuads } from "./evidence-quads.ts";
import type { ExportSettings } from "./exporter.ts";
import { canonical } from "./quads.ts";
import { classQuads, datasetQuads, entityQuads, extractorQuads, relationQuads } from "./term-quads.ts";
import { wireQuads, wiresAt } from "./wire-quads.ts";

/** Triples with one subject, in any order, some of them perhaps twice. */
export interface Described {
  readonly subject: string;
  readonly quads: readonly Quad[];
}

/** The triples of a graph by what they tell of, each subject once and the subjects in order; made while they are taken. */
export interface Descriptions {
  readonly dataset: Iterable<Described>;
  readonly facts: Iterable<Described>;
  readonly claims: Iterable<Described>;
  readonly evidence: Iterable<Described>;
  readonly entities: Iterable<Described>;
  readonly documents: Iterable<Described>;
  readonly wires: Iterable<Described>;
  readonly relations: Iterable<Described>;
  readonly classes: Iterable<Described>;
  readonly extractors: Iterable<Described>;
}

/**
 * Describes a graph in RDF, the one place that all RDF formats take it from.
 *
 * Besides the graph itself this holds a key for each subject, never their triples.
 *
 * @param end what subjects are ordered with behind them: a writer of lines, where `>` ends an IRI, gives `>`
 */
export function describe(graph: Graph, settings: ExportSettings, end = ""): Descriptions {
  const { base, ontology } = settings;
  const known = new Set(graph.entities.map(({ id }) => id));
  const own = <T>(kind: IriKind, items: readonly T[], idOf: (item: T) => string, quads: QuadsOf<T>) =>
    described(items, (item) => iriOf(base, kind, idOf(item)), end, quads);
  const parts = {
    facts: own(
      "entity",
      graph.claims,
      ({ subject }) => subject,
      (claim) => factQuads(claim, base),
    ),
    claims: own("claim", graph.claims, idOf, (claim) => claimQuads(claim, base)),
    evidence: own("evidence", evidenceOf(graph.claims), idOf, evidenceWriter(graph, base)),
    entities: own("entity", graph.entities, idOf, (entity) => entityQuads(entity, known, base)),
    documents: own("document", graph.documents, idOf, (document) =>
      documentQuads(document, codePoints(document.text), base),
    ),
    wires: bySubject(
      graph.wires.flatMap((wire) => wireQuads(wire, base)),
      end,
    ),
    relations: bySubject(relationQuads(graph, ontology, base), end),
    classes: bySubject(classQuads(graph, ontology, base), end),
    extractors: bySubject(extractorQuads(graph, base), end),
  };
  return { ...parts, dataset: whole(graph, settings, end) };
}

/** The graph as a whole, with how much it holds: all else is told once more to be counted. */
function* whole(graph: Graph, settings: ExportSettings, end: string): Iterable<Described> {
  const { dataset: _, ...parts } = describe(graph, settings, end);
  const countOf = (part: Iterable<Described>) => {
    let count = 0;
    for (const { quads } of part) count += canonical(quads).length;
    return count;
  };
  const facts = countOf(parts.facts);
  const triples = Object.values({ ...parts, facts: [] }).reduce((sum, part) => sum + countOf(part), facts);
  yield* bySubject(datasetQuads(graph, settings, { triples, facts }), end);
}

type QuadsOf<T> = (item: T) => readonly Quad[];

function idOf({ id }: { readonly id: string }): string {
  return id;
}

function evidenceWriter(graph: Graph, base: string): QuadsOf<Evidence> {
  const documents = new Map(graph.documents.map((document) => [document.id, document]));
  const points = new Map<string, CodePoints>();
  const wiresOf = wiresAt(graph.wires);
  return (evidence) => {
    const { document: id } = evidence;
    const document = documents.get(id);
    const count = points.get(id) ?? (document ? codePoints(document.text) : (offset: number) => offset);
    points.set(id, count);
    return evidenceQuads(evidence, document, count, base, wiresOf(evidence));
  };
}

/**
 * Items in the order of their subjects, those with one subject told together, those that tell nothing left out.
 *
 * @param end as `describe` was given it
 */
export function* described<T>(
  items: readonly T[],
  subjectOf: (item: T) => string,
  end: string,
  quadsOf: QuadsOf<T>,
): Iterable<Described> {
  const keyed = items.map((item) => ({ subject: subjectOf(item), item }));
  keyed.sort((a, b) => byCodeUnit(a.subject + end, b.subject + end));
  for (let at = 0; at < keyed.length; ) {
    const { subject } = keyed[at] as { subject: string };
    const quads: Quad[] = [];
    for (; keyed[at]?.subject === subject; at++) quads.push(...quadsOf((keyed[at] as { item: T }).item));
    if (quads.length > 0) yield { subject, quads };
  }
}

/** For the few triples of which several things make some with one subject. */
function* bySubject(quads: readonly Quad[], end: string): Iterable<Described> {
  yield* described(
    quads,
    ({ subject }) => subject.value,
    end,
    (quad) => [quad],
  );
}

/**
 * Joins descriptions into one, each subject once, in order.
 *
 * @param end as `describe` was given it
 */
export function* merged(all: readonly Iterable<Described>[], end = ""): Iterable<Described> {
  const streams = all.map((one) => one[Symbol.iterator]());
  const heads = streams.map((stream) => headOf(stream, end));
  for (;;) {
    let least: Head | undefined;
    for (const head of heads) {
      if (head && (least === undefined || head.key < least.key)) least = head;
    }
    if (least === undefined) return;
    const { key, subject } = least;
    const quads: Quad[] = [];
    for (const [i, stream] of streams.entries()) {
      const head = heads[i];
      if (head?.key !== key) continue;
      quads.push(...head.quads);
      heads[i] = headOf(stream, end);
    }
    yield { subject, quads };
  }
}

interface Head extends Described {
  readonly key: string;
}

function headOf(stream: Iterator<Described>, end: string): Head | undefined {
  const { done, value } = stream.next();
  return done ? undefined : { ...value, key: value.subject + end };
}

/** The triples of each subject as files hold them: sorted, none twice. */
export function sorted({ quads }: Described): readonly Quad[] {
  return canonical(quads);
}

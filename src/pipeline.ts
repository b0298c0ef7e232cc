import { annotator } from "./annotate/index.ts";
import { LONGEST_SENTENCE, type Parser } from "./annotate/parser/parser.ts";
import { wiresOf } from "./copies/index.ts";
import { extraction, type Relations } from "./extract/index.ts";
import { type ComparedClaims, claimsOf, compare, joinAll, settle } from "./merge/index.ts";
import type { Account, Skip } from "./model/account.ts";
import type { AnnotatedDocument } from "./model/annotated-document.ts";
import type { Document } from "./model/document.ts";
import type { Graph } from "./model/graph.ts";
import type { Ontology } from "./model/ontology.ts";
import { byCodeUnit, distinct } from "./model/order.ts";
import type { Overrides } from "./model/overrides.ts";
import type { Day } from "./model/time.ts";
import type { Extraction } from "./model/triple.ts";
import type { Wire } from "./model/wire.ts";
import { read } from "./read/index.ts";
import type { Input } from "./read/reader.ts";
import { type Resolution, resolve } from "./resolve/resolve.ts";

/** An input, or why the caller could not fetch it. */
export type Fetched = Input | Skip;

/** A graph and the account of how it came about. */
export interface Built {
  readonly graph: Graph;
  readonly account: Account;
}

/** What a run may be given besides. */
export interface BuildOptions {
  /** Corrections by hand, which win over every rule. */
  readonly overrides?: Overrides | undefined;
}

/** Builds the graph of some articles in one go. */
export function build(
  inputs: Iterable<Fetched>,
  ontology: Ontology,
  parser: Parser,
  relations?: Relations,
  options?: BuildOptions,
): Built {
  const steps = building(inputs, ontology, parser, relations, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Builds the graph of some articles: read, annotate, extract, resolve, find copies, merge.
 *
 * Yields the name of each input once it has been read, so that a caller may say so, or stop. The result does not depend
 * on the order of the inputs.
 */
export function* building(
  inputs: Iterable<Fetched>,
  ontology: Ontology,
  parser: Parser,
  relations: Relations = "all",
  { overrides }: BuildOptions = {},
): Generator<string, Built> {
  const { documents, wires, skipped, warnings, count } = yield* readAll(inputs, ontology, parser, relations);
  const extractions = documents.map(({ extraction }) => extraction);
  const annotated = documents.map(({ document }) => document);
  const resolution = resolve(annotated, ontology, overrides);
  const merged = documents.map(({ document, extraction: { triples } }) => {
    const entityOf = (mention: number) => resolution.entityOf(document.document.id, mention);
    return claimsOf(document, triples, entityOf, ontology);
  });
  const plain = annotated.map(({ document }) => document);
  const credited = creditedBy(ontology);
  const settled = settle(joinAll(merged.map((part) => part.claims)), plain.map(credited), wires);
  const compared = compare(settled, {
    entities: resolution.entities,
    described: resolution.described,
    documents: annotated,
    ontology,
  });
  const reasons = [
    ...extractions.flatMap(({ rejected }) => rejected.map(({ reason }) => reason)),
    ...merged.flatMap(({ outcomes }) =>
      outcomes.flatMap((outcome) => ("rejected" in outcome ? [outcome.rejected] : [])),
    ),
  ];
  const found = extractions.reduce((sum, { triples, rejected }) => sum + triples.length + rejected.length, 0);
  return {
    graph: graphOf(plain, compared, resolution, wires),
    account: {
      documents: { read: count, used: plain.map(({ id }) => id), skipped },
      sentences: annotated.reduce((sum, { sentences }) => sum + sentences.length, 0),
      mentions: annotated.reduce((sum, { mentions }) => sum + mentions.length, 0),
      triples: {
        read: found,
        merged: found - reasons.length,
        rejected: reasons.length,
        reasons: tally(reasons),
      },
      warnings: [...unapplied(overrides, resolution), ...warnings],
    },
  };
}

/** A document with what was found in it. */
interface ReadDocument {
  readonly document: AnnotatedDocument;
  readonly extraction: Extraction;
}

interface AllRead {
  /** Ordered by id. */
  readonly documents: readonly ReadDocument[];
  readonly wires: readonly Wire[];
  readonly skipped: readonly Skip[];
  readonly warnings: readonly Skip[];
  readonly count: number;
}

function* readAll(
  inputs: Iterable<Fetched>,
  ontology: Ontology,
  parser: Parser,
  relations: Relations,
): Generator<string, AllRead> {
  const annotate = annotator(ontology, parser);
  const extract = extraction(ontology, relations);
  const outlets = outletNames(ontology);
  const documents: ReadDocument[] = [];
  const skipped: Skip[] = [];
  const warnings: Skip[] = [];
  let count = 0;
  for (const input of inputs) {
    count++;
    const result = "bytes" in input ? read(input, { outlets }) : { skipped: input.reason };
    const name = "bytes" in input ? input.id : input.input;
    if ("skipped" in result) skipped.push({ input: name, reason: result.skipped });
    else {
      const document = annotate(result.document);
      documents.push({ document, extraction: extract(document) });
      warnings.push(
        ...[...result.warnings, ...cuts(document)].map((reason) => ({
          input: name,
          reason,
        })),
      );
    }
    yield name;
  }
  const byInput = (a: Skip, b: Skip) => byCodeUnit(a.input, b.input) || byCodeUnit(a.reason, b.reason);
  documents.sort((a, b) => byCodeUnit(a.document.document.id, b.document.document.id));
  const credited = creditedBy(ontology);
  const wires = wiresOf(
    documents.map(({ document: each }) => ({ ...each, document: credited(each.document) })),
  );
  const dated = documents.map((read): ReadDocument => {
    const { document } = read.document;
    const told = read.document.told === undefined ? dayOfCopies(document.id, wires, documents) : undefined;
    if (read.document.told === undefined) warnings.push({ input: document.id, reason: undatedAs(told) });
    if (told === undefined) return read;
    // All that was said of "Saturday" is read again, now that it is known which.
    const again = annotate(document, undefined, told);
    return { document: again, extraction: extract(again) };
  });
  return { documents: dated, wires, skipped: skipped.sort(byInput), warnings: warnings.sort(byInput), count };
}

/** The day on which others that print the same text have told it, the first of them. */
function dayOfCopies(
  id: string,
  wires: readonly Wire[],
  documents: readonly ReadDocument[],
): Day | undefined {
  const copies = new Set(wires.flatMap((wire) => (wire.documents.includes(id) ? wire.documents : [])));
  const days = documents.flatMap(({ document: { document, told } }) =>
    told !== undefined && copies.has(document.id) ? [told] : [],
  );
  return days.sort(byCodeUnit)[0];
}

function undatedAs(told: Day | undefined): string {
  return told === undefined
    ? 'has no date of publication, so "Saturday" and the like stay without one'
    : `has no date of publication; as articles with the same text do, it is taken to tell from ${told}`;
}

function unapplied(overrides: Overrides | undefined, resolution: Resolution): readonly Skip[] {
  if (!overrides) return [];
  return resolution.unapplied.map((said) => ({ input: overrides.source, reason: `says ${said}` }));
}

function cuts({ cuts: count }: AnnotatedDocument): readonly string[] {
  if (count === 0) return [];
  return [
    `has text without the end of a sentence for over ${LONGEST_SENTENCE} words; it was cut in ${count} places`,
  ];
}

/** Names that stand in credits: those of news agencies and outlets. */
export function outletNames({ names }: Ontology): ReadonlySet<string> {
  const agencies = [...names.values()].filter(({ type }) => type === "NewsAgency");
  return new Set(agencies.flatMap(({ label, aliases }) => [label, ...aliases]));
}

/** Gives a document the agency that it credits under one name: "AP" is "Associated Press". */
function creditedBy({ names }: Ontology): (document: Document) => Document {
  const agencies = [...names.values()].filter(({ type }) => type === "NewsAgency");
  const labels = new Map(
    agencies.flatMap(({ label, aliases }) => [label, ...aliases].map((name) => [agencyKey(name), label])),
  );
  return (document) => {
    const label = document.agency && labels.get(agencyKey(document.agency));
    return label ? { ...document, agency: label } : document;
  };
}

function agencyKey(name: string): string {
  return name.toLowerCase().replace(/^the /, "");
}

/** Of entities that are only described, those in claims; of named ones, all. */
function graphOf(
  documents: readonly Document[],
  { claims, disagreements }: ComparedClaims,
  resolution: Resolution,
  wires: readonly Wire[],
): Graph {
  const inClaims = new Set(
    claims.flatMap(({ subject, object, stance, arguments: filled }) => [
      subject,
      ...(object && "entity" in object ? [object.entity] : []),
      ...stance.speakers,
      ...[...filled.values()].flat(),
    ]),
  );
  const entities = resolution.entities.filter(({ id }) => !resolution.described.has(id) || inClaims.has(id));
  return { entities, claims, disagreements, documents, wires };
}

function tally(reasons: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>(distinct(reasons).map((reason) => [reason, 0]));
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}

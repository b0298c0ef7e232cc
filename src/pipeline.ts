import { annotator } from "./annotate/index.ts";
import { extraction } from "./extract/index.ts";
import { claimsOf, join, settle } from "./merge/index.ts";
import type { Account, Skip } from "./model/account.ts";
import type { AnnotatedDocument } from "./model/annotated-document.ts";
import type { Claim } from "./model/claim.ts";
import type { Document } from "./model/document.ts";
import type { Graph } from "./model/graph.ts";
import type { Ontology } from "./model/ontology.ts";
import { byCodeUnit, distinct } from "./model/order.ts";
import type { Extraction } from "./model/triple.ts";
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

/**
 * Builds the graph of some articles: read, annotate, extract, resolve, merge.
 *
 * The result does not depend on the order of the inputs. `onDocument` is told of each input once it is done.
 */
export function build(
  inputs: Iterable<Fetched>,
  ontology: Ontology,
  onDocument: (input: string) => void = () => {},
): Built {
  const { documents, skipped, warnings, count } = readAll(inputs, ontology, onDocument);
  const extract = extraction(ontology);
  const extractions = documents.map(extract);
  const resolution = resolve(documents, ontology);
  const merged = documents.map((document, i) => {
    const entityOf = (mention: number) => resolution.entityOf(document.document.id, mention);
    return claimsOf(document, (extractions[i] as Extraction).triples, entityOf, ontology);
  });
  const claims = settle(
    join(...merged.map(({ claims }) => claims)),
    documents.map(({ document }) => document),
  );
  const reasons = [
    ...extractions.flatMap(({ rejected }) => rejected.map(({ reason }) => reason)),
    ...merged.flatMap(({ rejected }) => rejected),
  ];
  const found = extractions.reduce((sum, { triples, rejected }) => sum + triples.length + rejected.length, 0);
  return {
    graph: graphOf(documents, claims, resolution),
    account: {
      documents: { read: count, used: documents.map(({ document }) => document.id), skipped },
      sentences: documents.reduce((sum, { sentences }) => sum + sentences.length, 0),
      mentions: documents.reduce((sum, { mentions }) => sum + mentions.length, 0),
      triples: {
        read: found,
        merged: found - reasons.length,
        rejected: reasons.length,
        reasons: tally(reasons),
      },
      warnings,
    },
  };
}

interface AllRead {
  /** Ordered by id. */
  readonly documents: readonly AnnotatedDocument[];
  readonly skipped: readonly Skip[];
  readonly warnings: readonly Skip[];
  readonly count: number;
}

function readAll(
  inputs: Iterable<Fetched>,
  ontology: Ontology,
  onDocument: (input: string) => void,
): AllRead {
  const annotate = annotator(ontology);
  const outlets = outletNames(ontology);
  const documents: AnnotatedDocument[] = [];
  const skipped: Skip[] = [];
  const warnings: Skip[] = [];
  let count = 0;
  for (const input of inputs) {
    count++;
    const result = "bytes" in input ? read(input, { outlets }) : { skipped: input.reason };
    const name = "bytes" in input ? input.id : input.input;
    if ("skipped" in result) skipped.push({ input: name, reason: result.skipped });
    else {
      documents.push(annotate(result.document));
      warnings.push(
        ...[...result.warnings, ...missing(result.document)].map((reason) => ({ input: name, reason })),
      );
    }
    onDocument(name);
  }
  const byInput = (a: Skip, b: Skip) => byCodeUnit(a.input, b.input) || byCodeUnit(a.reason, b.reason);
  documents.sort((a, b) => byCodeUnit(a.document.id, b.document.id));
  return { documents, skipped: skipped.sort(byInput), warnings: warnings.sort(byInput), count };
}

function missing({ published }: Document): readonly string[] {
  return published ? [] : ['has no date of publication, so "Saturday" and the like stay without one'];
}

/** Names that stand in credits: those of news agencies and outlets. */
function outletNames({ names }: Ontology): ReadonlySet<string> {
  const agencies = [...names.values()].filter(({ type }) => type === "NewsAgency");
  return new Set(agencies.flatMap(({ label, aliases }) => [label, ...aliases]));
}

/** Of entities that are only described, those in claims; of named ones, all. */
function graphOf(
  documents: readonly AnnotatedDocument[],
  claims: readonly Claim[],
  resolution: Resolution,
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
  return { entities, claims, documents: documents.map(({ document }) => document) };
}

function tally(reasons: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    distinct(reasons).map((reason) => [reason, reasons.filter((other) => other === reason).length]),
  );
}

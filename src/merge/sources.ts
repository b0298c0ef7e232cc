import type { Evidence } from "../model/claim.ts";
import type { Document } from "../model/document.ts";
import { quotesIn } from "../model/quotation.ts";
import { contains, overlaps, type Span } from "../model/span.ts";
import type { Wire } from "../model/wire.ts";

/** Whose words a piece of evidence is: keys of sources. Never empty; those that share a key are one source. */
export type OriginsOf = (evidence: Evidence) => readonly [string, ...string[]];

/** Where the wires of one document stand in it. */
interface Printed extends Span {
  readonly source: string;
}

/** The share of an article's body from which it is a print of the wire, and its headline sums the wire up. */
const PRINTED = 0.5;

/**
 * Whose words the evidence in some documents is.
 *
 * A sentence of a wire is the wire's, and so are headlines, standfirsts and captions over an article that is mostly the
 * wire. Of a sentence that stands in one print alone, its agency is the source where the print credits one, else the
 * outlet. A wire is known by its agency, else by itself; an outlet without a name is known by its document.
 */
export function originsIn(documents: readonly Document[], wires: readonly Wire[]): OriginsOf {
  const printed = new Map<string, Printed[]>();
  for (const wire of wires) {
    for (const { document, start, end } of wire.sentences.flat()) {
      const there = printed.get(document) ?? [];
      there.push({ start, end, source: sourceOf(wire) });
      printed.set(document, there);
    }
  }
  const byId = new Map(documents.map((document) => [document.id, document]));
  const mostly = new Map(documents.map((d) => [d.id, mostlyIn(d, printed.get(d.id) ?? [])]));
  return (evidence) => {
    const document = byId.get(evidence.document);
    const inWires = (printed.get(evidence.document) ?? []).filter((span) => overlaps(span, evidence));
    const [first, ...rest] = new Set(inWires.map(({ source }) => source));
    if (first !== undefined) return [first, ...rest];
    const over = mostly.get(evidence.document);
    if (over !== undefined && !inBody(document, evidence)) return [over];
    return [ownSource(evidence.document, document)];
  };
}

function sourceOf({ id, agency }: Wire): string {
  return agency === undefined ? `wire ${id}` : `agency ${agency.toLowerCase()}`;
}

function ownSource(id: string, document: Document | undefined): string {
  if (document?.agency) return `agency ${document.agency.toLowerCase()}`;
  return document?.outlet ? `outlet ${document.outlet.toLowerCase()}` : `document ${id}`;
}

/** The wire that a document is mostly made of. */
function mostlyIn({ zones }: Document, printed: readonly Printed[]): string | undefined {
  const body = zones.filter(({ kind }) => kind === "body");
  const length = body.reduce((sum, { start, end }) => sum + end - start, 0);
  const lengths = new Map<string, number>();
  for (const span of printed) {
    if (!body.some((zone) => contains(zone, span))) continue;
    lengths.set(span.source, (lengths.get(span.source) ?? 0) + span.end - span.start);
  }
  return [...lengths].find(([, own]) => own > PRINTED * length)?.[0];
}

function inBody(document: Document | undefined, span: Span): boolean {
  return document?.zones.some((zone) => zone.kind === "body" && overlaps(zone, span)) ?? true;
}

/**
 * The independent sources of some evidence, each with its pieces.
 *
 * Pieces of one origin count as one, and so do pieces whose sentence is word for word the same, since one copies the
 * other; unless somebody is `quoted` in it, whom two may have heard.
 */
export function sourcesOf(
  evidence: readonly Evidence[],
  originsOf: OriginsOf,
  quoted: boolean,
): readonly (readonly Evidence[])[] {
  const parents = new Map<string, string>();
  for (const piece of evidence) {
    const [first, ...others] = originsOf(piece);
    const rest = quoted && isQuotation(piece) ? others : [...others, `words ${wordsOf(piece.quote)}`];
    for (const key of rest) {
      const [from, to] = [rootOf(parents, key), rootOf(parents, first)];
      if (from !== to) parents.set(from, to);
    }
  }
  const groups = new Map<string, Evidence[]>();
  for (const piece of evidence) {
    const root = rootOf(parents, originsOf(piece)[0]);
    const group = groups.get(root);
    if (group) group.push(piece);
    else groups.set(root, [piece]);
  }
  return [...groups.values()];
}

/** Follows a union-find forest upwards, shortening the path on its way. */
function rootOf(parents: Map<string, string>, key: string): string {
  let root = key;
  for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
  if (root !== key) parents.set(key, root);
  return root;
}

/** Whether the words that carry the claim stand in quotation marks. */
function isQuotation({ quote, start, predicate }: Evidence): boolean {
  const inQuote = { start: predicate.start - start, end: predicate.end - start };
  return quotesIn(quote, { start: 0, end: quote.length }).some((span) => contains(span, inQuote));
}

function wordsOf(quote: string): string {
  return quote
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

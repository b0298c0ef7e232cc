import { hashOf } from "../model/hash.ts";
import { byCodeUnit, distinct } from "../model/order.ts";
import type { Wire, WireSentence } from "../model/wire.ts";
import { type IndexedPrint, indexed } from "./alignment.ts";
import { candidatePairs } from "./candidates.ts";
import { Forest } from "./forest.ts";
import { type Link, linkOf } from "./links.ts";
import { type CutDocument, type Print, printOf } from "./print.ts";

/**
 * The texts that stand in several of some documents, with their sentences; ordered by id.
 *
 * Whether two documents share a wire is decided by the two alone, and the order of the list does not matter. A document
 * may hold sentences of several wires.
 */
export function wiresOf(documents: readonly CutDocument[]): readonly Wire[] {
  const inOrder = [...documents].sort((a, b) => byCodeUnit(a.document.id, b.document.id));
  const prints = inOrder.map(printOf);
  return joined(linksAmong(prints))
    .map(wireFrom)
    .sort((a, b) => byCodeUnit(a.id, b.id));
}

function linksAmong(prints: readonly Print[]): readonly Link[] {
  const links: Link[] = [];
  let one: IndexedPrint | undefined;
  // Those of one print follow one another.
  for (const [a, b] of candidatePairs(prints)) {
    if (!one || one.print !== prints[a]) one = indexed(prints[a] as Print);
    const link = linkOf(one, prints[b] as Print);
    if (link) links.push(link);
  }
  return links;
}

/**
 * Links in groups that speak of one text: in a document where they meet they have a sentence in common.
 *
 * An article made of two agencies' stories has links to prints of both, over other sentences: two wires, not one. A quotation
 * that both agencies have does not make them one either.
 */
function joined(links: readonly Link[]): readonly (readonly Link[])[] {
  const forest = new Forest<Link>();
  const sharing = new Map<Print, Map<number, Link>>();
  const meet = (link: Link, print: Print, places: readonly number[]) => {
    const first = sharing.get(print) ?? new Map<number, Link>();
    sharing.set(print, first);
    const counting = places.filter((place) => print.sentences[place]?.counts);
    for (const place of counting.length > 0 ? counting : places) {
      const other = first.get(place);
      if (other) forest.join(link, other);
      else first.set(place, link);
    }
  };
  for (const link of links) {
    meet(
      link,
      link.a,
      link.matches.map(({ a }) => a),
    );
    meet(
      link,
      link.b,
      link.matches.map(({ b }) => b),
    );
  }
  return forest.groupsOf(links);
}

function wireFrom(links: readonly Link[]): Wire {
  const forest = new Forest<string>();
  const places = new Map<string, WireSentence>();
  const placesOf = ({ document, sentences }: Print, at: number): readonly string[] =>
    (sentences[at]?.spans ?? []).map(({ start, end }) => {
      const key = `${start} ${end} ${document.id}`;
      places.set(key, { document: document.id, start, end });
      return key;
    });
  for (const { a, b, matches } of links) {
    for (const match of matches) {
      const [first, ...rest] = [...placesOf(a, match.a), ...placesOf(b, match.b)];
      for (const other of rest) forest.join(first as string, other);
    }
  }
  const sentences = forest
    .groupsOf([...places.keys()])
    .map((group) => group.map((key) => places.get(key) as WireSentence).sort(byPlace))
    .sort((x, y) => byPlace(x[0] as WireSentence, y[0] as WireSentence));
  const all = sentences.flat();
  const agencies = links.flatMap(({ a, b }) => [a.document.agency, b.document.agency]);
  return {
    id: hashOf("wire/1", ...all.flatMap(({ document, start, end }) => [document, `${start}`, `${end}`])),
    agency: onlyOne(agencies.filter((agency) => agency !== undefined)),
    documents: distinct(all.map(({ document }) => document)),
    sentences,
  };
}

function byPlace(a: WireSentence, b: WireSentence): number {
  return byCodeUnit(a.document, b.document) || a.start - b.start || a.end - b.end;
}

/** The name that all agree on, whatever the case. */
function onlyOne(names: readonly string[]): string | undefined {
  const [first] = distinct(names);
  return new Set(names.map((name) => name.toLowerCase())).size === 1 ? first : undefined;
}

import type { Claim, Evidence } from "../model/claim.ts";
import { distinct } from "../model/order.ts";

/** Who published a document, and whose report it is. */
export interface Source {
  readonly outlet: string | undefined;
  readonly agency: string | undefined;
}

/**
 * The independent sources of some evidence: pieces from one outlet or agency count as one, and so do pieces whose
 * sentence is word for word the same, since one copies the other.
 */
export function sourcesOf(
  evidence: readonly Evidence[],
  outlets: ReadonlyMap<string, Source>,
): readonly (readonly Evidence[])[] {
  const parents = new Map<string, string>();
  for (const piece of evidence) {
    const [first, ...rest] = keysOf(piece, outlets.get(piece.document));
    for (const key of rest) parents.set(rootOf(parents, key), rootOf(parents, first));
  }
  const groups = new Map<string, Evidence[]>();
  for (const piece of evidence) {
    const root = rootOf(parents, keysOf(piece, outlets.get(piece.document))[0]);
    const group = groups.get(root);
    if (group) group.push(piece);
    else groups.set(root, [piece]);
  }
  return [...groups.values()];
}

/** Follows a union-find forest upwards, shortening the path on its way. */
function rootOf(parents: Map<string, string>, key: string): string {
  let root = key;
  for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root))
    root = next;
  if (root !== key) parents.set(key, root);
  return root;
}

/** Fewer words than these can stand in two articles by chance. */
const COPIED_WORDS = 8;

/** Groups of documents that hold a sentence with claims word for word alike; ids and groups in code-unit order. */
export function copiesIn(claims: readonly Claim[]): readonly (readonly string[])[] {
  const parents = new Map<string, string>();
  const seen = new Map<string, string>();
  for (const { document, quote } of claims.flatMap(({ evidence }) => evidence)) {
    const words = wordsOf(quote);
    const first = seen.get(words);
    if (words.split(" ").length < COPIED_WORDS) continue;
    if (first === undefined) seen.set(words, document);
    else if (rootOf(parents, document) !== rootOf(parents, first))
      parents.set(rootOf(parents, document), rootOf(parents, first));
  }
  const documents = distinct(claims.flatMap(({ evidence }) => evidence.map(({ document }) => document)));
  const groups = new Map<string, string[]>();
  for (const document of documents) {
    const root = rootOf(parents, document);
    groups.set(root, [...(groups.get(root) ?? []), document]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function wordsOf(quote: string): string {
  return quote
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function keysOf({ document, quote }: Evidence, source: Source | undefined): readonly [string, ...string[]] {
  const words = wordsOf(quote);
  const published = source?.outlet ? `outlet ${source.outlet.toLowerCase()}` : `document ${document}`;
  const agency = source?.agency ? [`agency ${source.agency.toLowerCase()}`] : [];
  return [published, `words ${words}`, ...agency];
}

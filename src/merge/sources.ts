import type { Evidence } from "../model/claim.ts";

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

function keysOf({ document, quote }: Evidence, source: Source | undefined): readonly [string, ...string[]] {
  const words = quote
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const published = source?.outlet ? `outlet ${source.outlet.toLowerCase()}` : `document ${document}`;
  const agency = source?.agency ? [`agency ${source.agency.toLowerCase()}`] : [];
  return [published, `words ${words}`, ...agency];
}

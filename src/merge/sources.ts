import type { Evidence } from "../model/claim.ts";
import { byCodeUnit } from "../model/order.ts";

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
  const groups: { readonly keys: Set<string>; readonly members: Evidence[] }[] = [];
  for (const piece of [...evidence].sort((a, b) => byCodeUnit(a.id, b.id))) {
    const keys = new Set(keysOf(piece, outlets.get(piece.document)));
    const touched = groups.filter((group) => [...keys].some((key) => group.keys.has(key)));
    const merged = {
      keys: new Set([...keys, ...touched.flatMap((g) => [...g.keys])]),
      members: [piece, ...touched.flatMap((g) => g.members)],
    };
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.map(({ members }) => members);
}

function keysOf({ document, quote }: Evidence, source: Source | undefined): readonly string[] {
  const words = quote
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const published = source?.outlet ? `outlet ${source.outlet.toLowerCase()}` : `document ${document}`;
  const agency = source?.agency ? [`agency ${source.agency.toLowerCase()}`] : [];
  return [published, `words ${words}`, ...agency];
}

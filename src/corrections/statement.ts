import type { OverridesProblem } from "../model/overrides.ts";

/** One thing that a file of corrections says, whatever its format; not checked yet. */
export type Statement =
  | { readonly kind: "same" | "different"; readonly operands: readonly string[] }
  | { readonly kind: "label" | "type"; readonly operand: string; readonly value: string }
  | { readonly kind: "sameAs"; readonly operand: string; readonly values: readonly string[] };

/** What a file says, and what in it is no correction. */
export interface Statements {
  readonly statements: readonly Statement[];
  readonly problems: readonly OverridesProblem[];
}

/** The keys of the JSON form, and the kinds of statements. */
export const KINDS = ["same", "different", "label", "type", "sameAs"] as const;

const ENTITY = /^(https?:\/\/[^\s?#]*\/entity\/)([^/?#]+)$/;

/**
 * The namespace and the id of an entity of a graph, whatever its base; undefined for other addresses.
 *
 * Wikidata's own end alike, and are never entities of ours.
 */
export function entityIn(iri: string): { readonly namespace: string; readonly id: string } | undefined {
  const [, namespace, id] = ENTITY.exec(iri) ?? [];
  if (namespace === undefined || id === undefined || isWikidata(iri)) return undefined;
  return { namespace, id: decoded(id) };
}

/** The id that `ent:Acme` or an entity's whole address means; other names mean themselves. */
export function idIn(written: string): string {
  const local = /^ent:(\S+)$/.exec(written)?.[1];
  return local === undefined ? (entityIn(written)?.id ?? written) : decoded(local);
}

/** Whether an address is one of Wikidata's. */
export function isWikidata(iri: string): boolean {
  return /^https?:\/\/(?:[a-z0-9-]+\.)*wikidata\.org\//i.test(iri);
}

/** Without percent-encoding, where that is sound. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

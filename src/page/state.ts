import { type Catalogue, participants } from "./catalogue.ts";

/** What the reader looks at; indexes into the catalogue's lists. */
export type Selection =
  | { readonly kind: "nothing" }
  | { readonly kind: "entity" | "link" | "claim" | "document"; readonly index: number };

/** Which view fills the stage. */
export type View = "map" | "list";

/** All that can change on the page, in one value. */
export interface State {
  readonly selection: Selection;
  /** What was looked at before, the latest last. */
  readonly past: readonly Selection[];
  readonly view: View;
}

/** What the map keeps in its colours while the rest fades. */
export interface Focus {
  readonly entities: ReadonlySet<number>;
  readonly links: ReadonlySet<number>;
}

/** Nothing is selected. */
export const nothing: Selection = { kind: "nothing" };

/** How many steps back are kept. */
const longestPast = 50;

/** Looks at something else; what was looked at goes to the past. */
export function lookAt(state: State, selection: Selection): State {
  if (same(state.selection, selection)) return state;
  return { ...state, selection, past: [...state.past, state.selection].slice(-longestPast) };
}

/** Looks again at what was looked at before; at nothing where there is no past. */
export function back(state: State): State {
  return { ...state, selection: state.past.at(-1) ?? nothing, past: state.past.slice(0, -1) };
}

/** Looks at the whole, and forgets the past. */
export function clear(state: State): State {
  return { ...state, selection: nothing, past: [] };
}

/** Whether two selections are the same. */
export function same(a: Selection, b: Selection): boolean {
  if (a.kind === "nothing" || b.kind === "nothing") return a.kind === b.kind;
  return a.kind === b.kind && a.index === b.index;
}

/** What a selection keeps in colour; null for the whole. */
export function focusOf(catalogue: Catalogue, selection: Selection): Focus | null {
  switch (selection.kind) {
    case "nothing":
      return null;
    case "entity":
      return aroundEntity(catalogue, selection.index);
    case "link":
      return withEnds(catalogue, [selection.index], []);
    case "claim":
      return ofClaims(catalogue, [selection.index]);
    case "document":
      return ofClaims(catalogue, catalogue.claimsIn[selection.index] ?? []);
  }
}

function aroundEntity(catalogue: Catalogue, entity: number): Focus {
  return withEnds(catalogue, catalogue.linksOf[entity] ?? [], [entity]);
}

function withEnds(catalogue: Catalogue, links: readonly number[], entities: readonly number[]): Focus {
  const ends = links.flatMap((i) => {
    const link = catalogue.links[i];
    return link === undefined ? [] : [link.from, link.to];
  });
  return { entities: new Set([...entities, ...ends]), links: new Set(links) };
}

function ofClaims(catalogue: Catalogue, claims: readonly number[]): Focus {
  const wanted = new Set(claims);
  const rows = claims.flatMap((i) => catalogue.payload.claims[i] ?? []);
  const links = new Set(rows.flatMap(({ subject }) => catalogue.linksOf[subject] ?? []));
  const own = [...links].filter((i) => {
    const link = catalogue.links[i];
    return link !== undefined && [...link.claims, ...link.loose].some((claim) => wanted.has(claim));
  });
  return { entities: new Set(rows.flatMap(participants)), links: new Set(own) };
}

import { type Filters, noFilters } from "./data/filters.ts";

/** What the reader looks at; numbers are indexes into the catalogue's lists. */
export type Selection =
  | { readonly kind: "nothing" }
  | { readonly kind: "entity" | "link" | "claim" | "group" | "disagreement"; readonly index: number }
  | {
      readonly kind: "document";
      readonly index: number;
      /** The claim whose words are looked for. */
      readonly claim?: number;
    }
  /** How two entities hang together. */
  | { readonly kind: "path"; readonly from: number; readonly to: number };

/** Which view fills the stage. */
export type View = "map" | "table" | "timeline";

/** How far around a chosen entity the map keeps its colours, in lines. */
export type Hops = 1 | 2 | 3;

/** Where the map's camera stands, in the units of Sigma; absent: where the map itself has put it. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  /** Below 1 is near. */
  readonly ratio: number;
}

/** What the table is sorted by. */
export type Column = "claim" | "held" | "confidence" | "when" | "documents" | "sources";

/** How the table is sorted. */
export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

/** All that can change on the page, in one value. */
export interface State {
  readonly selection: Selection;
  /** What was looked at before, the latest last. */
  readonly past: readonly Selection[];
  readonly view: View;
  readonly filters: Filters;
  readonly hops: Hops;
  /** Groups of a large map that are shown entity by entity. */
  readonly open: ReadonlySet<number>;
  readonly order: Order;
  /** The page of the table, from 0. */
  readonly page: number;
  readonly camera?: Camera | undefined;
  /** Whether the page is shown within another one, without its bars. */
  readonly embed: boolean;
}

/** Nothing is selected. */
export const nothing: Selection = { kind: "nothing" };

/** What is told by most, first. */
export const firstOrder: Order = { column: "sources", descending: true };

/** The page as it opens. */
export const start: State = {
  selection: nothing,
  past: [],
  view: "map",
  filters: noFilters,
  hops: 1,
  open: new Set(),
  order: firstOrder,
  page: 0,
  embed: false,
};

/** How many steps back are kept. */
const longestPast = 50;

/** Looks at something else; what was looked at goes to the past, and the map moves by itself again. */
export function lookAt(state: State, selection: Selection): State {
  if (sameState(state.selection, selection)) return state;
  const past = [...state.past, state.selection].slice(-longestPast);
  return { ...state, selection, past, camera: undefined };
}

/** Looks again at what was looked at before; at nothing where there is no past. */
export function back(state: State): State {
  if (state.past.length === 0 && state.selection.kind === "nothing") return state;
  const selection = state.past.at(-1) ?? nothing;
  return { ...state, selection, past: state.past.slice(0, -1), camera: undefined };
}

/** Looks at the whole, and forgets the past. */
export function clear(state: State): State {
  return { ...state, selection: nothing, past: [], camera: undefined };
}

/** Shows other claims; the table begins anew. */
export function withFilters(state: State, filters: Filters): State {
  return { ...state, filters, page: 0 };
}

/** Shows a group entity by entity, or as one again. */
export function toggleGroup(state: State, group: number): State {
  const open = new Set(state.open);
  if (!open.delete(group)) open.add(group);
  return { ...state, open };
}

/** A state from an address with the very values of the one before wherever they are equal, so that nothing is drawn for nothing. */
export function settledInto(before: State, after: State): State {
  const past = after.past.length > 0 ? after.past : pastFor(before, after);
  const settled = Object.fromEntries(
    Object.entries(after).map(([key, value]) => {
      const old = before[key as keyof State];
      return [key, sameState(old, value) ? old : value];
    }),
  );
  return { ...after, ...settled, past };
}

/** Going back to what was looked at last takes it from the past; anything else is one step further. */
function pastFor(before: State, after: State): State["past"] {
  if (sameState(before.selection, after.selection)) return before.past;
  if (sameState(before.past.at(-1), after.selection)) return before.past.slice(0, -1);
  return [...before.past, before.selection];
}

/** Whether two parts of a state, of the same kind, are equal. */
export function sameState(a: unknown, b: unknown): boolean {
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((each) => b.has(each));
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

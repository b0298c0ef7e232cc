import type { Catalogue } from "./data/catalogue.ts";
import { type Filters, shownClaims } from "./data/filters.ts";
import { focusOf, pinnedFor } from "./data/focus.ts";
import { sceneOf } from "./data/scene.ts";
import type { Shown } from "./data/shown.ts";
import type { State } from "./state.ts";

/** The one place where the state is held. */
export interface Store {
  state(): State;
  /** What the state shows; made when it is asked for, and again only where something it is made of has changed. */
  shown(): Shown;
  /** Changes the state; a change to the very same value is none. */
  update(change: (state: State) => State): void;
}

/** Above so many entities on the map, groups are shown as one until they are opened. */
const mostEntities = 5000;

const nobody: ReadonlySet<number> = new Set();

/** Whether the map of a graph shows groups as one. */
export function isLarge({ payload }: Catalogue): boolean {
  return (
    payload.entities.reduce((drawn, { place }) => drawn + (place === undefined ? 0 : 1), 0) > mostEntities
  );
}

/** Makes a store; `changed` is told of each change, with the state before it. */
export function createStore(
  catalogue: Catalogue,
  first: State,
  changed: (before: State, after: State) => void,
): Store {
  const large = isLarge(catalogue);
  const claimsOf = remembered((filters: Filters) => shownClaims(catalogue, filters));
  const pinnedOf = remembered((selection: State["selection"], hops: State["hops"]) =>
    pinnedFor(catalogue, { selection, hops }),
  );
  const scene = remembered(
    (claims: readonly number[], open: ReadonlySet<number> | undefined, pinned: ReadonlySet<number>) =>
      sceneOf(catalogue, { claims, open, pinned }),
  );
  const focus = remembered(
    (drawn: ReturnType<typeof sceneOf>, selection: State["selection"], hops: State["hops"]) =>
      focusOf(catalogue, drawn, { selection, hops }),
  );
  const derive = remembered((state: State): Shown => {
    const claims = claimsOf(state.filters);
    const pinned = large ? pinnedOf(state.selection, state.hops) : nobody;
    const drawn = scene(claims, large ? state.open : undefined, pinned);
    return { state, claims, scene: drawn, focus: focus(drawn, state.selection, state.hops) };
  });
  let state = first;
  return {
    state: () => state,
    shown: () => derive(state),
    update(change) {
      const before = state;
      state = change(before);
      if (state !== before) changed(before, state);
    },
  };
}

/** A function that gives its last result again as long as its arguments are the very same values. */
function remembered<Args extends readonly unknown[], Result>(
  make: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | undefined;
  return (...args) => {
    if (last === undefined || args.some((arg, i) => arg !== last?.args[i]))
      last = { args, result: make(...args) };
    return last.result;
  };
}

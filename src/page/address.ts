import type { Catalogue } from "./data/catalogue.ts";
import { asks, filterNames } from "./data/filters.ts";
import { hashOf, stateOf } from "./permalink.ts";
import type { State } from "./state.ts";

/**
 * Writes a state into the address, so that it can be sent to others and the browser's Back undoes it.
 *
 * A new entry of the history is made for what a reader would want to undo: another card, another view, a filter set or
 * taken away. The rest changes the entry; so does everything within another page, whose history is not ours.
 */
export function writeAddress(catalogue: Catalogue, before: State, after: State): void {
  const address = hashOf(catalogue, after) || location.pathname + location.search;
  if (address === location.hash || (address === location.pathname + location.search && location.hash === ""))
    return;
  if (!after.embed && isStep(before, after)) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

/** Calls with the state that an address shows, whenever the reader goes to another one. */
export function listenForAddress(catalogue: Catalogue, go: (state: State) => void): void {
  const follow = (): void => go(stateOf(catalogue, location.hash));
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
}

function isStep(before: State, after: State): boolean {
  if (before.selection !== after.selection || before.view !== after.view) return true;
  const filters = (state: State): string => filterNames.filter((name) => asks(state.filters, name)).join();
  return filters(before) !== filters(after);
}

import type { Catalogue } from "./data/catalogue.ts";
import { asks, filterNames } from "./data/filters.ts";
import { hashOf, stateOf } from "./permalink.ts";
import type { State } from "./state.ts";

/** The state in the address, so that it can be sent to others and the browser's Back undoes it. */
export interface Address {
  /**
   * Writes a change of the state.
   *
   * A new entry of the history is made for what a reader would want to undo: another card, another view, a filter set or
   * taken away. The rest changes the entry; so does everything within another page, whose history is not ours.
   *
   * @param undoable whether going back to the state before makes sense
   */
  write(before: State, after: State, undoable: boolean): void;
  /** Calls with the state that an address shows, whenever the reader goes to another one. */
  listen(go: (state: State) => void): void;
}

/** Makes what keeps address and state together. */
export function createAddress(catalogue: Catalogue): Address {
  let reading = false;
  return {
    write(before, after, undoable) {
      const hash = hashOf(catalogue, after);
      if (hash === location.hash) return;
      const address = hash || location.pathname + location.search;
      try {
        if (undoable && !reading && !after.embed && isStep(before, after))
          history.pushState(null, "", address);
        else history.replaceState(null, "", address);
      } catch {
        // Browsers refuse too many changes in a short time, and some pages have no address: the state goes on without.
      }
    },
    listen(go) {
      // A change of the hash by hand fires this one too.
      addEventListener("popstate", () => {
        reading = true;
        go(stateOf(catalogue, location.hash));
        reading = false;
      });
    },
  };
}

function isStep(before: State, after: State): boolean {
  if (before.selection !== after.selection || before.view !== after.view) return true;
  const filters = (state: State): string => filterNames.filter((name) => asks(state.filters, name)).join();
  return filters(before) !== filters(after);
}

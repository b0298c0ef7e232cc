import type { Catalogue } from "./data/catalogue.ts";
import type { Shown } from "./data/shown.ts";
import type { Selection, State } from "./state.ts";

export type { Shown } from "./data/shown.ts";

/** What every part of the page works with. */
export interface PageContext {
  readonly catalogue: Catalogue;
  /** The state as it is now. */
  state(): State;
  /** Changes the state; in the next frame all parts show it. */
  update(change: (state: State) => State): void;
  /** Looks at something. */
  go(selection: Selection): void;
  /** Tells those who listen rather than look; a later text takes the place of an earlier one. */
  say(text: string): void;
  /** What is shown now. */
  shown(): Shown;
}

/** A piece of the page that draws itself anew when what it shows has changed. */
export interface Part {
  readonly root: HTMLElement;
  /**
   * Called after every change of the state, and once at the start. A part looks at what it shows and does nothing where
   * that is the same value as before.
   */
  show(shown: Shown): void;
}

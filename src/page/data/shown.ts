import type { State } from "../state.ts";
import type { Focus } from "./focus.ts";
import type { Scene } from "./scene.ts";

/** What a state shows: made once for each state, the same value as long as nothing it is made of changes. */
export interface Shown {
  readonly state: State;
  /** The claims that pass the filters; indexes in payload order. */
  readonly claims: readonly number[];
  readonly scene: Scene;
  /** Undefined for the whole. */
  readonly focus: Focus | undefined;
}

import type { ClaimObject, Evidence } from "../model/claim.ts";
import type { Stance } from "../model/stance.ts";
import type { DayRange } from "../model/time.ts";

/** What one claim says, without who was met saying it where. */
export interface Proposition {
  readonly id: string;
  readonly event: string;
  readonly subject: string;
  readonly predicate: string;
  readonly open: boolean;
  readonly plover: string | undefined;
  readonly object: ClaimObject;
  readonly stance: Stance<string>;
  /** When it happened, or when a state is told to have held. */
  readonly time: DayRange | undefined;
}

/** A piece of evidence with what it alone tells of the claim. */
export interface Witness {
  readonly evidence: Evidence;
  readonly predicateText: string;
  readonly timeText: string | undefined;
  /** When it is said, where that alone is told. */
  readonly said: (DayRange & { readonly text: string }) | undefined;
  /** Ids by role, as in a claim. */
  readonly arguments: readonly (readonly [role: string, id: string])[];
}

/** A proposition and its witnesses by evidence id. */
export interface ClaimState {
  readonly proposition: Proposition;
  readonly witnesses: ReadonlyMap<string, Witness>;
}

/**
 * Claims by id: the state of a merge, a join-semilattice.
 *
 * Only what can be united stands in it. Counts, confidence and agreement are computed after the last join.
 */
export type ClaimSet = ReadonlyMap<string, ClaimState>;

/** The union of two states: associative, commutative, idempotent, with the empty map as unit. */
export function join(a: ClaimSet, b: ClaimSet): ClaimSet {
  return joinAll([a, b]);
}

/** The union of any number of states, in one pass. */
export function joinAll(states: Iterable<ClaimSet>): ClaimSet {
  const joined = new Map<string, ClaimState>();
  for (const state of states) {
    for (const [id, claim] of state) {
      const own = joined.get(id);
      joined.set(id, own ? { ...own, witnesses: new Map([...own.witnesses, ...claim.witnesses]) } : claim);
    }
  }
  return joined;
}

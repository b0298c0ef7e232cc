/** One answer to a question that articles answer differently. */
export interface Side {
  /** In words for people: a day, a number, a name. */
  readonly value: string;
  /** Ids of the claims that say so, in code-unit order. */
  readonly claims: readonly string[];
}

/**
 * What articles differ in, with who says which.
 *
 * - `polarity`: whether it happened at all
 * - `date`: when it happened
 * - `actor`: who did it
 * - `outcome`: what has become of somebody: withdrawn, surrendered or eliminated
 * - `value`: how many, or which of what a thing has one of
 * - `standing`: whether it is told as a fact or only as what somebody says; such claims can hold together
 */
export interface Disagreement {
  readonly kind: "polarity" | "date" | "actor" | "outcome" | "value" | "standing";
  /** Of the claims that differ, where they tell of one event. */
  readonly event: string | undefined;
  /** In words for people: "Syrian army captures Qaryatayn". */
  readonly about: string;
  /** Two or more, in code-unit order of their values. */
  readonly sides: readonly Side[];
}

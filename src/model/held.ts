import { isAsserted, type Stance } from "./stance.ts";

/**
 * How a claim is held, in the one word that colours, marks and filters go by.
 *
 * - `asserted`: an article states it in its own voice
 * - `reported`: somebody says so
 * - `uncertain`: planned, demanded, expected, conditional or not sure, in an article's own voice
 * - `denied`: it is said not to be so
 */
export type Held = "asserted" | "reported" | "uncertain" | "denied";

/** What a claim looks like: `conflict` where another claim cannot hold together with it. */
export type Look = Held | "conflict";

/** What of a claim tells how it looks: one of the graph, or of the page. */
export interface HeldClaim {
  readonly stance: Stance<unknown>;
  readonly conflictsWith: readonly unknown[];
}

/** Every way to hold a claim, in the order in which they are shown. */
export const ways: readonly Held[] = ["asserted", "reported", "uncertain", "denied"];

/** How a claim is held; a denial stays one however it is told. */
export function heldAs({ stance }: Pick<HeldClaim, "stance">): Held {
  if (isAsserted(stance)) return "asserted";
  if (stance.polarity === "negative") return "denied";
  return stance.speakers.length > 0 ? "reported" : "uncertain";
}

/** The look of a line that stands for some claims: the strongest of them, what is in conflict first, then what is told as fact. */
export function lookOf(claims: readonly HeldClaim[]): Look {
  if (claims.some(({ conflictsWith }) => conflictsWith.length > 0)) return "conflict";
  const held = new Set(claims.map(heldAs));
  return (
    (["asserted", "denied", "reported", "uncertain"] as const).find((way) => held.has(way)) ?? "uncertain"
  );
}

/** Whether something is affirmed or denied. */
export type Polarity = "positive" | "negative";

/** How sure the source is; `underspecified` where it does not commit itself, or the reader cannot tell. */
export type Certainty = "certain" | "probable" | "possible" | "underspecified";

/** Whether it has come about (or holds) at the time of writing. */
export type Temporality = "nonfuture" | "future";

/** Whether it is told as what is the case, or as what somebody means to do, asks for, or makes depend on something. */
export type Modality = "actual" | "intended" | "demanded" | "conditional";

/**
 * How a proposition is held: four closed axes, and who holds it.
 *
 * The axes follow FactBank (Saurí and Pustejovsky 2009) and GRaSP (van Son et al. 2016).
 */
export interface Stance<Speaker> {
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly temporality: Temporality;
  readonly modality: Modality;
  /** Who says it, outermost first; empty when the article says it in its own voice. */
  readonly speakers: readonly Speaker[];
}

/** What the article states in its own voice as the case. */
export const plain: Stance<never> = {
  polarity: "positive",
  certainty: "certain",
  temporality: "nonfuture",
  modality: "actual",
  speakers: [],
};

/**
 * Whether a stance makes a fact: the one rule that RDF, page and JSON share.
 *
 * Denied, doubtful, future, intended, demanded, conditional and reported propositions are claims, never facts.
 */
export function isAsserted(stance: Stance<unknown>): boolean {
  return (
    stance.polarity === "positive" &&
    stance.certainty === "certain" &&
    stance.temporality === "nonfuture" &&
    stance.modality === "actual" &&
    stance.speakers.length === 0
  );
}

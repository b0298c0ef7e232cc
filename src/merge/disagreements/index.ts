import type { Disagreement } from "../../model/disagreement.ts";
import { byCodeUnit, distinct } from "../../model/order.ts";
import type { Compared } from "./compared.ts";
import { ofHappening } from "./happenings.ts";
import { outcomesOf } from "./outcomes.ts";
import { denials, valuesOf } from "./states.ts";

export type { Compared } from "./compared.ts";

/**
 * What articles differ in; details that only one of them has are no difference.
 *
 * Only what is told as certain and as having happened is compared, whoever says so. In order of kind, subject and sides.
 */
export function disagreementsIn(compared: Compared): readonly Disagreement[] {
  const found = [
    ...compared.occurrences.flatMap((occurrence) => ofHappening(occurrence, compared)),
    ...denials(compared),
    ...outcomesOf(compared),
    ...valuesOf(compared),
  ];
  const firstClaim = ({ sides }: Disagreement) => sides[0]?.claims[0] ?? "";
  return found.sort(
    (a, b) =>
      byCodeUnit(a.kind, b.kind) || byCodeUnit(a.about, b.about) || byCodeUnit(firstClaim(a), firstClaim(b)),
  );
}

/** Ids of the claims that each claim cannot hold together with, in code-unit order. */
export function conflictsIn(disagreements: readonly Disagreement[]): ReadonlyMap<string, readonly string[]> {
  const conflicts = new Map<string, string[]>();
  for (const { kind, sides } of disagreements) {
    if (kind === "standing") continue;
    for (const side of sides) {
      const others = sides.filter((other) => other !== side).flatMap(({ claims }) => claims);
      for (const id of side.claims) conflicts.set(id, [...(conflicts.get(id) ?? []), ...others]);
    }
  }
  return new Map([...conflicts].map(([id, others]) => [id, distinct(others)]));
}

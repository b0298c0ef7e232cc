import type { Claim } from "../../model/claim.ts";
import type { Disagreement } from "../../model/disagreement.ts";
import {
  type Compared,
  inWords,
  isOneTime,
  isTold,
  isTrue,
  labelOf,
  objectInWords,
  sidesOf,
} from "./compared.ts";

/** Two values of what a thing has one of at a time: two populations of one town. */
export function valuesOf(compared: Compared): readonly Disagreement[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of compared.claims) {
    const functional = !claim.open && compared.ontology.relations.get(claim.predicate)?.functional;
    if (!functional || !isTrue(claim) || claim.object === null) continue;
    const unit = "value" in claim.object ? (claim.object.unit ?? "") : "";
    const key = `${claim.subject} ${claim.predicate} ${unit}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()].flatMap((claims) => {
    const [first] = claims;
    if (!first) return [];
    const together = claims.filter((claim) => isOneTime(first, claim, compared));
    const about = `${labelOf(first.subject, compared)} ${compared.ontology.relations.get(first.predicate)?.label}`;
    return sidesOf(
      "value",
      about,
      undefined,
      together.map((claim) => [objectInWords(claim.object, compared), claim]),
    );
  });
}

/** The same of states, and of events without an object. */
export function denials(compared: Compared): readonly Disagreement[] {
  const inOccurrence = new Set(
    compared.occurrences.flatMap(({ tellings }) => tellings.map(({ claim }) => claim.id)),
  );
  const byEvent = new Map<string, Claim[]>();
  for (const claim of compared.claims) {
    if (inOccurrence.has(claim.id) || !isTold(claim)) continue;
    const list = byEvent.get(claim.event);
    if (list) list.push(claim);
    else byEvent.set(claim.event, [claim]);
  }
  return [...byEvent].flatMap(([event, claims]) => {
    const about = claims[0] ? inWords(claims[0], compared) : "";
    return sidesOf(
      "polarity",
      about,
      event,
      claims.map((claim) => [claim.stance.polarity === "positive" ? "yes" : "no", claim]),
    );
  });
}

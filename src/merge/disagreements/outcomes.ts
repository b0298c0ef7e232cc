import type { Claim, Evidence } from "../../model/claim.ts";
import type { Disagreement } from "../../model/disagreement.ts";
import { isA } from "../../model/ontology.ts";
import { byCodeUnit, distinct } from "../../model/order.ts";
import { unions } from "../../model/unions.ts";
import { type Compared, isOneTime, isTelling, isTrue, labelOf, sidesOf } from "./compared.ts";

/** What one claim says has become of somebody. */
interface Fate {
  readonly claim: Claim;
  readonly party: string;
  /** "withdrawn" */
  readonly what: string;
  /** The settlements that the sentences speak of, in code-unit order. */
  readonly places: readonly string[];
}

/** What has become of somebody in one place, told differently: withdrawn, surrendered or eliminated. */
export function outcomesOf(compared: Compared): readonly Disagreement[] {
  const fates = fatesIn(compared);
  const sets = unions();
  for (const [, own] of groupBy(fates, ({ places }) => places)) {
    own.forEach((fate, i) => {
      for (const other of own.slice(0, i))
        if (isOfOne(fate, other, compared)) sets.join(fate.claim.id, other.claim.id);
    });
  }
  const groups = [...groupBy(fates, ({ claim }) => [sets.root(claim.id)])].sort(([a], [b]) =>
    byCodeUnit(a, b),
  );
  return groups.flatMap(([, own]) =>
    new Set(own.map(({ what }) => what)).size > 1 ? told(own, compared) : [],
  );
}

function told(fates: readonly Fate[], compared: Compared): readonly Disagreement[] {
  const named = fates.find(({ party }) => isTelling(party, compared)) ?? fates[0];
  const [party = "", place = ""] = [named?.party, named?.places[0]].map((id) => labelOf(id ?? "", compared));
  return sidesOf(
    "outcome",
    `what has become of ${party} in ${place}`,
    undefined,
    fates.map((fate) => [`${labelOf(fate.party, compared)}: ${fate.what}`, fate.claim]),
  );
}

function fatesIn(compared: Compared): readonly Fate[] {
  const { claims, ontology } = compared;
  const bySentence = groupBy(claims, ({ evidence }) => evidence.map(sentenceOf));
  return claims.flatMap((claim) => {
    const outcome = claim.open ? undefined : ontology.relations.get(claim.predicate)?.outcome;
    const party = outcome?.of === "subject" ? claim.subject : objectOf(claim);
    if (!outcome || party === undefined || !isTrue(claim)) return [];
    const near = claim.evidence.flatMap((piece) => bySentence.get(sentenceOf(piece)) ?? []);
    return [{ claim, party, what: outcome.what, places: settlementsIn(near, compared) }];
  });
}

function groupBy<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function isOfOne(a: Fate, b: Fate, compared: Compared): boolean {
  return mayBeOne(a.party, b.party, compared) && isOneTime(a.claim, b.claim, compared);
}

/** A group without a name may be the one that has one. */
function mayBeOne(a: string, b: string, { described, entities, ontology }: Compared): boolean {
  if (a === b) return true;
  if (!described.has(a) && !described.has(b)) return false;
  const [first, second] = [entities.get(a)?.type ?? "", entities.get(b)?.type ?? ""];
  return isA(ontology, first, second) || isA(ontology, second, first);
}

function objectOf({ object }: Claim): string | undefined {
  return object !== null && "entity" in object ? object.entity : undefined;
}

function settlementsIn(claims: readonly Claim[], { entities, ontology }: Compared): readonly string[] {
  const ids = claims.flatMap((claim) => [
    claim.subject,
    objectOf(claim) ?? "",
    ...[...claim.arguments.values()].flat(),
  ]);
  return distinct(ids.filter((id) => isA(ontology, entities.get(id)?.type ?? "", "Settlement")));
}

function sentenceOf({ document, start }: Evidence): string {
  return `${document} ${start}`;
}

import type { Claim } from "../model/claim.ts";
import type { Ontology } from "../model/ontology.ts";
import { byCodeUnit } from "../model/order.ts";
import { daysBetween } from "../model/time.ts";

/** How far behind, in code units, an article may go on to tell of the same. */
const NEAR = 600;

/**
 * Claims without an object that go on with what another claim of the article has told: "IS attacked Syrian troops. …
 * It launched the attacks in late September."
 *
 * Pairs of the claim without an object and the one that it belongs with: of one subject, one relation and one stance’s
 * polarity, near to each other in an article, on days that can be one. None where two others would do.
 */
export function elaborationsIn(
  claims: readonly Claim[],
  { relations }: Ontology,
): readonly (readonly [bare: Claim, whole: Claim])[] {
  const isEvent = ({ open, predicate }: Claim) => !open && relations.get(predicate)?.kind === "event";
  const groups = new Map<string, Claim[]>();
  for (const claim of claims.filter(isEvent)) {
    const key = `${claim.subject} ${claim.predicate} ${claim.stance.polarity}`;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups.values()].flatMap((group) => {
    const whole = group.filter(({ object }) => object !== null);
    return group
      .filter(({ object }) => object === null)
      .flatMap((bare) => {
        const near = whole.filter((other) => isNear(bare, other) && mayBeOne(bare, other));
        const [first] = [...near].sort((a, b) => byCodeUnit(a.id, b.id));
        return first && near.every(({ event }) => event === first.event) ? [[bare, first] as const] : [];
      });
  });
}

function isNear(a: Claim, b: Claim): boolean {
  return a.evidence.some((one) =>
    b.evidence.some((other) => one.document === other.document && Math.abs(one.start - other.start) <= NEAR),
  );
}

function mayBeOne({ time: a }: Claim, { time: b }: Claim): boolean {
  if (a?.basis !== "told" || b?.basis !== "told") return true;
  return daysBetween(a.end, b.start) <= 0 && daysBetween(b.end, a.start) <= 0;
}

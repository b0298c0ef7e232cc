import type { Claim } from "../../model/claim.ts";
import type { Disagreement } from "../../model/disagreement.ts";
import { byCodeUnit, distinct } from "../../model/order.ts";
import { isAsserted } from "../../model/stance.ts";
import { unions } from "../../model/unions.ts";
import type { Occurrence, Telling } from "../occurrences.ts";
import { type Compared, inWords, isTelling, isTold, isTrue, labelOf, overlap, sidesOf } from "./compared.ts";

/** What articles differ in when they tell of one happening: whether, when, by whom, and whether as a fact. */
export function ofHappening(occurrence: Occurrence, compared: Compared): readonly Disagreement[] {
  return [polarityOf, datesOf, actorsOf, standingOf].flatMap((differ) => differ(occurrence, compared));
}

/** A happening in the words of the claim that is read most often, of one whose doer is named if there is one. */
function aboutOf(tellings: readonly { readonly claim: Claim }[], compared: Compared): string {
  const [best] = [...tellings].sort(
    ({ claim: a }, { claim: b }) =>
      Number(isTelling(b.subject, compared)) - Number(isTelling(a.subject, compared)) ||
      b.evidence.length - a.evidence.length ||
      byCodeUnit(a.id, b.id),
  );
  return best ? inWords(best.claim, compared) : "";
}

/** One says that it happened, another as certainly that it did not. */
function polarityOf({ event, tellings }: Occurrence, compared: Compared): readonly Disagreement[] {
  const told = tellings.filter(({ claim }) => isTold(claim));
  return sidesOf(
    "polarity",
    aboutOf(told, compared),
    event,
    told.map(({ claim }) => [claim.stance.polarity === "positive" ? "yes" : "no", claim]),
  );
}

/** Days of one happening that cannot both be right. */
function datesOf({ event, tellings }: Occurrence, compared: Compared): readonly Disagreement[] {
  const dated = tellings.flatMap(({ claim, time }) => (isTrue(claim) && time ? [{ claim, time }] : []));
  const apart = dated.filter(({ time }) => dated.some((other) => !overlap(time, other.time)));
  return sidesOf(
    "date",
    aboutOf(dated, compared),
    event,
    apart.map(({ claim, time }) => [
      time.start === time.end ? time.start : `${time.start} to ${time.end}`,
      claim,
    ]),
  );
}

/** Who did what one alone can have done; those who are named together did it together. */
function actorsOf({ event, tellings }: Occurrence, compared: Compared): readonly Disagreement[] {
  const told = tellings.filter(({ claim, once }) => once && isTrue(claim));
  const doers = unions();
  const places = new Map<string, string>();
  for (const { claim, by } of told) {
    if (by === undefined) continue;
    doers.join(by, by);
    for (const { document, start } of claim.evidence) {
      const place = `${document} ${start}`;
      doers.join(places.get(place) ?? by, by);
      places.set(place, by);
    }
  }
  const ids = distinct(told.flatMap(({ by }) => by ?? []));
  for (const id of ids)
    for (const whole of wholesOf(id, compared)) if (ids.includes(whole)) doers.join(id, whole);
  const named = (root: string) => ids.filter((id) => doers.root(id) === root && isTelling(id, compared));
  const values = told.flatMap(({ claim, by }) => {
    const names = by === undefined ? [] : named(doers.root(by));
    return names.length > 0 ? [[names.map((id) => labelOf(id, compared)).join(" and "), claim] as const] : [];
  });
  return sidesOf("actor", aboutOf(told, compared), event, values);
}

function wholesOf(id: string, { entities }: Compared): readonly string[] {
  const whole = entities.get(id)?.partOf;
  return whole === undefined ? [] : [whole];
}

/** A happening that some outlets tell as a fact, and others only as what somebody says. */
function standingOf({ event, tellings }: Occurrence, compared: Compared): readonly Disagreement[] {
  const told = tellings.filter(({ claim }) => isTrue(claim));
  const facts = told.filter(({ claim }) => isAsserted(claim.stance));
  const reported = told.filter(({ claim }) => claim.stance.speakers.length > 0);
  const outletsOf = (some: readonly Telling[]) =>
    new Set(some.flatMap(({ claim }) => outletsIn(claim, compared)));
  const asserting = outletsOf(facts);
  const [first] = facts;
  const only = reported.filter(({ claim }) =>
    outletsIn(claim, compared).some((outlet) => !asserting.has(outlet)),
  );
  if (!first || only.length === 0) return [];
  return sidesOf("standing", aboutOf(facts, compared), event, [
    ...facts.map(({ claim }) => ["told as a fact", claim] as const),
    ...only.map(({ claim }) => {
      const speakers = claim.stance.speakers.map((id) => labelOf(id, compared));
      return [`said by ${speakers.join(", ")}`, claim] as const;
    }),
  ]);
}

function outletsIn({ evidence }: Claim, { documents }: Compared): readonly string[] {
  return distinct(evidence.map(({ document }) => documents.get(document)?.outlet ?? document));
}

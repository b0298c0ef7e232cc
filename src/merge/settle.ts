import type { Claim, ClaimTime, Evidence } from "../model/claim.ts";
import type { Document } from "../model/document.ts";
import { byCodeUnit, distinct } from "../model/order.ts";
import type { ClaimSet, ClaimState, Witness } from "./claim-set.ts";
import { type Source, sourcesOf } from "./sources.ts";

/** Computes from a joined state what is not joined: counts, confidence, order, conflicts. Ordered by id. */
export function settle(claims: ClaimSet, documents: readonly Document[]): readonly Claim[] {
  const outlets = new Map(documents.map(({ id, outlet, agency }) => [id, { outlet, agency }]));
  const events = eventsOf(claims);
  return [...claims.values()]
    .flatMap((state) => claimFrom(state, outlets, conflictsOf(state, events)))
    .sort((a, b) => byCodeUnit(a.id, b.id));
}

function claimFrom(
  { proposition, witnesses }: ClaimState,
  outlets: ReadonlyMap<string, Source>,
  conflictsWith: readonly string[],
): readonly Claim[] {
  const all = [...witnesses.values()].sort((a, b) => byEvidence(a.evidence, b.evidence));
  const [first, ...rest] = all.map(({ evidence }) => evidence);
  if (!first) return [];
  const evidence = [first, ...rest] as const;
  const sources = sourcesOf(evidence, outlets);
  const { time, ...said } = proposition;
  return [
    {
      ...said,
      predicateText: distinct(all.map(({ predicateText }) => predicateText.replace(/\s+/g, " "))),
      arguments: argumentsOf(all),
      time: time && timeFrom(time, all),
      confidence: combine(sources),
      documents: new Set(evidence.map(({ document }) => document)).size,
      independentSources: sources.length,
      conflictsWith,
      evidence: [...evidence],
    },
  ];
}

function byEvidence(a: Evidence, b: Evidence): number {
  return byCodeUnit(a.document, b.document) || a.start - b.start || byCodeUnit(a.id, b.id);
}

function argumentsOf(witnesses: readonly Witness[]): ReadonlyMap<string, readonly string[]> {
  const filled = witnesses.flatMap((witness) => witness.arguments);
  const roles = distinct(filled.map(([role]) => role));
  return new Map(
    roles.map((role) => [role, distinct(filled.filter((a) => a[0] === role).map(([, id]) => id))]),
  );
}

function timeFrom(
  time: { readonly start: string; readonly end: string },
  witnesses: readonly Witness[],
): ClaimTime {
  return { ...time, text: distinct(witnesses.flatMap(({ timeText }) => (timeText ? [timeText] : []))) };
}

/** 1 - the product of (1 - c), over the best piece of evidence of each independent source; four decimals. */
function combine(sources: readonly (readonly Evidence[])[]): number {
  const doubts = sources.map((evidence) => 1 - Math.max(...evidence.map(({ confidence }) => confidence)));
  // Sorted, so that the product does not depend on the order of the sources.
  const doubt = doubts.sort((a, b) => a - b).reduce((product, d) => product * d, 1);
  return Math.round((1 - doubt) * 10_000) / 10_000;
}

function eventsOf(claims: ClaimSet): ReadonlyMap<string, readonly ClaimState[]> {
  const events = new Map<string, ClaimState[]>();
  for (const state of claims.values()) {
    const members = events.get(state.proposition.event);
    if (members) members.push(state);
    else events.set(state.proposition.event, [state]);
  }
  return events;
}

/** Claims on one event of which one says for certain that it is so, and the other as certainly that it is not. */
function conflictsOf(
  { proposition }: ClaimState,
  events: ReadonlyMap<string, readonly ClaimState[]>,
): readonly string[] {
  const others = events.get(proposition.event) ?? [];
  const { stance } = proposition;
  const opposed = others.filter(({ proposition: { stance: other } }) => {
    const sure = stance.certainty === "certain" && other.certainty === "certain";
    const same = stance.temporality === other.temporality && stance.modality === other.modality;
    return sure && same && stance.polarity !== other.polarity;
  });
  return distinct(opposed.map((other) => other.proposition.id));
}

import type { Claim, ClaimTime, Evidence } from "../model/claim.ts";
import type { Document } from "../model/document.ts";
import { byCodeUnit, distinct } from "../model/order.ts";
import type { Wire } from "../model/wire.ts";
import type { ClaimSet, ClaimState, Witness } from "./claim-set.ts";
import { type OriginsOf, originsIn, sourcesOf } from "./sources.ts";

/** Computes from a joined state what is not joined: counts, confidence, order, conflicts. Ordered by id. */
export function settle(
  claims: ClaimSet,
  documents: readonly Document[],
  wires: readonly Wire[],
): readonly Claim[] {
  const originsOf = originsIn(documents, wires);
  return [...claims.values()]
    .flatMap((state) => claimFrom(state, originsOf))
    .sort((a, b) => byCodeUnit(a.id, b.id));
}

function claimFrom({ proposition, witnesses }: ClaimState, originsOf: OriginsOf): readonly Claim[] {
  const all = [...witnesses.values()].sort((a, b) => byEvidence(a.evidence, b.evidence));
  const [first, ...rest] = all.map(({ evidence }) => evidence);
  if (!first) return [];
  const evidence = [first, ...rest] as const;
  const sources = sourcesOf(evidence, originsOf, proposition.stance.speakers.length > 0);
  const { time, ...said } = proposition;
  return [
    {
      ...said,
      predicateText: distinct(all.map(({ predicateText }) => predicateText.replace(/\s+/g, " "))),
      arguments: argumentsOf(all),
      time: time ? timeFrom(time, all) : saidFrom(all),
      confidence: combine(sources),
      documents: new Set(evidence.map(({ document }) => document)).size,
      independentSources: sources.length,
      conflictsWith: [],
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
  const text = distinct(witnesses.flatMap(({ timeText }) => (timeText ? [timeText] : [])));
  return { ...time, text, basis: "told" };
}

/** From the first to the last day on which somebody says so. */
function saidFrom(witnesses: readonly Witness[]): ClaimTime | undefined {
  const days = witnesses.flatMap(({ said }) => said ?? []);
  const [start, end] = [
    days.map((day) => day.start).sort()[0],
    days
      .map((day) => day.end)
      .sort()
      .at(-1),
  ];
  if (start === undefined || end === undefined) return undefined;
  return { start, end, text: distinct(days.map(({ text }) => text)), basis: "said" };
}

/** 1 - the product of (1 - c), over the best piece of evidence of each independent source; four decimals. */
function combine(sources: readonly (readonly Evidence[])[]): number {
  const doubts = sources.map((evidence) => 1 - Math.max(...evidence.map(({ confidence }) => confidence)));
  // Sorted, so that the product does not depend on the order of the sources.
  const doubt = doubts.sort((a, b) => a - b).reduce((product, d) => product * d, 1);
  return Math.round((1 - doubt) * 10_000) / 10_000;
}

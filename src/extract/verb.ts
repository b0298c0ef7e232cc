import type { Span } from "../model/span.ts";
import type { Argument } from "../model/triple.ts";
import type { Extractor, Found, Refused, SentenceContext } from "./extractor.ts";
import { type Match, matchParts, phrasesAt } from "./match.ts";
import { stanceOf } from "./stance.ts";
import type { Clause } from "./subjects.ts";
import { check, furtherArguments, joinSpans, mentionsOf, parted, timeOf } from "./triples.ts";
import { isWord, type Unit } from "./units.ts";
import { isParticiple } from "./verb-group.ts";
import { type RelationWording, said } from "./wordings.ts";

const CONFIDENCE = { near: 0.8, far: 0.65 };

/** Verbs between two noun phrases: "IS lost control of Raqqa", "Raqqa was taken by the SDF", "Ann is head of Acme". */
export const verb = {
  id: "verb",
  reads: "IS lost control of Raqqa; Raqqa was captured by the rebels",
  extract(context) {
    return parted(
      context.clauses.flatMap((clause) => [...oneSided(clause, context), ...together(clause, context)]),
    );
  },
} satisfies Extractor;

interface Reading {
  readonly match: Match;
  readonly entry: RelationWording;
}

function oneSided(clause: Clause, context: SentenceContext): readonly (Found | Refused)[] {
  const entries = (context.index.verbs.get(clause.verbs.group.main.lemma) ?? []).filter(
    ({ relation }) => relation,
  );
  const verbal = entries.flatMap((entry): readonly Reading[] => {
    const match = matchClause(clause, context, entry);
    return match ? [{ match, entry }] : [];
  });
  const readings = [...verbal, ...adjectival(clause, context)];
  if (readings.length === 0) return [];
  // The closest reading first; one whose classes do not fit gives way to the next.
  const ordered = [...readings].sort((a, b) => b.match.words - a.match.words || fullness(b) - fullness(a));
  const tried = ordered.map((reading) => build(clause, reading, context));
  return tried.find((results) => results.some((result) => "predicate" in result)) ?? tried[0] ?? [];
}

/** "is based in", "are concerned about": a copula whose adjective has the form of a passive. */
function adjectival(clause: Clause, { index, reading }: SentenceContext): readonly Reading[] {
  const { group } = clause.verbs;
  // "the observatory, based in London, …" has the form of a past tense.
  const reduced = group.tokens.length === 1 && isParticiple(group.main);
  if (!clause.passive && !reduced) return [];
  const entries = index.copulas.get(group.main.form.toLowerCase()) ?? [];
  return entries.flatMap((entry) => {
    const match = entry.relation ? matchParts(reading.units, clause.at, entry.parts) : undefined;
    return match ? [{ match, entry }] : [];
  });
}

function fullness({ match }: Reading): number {
  return match.slots.size + (match.content ? 1 : 0);
}

function matchClause(
  clause: Clause,
  { reading }: SentenceContext,
  { parts }: RelationWording,
): Match | undefined {
  const { units } = reading;
  const copula = clause.verbs.group.main.lemma === "be";
  if (clause.passive && !copula) {
    const given = new Map([["O", clause.subjects]]);
    if (clause.subjects.length === 0 || !takesObject(parts)) return undefined;
    const match = matchParts(units, clause.at + 1, parts, given);
    const agent = match && agentAfter(units, match.end);
    return match && agent !== undefined
      ? { ...match, slots: new Map([...match.slots, ["S", [agent]]]) }
      : undefined;
  }
  const gap = clause.gap === undefined ? undefined : new Map([["O", [clause.gap]]]);
  const direct = matchParts(units, clause.at + 1, parts);
  return direct ?? (gap && takesObject(parts) ? matchParts(units, clause.at + 1, parts, gap) : undefined);
}

function takesObject(parts: RelationWording["parts"]): boolean {
  return parts.some((part) => part.kind === "slot" && part.role === "O");
}

/** The phrase behind "by", before the next verb. */
function agentAfter(units: readonly Unit[], from: number): number | undefined {
  for (let i = from; i < units.length; i++) {
    if (units[i]?.kind === "verbs") return undefined;
    if (isWord(units[i], "by") && units[i + 1]?.kind === "phrase") return i + 1;
  }
  return undefined;
}

function build(
  clause: Clause,
  { match, entry }: Reading,
  context: SentenceContext,
): readonly (Found | Refused)[] {
  const { reading } = context;
  const { units } = reading;
  const { relation } = entry;
  if (!relation) return [];
  const subjects = mentionsOf(phrasesAt(units, match.slots.get("S") ?? clause.subjects));
  const objects = match.slots.has("O") ? mentionsOf(phrasesAt(units, match.slots.get("O") ?? [])) : [null];
  const predicate = predicateSpan(clause, match, units);
  const held = stanceOf(clause, context);
  const used = new Set([...match.slots.values()].flat());
  const parts = [...slotArguments(match, units), ...furtherArguments(reading, clause.at + 1, used)];
  const time = timeOf(reading, clause.at);
  const confidence =
    Math.abs((match.slots.get("O")?.[0] ?? clause.at) - clause.at) <= 6 ? CONFIDENCE.near : CONFIDENCE.far;
  if (subjects.length === 0) {
    const text = reading.document.document.text.slice(predicate.start, predicate.end);
    return [
      { ...predicate, text, wording: said(entry, clause.verbs.group.main.lemma), reason: "no subject found" },
    ];
  }
  return subjects.flatMap((subject) =>
    objects.map((object) =>
      check(
        {
          subject,
          object,
          relation,
          predicate,
          held,
          arguments: parts,
          time,
          reason: said(entry, clause.verbs.group.main.lemma),
          confidence,
        },
        context,
      ),
    ),
  );
}

function slotArguments({ slots, content }: Match, units: readonly Unit[]): readonly Argument[] {
  const fillers = [...slots].filter(([role]) => role !== "S" && role !== "O");
  const filled = fillers.flatMap(([role, places]) =>
    phrasesAt(units, places).map(({ span, mention }) => ({
      role: role.toLowerCase(),
      span,
      mention: mention.id,
    })),
  );
  return content ? [...filled, { role: "content", span: content }] : filled;
}

/** The verb, with the words of the wording between it and its object. */
function predicateSpan(
  { at, verbs, gap }: Clause,
  { slots, words, end, content }: Match,
  units: readonly Unit[],
): Span {
  const object = slots.get("O")?.[0];
  const said = content && units.findIndex(({ span }) => span.start >= content.start);
  const until = object !== undefined && object > at ? object : (said ?? end);
  const last = units[Math.max(at, words > 0 && gap === undefined ? until - 1 : at)] as Unit;
  return joinSpans(verbs.span, words > 0 ? last.span : undefined);
}

/** "S and O meet": the two who do it stand before the verb. */
function together(clause: Clause, context: SentenceContext): readonly (Found | Refused)[] {
  const { reading } = context;
  if (clause.subjects.length < 2 || clause.passive) return [];
  const entries = context.index.together.get(clause.verbs.group.main.lemma) ?? [];
  const matches = entries.flatMap((entry) => {
    const match = matchParts(reading.units, clause.at + 1, entry.parts);
    return match && entry.relation ? [{ match, entry, relation: entry.relation }] : [];
  });
  const best = matches.sort((a, b) => b.match.words - a.match.words)[0];
  if (!best) return [];
  const people = mentionsOf(phrasesAt(reading.units, clause.subjects));
  const held = stanceOf(clause, context);
  const predicate = predicateSpan(clause, best.match, reading.units);
  const time = timeOf(reading, clause.at);
  const further = furtherArguments(reading, clause.at + 1, new Set());
  const common = {
    relation: best.relation,
    predicate,
    held,
    arguments: further,
    time,
    reason: said(best.entry, clause.verbs.group.main.lemma),
    confidence: CONFIDENCE.near,
  };
  return people.flatMap((subject, i) =>
    people.slice(i + 1).map((object) => check({ subject, object, ...common }, context)),
  );
}

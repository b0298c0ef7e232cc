import type { Clause } from "../model/clause.ts";
import { type ContentStance, isA, type Relation } from "../model/ontology.ts";
import { contains } from "../model/span.ts";
import type { Argument } from "../model/triple.ts";
import type { Extractor, Found, Refused, SentenceContext } from "./extractor.ts";
import { type Match, matchClause } from "./match.ts";
import { actorsOf, agreeingAntecedent, objectsOf, type Party, partiesOf } from "./parties.ts";
import { said } from "./patterns.ts";
import { meant, type Reading, spanBetween } from "./reading.ts";
import { stanceOf } from "./stance.ts";
import { goingOn, nearest, timeOf } from "./times.ts";
import {
  check,
  furtherArguments,
  isFound,
  isLasting,
  isThing,
  parted,
  predicateSpan,
  wholeSpan,
} from "./triples.ts";

/** Clauses that a wording fits: "IS lost control of Raqqa", "Raqqa, captured by the SDF", "Ann is head of Acme". */
export const clause = {
  id: "clause",
  reads: "IS lost control of Raqqa; Raqqa was captured by the rebels",
  extract(context) {
    return parted([...context.read.values()].flat());
  },
} satisfies Extractor;

/** What an extractor knows before clauses are read. */
type Context = Omit<SentenceContext, "read" | "worded">;
type Known = Pick<SentenceContext, "index">;

/** What the wordings of the ontology make of one clause. */
export interface ReadClause {
  /** Triples, or why there are none. */
  readonly read: readonly (Found | Refused)[];
  /** The tokens of the words of the wording besides its verb. */
  readonly words: readonly number[];
}

/** Reads one clause by the wording that fits it best. */
export function readClause(own: Clause, context: Context): ReadClause {
  // "signed a deal with": what a noun tells whole, the verb need not tell again; "discussed a deal with" tells more.
  const told = (head: number) =>
    (context.effects.get(head) ?? []).some(({ holder, stance }) => holder === own.head && isPlain(stance)) &&
    (context.nouns.get(meant(context.reading, head)) ?? []).some(isFound);
  const matches = (context.matches.get(own.head) ?? []).filter(
    ({ pattern, slots }) => pattern.relation && ![...slots.values()].flat().some(told),
  );
  const fit = new Map(
    matches.map((match) => {
      const { pattern, slots } = match;
      const doers = pattern.wording.shape === "copula" ? own.topics : doersOf(own, context);
      const actors = actorsOf(context.reading, doers, isThing(context.index.ontology));
      const targets = partiesOf(context.reading, slots.get("O") ?? []);
      return [match, pattern.relation ? fitness(pattern.relation, actors, targets, context) : 0];
    }),
  );
  const ordered = [...matches].sort((a, b) => b.weight - a.weight || (fit.get(b) ?? 0) - (fit.get(a) ?? 0));
  // The closest reading first; one whose classes do not fit gives way to the next.
  const joint = together(own, context);
  for (const match of ordered) {
    const read = build(own, match, context);
    if (read.some(isFound)) return { read: [...read, ...joint], words: match.used };
  }
  const [closest] = ordered;
  if (joint.length > 0) return { read: joint, words: [] };
  return { read: closest ? build(own, closest, context) : [], words: [] };
}

/** Whether a verb says no more of what it holds than that it comes about. */
function isPlain({ speaker, certainty, modality, polarity }: ContentStance): boolean {
  return !speaker && !certainty && !modality && !polarity;
}

/** How closely the classes of a relation fit those who fill it: the narrower the better, but not on a guess. */
export function fitness(
  relation: Relation,
  subjects: readonly Party[],
  objects: readonly Party[],
  { index }: Known,
): number {
  const depth = (name: string) => index.ontology.classes.get(name)?.ancestors.length ?? 0;
  const score = (parties: readonly Party[], wanted: string) => {
    const type = parties.map(({ mention }) => mention.type).find(Boolean);
    if (type === undefined) return -depth(wanted);
    return isA(index.ontology, type, wanted) ? depth(wanted) : 0;
  };
  return score(subjects, relation.domain) + score(objects, relation.range);
}

/** Who does what a clause tells; of an infinitive or gerund, whom the verb above asks, helps or accuses of it. */
export function doersOf(
  own: Clause,
  { effects, reading, index }: Pick<SentenceContext, "effects" | "reading" | "index">,
): readonly number[] {
  const { above, form, passive } = own;
  const antecedent = agreeingAntecedent(reading, own, index.ontology);
  const subjects = own.subjects.map((token) => (token === above?.head ? (antecedent ?? token) : token));
  if (!above || passive || form === "finite" || above.bond === "conjunct") return subjects;
  const holder = reading.clauseAt[above.head];
  const effect = (effects.get(own.head) ?? []).find(({ doers }) => doers.length > 0);
  if (effect) return effect.doers;
  // "entered Georgia to attack Armenia": what nobody is asked to do is done by the subject.
  const purpose = above.marker === "to" && holder && !holder.passive && holder.objects.length > 0;
  return purpose && subjects.every((head) => holder.objects.includes(head)) ? holder.topics : subjects;
}

function build(own: Clause, match: Match, context: Context): readonly (Found | Refused)[] {
  const { reading } = context;
  const { pattern, slots, used, content } = match;
  const { relation } = pattern;
  if (!relation) return [];
  const copula = pattern.wording.shape === "copula";
  const doers = copula ? own.topics : doersOf(own, context);
  const subjects = actorsOf(reading, doers, isThing(context.index.ontology));
  const targets = slots.get("O");
  const objects = targets ? objectsOf(reading, targets) : [null];
  const predicate = predicateSpan(
    reading,
    own.first,
    own.head,
    used,
    [...subjects, ...objects].filter((party) => party !== null),
  );
  const reason = said(pattern, own.lemma);
  const text = reading.document.document.text.slice(predicate.start, predicate.end);
  if (subjects.length === 0) return [{ ...predicate, text, wording: reason, reason: "no subject found" }];
  if (objects.length === 0) return [{ ...predicate, text, wording: reason, reason: "no object found" }];
  const head = spanBetween(reading, own.head, own.head);
  // "is a part of the plan": a description may take in the noun that says what it is.
  if (
    copula &&
    objects.some((party) => party?.mention?.kind === "nominal" && contains(party.mention.phrase, head))
  ) {
    return [{ ...predicate, text, wording: reason, reason: "object holds the predicate" }];
  }
  const placed =
    copula && pattern.before.length === 0 && own.marker !== "" && slots.get("O")?.[0] === own.head;
  const known = [...subjects, ...objects].every((party) => party?.mention?.type !== undefined);
  // "were in a band" is no place.
  if (placed && !known)
    return [{ ...predicate, text, wording: reason, reason: "no place as far as is known" }];
  const fillers = new Set([...slots.values()].flat());
  const common = {
    relation,
    predicate,
    held: stanceOf(own.head, context, isLasting(context.index.ontology, relation)),
    arguments: [
      ...slotArguments(reading, match),
      ...(content === undefined ? [] : [{ role: "content", span: wholeSpan(reading, content) }]),
      ...furtherArguments(reading, own, fillers),
    ],
    // "regained control Friday of": the parser may hang the day on the noun.
    time:
      timeOf(reading, context.times, own.head) ??
      nearest(
        reading,
        used.flatMap((token) => context.times.get(token) ?? []),
        own.head,
      ) ??
      (relation.kind === "event" ? goingOn(own, reading) : null),
    reason,
  };
  return subjects.flatMap((subject) =>
    objects.map((object) => check({ subject, object, ...common }, context)),
  );
}

function slotArguments(reading: Reading, { slots }: Match): readonly Argument[] {
  return [...slots]
    .filter(([role]) => role !== "O")
    .flatMap(([role, heads]) =>
      partiesOf(reading, heads)
        .filter(({ mention }) => mention.kind !== "pronoun")
        .map(({ span, mention }) => ({ role: role.toLowerCase(), span, mention: mention.id })),
    );
}

/** "S and O meet": the two who do it are joined as the subject. */
function together(own: Clause, context: Context): readonly (Found | Refused)[] {
  const { reading, index } = context;
  if (own.topics.length < 2 || own.passive) return [];
  const matches = (index.together.get(own.lemma) ?? []).flatMap(
    (pattern) => matchClause(reading, index, own, pattern) ?? [],
  );
  const best = [...matches].sort((a, b) => b.weight - a.weight)[0];
  if (!best?.pattern.relation) return [];
  const people = partiesOf(reading, own.topics);
  const common = {
    relation: best.pattern.relation,
    predicate: predicateSpan(reading, own.first, own.head, best.used, people),
    held: stanceOf(own.head, context),
    arguments: furtherArguments(reading, own, new Set()),
    time: timeOf(reading, context.times, own.head),
    reason: said(best.pattern, own.lemma),
  };
  return people.flatMap((subject, i) =>
    people.slice(i + 1).map((object) => check({ subject, object, ...common }, context)),
  );
}

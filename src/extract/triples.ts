import type { Mention } from "../model/mention.ts";
import { isA, type Ontology, type Relation } from "../model/ontology.ts";
import { contains, hull, overlaps, type Span, spanOf } from "../model/span.ts";
import type { TimeExpression } from "../model/time.ts";
import type { Argument, Predicate } from "../model/triple.ts";
import type { Found, Refused, SentenceContext } from "./extractor.ts";
import type { HeldStance } from "./stance.ts";
import { isPreposition, type PhraseUnit, type Reading } from "./units.ts";

/** What an extractor has found, before it is checked against the ontology. */
export interface Draft {
  readonly subject: Mention;
  readonly object: Mention | null;
  readonly relation: Relation;
  /** The words that carry the relation. */
  readonly predicate: Span;
  readonly held: HeldStance;
  readonly arguments: readonly Argument[];
  readonly time: TimeExpression | null;
  readonly reason: string;
  readonly confidence: number;
}

/** A draft as a triple, or why it is none. */
export function check(draft: Draft, { reading, index }: SentenceContext): Found | Refused {
  const reason = objection(draft, index.ontology);
  const { start, end } = draft.predicate;
  const text = reading.document.document.text.slice(start, end);
  if (reason) return { start, end, text, wording: draft.reason, reason };
  const predicate: Predicate = { start, end, text, name: draft.relation.name, open: false };
  return foundTriple(draft, predicate, reading);
}

/** A draft from a noun phrase as a triple, or why it is none: a phrase has no time and no further arguments. */
export function checkPhrase(
  draft: Omit<Draft, "arguments" | "time">,
  context: SentenceContext,
): Found | Refused {
  return check({ ...draft, arguments: [], time: null }, context);
}

/** A triple from checked parts. */
export function foundTriple(
  draft: Omit<Draft, "relation">,
  predicate: Predicate,
  { sentence }: Reading,
): Found {
  const { subject, object, held, time, reason, confidence } = draft;
  return {
    sentence: spanOf(sentence),
    subject: subject.id,
    subjectSpan: subject.phrase,
    predicate,
    object: object?.id ?? null,
    objectSpan: object?.phrase ?? null,
    arguments: draft.arguments,
    stance: held.stance,
    stanceReasons: held.reasons,
    time,
    reason,
    confidence,
  };
}

/** Why a draft is no triple; the same words for the same cause. */
function objection({ subject, object, relation }: Draft, ontology: Ontology): string | undefined {
  if (subject.kind === "pronoun") return "subject is a pronoun";
  if (object?.kind === "pronoun") return "object is a pronoun";
  if (subject.kind !== "name" && object?.kind !== "name") return "neither subject nor object is a name";
  if (object && subject.chain === object.chain) return "subject and object are the same";
  if (!fits(ontology, subject, relation.domain))
    return `subject is no ${relation.domain} as ${relation.name} needs`;
  if (object && !fits(ontology, object, relation.range))
    return `object is no ${relation.range} as ${relation.name} needs`;
  return undefined;
}

/**
 * Whether a mention can be of a class: it is, or it is a name that is not known well enough to say no.
 *
 * A description shows its class by its noun; one that shows none fits only where anything does.
 */
export function fits(ontology: Ontology, { type, kind }: Mention, wanted: string): boolean {
  if (type === undefined)
    return kind === "name" || (ontology.classes.get(wanted)?.ancestors.length ?? 0) === 0;
  return isA(ontology, type, wanted) || isA(ontology, wanted, type);
}

/** What the words behind a verb add in roles of their own: "in Paris", "from the rebels". */
export function furtherArguments(
  { units }: Reading,
  from: number,
  used: ReadonlySet<number>,
): readonly Argument[] {
  const found: Argument[] = [];
  for (let i = from; i < units.length; i++) {
    const unit = units[i];
    if (
      unit?.kind === "verbs" ||
      (unit?.kind === "word" && /^(?:that|which|who|and|but|;)$/.test(unit.lower))
    )
      break;
    const filler = units[i + 1];
    if (!isPreposition(unit) || filler?.kind !== "phrase" || used.has(i + 1) || unit?.kind !== "word")
      continue;
    if (filler.mention.kind === "name" && ROLES.has(unit.lower)) {
      found.push({ role: roleOf(unit.lower), span: spanOf(filler.span), mention: filler.mention.id });
    }
  }
  return found;
}

/** Prepositions that bind what they bring to the verb; others belong to the noun before them as often as not. */
const ROLES = new Set(
  "across against alongside around at from in inside into near outside to towards toward with".split(" "),
);
const PLACES = new Set("in at near inside outside around across".split(" "));

function roleOf(preposition: string): string {
  return PLACES.has(preposition) ? "place" : preposition;
}

/** Words that open another clause, whose times are its own. */
const PARTING = new Set("that which who when where because if although though while but".split(" "));

/** The time that belongs to a verb: one in its own stretch of the sentence, the nearest first. */
export function timeOf({ units }: Reading, at: number): TimeExpression | null {
  const verbs = units.flatMap((unit, i) => (unit.kind === "verbs" ? [i] : []));
  const own = units[at];
  // A time before an infinitive or gerund is that of the verb it hangs on.
  const bound = own?.kind === "verbs" && /^(?:infinitive|gerund)$/.test(own.group.form);
  const before = bound ? at : (verbs.findLast((i) => i < at) ?? -1);
  const after = verbs.find((i) => i > at) ?? units.length;
  const parted = (i: number) =>
    units
      .slice(Math.min(i, at), Math.max(i, at))
      .some((unit) => unit.kind === "word" && PARTING.has(unit.lower));
  const near = units.flatMap((unit, i) =>
    unit.kind === "time" && i > before && i < after && !parted(i) ? [{ unit, i }] : [],
  );
  const behind = near.find(({ i }) => i > at);
  return (behind ?? near.at(-1))?.unit.time ?? null;
}

/** The mention that a phrase stands for, and those of them joined with it. */
export function mentionsOf(phrases: readonly PhraseUnit[]): readonly Mention[] {
  return phrases.map(({ mention }) => mention);
}

/** The mentions inside a phrase that are not its own. */
export function modifiersOf({ mention, span }: PhraseUnit, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.filter(
    (other) =>
      other !== mention &&
      contains(span, other) &&
      !overlaps(other, mention.kind === "name" ? mention : mention.head),
  );
}

/** Joins two spans, or keeps the one there is. */
export function joinSpans(a: Span, b: Span | undefined): Span {
  return b ? hull(a, b) : spanOf(a);
}

/** Parts checked drafts into triples and refusals. */
export function parted(results: readonly (Found | Refused)[]): {
  found: readonly Found[];
  refused: readonly Refused[];
} {
  return {
    found: results.filter((result): result is Found => "predicate" in result),
    refused: results.filter((result): result is Refused => !("predicate" in result)),
  };
}

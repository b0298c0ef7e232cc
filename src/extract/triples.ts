import type { Oblique } from "../model/clause.ts";
import type { Mention } from "../model/mention.ts";
import { isA, type Ontology, type Relation } from "../model/ontology.ts";
import { contains, hull, overlaps, type Span, spanOf } from "../model/span.ts";
import type { Day, TimeExpression } from "../model/time.ts";
import type { Argument, Predicate } from "../model/triple.ts";
import type { Found, Refused, SentenceContext } from "./extractor.ts";
import type { HeldStance } from "./held.ts";
import { nestedObliques } from "./match.ts";
import { type Amount, type Party, partiesOf } from "./parties.ts";
import { isAnchored, isNamed, isTold, type Reading, spanBetween } from "./reading.ts";
import { type TimesOf, timeOf } from "./times.ts";

/** What an extractor has found, before it is checked against the ontology. */
export interface Draft {
  readonly subject: Party;
  readonly object: Party | Amount | null;
  readonly relation: Relation;
  /** The words that carry the relation. */
  readonly predicate: Span;
  readonly held: HeldStance;
  readonly arguments: readonly Argument[];
  readonly time: TimeExpression | null;
  readonly reason: string;
}

/** A draft as a triple, or why it is none. */
export function check(
  read: Draft,
  { reading, index, times }: Pick<SentenceContext, "reading" | "index" | "times">,
): Found | Refused {
  const draft = fromOtherSide(read, reading, index.ontology);
  const reason = objection(draft, index.ontology, reading);
  const { start, end } = draft.predicate;
  // "lost to" would say the contrary of what is told from the other side.
  const told = draft === read ? reading.document.document.text.slice(start, end) : draft.relation.label;
  if (reason) return { start, end, text: told, wording: draft.reason, reason };
  return foundTriple(
    draft,
    { start, end, text: told, name: draft.relation.name, open: false },
    reading,
    times,
  );
}

/** "Syria captured it from IS" of "IS lost it to Syria": one event is told from one side, that of who does it. */
function fromOtherSide(draft: Draft, reading: Reading, { relations }: Ontology): Draft {
  const { converse } = draft.relation;
  const doer = draft.arguments.find(({ role }) => role === converse?.by);
  const mention = reading.document.mentions.find(({ id }) => id === doer?.mention);
  const relation = relations.get(converse?.relation ?? "");
  if (!converse || !doer || !mention || !relation || !isTold(reading, mention)) return draft;
  const loser = { role: converse.from, span: draft.subject.span, mention: draft.subject.mention.id };
  return {
    ...draft,
    subject: { mention, span: doer.span },
    relation,
    arguments: [...draft.arguments.filter((argument) => argument !== doer), loser],
    reason: `${draft.reason}, from the other side`,
  };
}

/** A draft from a noun phrase as a triple, or why it is none: a phrase has no time and no further arguments. */
export function checkPhrase(
  draft: Omit<Draft, "arguments" | "time" | "subject" | "object"> & {
    readonly subject: Mention;
    readonly object: Mention;
  },
  context: SentenceContext,
): Found | Refused {
  const [subject, object] = [plainParty(draft.subject), plainParty(draft.object)];
  return check({ ...draft, subject, object, arguments: [], time: null }, context);
}

function plainParty(mention: Mention): Party {
  return { mention, span: spanOf(mention.phrase) };
}

/** A triple from checked parts. */
export function foundTriple(
  draft: Omit<Draft, "relation">,
  predicate: Predicate,
  reading: Reading,
  times: TimesOf,
): Found {
  const { sentence, document } = reading;
  const { subject, object, held, time: told, reason } = draft;
  const { stance, reasons } = ahead(held, told, document.told);
  const past = document.told !== undefined && (told?.value?.end ?? "9") < document.told;
  // "will return on Friday": a day that is over is not the one that is meant.
  const time = stance.temporality === "future" && past ? null : told;
  return {
    sentence: spanOf(sentence),
    subject: subject.mention.id,
    subjectSpan: subject.span,
    predicate,
    object: object && (object.literal ?? object.mention?.id ?? null),
    objectSpan: object?.span ?? null,
    arguments: draft.arguments,
    stance,
    stanceReasons: reasons,
    time,
    said: time === null && held.saying !== undefined ? timeOf(reading, times, held.saying) : null,
    reason,
  };
}

/** "attacks Syria tomorrow": what is told of a day to come has not come about. */
function ahead(held: HeldStance, time: TimeExpression | null, day: Day | undefined): HeldStance {
  const future = day !== undefined && time?.value !== undefined && time.value.start > day;
  if (!future || held.stance.temporality === "future") return held;
  return { stance: { ...held.stance, temporality: "future" }, reasons: [...held.reasons, "a day to come"] };
}

/** Why a draft is no triple; the same words for the same cause. */
function objection(
  { subject, object, relation }: Draft,
  ontology: Ontology,
  reading: Reading,
): string | undefined {
  const [from, to] = [subject.mention, object?.mention];
  const unfit = objectionToParties(reading, subject, object);
  if (unfit) return unfit;
  if (!fits(ontology, from, relation.domain))
    return `subject is no ${relation.domain} as ${relation.name} needs`;
  const counted = object?.literal !== undefined && to?.type === undefined;
  const amount = isA(ontology, relation.range, "Quantity");
  if (object && (amount ? !object.literal : !to))
    return `object is no ${relation.range} as ${relation.name} needs`;
  if (to && !amount && !counted && !fits(ontology, to, relation.range))
    return `object is no ${relation.range} as ${relation.name} needs`;
  return undefined;
}

/** Why two parties make no triple, whatever the relation. */
export function objectionToParties(
  reading: Reading,
  subject: Party,
  object: Party | Amount | null,
): string | undefined {
  const [from, to] = [subject.mention, object?.mention];
  if (!isTold(reading, from)) return "subject is a pronoun";
  if (to && !isTold(reading, to)) return "object is a pronoun";
  const told = [from, ...(to ? [to] : [])].some(
    (party) => isNamed(reading, party) || isAnchored(reading, party),
  );
  if (!told) return "neither subject nor object is a name";
  if (to && from.chain === to.chain) return "subject and object are the same";
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

/** Whether a relation tells where places lie, which does not depend on who says so. */
export function isLasting(ontology: Ontology, { domain, range, kind }: Relation): boolean {
  return kind === "state" && isA(ontology, domain, "Place") && isA(ontology, range, "Place");
}

/** Whether a description is of something said or made, through which somebody acts. */
export function isThing(ontology: Ontology): (mention: Mention) => boolean {
  return ({ type }) =>
    type !== undefined &&
    !isA(ontology, type, "Agent") &&
    !isA(ontology, type, "Place") &&
    !isA(ontology, "Agent", type);
}

/** Prepositions that bind what they bring to the verb; others belong to the noun before them as often as not. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ...["in", "at", "near", "inside", "outside", "around", "across"].map((word) => [word, "place"] as const),
  ...["against", "alongside", "from", "into", "to", "toward", "towards", "with"].map(
    (word) => [word, word] as const,
  ),
  ...["because of", "due to"].map((word) => [word, "cause"] as const),
]);

/** What a clause says of its event in roles of their own: "in Paris", "from the rebels". */
export function furtherArguments(
  reading: Reading,
  { obliques, objects = [] }: { readonly obliques: readonly Oblique[]; readonly objects?: readonly number[] },
  used: ReadonlySet<number>,
): readonly Argument[] {
  // "toured the front in Aleppo": where the object is, it happens.
  const places = nestedObliques(reading, objects).filter(({ marker }) => ROLES.get(marker) === "place");
  const found = [...obliques, ...places].flatMap(({ marker, heads }) => {
    const role = ROLES.get(marker);
    if (!role) return [];
    const free = heads.filter((head) => !used.has(head) && !reading.timeAt[head]);
    return namedParties(reading, free).map(({ mention, span }) => ({ role, span, mention: mention.id }));
  });
  return found.filter((one, i) => found.findIndex((other) => other.mention === one.mention) === i);
}

/** Names, and for "the area around Homs" the name in it. */
function namedParties(reading: Reading, heads: readonly number[]): readonly Party[] {
  return heads.flatMap((head) => {
    const own = partiesOf(reading, [head]).filter(({ mention }) => isNamed(reading, mention));
    if (own.length > 0) return own;
    const inner = nestedObliques(reading, [head]).filter(({ marker }) =>
      /^(?:around|of|near|in)$/.test(marker),
    );
    return partiesOf(reading, inner[0]?.heads ?? []).filter(({ mention }) => isNamed(reading, mention));
  });
}

/** From a predicate to the last word of its wording, but never over what fills a slot. */
export function predicateSpan(
  reading: Reading,
  first: number,
  head: number,
  used: readonly number[],
  parties: readonly (Party | Amount)[],
): Span {
  const words = [...used].sort((a, b) => a - b);
  let span = spanBetween(reading, Math.min(first, head), Math.max(first, head));
  if (parties.some((party) => overlaps(party.mention ?? party.span, span)))
    span = spanBetween(reading, head, head);
  for (const word of words) {
    const wider = hull(span, spanBetween(reading, word, word));
    if (parties.some((party) => overlaps(party.mention ?? party.span, wider))) break;
    span = wider;
  }
  return overParticles(reading, span, parties);
}

/** With the particles and the preposition up to what is done or said about: "flying over". */
function overParticles({ tokens }: Reading, span: Span, parties: readonly (Party | Amount)[]): Span {
  const from = tokens.findIndex(({ start }) => start >= span.end);
  let to = from;
  while (to >= 0 && to < tokens.length && /^(?:ADP|PART)$/.test(tokens[to]?.upos ?? "")) to++;
  const behind = tokens.slice(to).find(({ upos }) => upos !== "DET" && upos !== "ADJ");
  const last = tokens[to - 1];
  const reaches = behind !== undefined && parties.some(({ span: whole }) => overlaps(whole, behind));
  return from >= 0 && to > from && last && reaches ? hull(span, spanOf(last)) : span;
}

/** The words of all that hangs on a token. */
export function wholeSpan(reading: Reading, head: number): Span {
  const { tokens } = reading;
  const below = (token: number): boolean => {
    for (let at = token, steps = 0; at >= 0 && steps <= tokens.length; steps++) {
      if (at === head) return true;
      at = (tokens[at]?.head ?? 0) - 1;
    }
    return false;
  };
  let first = head;
  let last = head;
  while (first > 0 && below(first - 1)) first--;
  while (last < tokens.length - 1 && below(last + 1)) last++;
  return spanBetween(reading, first, last);
}

/** The mentions inside a phrase that are not its own. */
export function modifiersOf(mention: Mention, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.filter(
    (other) =>
      other !== mention &&
      contains(mention.phrase, other) &&
      !overlaps(other, mention.kind === "name" ? mention : mention.head),
  );
}

/** Parts checked drafts into triples and refusals. */
export function parted(results: readonly (Found | Refused)[]): {
  found: readonly Found[];
  refused: readonly Refused[];
} {
  return {
    found: results.filter(isFound),
    refused: results.filter((result): result is Refused => !isFound(result)),
  };
}

/** Whether a checked draft is a triple. */
export function isFound(result: Found | Refused): result is Found {
  return "predicate" in result;
}

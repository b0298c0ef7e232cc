import type { Clause, NounPhrase, Oblique } from "../model/clause.ts";
import type { TimeExpression } from "../model/time.ts";
import type { Argument } from "../model/triple.ts";
import { fitness } from "./clause.ts";
import type { Extractor, Found, Refused, SentenceContext } from "./extractor.ts";
import { type Match, matchPhrase, nestedObliques } from "./match.ts";
import { endsWithAnchor } from "./matches.ts";
import { type Amount, objectsOf, type Party, partiesOf } from "./parties.ts";
import { nounPatterns, type Pattern, said } from "./patterns.ts";
import { tieAt } from "./reading.ts";
import { stanceOf } from "./stance.ts";
import { nearest, timeOf } from "./times.ts";
import { check, furtherArguments, isFound, isLasting, parted, predicateSpan, wholeSpan } from "./triples.ts";

/** Nouns that tell an event: "the capture of Mosul by the army", "launched an attack on Kyiv", "talks between A and B". */
export const noun = {
  id: "noun",
  reads:
    "the capture of Raqqa by the Syrian Democratic Forces surprised many; Turkey launched an offensive against the PKK",
  extract(context) {
    return parted([...context.nouns].flatMap(([head, read]) => (context.worded.has(head) ? [] : read)));
  },
} satisfies Extractor;

/** What an extractor knows before nouns are read. */
type Context = Omit<SentenceContext, "read" | "worded" | "nouns">;

/** Two lists of nouns: who does it, and to whom. */
interface Roles {
  readonly subjects: readonly number[];
  readonly objects: readonly number[] | undefined;
}

/** What the wordings of the ontology make of one noun: triples, or why there are none. */
export function readNoun(phrase: NounPhrase, context: Context): readonly (Found | Refused)[] {
  const { reading, index } = context;
  const patterns = nounPatterns(index, phrase.lemma).filter(
    (pattern) => pattern.relation && endsWithAnchor(reading, phrase, pattern),
  );
  if (patterns.length === 0) return [];
  const holder = holderOf(phrase, context);
  // "fear of an attack by Iran": what belongs to the inner event is not the outer one’s.
  const plain = phrase.obliques
    .flatMap(({ heads }) => heads)
    .filter((head) => nounPatterns(index, reading.phraseAt[head]?.lemma ?? "").length === 0);
  const nested = nestedObliques(reading, plain);
  const further = [...(holder?.obliques ?? []), ...nested];
  const closeness = ({ pattern, roles }: NounReading) =>
    pattern.relation
      ? fitness(
          pattern.relation,
          partiesOf(reading, roles.subjects),
          partiesOf(reading, roles.objects ?? []),
          context,
        )
      : 0;
  const tried = patterns
    .flatMap((pattern) => readings(phrase, pattern, holder, further, context))
    .sort((a, b) => b.weight - a.weight || closeness(b) - closeness(a))
    .map(({ pattern, roles, match }) => build(phrase, pattern, roles, match, holder, context));
  return tried.find((results) => results.some(isFound)) ?? tried[0] ?? [];
}

/** The verb that carries out what the noun tells: "launched" in "launched an attack". */
function holderOf({ head }: NounPhrase, { effects, reading }: Context): Clause | undefined {
  const effect = (effects.get(head) ?? []).find(({ doers }) => doers.length > 0);
  return effect && reading.clauseAt[effect.holder];
}

interface NounReading {
  readonly pattern: Pattern;
  readonly roles: Roles;
  readonly match: Match | undefined;
  readonly weight: number;
}

function readings(
  phrase: NounPhrase,
  pattern: Pattern,
  holder: Clause | undefined,
  further: readonly Oblique[],
  context: Context,
): readonly NounReading[] {
  const match = matchPhrase(context.reading, context.index, phrase, pattern, further);
  const weight = (match?.weight ?? 0) + pattern.before.length;
  const named = (heads: readonly number[]) =>
    heads.some((head) => context.reading.mentionAt[head] || context.reading.tokens[head]?.upos === "NUM");
  const pairs = pairOf(phrase, pattern, context);
  if (pairs) return [{ pattern, roles: pairs, match: undefined, weight: weight + 1 }];
  const marker = objectMarkers(pattern);
  if (marker.length > 0 && !match) {
    const owned = ownedObject(phrase, pattern, context);
    if (owned.length > 0) return owned;
    const helped = beneficiary(phrase, pattern, further, holder, context);
    return helped.length > 0 ? helped : withoutObject(phrase, pattern, further, holder, context);
  }
  const objects = match?.slots.get("O");
  const used = new Set([...[...(match?.slots.values() ?? [])].flat(), ...(match?.used ?? [])]);
  const subjects = doersOf(phrase, further, used, holder, context);
  if (!objects && marker.length > 0) return [];
  if (!objects && pattern.relation?.content && match?.content === undefined) return [];
  if (subjects.length === 0 && !(objects && named(objects))) return [];
  return [{ pattern, roles: { subjects, objects }, match, weight }];
}

function objectMarkers({ pieces }: Pattern): readonly string[] {
  return pieces.flatMap((piece) => (piece.kind === "oblique" && piece.role === "O" ? piece.markers : []));
}

/** "Raqqa’s capture by the SDF": with its doer behind "by", the owner is whom or what it is done to. */
function ownedObject(phrase: NounPhrase, pattern: Pattern, { reading }: Context): readonly NounReading[] {
  const agents = phrase.obliques.filter(({ marker }) => marker === "by").flatMap(({ heads }) => heads);
  const owners = phrase.owners.filter((head) => !reading.timeAt[head]);
  if (agents.length === 0 || owners.length === 0) return [];
  return [{ pattern, roles: { subjects: agents, objects: owners }, match: undefined, weight: 0.5 }];
}

/** "With the help of Russia, the army took the town": what is for somebody is for who does something with it. */
function beneficiary(
  phrase: NounPhrase,
  pattern: Pattern,
  further: readonly Oblique[],
  holder: Clause | undefined,
  context: Context,
): readonly NounReading[] {
  const { above } = phrase;
  const clause = above?.bond === "oblique" && above.marker === "with" && context.reading.clauseAt[above.head];
  const isFor = objectMarkers(pattern).every((marker) => /^(?:for|to)$/.test(marker));
  if (!clause || !isFor || clause.subjects.length === 0) return [];
  const subjects = doersOf(phrase, further, new Set(), holder, context);
  if (subjects.length === 0 || subjects.some((head) => clause.subjects.includes(head))) return [];
  return [{ pattern, roles: { subjects, objects: clause.subjects }, match: undefined, weight: 0.5 }];
}

/** "launched attacks from the hills": who does it, where, and to nobody that is told. */
function withoutObject(
  phrase: NounPhrase,
  pattern: Pattern,
  further: readonly Oblique[],
  holder: Clause | undefined,
  context: Context,
): readonly NounReading[] {
  const { reading } = context;
  const told = argumentsOf(
    { ...phrase, obliques: [...phrase.obliques, ...further] },
    undefined,
    new Set(),
    context,
  );
  const event =
    pattern.relation?.kind === "event" &&
    pattern.relation.content === undefined &&
    !pattern.relation.symmetric;
  if (!event || told.length === 0) return [];
  const subjects = doersOf(phrase, further, new Set(), holder, context);
  const named = subjects.some((head) => reading.mentionAt[head]?.kind === "name");
  return named ? [{ pattern, roles: { subjects, objects: undefined }, match: undefined, weight: 0 }] : [];
}

/** "talks between A and B", "Turkish-Iraqi talks": of what one does with another, both. */
function pairOf(phrase: NounPhrase, pattern: Pattern, context: Context): Roles | undefined {
  const { reading } = context;
  if (!objectMarkers(pattern).includes("with")) return undefined;
  const between = phrase.obliques.find(({ marker }) => marker === "between" || marker === "among");
  const joined = between ?? phrase.obliques.find(({ marker, heads }) => marker === "of" && heads.length > 1);
  const hyphened = phrase.modifiers.filter(
    (token) =>
      /^[-–/]$/.test(reading.tokens[token - 1]?.form ?? "") && reading.mentionAt[token]?.kind === "name",
  );
  const [last] = hyphened;
  const heads = joined?.heads ?? (last === undefined ? [] : [last - 2, last]);
  // "did most of the fighting together" is no fight between them.
  const held = (context.effects.get(phrase.head) ?? []).find(({ doers }) => doers.length > 1)?.doers ?? [];
  const others = phrase.obliques.some(({ marker }) => marker === "with") || phrase.determiner === "the";
  const all = heads.length > 1 ? heads : others ? [] : held;
  const [first, ...rest] = all;
  return first === undefined || rest.length === 0 ? undefined : { subjects: [first], objects: rest };
}

/** Who does what the noun tells: behind "by", before it, or the subject of the verb that carries it out. */
function doersOf(
  phrase: NounPhrase,
  further: readonly Oblique[],
  used: ReadonlySet<number>,
  holder: Clause | undefined,
  context: Context,
): readonly number[] {
  const { reading } = context;
  const free = (head: number) => !used.has(head) && !reading.timeAt[head];
  const behind = (word: string) =>
    phrase.obliques.filter(({ marker }) => marker === word).flatMap(({ heads }) => heads.filter(free));
  const held = (context.effects.get(phrase.head) ?? []).flatMap(({ doers }) => doers).filter(free);
  const owners = phrase.owners.filter(
    (head) => free(head) && (held.length === 0 || reading.mentionAt[head]?.kind !== "pronoun"),
  );
  const before = phrase.modifiers.filter(
    (token) => free(token) && reading.mentionAt[token]?.kind === "name" && !isOwnName(phrase, token, context),
  );
  const nested = further.filter(({ marker }) => marker === "by").flatMap(({ heads }) => heads.filter(free));
  const around = held.length > 0 ? [] : actorsAround(phrase, context);
  const choices = [
    behind("by"),
    nested,
    owners,
    before,
    holder ? held : [],
    behind("of"),
    behind("from"),
    held,
    around,
  ];
  return choices.find((heads) => heads.length > 0) ?? [];
}

/** "In a raid on Gaza, Israel killed three": who does something in or by it. */
function actorsAround({ above, determiner }: NounPhrase, { reading }: Context): readonly number[] {
  const clause = above?.bond === "oblique" ? reading.clauseAt[above.head] : undefined;
  const acts = clause !== undefined && !clause.passive && clause.objects.length > 0;
  return acts && determiner !== "the" && /^(?:in|with|through|during)$/.test(above?.marker ?? "")
    ? clause.subjects
    : [];
}

/** "the Battle of Mosul" is a name of its own, not a battle that somebody named Battle fights. */
function isOwnName({ head }: NounPhrase, token: number, { reading }: Context): boolean {
  const own = reading.mentionAt[head];
  return (
    own !== undefined &&
    own.kind === "name" &&
    own === reading.mentionAt[token] &&
    own.end > (reading.tokens[head]?.start ?? 0)
  );
}

function build(
  phrase: NounPhrase,
  pattern: Pattern,
  { subjects, objects }: Roles,
  match: Match | undefined,
  holder: Clause | undefined,
  context: Context,
): readonly (Found | Refused)[] {
  const { reading } = context;
  const { relation } = pattern;
  if (!relation) return [];
  const from = partiesOf(reading, subjects);
  const to = objects ? objectsOf(reading, objects) : [null];
  const parties = [...from, ...to].filter((party): party is Party | Amount => party !== null);
  const first = phrase.head - pattern.before.length;
  const predicate = predicateSpan(reading, first, phrase.head, match?.used ?? [], parties);
  const text = reading.document.document.text.slice(predicate.start, predicate.end);
  const reason = said(pattern);
  if (from.length === 0) return [{ ...predicate, text, wording: reason, reason: "no subject found" }];
  if (to.length === 0) return [{ ...predicate, text, wording: reason, reason: "no object found" }];
  const common = {
    relation,
    predicate,
    held: stanceOf(phrase.head, context, isLasting(context.index.ontology, relation)),
    arguments: argumentsOf(
      holder && !objects ? { ...phrase, obliques: [...phrase.obliques, ...holder.obliques] } : phrase,
      match,
      new Set([...subjects, ...(objects ?? [])]),
      context,
    ),
    time: whenOf(phrase, holder, context),
    reason,
  };
  return from.flatMap((subject) => to.map((object) => check({ subject, object, ...common }, context)));
}

function argumentsOf(
  phrase: NounPhrase,
  match: Match | undefined,
  used: ReadonlySet<number>,
  { reading }: Context,
): readonly Argument[] {
  const content = match?.content;
  const held = content === undefined ? [] : [{ role: "content", span: wholeSpan(reading, content) }];
  return [...held, ...furtherArguments(reading, phrase, used)];
}

/** Verbs that say no more than that something takes place, and so tell its time. */
const HAPPENING = new Set("come occur happen take begin start follow end last continue".split(" "));

function whenOf(
  { head }: NounPhrase,
  holder: Clause | undefined,
  { reading, times }: Context,
): TimeExpression | null {
  const own = nearest(reading, times.get(head) ?? [], head);
  if (own) return own;
  if (holder) return timeOf(reading, times, holder.head);
  const tie = tieAt(reading, head);
  const above = tie?.bond === "subject" ? reading.clauseAt[tie.head] : undefined;
  return above && HAPPENING.has(above.lemma) ? timeOf(reading, times, above.head) : null;
}

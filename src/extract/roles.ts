import type { NounPhrase } from "../model/clause.ts";
import type { Mention } from "../model/mention.ts";
import type { Relation } from "../model/ontology.ts";
import type { Span } from "../model/span.ts";
import type { Found, Refused, SentenceContext } from "./extractor.ts";
import type { HeldStance } from "./held.ts";
import { matchPhrase } from "./match.ts";
import { endsWithAnchor } from "./matches.ts";
import { isFormer } from "./own-words.ts";
import { type Pattern, said } from "./patterns.ts";
import { isNamed, type Reading } from "./reading.ts";
import { stanceOfPhrase } from "./stance.ts";
import { checkPhrase } from "./triples.ts";

/** A noun that says what something is of something else, and of what. */
export interface Role {
  readonly pattern: Pattern;
  readonly relation: Relation;
  readonly objects: readonly number[];
  /** The words before the noun that belong to it, and the noun. */
  readonly first: number;
}

/** What a phrase says of whom: "president of Egypt", "Egypt’s president", "Egyptian president". */
export function roleOf(phrase: NounPhrase, { reading, index }: SentenceContext): Role | undefined {
  const patterns = index.copulas.get(phrase.lemma) ?? [];
  const roles = patterns.flatMap((pattern): readonly (Role & { readonly weight: number })[] => {
    const { relation, before, after } = pattern;
    const nominal = /^(?:NOUN|PROPN)$/.test(reading.tokens[phrase.head]?.upos ?? "");
    if (!relation || !nominal || !endsWithAnchor(reading, phrase, pattern)) return [];
    // "of staff" in "chief of staff of the army" is no slot.
    const obliques = phrase.obliques.filter(({ heads }) => (heads[0] ?? 0) > phrase.head + after.length);
    const match = matchPhrase(reading, index, { ...phrase, obliques }, pattern, []);
    // "on Biden’s part" is no part of Biden: only who or what can hold an office or a rank is somebody’s.
    const rank = (index.ontology.classes.get(relation.domain)?.ancestors.length ?? 0) > 0;
    const objects = match?.slots.get("O") ?? (rank && isOwned(pattern) ? owners(phrase, reading) : []);
    const things = (objects ?? []).filter(
      (head) => !isPersonKind(reading.mentionAt[head]) && !isSubjectMatter(reading.mentionAt[head]),
    );
    if (things.length === 0) return [];
    const weight = before.length + after.length + (match ? 0.5 : 0);
    return [{ pattern, relation, objects: things, first: phrase.head - before.length, weight }];
  });
  return roles.sort((a, b) => b.weight - a.weight)[0];
}

/** "UN envoy" is sent by the UN: only of what is said with "of" or "for", the name before it is the object. */
export function isOwned({ pieces }: Pattern): boolean {
  return pieces.some(
    (piece) => piece.kind === "oblique" && piece.markers.some((word) => /^(?:of|for)$/.test(word)),
  );
}

/** "professor of Engineering": a field of knowledge, by its ending, and no name known to be anything. */
function isSubjectMatter(mention: Mention | undefined): boolean {
  const unknown = mention?.kind === "name" && mention.type === undefined;
  return unknown && /^\p{L}+(?:ing|ics|logy|try|nomy|ture|sophy|tory|ence|ment|tion)$/u.test(mention.text);
}

/** Nobody is the leader of "prime minister". */
function isPersonKind(mention: Mention | undefined): boolean {
  return mention?.kind === "nominal" && mention.type === "Person";
}

function owners({ owners: own, modifiers, head }: NounPhrase, reading: Reading): readonly number[] {
  const { mentionAt } = reading;
  const named = own.filter((token) => {
    const mention = mentionAt[token];
    return mention && isNamed(reading, mention);
  });
  if (named.length > 0) return named;
  return modifiers.filter(
    (token) => mentionAt[token]?.kind === "name" && mentionAt[token] !== mentionAt[head],
  );
}

/** Somebody in an office, or something of a rank, as a triple; "former" and the like leave it open. */
export function claim(
  subject: Mention,
  object: Mention,
  { pattern, relation }: Pick<Role, "pattern" | "relation">,
  predicate: Span,
  context: SentenceContext,
): Found | Refused {
  const at = context.reading.tokens.findIndex(({ end }) => end >= predicate.end);
  const plainly = stanceOfPhrase(at, context);
  const held = isNotHeld(predicate, context.reading) ? unsure(plainly, "former or future holder") : plainly;
  return checkPhrase({ subject, object, relation, predicate, held, reason: said(pattern) }, context);
}

function unsure({ stance, reasons }: HeldStance, reason: string): HeldStance {
  return { stance: { ...stance, certainty: "underspecified" }, reasons: [...reasons, reason] };
}

/** "former Egyptian President": a word shortly before the office says that it is not held now. */
function isNotHeld(span: Span, { tokens }: Reading): boolean {
  const at = tokens.findIndex((token) => token.start >= span.start);
  return tokens.slice(Math.max(0, at - 3), at).some(({ form }) => isFormer(form));
}

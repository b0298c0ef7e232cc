import type { NounPhrase } from "../model/clause.ts";
import type { Mention } from "../model/mention.ts";
import { isA, type Relation } from "../model/ontology.ts";
import type { Span } from "../model/span.ts";
import type { Extractor, Found, Refused, SentenceContext } from "./extractor.ts";
import type { HeldStance } from "./held.ts";
import { partiesOf } from "./parties.ts";
import { stanceOf, stanceOfPhrase } from "./stance.ts";
import { checkPhrase, fits, isLasting, modifiersOf, parted } from "./triples.ts";

/** What follows a place that a comma joins to another: "Aleppo, Syria, …". */
const CLOSERS = new Set([",", ".", ";", ")"]);

/** Names side by side: "Palmyra in Homs province", "Syria’s Deir ez-Zor province", "Aleppo, Syria". */
export const place = {
  id: "place",
  reads: "Palmyra in Homs province; Iraq’s Anbar province",
  extract(context) {
    const named = context.reading.mentions.filter(({ kind }) => kind === "name");
    return parted([
      ...named.flatMap((mention) => [...inside(mention, context), ...owned(mention, context)]),
      ...context.reading.phrases.flatMap((phrase) => described(phrase, context)),
    ]);
  },
} satisfies Extractor;

/** The relations whose copula is a bare preposition: "S be in O". */
function inside(mention: Mention, context: SentenceContext): readonly (Found | Refused)[] {
  const { tokens, mentionAt } = context.reading;
  const at = tokens.findIndex(({ start }) => start >= mention.phrase.end);
  const apart = tokens[at]?.form === "," && /^(?:in|near)$/i.test(tokens[at + 1]?.form ?? "") ? at + 1 : at;
  const joint = tokens[apart];
  const second = mentionAt[apart + 1];
  if (!joint || !second || second.phrase.start < joint.end) return [];
  const behind = tokens.find(({ start }) => start >= second.phrase.end);
  const closed = behind === undefined || CLOSERS.has(behind.form);
  const comma = joint.form === "," && closed;
  const word = comma ? "in" : joint.form.toLowerCase();
  return (context.index.copulas.get(word) ?? []).flatMap(({ relation, wording, before }) => {
    if (!relation || wording.rest.length !== 1 || before.length > 0) return [];
    if (!areNamedPlaces(mention, second, relation, context)) return [];
    // A comma joins a place to a larger one only: "Aleppo, Syria", never "Syria, Iraq".
    if (comma && !isLarger(second, mention)) return [];
    return [claim(mention, second, relation, joint, context)];
  });
}

/** "a base in northern Syria": a described place, and where it is. */
function described(phrase: NounPhrase, context: SentenceContext): readonly (Found | Refused)[] {
  const { reading, index } = context;
  const mention = reading.mentionAt[phrase.head];
  const { type } = mention ?? {};
  if (mention?.kind !== "nominal" || type === undefined || !isA(index.ontology, type, "Place")) return [];
  return phrase.obliques.flatMap(({ marker, heads }) => {
    const [other] = partiesOf(reading, heads);
    const pattern = (index.copulas.get(marker) ?? []).find(
      ({ before, wording }) => before.length === 0 && wording.rest.length === 1,
    );
    const { relation } = pattern ?? {};
    const next = reading.tokens[phrase.head + 1]?.form.toLowerCase();
    const fitting =
      next === marker && other?.mention.kind === "name" && other.mention.type !== undefined && relation;
    if (!fitting || !isA(index.ontology, type, relation.domain)) return [];
    const at = { start: reading.tokens[phrase.head]?.end ?? 0, end: reading.tokens[phrase.head]?.end ?? 0 };
    const joint = reading.tokens.find(({ start }) => start >= at.end);
    const held = stanceOf(phrase.head, context, false, true);
    return joint ? [claim(mention, other.mention, relation, joint, context, held)] : [];
  });
}

function isLarger(outer: Mention, inner: Mention): boolean {
  return outer.type === "State" && inner.type !== "State";
}

/** "O's S", and the adjective of a state before a place: "the Iraqi city of Mosul". */
function owned(mention: Mention, context: SentenceContext): readonly (Found | Refused)[] {
  const owners = modifiersOf(mention, context.reading.mentions).filter((m) => m.end < mention.start);
  const owner = owners.at(-1);
  if (!owner || !owns(owner, context)) return [];
  return context.index.possessives.flatMap(({ relation }) =>
    relation && areNamedPlaces(mention, owner, relation, context)
      ? [claim(mention, owner, relation, owner, context)]
      : [],
  );
}

/** A possessor, or the adjective of a state; with a hyphen it is a compound: "Turkish-held Jarablus". */
function owns({ text, end, known }: Mention, { reading, index }: SentenceContext): boolean {
  const behind = reading.document.document.text.slice(end, end + 2);
  const adjective =
    known !== undefined && (index.ontology.names.get(known)?.demonyms.includes(text) ?? false);
  return /^['’]/.test(behind) || (adjective && behind[0] !== "-");
}

/** Both are names whose classes are known and fit. */
function areNamedPlaces(
  subject: Mention,
  object: Mention,
  { domain, range }: Relation,
  { index }: SentenceContext,
): boolean {
  const known =
    subject.kind === "name" &&
    object.kind === "name" &&
    subject.type !== undefined &&
    object.type !== undefined;
  return (
    known &&
    subject.type !== "State" &&
    fits(index.ontology, subject, domain) &&
    fits(index.ontology, object, range)
  );
}

function claim(
  subject: Mention,
  object: Mention,
  relation: Relation,
  { start, end }: Span,
  context: SentenceContext,
  held?: HeldStance,
): Found | Refused {
  const at = context.reading.tokens.findIndex((token) => token.end >= end);
  return checkPhrase(
    {
      subject,
      object,
      relation,
      predicate: { start, end },
      held: held ?? stanceOfPhrase(at, context, isLasting(context.index.ontology, relation)),
      reason: `${relation.label}: two places side by side`,
    },
    context,
  );
}

import type { Mention } from "../model/mention.ts";
import type { Relation } from "../model/ontology.ts";
import type { Extractor, Found, Refused, SentenceContext } from "./extractor.ts";
import { stanceOfPhrase } from "./stance.ts";
import { checkPhrase, fits, modifiersOf, parted } from "./triples.ts";
import { isWord, type PhraseUnit } from "./units.ts";

const CONFIDENCE = 0.85;
/** What follows a place that a comma joins to another: "Aleppo, Syria, …". */
const CLOSERS = new Set([",", ".", ";", ")"]);

/** Names side by side: "Palmyra in Homs province", "Syria’s Deir ez-Zor province", "Aleppo, Syria". */
export const place = {
  id: "place",
  reads: "Palmyra in Homs province; Iraq’s Anbar province",
  extract(context) {
    const { units } = context.reading;
    return parted(
      units.flatMap((unit, at) =>
        unit.kind === "phrase" ? [...inside(unit, at, context), ...owned(unit, context)] : [],
      ),
    );
  },
} satisfies Extractor;

/** The relations whose copula is a bare preposition: "S be in O". */
function inside(phrase: PhraseUnit, at: number, context: SentenceContext): readonly (Found | Refused)[] {
  const { units } = context.reading;
  const [preposition, second] = [units[at + 1], units[at + 2]];
  if (preposition?.kind !== "word" || second?.kind !== "phrase") return [];
  const closed = units[at + 3] === undefined || isWord(units[at + 3], CLOSERS);
  const word = isWord(preposition, ",") && closed ? "in" : preposition.lower;
  const entries = (context.index.copulas.get(word) ?? []).filter(({ wording }) => wording.rest.length === 1);
  return entries.flatMap(({ relation }) => {
    if (!relation || !areNamedPlaces(phrase.mention, second.mention, relation, context)) return [];
    // A comma joins a place to a larger one only: "Aleppo, Syria", never "Syria, Iraq".
    if (word !== preposition.lower && !isLarger(second.mention, phrase.mention)) return [];
    return [claim(phrase.mention, second.mention, relation, preposition.span, context)];
  });
}

function isLarger(outer: Mention, inner: Mention): boolean {
  return outer.type === "State" && inner.type !== "State";
}

/** "O's S", and the adjective of a state before a place: "the Iraqi city of Mosul". */
function owned(phrase: PhraseUnit, context: SentenceContext): readonly (Found | Refused)[] {
  if (phrase.mention.kind !== "name") return [];
  const owners = modifiersOf(phrase, context.reading.mentions).filter((m) => m.end < phrase.mention.start);
  const owner = owners.at(-1);
  if (!owner || !owns(owner, context)) return [];
  return context.index.possessives.flatMap(({ relation }) =>
    relation && areNamedPlaces(phrase.mention, owner, relation, context)
      ? [claim(phrase.mention, owner, relation, owner, context)]
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
  { start, end }: { readonly start: number; readonly end: number },
  context: SentenceContext,
) {
  const predicate = { start, end };
  const held = stanceOfPhrase(predicate, context);
  return checkPhrase(
    {
      subject,
      object,
      relation,
      predicate,
      held,
      reason: `${relation.label}: two places side by side`,
      confidence: CONFIDENCE,
    },
    context,
  );
}

import type { Token } from "../model/annotated-document.ts";
import type { Mention } from "../model/mention.ts";
import type { Relation } from "../model/ontology.ts";
import { contains, type Span } from "../model/span.ts";
import type { Extractor, Found, Refused, SentenceContext } from "./extractor.ts";
import { matchParts, phrasesAt, skip } from "./match.ts";
import { stanceOf, stanceOfPhrase } from "./stance.ts";
import type { Clause } from "./subjects.ts";
import { check, checkPhrase, joinSpans, mentionsOf, modifiersOf, parted, timeOf } from "./triples.ts";
import { isWord, type PhraseUnit, type Unit } from "./units.ts";
import { type RelationWording, said } from "./wordings.ts";

const CONFIDENCE = { title: 0.92, apposition: 0.85, kinship: 0.75 };

/**
 * What something is of something else without a verb, by the nouns of "S be president of O":
 * "Syrian President Bashar Assad", "Raqqa, the capital of the caliphate", "Syria and its backer Iran".
 */
export const office = {
  id: "office",
  reads: "Israel’s Prime Minister Benjamin Netanyahu; Ann Lee, president of Acme",
  extract(context) {
    const { units } = context.reading;
    return parted([
      ...context.clauses.flatMap((clause) => afterCopula(clause, context)),
      ...context.reading.mentions.flatMap((mention) => beforeName(mention, context)),
      ...units.flatMap((unit, at) =>
        unit.kind === "phrase" ? [...apposed(unit, at, context), ...predicated(unit, at, context)] : [],
      ),
    ]);
  },
} satisfies Extractor;

/** "Iran is one of Assad’s strongest supporters": behind "be", the possessor is whose it is. */
function afterCopula(clause: Clause, context: SentenceContext): readonly (Found | Refused)[] {
  const { reading } = context;
  const place = skip(reading.units, clause.at + 1);
  const phrase = reading.units[place];
  if (clause.verbs.group.main.lemma !== "be" || clause.passive || phrase?.kind !== "phrase") return [];
  const noun = nounAtEnd(phrase.tokens, context);
  const owner =
    noun &&
    modifiersOf(phrase, reading.mentions).findLast((m) => m.kind === "name" && m.end <= noun.span.start);
  if (!noun || !owner) return [];
  const common = {
    relation: noun.relation,
    predicate: joinSpans(clause.verbs.span, noun.span),
    arguments: [],
    reason: said(noun.entry),
    confidence: CONFIDENCE.apposition,
  };
  const held = stanceOf(clause, context);
  const time = timeOf(reading, clause.at);
  return mentionsOf(phrasesAt(reading.units, clause.subjects)).map((subject) =>
    check({ subject, object: owner, held, time, ...common }, context),
  );
}

/** The office between a possessor or adjective and the name: "Israel’s Prime Minister Benjamin Netanyahu". */
function beforeName(mention: Mention, context: SentenceContext): readonly (Found | Refused)[] {
  const { sentence, mentions, units } = context.reading;
  if (mention.kind !== "name") return [];
  const words = sentence.tokens.filter(
    (token) => contains(mention.phrase, token) && token.end <= mention.start,
  );
  const noun = nounAtEnd(words, context);
  if (!noun) return [];
  const holder = mentions.findLast(
    (m) => m.kind === "name" && contains(mention.phrase, m) && m.end <= noun.span.start,
  );
  const owner = holder ?? (OWN.test(words[0]?.form ?? "") ? joinedBefore(units, mention) : undefined);
  if (!owner) return [];
  return [claim(mention, owner, noun, context, holder ? CONFIDENCE.title : CONFIDENCE.kinship)];
}

const OWN = /^(?:its|his|her|their)$/i;

/** Of "Syria and its backer Iran", Syria: the pronoun can only mean the other half of the pair. */
function joinedBefore(units: readonly Unit[], mention: Mention): Mention | undefined {
  const at = units.findIndex((unit) => unit.kind === "phrase" && unit.mention === mention);
  const other = units[at - 2];
  return isWord(units[at - 1], "and") && other?.kind === "phrase" && other.mention.kind === "name"
    ? other.mention
    : undefined;
}

interface Noun {
  readonly entry: RelationWording;
  readonly relation: Relation;
  readonly span: Span;
}

/** The longest noun of a copula that ends a run of words: "prime minister". */
function nounAtEnd(words: readonly Token[], { index }: SentenceContext): Noun | undefined {
  const named = words.filter(({ form }) => form !== ".");
  const last = named.at(-1);
  const entries = last
    ? [...(index.copulas.get(last.form.toLowerCase()) ?? []), ...(index.copulas.get(last.lemma) ?? [])]
    : [];
  return entries
    .flatMap((entry) => {
      const { relation } = entry;
      // Attitudes have nouns and adjectives too ("be set to"), but nobody holds them.
      if (!relation) return [];
      const anchor = (entry.wording.anchors[0] as string).split(" ");
      const tail = named.slice(-anchor.length);
      const first = tail[0];
      const met =
        tail.length === anchor.length &&
        tail.every(({ form, lemma }, i) => form.toLowerCase() === anchor[i] || lemma === anchor[i]);
      return met && first && last && isNoun(last)
        ? [{ entry, relation, span: { start: first.start, end: last.end } }]
        : [];
    })
    .sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))[0];
}

function isNoun({ upos }: Token): boolean {
  return upos === "NOUN" || upos === "PROPN";
}

/** A second phrase beside the name, with a comma between: "Raqqa, the capital of …", "The head of …, Ann Lee,". */
function apposed(phrase: PhraseUnit, at: number, context: SentenceContext): readonly (Found | Refused)[] {
  const { units } = context.reading;
  if (phrase.mention.kind !== "name" || !isWord(units[at + 1], ",")) return [];
  const after = units[at + 2];
  if (after?.kind !== "phrase") return [];
  return describes(after, at + 2, context).map(({ owner, noun }) =>
    claim(phrase.mention, owner, noun, context, CONFIDENCE.apposition),
  );
}

/** "The chief of staff of the army, Ann Lee": the description comes first. */
function predicated(phrase: PhraseUnit, at: number, context: SentenceContext): readonly (Found | Refused)[] {
  const { units } = context.reading;
  if (phrase.mention.kind !== "nominal") return [];
  return describes(phrase, at, context).flatMap(({ owner, noun, end }) => {
    const name = units[end + 1];
    const apposition = isWord(units[end], ",") && name?.kind === "phrase" && name.mention.kind === "name";
    return apposition ? [claim(name.mention, owner, noun, context, CONFIDENCE.apposition)] : [];
  });
}

/** A phrase that says "president of O" or "O’s president", and where it ends. */
function describes(phrase: PhraseUnit, at: number, context: SentenceContext) {
  const { reading, index } = context;
  const owned = nounAtEnd(phrase.tokens, context);
  const possessor =
    owned &&
    modifiersOf(phrase, reading.mentions).find((m) => m.kind === "name" && m.end <= owned.span.start);
  if (owned && possessor) return [{ owner: possessor, noun: owned, end: at + 1 }];
  const heads = new Set(phrase.tokens.slice(-2).flatMap(({ form, lemma }) => [form.toLowerCase(), lemma]));
  const entries = [...index.copulas.values()]
    .flat()
    .filter(({ wording }) => (wording.anchors[0] as string).split(" ").some((word) => heads.has(word)));
  return entries
    .flatMap((entry) => {
      const match = matchParts(reading.units, at, entry.parts);
      const object = match && reading.units[match.slots.get("O")?.[0] ?? -1];
      const { relation } = entry;
      if (!match || !relation || object?.kind !== "phrase") return [];
      const span = { start: phrase.mention.head.start, end: phrase.mention.head.end };
      return [{ owner: object.mention, noun: { entry, relation, span }, end: match.end, words: match.words }];
    })
    .sort((a, b) => b.words - a.words)
    .slice(0, 1);
}

function claim(
  subject: Mention,
  object: Mention,
  { entry, relation, span }: Noun,
  context: SentenceContext,
  confidence: number,
): Found | Refused {
  const held = stanceOfPhrase(span, context);
  const past = isNotHeld(span, context)
    ? {
        stance: { ...held.stance, certainty: "underspecified" as const },
        reasons: [...held.reasons, "former or future holder"],
      }
    : held;
  return checkPhrase(
    {
      subject,
      object,
      relation,
      predicate: span,
      held: past,
      reason: said(entry),
      confidence,
    },
    context,
  );
}

const NOT_HELD = /^(?:former|ex|late|then|future|would-be|acting|self-declared|designate)$/i;

/** "former Egyptian President": a word shortly before the office says that it is not held now. */
function isNotHeld(span: Span, { reading }: SentenceContext): boolean {
  const { tokens } = reading.sentence;
  const at = tokens.findIndex((token) => token.start >= span.start);
  return tokens.slice(Math.max(0, at - 3), at).some(({ form }) => NOT_HELD.test(form));
}

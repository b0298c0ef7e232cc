import type { Token } from "../model/annotated-document.ts";
import type { Clause, NounPhrase } from "../model/clause.ts";
import type { Mention } from "../model/mention.ts";
import type { Relation } from "../model/ontology.ts";
import { contains, type Span } from "../model/span.ts";
import type { Extractor, Found, Refused, SentenceContext } from "./extractor.ts";
import type { HeldStance } from "./held.ts";
import { matchPhrase } from "./match.ts";
import { endsWithAnchor } from "./matches.ts";
import { partiesOf } from "./parties.ts";
import { type Pattern, said } from "./patterns.ts";
import { isNamed, meant, type Reading, spanBetween } from "./reading.ts";
import { isFormer, stanceOf, stanceOfPhrase } from "./stance.ts";
import { timeOf } from "./times.ts";
import { check, checkPhrase, isFound, parted, predicateSpan } from "./triples.ts";

const CONFIDENCE = { title: 0.92, apposition: 0.85, kinship: 0.75 };

/**
 * What something is of something else without a verb of its own, by the nouns of "S be president of O":
 * "Syrian President Bashar Assad", "Raqqa, the capital of the caliphate", "Syria and its backer Iran".
 */
export const office = {
  id: "office",
  reads: "Israel’s Prime Minister Benjamin Netanyahu; Ann Lee, president of Acme",
  extract(context) {
    const { clauses, phrases, mentions } = context.reading;
    return parted([
      ...clauses.flatMap((clause) => [...afterCopula(clause, context), ...becoming(clause, context)]),
      ...mentions.flatMap((mention) => beforeName(mention, context)),
      ...phrases.flatMap((phrase) => [...apposed(phrase, context), ...owned(phrase, context)]),
    ]);
  },
} satisfies Extractor;

/** A noun that says what something is of something else, and of what. */
interface Role {
  readonly pattern: Pattern;
  readonly relation: Relation;
  readonly objects: readonly number[];
  /** The words before the noun that belong to it, and the noun. */
  readonly first: number;
}

/** What a phrase says of whom: "president of Egypt", "Egypt’s president", "Egyptian president". */
function roleOf(phrase: NounPhrase, { reading, index }: SentenceContext): Role | undefined {
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
    const objects = match?.slots.get("O") ?? (rank ? owners(phrase, reading) : []);
    const things = (objects ?? []).filter(
      (head) => !isPersonKind(reading.mentionAt[head]) && !isSubjectMatter(reading.mentionAt[head]),
    );
    if (things.length === 0) return [];
    const weight = before.length + after.length + (match ? 0.5 : 0);
    return [{ pattern, relation, objects: things, first: phrase.head - before.length, weight }];
  });
  return roles.sort((a, b) => b.weight - a.weight)[0];
}

/** "professor of Engineering": one word with a capital that is no name known to be anything. */
function isSubjectMatter(mention: Mention | undefined): boolean {
  return mention?.kind === "name" && mention.type === undefined && !mention.text.includes(" ");
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

/** "Iran is one of Assad’s strongest supporters" */
function afterCopula(clause: Clause, context: SentenceContext): readonly (Found | Refused)[] {
  const { reading } = context;
  if (clause.kind !== "copula" || (context.read.get(clause.head) ?? []).some(isFound)) return [];
  const phrase = reading.phraseAt[meant(reading, clause.head)];
  const role = phrase && roleOf(phrase, context);
  if (!role || clause.marker !== "") return [];
  return roleClaims(clause, clause.topics, phrase, role, context);
}

/** "became president of Egypt", "elected him leader of the party", "serves as envoy to Libya" */
function becoming(clause: Clause, context: SentenceContext): readonly (Found | Refused)[] {
  const { reading, index } = context;
  const isAttitude = (index.verbs.get(clause.lemma) ?? []).some(
    ({ relation, content }) => !relation && content,
  );
  if (clause.kind === "copula" || isAttitude) return [];
  const serving = clause.objects.length > 0 ? [] : clause.obliques.filter(({ marker }) => marker === "as");
  const nouns = [...clause.predicates, ...serving.flatMap(({ heads }) => heads)];
  return nouns.flatMap((noun) => {
    const phrase = reading.phraseAt[noun];
    const role = phrase && roleOf(phrase, context);
    const holders = clause.objects.length > 0 ? clause.objects : clause.topics;
    return role ? roleClaims(clause, holders, phrase, role, context) : [];
  });
}

function roleClaims(
  clause: Clause,
  holders: readonly number[],
  phrase: NounPhrase,
  { pattern, relation, objects, first }: Role,
  context: SentenceContext,
): readonly (Found | Refused)[] {
  const { reading } = context;
  const [subjects, targets] = [partiesOf(reading, holders), partiesOf(reading, objects)];
  const common = {
    relation,
    predicate: predicateSpan(
      reading,
      Math.min(clause.first, first),
      phrase.head,
      [],
      [...subjects, ...targets],
    ),
    held: stanceOf(clause.head, context),
    arguments: [],
    time: timeOf(reading, context.times, clause.head),
    reason: said(pattern),
    confidence: CONFIDENCE.apposition,
  };
  return subjects.flatMap((subject) =>
    targets.map((object) => check({ subject, object, ...common }, context)),
  );
}

/** "its allies", "Egypt’s president": a description that says whose it is. */
function owned(phrase: NounPhrase, context: SentenceContext): readonly (Found | Refused)[] {
  const { reading } = context;
  const mention = reading.mentionAt[phrase.head];
  if (mention?.kind !== "nominal" || phrase.owners.length === 0 || !standsAlone(phrase, reading)) return [];
  const role = roleOf({ ...phrase, modifiers: [], obliques: [] }, context);
  if (!role) return [];
  return partiesOf(reading, role.objects)
    .filter((party) => isNamed(reading, party.mention))
    .map((party) =>
      claim(
        mention,
        party.mention,
        role,
        spanBetween(reading, role.first, phrase.head),
        context,
        CONFIDENCE.kinship,
      ),
    );
}

/** Neither said of something else nor beside its name. */
function standsAlone({ above, appositions, head }: NounPhrase, { clauseAt }: Reading): boolean {
  if (appositions.length > 0 || clauseAt[head]) return false;
  const clause = above && clauseAt[above.head];
  if (above?.bond === "subject") return true;
  return (
    /^(?:object|oblique|conjunct)$/.test(above?.bond ?? "") &&
    above?.marker !== "of" &&
    !clause?.predicates.includes(head)
  );
}

/** A phrase beside a name: "Raqqa, the capital of …", "The head of …, Ann Lee,". */
function apposed(phrase: NounPhrase, context: SentenceContext): readonly (Found | Refused)[] {
  const { reading } = context;
  const role = roleOf(phrase, context);
  if (!role) return [];
  const beside = [
    ...(phrase.above?.bond === "apposition" ? [phrase.above.head] : []),
    ...phrase.appositions,
    // "the head of the army, Ann Lee": the parser may hang the person on the army.
    ...phrase.obliques
      .flatMap(({ heads }) => heads)
      .flatMap((token) => reading.phraseAt[token]?.appositions ?? [])
      .filter((token) => reading.mentionAt[token]?.type === "Person"),
  ];
  const own = reading.mentionAt[phrase.head];
  const names = partiesOf(reading, beside).filter(
    ({ mention }) => mention.kind === "name" && mention !== own,
  );
  return names.flatMap((subject) =>
    partiesOf(reading, role.objects).map((object) =>
      claim(
        subject.mention,
        object.mention,
        role,
        spanBetween(reading, role.first, phrase.head),
        context,
        CONFIDENCE.apposition,
      ),
    ),
  );
}

/** The office between a possessor or adjective and the name: "Israel’s Prime Minister Benjamin Netanyahu". */
function beforeName(mention: Mention, context: SentenceContext): readonly (Found | Refused)[] {
  const { tokens, mentions } = context.reading;
  if (mention.kind !== "name" || mention.phrase.start === mention.start) return [];
  const words = tokens.filter((token) => contains(mention.phrase, token) && token.end <= mention.start);
  // "its stronghold of Mosul"
  const own = words.at(-1)?.form === "of" ? words.slice(0, -1) : words;
  const noun = nounAtEnd(own, context);
  if (!noun || (own !== words && !OWN.test(own[0]?.form ?? ""))) return [];
  const holder = mentions.findLast(
    (m) => m.kind === "name" && contains(mention.phrase, m) && m.end <= noun.span.start,
  );
  const behind = own === words ? behindName(mention, noun.pattern, context) : undefined;
  const owner =
    holder ??
    behind ??
    (OWN.test(words[0]?.form ?? "") ? kinOf(mention, words[0]?.form ?? "", context.reading) : undefined);
  const { pattern, relation, span } = noun;
  // "Martin Luther King Jr. Day": a name before an office is its owner only with a sign of it.
  const text = context.reading.document.document.text;
  if (!owner) return [];
  const bare = owner === holder && !/^['’]/.test(text.slice(owner.end, owner.end + 1));
  if (bare && (owner.type === undefined || owner.type === "Person")) return [];
  return [
    claim(
      mention,
      owner,
      { pattern, relation },
      span,
      context,
      holder ? CONFIDENCE.title : CONFIDENCE.kinship,
    ),
  ];
}

/** "Prime Minister Ann Lee of Poland" */
function behindName(
  { head }: Mention,
  { pieces }: Pattern,
  { reading }: SentenceContext,
): Mention | undefined {
  const at = reading.tokens.findIndex(({ start }) => start >= head.start);
  const markers = pieces.flatMap((piece) => (piece.kind === "oblique" ? piece.markers : []));
  const phrases = reading.phrases.filter(({ first, last }) => first <= at && at <= last);
  const found = phrases.flatMap(({ obliques }) => obliques).find(({ marker }) => markers.includes(marker));
  const named = found?.heads
    .map((token) => reading.mentionAt[token])
    .find((mention) => mention?.kind === "name");
  return named;
}

const OWN = /^(?:its|his|her|their)$/i;

/** Whose ally "his ally" is: of the other half of a pair, or of the subject of the clause. */
function kinOf(mention: Mention, pronoun: string, reading: Reading): Mention | undefined {
  const joined = joinedBefore(mention, reading);
  if (joined) return joined;
  const at = reading.tokens.findIndex(({ start }) => start >= mention.phrase.start);
  const clause = reading.clauses.findLast(({ head, objects, obliques }) => {
    const taken = [...objects, ...obliques.flatMap(({ heads }) => heads)];
    return head < at && taken.some((token) => reading.mentionAt[token] === mention);
  });
  const [subject, ...others] = (clause?.subjects ?? []).map((token) => reading.mentionAt[token]);
  const said = reading.mentionAt[at];
  const referred = said?.kind === "pronoun" && isNamed(reading, said) ? said : undefined;
  if (referred) return referred;
  const person = /^(?:his|her)$/i.test(pronoun);
  const fitting = subject?.kind === "name" && subject !== mention && (subject.type === "Person") === person;
  return fitting && others.length === 0 ? subject : undefined;
}

/** Of "Syria and its backer Iran", Syria: the pronoun can only mean the other half of the pair. */
function joinedBefore({ phrase }: Mention, { tokens, mentionAt }: Reading): Mention | undefined {
  const at = tokens.findIndex(({ start }) => start >= phrase.start);
  const other = mentionAt[at - 2];
  return tokens[at - 1]?.lemma === "and" && other?.kind === "name" ? other : undefined;
}

interface TitleNoun {
  readonly pattern: Pattern;
  readonly relation: Relation;
  readonly span: Span;
}

/** The longest noun of a copula that ends a run of words: "prime minister". */
function nounAtEnd(words: readonly Token[], { index }: SentenceContext): TitleNoun | undefined {
  const named = words.filter(({ form }) => !/^[.‐‑–-]$/.test(form));
  const last = named.at(-1);
  if (!last || !/^(?:NOUN|PROPN)$/.test(last.upos)) return undefined;
  const patterns = new Set([
    ...(index.copulas.get(last.form.toLowerCase()) ?? []),
    ...(index.copulas.get(last.lemma.toLowerCase()) ?? []),
  ]);
  return [...patterns]
    .flatMap((pattern): readonly TitleNoun[] => {
      const { relation, wording } = pattern;
      const words = (wording.anchors[0] ?? "").split(" ");
      const tail = named.slice(-words.length);
      const first = tail[0] ?? last;
      const met =
        tail.length === words.length &&
        tail.every(
          ({ form, lemma }, i) => form.toLowerCase() === words[i] || lemma.toLowerCase() === words[i],
        );
      return relation && met ? [{ pattern, relation, span: { start: first.start, end: last.end } }] : [];
    })
    .sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))[0];
}

function claim(
  subject: Mention,
  object: Mention,
  { pattern, relation }: Pick<Role, "pattern" | "relation">,
  predicate: Span,
  context: SentenceContext,
  confidence: number,
): Found | Refused {
  const at = context.reading.tokens.findIndex(({ end }) => end >= predicate.end);
  const plainly = stanceOfPhrase(at, context);
  const held = isNotHeld(predicate, context.reading) ? unsure(plainly, "former or future holder") : plainly;
  return checkPhrase(
    { subject, object, relation, predicate, held, reason: said(pattern), confidence },
    context,
  );
}

function unsure({ stance, reasons }: HeldStance, reason: string): HeldStance {
  return { stance: { ...stance, certainty: "underspecified" }, reasons: [...reasons, reason] };
}

/** "former Egyptian President": a word shortly before the office says that it is not held now. */
function isNotHeld(span: Span, { tokens }: Reading): boolean {
  const at = tokens.findIndex((token) => token.start >= span.start);
  return tokens.slice(Math.max(0, at - 3), at).some(({ form }) => isFormer(form));
}

import type { Clause, NounPhrase } from "../model/clause.ts";
import type { Mention } from "../model/mention.ts";
import type { Extractor, Found, Refused, SentenceContext } from "./extractor.ts";
import { partiesOf } from "./parties.ts";
import { said } from "./patterns.ts";
import { isNamed, meant, type Reading, spanBetween } from "./reading.ts";
import { claim, type Role, roleOf } from "./roles.ts";
import { stanceOf } from "./stance.ts";
import { timeOf } from "./times.ts";
import { beforeName } from "./title.ts";
import { check, isFound, parted, predicateSpan } from "./triples.ts";

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
      claim(mention, party.mention, role, spanBetween(reading, role.first, phrase.head), context),
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
    ({ mention }) => mention.kind === "name" && mention !== own && !isGloss(mention, phrase, reading),
  );
  return names.flatMap((subject) =>
    partiesOf(reading, role.objects).map((object) =>
      claim(subject.mention, object.mention, role, spanBetween(reading, role.first, phrase.head), context),
    ),
  );
}

/** "Member of Parliament (MP)", "MP (Member of Parliament)": the words in brackets say the others again. */
function isGloss({ end, text }: Mention, { first, last }: NounPhrase, { tokens }: Reading): boolean {
  const at = tokens.findIndex((token) => token.start >= end);
  const bracket =
    tokens[first - 1]?.form === "(" || tokens[last + 1]?.form === "(" || tokens[at]?.form === ")";
  return bracket && /(?:^|\s)\p{Lu}{2,6}$/u.test(text);
}

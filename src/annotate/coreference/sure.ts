import type { Sentence } from "../../model/annotated-document.ts";
import type { Mention } from "../../model/mention.ts";
import { isA } from "../../model/ontology.ts";
import { contains } from "../../model/span.ts";
import { boundChains } from "./binding.ts";
import { chainOf, type Discourse } from "./discourse.ts";
import { mayHaveGender } from "./gender.ts";
import type { Placed } from "./placed.ts";

/** How many sentences back a description may refer. */
const REACH = 4;

/** The name that a pronoun or description refers to for sure, by grammar or because no other stands near. */
export function sureAntecedent(placed: Placed, discourse: Discourse): Mention | undefined {
  const { mention } = placed;
  if (mention.kind === "pronoun") return pronounAntecedent(placed, discourse, discourse.found);
  return mention.kind === "nominal" ? descriptionAntecedent(placed, discourse) : undefined;
}

/** "It rained": nobody did. */
const WEATHER = /^(?:rain|snow|hail|thunder|drizzle|freeze|pour)$/;

/** Classes whose descriptions are precise enough to find their name by. */
const DESCRIBED = ["Settlement", "Region", "ArmedGroup", "ArmedForce", "Government", "State"] as const;
const NEW =
  /^(?:other|another|next|new|second|third|former|nearby|neighbou?ring|same|different|last|whole|entire)$/;

/** "the town": the nearest name of such a thing, where no other stands as near. */
function descriptionAntecedent(placed: Placed, discourse: Discourse): Mention | undefined {
  const { mention, sentence, top } = placed;
  const { ontology, sentences, clauses } = discourse;
  const wanted = DESCRIBED.find((name) => mention.type === name);
  const phrase = clauses[sentence]?.phrases.find(({ head }) => head === top);
  if (!wanted || !phrase || phrase.determiner !== "the" || phrase.owners.length > 0) return undefined;
  const { tokens } = sentences[sentence] as Sentence;
  const words = tokens
    .filter((token) => contains(mention.phrase, token))
    .map(({ form }) => form.toLowerCase());
  const told = phrase.obliques.some(({ marker }) => marker === "of") || phrase.appositions.length > 0;
  if (told || phrase.number !== undefined || words.some((word) => NEW.test(word))) return undefined;
  if (tokens.some((token) => token.upos === "PROPN" && contains(mention.phrase, token))) return undefined;
  const rivals = discourse.placed.flat().filter((other) => other.mention.end <= mention.start);
  const fits = (other: Mention) =>
    other.kind === "name" && other.type !== undefined && isA(ontology, other.type, wanted);
  // Towns are told apart by where they were named last; "the militants" may be any of several groups.
  if (
    wanted !== "Settlement" &&
    wanted !== "Region" &&
    !onlyOne(rivals.filter((other) => fits(other.mention)))
  ) {
    return undefined;
  }
  for (let at = sentence; at >= Math.max(0, sentence - REACH); at--) {
    const before = (discourse.placed[at] ?? []).filter(
      (other) =>
        other.mention.end <= mention.start && fits(other.mention) && !isOrganOfOther(wanted, other.mention),
    );
    const chosen =
      onlyOne(before) ?? onlyOne(before.filter(({ role }) => role === "subject" || role === "object"));
    if (chosen || before.length > 0) return chosen;
  }
  return undefined;
}

/** A demonym is no mention of its country’s ground: "the country" behind "Iranian officials" may be another. */
function isOrganOfOther(wanted: string, mention: Mention): boolean {
  return wanted === "State" && mention.phrase.end > mention.end;
}

/** The one thing that all of some mentions are. */
function onlyOne(placed: readonly Placed[]): Mention | undefined {
  const [first] = placed;
  return first && placed.every(({ mention }) => mention.chain === first.mention.chain)
    ? placed.at(-1)?.mention
    : undefined;
}

type Agreement = (mention: Mention) => boolean;

function agreementFor(placed: Placed, discourse: Discourse): Agreement | undefined {
  const { ontology } = discourse;
  const word = placed.mention.text.toLowerCase();
  const is = ({ type }: Mention, name: string) => type !== undefined && isA(ontology, type, name);
  const person = (mention: Mention) =>
    is(mention, "Person") || (mention.type === undefined && / /.test(mention.text));
  const gender = placed.series?.name;
  if (gender === "he" || gender === "she") {
    return (mention) =>
      mention.kind === "name" && person(mention) && mayHaveGender(mention, gender, discourse);
  }
  if (/^its?$/.test(word))
    return (mention) => mention.type !== undefined && !is(mention, "Person") && !is(mention, "Group");
  if (/^(?:they|them|their)$/.test(word)) {
    return (mention) =>
      ["ArmedGroup", "ArmedForce", "Group", "Organization"].some((name) => is(mention, name)) ||
      isPlural(mention);
  }
  return undefined;
}

function isPlural({ kind, text }: Mention): boolean {
  return kind === "nominal" && /[a-z]s$/.test(text);
}

function pronounAntecedent(
  placed: Placed,
  discourse: Discourse,
  found: ReadonlyMap<number, Mention>,
): Mention | undefined {
  const { mention, sentence, top } = placed;
  // In somebody’s own words, "he" is somebody else, whom the text outside may not name.
  if (discourse.quotes.some((quote) => contains(quote, mention))) return undefined;
  const agrees = agreementFor(placed, discourse);
  const token = discourse.sentences[sentence]?.tokens[top];
  const verb = discourse.sentences[sentence]?.tokens[token ? token.head - 1 : -1];
  if (!agrees || !token || token.deprel.startsWith("expl") || WEATHER.test(verb?.lemma ?? ""))
    return undefined;
  if (token.deprel === "nmod:poss") {
    const owned = discourse.sentences[sentence]?.tokens[token.head - 1]?.lemma.toLowerCase() ?? "";
    const owns = ownersOf(owned, discourse);
    return ownerAntecedent(placed, (other) => agrees(other) && owns(other), discourse, found);
  }
  const half = relativeHalf(placed, discourse);
  if (half && agrees(half)) return named(half, discourse, found);
  const speaker = subjectAbove(placed, discourse);
  if (speaker && agrees(speaker)) return named(speaker, discourse, found);
  const barred = boundChains(placed, discourse);
  const before = (discourse.placed[sentence] ?? [])
    .filter(
      (other) =>
        other.mention.end <= mention.start &&
        !barred.has(chainOf(discourse, other.mention)) &&
        !isInPhrase(other, discourse),
    )
    .map((other) => ({ ...other, mention: found.get(other.mention.id) ?? other.mention }))
    .filter((other) => agrees(other.mention));
  if (before.length > 0) {
    const only =
      onlyOne(before.filter(({ role }) => role === "subject" || role === "object")) && onlyOne(before);
    return only && named(only, discourse, found);
  }
  const last = (discourse.placed[sentence - 1] ?? []).filter((other) =>
    agrees(found.get(other.mention.id) ?? other.mention),
  );
  // From one main clause to the next, subject to subject.
  const near = discourse.sentences[sentence - 1]?.zone === discourse.sentences[sentence]?.zone;
  const chosen =
    near && isMainSubject(placed, discourse)
      ? onlyOne(last.filter((other) => isMainSubject(other, discourse)))
      : undefined;
  return chosen && named(chosen, discourse, found);
}

/** What can have a thing, as far as the ontology says so: of "population", a place. */
function ownersOf(noun: string, { ontology }: Discourse): Agreement {
  const relations = [...ontology.relations.values()].filter(({ wordings }) =>
    wordings.some(({ shape, anchors }) => shape === "noun" && anchors.includes(noun)),
  );
  return ({ type }) =>
    type === undefined ||
    relations.length === 0 ||
    relations.some(({ domain }) => isA(ontology, type, domain) || isA(ontology, domain, type));
}

/** "Turkey met its ally", "During their siege of Homs, the rebels …": whose it is, the subject of the clause mostly says. */
function ownerAntecedent(
  { mention, sentence, top }: Placed,
  agrees: Agreement,
  discourse: Discourse,
  found: ReadonlyMap<number, Mention>,
): Mention | undefined {
  const { clauses, phrases } = discourse.clauses[sentence] ?? { clauses: [], phrases: [] };
  const own = discourse.placed[sentence] ?? [];
  const owned = ((discourse.sentences[sentence] as Sentence).tokens[top]?.head ?? 0) - 1;
  let at = top;
  for (let steps = 0; steps < 12; steps++) {
    const above = ((discourse.sentences[sentence] as Sentence).tokens[at]?.head ?? 0) - 1;
    if (above < 0) return undefined;
    const clause = clauses.find(({ head }) => head === above);
    const phrase = phrases.find(({ head }) => head === at);
    at = above;
    if (!clause) continue;
    const [subject, ...others] = clause.topics;
    // "Biden and his son": the other half of the pair.
    const half = joinedTo(owned, sentence, discourse);
    if (half !== undefined) {
      const other = own.find(({ top: place }) => place === half)?.mention;
      return other && agrees(other) ? named(other, discourse, found) : undefined;
    }
    // "Syria and its ally": inside a subject, the other half of the pair; else nobody.
    if (clause.topics.includes(owned)) return joinedHalf(owned, clause.topics, mention, own, agrees);
    if (phrase && clause.topics.includes(phrase.head)) return undefined;
    const candidate = own.find((other) => other.top === subject)?.mention;
    const resolved = candidate && (found.get(candidate.id) ?? candidate);
    // "Iran backs Syria in its war": of two that would do, neither.
    const rival = own.some(
      (other) =>
        clause.objects.includes(other.top) && other.mention.end <= mention.start && agrees(other.mention),
    );
    if (rival) return undefined;
    if (resolved && others.length === 0 && agrees(resolved)) return named(resolved, discourse, found);
    if (
      clause.above?.bond !== "content" &&
      clause.above?.bond !== "adverbial" &&
      clause.above?.bond !== "conjunct"
    )
      return undefined;
  }
  return undefined;
}

/** The noun that a noun is joined to by "and". */
function joinedTo(noun: number, sentence: number, { sentences }: Discourse): number | undefined {
  const token = sentences[sentence]?.tokens[noun];
  return token?.deprel === "conj" ? token.head - 1 : undefined;
}

function joinedHalf(
  head: number,
  topics: readonly number[],
  mention: Mention,
  own: readonly Placed[],
  agrees: Agreement,
): Mention | undefined {
  const halves = topics.filter((topic) => topic !== head);
  const before = own.filter((other) => halves.includes(other.top) && other.mention.end <= mention.start);
  const [half] = before;
  return before.length === 1 && half?.mention.kind === "name" && agrees(half.mention)
    ? half.mention
    : undefined;
}

/** A mention whose chain has a name, through what it refers to itself. */
function named(
  mention: Mention,
  { placed }: Discourse,
  found: ReadonlyMap<number, Mention>,
): Mention | undefined {
  const resolved = found.get(mention.id) ?? mention;
  const isNamed = placed.some((own) =>
    own.some((other) => other.mention.kind === "name" && other.mention.chain === resolved.chain),
  );
  return isNamed ? resolved : undefined;
}

/** Names inside a longer phrase are easily passed over: "the Syrian town". */
function isInPhrase({ mention, sentence }: Placed, { placed }: Discourse): boolean {
  return (placed[sentence] ?? []).some(
    ({ mention: other }) =>
      other !== mention &&
      other.phrase.end - other.phrase.start > mention.phrase.end - mention.phrase.start &&
      contains(other.phrase, mention.phrase),
  );
}

/** Of "Iran and the fighters it backs", Iran: the other half of the pair that the clause tells of. */
function relativeHalf({ sentence, top }: Placed, discourse: Discourse): Mention | undefined {
  const clause = discourse.clauses[sentence]?.clauses.find(({ topics }) => topics.includes(top));
  if (clause?.above?.bond !== "relative") return undefined;
  const half = joinedTo(clause.above.head, sentence, discourse);
  return discourse.placed[sentence]?.find((other) => other.top === half)?.mention;
}

/** Of "Turkey said it would leave", Turkey: the subject of the verb whose content the pronoun is the subject of. */
function subjectAbove({ sentence, top }: Placed, { clauses, placed }: Discourse): Mention | undefined {
  const own = clauses[sentence]?.clauses ?? [];
  const clause = own.find(({ topics }) => topics.includes(top));
  if (clause?.above?.bond !== "content") return undefined;
  const above = own.find(({ head }) => head === clause.above?.head);
  const [subject, ...others] = above?.topics ?? [];
  if (subject === undefined || others.length > 0) return undefined;
  return placed[sentence]?.find((other) => other.top === subject)?.mention;
}

/** Also the name beside it: "The head of the army, Ann Lee, left", where the tree may hang the name on the army. */
function isMainSubject({ sentence, top, mention }: Placed, { clauses }: Discourse): boolean {
  const own = clauses[sentence];
  const main = own?.clauses.find(({ above }) => above === undefined);
  const aboveOf = (token: number) => own?.phrases.find(({ head }) => head === token)?.above;
  const beside = aboveOf(top);
  const outer = beside && mention.type === "Person" ? aboveOf(beside.head) : undefined;
  const places = [
    top,
    ...(beside?.bond === "apposition" ? [beside.head] : []),
    ...(beside?.bond === "apposition" && outer?.bond === "oblique" ? [outer.head] : []),
  ];
  return main !== undefined && places.some((token) => main.topics.includes(token));
}

import type { Clause, NounPhrase } from "../../model/clause.ts";
import type { Mention } from "../../model/mention.ts";
import { isA } from "../../model/ontology.ts";
import { overlaps } from "../../model/span.ts";
import { chainOf, type Discourse } from "./discourse.ts";
import type { Placed } from "./placed.ts";

/** How many sentences back the same noun may stand. */
const REACH = 12;
const NEW =
  /^(?:other|another|next|new|second|third|former|nearby|neighbou?ring|same|different|last|whole|entire|own|more|such|several|many|few|some|any|every|each|all|most|both|no)$/;

/** Of these there are many, each of something else. */
const PARTS =
  /^(?:end|beginning|start|part|side|top|bottom|rest|number|kind|sort|type|way|time|day|night|morning|evening|afternoon|week|month|year|moment|period|hour|minute|second|case|fact|point|thing|result|lot|bit)$/;
/** Of some of them, others are left. */
const SOME =
  /^(?:most|some|many|few|several|any|every|each|all|no|\d+|two|three|four|five|six|seven|eight|nine|ten)$/;

/**
 * "the battery" behind "an anti-aircraft battery", "the party" behind "the Workers’ Party": the same noun again, with
 * no word beside it that the first does not have.
 */
export function headAntecedent(placed: Placed, discourse: Discourse): Mention | undefined {
  const { mention, sentence, top } = placed;
  if (mention.kind !== "nominal") return undefined;
  const phrase = discourse.clauses[sentence]?.phrases.find(({ head }) => head === top);
  if (!phrase || phrase.number !== undefined || isToldBehind(phrase, sentence, discourse)) return undefined;
  const owned = phrase.owners.length > 0;
  const definite = /^(?:the|this|that|these|those)$/.test(phrase.determiner);
  if (!definite && !owned) return undefined;
  if (PARTS.test(placed.noun) || [...placed.modifiers].some((word) => NEW.test(word))) return undefined;
  const told = ofWhat(placed, discourse);
  for (let at = sentence; at >= Math.max(0, sentence - REACH); at--) {
    const same = (discourse.placed[at] ?? []).filter(
      (other) => isSame(other, placed, discourse) && (told === "" || ofWhat(other, discourse) === told),
    );
    const last = same.at(-1);
    if (last)
      return oneOf(same, discourse) &&
        !(last.mention.kind === "nominal" && isRivalled(last.mention, placed, discourse))
        ? last.mention
        : undefined;
  }
  return undefined;
}

/** Whether another thing of that kind has been named in between: ISIS, behind "the monitoring group", may be "the group". */
function isRivalled(before: Mention, { mention, noun }: Placed, discourse: Discourse): boolean {
  const { ontology, placed } = discourse;
  const isKind = (type: string) => {
    const classes = [type, ...(ontology.classes.get(type)?.ancestors ?? [])];
    return classes.some((name) => {
      const { headWords = [], memberWords = [] } = ontology.classes.get(name) ?? {};
      return [...headWords, ...memberWords].includes(noun);
    });
  };
  return placed
    .flat()
    .some(
      ({ mention: other }) =>
        other.kind === "name" &&
        other.start >= before.end &&
        other.end <= mention.start &&
        chainOf(discourse, other) !== chainOf(discourse, before) &&
        other.type !== undefined &&
        isKind(other.type),
    );
}

/** "the life we live": what tells it from others stands behind it. */
function isToldBehind({ head, complements }: NounPhrase, sentence: number, { clauses }: Discourse): boolean {
  const isRelative = ({ above }: Clause) => above?.bond === "relative" && above.head === head;
  return complements.length > 0 || clauses[sentence]?.clauses.some(isRelative) === true;
}

function isSame(other: Placed, placed: Placed, discourse: Discourse): boolean {
  const { mention, noun, modifiers, many } = placed;
  if (other.mention.end > mention.start || overlaps(other.mention.phrase, mention.phrase)) return false;
  if (other.mention.kind === "pronoun" || other.noun !== noun || other.many !== many) return false;
  if ([...other.modifiers, determinerOf(other, discourse)].some((word) => SOME.test(word))) return false;
  // "knowledge" is no knowledge in particular, "gunmen" are some gunmen.
  const bare =
    other.mention.kind === "nominal" && other.person !== "person" && !isDetermined(other, discourse);
  if (bare) return false;
  return [...modifiers].every((word) => other.modifiers.has(word)) && sameOwner(other, placed, discourse);
}

function determinerOf({ sentence, top }: Placed, { clauses }: Discourse): string {
  return clauses[sentence]?.phrases.find(({ head }) => head === top)?.determiner ?? "";
}

function isDetermined({ sentence, top }: Placed, { clauses }: Discourse): boolean {
  const phrase = clauses[sentence]?.phrases.find(({ head }) => head === top);
  return (
    phrase !== undefined &&
    (phrase.determiner !== "" || phrase.owners.length > 0 || phrase.number !== undefined)
  );
}

/** The nouns behind the "of" of a phrase: "life" of "the end of his life". */
function ofWhat({ sentence, top }: Placed, { clauses, sentences }: Discourse): string {
  const phrase = clauses[sentence]?.phrases.find(({ head }) => head === top);
  const heads =
    phrase?.obliques.filter(({ marker }) => marker === "of").flatMap((oblique) => oblique.heads) ?? [];
  return heads.map((head) => sentences[sentence]?.tokens[head]?.lemma.toLowerCase()).join(" ");
}

/** "Raqqa, the capital", "Raqqa is the capital": a description right beside what it describes, or said to be it. */
export function besideAntecedent(placed: Placed, discourse: Discourse): Mention | undefined {
  const { mention, sentence, top } = placed;
  if (mention.kind !== "nominal") return undefined;
  const { clauses = [], phrases = [] } = discourse.clauses[sentence] ?? {};
  const phrase = phrases.find(({ head }) => head === top);
  const copula = clauses.find(({ kind, head }) => kind === "copula" && head === top);
  const apposed = phrase?.above?.bond === "apposition" ? phrase.above.head : undefined;
  const equal =
    copula &&
    copula.marker === "" &&
    !copula.negated &&
    !copula.modal &&
    /^(?:the|an?)$/.test(phrase?.determiner ?? "") &&
    copula.topics.length === 1
      ? copula.topics[0]
      : undefined;
  const other = discourse.placed[sentence]?.find(({ top: place }) => place === (apposed ?? equal));
  const beside = other && other.mention.end <= mention.start && fitsTogether(other, placed, discourse);
  return beside && !isParted(other, placed, discourse) ? other.mention : undefined;
}

/** "army takes town from IS in Homs: State media": behind a colon stands who says so. */
function isParted(
  { mention: before }: Placed,
  { mention, sentence }: Placed,
  { sentences }: Discourse,
): boolean {
  return (sentences[sentence]?.tokens ?? []).some(
    ({ form, start }) => form === ":" && start >= before.end && start < mention.start,
  );
}

function fitsTogether(a: Placed, b: Placed, { ontology }: Discourse): boolean {
  const [first, second] = [a.mention.type, b.mention.type];
  if (first && second && !isA(ontology, first, second) && !isA(ontology, second, first)) return false;
  // Of what has no class, only the tagger says whether it is a person.
  const told = a.mention.type !== undefined && b.mention.type !== undefined;
  const people = !told || a.person === "unknown" || b.person === "unknown" || a.person === b.person;
  return people && a.many === b.many && !overlaps(a.mention, b.mention);
}

/** "his son" and "her son" are two. */
function sameOwner(other: Placed, placed: Placed, discourse: Discourse): boolean {
  const [a, b] = [ownerOf(other, discourse), ownerOf(placed, discourse)];
  return b === undefined || a === b;
}

function ownerOf({ sentence, top }: Placed, discourse: Discourse): number | undefined {
  const owner = discourse.clauses[sentence]?.phrases.find(({ head }) => head === top)?.owners[0];
  const mention = discourse.placed[sentence]?.find((other) => other.head === owner)?.mention;
  return owner === undefined ? undefined : mention ? chainOf(discourse, mention) : -1;
}

function oneOf(placed: readonly Placed[], discourse: Discourse): boolean {
  return new Set(placed.map(({ mention }) => chainOf(discourse, mention))).size === 1;
}

/** "Government forces" behind "Syrian government forces": the bare words of an organ, where one state alone has it here. */
export function organAntecedent({ mention }: Placed, discourse: Discourse): Mention | undefined {
  const words = mention.text.toLowerCase().replace(/^the /, "");
  if (mention.kind !== "nominal" || !words.includes(" ")) return undefined;
  const before = discourse.placed
    .flat()
    .filter(({ mention: other }) => other.organOf !== undefined && other.end <= mention.start)
    .filter(({ mention: other }) => other.text.toLowerCase().endsWith(` ${words}`));
  return oneOf(before, discourse) ? before.at(-1)?.mention : undefined;
}

import type { Mention } from "../../model/mention.ts";
import { isA, type Ontology } from "../../model/ontology.ts";
import type { Discourse } from "./discourse.ts";
import type { Placed } from "./placed.ts";

/** How many sentences on the act may be told again. */
const REACH = 6;
/** How many nouns may stand between what is taken and the verb. */
const NESTED = 3;

/**
 * Of "Troops took a central town. … The capture of Palmyra came after weeks", Palmyra: the act told again by its noun
 * names what a description has held back.
 */
export function retoldName(placed: Placed, discourse: Discourse): Mention | undefined {
  const { mention, sentence, top } = placed;
  const phrase = discourse.clauses[sentence]?.phrases.find(({ head }) => head === top);
  if (mention.kind !== "nominal" || mention.type === undefined || !phrase) return undefined;
  const above = /^(?:headline|standfirst)$/.test(discourse.sentences[sentence]?.zone ?? "");
  // A headline leaves the article out.
  if (phrase.determiner !== "a" && !(above && phrase.determiner === "")) return undefined;
  const verb = verbOver(top, sentence, discourse);
  const act = verb === undefined ? undefined : actOf(verb, discourse.ontology);
  if (!act) return undefined;
  for (let at = sentence + 1; at <= sentence + REACH; at++) {
    const again = [...toldByNoun(at, act, discourse), ...(above ? toldByVerb(at, act, discourse) : [])];
    const names = again.filter((name) => fits(name, mention, discourse));
    if (names.length > 0) return names.every(({ chain }) => chain === names[0]?.chain) ? names[0] : undefined;
  }
  return undefined;
}

/** The verb that a noun is the object of, itself or behind "control of" and "control on Saturday of". */
function verbOver(head: number, sentence: number, { clauses, sentences }: Discourse): string | undefined {
  const tokens = sentences[sentence]?.tokens ?? [];
  let at = head;
  for (let steps = 0; steps < NESTED; steps++) {
    const bond = tokens[at]?.deprel ?? "";
    at = (tokens[at]?.head ?? 0) - 1;
    const clause = clauses[sentence]?.clauses.find((candidate) => candidate.head === at);
    if (clause) return /^(?:obj|obl)/.test(bond) && clause.objects.length > 0 ? clause.lemma : undefined;
    if (bond !== "nmod") return undefined;
  }
  return undefined;
}

/** The words for one act, as the wordings of the ontology have them: "take", "retake" and "capture". */
interface Act {
  readonly verbs: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
}

/** The act that a verb tells; undefined for none. */
function actOf(verb: string, { relations }: Ontology): Act | undefined {
  const told = [...relations.values()]
    .map(({ wordings }) => wordings)
    .filter((wordings) => wordings.some(({ shape, anchors }) => shape === "verb" && anchors.includes(verb)));
  if (told.length === 0) return undefined;
  const words = (shapes: RegExp) =>
    new Set(told.flat().flatMap(({ shape, anchors }) => (shapes.test(shape) ? anchors : [])));
  return { verbs: words(/^verb$/), nouns: words(/^(?:noun|possessive)$/) };
}

/** The names behind "the capture of" in a sentence. */
function toldByNoun(at: number, { nouns }: Act, { clauses, placed }: Discourse): readonly Mention[] {
  const told = (clauses[at]?.phrases ?? []).filter(
    ({ lemma, determiner }) => nouns.has(lemma) && determiner === "the",
  );
  const heads = told.flatMap(({ obliques }) =>
    obliques.filter(({ marker }) => marker === "of").flatMap((oblique) => oblique.heads),
  );
  return namesAt(placed[at], heads);
}

/** The names that are captured in a sentence: what stands above an article is told again in it. */
function toldByVerb(at: number, { verbs }: Act, { clauses, placed }: Discourse): readonly Mention[] {
  const told = (clauses[at]?.clauses ?? []).filter(({ lemma }) => verbs.has(lemma));
  return namesAt(
    placed[at],
    told.flatMap(({ objects }) => objects),
  );
}

function namesAt(placed: readonly Placed[] = [], heads: readonly number[]): readonly Mention[] {
  return placed
    .filter(({ mention, top }) => mention.kind === "name" && heads.includes(top))
    .map(({ mention }) => mention);
}

function fits(name: Mention, { type }: Mention, { ontology }: Discourse): boolean {
  return name.type !== undefined && type !== undefined && isA(ontology, name.type, type);
}

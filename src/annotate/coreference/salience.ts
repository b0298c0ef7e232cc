import type { Mention } from "../../model/mention.ts";
import { isA } from "../../model/ontology.ts";
import { contains, overlaps, type Span } from "../../model/span.ts";
import { boundChains } from "./binding.ts";
import { chainOf, type Discourse, quoteAround } from "./discourse.ts";
import { mayHaveGender } from "./gender.ts";
import type { Placed } from "./placed.ts";

/** How much a place in the text makes a thing the one that is spoken of (after Lappin and Leass 1994, aclanthology J94-4002). */
const WEIGHTS = {
  base: 100,
  role: { subject: 130, object: 100, owner: 30, other: 40 },
  /** Of what is inside no other phrase. */
  whole: 60,
  main: 20,
  parallel: 20,
  named: 10,
  /** For each further mention. */
  again: 10,
  /** A town that would do something to something. */
  place: -50,
  /** A body that would be "they". */
  single: -40,
};
/** How many sentences back a pronoun may refer; with each, all weights are halved. */
const REACH = 3;
/** How much more than the next one the chosen one must have. */
const MARGIN = 30;

/** Of those that a pronoun of the third person may stand for, the one that the text speaks of most, if it stands out. */
export function salientAntecedent(placed: Placed, discourse: Discourse): Mention | undefined {
  const { mention, series } = placed;
  if (!series || !/^(?:he|she|it|they)$/.test(series.name) || isEmpty(placed, discourse)) return undefined;
  const scores = new Map<number, { score: number; last: Mention }>();
  const quote = quoteAround(discourse, mention);
  const barred = boundChains(placed, discourse);
  for (let back = 0; back <= REACH; back++) {
    for (const other of discourse.placed[placed.sentence - back] ?? []) {
      if (!mayBe(other, placed, discourse) || quoteAround(discourse, other.mention) !== quote) continue;
      const chain = chainOf(discourse, other.mention);
      if (barred.has(chain)) continue;
      const score = prominence(other, placed, discourse) / 2 ** back;
      const before = scores.get(chain);
      scores.set(chain, {
        score: before ? Math.max(before.score, score) + WEIGHTS.again : score,
        last: before && before.score >= score ? before.last : other.mention,
      });
    }
  }
  const [best, second] = [...scores.values()].sort(
    (a, b) => b.score - a.score || b.last.start - a.last.start,
  );
  return best && best.score - (second?.score ?? 0) >= MARGIN ? best.last : undefined;
}

function prominence(other: Placed, placed: Placed, discourse: Discourse): number {
  const { clauses } = discourse;
  const main = clauses[other.sentence]?.clauses.find(({ above }) => above === undefined);
  return (
    WEIGHTS.base +
    WEIGHTS.role[other.role] +
    (isInside(other, discourse) ? 0 : WEIGHTS.whole) +
    (main?.topics.includes(other.top) ? WEIGHTS.main : 0) +
    (other.role === placed.role && other.role !== "other" ? WEIGHTS.parallel : 0) +
    (other.mention.kind === "name" ? WEIGHTS.named : 0) +
    (isGround(other, discourse) && doesSomething(placed, discourse) ? WEIGHTS.place : 0) +
    (placed.many && !other.many ? WEIGHTS.single : 0)
  );
}

function isGround({ mention: { type } }: Placed, { ontology }: Discourse): boolean {
  return type !== undefined && isA(ontology, type, "Place") && !isA(ontology, type, "Agent");
}

function doesSomething({ top, sentence }: Placed, { clauses }: Discourse): boolean {
  return (clauses[sentence]?.clauses ?? []).some(
    ({ kind, subjects, objects, obliques }) =>
      kind === "verb" && subjects.includes(top) && (objects.length > 0 || obliques.length > 0),
  );
}

function isInside({ mention, sentence }: Placed, { placed }: Discourse): boolean {
  return (placed[sentence] ?? []).some(
    ({ mention: other }) =>
      other !== mention &&
      contains(other.phrase, mention.phrase) &&
      lengthOf(other.phrase) > lengthOf(mention.phrase),
  );
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** Agreement in number, person and gender, and no name inside another's phrase. */
function mayBe(other: Placed, placed: Placed, discourse: Discourse): boolean {
  const { mention, series } = placed;
  if (other.mention.end > mention.start || overlaps(other.mention, mention)) return false;
  if (contains(other.mention.phrase, mention)) return false;
  if (other.series) return other.series === series;
  switch (series?.name) {
    case "he":
    case "she":
      return other.person === "person" && !other.many && mayHaveGender(other.mention, series.name, discourse);
    case "it":
      return other.person !== "person" && !other.many;
    default:
      return other.many || (other.mention.kind === "name" && isBody(other, discourse));
  }
}

function isBody({ mention: { type } }: Placed, { ontology }: Discourse): boolean {
  return type !== undefined && (ontology.classes.get(type)?.ancestors.includes("Body") ?? false);
}

/** "It rained", "It is said that": nothing is meant. */
function isEmpty({ sentence, top, series }: Placed, { sentences }: Discourse): boolean {
  if (series?.name !== "it") return false;
  const tokens = sentences[sentence]?.tokens ?? [];
  const token = tokens[top];
  if (!token || token.deprel.startsWith("expl")) return true;
  const above = tokens[token.head - 1];
  const clausal = tokens.some(
    (other) =>
      other.head === token.head &&
      /^(?:csubj|ccomp|advcl)/.test(other.deprel) &&
      other.start > token.start &&
      above?.upos !== "VERB",
  );
  return clausal || /^(?:rain|snow|hail|seem|appear|turn|happen)$/.test(above?.lemma ?? "");
}

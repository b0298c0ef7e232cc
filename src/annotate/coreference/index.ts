import type { Sentence } from "../../model/annotated-document.ts";
import type { SentenceClauses } from "../../model/clause.ts";
import type { Document } from "../../model/document.ts";
import type { Mention } from "../../model/mention.ts";
import type { Ontology } from "../../model/ontology.ts";
import { quotesIn } from "../../model/quotation.ts";
import { groupWithin } from "../../model/span.ts";
import { besideAntecedent, headAntecedent, organAntecedent } from "./descriptions.ts";
import type { Discourse } from "./discourse.ts";
import { type Placed, placeOf } from "./placed.ts";
import { retoldName } from "./retold.ts";
import { salientAntecedent } from "./salience.ts";
import { speakerAntecedent } from "./speakers.ts";
import { sureAntecedent } from "./sure.ts";

/** A way to find what a mention refers to, among what stands before it. */
interface Sieve {
  readonly name: string;
  readonly find: (placed: Placed, discourse: Discourse) => Mention | undefined;
}

/**
 * The ways, the surest first; of each mention the first that answers counts (a sieve, as in Lee et al. 2013,
 * doi:10.1162/COLI_a_00152).
 */
const SIEVES: readonly Sieve[] = [
  { name: "refers to", find: sureAntecedent },
  { name: "speaks of the same as", find: speakerAntecedent },
  { name: "beside", find: besideAntecedent },
  { name: "organ named before", find: organAntecedent },
  { name: "same noun as", find: headAntecedent },
  { name: "named where the act is told again", find: retoldName },
  { name: "most likely refers to", find: salientAntecedent },
];

/**
 * Puts pronouns and descriptions into the chain of what they refer to, where the text tells.
 *
 * A wrong link costs more than a missed one: where two would do about as well, none is chosen.
 */
export function withReferences(
  mentions: readonly Mention[],
  sentences: readonly Sentence[],
  clauses: readonly SentenceClauses[],
  document: Document,
  ontology: Ontology,
): readonly Mention[] {
  const placed = groupWithin(sentences, mentions).map((own, i) =>
    own.map((mention) => placeOf(mention, i, sentences[i] as Sentence, ontology)),
  );
  const quotes = document.zones.flatMap((zone) => quotesIn(document.text, zone));
  const found = new Map<number, Mention>();
  const discourse = { ontology, sentences, clauses, placed, quotes, found };
  // "his son": whose it is comes first.
  for (const each of placed.flatMap((own) =>
    [...own].sort((a, b) => a.head - b.head || a.mention.id - b.mention.id),
  )) {
    for (const { name, find } of SIEVES) {
      const antecedent = find(each, discourse);
      if (!antecedent) continue;
      found.set(each.mention.id, referring(each.mention, found.get(antecedent.id) ?? antecedent, name));
      break;
    }
  }
  return found.size === 0 ? mentions : mentions.map((mention) => found.get(mention.id) ?? mention);
}

function referring(mention: Mention, { chain, type, text }: Mention, how: string): Mention {
  return { ...mention, chain, type: type ?? mention.type, reason: `${how} "${text}"` };
}

import type { AnnotatedDocument, Token } from "../model/annotated-document.ts";
import { hashOf } from "../model/hash.ts";
import type { Mention } from "../model/mention.ts";
import { isA, type Ontology } from "../model/ontology.ts";
import { contains } from "../model/span.ts";
import type { Identity } from "./identity.ts";
import { displayName, mostFrequent, nameKey } from "./names.ts";

/** Fewer words than these can stand in two articles by chance. */
const COPIED_WORDS = 8;

/** "a model" with what stands behind its "of": "a model of the deck". */
function wholeDescription({ text, head, phrase }: Mention, annotated: AnnotatedDocument): string {
  const { document, sentences, clauses } = annotated;
  const at = sentences.findIndex((sentence) => contains(sentence, head));
  const { tokens } = sentences[at] ?? { tokens: [] };
  const own = clauses[at]?.phrases.find((candidate) => tokens[candidate.head]?.start === head.start);
  const noun = own?.obliques.find(({ marker }) => marker === "of")?.heads[0];
  const of = tokens.find(({ start }) => start >= phrase.end);
  const last = clauses[at]?.phrases.find((candidate) => candidate.head === noun)?.last;
  if (noun === undefined || of?.form !== "of" || tokens[noun] === undefined) return text;
  const end = tokens[last ?? noun]?.end ?? phrase.end;
  return end > phrase.end ? document.text.slice(phrase.start, end) : text;
}

/**
 * A description means something in its own place only; where the same sentence stands in another article, it is the
 * same place copied.
 */
export function describedIdentity(
  described: readonly Mention[],
  annotated: AnnotatedDocument,
  ontology: Ontology,
): Identity {
  const { document, sentences } = annotated;
  const first = described[0] as Mention;
  const words = described.map((mention) =>
    displayName(wholeDescription(mention, annotated)).replace(/^no\s/i, "").slice(0, 120),
  );
  const label = mostFrequent(words) ?? first.text;
  const sentence = sentences.find((candidate) => contains(candidate, first));
  const opening = nameKey(document.text.slice(sentence?.start ?? first.start, first.end));
  const whole = nameKey(document.text.slice(sentence?.start ?? first.start, sentence?.end ?? first.end));
  const place =
    whole.split(" ").length >= COPIED_WORDS ? [whole, opening] : [document.id, String(first.start)];
  const type = mostFrequent(described.flatMap((mention) => (mention.type ? [mention.type] : [])));
  const own = described.map((mention) => byName(mention, annotated, ontology)).find(Boolean);
  const id = own ? hashOf("described/2", own) : hashOf("described/1", ...place, nameKey(first.text));
  const why = own ? "the same description by a name" : "the same words in a sentence that is copied";
  return { id: `d_${id}`, kind: "described", type, label, reason: `"${label}": ${why}` };
}

/**
 * What "the US-backed forces" and "U.S.-backed forces" have in common, in whatever article: a group of people that a name
 * tells from others is one. Undefined for what is somebody’s, counted, new ("a US-backed group") or no group.
 */
function byName(
  { phrase, head, type }: Mention,
  { sentences, mentions }: AnnotatedDocument,
  ontology: Ontology,
): string | undefined {
  const sentence = sentences.find((candidate) => contains(candidate, head));
  const isGroup =
    type === undefined
      ? sentence?.markings.some((marking) => marking.type === "person" && contains(marking, head))
      : isA(ontology, type, "Body");
  const tokens = afterPartitive(sentence?.tokens.filter((token) => contains(phrase, token)) ?? []);
  const names = mentions.filter(
    ({ kind, end, ...span }) => kind === "name" && end <= head.start && contains(phrase, { ...span, end }),
  );
  if (!isGroup || names.length === 0 || tokens.some(isOpen)) return undefined;
  const words = tokens.flatMap((token): readonly string[] => {
    const name = names.find((inner) => contains(inner, token));
    if (name) return token.start === name.start ? [name.known ?? nameKey(name.text)] : [];
    if (contains(head, token))
      return [type !== undefined && type !== "Group" ? type : token.lemma.toLowerCase()];
    return token.upos === "DET" || token.upos === "PUNCT" ? [] : [token.lemma.toLowerCase()];
  });
  return words.join(" ");
}

/** What makes a description of the moment: a number, an owner, "a", "some". */
function isOpen({ upos, form, deprel }: Token): boolean {
  return upos === "NUM" || deprel === "nmod:poss" || upos === "PART" || OPEN.test(form);
}

const OPEN = /^(?:an?|some|many|few|several|other|another|more|no|any|new|former|these|those)$/i;

/** "thousands of Iranian-backed militiamen" are Iranian-backed militiamen. */
function afterPartitive(tokens: readonly Token[]): readonly Token[] {
  const of = tokens[1]?.form === "of" && /^NNS$/.test(tokens[0]?.xpos ?? "");
  return of ? tokens.slice(2) : tokens;
}

import type { AnnotatedDocument } from "../model/annotated-document.ts";
import { hashOf } from "../model/hash.ts";
import type { Mention } from "../model/mention.ts";
import { isA, type Ontology } from "../model/ontology.ts";
import { byCodeUnit } from "../model/order.ts";
import { contains } from "../model/span.ts";
import { displayName, mostFrequent, nameKey, slug } from "./names.ts";

/** Who the mentions of one chain are. */
export interface Identity {
  /** The id of the entity. */
  readonly id: string;
  readonly kind: "known" | "organ" | "named" | "described";
  /** The class that the chain tells, or none. */
  readonly type: string | undefined;
  readonly label: string;
  readonly partOf?: string | undefined;
}

/** Says who a chain is: from the registry, else from its name, else from document and place. Pronouns alone are nobody. */
export function identityOf(
  chain: readonly Mention[],
  document: AnnotatedDocument,
  ontology: Ontology,
): Identity | undefined {
  const known = chain.find((mention) => mention.known !== undefined)?.known;
  if (known !== undefined) return knownIdentity(known, ontology);
  const organ = chain.find((mention) => mention.organOf !== undefined);
  if (organ?.organOf !== undefined && organ.type !== undefined)
    return organIdentity(organ.organOf, organ.type, ontology);
  const names = chain.filter(({ kind }) => kind === "name");
  if (names.length > 0) return namedIdentity(names, ontology);
  const described = chain.filter(({ kind }) => kind === "nominal");
  return described.length > 0 ? describedIdentity(described, document) : undefined;
}

function knownIdentity(id: string, { names }: Ontology): Identity {
  const name = names.get(id);
  return { id, kind: "known", type: name?.type, label: name?.label ?? id, partOf: name?.partOf };
}

/** The registry's own organ of that class, if it has one; else one made from the state: "Turkish armed force". */
function organIdentity(state: string, type: string, ontology: Ontology): Identity {
  const listed = [...ontology.names.values()]
    .filter((name) => name.partOf === state && name.type === type)
    .sort((a, b) => byCodeUnit(a.id, b.id))[0];
  if (listed) return knownIdentity(listed.id, ontology);
  const name = ontology.names.get(state);
  const adjective =
    name?.demonyms.find((word) => !word.endsWith("s")) ?? name?.demonyms[0] ?? name?.label ?? state;
  const label = `${adjective} ${ontology.classes.get(type)?.label ?? type}`;
  return { id: `${state}${type}`, kind: "organ", type, label, partOf: state };
}

/** The fullest name of the chain decides; a region and a town of one name stay two. */
function namedIdentity(names: readonly Mention[], ontology: Ontology): Identity {
  const keys = names.map(({ text }) => nameKey(text));
  const key = [...keys].sort(
    (a, b) => b.split(" ").length - a.split(" ").length || b.length - a.length || byCodeUnit(a, b),
  )[0] as string;
  const type = mostFrequent(names.flatMap((mention) => (mention.type ? [mention.type] : [])));
  const region = type !== undefined && isA(ontology, type, "Region") ? "_Region" : "";
  const own = slug(key) + region;
  const label =
    mostFrequent(names.filter(({ text }) => nameKey(text) === key).map(({ text }) => displayName(text))) ??
    key;
  return { id: ontology.names.has(own) ? `${own}_` : own, kind: "named", type, label };
}

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
function describedIdentity(described: readonly Mention[], annotated: AnnotatedDocument): Identity {
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
  return { id: `d_${hashOf("described/1", ...place, nameKey(first.text))}`, kind: "described", type, label };
}

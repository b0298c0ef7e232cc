import type { ContentStance, Ontology, Relation, Wording, WordingPart } from "../model/ontology.ts";

/** A wording and the relation that it says; a verb of saying or trying has a content and no relation. */
export interface RelationWording {
  readonly wording: Wording;
  readonly relation: Relation | undefined;
  readonly content: ContentStance | undefined;
  /** What follows the verb: for "be president of O" the words "president of" and O. */
  readonly parts: readonly WordingPart[];
}

/** The wordings of an ontology by the verb, participle or noun that they hang on. */
export interface WordingIndex {
  readonly ontology: Ontology;
  /** By the lemma of the verb; copulas under "be". */
  readonly verbs: ReadonlyMap<string, readonly RelationWording[]>;
  /** "S and O meet", by the lemma of the verb. */
  readonly together: ReadonlyMap<string, readonly RelationWording[]>;
  /** By the participle: "backed". */
  readonly compounds: ReadonlyMap<string, readonly RelationWording[]>;
  /** Copulas by the last word of their noun, adjective or preposition. */
  readonly copulas: ReadonlyMap<string, readonly RelationWording[]>;
  readonly possessives: readonly RelationWording[];
  /** Lemmas of the verbs behind which a clause may stand: those with a CONTENT slot. */
  readonly opening: ReadonlySet<string>;
}

/** A wording as a reason, in words for people; of words that a slash parts, the one that was met. */
export function said({ wording }: RelationWording, met?: string): string {
  const words = wording.text.split(" ").map((word) => (met && word.split("/").includes(met) ? met : word));
  return `wording "${words.join(" ")}"`;
}

/** Arranges the wordings of an ontology for the extractors; made once for a run. */
export function indexWordings(ontology: Ontology): WordingIndex {
  const relations = [...ontology.relations.values()];
  const entries = [
    ...relations.flatMap((relation) =>
      relation.wordings.map((wording) => entry(wording, relation, relation.content)),
    ),
    ...ontology.attitudes.flatMap(({ wordings, content }) =>
      wordings.map((w) => entry(w, undefined, content)),
    ),
  ].flat();
  const of = (shape: Wording["shape"]) => entries.filter(({ wording }) => wording.shape === shape);
  const copulas = of("copula");
  return {
    ontology,
    verbs: group([...of("verb"), ...copulas], ({ wording }) =>
      wording.shape === "copula" ? ["be"] : wording.anchors,
    ),
    together: group(of("together"), ({ wording }) => wording.anchors),
    compounds: group(of("compound"), ({ wording }) => wording.anchors),
    copulas: group(copulas, ({ wording }) =>
      wording.anchors.map((anchor) => anchor.split(" ").at(-1) as string),
    ),
    possessives: of("possessive"),
    opening: new Set(entries.filter(({ content }) => content).flatMap(({ wording }) => wording.anchors)),
  };
}

/** A copula has a reading of its own for each of its anchors. */
function entry(
  wording: Wording,
  relation: Relation | undefined,
  content: ContentStance | undefined,
): readonly RelationWording[] {
  const hasContent = wording.rest.some((part) => part.kind === "slot" && part.role === "CONTENT");
  const own = { relation, content: hasContent ? content : undefined };
  if (wording.shape !== "copula") return [{ wording, ...own, parts: wording.rest }];
  return wording.anchors.map((anchor) => {
    const words = anchor.split(" ").map((word): WordingPart => ({ kind: "word", lemmas: [word] }));
    return { wording: { ...wording, anchors: [anchor] }, ...own, parts: [...words, ...wording.rest] };
  });
}

function group<T>(
  list: readonly T[],
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    for (const key of keysOf(item)) {
      const members = groups.get(key);
      if (members) members.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

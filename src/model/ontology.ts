import type { PageIcon } from "./page-payload.ts";
import type { Certainty, Modality, Polarity, Temporality } from "./stance.ts";

/** A kind of entity. */
export interface EntityClass {
  /** The local name: `ArmedGroup`. */
  readonly name: string;
  readonly label: string;
  readonly definition: string;
  /** Local names of the classes above it, itself left out; the nearest first. */
  readonly ancestors: readonly string[];
  /** What stands for it on the map: its own picture, or that of the nearest class above it that has one. */
  readonly icon: PageIcon;
  /** Words that name such a thing and stand at the end of its name or before "of": "province", "ministry". */
  readonly headWords: readonly string[];
  /** Words for those who act for such a thing and are taken for it: "IS fighters" act as IS. */
  readonly memberWords: readonly string[];
  /** Words behind a name that only say what it is in law: "Inc", "Ltd". */
  readonly legalForms: readonly string[];
  /** Words that with the adjective of a state name its organ of this class: "Turkish troops" are its armed force. */
  readonly organWords: readonly string[];
  /** Words before a name that make it one of this class: "Mr", "Gen". */
  readonly titles: readonly string[];
}

/** Something that happens at a time, or something that holds for a while. */
export type RelationKind = "event" | "state";

/** What a verb does to the stance of what it says or brings about; an absent axis is left as it stands. */
export interface ContentStance {
  /** Whether the subject becomes a speaker of the content. */
  readonly speaker: boolean;
  /**
   * Whether the subject is also who does what a noun tells that names nobody: "launched an attack", not "saw an attack".
   * Absent: the object does it where there is one ("accused Iran of an attack"), else the subject unless it only speaks.
   */
  readonly doer?: boolean | undefined;
  readonly polarity?: Polarity | undefined;
  readonly certainty?: Certainty | undefined;
  readonly temporality?: Temporality | undefined;
  readonly modality?: Modality | undefined;
}

/** A part of a wording: a word (with alternatives) or a slot. */
export type WordingPart =
  | { readonly kind: "word"; readonly lemmas: readonly string[] }
  | { readonly kind: "slot"; readonly role: string };

/**
 * How English says a relation, as `ontology/README.md` describes it.
 *
 * - `verb`: "S lose control of O"; the passive follows by itself
 * - `copula`: "S be president of O"; titles, appositions and possessives follow by themselves
 * - `compound`: "S-backed O"
 * - `together`: "S and O meet"
 * - `possessive`: "O's S", between two names
 * - `noun`: "S's attack on O"; "the attack on O by S", "launched an attack on O" and the like follow by themselves
 */
export interface Wording {
  /** As written. */
  readonly text: string;
  readonly shape: "verb" | "copula" | "compound" | "together" | "possessive" | "noun";
  /** The verb's lemmas, the noun, the predicate noun, adjective or preposition, or the compound's participle. */
  readonly anchors: readonly string[];
  /** What follows the anchor, in order; of a compound or possessive, the slot of the noun that it modifies. */
  readonly rest: readonly WordingPart[];
}

/** What happens, however it is told: which end or argument of a claim fills which role. */
export interface EventFrame {
  /** "takeover" */
  readonly name: string;
  /** `subject`, `object` or the role of an argument. */
  readonly by: string | undefined;
  readonly of: string;
  /** Who had it before: such a thing cannot happen twice without being undone in between. */
  readonly from: string | undefined;
}

/** What has become of an end of a claim: of two of them, one is not so. */
export interface Outcome {
  /** "withdrawn" */
  readonly what: string;
  readonly of: "subject" | "object";
}

/** The relation that tells the same from the other side: "Y captures X from IS" of "IS loses X to Y". */
export interface Converse {
  /** The role of the argument that becomes the subject. */
  readonly by: string;
  readonly relation: string;
  /** The role that the subject gets. */
  readonly from: string;
}

/** A relation between entities, and how English says it. */
export interface Relation {
  /** The local name: `losesControlOf`. */
  readonly name: string;
  readonly label: string;
  readonly definition: string;
  /** Local names of the relations above it, itself left out; the nearest first. */
  readonly ancestors: readonly string[];
  /** A class; every entity that the relation starts at is expected to be one. */
  readonly domain: string;
  readonly range: string;
  readonly kind: RelationKind;
  readonly symmetric: boolean;
  /** Whether a thing has one such object at a time. */
  readonly functional: boolean;
  readonly frame?: EventFrame | undefined;
  readonly outcome?: Outcome | undefined;
  readonly converse?: Converse | undefined;
  /** A PLOVER category, such as `ASSAULT`. */
  readonly plover?: string | undefined;
  readonly wordings: readonly Wording[];
  /** What its CONTENT slot does to what it holds. */
  readonly content?: ContentStance | undefined;
}

/** A verb that puts its content in another light and is no relation: "S say CONTENT", "S try to CONTENT". */
export interface Attitude {
  readonly name: string;
  readonly label: string;
  readonly wordings: readonly Wording[];
  readonly content: ContentStance;
}

/** A name that readers know. */
export interface KnownName {
  /** The local name of the entity: `SyrianArmy`. */
  readonly id: string;
  readonly label: string;
  /** Set where its label means another entity to the user; then only its other names find it in a text. */
  readonly labelTaken?: boolean | undefined;
  /** A class. */
  readonly type: string;
  readonly aliases: readonly string[];
  /** Adjectives and words for its people: "Syrian", "Syrians". */
  readonly demonyms: readonly string[];
  /** Names of other things that stand for it when they act: a capital, a palace. */
  readonly metonyms: readonly string[];
  /** What it is an organ or a part of. */
  readonly partOf?: string | undefined;
  /** Where it lies. */
  readonly locatedIn?: string | undefined;
  readonly sameAs: readonly string[];
}

/** What the program knows of the world: all of it read from `ontology/`. */
export interface Ontology {
  readonly version: string;
  readonly classes: ReadonlyMap<string, EntityClass>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly attitudes: readonly Attitude[];
  readonly names: ReadonlyMap<string, KnownName>;
}

/** Whether a class is another or stands below it. An unknown class is nothing but itself. */
export function isA(ontology: Ontology, name: string, ancestor: string): boolean {
  return name === ancestor || (ontology.classes.get(name)?.ancestors.includes(ancestor) ?? false);
}

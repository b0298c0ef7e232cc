/** What a modal verb says of what it stands before. */
export type Modal = "future" | "possible" | "demanded" | "conditional";

/** How a clause or noun phrase hangs on what is above it in the sentence. */
export type Bond =
  | "subject"
  | "object"
  | "oblique"
  | "owner"
  | "modifier"
  | "apposition"
  | "content"
  | "adverbial"
  | "attribute"
  | "relative"
  | "conjunct"
  | "aside"
  | "predicate";

/** Where something hangs in its sentence. */
export interface Tie {
  /** The token of the clause or phrase above, counted from 0 in the sentence. */
  readonly head: number;
  readonly bond: Bond;
  /** The preposition or conjunction that opens it, in lower case: "of", "out of", "after", "that", "to"; else empty. */
  readonly marker: string;
}

/** What a preposition brings to a clause or phrase. */
export interface Oblique {
  /** In lower case, several words with a space between: "out of". Empty for "last month" and the like. */
  readonly marker: string;
  /** Tokens of nouns; several when they are joined by "and". */
  readonly heads: readonly number[];
}

/** A clause that another takes: what is said, tried or wanted, or the circumstance of it. */
export interface Complement {
  /** The token of its predicate. */
  readonly head: number;
  readonly bond: "content" | "adverbial" | "attribute" | "aside";
  /** "that", "to", "of", "after"; empty where nothing opens it. */
  readonly marker: string;
}

/**
 * A predicate with all that it takes, in one form whatever the grammar did to it.
 *
 * The passive is undone, relative clauses and participles have their noun, infinitives and gerunds the subject
 * that controls them, and coordination is spread out. All numbers are tokens, counted from 0 in the sentence.
 */
export interface Clause {
  readonly kind: "verb" | "copula";
  /** The verb, or the noun, adjective or adverb behind "be". */
  readonly head: number;
  /** In lower case. */
  readonly lemma: string;
  /** Adverbs and prepositions that belong to the verb and bring nothing: "up" in "gave up". */
  readonly particles: readonly string[];
  readonly form: "finite" | "infinitive" | "gerund" | "participle";
  readonly passive: boolean;
  readonly negated: boolean;
  readonly modal: Modal | undefined;
  /** Whether it is told as gone by: "captured", "had captured", not "captures". */
  readonly past: boolean;
  /** Adverbs in lower case. */
  readonly adverbs: readonly string[];
  /** From its first helping verb to its verb, or from "be" to its noun. */
  readonly first: number;
  /** Who does it. Empty where the sentence does not say, as in most passives. */
  readonly subjects: readonly number[];
  /** Who is told to be something, whether it does or suffers it: the subject as grammar has it. */
  readonly topics: readonly number[];
  readonly objects: readonly number[];
  /** To whom, of a verb with two objects. */
  readonly recipients: readonly number[];
  /** What its object, or else its subject, is said to be or to become: "hostage" in "took them hostage". */
  readonly predicates: readonly number[];
  readonly obliques: readonly Oblique[];
  readonly complements: readonly Complement[];
  /** Of a copula, the preposition before its noun: "on" in "is on a visit". */
  readonly marker: string;
  /** Absent for the main clause of a sentence. */
  readonly above?: Tie | undefined;
}

/** A noun with all that hangs on it. All numbers are tokens, counted from 0 in the sentence. */
export interface NounPhrase {
  readonly head: number;
  /** In lower case. */
  readonly lemma: string;
  /** Whose it is: "Assad" in "Assad’s ally". */
  readonly owners: readonly number[];
  /** Nouns, adjectives and participles before it: "Israeli", "air" in "Israeli air strikes". */
  readonly modifiers: readonly number[];
  readonly obliques: readonly Oblique[];
  readonly appositions: readonly number[];
  readonly complements: readonly Complement[];
  /** A number before it: "270" in "270 workers". */
  readonly number?: number | undefined;
  /** Its article or what stands for one, in lower case; empty where there is none. */
  readonly determiner: string;
  /** The tokens that belong to it without relative clauses and appositions behind it; `last` is the last of them. */
  readonly first: number;
  readonly last: number;
  readonly above?: Tie | undefined;
}

/** The clauses and noun phrases of a sentence, each list in the order of the heads. */
export interface SentenceClauses {
  readonly clauses: readonly Clause[];
  readonly phrases: readonly NounPhrase[];
}

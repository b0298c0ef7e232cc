import type { Problem } from "./ontology-error.ts";

/** What a user's file says of one entity in one place, as it stands there. */
export interface Listing {
  readonly file: string;
  /** Where: `line 3` of CSV, the subject of Turtle as its author wrote it. */
  readonly entry: string;
  /** What other entries of Turtle call it. */
  readonly iri?: string | undefined;
  /** The id that its author gives it. */
  readonly id?: string | undefined;
  /** More than one is too many. */
  readonly labels: readonly string[];
  /** Names or labels of classes. */
  readonly classes: readonly string[];
  readonly aliases: readonly string[];
  readonly demonyms: readonly string[];
  readonly metonyms: readonly string[];
  readonly sameAs: readonly string[];
  /** Each by IRI, id or name. */
  readonly partOf: readonly string[];
  readonly locatedIn: readonly string[];
  readonly capitalOf: readonly string[];
}

/** What a listing may say several times. */
export type Saying = Exclude<keyof Listing, "file" | "entry" | "iri" | "id">;

/** What a file lists, and what is wrong with its form. */
export interface Listed {
  readonly listings: readonly Listing[];
  readonly problems: readonly Problem[];
}

/** A listing that says nothing yet. */
export const SAYS_NOTHING = {
  labels: [],
  classes: [],
  aliases: [],
  demonyms: [],
  metonyms: [],
  sameAs: [],
  partOf: [],
  locatedIn: [],
  capitalOf: [],
} as const satisfies Record<Saying, readonly string[]>;

/** The most names, aliases and words for peoples that a user's files may hold together. */
export const MOST_NAMES = 200_000;

/** What is wrong with files that hold more names than that. */
export function tooMany(file: string): Problem {
  const message = `holds more than ${MOST_NAMES} names and aliases; leave out those that your articles do not speak of`;
  return { file, entry: "", message };
}

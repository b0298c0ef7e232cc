/**
 * Corrections by hand, which win over every rule.
 *
 * What they speak of is an entity's id, or a name that stands in the texts.
 */
export interface Overrides {
  /** The file that they come from, as reasons and warnings name it. */
  readonly source: string;
  /** Each two or more that are one; the first gives the id. */
  readonly same: readonly (readonly string[])[];
  readonly different: readonly (readonly [string, string])[];
  readonly label: ReadonlyMap<string, string>;
  /** Classes of the ontology. */
  readonly type: ReadonlyMap<string, string>;
  /** IRIs of the same thing elsewhere, in place of those known. */
  readonly sameAs: ReadonlyMap<string, readonly string[]>;
}

/** One thing wrong with corrections: which of them, what is wrong, and what to do about it. */
export interface OverridesProblem {
  /** The correction as its author may find it: `same "Ann Lee" and "Bob Lee"`, or `line 12`. */
  readonly entry: string;
  readonly message: string;
}

/** A correction in words: `same "Ann Lee" and "Bob Lee"`. */
export function entryWords(kind: string, operands: readonly string[]): string {
  return `${kind} ${listWords(operands)}`;
}

/** Names in words, the first eight of many: `"Ann Lee" and "Bob Lee"`. */
export function listWords(operands: readonly string[]): string {
  const more = operands.length - MOST;
  const shown = operands.slice(0, MOST).map(quoted);
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(" and ");
}

/** How many names a message shows. */
const MOST = 8;
/** The longest name that messages show in full. */
const SHOWN = 80;

/** A name of the corrections as messages show it, on one line. */
export function quoted(operand: string): string {
  return JSON.stringify(operand.length > SHOWN ? `${operand.slice(0, SHOWN)}…` : operand);
}

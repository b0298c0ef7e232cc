/** One thing wrong with an ontology: where, what, and what to do about it. */
export interface Problem {
  /** The name of the file. */
  readonly file: string;
  /** The entry as its author wrote it (`kg:backs`), or `line 12` for a syntax error. */
  readonly entry: string;
  readonly message: string;
}

/** How many problems an error shows; the rest are counted. */
const SHOWN = 20;

/** An ontology that cannot be used. Its message has a line for each problem: file, entry, what is wrong, the remedy. */
export class OntologyError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = problems.slice(0, SHOWN).map((p) => `${p.file}: ${p.entry}: ${p.message}`);
    const more = problems.length - lines.length;
    super(more > 0 ? [...lines, `and ${more} more`].join("\n") : lines.join("\n"));
    this.name = "OntologyError";
    this.problems = problems;
  }
}

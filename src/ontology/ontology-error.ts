import { byCodeUnit } from "../model/order.ts";

/** One thing wrong with an ontology: where, what, and what to do about it. */
export interface Problem {
  /** The name of the file. */
  readonly file: string;
  /** The entry as its author wrote it (`kg:backs`), or `line 12` for a syntax error; empty for the whole file. */
  readonly entry: string;
  readonly message: string;
}

/** How many problems an error shows; the rest are counted. */
const SHOWN = 20;

/** An ontology that cannot be used. Its message has a line for each problem: file, entry, what is wrong, the remedy. */
export class OntologyError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = problems.slice(0, SHOWN).map((p) => `${placeOf(p)}: ${p.message}`);
    const more = problems.length - lines.length;
    super(more > 0 ? [...lines, `and ${more} more`].join("\n") : lines.join("\n"));
    this.name = "OntologyError";
    this.problems = problems;
  }
}

/** Orders places as people count them: by file, line 9 before line 10, then by entry. */
export function byPlace(a: Pick<Problem, "file" | "entry">, b: Pick<Problem, "file" | "entry">): number {
  return byCodeUnit(a.file, b.file) || lineOf(a.entry) - lineOf(b.entry) || byCodeUnit(a.entry, b.entry);
}

function lineOf(entry: string): number {
  return Number(/^line (\d+)$/.exec(entry)?.[1] ?? 0);
}

/** A place in words: `b.csv: line 3`. */
export function placeOf({ file, entry }: Pick<Problem, "file" | "entry">): string {
  return entry === "" ? file : `${file}: ${entry}`;
}

/** Words of a stranger in quotation marks, no longer than fits on a line. */
export function quoted(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

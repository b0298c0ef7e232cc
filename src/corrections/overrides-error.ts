import type { OverridesProblem } from "../model/overrides.ts";

/** How many problems an error shows; the rest are counted. */
const SHOWN = 20;

/** Corrections that cannot be used. Its message has a line for each problem: file, entry, what is wrong, the remedy. */
export class OverridesError extends Error {
  readonly problems: readonly OverridesProblem[];

  constructor(file: string, problems: readonly OverridesProblem[]) {
    const lines = problems.slice(0, SHOWN).map(({ entry, message }) => `${file}: ${entry}: ${message}`);
    const more = problems.length - lines.length;
    super(more > 0 ? [...lines, `and ${more} more`].join("\n") : lines.join("\n"));
    this.name = "OverridesError";
    this.problems = problems;
  }
}

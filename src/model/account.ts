/** An input that was not read, and why. */
export interface Skip {
  readonly input: string;
  readonly reason: string;
}

/** How many of one kind, by reason; in code-unit order of the reasons. */
export type Tally = ReadonlyMap<string, number>;

/**
 * The account of a run, in which everything adds up:
 * documents read = used + skipped, and triples read = merged + rejected.
 */
export interface Account {
  readonly documents: {
    readonly read: number;
    readonly used: readonly string[];
    readonly skipped: readonly Skip[];
  };
  readonly sentences: number;
  readonly mentions: number;
  readonly triples: {
    readonly read: number;
    readonly merged: number;
    readonly rejected: number;
    readonly reasons: Tally;
  };
  /** Things a person should know although nothing was lost: an encoding that was guessed, a date not found. */
  readonly warnings: readonly Skip[];
}

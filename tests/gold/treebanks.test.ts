import { describe, expect, test } from "vitest";
import { readParser } from "../../src/cli/resources.ts";
import { hasTreebanks } from "../support/treebank.ts";
import { scoresOn } from "./treebank-scores.ts";

/** What the models reached on the dev sets when they were made, rounded down; src/annotate/README.md has all figures. */
const FLOORS = [
  { model: "default", treebank: "ewt-dev", given: 86, raw: 82, upos: 95.5, lemmas: 96.8 },
  { model: "default", treebank: "gum-dev", given: 86.3, raw: 85.7, upos: 96.8, lemmas: 98 },
  { model: "fast", treebank: "gum-dev", given: 86, raw: 85.4, upos: 96.7, lemmas: 98 },
] as const;

describe.skipIf(!hasTreebanks)("the treebanks (../shared/data/treebanks)", () => {
  test.for(FLOORS)(
    "$model reads $treebank no worse than when it was made",
    { timeout: 60_000 },
    ({ model, treebank, ...floors }) => {
      const { given, raw } = scoresOn(treebank, readParser(model));
      expect(given.las).toBeGreaterThanOrEqual(floors.given);
      expect(raw.las).toBeGreaterThanOrEqual(floors.raw);
      expect(given.upos).toBeGreaterThanOrEqual(floors.upos);
      expect(given.lemmas).toBeGreaterThanOrEqual(floors.lemmas);
    },
  );
});

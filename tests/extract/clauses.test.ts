import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildArticle, claimLines } from "../support/build-text.ts";
import { caseFiles } from "../support/cases.ts";

/** One file for each construction of English, in words of our own; positive cases and what must not be asserted. */
for (const { name, cases } of caseFiles(join(import.meta.dirname, "clauses"))) {
  describe(name, () => {
    test.for(cases)("$name", ({ text, expected }) => {
      expect(claimLines(buildArticle(text).graph)).toEqual([...expected].sort());
    });
  });
}

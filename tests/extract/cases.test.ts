import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildArticle, claimLines } from "../support/build-text.ts";
import { caseFiles, readCases } from "../support/cases.ts";

for (const { name, cases } of caseFiles(join(import.meta.dirname, "cases"))) {
  describe(name, () => {
    test.for(cases)("$name", ({ text, expected }) => {
      expect(claimLines(buildArticle(text).graph)).toEqual([...expected].sort());
    });
  });
}

test("a case that names no text or expects nothing is refused", () => {
  expect(() => readCases("# empty\n\n==>\n", "x.txt")).toThrow('case "empty"');
  expect(() => readCases("# no arrow\nIran backs Syria.\n", "x.txt")).toThrow('case "no arrow"');
});

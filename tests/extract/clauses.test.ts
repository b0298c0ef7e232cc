import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildArticle, claimLines } from "../support/build-text.ts";
import { type Case, caseFiles } from "../support/cases.ts";

function expectClaims({ text, expected }: Case): void {
  expect(claimLines(buildArticle(text).graph)).toEqual([...expected].sort());
}

/** One file for each construction of English, in words of our own; positive cases and what must not be asserted. */
for (const { name, cases } of caseFiles(join(import.meta.dirname, "clauses"))) {
  describe(name, () => {
    test.for(cases)("$name", expectClaims);
  });
}

/**
 * What is not read yet, mostly because the parser is mistaken. A case that is read one day fails here, and is moved
 * to the others.
 */
for (const { name, cases } of caseFiles(join(import.meta.dirname, "unread"))) {
  describe(`${name}, not read yet`, () => {
    for (const each of cases) test.fails(each.name, () => expectClaims(each));
  });
}

import { expect, test } from "vitest";
import type { Claim } from "../../src/model/claim.ts";
import { isAsserted, plain, type Stance } from "../../src/model/stance.ts";

test("a claim without evidence does not compile", () => {
  const claim: Pick<Claim, "evidence"> = {
    // @ts-expect-error -- checked by `npm run types`: the list may not be empty
    evidence: [],
  };
  expect(claim.evidence).toEqual([]);
});

test("only a positive, certain, past or present, actual statement of the article itself is asserted", () => {
  const others: readonly Partial<Stance<string>>[] = [
    { polarity: "negative" },
    { certainty: "probable" },
    { certainty: "possible" },
    { certainty: "underspecified" },
    { temporality: "future" },
    { modality: "intended" },
    { modality: "demanded" },
    { modality: "conditional" },
    { speakers: ["Russia"] },
  ];
  expect(isAsserted(plain)).toBe(true);
  expect(others.filter((change) => isAsserted({ ...plain, ...change }))).toEqual([]);
});

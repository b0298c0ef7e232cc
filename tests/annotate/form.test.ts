import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formFeatures, plainForm } from "../../src/annotate/parser/form.ts";
import { lemmaOf } from "../../src/annotate/parser/lemma.ts";

interface Row {
  readonly form: string;
  readonly keys: readonly string[];
  readonly shape: number;
  readonly characters: readonly string[];
}
/** Written by src/train/fixture.py with the code that trains. */
const rows: readonly Row[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "form-features.json"), "utf8"),
);

test.for(rows)("$form has the features that it was trained with", ({ form, ...expected }) => {
  expect(formFeatures(form)).toEqual(expected);
});

test("a form is made plain", () => {
  expect(plainForm("“It’s 1,234…”")).toBe('"It\'s 0,000."');
});

const tables = {
  rules: new Map([
    ["NNS ", "1>"],
    ["NNS ies", "3>y"],
    ["NNS Ves", "1>"],
    ["NNS ches", "2>"],
    ["VBN ", "2>"],
    ["VBN Vved", "1>"],
    ["NNPS ", "1>"],
    ["JJ ", "0>"],
  ]),
  exceptions: new Map([
    ["NNS men", "man"],
    ["VBD went", "go"],
    [": –", "-"],
  ]),
};

test.for([
  ["ports", "NNS", false, "port"],
  ["cities", "NNS", false, "city"],
  ["shoes", "NNS", false, "shoe"],
  ["churches", "NNS", false, "church"],
  ["Men", "NNS", false, "man"],
  ["went", "VBD", false, "go"],
  ["saved", "VBD", false, "save"],
  ["asked", "VBN", false, "ask"],
  ["Sylvanians", "NNPS", false, "Sylvanian"],
  ["Firefly", "NNP", false, "Firefly"],
  ["Sylvanian", "JJ", false, "Sylvanian"],
  ["Rainy", "JJ", true, "rainy"],
  ["LOUD", "JJ", false, "loud"],
  ["3,000", "CD", false, "3000"],
  ["1990s", "NNS", false, "1990s"],
  ["–", ":", false, "-"],
  [".", ".", false, "."],
  ["s", "NNS", false, "s"],
] as const)("the lemma of %s as %s", ([form, xpos, opens, lemma]) => {
  expect(lemmaOf(form, xpos, opens, tables)).toBe(lemma);
});

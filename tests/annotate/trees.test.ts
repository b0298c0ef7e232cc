import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MODELS } from "../../src/cli/models.ts";
import { readParser } from "../../src/cli/resources.ts";
import { readEnglish } from "../../src/english.ts";
import { caseFiles } from "../support/cases.ts";

/** Every word of a text with what it hangs on, as `word < head : relation`. */
function arcsIn(text: string, model: (typeof MODELS)[number]): readonly string[] {
  return readEnglish(text, readParser(model)).flatMap(({ tokens }) =>
    tokens.map(({ form, head, deprel }) => `${form} < ${tokens[head - 1]?.form ?? "root"} : ${deprel}`),
  );
}

const [file] = caseFiles(join(import.meta.dirname, "cases")).filter(({ name }) => name === "trees");
describe("trees", () => {
  test.for(file?.cases ?? [])("$name", ({ text, expected }) => {
    expect(arcsIn(text, "default")).toEqual(expect.arrayContaining([...expected]));
  });
});

test("a word has the same place in the text, whatever the model", () => {
  const text = "Sylvania's envoy didn't speak. U.S. officials left.";
  const [first, second] = MODELS.map((model) =>
    readEnglish(text, readParser(model)).flatMap(({ tokens }) =>
      tokens.map(({ start, end }) => text.slice(start, end)),
    ),
  );
  expect(first).toEqual(second);
  expect(first).toEqual("Sylvania 's envoy did n't speak . U.S. officials left .".split(" "));
});

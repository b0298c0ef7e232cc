import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { annotator } from "../../src/annotate/index.ts";
import { readCases } from "../support/cases.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";

const FILE = join(import.meta.dirname, "cases", "references.txt");
const annotate = annotator(ontology, parser);

/** What pronouns and descriptions refer to, as `it > Iran`: the first name of the chain, else the first description. */
function referencesIn(text: string): readonly string[] {
  const { mentions } = annotate({ id: "a", text, zones: [{ kind: "body", start: 0, end: text.length }] });
  return mentions.flatMap((mention) => {
    if (mention.kind === "name") return [];
    const chain = mentions.filter((other) => other.chain === mention.chain);
    const first = chain.find(({ kind }) => kind === "name") ?? chain.find(({ kind }) => kind === "nominal");
    const told = first && first !== mention && (first.kind === "name" || first.start < mention.start);
    return told ? [`${mention.text} > ${first.text}`] : [];
  });
}

describe("references", () => {
  test.for(readCases(readFileSync(FILE, "utf8"), "references.txt"))("$name", ({ text, expected }) => {
    expect(referencesIn(text)).toEqual(expected);
  });
});

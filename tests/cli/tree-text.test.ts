import { expect, test } from "vitest";
import { treeLines } from "../../src/cli/tree-text.ts";

test("a tree is drawn with each word under the one it hangs on", () => {
  const words = [
    { form: "The", upos: "DET", head: 2, deprel: "det" },
    { form: "council", upos: "NOUN", head: 3, deprel: "nsubj" },
    { form: "opened", upos: "VERB", head: 0, deprel: "root" },
    { form: "port", upos: "NOUN", head: 3, deprel: "obj" },
    { form: "Esterburg", upos: "PROPN", head: 4, deprel: "nmod:poss" },
  ];
  expect(treeLines(words)).toEqual([
    "opened  root VERB",
    "├─ council  nsubj NOUN",
    "│  └─ The  det DET",
    "└─ port  obj NOUN",
    "   └─ Esterburg  nmod:poss PROPN",
  ]);
});

test("a chain of words is cut where no terminal is wide enough, and says so", () => {
  const words = Array.from({ length: 100 }, (_, i) => ({
    form: `w${i}`,
    upos: "X",
    head: i,
    deprel: i ? "dep" : "root",
  }));
  const lines = treeLines(words);
  expect(lines.length).toBe(41);
  expect(lines.at(-1)).toMatch(/w40 {2}dep X …$/);
});

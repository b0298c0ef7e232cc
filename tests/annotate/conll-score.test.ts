import { expect, test } from "vitest";
import { conllScores, placed } from "../support/conll-score.ts";

/** A word as `form upos lemma head deprel`. */
function sentence(...words: readonly string[]) {
  return words.map((word) => {
    const [form = "", upos = "", lemma = "", head, deprel = ""] = word.split(" ");
    return { form, upos, xpos: upos, lemma, head: Number(head), deprel };
  });
}

const GOLD = placed([
  sentence("Rain NOUN rain 2 nsubj", "fell VERB fall 0 root", "here ADV here 2 advmod", ". PUNCT . 2 punct"),
  sentence("It PRON it 3 nsubj:pass", "was AUX be 3 aux:pass", "seen VERB see 0 root"),
]);

test("gold against itself is right in everything", () => {
  for (const value of Object.values(conllScores(GOLD, GOLD))) expect(value).toBe(100);
});

/**
 * Worked by hand: gold has 7 words in 2 sentences; the system has 6 words in 1 sentence, and has taken "here." for one word.
 * Aligned are Rain, fell, It, was, seen: 5. F1 of words is 2·5 / (7 + 6).
 */
test("a hand-made case", () => {
  const system = placed([
    sentence(
      "Rain NOUN rain 2 nsubj",
      "fell VERB fell 0 root",
      "here. ADV here. 2 advmod",
      "It PRON it 6 nsubj",
      "was VERB be 6 aux",
      "seen VERB see 2 parataxis",
    ),
  ]);
  const scores = conllScores(GOLD, system);
  const f1 = (right: number) => (200 * right) / 13;
  expect(scores.words).toBeCloseTo(f1(5));
  expect(scores.sentences).toBe(0);
  // "was" has another tag, "fell" another lemma.
  expect(scores.upos).toBeCloseTo(f1(4));
  expect(scores.lemmas).toBeCloseTo(f1(4));
  // "seen" hangs on "fell" and should be a root; the other four hang where they should.
  expect(scores.uas).toBeCloseTo(f1(4));
  // Subtypes do not count: nsubj for nsubj:pass and aux for aux:pass are right.
  expect(scores.las).toBeCloseTo(f1(4));
});

test("a right head with a wrong relation counts for UAS alone", () => {
  const system = placed([
    sentence("Rain NOUN rain 2 obj", "fell VERB fall 0 root", "here ADV here 2 advmod", ". PUNCT . 2 punct"),
    sentence("It PRON it 3 nsubj", "was AUX be 3 aux", "seen VERB see 0 root"),
  ]);
  const { uas, las, sentences } = conllScores(GOLD, system);
  expect([uas, sentences]).toEqual([100, 100]);
  expect(las).toBeCloseTo((100 * 6) / 7);
});

test("white space inside a form does not shift what follows", () => {
  const [a] = placed([sentence("3 NUM 3 0 root", "x X x 1 dep")]);
  expect(a?.map(({ start, end }) => [start, end])).toEqual([
    [0, 1],
    [1, 2],
  ]);
});

import { expect, test } from "vitest";
import type { Sentence } from "../../src/model/annotated-document.ts";
import { featureColumn, featuresOf } from "../../src/model/morphology.ts";

/** A sentence of words written as `form lemma UPOS XPOS head deprel`. */
function sentence(...words: readonly string[]): Sentence {
  const tokens = words.map((word, i) => {
    const [form = "", lemma = "", upos = "", xpos = "", head, deprel = ""] = word.split(" ");
    return { form, lemma, upos, xpos, head: Number(head), deprel, start: i, end: i + 1 };
  });
  return { start: 0, end: tokens.length, zone: "body", tokens, markings: [] };
}

test.for([
  ["a noun's number", sentence("ports port NOUN NNS 0 root"), ["Number=Plur"]],
  ["a name's number", sentence("Freedonia Freedonia PROPN NNP 0 root"), ["Number=Sing"]],
  ["degrees", sentence("later late ADV RBR 0 root", "best good ADJ JJS 1 dep"), ["Degree=Cmp", "Degree=Sup"]],
  ["an ordinal", sentence("third third ADJ JJ 0 root"), ["Degree=Pos|NumForm=Word|NumType=Ord"]],
  [
    "a past tense agrees with its subject",
    sentence("They they PRON PRP 2 nsubj", "saw see VERB VBD 0 root", "us we PRON PRP 2 obj"),
    [
      "Case=Nom|Number=Plur|Person=3|PronType=Prs",
      "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin",
      "Case=Acc|Number=Plur|Person=1|PronType=Prs",
    ],
  ],
  [
    "subjects joined by and are many",
    sentence(
      "Rain rain NOUN NN 4 nsubj",
      "and and CCONJ CC 3 cc",
      "wind wind NOUN NN 1 conj",
      "came come VERB VBD 0 root",
    ),
    ["Number=Sing", "_", "Number=Sing", "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin"],
  ],
  [
    "a passive participle, and its helper that agrees",
    sentence(
      "Towns town NOUN NNS 3 nsubj:pass",
      "were be AUX VBD 3 aux:pass",
      "seized seize VERB VBN 0 root",
    ),
    [
      "Number=Plur",
      "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin",
      "Tense=Past|VerbForm=Part|Voice=Pass",
    ],
  ],
  [
    "a perfect is not passive",
    sentence("has have AUX VBZ 2 aux", "seized seize VERB VBN 0 root"),
    ["Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "Tense=Past|VerbForm=Part"],
  ],
  [
    "a passive perfect is",
    sentence("has have AUX VBZ 3 aux", "been be AUX VBN 3 aux:pass", "seized seize VERB VBN 0 root"),
    [
      "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
      "Tense=Past|VerbForm=Part",
      "Tense=Past|VerbForm=Part|Voice=Pass",
    ],
  ],
  [
    "a command, and an infinitive",
    sentence("Stop stop VERB VB 0 root", "to to PART TO 3 mark", "think think VERB VB 1 xcomp"),
    ["Mood=Imp|Person=2|VerbForm=Fin", "_", "VerbForm=Inf"],
  ],
  [
    "a relative and an asking who",
    sentence("man man NOUN NN 0 root", "who who PRON WP 3 nsubj", "left leave VERB VBD 1 acl:relcl"),
    ["Number=Sing", "PronType=Rel", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"],
  ],
  [
    "a gerund behind a preposition",
    sentence("by by SCONJ IN 2 mark", "leaving leave VERB VBG 0 root"),
    ["_", "VerbForm=Ger"],
  ],
  [
    "not, and numbers",
    sentence("n't not PART RB 0 root", "1990 1990 NUM CD 1 dep", "ten ten NUM CD 1 dep"),
    ["Polarity=Neg", "NumForm=Digit|NumType=Card", "NumForm=Word|NumType=Card"],
  ],
] as const)("%s", ([, words, expected]) => {
  expect(featuresOf(words).map(featureColumn)).toEqual(expected);
});

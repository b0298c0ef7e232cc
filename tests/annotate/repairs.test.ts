import { describe, expect, test } from "vitest";
import type { ParsedMention, ParsedSentence } from "../../src/annotate/parser/parser.ts";
import { repairs } from "../../src/annotate/repairs.ts";
import { shielded } from "../../src/annotate/shield.ts";

/** A tree as it is written in a test: `form UPOS XPOS head deprel`, words parted by " | ". */
function treeOf(text: string): {
  readonly forms: readonly string[];
  readonly words: ParsedSentence["words"];
} {
  const rows = text.split(" | ").map((row) => row.split(" "));
  return {
    forms: rows.map(([form]) => form as string),
    words: rows.map(([form = "", upos = "", xpos = "", head, deprel = ""]) => ({
      lemma: form.toLowerCase(),
      ...{ upos, xpos, head: Number(head), deprel },
    })),
  };
}

/** Where the words of a tree hang after one repair, as `form < head : relation`, those alone that have changed. */
function mended(
  name: string,
  text: string,
  marked: readonly Omit<ParsedMention, "named">[] = [],
): readonly string[] {
  const { forms, words } = treeOf(text);
  const mentions = marked.map((mention) => ({ ...mention, named: true }));
  const repair = repairs.find((one) => one.name === name);
  const after = repair?.mend({ words, mentions }, forms).words ?? [];
  return after.flatMap(({ head, deprel }, i) =>
    head === words[i]?.head && deprel === words[i]?.deprel
      ? []
      : [`${forms[i]} < ${head === 0 ? "root" : forms[head - 1]} : ${deprel}`],
  );
}

describe("bare weekday", () => {
  test("is when something happened, not who did it", () => {
    const tree =
      "Rain NOUN NN 2 nsubj | fell VERB VBD 5 ccomp | , PUNCT , 5 punct | officials NOUN NNS 5 nsubj | said VERB VBD 0 root | Wednesday PROPN NNP 5 obj";
    expect(mended("bare weekday", tree)).toEqual(["Wednesday < said : obl:unmarked"]);
  });

  test("stays where it has a preposition, or owns something", () => {
    const day = "They PRON PRP 2 nsubj | met VERB VBD 0 root | on ADP IN 4 case | Friday PROPN NNP 2 obj";
    expect(mended("bare weekday", day)).toEqual([]);
    const club = "Friday PROPN NNP 2 nmod:poss | rain NOUN NN 3 nsubj | fell VERB VBD 0 root";
    expect(mended("bare weekday", club)).toEqual([]);
  });
});

describe("report behind a time", () => {
  test("hangs on the verb of saying", () => {
    const text =
      "He PRON PRP 2 nsubj | said VERB VBD 0 root | last ADJ JJ 4 amod | week NOUN NN 2 obl:unmarked | that PRON WDT 7 obj | talks NOUN NNS 7 nsubj | failed VERB VBD 4 acl:relcl";
    expect(mended("report behind a time", text)).toEqual(["that < failed : mark", "failed < said : ccomp"]);
  });

  test("stays where the time has an article: the week that she left", () => {
    const text =
      "He PRON PRP 2 nsubj | came VERB VBD 0 root | the DET DT 4 det | week NOUN NN 2 obl:unmarked | that PRON WDT 7 obl | she PRON PRP 7 nsubj | left VERB VBD 4 acl:relcl";
    expect(mended("report behind a time", text)).toEqual([]);
  });
});

describe("place and time on a person", () => {
  const tree =
    "She PRON PRP 2 nsubj | met VERB VBD 0 root | Firefly PROPN NNP 2 obj | in ADP IN 5 case | Esterburg PROPN NNP 3 nmod | on ADP IN 7 case | Friday PROPN NNP 3 nmod";
  const mentions = [
    { first: 0, last: 0, type: "person" },
    { first: 2, last: 6, type: "person" },
    { first: 4, last: 4, type: "place" },
    { first: 6, last: 6, type: "time" },
  ];
  test("hang on what is done", () => {
    expect(mended("place and time on a person", tree, mentions)).toEqual([
      "Esterburg < met : obl",
      "Friday < met : obl",
    ]);
  });

  test("stay on what is no person", () => {
    const office = mentions.map((m) => (m.first === 2 ? { ...m, type: "organization" } : m));
    expect(mended("place and time on a person", tree, office)).toEqual([]);
  });
});

describe("participle opening", () => {
  test("leaves the finite verb as the root, and the noun as its subject", () => {
    const tree =
      "Acme PROPN NNP 0 root | , PUNCT , 3 punct | founded VERB VBN 1 acl | in ADP IN 5 case | 1933 NUM CD 3 obl | , PUNCT , 1 punct | named VERB VBD 1 parataxis | her PRON PRP 7 obj | . PUNCT . 1 punct";
    expect(mended("participle opening", tree)).toEqual([
      "Acme < named : nsubj",
      "named < root : root",
      ". < named : punct",
    ]);
  });

  test("stays where the verb has a subject of its own", () => {
    const tree =
      "Rain NOUN NN 0 root | falling VERB VBG 1 acl | , PUNCT , 5 punct | she PRON PRP 5 nsubj | left VERB VBD 1 parataxis";
    expect(mended("participle opening", tree)).toEqual([]);
  });
});

test("every repair has a case here", () => {
  expect(repairs.map(({ name }) => name)).toEqual([
    "bare weekday",
    "report behind a time",
    "place and time on a person",
    "participle opening",
  ]);
});

describe("the shield", () => {
  test.for([
    ["a name that looks like a verb", "Troops of IS fled", "Troops of NATO fled"],
    ["behind that", "towns that IS held", "towns that NATO held"],
    ["names that look like pronouns", "the US told WHO staff", "the NATO told NATO staff"],
    ["a verb said with stress", "this IS it", "this IS it"],
    ["a line in capitals", "IRAN IS READY, US SAYS", "IRAN IS READY, US SAYS"],
    ["nothing to shield", "It is us who know", "It is us who know"],
  ])("%s", ([, text = "", shown]) => {
    expect(shielded(text.split(" ")).join(" ")).toBe(shown);
  });
});

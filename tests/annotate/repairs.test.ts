import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ParsedMention, ParsedSentence } from "../../src/annotate/parser/parser.ts";
import { bestTree, isProjectiveTree } from "../../src/annotate/parser/tree.ts";
import { repairs } from "../../src/annotate/repairs/index.ts";
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

describe("subject behind a conjunction", () => {
  test("hangs on the verb that it stands before", () => {
    const tree =
      "Talks NOUN NNS 2 nsubj | began VERB VBD 0 root | as ADP IN 4 case | Egypt PROPN NNP 2 obl | and CCONJ CC 6 cc | Sudan PROPN NNP 4 conj | signed VERB VBD 2 conj | a DET DT 9 det | deal NOUN NN 7 obj";
    expect(mended("subject behind a conjunction", tree)).toEqual([
      "as < signed : mark",
      "Egypt < signed : nsubj",
      "signed < began : advcl",
    ]);
  });

  test("stays where the verb is joined, or nothing but a preposition stands before the noun", () => {
    const joined =
      "She PRON PRP 2 nsubj | left VERB VBD 0 root | after ADP IN 4 case | lunch NOUN NN 2 obl | and CCONJ CC 6 cc | returned VERB VBD 2 conj";
    expect(mended("subject behind a conjunction", joined)).toEqual([]);
    const place =
      "She PRON PRP 2 nsubj | fell VERB VBD 0 root | in ADP IN 4 case | Oslo PROPN NNP 2 obl | broke VERB VBD 2 conj | a DET DT 7 det | leg NOUN NN 5 obj";
    expect(mended("subject behind a conjunction", place)).toEqual([]);
  });
});

describe("person beside an inner noun", () => {
  const tree =
    "The DET DT 2 det | head NOUN NN 10 nsubj | of ADP IN 5 case | the DET DT 5 det | army NOUN NN 2 nmod | , PUNCT , 7 punct | Ali PROPN NNP 5 appos | Hasan PROPN NNP 7 flat | , PUNCT , 7 punct | left VERB VBD 0 root";
  const person = { first: 6, last: 7, type: "person" };
  test("belongs to the noun before", () => {
    expect(mended("person beside an inner noun", tree, [person])).toEqual(["Ali < head : appos"]);
  });

  test("stays beside a person, and where it is none", () => {
    const inner = { first: 3, last: 4, type: "person" };
    expect(mended("person beside an inner noun", tree, [person, inner])).toEqual([]);
    expect(mended("person beside an inner noun", tree, [{ ...person, type: "organization" }])).toEqual([]);
  });
});

describe("bare infinitive behind an object", () => {
  test("hangs on the verb of the object", () => {
    const tree =
      "They PRON PRP 2 nsubj | came VERB VBD 0 root | to PART TO 4 mark | help VERB VB 2 advcl | rebels NOUN NNS 4 obj | launch VERB VB 2 xcomp | rockets NOUN NNS 6 obj";
    expect(mended("bare infinitive behind an object", tree)).toEqual(["launch < help : xcomp"]);
  });

  test("stays where it has a to, and behind a verb that takes no bare one", () => {
    const marked =
      "They PRON PRP 2 nsubj | need VERB VBP 0 root | help VERB VB 2 xcomp | guests NOUN NNS 3 obj | to PART TO 6 mark | leave VERB VB 2 xcomp";
    expect(mended("bare infinitive behind an object", marked)).toEqual([]);
    const other =
      "They PRON PRP 2 nsubj | dare VERB VBP 0 root | attack VERB VB 2 xcomp | towns NOUN NNS 3 obj | leave VERB VB 2 xcomp";
    expect(mended("bare infinitive behind an object", other)).toEqual([]);
  });
});

describe("name hung on a verb", () => {
  test("is its subject", () => {
    const tree =
      "They PRON PRP 2 nsubj | saw VERB VBD 0 root | Islamic PROPN NNP 4 compound | State PROPN NNP 5 compound | capture VERB VB 2 xcomp | towns NOUN NNS 5 obj";
    expect(mended("name hung on a verb", tree)).toEqual(["State < capture : nsubj"]);
  });

  test("stays where a hyphen joins them, or the verb has a subject", () => {
    const hyphen =
      "Iran PROPN NNP 3 compound | - PUNCT HYPH 1 punct | backed VERB VBN 4 amod | rebels NOUN NNS 5 nsubj | left VERB VBD 0 root";
    expect(mended("name hung on a verb", hyphen)).toEqual([]);
    const told =
      "They PRON PRP 3 nsubj | Google PROPN NNP 3 compound | searched VERB VBD 0 root | it PRON PRP 3 obj";
    expect(mended("name hung on a verb", told)).toEqual([]);
  });
});

describe("name behind a verb", () => {
  test("is its object", () => {
    const tree =
      "Did AUX VBD 3 aux | Turkey PROPN NNP 3 nsubj | attack VERB VB 0 root | Afrin PROPN NNP 3 advmod | ? PUNCT . 3 punct";
    expect(mended("name behind a verb", tree)).toEqual(["Afrin < attack : obj"]);
  });

  test("stays where the verb has an object, and where it is passive", () => {
    const asked =
      "What PRON WP 4 obj | did AUX VBD 4 aux | Turkey PROPN NNP 4 nsubj | attack VERB VB 0 root | Friday PROPN NNP 4 advmod";
    expect(mended("name behind a verb", asked)).toEqual([]);
    const passive =
      "It PRON PRP 3 nsubj:pass | was AUX VBD 3 aux:pass | attacked VERB VBN 0 root | Friday PROPN NNP 3 advmod";
    expect(mended("name behind a verb", passive)).toEqual([]);
  });
});

describe("participle taken for a subject", () => {
  test("tells of the noun before it", () => {
    const tree =
      "The DET DT 2 det | rebels NOUN NNS 7 nsubj | fighting VERB VBG 7 csubj | the DET DT 5 det | army NOUN NN 3 obj | were AUX VBD 7 cop | tired ADJ JJ 0 root";
    expect(mended("participle taken for a subject", tree)).toEqual(["fighting < rebels : acl"]);
  });

  test("stays where it is the subject: fighting the army was hard", () => {
    const tree =
      "Fighting VERB VBG 5 csubj | the DET DT 3 det | army NOUN NN 1 obj | was AUX VBD 5 cop | hard ADJ JJ 0 root";
    expect(mended("participle taken for a subject", tree)).toEqual([]);
  });
});

describe("name before an amount", () => {
  test("is to whom", () => {
    const tree =
      "They PRON PRP 2 nsubj | fined VERB VBD 0 root | Google PROPN NNP 6 compound | 2 NUM CD 5 compound | billion NUM CD 6 nummod | euros NOUN NNS 2 obj";
    expect(mended("name before an amount", tree)).toEqual(["Google < fined : iobj"]);
  });

  test("stays where there is no amount: bought Google shares, bought two Google shares", () => {
    const shares =
      "They PRON PRP 2 nsubj | bought VERB VBD 0 root | Google PROPN NNP 4 compound | shares NOUN NNS 2 obj";
    expect(mended("name before an amount", shares)).toEqual([]);
    const two =
      "They PRON PRP 2 nsubj | bought VERB VBD 0 root | two NUM CD 5 nummod | Google PROPN NNP 5 compound | shares NOUN NNS 2 obj";
    expect(mended("name before an amount", two)).toEqual([]);
  });
});

describe("subject taken for an object", () => {
  test("is that of the verb behind it", () => {
    const tree =
      "Boeing PROPN NNP 2 nsubj | sued VERB VBD 0 root | Airbus PROPN NNP 2 obj | and CCONJ CC 5 cc | Siemens PROPN NNP 3 conj | bought VERB VBD 2 conj | Huawei PROPN NNP 6 obj";
    expect(mended("subject taken for an object", tree)).toEqual([
      "and < bought : cc",
      "Siemens < bought : nsubj",
    ]);
  });

  test("leaves the verb before it what stands right behind that", () => {
    const tree =
      "Chad PROPN NNP 2 nsubj | praised VERB VBD 0 root | Oman PROPN NNP 6 nsubj | and CCONJ CC 5 cc | Israel PROPN NNP 3 conj | bombed VERB VBD 2 conj | Mali PROPN NNP 6 obj";
    expect(mended("subject taken for an object", tree)).toEqual([
      "Oman < praised : obj",
      "and < bombed : cc",
      "Israel < bombed : nsubj",
    ]);
  });

  test("stays where two subjects are joined, and where the verbs are", () => {
    const subjects =
      "Chad PROPN NNP 2 nsubj | won VERB VBD 0 root | , PUNCT , 7 punct | Oman PROPN NNP 7 nsubj | and CCONJ CC 6 cc | Israel PROPN NNP 4 conj | lost VERB VBD 2 conj";
    expect(mended("subject taken for an object", subjects)).toEqual([]);
    const verbs =
      "Chad PROPN NNP 2 nsubj | praised VERB VBD 0 root | Oman PROPN NNP 2 obj | and CCONJ CC 5 cc | bombed VERB VBD 2 conj | Mali PROPN NNP 5 obj";
    expect(mended("subject taken for an object", verbs)).toEqual([]);
  });
});

describe("clause that a noun tells", () => {
  test("has a conjunction, no pronoun", () => {
    const tree =
      "The DET DT 2 det | claim NOUN NN 8 nsubj | that PRON WDT 5 obj | Chad PROPN NNP 5 nsubj | attacked VERB VBD 2 acl:relcl | Mali PROPN NNP 5 obj | is AUX VBZ 8 cop | false ADJ JJ 0 root";
    expect(mended("clause that a noun tells", tree)).toEqual([
      "that < attacked : mark",
      "attacked < claim : acl",
    ]);
  });

  test("stays where the pronoun is the object: the town that Chad attacked", () => {
    const tree =
      "The DET DT 2 det | town NOUN NN 6 nsubj | that PRON WDT 5 obj | Chad PROPN NNP 5 nsubj | attacked VERB VBD 2 acl:relcl | fell VERB VBD 0 root";
    expect(mended("clause that a noun tells", tree)).toEqual([]);
  });
});

describe("where-clause of a place", () => {
  const tree = (comma: string, near: string) =>
    `a DET DT 2 det | camp NOUN NN 0 root | ${near} ADP IN 5 case | the DET DT 5 det | border NOUN NN 2 nmod | with ADP IN 7 case | Mali PROPN NNP 5 nmod | ${comma} | where ADV WRB 11 advmod | troops NOUN NNS 11 nsubj | live VERB VBP 7 acl:relcl`;

  test("is about the place, not about what it is near", () => {
    expect(mended("where-clause of a place", tree(", PUNCT , 11 punct", "near"))).toEqual([
      "live < camp : acl:relcl",
    ]);
  });

  test("stays where no comma parts it: the border with that Mali where they live", () => {
    expect(mended("where-clause of a place", tree("there ADV RB 11 advmod", "near"))).toEqual([]);
  });

  test("stays where the one place is in the other", () => {
    expect(mended("where-clause of a place", tree(", PUNCT , 11 punct", "inside"))).toEqual([]);
  });
});

describe("object behind a bracket", () => {
  const tree = (before: string) =>
    `Troops NOUN NNS 2 nsubj | took VERB VBD 0 root | from ADP IN 4 case | NATO PROPN NNP 2 obl | ${before} | the DET DT 9 det | town NOUN NN 4 appos`;

  test("is what the verb is done to", () => {
    const bracket = "( PUNCT -LRB- 6 punct | NA PROPN NNP 4 appos | ) PUNCT -RRB- 6 punct";
    expect(mended("object behind a bracket", tree(bracket))).toEqual(["town < took : obj"]);
  });

  test("stays another name behind a comma", () => {
    const comma = "( PUNCT -LRB- 6 punct | NA PROPN NNP 4 appos | , PUNCT , 9 punct";
    expect(mended("object behind a bracket", tree(comma))).toEqual([]);
  });
});

describe("verb joined to the wrong one", () => {
  const tree = (helper: string) =>
    `Peru PROPN NNP 3 nsubj | has AUX VBZ 3 aux | helped VERB VBN 0 root | since SCONJ IN 6 mark | it PRON PRP 6 nsubj | began VERB VBD 3 advcl | and CCONJ CC 9 cc | ${helper} AUX VBZ 9 aux | sent VERB VBN 6 conj`;

  test("is joined to the one with the same helping verb", () => {
    expect(mended("verb joined to the wrong one", tree("has"))).toEqual(["sent < helped : conj"]);
  });

  test("stays where its helping verb is another", () => {
    expect(mended("verb joined to the wrong one", tree("will"))).toEqual([]);
  });
});

test("every repair has a case here", () => {
  const names = repairs.map(({ name }) => name);
  expect(names).toEqual([
    "bare weekday",
    "report behind a time",
    "place and time on a person",
    "participle opening",
    "subject behind a conjunction",
    "person beside an inner noun",
    "bare infinitive behind an object",
    "name hung on a verb",
    "name behind a verb",
    "participle taken for a subject",
    "name before an amount",
    "subject taken for an object",
    "clause that a noun tells",
    "where-clause of a place",
    "object behind a bracket",
    "verb joined to the wrong one",
  ]);
});

/** Trees of up to nine words with the tags and relations that repairs look at. */
function anyTree(): fc.Arbitrary<{ readonly forms: readonly string[]; readonly sentence: ParsedSentence }> {
  const tag = fc.constantFrom(
    ...["VERB VBD", "VERB VBG", "VERB VBN", "VERB VB", "NOUN NN", "PROPN NNP", "PRON WDT", "NUM CD"],
    ...["ADP IN", "CCONJ CC"],
  );
  const deprel = fc.constantFrom(
    ..."nsubj obj iobj obl nmod conj cc case acl acl:relcl advcl xcomp ccomp csubj".split(" "),
    ..."appos compound nummod obl:unmarked advmod dep parataxis".split(" "),
  );
  const form = fc.constantFrom(..."help that and as after in Friday night Firefly saw".split(" "));
  return fc.array(fc.tuple(tag, deprel, form), { minLength: 1, maxLength: 9 }).chain((rows) => {
    const n = rows.length;
    const type = fc.constantFrom("person", "place", "time");
    const scores = fc.array(fc.integer({ min: 0, max: 99 }), {
      minLength: n * (n + 1),
      maxLength: n * (n + 1),
    });
    return fc.record({ scores, type, at: fc.nat(n - 1) }).map(({ scores, type, at }) => {
      const heads = bestTree(Float32Array.from(scores), n);
      const words = rows.map(([tags, relation, form], i) => {
        const [upos = "", xpos = ""] = tags.split(" ");
        const head = heads[i] as number;
        return { lemma: form.toLowerCase(), upos, xpos, head, deprel: head === 0 ? "root" : relation };
      });
      const mentions = [{ first: at, last: at, type, named: true }];
      return { forms: rows.map(([, , own]) => own), sentence: { words, mentions } };
    });
  });
}

test("a tree stays a projective one with one root, and the sentence given is not changed", () => {
  fc.assert(
    fc.property(anyTree(), fc.constantFrom(...repairs), ({ forms, sentence }, { mend }) => {
      const before = structuredClone(sentence);
      const { words } = mend(sentence, forms);
      expect(isProjectiveTree(Int32Array.from(words, ({ head }) => head))).toBe(true);
      expect(words.map(({ head }) => head === 0)).toEqual(words.map(({ deprel }) => deprel === "root"));
      expect(sentence).toEqual(before);
    }),
    { numRuns: 2000 },
  );
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

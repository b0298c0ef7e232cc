import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annotator } from "../../src/annotate/index.ts";
import { goldLinks, readLinks, spanDifferences } from "../support/coreference-links.ts";
import { chainsOf, cutText, type ReadDocument, readDocument } from "../support/coreference-reading.ts";
import {
  coreferenceRates,
  coreferring,
  type DocumentChains,
  greatestAssignment,
} from "../support/coreference-score.ts";
import { type GumDocument, gumDocuments, readGum } from "../support/gum-coreference.ts";
import { mentionWords, type TreeWord } from "../support/mention-words.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";
import { hasTreebanks } from "../support/treebank.ts";

/** What was reached on gum-dev (CoNLL average, in percent), rounded down. */
const GUM_DEV_FLOOR = 45;

/** Chains as they are written: one word a chain, one letter a mention. */
function chains(text: string): readonly (readonly string[])[] {
  return text.split(" ").map((chain) => [...chain]);
}

function score(key: string, response: string) {
  return coreferenceRates([{ key: chains(key), response: chains(response) }]);
}

describe("the measures", () => {
  test("are those of Pradhan et al. 2014, figure 1", () => {
    const { muc, bCubed, ceafE, mentions, conll } = score("abc defg", "ab cd fghi");
    // abc falls into ab|c, defg into d|e|fg: (3-2 + 4-3) of (2 + 3) links. ab holds, cd and fg|h|i: (1 + 0 + 1) of (1 + 1 + 3).
    expect(muc.recall).toBeCloseTo(2 / 5);
    expect(muc.precision).toBeCloseTo(2 / 5);
    // (2² + 1²)/3 + (1² + 2²)/4 of 7; 2²/2 + (1² + 1²)/2 + 2²/4 of 8.
    expect(bCubed.recall).toBeCloseTo((5 / 3 + 5 / 4) / 7);
    expect(bCubed.precision).toBeCloseTo(4 / 8);
    // abc with ab: 2·2/5, defg with fghi: 2·2/8.
    expect(ceafE.recall).toBeCloseTo((0.8 + 0.5) / 2);
    expect(ceafE.precision).toBeCloseTo((0.8 + 0.5) / 3);
    // abcdfg are in both.
    expect(mentions.recall).toBeCloseTo(6 / 7);
    expect(mentions.precision).toBeCloseTo(6 / 8);
    expect([muc.f1, bCubed.f1, ceafE.f1].map((f1) => f1.toFixed(2))).toEqual(["0.40", "0.45", "0.52"]);
    expect(conll).toBeCloseTo((muc.f1 + bCubed.f1 + ceafE.f1) / 3);
  });

  test("pay for a chain that swallows another", () => {
    const { muc, bCubed, ceafE } = score("abc defg", "ab cdfghi");
    // ab|c, dfg|e: (1 + 2) of (2 + 3). ab holds, c|dfg|h|i: (1 + 2) of (1 + 5).
    expect(muc.recall).toBeCloseTo(3 / 5);
    expect(muc.precision).toBeCloseTo(3 / 6);
    // (2² + 1²)/3 + 3²/4 of 7; 2²/2 + (1² + 3²)/6 of 8.
    expect(bCubed.recall).toBeCloseTo((5 / 3 + 9 / 4) / 7);
    expect(bCubed.precision).toBeCloseTo((2 + 10 / 6) / 8);
    // abc with ab: 2·2/5, defg with cdfghi: 2·3/10.
    expect(ceafE.recall).toBeCloseTo((0.8 + 0.6) / 2);
    expect(ceafE.precision).toBeCloseTo((0.8 + 0.6) / 2);
  });

  test("are those of Bagga and Baldwin 1998: MUC does not see which chains were joined, B-cubed does", () => {
    const key = "12345 67 89ABC";
    const small = score(key, "12345 6789ABC");
    const great = score(key, "1234589ABC 67");
    for (const { muc, bCubed } of [small, great]) {
      expect(muc.recall).toBe(1);
      expect(muc.precision).toBeCloseTo(9 / 10);
      expect(bCubed.recall).toBe(1);
    }
    // 5 + (2² + 5²)/7 of 12; (5² + 5²)/10 + 2 of 12.
    expect(small.bCubed.precision).toBeCloseTo((5 + 29 / 7) / 12);
    expect(great.bCubed.precision).toBeCloseTo(7 / 12);
    // The pairs 12345 and 89ABC with 6789ABC: 1 + 2·5/12; 12345 with the ten: 2·5/15, and 67: 1.
    expect(small.ceafE.recall).toBeCloseTo((1 + 10 / 12) / 3);
    expect(great.ceafE.precision).toBeCloseTo((10 / 15 + 1) / 2);
  });

  test("leave chains of one mention out on both sides", () => {
    const { muc, bCubed, ceafE, mentions } = score("a bc d", "e bc f");
    for (const { precision, recall } of [muc, bCubed, ceafE, mentions]) {
      expect([precision, recall]).toEqual([1, 1]);
    }
  });

  test("sum over documents before they divide", () => {
    const { muc, bCubed, ceafE } = coreferenceRates([
      { key: chains("ab"), response: chains("ab") },
      { key: chains("abc"), response: [] },
    ]);
    expect([muc.recall, bCubed.recall, ceafE.recall]).toEqual([1 / 3, 2 / 5, 1 / 2]);
    expect([muc.precision, bCubed.precision, ceafE.precision]).toEqual([1, 1, 1]);
  });

  test("are 0 where nothing is read or nothing is there", () => {
    for (const [key, response] of [
      ["ab", "x"],
      ["x", "ab"],
      ["ab", "cd"],
    ] as const) {
      expect(score(key, response).conll).toBe(0);
    }
    expect(coreferenceRates([]).conll).toBe(0);
  });

  test("count a mention of several chains in the longest, whatever the order", () => {
    expect(coreferring(chains("ab bcd d"))).toEqual([["b", "c", "d"]]);
    expect(coreferring(chains("bcd ab"))).toEqual([["b", "c", "d"]]);
    expect(coreferring(chains("bc ab"))).toEqual(coreferring(chains("ab cb")));
  });
});

describe("the best assignment", () => {
  test("is not the greedy one", () => {
    expect(
      greatestAssignment([
        [5, 4],
        [4, 1],
      ]),
    ).toBe(8);
  });

  test("may leave rows or columns without a partner", () => {
    const wide = [
      [1, 2, 3],
      [3, 3, 1],
    ];
    expect(greatestAssignment(wide)).toBe(6);
    expect(
      greatestAssignment([
        [1, 3],
        [2, 3],
        [3, 1],
      ]),
    ).toBe(6);
    expect(greatestAssignment([])).toBe(0);
    expect(greatestAssignment([[]])).toBe(0);
  });

  test("is as good as the best of all", () => {
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(fc.property(matrix, (weights) => greatestAssignment(weights) === bestOfAll(weights)));
  });
});

/** The greatest assignment by trying all. */
function bestOfAll([row, ...rest]: readonly (readonly number[])[]): number {
  if (!row) return 0;
  const without = (column: number) => rest.map((each) => each.toSpliced(column, 1));
  const tried = row.map((weight, column) => weight + bestOfAll(without(column)));
  return Math.max(bestOfAll(rest), ...tried);
}

describe("whatever the chains", () => {
  /** Mentions a to l, each in one of five chains or in none. */
  const anyChains = fc
    .array(fc.integer({ min: 0, max: 5 }), { minLength: 12, maxLength: 12 })
    .map((places) =>
      [1, 2, 3, 4, 5]
        .map((chain) => places.flatMap((place, i) => (place === chain ? [String.fromCharCode(97 + i)] : [])))
        .filter(({ length }) => length > 0),
    );
  const anyDocuments = fc.array(fc.record({ key: anyChains, response: anyChains }), {
    minLength: 1,
    maxLength: 4,
  });
  const ratesOf = (documents: readonly DocumentChains[]) => {
    const { muc, bCubed, ceafE, mentions } = coreferenceRates(documents);
    return [muc, bCubed, ceafE, mentions];
  };

  test("all values are from 0 to 1", () => {
    fc.assert(
      fc.property(anyDocuments, (documents) => {
        const values = ratesOf(documents).flatMap(({ precision, recall, f1 }) => [precision, recall, f1]);
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  test("a perfect response has all", () => {
    fc.assert(
      fc.property(anyDocuments, (documents) => {
        const perfect = documents.map(({ key }) => ({ key, response: key }));
        const isEmpty = documents.every(({ key }) => coreferring(key).length === 0);
        expect(coreferenceRates(perfect).conll).toBeCloseTo(isEmpty ? 0 : 1);
      }),
    );
  });

  test("their order, and that of documents and mentions, changes nothing", () => {
    fc.assert(
      fc.property(anyDocuments, (documents) => {
        const turned = documents.toReversed().map(({ key, response }) => ({
          key: key.toReversed().map((chain) => chain.toReversed()),
          response: response.toReversed().map((chain) => chain.toReversed()),
        }));
        expect(coreferenceRates(turned).conll).toBeCloseTo(coreferenceRates(documents).conll, 10);
      }),
    );
  });

  test("what is recall one way round is precision the other", () => {
    fc.assert(
      fc.property(anyDocuments, (documents) => {
        const swapped = documents.map(({ key, response }) => ({ key: response, response: key }));
        const [own, other] = [ratesOf(documents), ratesOf(swapped)];
        own.forEach(({ precision, recall }, i) => {
          expect(precision).toBeCloseTo(other[i]?.recall as number, 10);
          expect(recall).toBeCloseTo(other[i]?.precision as number, 10);
        });
      }),
    );
  });
});

/** CoNLL-U from lines of number, form, tag, head, relation and `Entity=`. */
function conllu(...lines: readonly string[]): string {
  return lines
    .map((line) => {
      if (!/^\d/.test(line)) return line;
      const [id, form, upos = "_", head = "_", deprel = "_", entity] = line.split(" ");
      const misc = entity ? `Discourse=x|Entity=${entity}|MSeg=y` : "_";
      return [id, form, "_", upos, "_", "_", head, deprel, "_", misc].join("\t");
    })
    .join("\n");
}

function mentionsIn(...lines: readonly string[]): readonly string[] {
  const [document] = gumDocuments(conllu("# newdoc id = GUM_news_x", ...lines));
  return (document as GumDocument).mentions.map(
    ({ sentence, first, last, head, chain, type, link }) =>
      `${sentence}:${first}-${last} (${head}) ${type} ${chain} ${link}`,
  );
}

describe("documents of GUM", () => {
  test("have an id, a genre, sentences and mentions that lie in one another", () => {
    const [news, other] = gumDocuments(
      conllu(
        "# newdoc id = GUM_news_ally",
        "# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity",
        "# text = The ally of Iran left.",
        "1 The DET 2 det (7-person-new-snnsn-cf1-2-coref",
        "2 ally NOUN 5 nsubj",
        "3 of ADP 4 case",
        "4 Iran PROPN 2 nmod (12-place-acc:inf-sssss-cf2-1-sgl-Iran)7)",
        "5 left VERB 0 root",
        "",
        "# text = He waited.",
        "1 He PRON 2 nsubj (7-person-giv:act-snnsn-cf1*-1-ana)",
        "2 waited VERB 0 root",
        "",
        "# newdoc id = GUM_bio_nobody",
        "# text = Rain.",
        "1 Rain NOUN 0 root",
      ),
    );
    expect(news?.id).toBe("GUM_news_ally");
    expect(news?.genre).toBe("news");
    expect(news?.sentences.map(({ words }) => words.length)).toEqual([5, 2]);
    expect(news?.mentions).toEqual([
      { sentence: 0, first: 0, last: 3, head: 1, chain: "7", type: "person", link: "coref" },
      { sentence: 0, first: 3, last: 3, head: 3, chain: "12", type: "place", link: "sgl" },
      { sentence: 1, first: 0, last: 0, head: 0, chain: "7", type: "person", link: "ana" },
    ]);
    expect(other).toMatchObject({ id: "GUM_bio_nobody", genre: "bio", mentions: [] });
  });

  test("close the inner of two brackets of one chain first", () => {
    expect(
      mentionsIn(
        "1 Ann PROPN 0 root (3-person-new-x-cf1-1-coref",
        "2 who PRON 3 nsubj (3-person-giv-x-cf1-1-ana)",
        "3 lost VERB 1 acl:relcl",
        "4 herself PRON 3 obj (4-object-new-x-cf1-1-sgl)3)",
      ),
    ).toEqual(["0:0-3 (0) person 3 coref", "0:1-1 (1) person 3 ana", "0:3-3 (3) object 4 sgl"]);
  });

  test("close one and open another on the same word, and keep marks in names of Wikipedia", () => {
    expect(
      mentionsIn(
        "1 Al X 2 compound (1-organization-new-x-cf1-1-sgl-Al-Qaeda_%28group%29",
        "2 Qaeda PROPN 0 root 1)(2-person-new-x-cf1-1-coref(5-abstract-new-x-cf1-1-coref",
        "3 men NOUN 2 dep 2)5)",
      ),
    ).toEqual(["0:0-1 (1) organization 1 sgl", "0:1-2 (1) person 2 coref", "0:1-2 (1) abstract 5 coref"]);
  });

  test("have no mentions in pieces, on empty nodes, or without an end", () => {
    expect(
      mentionsIn(
        "1 Ann PROPN 0 root (3[1/2]-person-new-x-cf1-1-coref(8-person-new-x-cf1-1-coref",
        "2 left VERB 1 dep 3[1/2])",
        "2.1 left VERB 1 dep (9-person-new-x-cf1-1-coref)",
        "3-4 Bob's _ _ _ (6-person-new-x-cf1-1-coref)",
        "3 Bob PROPN 1 dep (3[2/2]-person-new-x-cf1-1-coref)",
        "4 's PART 3 case (4-person-new-x-cf1-1-sgl)",
      ),
    ).toEqual(["0:3-3 (3) person 4 sgl"]);
  });

  test("have their fields in the order that the file tells", () => {
    expect(
      mentionsIn(
        "# global.Entity = etype-GRP-link",
        "1 Ann PROPN 0 root (person-4-coref",
        "2 Lee PROPN 1 flat 4)",
      ),
    ).toEqual(["0:0-1 (0) person 4 coref"]);
  });
});

/** Words with their trees: `form/tag/head/relation`. */
function tree(text: string): readonly TreeWord[] {
  return text.split(" ").map((word) => {
    const [form = "", upos = "", head = "", deprel = ""] = word.split("/");
    return { form, upos, head: Number(head), deprel };
  });
}

/** The words of the mention that hangs on a word. */
function mentionOf(head: string, text: string): string {
  const words = tree(text);
  const at = words.findIndex(({ form }) => form === head);
  const { first, last } = mentionWords(words, at);
  return words
    .slice(first, last + 1)
    .map(({ form }) => form)
    .join(" ");
}

describe("the words of a mention", () => {
  test("are all that hangs on its head, relative clauses too, without the preposition in front", () => {
    const sentence =
      "with/ADP/3/case the/DET/3/det mayor/NOUN/0/root of/ADP/5/case Homs/PROPN/3/nmod who/PRON/7/nsubj fled/VERB/3/acl:relcl ./PUNCT/3/punct";
    expect(mentionOf("mayor", sentence)).toBe("the mayor of Homs who fled");
    expect(mentionOf("Homs", sentence)).toBe("Homs");
  });

  test("go no further than an apposition or a joined noun", () => {
    const sentence =
      "his/PRON/2/nmod:poss wife/NOUN/0/root Ann/PROPN/2/appos Lee/PROPN/3/flat ,/PUNCT/7/punct and/CCONJ/7/cc Bob/PROPN/2/conj in/ADP/9/case Rome/PROPN/2/nmod";
    expect(mentionOf("wife", sentence)).toBe("his wife");
    expect(mentionOf("Ann", sentence)).toBe("Ann Lee");
    expect(mentionOf("Bob", sentence)).toBe("Bob");
  });

  test("keep a possessor’s mark, and a bracket that they open", () => {
    const sentence =
      "the/DET/2/det party/NOUN/7/nmod:poss (/PUNCT/4/punct PKK/PROPN/2/dep )/PUNCT/4/punct 's/PART/2/case men/NOUN/0/root )/PUNCT/7/punct";
    expect(mentionOf("party", sentence)).toBe("the party ( PKK ) 's");
    expect(mentionOf("men", sentence)).toBe("the party ( PKK ) 's men");
  });

  test("of a predicate are not what the copula says", () => {
    const sentence =
      "Ann/PROPN/5/nsubj is/AUX/5/cop now/ADV/5/advmod a/DET/5/det doctor/NOUN/0/root of/ADP/7/case law/NOUN/5/nmod in/ADP/9/case May/PROPN/5/obl ./PUNCT/5/punct";
    expect(mentionOf("doctor", sentence)).toBe("a doctor of law");
  });
});

describe("what is read of a document", () => {
  const text = conllu(
    "# newdoc id = GUM_news_x",
    "# newpar",
    "# text = Iran's ally can't wait.",
    "1-2 Iran's _",
    "1 Iran PROPN 3 nmod:poss (1-place-new-x-cf1-1-sgl",
    "2 's PART 1 case 1)",
    "3 ally NOUN 6 nsubj",
    "4-5 can't _",
    "4 ca AUX 6 aux",
    "5 not PART 6 advmod",
    "6 wait VERB 0 root",
    "7 . PUNCT 6 punct",
  );

  test("has its words where they are cut in GUM", () => {
    const [{ sentences }] = gumDocuments(text) as [GumDocument];
    const cut = cutText(sentences);
    expect(cut.pieces[0]?.map(({ form, start, end }) => `${form} = ${cut.text.slice(start, end)}`)).toEqual([
      ...["Iran = Iran", "'s = 's", "ally = ally", "ca = can't", "not = can't", "wait = wait", ". = ."],
    ]);
  });

  test("is told by all words of a mention or by its head", () => {
    const [gum] = gumDocuments(text) as [GumDocument];
    const place = { sentence: 0, chain: "1" };
    const mentions = [
      { ...place, first: 0, last: 2, head: 2 },
      { ...place, first: 2, last: 2, head: 2 },
      { ...place, first: 0, last: 1, head: 0 },
    ].map((mention) => ({ ...mention, type: "person", link: "coref" }));
    const document: ReadDocument = { gum: { ...gum, mentions }, read: [] };
    expect(chainsOf(document, "words").key).toEqual([["0:0-2", "0:2-2", "0:0-1"]]);
    expect(chainsOf(document, "head").key).toEqual([["0:2+1", "0:2", "0:0"]]);
  });
});

describe.skipIf(!hasTreebanks)("GUM (../shared/data/treebanks)", () => {
  test("is read on gum-dev no worse than when the floor was set", { timeout: 60_000 }, () => {
    const annotate = annotator(ontology, parser);
    const documents = readGum("gum-dev").map((gum) => readDocument(gum, annotate));
    const byWords = coreferenceRates(documents.map((document) => chainsOf(document, "words")));
    const byHead = coreferenceRates(documents.map((document) => chainsOf(document, "head")));
    expect(100 * byWords.conll).toBeGreaterThanOrEqual(GUM_DEV_FLOOR);
    expect(byHead.conll).toBeGreaterThanOrEqual(byWords.conll);
    const found = documents.flatMap(goldLinks).filter(({ missed }) => missed === undefined).length;
    const right = documents.flatMap(readLinks).filter(({ wrong }) => wrong === undefined).length;
    expect(found).toBe(right);
    const spans = documents.flatMap(spanDifferences);
    expect(spans.filter(({ how }) => how === "the same").length / spans.length).toBeGreaterThanOrEqual(0.94);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { isProjectiveTree } from "../../src/annotate/parser/tree.ts";
import { type Ended, whosays } from "../support/run-whosays.ts";
import { readConllu } from "../support/treebank.ts";

const folder = mkdtempSync(join(tmpdir(), "whosays-annotate-"));
afterAll(() => rmSync(folder, { recursive: true }));

function annotate(...args: readonly string[]): Promise<Ended> {
  return whosays(folder, "annotate", ...args);
}

function file(name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const ARTICLE = `Storm hits Esterburg

Oct 21, 2017

ESTERBURG (Freedonia Wire) — Freedonia's council didn't open the port on Friday.\tRain fell all\u00a0night.
`;

/** Columns of every word line, the lines of fused words left out. */
function rowsIn(conllu: string): readonly (readonly string[])[] {
  return conllu
    .split("\n")
    .filter((line) => /^\d+\t/.test(line))
    .map((line) => line.split("\t"));
}

describe("CoNLL-U of an article", () => {
  test("has ten columns, one projective tree a sentence, and the place of each word in the text", async () => {
    const { code, stdout, stderr } = await annotate(file("a.txt", ARTICLE));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const row of rowsIn(stdout)) {
      expect(row.length).toBe(10);
      const [, start, end] = /TokenRange=(\d+):(\d+)/.exec(row[9] as string) ?? [];
      expect(ARTICLE.slice(Number(start), Number(end))).toBe(row[1]);
    }
    const sentences = readConllu(stdout);
    expect(sentences.map(({ text }) => text)).toEqual([
      "Storm hits Esterburg",
      "Freedonia's council didn't open the port on Friday.",
      "Rain fell all night.",
    ]);
    for (const { words } of sentences)
      expect(isProjectiveTree(Int32Array.from(words, ({ head }) => head))).toBe(true);
    expect(sentences.map(({ opens }) => opens)).toEqual([true, true, false]);
  });

  test("marks words that are written as one", async () => {
    const { stdout } = await annotate(file("a.txt", ARTICLE), "--conllu");
    const [, second] = readConllu(stdout);
    expect(second?.fused.map(({ form }) => form)).toEqual(["Freedonia's", "didn't"]);
    expect(second?.words.slice(3, 6).map(({ form, lemma, upos, xpos }) => [form, lemma, upos, xpos])).toEqual(
      [
        ["did", "do", "AUX", "VBD"],
        ["n't", "not", "PART", "RB"],
        ["open", "open", "VERB", "VB"],
      ],
    );
  });

  test("says number, tense, person and voice", async () => {
    const { stdout } = await annotate(file("b.txt", "The ports were opened by him. She sees us.\n"));
    const features = rowsIn(stdout).map((row) => `${row[1]} ${row[5]}`);
    expect(features).toContain("ports Number=Plur");
    expect(features).toContain("were Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin");
    expect(features).toContain("opened Tense=Past|VerbForm=Part|Voice=Pass");
    expect(features).toContain("him Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs");
    expect(features).toContain("sees Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin");
  });
});

test("JSON has the fields that other pipelines rely on", async () => {
  const { stdout } = await annotate(file("a.txt", ARTICLE), "--json", "--published", "2017-10-21");
  const annotated = JSON.parse(stdout);
  expect(annotated).toMatchObject({ document: "a.txt", text: ARTICLE });
  expect(annotated.zones.map(({ kind }: { kind: string }) => kind)).toEqual([
    "headline",
    "publication",
    "dateline",
    "body",
  ]);
  const council = annotated.sentences[1].tokens.find(({ form }: { form: string }) => form === "council");
  expect(Object.keys(council)).toEqual(["start", "end", "form", "lemma", "upos", "xpos", "head", "deprel"]);
  expect(annotated.sentences[1].markings).toContainEqual({
    ...{ start: ARTICLE.indexOf("Friday"), end: ARTICLE.indexOf("Friday") + 6, type: "time", named: true },
  });
  expect(annotated.mentions[0]).toMatchObject({
    id: 0,
    head: { start: expect.any(Number) },
    chain: expect.any(Number),
  });
  expect(annotated.times).toMatchObject([
    { text: "Friday", kind: "date", iso: "2017-10-20", grain: "day", value: { start: "2017-10-20" } },
    { text: "all\u00a0night", kind: "duration", iso: "P1D" },
  ]);
});

const TOKENISED = `# newdoc id = x
# sent_id = x-1
# text = Freedonia didn't open the port.
1\tFreedonia\t_\tX\tX\t_\t0\troot\t_\tEntity=(1-place
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\t_\tX\tX\t_\t1\tdep\t_\t_
3\tn't\t_\tX\tX\t_\t1\tdep\t_\t_
4\topen\t_\tX\tX\t_\t1\tdep\t_\t_
4.1\tghost\t_\tX\tX\t_\t_\t_\t1:dep\t_
5\tthe\t_\tX\tX\t_\t1\tdep\t_\t_
6\tport\t_\tX\tX\t_\t1\tdep\t_\tSpaceAfter=No
7\t.\t_\tX\tX\t_\t1\tdep\t_\t_

# sent_id = x-2
1\tRain\t_\tX\tX\t_\t0\troot\t_\t_
2\tfell\t_\tX\tX\t_\t1\tdep\t_\t_

`;

describe("CoNLL-U in", () => {
  test("keeps sentences, words, comments and the last column, and gives the rest anew", async () => {
    const { code, stdout } = await annotate(file("x.conllu", TOKENISED), "--tokenized", "--conllu");
    expect(code).toBe(0);
    const kept = (text: string) =>
      text
        .split("\n")
        .filter((line) => !line.includes("ghost"))
        .map((line) => (line.startsWith("#") ? line : [0, 1, 9].map((i) => line.split("\t")[i]).join(" ")));
    expect(kept(stdout)).toEqual(kept(TOKENISED));
    const [first, second] = readConllu(stdout);
    expect(first?.words.map(({ upos }) => upos)).toEqual([
      "PROPN",
      "AUX",
      "PART",
      "VERB",
      "DET",
      "NOUN",
      "PUNCT",
    ]);
    expect(second?.words.map(({ head, deprel }) => `${head} ${deprel}`)).toEqual(["2 nsubj", "0 root"]);
  });

  test("has places in the text that its words make", async () => {
    const { stdout } = await annotate(file("x.conllu", TOKENISED), "--tokenized", "--json");
    const { text, sentences } = JSON.parse(stdout);
    expect(text).toBe("Freedonia didn't open the port. Rain fell");
    const [first, second] = sentences;
    expect(
      first.tokens.map(({ start, end }: { start: number; end: number }) => text.slice(start, end)),
    ).toEqual(["Freedonia", "didn't", "didn't", "open", "the", "port", "."]);
    expect(text.slice(second.start, second.end)).toBe("Rain fell");
  });

  test.for([
    ["nine columns", "1\ta\t_\t_\t_\t_\t0\troot\t_\n\n", "line 1 has 9 columns, not 10"],
    [
      "a number twice",
      "1\ta\t_\t_\t_\t_\t0\troot\t_\t_\n1\tb\t_\t_\t_\t_\t0\troot\t_\t_\n\n",
      "line 2 has the number 1 where 2 is due",
    ],
    [
      "an article",
      ARTICLE,
      "is no CoNLL-U: line 1 has 1 columns, not 10; leave out --tokenized for plain text",
    ],
    ["nothing", "\n\n", "holds no sentence"],
    ["comments alone", "# newdoc id = a\n\n", "holds no sentence"],
    ["no form", "1\t\t_\t_\t_\t_\t0\troot\t_\t_\n\n", "line 1 has no form"],
    ["a control", "1\ta\u001b[31m\t_\t_\t_\t_\t0\troot\t_\t_\n\n", "line 1 holds a control character"],
  ] as const)("that is broken is named with its line: %s", async ([, text, message]) => {
    const { code, stdout, stderr } = await annotate(file("broken.conllu", text), "--tokenized");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("broken.conllu");
    expect(stderr).toContain(message);
  });
});

describe("what goes wrong", () => {
  test.for([
    [["nowhere.txt"], 1, "nowhere.txt: does not exist (ENOENT)"],
    [["nowhere.conllu", "--tokenized"], 1, "nowhere.conllu: does not exist (ENOENT)"],
    [["."], 2, "is a folder; name one article"],
    [["a.txt", "--model", "huge"], 2, "Allowed choices are default, fast"],
    [["a.txt", "--json", "--conllu"], 2, "cannot be used with"],
    [["a.txt", "--published", "Friday"], 2, "Write the day as 2017-10-21"],
  ] as const)("%s", async ([args, code, message]) => {
    file("a.txt", ARTICLE);
    const ended = await annotate(...args);
    expect(ended.code).toBe(code);
    expect(ended.stdout).toBe("");
    expect(ended.stderr).toContain(message);
  });
});

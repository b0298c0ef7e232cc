import { describe, expect, test } from "vitest";
import { ConlluError, readConllu } from "../../src/read/conllu.ts";

/** A file of word lines written as `id form misc`, sentences parted by an empty line. */
function file(...sentences: readonly (readonly string[])[]): string {
  return sentences
    .map((lines) =>
      lines
        .map((line) => {
          if (line.startsWith("#")) return line;
          const [id, form = "", misc = "_"] = line.split(" ");
          return [id, form, "_", "_", "_", "_", "0", "root", "_", misc].join("\t");
        })
        .join("\n"),
    )
    .join("\n\n");
}

function placesIn(source: string): readonly string[] {
  const { text, sentences } = readConllu(source);
  return sentences.flatMap(({ words }) =>
    words.map(({ form, start, end }) => `${form} = ${text.slice(start, end)}`),
  );
}

test("words are joined as the file says, and have their places", () => {
  const source = file(
    ["# newdoc", "1 Rain", "2 fell SpaceAfter=No", "3 ."],
    ["1 So"],
    ["# newpar", "1 Why SpaceAfter=No", "2 ?"],
  );
  expect(readConllu(source).text).toBe("Rain fell. So\n\nWhy?");
  expect(placesIn(source)).toEqual(["Rain = Rain", "fell = fell", ". = .", "So = So", "Why = Why", "? = ?"]);
});

test("words that are written as one have the place of the whole", () => {
  const source = file(["1-2 didn't", "1 did", "2 n't", "3-4 cannot SpaceAfter=No", "3 can", "4 not", "5 ."]);
  expect(readConllu(source).text).toBe("didn't cannot.");
  expect(placesIn(source)).toEqual(["did = didn't", "n't = didn't", "can = cannot", "not = cannot", ". = ."]);
});

test("line ends of any kind, empty words and comments alone are borne", () => {
  const source = `${file(["# only a comment"], ["1 Rain", "1.1 ghost", "2 fell"])}\n\n\n`.replaceAll(
    "\n",
    "\r\n",
  );
  const { text, sentences } = readConllu(source);
  expect(text).toBe("Rain fell");
  expect(sentences.map(({ words }) => words.length)).toEqual([0, 2]);
});

describe("what is broken is named with its line", () => {
  test.for([
    ["a range that does not come next", ["2-3 ab", "1 a"], "line 1 has the range 2-3"],
    ["a range of one", ["1-1 a", "1 a"], "line 1 has the range 1-1"],
    ["a range inside a range", ["1-3 abc", "1 a", "2-3 bc", "2 b", "3 c"], "line 3 has the range 2-3"],
    [
      "a range behind the end",
      ["1-9 abc", "1 a", "2 b"],
      "line 1 has a range that ends behind the last word",
    ],
    ["a gap", ["1 a", "3 b"], "line 2 has the number 3 where 2 is due"],
    ["a word for a number", ["one a"], 'line 1 begins with "one"'],
  ] as const)("%s", ([, lines, message]) => {
    expect(() => readConllu(file(lines))).toThrow(ConlluError);
    expect(() => readConllu(file(lines))).toThrow(message);
  });
});

test("a long file takes the time of its length", { timeout: 60_000 }, () => {
  const source = "1\ta\t_\t_\t_\t_\t0\troot\t_\t_\n\n".repeat(200_000);
  expect(readConllu(source).sentences.length).toBe(200_000);
});

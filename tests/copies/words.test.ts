import { describe, expect, test } from "vitest";
import { likeness } from "../../src/copies/likeness.ts";
import { copyWords, hashWord, SHINGLE_WORDS, shinglesOf } from "../../src/copies/words.ts";

const alike = (a: string, b: string) => copyWords(a).join(" ") === copyWords(b).join(" ");
const hashes = (text: string) => Uint32Array.from(copyWords(text), hashWord);
const likenessOf = (a: string, b: string) => likeness(hashes(a), hashes(b));

describe("words that copies share", () => {
  test.for([
    ["“Don’t go,” he said.", '"Do not go", he said'],
    ["the U.S.-led coalition", "the US-led coalition"],
    ["1,200 soldiers", "1200 soldiers"],
    ["co-operation with neighbouring organisations", "cooperation with neighboring organizations"],
    ["Deir ez-Zor and Qaryatayn", "Deir el-Zour and Qaryatain"],
    ["the teachers’ four-month strike", "The teachers 4 month strike"],
    ["100km from Raqa", "100 km from Raqqa"],
    ["the theatre’s centre — café", "The theater's center - cafe"],
    ["sol\u00addiers\u200b came", "soldiers came"],
  ] as const)("%s = %s", ([a, b]) => {
    expect(copyWords(a)).toEqual(copyWords(b));
  });

  test.for([
    ["killed 5 soldiers", "killed 6 soldiers"],
    ["he will go", "he will not go"],
    ["Iran", "Iraq"],
    ["Austria", "Australia"],
  ] as const)("%s ≠ %s", ([a, b]) => {
    expect(alike(a, b)).toBe(false);
  });

  test("are none in a text of marks alone", () => {
    expect(copyWords("— “…” ***")).toEqual([]);
  });
});

describe("runs of words", () => {
  test("are none in a sentence that is too short to have one", () => {
    expect(shinglesOf(hashes("It rained today")).size).toBe(0);
    expect(shinglesOf(hashes("It rained again today")).size).toBe(1);
  });

  test("survive a change of one word elsewhere", () => {
    const [a, b] = ["Rain fell on the old bridge of Varnholm", "Rain fell on the new bridge of Varnholm"].map(
      (text) => shinglesOf(hashes(text)),
    );
    expect([...(a ?? [])].filter((run) => b?.has(run))).toHaveLength(5 - SHINGLE_WORDS);
  });
});

describe("likeness", () => {
  test("is 1 for the same words and 0 for none", () => {
    expect(likenessOf("Rain fell on Varnholm", "“Rain fell on Varnholm.”")).toBe(1);
    expect(likenessOf("Rain fell", "Nobody came")).toBe(0);
    expect(likenessOf("…", "…")).toBe(0);
  });

  test("minds the order of the words", () => {
    expect(likenessOf("the army beat the rebels", "the rebels beat the army")).toBeLessThan(0.7);
  });

  test("is near 1 for a sentence that stands in a longer one, if it is long enough", () => {
    const rest = "and nobody knows when the council will meet to open it again";
    expect(
      likenessOf(
        "the council closed the northern bridge on Monday",
        `the council closed the northern bridge on Monday, ${rest}`,
      ),
    ).toBe(1);
    expect(likenessOf("the bridge is closed", `the bridge is closed, ${rest}`)).toBeLessThan(0.5);
  });

  test("is the same both ways", () => {
    const [a, b] = [
      "Rain fell on the bridge of Varnholm all night",
      "Snow fell on a bridge in Varnholm last night",
    ];
    expect(likenessOf(a, b)).toBe(likenessOf(b, a));
  });
});

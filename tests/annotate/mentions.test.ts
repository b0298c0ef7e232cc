import { describe, expect, test } from "vitest";
import { annotator } from "../../src/annotate/index.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";

const annotate = annotator(ontology, parser);

function mentionsIn(text: string) {
  return annotate({ id: "a", text, zones: [{ kind: "body", start: 0, end: text.length }] }).mentions;
}

/** Named mentions as `text > who`, where who is the known name, the organ's state, or the class told by the text. */
function namesIn(text: string): readonly string[] {
  return mentionsIn(text)
    .filter(({ kind }) => kind === "name")
    .map(
      ({ text: words, known, organOf, type }) =>
        `${words} > ${known ?? (organOf ? `${organOf} ${type}` : (type ?? "?"))}`,
    );
}

describe("names", () => {
  test.for([
    ["The US met Iran.", ["US > UnitedStates", "Iran > Iran"]],
    [
      "U.S. officials met the U.S.-backed rebels.",
      ["U.S. officials > UnitedStates Government", "U.S. > UnitedStates", "U.S. > UnitedStates"],
    ],
    ["Israeli jets struck.", ["Israeli jets > Israel ArmedForce", "Israeli > Israel"]],
    ["Iran’s armed forces met.", ["Iran’s armed forces > Iran ArmedForce", "Iran > Iran"]],
    ["The Russians left.", ["Russians > Russia"]],
    ["Moscow said so.", ["Moscow > Russia"]],
    ["He lives in Moscow.", ["Moscow > Moscow"]],
    ["Homs province is large.", ["Homs > HomsGovernorate"]],
    ["The city of Homs is large.", ["Homs > Homs"]],
    ["Gen. Rufus T. Firefly spoke.", ["Rufus T. Firefly > Person"]],
    ["The Freedonia Ministry of Truth spoke.", ["Freedonia Ministry of Truth > Organization"]],
    ["The village of Oakhurst burned.", ["Oakhurst > Settlement"]],
    ["The Chief of Staff spoke.", []],
    ["On Monday in March it rained.", []],
  ] as const)("%s", ([text, expected]) => {
    expect(namesIn(text)).toEqual(expected.map((line) => line.replace("HomsGovernorate", "HomsProvince")));
  });

  test("a headline in capitals does not turn grammar words into names", () => {
    expect(namesIn("THIS IS WHO IT IS ABOUT")).toEqual([]);
  });

  test("a word that also stands in lower case is no name at the beginning of a sentence", () => {
    expect(namesIn("Officials met. The officials spoke.")).toEqual([]);
  });
});

describe("chains", () => {
  test("an abbreviation in brackets is its long form from then on", () => {
    const mentions = mentionsIn("The Oakhurst Workers Party (OWP) met. The OWP won.").filter(
      ({ kind }) => kind === "name",
    );
    expect(mentions.map(({ text }) => text)).toEqual(["Oakhurst Workers Party", "OWP", "OWP"]);
    expect(new Set(mentions.map(({ chain }) => chain)).size).toBe(1);
  });

  test("a last name is the one person who bears it", () => {
    const mentions = mentionsIn("President Rufus Firefly spoke. Later Firefly left.").filter(
      ({ kind }) => kind === "name",
    );
    expect(new Set(mentions.map(({ chain }) => chain)).size).toBe(1);
  });

  test("of two bearers of a last name, it is neither", () => {
    const mentions = mentionsIn("President Ann Lee met Gen. Bob Lee. Then Lee left.").filter(
      ({ kind }) => kind === "name",
    );
    expect(new Set(mentions.map(({ chain }) => chain)).size).toBe(3);
  });
});

test("every mention is a slice of the text inside its sentence and phrase", () => {
  const text =
    "The northern city of Raqqa, the de facto capital of Islamic State (IS), fell.\r\nIran’s growing role in Syria 😀 grew.";
  const document = annotate({ id: "a", text, zones: [{ kind: "body", start: 0, end: text.length }] });
  expect(document.mentions.length).toBeGreaterThan(4);
  for (const { start, end, text: words, phrase } of document.mentions) {
    expect(text.slice(start, end)).toBe(words);
    expect(phrase.start).toBeLessThanOrEqual(start);
    expect(phrase.end).toBeGreaterThanOrEqual(end);
    expect(document.sentences.some((sentence) => sentence.start <= start && end <= sentence.end)).toBe(true);
  }
});

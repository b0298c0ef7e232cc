import { describe, expect, test } from "vitest";
import {
  currentType,
  eventRates,
  type GoldEvent,
  halfOf,
  isActor,
  missedEvents,
  percentages,
  ratesByType,
  type ScoredTriple,
  tells,
  wrongTriples,
} from "../support/event-score.ts";

const TEXT = "Israeli tanks shelled Gaza, and Hamas accused Israel of breaking a truce with Egypt.";

/** A stretch of the sentence, told by its words. */
function at(words: string, text = TEXT) {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the sentence`);
  return { start, end: start + words.length };
}

function triple(subject: string, type: string | undefined, object?: string): ScoredTriple {
  return { subject: [at(subject)], object: object === undefined ? undefined : [at(object)], type };
}

function event(source: string | undefined, type: string, target: string | undefined, more = {}): GoldEvent {
  return { id: "e1", text: TEXT, source, target, type, reciprocal: false, ...more };
}

const both = { withType: true, untyped: false };

describe("an actor", () => {
  test("is the one that a name overlaps, be it by a part", () => {
    expect(isActor([at("Israeli tanks")], "Israeli", TEXT)).toBe(true);
    expect(isActor([at("Israeli")], "Israeli tanks", TEXT)).toBe(true);
    expect(isActor([at("Hamas")], "Israeli tanks", TEXT)).toBe(false);
  });

  test("has a name and a phrase, and either will do", () => {
    expect(isActor([at("tanks"), at("Israeli tanks")], "Israeli", TEXT)).toBe(true);
  });

  test("is told by place alone where the name stands as a whole word: a demonym is not its state", () => {
    expect(isActor([at("Israeli tanks")], "Israel", TEXT)).toBe(false);
    expect(isActor([at("Israel of")], "Israel", TEXT)).toBe(true);
  });

  test("is told inside a word where the name is no whole word anywhere", () => {
    const text = "Palestinians met Gaza's mayor.";
    expect(isActor([at("Palestinians", text)], "Palestinian", text)).toBe(true);
  });

  test("is told by every place where the name stands", () => {
    const text = "Iran met Iraq before Iran left.";
    const second = { start: 21, end: 25 };
    expect(isActor([second], "Iran", text)).toBe(true);
  });

  test("does not hang on white space", () => {
    expect(isActor([at("Israeli tanks")], "  Israeli   tanks", TEXT)).toBe(true);
  });

  test("is told by a word that they share where the name does not stand as written", () => {
    const text = "U.S. and Russian negotiators met the King of Jordan's son.";
    const negotiators = [at("U.S. and Russian negotiators", text)];
    expect(isActor(negotiators, "U.S. ... negotiators", text)).toBe(true);
    expect(isActor([at("Russian negotiators", text)], "U.S. ... mediators", text)).toBe(false);
    expect(isActor([at("Jordan's", text)], "Jordan King", text)).toBe(true);
  });

  test("is not told by words that all phrases share", () => {
    const text = "The head of the bank met the mayor of the town.";
    expect(isActor([at("the mayor of the town", text)], "The chief of the union", text)).toBe(false);
  });
});

describe("a triple tells an event", () => {
  const shelled = triple("Israeli tanks", "ASSAULT", "Gaza");

  test("where subject, object and type are right", () => {
    expect(tells(shelled, event("Israeli", "ASSAULT", "Gaza"), true)).toBe(true);
    expect(tells(shelled, event("Hamas", "ASSAULT", "Gaza"), true)).toBe(false);
    expect(tells(shelled, event("Israeli", "ASSAULT", "Egypt"), true)).toBe(false);
    expect(tells(shelled, event("Israeli", "COERCE", "Gaza"), true)).toBe(false);
  });

  test("whatever the type where that is not scored", () => {
    expect(tells(shelled, event("Israeli", "COERCE", "Gaza"), false)).toBe(true);
  });

  test("the other way round only where the event is reciprocal", () => {
    expect(tells(shelled, event("Gaza", "ASSAULT", "Israeli"), true)).toBe(false);
    expect(tells(shelled, event("Gaza", "ASSAULT", "Israeli", { reciprocal: true }), true)).toBe(true);
  });

  test("by the source alone where it has no target, and by the target alone where it has no source", () => {
    expect(tells(triple("Israeli tanks", "ASSAULT"), event("Israeli", "ASSAULT", undefined), true)).toBe(
      true,
    );
    expect(tells(shelled, event("Israeli", "ASSAULT", undefined), true)).toBe(true);
    expect(tells(shelled, event(undefined, "ASSAULT", "Gaza"), true)).toBe(true);
    expect(tells(triple("Hamas", "ASSAULT"), event(undefined, "ASSAULT", "Gaza"), true)).toBe(false);
  });

  test("with a target only where it has an object", () => {
    expect(tells(triple("Israeli tanks", "ASSAULT"), event("Israeli", "ASSAULT", "Gaza"), true)).toBe(false);
  });
});

test("types of 2017 have their names of 2021", () => {
  expect(["DEMAND", "DISAPPROVE", "INVESTIGATE", "FIGHT", "AID"].map(currentType)).toEqual([
    ...["REQUEST", "ACCUSE", "ACCUSE", "ASSAULT", "AID"],
  ]);
});

describe("rates", () => {
  const events = [
    event("Israeli", "ASSAULT", "Gaza"),
    event("Hamas", "ACCUSE", "Israel"),
    event("Israel", "RETREAT", undefined),
  ];

  test("count found events over events, and right triples over triples between two actors with a type", () => {
    const triples = [
      triple("Israeli tanks", "ASSAULT", "Gaza"),
      triple("Hamas", "COERCE", "Israel of"),
      triple("Hamas", undefined, "Egypt"),
      triple("Israel of", "RETREAT"),
    ];
    const sentences = [{ text: TEXT, events, triples }];
    expect(eventRates(sentences, both)).toEqual({ events: 3, found: 2, triples: 2, right: 1 });
    expect(eventRates(sentences, { withType: false, untyped: false })).toEqual({
      ...{ events: 3, found: 3, triples: 2, right: 2 },
    });
    expect(eventRates(sentences, { withType: false, untyped: true })).toEqual({
      ...{ events: 3, found: 3, triples: 3, right: 2 },
    });
    expect(missedEvents(sentences).map(({ event: { type } }) => type)).toEqual(["ACCUSE"]);
    expect(wrongTriples(sentences[0] as (typeof sentences)[0])).toEqual([triples[1]]);
    expect([...ratesByType(sentences)]).toEqual([
      ["ACCUSE", { events: 1, found: 0, triples: 0, right: 0 }],
      ["ASSAULT", { events: 1, found: 1, triples: 1, right: 1 }],
      ["COERCE", { events: 0, found: 0, triples: 1, right: 0 }],
      ["RETREAT", { events: 1, found: 1, triples: 0, right: 0 }],
    ]);
  });

  test("count what is read twice of one pair once, and another type of it again", () => {
    const shelled = triple("Israeli tanks", "ASSAULT", "Gaza");
    const triples = [shelled, shelled, { ...shelled, type: "COERCE" }];
    const sentences = [{ text: TEXT, events, triples }];
    expect(eventRates(sentences, both)).toMatchObject({ found: 1, triples: 2, right: 1 });
    expect(eventRates(sentences, { withType: false, untyped: false })).toMatchObject({ triples: 1 });
  });

  test("let one triple find the two directions of a reciprocal event", () => {
    const met = { reciprocal: true };
    const twice = [event("Hamas", "CONSULT", "Egypt", met), event("Egypt", "CONSULT", "Hamas", met)];
    const sentences = [{ text: TEXT, events: twice, triples: [triple("Hamas", "CONSULT", "Egypt")] }];
    expect(eventRates(sentences, both)).toEqual({ events: 2, found: 2, triples: 1, right: 1 });
  });

  test("never look into another sentence", () => {
    const found = { text: TEXT, events, triples: [] };
    const read = { text: TEXT, events: [], triples: [triple("Israeli tanks", "ASSAULT", "Gaza")] };
    expect(eventRates([found, read], both)).toEqual({ events: 3, found: 0, triples: 1, right: 0 });
  });

  test("make percentages, 0 for nothing", () => {
    expect(percentages({ events: 4, found: 1, triples: 2, right: 1 })).toEqual({
      ...{ precision: 50, recall: 25, f1: 100 / 3 },
    });
    expect(percentages({ events: 0, found: 0, triples: 0, right: 0 })).toEqual({
      ...{ precision: 0, recall: 0, f1: 0 },
    });
  });
});

test("the halves are told by the text alone, and are halves", () => {
  const texts = Array.from({ length: 400 }, (_, i) => `Sentence ${i}.`);
  const first = texts.filter((text) => halfOf(text) === "a").length;
  expect(first).toBeGreaterThan(160);
  expect(first).toBeLessThan(240);
  expect(halfOf(TEXT)).toBe(halfOf(`${TEXT}`));
});

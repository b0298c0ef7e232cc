import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { skeletonOf } from "../../src/resolve/closeness.ts";
import { doubtfulPairs, type Named } from "../../src/resolve/doubtful.ts";
import { hostilePieces } from "../support/hostile.ts";

/** An entity whose id is its label unless said otherwise: `Person: Ann Lee, A. Lee`. */
function named(sketch: string, about: Partial<Named> = {}): Named {
  const [type = "", names = ""] = sketch.split(": ");
  const [label = "", ...aliases] = names.split(", ");
  return { id: label, label, type, aliases, sameAs: [], differentFrom: [], ...about };
}

/** The doubts as lines: `0.60 Ann Lee, Lee: "Lee" is the last word of "Ann Lee"`. */
function doubts(...entities: readonly Named[]): readonly string[] {
  return doubtfulPairs(entities).map(
    ({ ids, score, reason }) => `${score.toFixed(2)} ${ids.join(", ")}: ${reason}`,
  );
}

describe("two may be one", () => {
  test.for([
    ["Person: Ann Lee", "Person: Lee", '0.60 Ann Lee, Lee: "Lee" is the last word of "Ann Lee"'],
    ["Entity: Ann Lee", "Person: Lee", '0.54 Ann Lee, Lee: "Lee" is the last word of "Ann Lee"'],
    [
      "Settlement: Qaryatayn",
      "Settlement: Al-Karyatein",
      '0.70 Al-Karyatein, Qaryatayn: "Al-Karyatein" and "Qaryatayn" have the same consonants, krtn',
    ],
    [
      "ArmedGroup: Free Syrian Army",
      "ArmedGroup: F.S.A.",
      '0.70 F.S.A., Free Syrian Army: "F.S.A." may be short for "Free Syrian Army"',
    ],
    [
      "Organization: Observatory for Human Rights",
      "Organization: Syrian Observatory for Human Rights",
      '0.40 Observatory for Human Rights, Syrian Observatory for Human Rights: "Observatory for Human Rights" is a part of "Syrian Observatory for Human Rights"',
    ],
    [
      "Person: Odile Brandvold",
      "Person: Odile Brandvald",
      '0.77 Odile Brandvald, Odile Brandvold: "Odile Brandvald" and "Odile Brandvold" differ in 1 letter',
    ],
    [
      "Place: Port Ellery",
      "Place: Quay, PORT ELLERY",
      '0.95 Port Ellery, Quay: both are called "PORT ELLERY"',
    ],
  ] as const)("%s and %s", ([first, second, doubt]) => {
    expect(doubts(named(first), named(second))).toEqual([doubt]);
    expect(doubts(named(second), named(first))).toEqual([doubt]);
  });
});

describe("two are not taken for one", () => {
  test.for([
    ["of other classes", named("Person: Lee"), named("Settlement: Lee", { id: "Lee_" })],
    ["with nothing in common", named("Person: Ann Lee"), named("Person: Bob Hale")],
    ["with another number", named("Organization: Unit 12"), named("Organization: Unit 13")],
    ["with a first name in common", named("Person: Ann Lee"), named("Person: Ann Hale")],
    ["with too few consonants", named("Settlement: Ariha"), named("Settlement: Rouya")],
    [
      "with links to different things",
      named("Person: Ann Lee", { sameAs: ["http://www.wikidata.org/entity/Q1"] }),
      named("Person: Ann Lee", { id: "AnnLee_", sameAs: ["http://www.wikidata.org/entity/Q2"] }),
    ],
    [
      "where a person has said so",
      named("Person: Ann Lee", { differentFrom: ["Lee"] }),
      named("Person: Lee"),
    ],
    ["where one is but a name without letters", named("Entity: —"), named("Entity: …")],
  ] as const)("%s", ([, first, second]) => {
    expect(doubts(first, second)).toEqual([]);
    expect(doubts(second, first)).toEqual([]);
  });

  test("though a link to the same thing leaves the doubt", () => {
    const sameAs = ["http://www.wikidata.org/entity/Q1"];
    expect(doubts(named("Person: Ann Lee", { sameAs }), named("Person: Lee", { sameAs }))).toHaveLength(1);
  });
});

test("a last name that several bear says less of each", () => {
  const family = ["Person: Ann Lee", "Person: Bob Lee", "Person: Jo Lee", "Person: Lee"].map((one) =>
    named(one),
  );
  expect(doubts(...family)).toEqual([
    '0.20 Ann Lee, Lee: "Lee" is the last word of "Ann Lee", as of 2 more',
    '0.20 Bob Lee, Lee: "Lee" is the last word of "Bob Lee", as of 2 more',
    '0.20 Jo Lee, Lee: "Lee" is the last word of "Jo Lee", as of 2 more',
  ]);
});

test("a last name that either of two bears says less, too", () => {
  expect(doubts(named("Person: Ann Lee, Lee"), named("Person: Bob Lee"))).toEqual([
    '0.30 Ann Lee, Bob Lee: "Lee" is the last word of "Bob Lee", as of 1 more',
  ]);
});

test("the consonants of a name are the same in whatever way it is carried over", () => {
  const spellings = ["Qaryatayn", "Al-Karyatein", "al-Qariatein", "Qaryatāyn"];
  expect(new Set(spellings.map(skeletonOf))).toEqual(new Set(["krtn"]));
});

describe("whatever the names", () => {
  const word = fc.oneof(
    fc.constantFrom(
      "Ann",
      "Lee",
      "Leigh",
      "Raqqa",
      "Rakka",
      "al-Raqqah",
      "FSA",
      "Free",
      "Syrian",
      "Army",
      "12",
      "13",
    ),
    fc.constantFrom(...hostilePieces),
  );
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
  const entity = fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    label: name,
    type: fc.constantFrom("Person", "Settlement", "Entity"),
    aliases: fc.array(name, { maxLength: 3 }),
    sameAs: fc.constantFrom([], ["http://x/1"], ["http://x/2"]),
    differentFrom: fc.constant([]),
  });
  const entities = fc.uniqueArray(entity, { maxLength: 12, selector: ({ id }) => id });

  test("scores lie from 0.15 to 1, ids are two in order, and the likeliest come first", () => {
    let found = 0;
    fc.assert(
      fc.property(entities, (all) => {
        const pairs = doubtfulPairs(all);
        found += pairs.length;
        for (const { ids, score } of pairs) {
          expect(score).toBeGreaterThanOrEqual(0.15);
          expect(score).toBeLessThanOrEqual(1);
          expect(ids[0] < ids[1]).toBe(true);
        }
        const scores = pairs.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(new Set(pairs.map(({ ids }) => JSON.stringify(ids))).size).toBe(pairs.length);
      }),
      { seed: 65 },
    );
    expect(found).toBeGreaterThan(50);
  });

  test("the order of the entities changes nothing", () => {
    const shuffled = entities.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, order]) => {
        expect(doubtfulPairs(order)).toEqual(doubtfulPairs(all));
      }),
      { seed: 66 },
    );
  });

  test("ten thousand names are compared in seconds", () => {
    const syllables = ["ka", "ri", "mo", "sha", "tel", "bran", "dor", "vin", "qu", "zor"];
    const nameOf = (i: number) => [i, i >> 3, i >> 6, i >> 9].map((n) => syllables[n % 10]).join("");
    const many = Array.from({ length: 10_000 }, (_, i) =>
      named(`Person: ${nameOf(i)} ${nameOf(i * 7)}`, { id: `${i}` }),
    );
    const start = performance.now();
    doubtfulPairs(many);
    expect(performance.now() - start).toBeLessThan(30_000);
  }, 60_000);
});

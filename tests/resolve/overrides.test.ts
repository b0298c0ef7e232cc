import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadOverrides } from "../../src/corrections/load.ts";
import type { Entity } from "../../src/model/entity.ts";
import type { Overrides } from "../../src/model/overrides.ts";
import { buildTexts, claimLines } from "../support/build-text.ts";
import { ontology } from "../support/ontology.ts";

/** Corrections as their JSON file holds them. */
interface Entries {
  readonly same?: readonly (readonly string[])[];
  readonly different?: readonly (readonly string[])[];
  readonly label?: Readonly<Record<string, string>>;
  readonly type?: Readonly<Record<string, string>>;
  readonly sameAs?: Readonly<Record<string, readonly string[]>>;
}

function overridesOf(entries: Entries): Overrides {
  const bytes = new TextEncoder().encode(JSON.stringify(entries));
  return loadOverrides({ name: "names.json", bytes }, ontology);
}

const TEXTS = {
  "a.txt": "Nordkai Group attacked Raqqa. Ann Lee backs Iran. She met Bob Hale.",
  "b.txt": "Nordkai Union attacked Rakka. Russia attacked Ar-Raqqah. Alice Lee supports Nordkai Union.",
};

/** What comes of the texts with corrections: entities by id, claims as lines, and what was not applied. */
function corrected(entries: Entries, texts: Readonly<Record<string, string>> = TEXTS) {
  const { graph, account } = buildTexts(texts, { overrides: overridesOf(entries) });
  return {
    entities: new Map(graph.entities.map((entity) => [entity.id, entity])),
    claims: claimLines(graph),
    unapplied: account.warnings.filter(({ input }) => input === "names.json").map(({ reason }) => reason),
  };
}

/** What mentions an entity holds: `Nordkai Group, Nordkai Union`. */
function held(entity: Entity | undefined): string {
  return (entity?.mentions ?? []).map(({ text }) => text).join(", ");
}

function byHand(entity: Entity | undefined): readonly string[] {
  return (entity?.reasons ?? []).filter((reason) => reason.includes("names.json"));
}

test("without corrections the texts have what the tests below correct", () => {
  const { entities } = corrected({});
  expect([...entities.keys()]).toEqual([
    ...["AliceLee", "AnnLee", "BobHale", "Iran", "NordkaiGroup", "NordkaiUnion", "Raqqa", "Russia"],
  ]);
  expect(held(entities.get("Raqqa"))).toBe("Raqqa, Rakka, Ar-Raqqah");
});

describe("same", () => {
  test("makes one entity, with the id of the first, of what the rules keep apart", () => {
    const { entities, claims, unapplied } = corrected({ same: [["Nordkai Group", "Nordkai Union"]] });
    const nordkai = entities.get("NordkaiGroup");
    expect(held(nordkai)).toBe("Nordkai Group, Nordkai Union, Nordkai Union");
    expect(nordkai).toMatchObject({
      label: "Nordkai Group",
      type: "Organization",
      aliases: ["Nordkai Union"],
    });
    expect(byHand(nordkai)).toEqual(['"Nordkai Group" and "Nordkai Union": said to be one in names.json']);
    expect(entities.has("NordkaiUnion")).toBe(false);
    expect(claims.filter((line) => line.includes("Nordkai"))).toEqual([
      "Alice Lee | supports | Nordkai Group",
      "Nordkai Group | attacks | Raqqa",
    ]);
    expect(unapplied).toEqual([]);
  });

  test("joins over several entries, whatever they call the entities", () => {
    const chained = corrected({
      same: [
        ["AnnLee", "Alice Lee"],
        ["Ann Lee", "BobHale"],
      ],
    });
    expect(held(chained.entities.get("AnnLee"))).toBe("Ann Lee, She, Bob Hale, Alice Lee");
  });

  test("gives an unknown name to one of the registry that no article names", () => {
    const { entities, unapplied } = corrected({ same: [["Mosul", "Nordkai Union"]] });
    expect(entities.get("Mosul")).toMatchObject({ label: "Mosul", type: "Settlement" });
    expect(held(entities.get("Mosul"))).toBe("Nordkai Union, Nordkai Union");
    expect(unapplied).toEqual([]);
  });

  test("gives the whole the names and links of both", () => {
    const { entities } = corrected({ same: [["BobHale", "Russia"]] });
    expect(entities.get("BobHale")).toMatchObject({
      label: "Bob Hale",
      type: "Person",
      aliases: ["Russia", "Russian Federation"],
      sameAs: ["http://www.wikidata.org/entity/Q159"],
    });
  });

  test("leaves no claim of something about itself", () => {
    const texts = { "a.txt": "Nordkai Group attacked Nordkai Union." };
    expect(corrected({}, texts).claims).toHaveLength(1);
    expect(corrected({ same: [["Nordkai Group", "Nordkai Union"]] }, texts).claims).toEqual([]);
  });
});

describe("different", () => {
  test("parts the mentions of an entity by their spelling; the id stays with the name it bears", () => {
    const { entities, claims, unapplied } = corrected({ different: [["Rakka", "Raqqa"]] });
    expect(held(entities.get("Raqqa"))).toBe("Raqqa, Ar-Raqqah");
    expect(held(entities.get("Rakka"))).toBe("Rakka");
    expect(entities.get("Raqqa")?.aliases).not.toContain("Rakka");
    expect(entities.get("Raqqa")?.differentFrom).toEqual(["Rakka"]);
    expect(entities.get("Rakka")?.differentFrom).toEqual(["Raqqa"]);
    expect(byHand(entities.get("Rakka"))).toEqual(['said to differ from "Raqqa" in names.json']);
    expect(claims).toContain("Nordkai Union | attacks | Rakka");
    expect(claims).toContain("Russia | attacks | Raqqa");
    expect(unapplied).toEqual([]);
  });

  test("keeps together what nobody said to differ", () => {
    const { entities } = corrected({
      different: [
        ["Raqqa", "Rakka"],
        ["Rakka", "Ar-Raqqah"],
      ],
    });
    expect(held(entities.get("Raqqa"))).toBe("Raqqa, Ar-Raqqah");
    expect(held(entities.get("Rakka"))).toBe("Rakka");
  });

  test("parts a chain within one article; a pronoun stays with the id", () => {
    const texts = { "a.txt": "President Ann Lee left. Lee attacked Raqqa. She backs Iran." };
    expect(held(corrected({}, texts).entities.get("AnnLee"))).toBe("Ann Lee, Lee, She");
    const { entities } = corrected({ different: [["Ann Lee", "Lee"]] }, texts);
    expect(held(entities.get("AnnLee"))).toBe("Ann Lee, She");
    expect(held(entities.get("Lee"))).toBe("Lee");
  });

  test("parts a name from the same with a legal form", () => {
    const texts = {
      "a.txt": "Nordkai AG attacked Raqqa.",
      "b.txt": "Nordkai attacked Iran. Russia met Nordkai.",
    };
    const { entities } = corrected({ different: [["Nordkai", "Nordkai AG"]] }, texts);
    expect(held(entities.get("NordkaiAg"))).toBe("Nordkai AG");
    expect(held(entities.get("Nordkai"))).toBe("Nordkai, Nordkai");
    expect(entities.get("Nordkai")?.differentFrom).toEqual(["NordkaiAg"]);
  });

  test("says nothing of an entity that it could not part", () => {
    const { entities } = corrected({ different: [["Raqqah", "Raqa"]] });
    expect(byHand(entities.get("Raqqa"))).toEqual([]);
  });

  test("is remembered of what the rules hold apart anyhow", () => {
    const { entities, unapplied } = corrected({ different: [["Nordkai Group", "Nordkai Union"]] });
    expect(entities.get("NordkaiUnion")?.differentFrom).toEqual(["NordkaiGroup"]);
    expect(unapplied).toEqual([]);
  });

  test("and same together move a name from one entity to another", () => {
    const entries = { different: [["Raqqa", "Rakka"]], same: [["Rakka", "BobHale"]] };
    const { entities } = corrected(entries);
    expect(held(entities.get("Raqqa"))).toBe("Raqqa, Ar-Raqqah");
    expect(held(entities.get("Rakka"))).toBe("Bob Hale, Rakka");
  });
});

describe("label, type and sameAs", () => {
  test("say what an entity is called; what it was called is an alias, and the id stays", () => {
    const { entities, claims } = corrected({ label: { "Bob Hale": "Robert Hale" } });
    expect(entities.get("BobHale")).toMatchObject({ label: "Robert Hale", aliases: ["Bob Hale"] });
    expect(byHand(entities.get("BobHale"))).toEqual(['labelled "Robert Hale" in names.json']);
    expect(claims.join("\n")).toContain("| Robert Hale");
  });

  test("say of which class it is, known or not", () => {
    const { entities } = corrected({ type: { Raqqa: "Region", "Nordkai Union": "ArmedGroup" } });
    expect(entities.get("Raqqa")?.type).toBe("Region");
    expect(entities.get("NordkaiUnion")?.type).toBe("ArmedGroup");
    expect(byHand(entities.get("Raqqa"))).toEqual(["said to be of class Region in names.json"]);
  });

  test("give other links in place of those known, or none", () => {
    const { entities } = corrected({ sameAs: { Russia: [], Iran: ["https://example.org/iran"] } });
    expect(entities.get("Russia")?.sameAs).toEqual([]);
    expect(entities.get("Iran")?.sameAs).toEqual(["https://example.org/iran"]);
    expect(byHand(entities.get("Iran"))).toEqual(["its links elsewhere are given in names.json"]);
  });

  test("hold for what has been joined, by any of its names", () => {
    const same = [["Nordkai Group", "Nordkai Union"]];
    const { entities } = corrected({
      same,
      label: { NordkaiUnion: "Nordkai" },
      type: { "Nordkai Union": "ArmedGroup" },
    });
    expect(entities.get("NordkaiGroup")).toMatchObject({ label: "Nordkai", type: "ArmedGroup" });
  });
});

describe("what no longer applies is told", () => {
  test.for<readonly [string, Entries, ...string[]]>([
    [
      "a name that is in no article",
      { label: { Atlantis: "X" } },
      'says label "Atlantis": no article names "Atlantis"',
    ],
    [
      "a known name that is in no article",
      { type: { Mosul: "Region" } },
      'says type "Mosul": no article names "Mosul"',
    ],
    [
      "one of what should be the same",
      { same: [["Ann Lee", "Atlantis"]] },
      'says same "Ann Lee" and "Atlantis": no article names "Atlantis"',
    ],
    [
      "one of what should differ",
      { different: [["Ann Lee", "Atlantis"]] },
      'says different "Ann Lee" and "Atlantis": no article names "Atlantis"',
    ],
    [
      "two spellings of which none is in the texts",
      { different: [["Raqqah", "Raqa"]] },
      'says different "Raqqah" and "Raqa": no article spells both, so Raqqa cannot be parted by them',
    ],
    [
      "two labels for what the rules take for one",
      { label: { Rakka: "A", "Ar-Raqqah": "B" } },
      'says label "Ar-Raqqah" and "Rakka": both mean Raqqa and say different things; keep one',
    ],
    [
      "what would join what is different by other names",
      { same: [["Raqqa", "Bob Hale"]], different: [["Ar-Raqqah", "Bob Hale"]] },
      'says same "Raqqa" and "Bob Hale": stands against different "Ar-Raqqah" and "Bob Hale"; drop one of them',
    ],
    [
      "two ids for one",
      {
        same: [
          ["Ann Lee", "Bob Hale"],
          ["Bob Hale", "Ann Lee"],
        ],
      },
      "says same: AnnLee or BobHale stand first of what is one; it is now AnnLee, put one of them first everywhere",
    ],
  ])("%s", ([, entries, ...said]) => {
    expect(corrected(entries).unapplied).toEqual(said);
  });

  test("and a name that may be either of two", () => {
    const texts = { "a.txt": "Raqqa province attacked Iran. Raqqa attacked Iran." };
    const { unapplied } = corrected({ label: { "Ar Raqqah": "X" } }, texts);
    expect(unapplied).toEqual([
      expect.stringMatching(/"Ar Raqqah" may be Raqqa or Raqqa\w+; write one of these ids in its place$/),
    ]);
  });

  test("while what applies has its effect all the same", () => {
    const { entities } = corrected({ same: [["Ann Lee", "Atlantis", "Bob Hale"]] });
    expect(held(entities.get("AnnLee"))).toBe("Ann Lee, She, Bob Hale");
  });
});

describe("corrections survive", () => {
  const entries: Entries = {
    same: [["Nordkai Group", "Nordkai Union"]],
    different: [["Raqqa", "Rakka"]],
    label: { "Nordkai Group": "Nordkai" },
  };

  test("another article: ids and labels stay", () => {
    const more = { ...TEXTS, "0.txt": "Nordkai Union attacked Rakka on Monday. Nordkai left Raqqa." };
    const [before, after] = [corrected(entries), corrected(entries, more)];
    for (const id of before.entities.keys())
      expect(after.entities.get(id)?.label).toBe(before.entities.get(id)?.label);
    expect(held(after.entities.get("Rakka"))).toBe("Rakka, Rakka");
  });

  test("the loss of an article: the id is that of the first name, though no article has it now", () => {
    const { entities, unapplied } = corrected(entries, { "b.txt": TEXTS["b.txt"] });
    expect(entities.get("NordkaiGroup")?.label).toBe("Nordkai");
    expect(held(entities.get("NordkaiGroup"))).toBe("Nordkai Union, Nordkai Union");
    expect(held(entities.get("Rakka"))).toBe("Rakka");
    expect(unapplied).toEqual([
      'says same "Nordkai Group" and "Nordkai Union": no article names "Nordkai Group"',
    ]);
  });

  test("the loss of a name that ties two others", () => {
    const tied = {
      same: [
        ["Ann Lee", "Lee the elder"],
        ["Bob Hale", "Lee the elder"],
      ],
    };
    expect(held(corrected(tied).entities.get("AnnLee"))).toBe("Ann Lee, She, Bob Hale");
  });
});

test("neither the order of entries nor that of articles changes anything", () => {
  const names = [
    "Nordkai Group",
    "NordkaiUnion",
    "Raqqa",
    "Rakka",
    "Ar-Raqqah",
    "Ann Lee",
    "Alice Lee",
    "Bob Hale",
    "Iran",
    "Mosul",
    "Atlantis",
  ];
  const pair = fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 3 });
  const word = fc.dictionary(fc.constantFrom(...names), fc.constantFrom("Person", "Region"), { maxKeys: 3 });
  const some = fc.record({
    same: fc.array(pair, { maxLength: 3 }),
    different: fc.array(pair, { maxLength: 2 }),
    label: word,
    type: word,
  });
  const turned = <T>(all: readonly T[]): readonly T[] => [...all].reverse();
  const backward = (all: Readonly<Record<string, string>>) => Object.fromEntries(turned(Object.entries(all)));
  const loaded = (entries: Entries) => {
    try {
      return overridesOf(entries);
    } catch {
      return undefined;
    }
  };
  let compared = 0;
  fc.assert(
    fc.property(some, (entries) => {
      const { same, different, label, type } = entries;
      const overrides = loaded(entries);
      const other = loaded({
        type: backward(type),
        label: backward(label),
        different: turned(different),
        same: turned(same),
      });
      expect(overrides === undefined).toBe(other === undefined);
      if (!overrides || !other) return;
      compared++;
      expect(buildTexts(backward(TEXTS), { overrides: other })).toEqual(buildTexts(TEXTS, { overrides }));
    }),
    { seed: 64, numRuns: 25 },
  );
  expect(compared).toBeGreaterThan(10);
}, 60_000);

import { describe, expect, it } from "vitest";
import { catalogueOf } from "../../../src/page/data/catalogue.ts";
import { choicesOf, choose } from "../../../src/page/data/choices.ts";
import { facetsOf } from "../../../src/page/data/facets.ts";
import { filterWords, wireWords } from "../../../src/page/data/filter-words.ts";
import { type FilterName, type Filters, filterNames, noFilters } from "../../../src/page/data/filters.ts";
import { claimRow, madeCatalogue, payloadWith } from "./made-catalogue.ts";

const made = madeCatalogue(5, { entities: 4, claims: 30, documents: 6 });
const words = (name: FilterName, about: Partial<Filters>): string => {
  const { lead, values, more } = filterWords(made, { ...noFilters, ...about }, name);
  return `${lead} ${values.join(", ")}${more > 0 ? ` +${more}` : ""}`.trim();
};

describe("a filter in words", () => {
  it.for<[FilterName, Partial<Filters>, string]>([
    ["held", { held: ["denied", "reported"] }, "Reported, Denied"],
    ["conflicts", { conflicts: true }, "Conflicts only"],
    ["relations", { relations: [0, 4] }, "relation 0 and 5 below, relation 4"],
    ["types", { types: [0, 2] }, "Kind: person, city"],
    ["outlets", { outlets: ["A", "B", "C", "D", "E"] }, "In A, B, C +2"],
    ["days", { from: "2017-10-01", to: "2017-10-10" }, "1 – 10 Oct 2017"],
    ["days", { from: "2017-10-01" }, "From 1 Oct 2017"],
    ["days", { to: "2017-10-01" }, "Until 1 Oct 2017"],
    ["sources", { sources: 2 }, "2 or more independent sources"],
    ["confidence", { confidence: 0.7 }, "At least likely, 70 %"],
  ])("%s %j is %s", ([name, about, told]) => {
    expect(words(name, about)).toBe(told);
  });

  it("never says nothing of a filter that asks for something", () => {
    const all: Filters = {
      ...noFilters,
      relations: [0],
      types: [0],
      outlets: ["A"],
      wires: [0],
      speakers: [0],
      held: ["asserted"],
      confidence: 0.5,
      sources: 2,
      from: "2017-01-01",
      conflicts: true,
    };
    for (const name of filterNames) expect(filterWords(made, all, name).values.join(""), name).not.toBe("");
  });

  it("calls a wire by its agency, else by who prints it", () => {
    const documents = ["A", "B", "A", "C", "D"].map((outlet, i) => ({
      id: `${i}`,
      outlet,
      text: "",
      zones: [],
    }));
    const catalogue = catalogueOf(
      payloadWith({
        documents,
        wires: [
          { id: "w0", agency: "Meridian Press", documents: [0] },
          { id: "w1", documents: [0, 1, 2] },
          { id: "w2", documents: [0, 1, 2, 3, 4] },
        ],
      }),
    );
    expect([0, 1, 2].map((wire) => wireWords(catalogue, wire))).toEqual([
      "Meridian Press",
      "wire of A, B",
      "wire of A, B and 2 more",
    ]);
  });
});

describe("choices", () => {
  const documents = ["B", "A", "C"].map((outlet, i) => ({ id: `${i}`, outlet, text: "", zones: [] }));
  const evidence = (document: number) => [
    { id: "x", document, quote: [0, 1] as const, extractor: "x", confidence: 1 },
  ];
  const catalogue = catalogueOf(
    payloadWith({
      documents,
      claims: [
        claimRow({ evidence: evidence(0) }),
        claimRow({ evidence: evidence(1) }),
        claimRow({ evidence: evidence(2), confidence: 0.4 }),
        claimRow({ evidence: evidence(2), confidence: 0.4 }),
      ],
    }),
  );
  const told = (filters: Filters): readonly string[] =>
    choicesOf(
      catalogue,
      facetsOf(catalogue, noFilters),
      facetsOf(catalogue, filters),
      filters,
      "outlets",
    ).map(({ label, count, chosen }) => `${label} ${count}${chosen ? " chosen" : ""}`);

  it("stand by what they would show, then by name", () => {
    expect(told(noFilters)).toEqual(["C 2", "A 1", "B 1"]);
    expect(told({ ...noFilters, confidence: 0.9 })).toEqual(["A 1", "B 1", "C 0"]);
  });

  it("are all still there when one is chosen", () => {
    const chosen = choose(noFilters, "outlets", "B", true);
    expect(told(chosen)).toEqual(["C 2", "A 1", "B 1 chosen"]);
    expect(choose(chosen, "outlets", "B", false)).toEqual(noFilters);
  });
});

import { describe, expect, it } from "vitest";
import { catalogueOf } from "../../src/page/data/catalogue.ts";
import { noFilters, shownClaims } from "../../src/page/data/filters.ts";
import { entityAt, sample } from "./sample-page.ts";

describe("links", () => {
  it("hold all claims between two entities, in both directions", () => {
    const [from, to] = [entityAt(sample, "Jonas Fiedler"), entityAt(sample, "Nordkai AG")].sort(
      (a, b) => a - b,
    );
    const link = sample.links.find((each) => each.from === from && each.to === to);
    expect(link?.claims.length).toBe(3);
  });

  it("never join an entity to itself", () => {
    expect(sample.links.every(({ from, to }) => from < to)).toBe(true);
  });
});

describe("a relation", () => {
  it("has those below it, and a hierarchy in a circle ends", () => {
    const label = "x";
    const relations = [
      { name: "a", label, open: false, parent: 2 },
      { name: "b", label, open: false, parent: 0 },
      { name: "c", label, open: false, parent: 1 },
      { name: "d", label, open: false, parent: 1 },
    ];
    const { relationsBelow } = catalogueOf({ ...sample.payload, relations, claims: [] });
    expect(relationsBelow.map((below) => [...below].sort())).toEqual([
      [0, 1, 2, 3],
      [0, 1, 2, 3],
      [0, 1, 2, 3],
      [3],
    ]);
  });
});

describe("filters", () => {
  const ids = (filters: Partial<typeof noFilters>) =>
    shownClaims(sample, { ...noFilters, ...filters }).map((i) => sample.payload.claims[i]?.id);

  it("show everything where none asks for anything", () => {
    expect(ids({}).length).toBe(sample.payload.claims.length);
  });

  it("find who says so, what is in conflict, and what happened when", () => {
    expect(ids({ speakers: [entityAt(sample, "Ilse Brandt")] })).toContain("dismissal000000a");
    expect(ids({ speakers: [entityAt(sample, "Ilse Brandt")] })).not.toContain("dismissal000000b");
    expect(ids({ conflicts: true })).toEqual(["dismissal000000a", "dismissal000000b", "dismissal000000c"]);
    expect(ids({ from: "2024-03-05", to: "2024-03-05" })).toEqual(["meets0000000000a"]);
    expect(ids({ to: "2024-02-27" })).toEqual(["dismissal000000c"]);
  });

  it("must all hold, and within one any", () => {
    expect(ids({ held: ["denied", "reported"], conflicts: true })).toEqual([
      "dismissal000000a",
      "dismissal000000b",
    ]);
    expect(ids({ held: ["denied"], sources: 2 })).toEqual([]);
    expect(ids({ outlets: ["The Ostfjord Tribune"] })).toContain("buys00000000000a");
    expect(ids({ outlets: ["The Ostfjord Tribune"] })).not.toContain("employs00000000a");
  });
});

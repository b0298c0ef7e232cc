import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogueOf } from "../../../src/page/data/catalogue.ts";
import { findNames, fold, nameIndex } from "../../../src/page/data/name-index.ts";
import { search, searchIndex } from "../../../src/page/data/search.ts";
import { hostileGraph } from "../../support/graphs.ts";
import { labelsOf, payloadFor, sample } from "../sample-page.ts";

const index = searchIndex(sample);
const entities = (query: string): readonly string[] => {
  const found = search(sample, index, query).find(({ kind }) => kind === "entity");
  return labelsOf(sample, found?.hits.map((hit) => hit.index) ?? []);
};

describe("search", () => {
  it("is blind to case, diacritics and the marks between words", () => {
    expect(fold("Deir ez-Zôr’s ŁÓDŹ Ø")).toBe("deir ez zors lodz o");
    expect(fold("  Two  PLAIN words ")).toBe("two plain words");
    expect(entities("TOMÁS")).toEqual(["Tomas Reyle"]);
    expect(entities("harbour workers league")).toEqual(["Harbour Workers' League"]);
  });

  it("puts whole names before beginnings, and beginnings before words inside", () => {
    expect(entities("varnholm")).toEqual(["Varnholm", "Port of Varnholm", "Labour Court of Varnholm"]);
  });

  it("finds entities that the map does not draw", () => {
    expect(entities("meridian")).toEqual(["Meridian Press"]);
  });

  it("finds nothing for nothing, nor for marks alone", () => {
    expect(search(sample, index, "  ")).toEqual([]);
    expect(search(sample, index, "—!")).toEqual([]);
  });

  it("finds relations, outlets and headlines beside entities, what is met best first", () => {
    const kinds = (query: string) =>
      search(sample, index, query).map(({ kind, hits }) => [kind, ...hits.map(({ name }) => name)]);
    expect(kinds("leads")).toEqual([["relation", "leads"]]);
    expect(kinds("evening post")).toEqual([["outlet", "Evening Post"]]);
    expect(kinds("minister")[0]).toEqual(["article", "Minister loses patience with Nordkai"]);
    expect(kinds("nordkai").map(([kind]) => kind)).toEqual(["entity", "article"]);
  });

  it("tells how many claims there are to each", () => {
    const hits = (query: string) => search(sample, index, query).flatMap((group) => group.hits);
    const [leads] = hits("leads");
    expect(leads?.claims).toBe(
      sample.payload.claims.filter(({ relation }) => relation === leads?.index).length,
    );
    const [outlet] = hits("evening post");
    expect(index.outlets[outlet?.index ?? -1]).toBe("Evening Post");
    const inOutlet = sample.payload.claims.filter(({ evidence }) =>
      evidence.some(({ document }) => sample.publishers[document] === "Evening Post"),
    );
    expect(outlet?.claims).toBe(inOutlet.length);
    expect(inOutlet.length).toBeGreaterThan(0);
  });

  it("finds hostile names by themselves", () => {
    const hostile = catalogueOf(payloadFor(hostileGraph));
    const names = searchIndex(hostile);
    for (const [i, { label }] of hostile.payload.entities.entries()) {
      if (fold(label) === "") continue;
      const hits = search(hostile, names, label).flatMap((group) => group.hits);
      expect(hits.filter(({ kind }) => kind === "entity").map((hit) => hit.index)).toContain(i);
    }
  });
});

describe("names", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "á", "-"), minLength: 1, maxLength: 4 });
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
  const things = fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { maxLength: 30 });

  /** What the index must give, looked for name by name. */
  function plainly(of: readonly (readonly string[])[], query: string): readonly [number, number][] {
    const wanted = fold(query);
    if (wanted === "") return [];
    const rankOf = (folded: string): number => {
      if (folded === wanted) return 0;
      if (folded.startsWith(wanted)) return 1;
      if (` ${folded}`.includes(` ${wanted}`)) return 2;
      if (wanted.split(" ").every((part) => ` ${folded}`.includes(` ${part}`))) return 3;
      return wanted.length > 2 && folded.includes(wanted) ? 4 : 5;
    };
    return of
      .map((names, i): [number, number] => [i, Math.min(...names.map((each) => rankOf(fold(each))))])
      .filter(([, rank]) => rank < 5)
      .sort((a, b) => a[1] - b[1] || weight(b[0]) - weight(a[0]) || a[0] - b[0]);
  }
  const weight = (thing: number): number => thing % 3;

  it("are found as they are when each is looked at", () => {
    fc.assert(
      fc.property(things, name, fc.integer({ min: 1, max: 8 }), (of, query, limit) => {
        const found = findNames(nameIndex(of), query, limit, weight);
        expect(found.map(({ thing, rank }) => [thing, rank])).toEqual(plainly(of, query).slice(0, limit));
        for (const { thing, name: met } of found) expect(of[thing]).toContain(met);
      }),
    );
  });
});

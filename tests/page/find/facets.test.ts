import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countFrom, facetsOf } from "../../../src/page/data/facets.ts";
import {
  asks,
  type Filters,
  filterNames,
  noFilters,
  shownClaims,
  without,
} from "../../../src/page/data/filters.ts";
import { ways } from "../../../src/page/data/held.ts";
import { madeCatalogue } from "./made-catalogue.ts";

const catalogue = madeCatalogue(3, { entities: 15, claims: 120, documents: 20 });
const { payload, publishers } = catalogue;
const subset = (length: number) => fc.subarray([...Array(length).keys()], { maxLength: 3 });
const filters: fc.Arbitrary<Filters> = fc.record({
  relations: subset(payload.relations.length),
  types: subset(payload.types.length),
  outlets: fc.subarray([...new Set(publishers)]),
  wires: subset(payload.wires.length),
  speakers: subset(payload.entities.length),
  held: fc.subarray([...ways]),
  confidence: fc.constantFrom(0, 0, 0.29, 0.57, 0.9),
  sources: fc.integer({ min: 1, max: 4 }),
  from: fc.constantFrom(undefined, undefined, "2013-05-04"),
  to: fc.constantFrom(undefined, undefined, "2016-02-28"),
  conflicts: fc.boolean(),
});
/** Filters of which only a few ask for something: with all of them nothing is left to count. */
const few = fc
  .tuple(filters, fc.subarray([...filterNames], { maxLength: 4 }))
  .map(([all, kept]) =>
    filterNames.reduce((left, name) => (kept.includes(name) ? left : without(left, name)), all),
  );
const count = (asked: Filters): number => shownClaims(catalogue, asked).length;

describe("facets", () => {
  it("count what each choice shows with the other filters as they are", () => {
    fc.assert(
      fc.property(few, (asked) => {
        const facets = facetsOf(catalogue, asked);
        expect(facets.shown).toBe(count(asked));
        for (const way of ways) expect(facets.held.get(way) ?? 0).toBe(count({ ...asked, held: [way] }));
        expect(facets.conflicts).toBe(count({ ...asked, conflicts: true }));
        for (const name of ["relations", "types", "wires", "speakers"] as const) {
          const rows = name === "speakers" ? payload.entities : payload[name];
          for (const i of rows.keys())
            expect(facets[name].get(i) ?? 0).toBe(count({ ...asked, [name]: [i] }));
        }
        for (const outlet of new Set(publishers))
          expect(facets.outlets.get(outlet) ?? 0).toBe(count({ ...asked, outlets: [outlet] }));
        for (const sources of [1, 2, 3, 4, 5])
          expect(countFrom(facets.sources, sources)).toBe(count({ ...asked, sources }));
        for (const confidence of [0, 0.29, 0.57, 0.9, 1])
          expect(countFrom(facets.confidence, confidence)).toBe(count({ ...asked, confidence }));
        expect(facets.days).toEqual(shownClaims(catalogue, without(asked, "days")));
      }),
      { numRuns: 60 },
    );
  });

  it("round no confidence up: a threshold counts what it shows", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: payload.claims.length }),
        fc.integer({ min: 0, max: 100 }),
        (thousandths, hundredths) => {
          const claims = payload.claims.map((claim, i) => ({
            ...claim,
            confidence: (thousandths[i] ?? 896) / 1000,
          }));
          const graded = { ...catalogue, payload: { ...payload, claims } };
          const confidence = hundredths / 100;
          expect(countFrom(facetsOf(graded, noFilters).confidence, confidence)).toBe(
            shownClaims(graded, { ...noFilters, confidence }).length,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it("count what each filter alone keeps away", () => {
    fc.assert(
      fc.property(few, (asked) => {
        const active = filterNames.filter((name) => asks(asked, name));
        expect([...facetsOf(catalogue, asked).without]).toEqual(
          active.map((name) => [name, count(without(asked, name))]),
        );
      }),
    );
  });

  it("count nothing where there is nothing", () => {
    const empty = facetsOf(madeCatalogue(1, { entities: 0, claims: 0, documents: 0 }), noFilters);
    expect([empty.shown, empty.conflicts, empty.held.size, empty.outlets.size]).toEqual([0, 0, 0, 0]);
  });
});

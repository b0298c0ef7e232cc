import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogueOf } from "../../src/page/data/catalogue.ts";
import { ways } from "../../src/page/data/held.ts";
import { hashOf, stateOf } from "../../src/page/permalink.ts";
import { nothing, type Selection, type State, start } from "../../src/page/state.ts";
import { hostileGraph } from "../support/graphs.ts";
import { claimAt, entityAt, payloadFor, sample } from "./sample-page.ts";

const { payload } = sample;
const index = (rows: readonly unknown[]) => fc.nat(Math.max(0, rows.length - 1));
const subset = (rows: readonly unknown[]) =>
  fc.uniqueArray(index(rows), { maxLength: rows.length === 0 ? 0 : 4 });

const selections: fc.Arbitrary<Selection> = fc.oneof(
  fc.constant(nothing),
  fc.record({ kind: fc.constant("entity" as const), index: index(payload.entities) }),
  fc.record({ kind: fc.constant("claim" as const), index: index(payload.claims) }),
  fc.record({ kind: fc.constant("link" as const), index: index(sample.links) }),
  fc.record({ kind: fc.constant("group" as const), index: index(payload.groups) }),
  fc.record({ kind: fc.constant("document" as const), index: index(payload.documents) }),
  fc.record({
    kind: fc.constant("document" as const),
    index: index(payload.documents),
    claim: index(payload.claims),
  }),
  fc.record({
    kind: fc.constant("path" as const),
    from: index(payload.entities),
    to: index(payload.entities),
  }),
);
const states: fc.Arbitrary<State> = fc.record({
  selection: selections,
  past: fc.constant([]),
  view: fc.constantFrom("map" as const, "table" as const, "timeline" as const),
  filters: fc.record({
    relations: subset(payload.relations),
    types: subset(payload.types),
    outlets: fc.subarray([...new Set(sample.publishers)]),
    wires: subset(payload.wires),
    speakers: subset(payload.entities),
    held: fc.subarray([...ways]),
    confidence: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    sources: fc.integer({ min: 1, max: 9 }),
    from: fc.constantFrom(undefined, "2024-03-01"),
    to: fc.constantFrom(undefined, "2024-03-05"),
    conflicts: fc.boolean(),
  }),
  hops: fc.constantFrom(1 as const, 2 as const, 3 as const),
  open: subset(payload.groups).map((groups) => new Set(groups)),
  order: fc.record({
    column: fc.constantFrom("claim" as const, "held" as const, "when" as const, "sources" as const),
    descending: fc.boolean(),
  }),
  page: fc.nat(40),
  camera: fc.constantFrom(undefined, { x: 0.25, y: 0.5, ratio: 0.125 }),
  embed: fc.boolean(),
});

describe("an address", () => {
  it("leads back to any state", () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(stateOf(sample, hashOf(sample, state))).toEqual(state);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it("is empty for the page as it opens", () => {
    expect(hashOf(sample, start)).toBe("");
    expect(stateOf(sample, "")).toEqual(start);
  });

  it("is one that people can read", () => {
    const selection = { kind: "entity", index: entityAt(sample, "Nordkai AG") } as const;
    const filters = { ...start.filters, held: ["reported", "denied"] as const, conflicts: true };
    expect(hashOf(sample, { ...start, selection, filters, view: "table" })).toBe(
      "#entity/NordkaiAg?view=table&held=reported&held=denied&conflicts",
    );
  });

  it("takes the plain word for embedding", () => {
    expect(stateOf(sample, "#embed")).toEqual({ ...start, embed: true });
    const claim = claimAt(sample, "blockade0000000a");
    expect(stateOf(sample, "#claim/blockade0000000a?embed")).toEqual({
      ...start,
      selection: { kind: "claim", index: claim },
      embed: true,
    });
  });

  it.for([
    "#entity/%E0%A4%A",
    "#entity/Nobody",
    "#claim",
    "#nowhere/else",
    "#path/NordkaiAg",
    "#difference/date/none",
    "#?held=believed&relation=__proto__&confidence=NaN&sources=-3&from=2024-13-45&at=a b c&page=1e9&sort=size&hops=9",
    "#?at=1 2",
    "#%",
  ])("that leads nowhere shows the page as it opens: %s", (hash) => {
    expect(stateOf(sample, hash)).toEqual(start);
  });

  it("holds whatever ids the world gives", () => {
    const hostile = catalogueOf(payloadFor(hostileGraph));
    for (const [i, { id }] of hostile.payload.entities.entries()) {
      if (!id.isWellFormed()) continue;
      const state = { ...start, selection: { kind: "entity", index: i } as const };
      expect(stateOf(hostile, hashOf(hostile, state)).selection).toEqual(state.selection);
    }
  });
});

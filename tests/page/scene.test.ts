import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/model/claim.ts";
import { type Catalogue, catalogueOf, participants } from "../../src/page/data/catalogue.ts";
import { around, focusOf, pathBetween, pinnedFor } from "../../src/page/data/focus.ts";
import { type Scene, sceneOf } from "../../src/page/data/scene.ts";
import { claimOf, documentOf, entityOf, graphOf } from "../support/graphs.ts";
import { claimAt, entityAt, labelsOf, payloadFor, sample } from "./sample-page.ts";

const nobody: ReadonlySet<number> = new Set();
const whole = sceneOf(sample, { claims: [...sample.payload.claims.keys()], open: undefined, pinned: nobody });

/** A graph of claims written as "A>B", "A>B" or "A>A", in which everybody meets everybody. */
function meetings(...pairs: readonly string[]): Catalogue {
  const names = [...new Set(pairs.flatMap((pair) => pair.split(">")))];
  const documents = [documentOf("d.txt", pairs.map((pair) => `${pair}.`).join("\n"))];
  const entities = names.map((name) => entityOf(documents, name, "Person", name));
  const claims: Claim[] = pairs.map((pair, i) => {
    const [subject = "", object = ""] = pair.split(">");
    return claimOf(documents, {
      id: `c${String(i).padStart(3, "0")}`,
      subject,
      predicate: "meets",
      object,
      read: [{ document: "d.txt", sentence: `${pair}.`, words: `${subject} | > | ${object}` }],
    });
  });
  return catalogueOf(payloadFor(graphOf(documents, entities, claims)));
}

function sceneFor(catalogue: Catalogue, open?: ReadonlySet<number>, pinned = nobody): Scene {
  return sceneOf(catalogue, { claims: [...catalogue.payload.claims.keys()], open, pinned });
}

describe("the scene", () => {
  it("draws up to five claims between two one by one, no two of them alike", () => {
    const { lines } = sceneFor(meetings("A>B", "A>B", "B>A", "A>B", "B>A"));
    expect(lines.map(({ kind }) => kind)).toEqual(Array(5).fill("claim"));
    // Seen from one end, the bends of all five differ.
    const bends = lines.map(({ from, bend }) => (from === lines[0]?.from ? bend : -bend));
    expect(new Set(bends.map((bend) => bend.toFixed(3))).size).toBe(5);
  });

  it("draws a sixth as one line for all", () => {
    const { lines } = sceneFor(meetings(...Array(6).fill("A>B")));
    expect(lines).toMatchObject([{ kind: "bundle", claims: [0, 1, 2, 3, 4, 5], arrow: true, bend: 0 }]);
    const both = sceneFor(meetings(...Array(5).fill("A>B"), "B>A"));
    expect(both.lines).toMatchObject([{ kind: "bundle", arrow: false }]);
  });

  it("draws a single claim straight, from who does it to whom it is done to", () => {
    const catalogue = meetings("B>A");
    const { lines, nodes } = sceneFor(catalogue);
    expect(lines).toMatchObject([{ kind: "claim", bend: 0, arrow: true }]);
    const label = (key: string | undefined) =>
      catalogue.payload.entities[nodes.find((node) => node.key === key)?.index ?? -1]?.label;
    expect([label(lines[0]?.from), label(lines[0]?.to)]).toEqual(["B", "A"]);
  });

  it("draws claims about oneself as loops that can be told apart", () => {
    const { lines } = sceneFor(meetings("A>A", "A>A", "A>B"));
    const loops = lines.filter(({ from, to }) => from === to);
    expect(loops.map(({ bend }) => bend)).toEqual([0, 1]);
  });

  it("has a line for every claim between two that are drawn, and everybody who takes part", () => {
    const pairs = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(pairs, (each) => {
        const catalogue = meetings(...each.map(([a, b]) => `P${a}>P${b}`));
        const { nodes, lines } = sceneFor(catalogue);
        const drawn = lines.flatMap(({ claims }) => claims).sort((a, b) => a - b);
        expect(drawn).toEqual([...catalogue.payload.claims.keys()]);
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
        const keys = new Set(nodes.map(({ key }) => key));
        expect(lines.every(({ from, to }) => keys.has(from) && keys.has(to))).toBe(true);
        expect(nodes.length).toBe(new Set(catalogue.payload.claims.flatMap(participants)).size);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it("marks a line in conflict before everything else", () => {
    const claim = claimAt(sample, "dismissal000000b");
    expect(whole.lines.find(({ claims }) => claims.includes(claim))).toMatchObject({ look: "conflict" });
  });

  it("shows groups as one until they are opened, and the pinned whatever their group", () => {
    const closed = sceneFor(sample, new Set());
    expect(closed.nodes.every(({ kind }) => kind === "group")).toBe(true);
    expect(closed.nodes.length).toBeLessThan(whole.nodes.length);
    const group = sample.payload.entities[entityAt(sample, "Nordkai AG")]?.place?.group ?? -1;
    const opened = sceneFor(sample, new Set([group]));
    expect(opened.nodes.some(({ key }) => key === `g${group}`)).toBe(false);
    expect(opened.nodes.filter(({ kind }) => kind === "entity").length).toBe(
      sample.payload.groups[group]?.size,
    );
    const milo = entityAt(sample, "Milo Faren");
    expect(sceneFor(sample, new Set(), new Set([milo])).nodes).toContainEqual({
      key: `e${milo}`,
      kind: "entity",
      index: milo,
    });
  });
});

describe("the focus", () => {
  const nordkai = entityAt(sample, "Nordkai AG");

  it("is the whole where nothing is chosen", () => {
    expect(focusOf(sample, whole, { selection: { kind: "nothing" }, hops: 1 })).toBeUndefined();
  });

  it("of an entity holds its neighbours, and its own lines alone", () => {
    const focus = focusOf(sample, whole, { selection: { kind: "entity", index: nordkai }, hops: 1 });
    const near = labelsOf(sample, around(sample, nordkai, 1));
    expect(focus?.nodes.size).toBe(near.length);
    expect(near).toContain("Jonas Fiedler");
    const own = whole.lines.filter(({ key }) => focus?.lines.has(key));
    expect(own.every(({ from, to }) => [from, to].includes(`e${nordkai}`))).toBe(true);
    expect(own.length).toBeGreaterThan(3);
  });

  it("joins nothing by what the filters hide", () => {
    const catalogue = meetings("A>B", "A>C", "C>B");
    const [a, b] = [entityAt(catalogue, "A"), entityAt(catalogue, "B")];
    // Without A meets B, the two are both drawn and two steps apart.
    const scene = sceneOf(catalogue, { claims: [1, 2], open: undefined, pinned: nobody });
    const near = (hops: 1 | 2) =>
      focusOf(catalogue, scene, { selection: { kind: "entity", index: a }, hops })?.nodes.has(`e${b}`);
    expect([near(1), near(2)]).toEqual([false, true]);
  });

  it("grows with the steps", () => {
    const sizes = ([1, 2, 3] as const).map((hops) => around(sample, nordkai, hops).size);
    expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 0);
    expect(sizes[2]).toBeGreaterThanOrEqual(sizes[1] ?? 0);
  });

  it("of a claim holds its speakers too", () => {
    const index = claimAt(sample, "dismissal000000a");
    const focus = focusOf(sample, whole, { selection: { kind: "claim", index }, hops: 1 });
    const labels = whole.nodes.filter(({ key }) => focus?.nodes.has(key)).map((node) => node.index);
    expect([...labelsOf(sample, labels)].sort()).toEqual(["Ilse Brandt", "Jonas Fiedler", "Nordkai AG"]);
  });

  it("pins what it needs where groups are shown as one", () => {
    const index = claimAt(sample, "dismissal000000a");
    const pinned = pinnedFor(sample, { selection: { kind: "claim", index }, hops: 1 });
    expect([...labelsOf(sample, pinned)].sort()).toEqual(["Ilse Brandt", "Jonas Fiedler", "Nordkai AG"]);
  });
});

describe("the way between two", () => {
  it("is a shortest one", () => {
    const catalogue = meetings("A>B", "B>C", "C>D", "A>E", "E>D", "X>Y");
    const [a, c, d, x] = ["A", "C", "D", "X"].map((name) => entityAt(catalogue, name)) as [
      number,
      number,
      number,
      number,
    ];
    expect(pathBetween(catalogue, a, d)?.length).toBe(2);
    expect(pathBetween(catalogue, a, c)?.length).toBe(2);
    expect(pathBetween(catalogue, a, a)).toEqual([]);
    expect(pathBetween(catalogue, a, x)).toBeUndefined();
  });

  it("joins its steps end to end, whichever way it is gone", () => {
    const pairs = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(pairs, fc.nat(7), fc.nat(7), (each, p, q) => {
        const catalogue = meetings(...each.map(([a, b]) => `P${a}>P${b}`), "P0>P1");
        const at = (n: number) => catalogue.payload.entities.findIndex(({ label }) => label === `P${n}`);
        const [from, to] = [at(p), at(q)];
        if (from < 0 || to < 0) return;
        const way = pathBetween(catalogue, from, to);
        expect(way?.length).toBe(pathBetween(catalogue, to, from)?.length);
        let here = from;
        for (const link of way ?? []) {
          const ends = catalogue.links[link];
          expect([ends?.from, ends?.to]).toContain(here);
          here = (ends?.from === here ? ends.to : ends?.from) ?? -1;
        }
        if (way) expect(here).toBe(to);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { apart } from "../../src/export/page/discs.ts";
import { groupsOf } from "../../src/export/page/groups.ts";
import { largeLayoutOf } from "../../src/export/page/large-layout.ts";
import { layoutOf } from "../../src/export/page/layout.ts";
import { pack } from "../../src/export/page/pack.ts";
import { payloadOf } from "../../src/export/page/payload.ts";
import { type Tie, type Ties, tiesOf } from "../../src/export/page/ties.ts";
import { graphOf, hostileGraph, ontology, sampleGraph } from "../support/graphs.ts";

/** Far more than is needed; other work may keep the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

const base = "https://example.org/";

describe("ties", () => {
  it("are one for each pair, without loops", () => {
    const { ids, ties } = tiesOf(sampleGraph);
    const pairs = ties.map(({ a, b }) => `${ids[a]} ${ids[b]}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(ties.every(({ a, b }) => a < b)).toBe(true);
    expect(ids).not.toContain("MeridianPress");
  });

  it("do not depend on the order of the graph's lists", () => {
    const { entities, claims } = sampleGraph;
    const turned = { ...sampleGraph, entities: [...entities].reverse(), claims: [...claims].reverse() };
    expect(tiesOf(turned)).toEqual(tiesOf(sampleGraph));
  });
});

describe("groups", () => {
  it("part two cliques at the one tie between them", () => {
    const clique = (from: number): Tie[] =>
      [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].filter((b) => a < b).map((b) => tie(from + a, from + b)));
    const ties = [...clique(0), ...clique(4), tie(3, 4)].sort((x, y) => x.a - y.a || x.b - y.b);
    expect(groupsOf(8, ties)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  });

  it("leave every node without ties alone", () => {
    expect(groupsOf(3, [])).toEqual([0, 1, 2]);
  });
});

describe("the layout", () => {
  it("is the same twice, and for any order of the graph's lists", () => {
    const { documents, entities, claims } = sampleGraph;
    const turned = graphOf(documents, [...entities].reverse(), [...claims].reverse());
    expect(payloadOf(turned, ontology, base)).toEqual(payloadOf(sampleGraph, ontology, base));
  });

  it("places nothing, one and two", () => {
    expect(place(0, [])).toEqual([]);
    expect(place(1, [])).toEqual([{ x: 0, y: 0 }]);
    const [a, b] = place(2, [tie(0, 1)]);
    expect(Math.abs((a?.x ?? 0) - (b?.x ?? 0))).toBe(1000);
    expect(a?.y).toBe(b?.y);
  });

  it("takes names that are special to JavaScript", () => {
    const points = payloadOf(hostileGraph, ontology, base).entities.map(({ place }) => place);
    expect(new Set(points.map((point) => `${point?.x} ${point?.y}`)).size).toBe(points.length);
  });

  it("keeps all nodes of any graph apart, finite, to a tenth and no wider than 1000", () => {
    const graphs = fc.integer({ min: 0, max: 24 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        pairs: fc.array(fc.tuple(fc.nat(Math.max(0, size - 1)), fc.nat(Math.max(0, size - 1))), {
          maxLength: 40,
        }),
      }),
    );
    fc.assert(
      fc.property(graphs, ({ size, pairs }) => {
        const points = place(size, simple(pairs));
        expect(points.length).toBe(size);
        expect(new Set(points.map(({ x, y }) => `${x} ${y}`)).size).toBe(size);
        for (const { x, y } of points) {
          expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(500.1);
          expect(x).toBeCloseTo(Math.round(x * 10) / 10, 9);
          expect(y).toBeCloseTo(Math.round(y * 10) / 10, 9);
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it("takes a graph too large to push apart", () => {
    const ring = Array.from({ length: 1600 }, (_, i) =>
      tie(Math.min(i, (i + 1) % 1600), Math.max(i, (i + 1) % 1600)),
    );
    const points = place(
      1600,
      ring.sort((x, y) => x.a - y.a || x.b - y.b),
    );
    expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });
});

describe("the layout of a large graph", () => {
  /** Groups of some sizes: in each the nodes stand in a row, and the first ones of the first four are tied too. */
  const rows = (...sizes: number[]): { graph: Ties; groups: readonly number[] } => {
    const groups = sizes.flatMap((size, group) => Array.from({ length: size }, () => group));
    const starts = sizes.map((_, group) => groups.indexOf(group));
    const along = groups.flatMap((group, i) => (group === groups[i + 1] ? [tie(i, i + 1)] : []));
    const ties = [...along, ...starts.slice(1, 4).map((start) => tie(0, start))];
    return { graph: { ids: groups.map((_, i) => `id${i}`), degrees: groups.map(() => 2), ties }, groups };
  };

  it("keeps each group within a disc of its own, and all nodes apart", () => {
    const { graph, groups } = rows(120, 60, 40, 9, 3, 2, 2, 1, 1, 1, 1, 1, 1);
    const points = largeLayoutOf(graph, groups);
    expect(new Set(points.map(({ x, y }) => `${x} ${y}`)).size).toBe(points.length);
    const discs = [...new Set(groups)].map((group) => {
      const own = points.filter((_, i) => groups[i] === group);
      const x = own.reduce((sum, point) => sum + point.x, 0) / own.length;
      const y = own.reduce((sum, point) => sum + point.y, 0) / own.length;
      return { x, y, radius: Math.max(...own.map((point) => Math.hypot(point.x - x, point.y - y))) };
    });
    for (const [i, a] of discs.entries()) {
      for (const b of discs.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan((a.radius + b.radius) * 0.95);
    }
    const [first, , third, fourth] = discs.map(({ radius }) => radius);
    expect(first).toBeGreaterThan(third ?? 0);
    expect(third).toBeGreaterThan(fourth ?? 0);
  });

  it("is the same twice, about 1000 wide, for any sizes of groups", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 });
    fc.assert(
      fc.property(sizes, (all) => {
        const { graph, groups } = rows(...all);
        const points = largeLayoutOf(graph, groups);
        expect(points).toEqual(largeLayoutOf(graph, groups));
        for (const { x, y } of points) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(500.1);
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  it("takes over where a graph is too large for forces among all", () => {
    const { graph, groups } = rows(...Array.from({ length: 5001 }, () => 1));
    expect(layoutOf(graph, groups)).toEqual(largeLayoutOf(graph, groups));
  });

  it("lets no two discs overlap, wherever they want to be", () => {
    const disc = fc.record({
      x: fc.double({ min: -50, max: 50, noNaN: true }),
      y: fc.constant(0),
      radius: fc.double({ min: 0.5, max: 20, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(disc, { maxLength: 30 }), (discs) => {
        const centres = apart(discs);
        for (const [i, a] of centres.entries()) {
          for (const [j, b] of centres.entries()) {
            if (i >= j) continue;
            const least = (discs[i]?.radius ?? 0) + (discs[j]?.radius ?? 0);
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(least - 1e-9);
          }
        }
      }),
      { numRuns: 100, seed: 4 },
    );
  });
});

describe("packing", () => {
  it("lets no two boxes overlap", () => {
    const boxes = [400, 300, 120, 120, 60, 60, 60, 60, 60].map((side) => ({ width: side, height: side / 2 }));
    const centres = pack(boxes);
    for (const [i, a] of centres.entries()) {
      for (const [j, b] of centres.entries()) {
        if (i >= j) continue;
        const wide = ((boxes[i]?.width ?? 0) + (boxes[j]?.width ?? 0)) / 2;
        const high = ((boxes[i]?.height ?? 0) + (boxes[j]?.height ?? 0)) / 2;
        expect(Math.abs(a.x - b.x) >= wide || Math.abs(a.y - b.y) >= high).toBe(true);
      }
    }
  });
});

function tie(a: number, b: number): Tie {
  return { a, b, weight: 1 };
}

function simple(pairs: readonly (readonly [number, number])[]): readonly Tie[] {
  const keys = new Set(
    pairs.filter(([a, b]) => a !== b).map(([a, b]) => Math.min(a, b) * 100 + Math.max(a, b)),
  );
  return [...keys].sort((a, b) => a - b).map((key) => tie(Math.floor(key / 100), key % 100));
}

function place(size: number, ties: readonly Tie[]): ReturnType<typeof layoutOf> {
  const graph: Ties = {
    ids: Array.from({ length: size }, (_, i) => `id${String(i).padStart(5, "0")}`),
    degrees: Array.from({ length: size }, (_, i) => ties.filter(({ a, b }) => a === i || b === i).length),
    ties,
  };
  return layoutOf(graph, groupsOf(size, ties));
}

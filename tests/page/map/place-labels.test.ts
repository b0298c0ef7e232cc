import { describe, expect, it } from "vitest";
import { overlap, placeLabels, placeSpots } from "../../../src/page/map/place-labels.ts";

const stage = { left: 0, top: 0, right: 400, bottom: 300 };

describe("label placing", () => {
  it("lets no two labels overlap and keeps them on the stage", () => {
    const wishes = Array.from({ length: 60 }, (_, i) => ({
      key: `e${i}`,
      x: (i * 67) % 400,
      y: (i * 41) % 300,
      radius: 6,
      width: 80,
      height: 14,
      urgent: i < 5,
    }));
    const placed = placeLabels(wishes, wishes, stage, 100);
    expect(placed.length).toBeGreaterThan(5);
    for (const [i, { box }] of placed.entries()) {
      expect(placed.slice(i + 1).filter((other) => overlap(box, other.box))).toEqual([]);
      expect([box.left >= 0, box.top >= 0, box.right <= 400, box.bottom <= 300]).not.toContain(false);
    }
  });

  it("covers another disc only for an urgent label", () => {
    const wish = { key: "e0", x: 200, y: 150, radius: 5, width: 60, height: 14, urgent: false };
    const around = [-1, 1].flatMap((side, i) => [
      { key: `e${1 + i}`, x: 200 + side * 30, y: 150, radius: 12 },
      { key: `e${3 + i}`, x: 200, y: 150 + side * 18, radius: 8 },
    ]);
    expect(placeLabels([wish], around, stage, 10)).toEqual([]);
    expect(placeLabels([{ ...wish, urgent: true }], around, stage, 10)).toHaveLength(1);
  });

  it("keeps off what lies over the map, even for an urgent label", () => {
    const wish = { key: "e0", x: 200, y: 150, radius: 5, width: 60, height: 14, urgent: true };
    const [free] = placeLabels([wish], [], stage, 10);
    const [moved] = placeLabels([wish], [], stage, 10, [free?.box ?? stage]);
    expect(moved?.box.right).toBeLessThan(200);
    expect(placeLabels([wish], [], stage, 10, [stage])).toEqual([]);
  });

  it("covers a sign only for an urgent label, and rather than a disc", () => {
    const wish = { key: "e0", x: 200, y: 150, radius: 5, width: 60, height: 14, urgent: false };
    const at = (x: number, y: number) => ({ key: `${x} ${y}`, x, y, radius: 8 });
    const [sign, ...discs] = [at(170, 150), at(230, 150), at(200, 170), at(200, 130)];
    const signs = sign === undefined ? [] : [sign];
    expect(placeLabels([wish], discs, stage, 10, [], signs)).toEqual([]);
    expect(placeLabels([{ ...wish, urgent: true }], discs, stage, 10, [], signs)[0]?.box.left).toBe(131);
  });

  it("ends with the budget", () => {
    const wishes = [20, 120, 220].map((y) => ({
      key: `e${y}`,
      x: 100,
      y,
      radius: 5,
      width: 40,
      height: 14,
      urgent: true,
    }));
    expect(placeLabels(wishes, [], stage, 2).map(({ key }) => key)).toEqual(["e20", "e120"]);
  });
});

describe("placing on lines", () => {
  const wish = {
    key: "c0",
    spots: [
      { x: 100, y: 100 },
      { x: 200, y: 100 },
    ],
    width: 40,
    height: 16,
  };

  it("takes the first spot that is clear of labels and discs, and none where there is none", () => {
    expect(placeSpots([wish], [], stage, [])[0]?.box).toEqual({ left: 80, top: 92, right: 120, bottom: 108 });
    const disc = { key: "e0", x: 100, y: 100, radius: 10 };
    expect(placeSpots([wish], [disc], stage, [])[0]?.box.left).toBe(180);
    const box = { left: 190, top: 90, right: 230, bottom: 110 };
    expect(placeSpots([wish], [disc], stage, [box])).toEqual([]);
  });

  it("lets no two of its own overlap", () => {
    const placed = placeSpots([wish, { ...wish, key: "c1" }, { ...wish, key: "c2" }], [], stage, []);
    expect(placed.map(({ key, box }) => [key, box.left])).toEqual([
      ["c0", 80],
      ["c1", 180],
    ]);
  });
});

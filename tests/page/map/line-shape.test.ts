import { describe, expect, it } from "vitest";
import {
  distanceTo,
  handleBetween,
  loopOf,
  pointBetween,
  pointOn,
  seenPart,
  shapeOf,
} from "../../../src/page/map/line-shape.ts";
import { nearestLine } from "../../../src/page/map/nearest-line.ts";

const left = { x: 0, y: 0, radius: 10 };
const right = { x: 100, y: 0, radius: 20 };
const straight = shapeOf(left, right, 0, false);
const bent = shapeOf(left, right, 0.4, false);

describe("a bent line", () => {
  it("bends to the left of its direction, by half of its handle in the middle", () => {
    expect(pointOn(bent, 0.5)).toEqual({ x: 50, y: -20 });
    expect(pointOn(shapeOf(right, left, 0.4, false), 0.5)).toEqual({ x: 50, y: 20 });
    expect(pointOn(bent, 0)).toMatchObject({ x: 0, y: 0 });
    expect(pointOn(bent, 1)).toMatchObject({ x: 100, y: 0 });
  });

  it("is seen from rim to rim", () => {
    if (straight.kind !== "bow" || bent.kind !== "bow") throw new Error("no bows");
    expect(seenPart(straight)).toEqual([0.1, 0.8]);
    expect(seenPart(straight, 10)).toEqual([0.1, 0.7]);
    const [start, end] = seenPart(bent).map((share) => pointOn(bent, share));
    expect(Math.hypot(start?.x ?? 0, start?.y ?? 0)).toBeCloseTo(10, 0);
    expect(Math.hypot(100 - (end?.x ?? 0), end?.y ?? 0)).toBeCloseTo(20, 0);
    expect(pointBetween(straight, 0.5).x).toBeCloseTo(45);
  });

  it("has nothing to be seen where its discs meet", () => {
    const near = shapeOf(left, { ...right, x: 25 }, 0.4, false);
    expect(near.kind === "bow" && seenPart(near)).toEqual([0.5, 0.5]);
  });

  it("is cut into a part that runs the same way", () => {
    if (bent.kind !== "bow") throw new Error("no bow");
    const [from, to] = [pointOn(bent, 0.2), pointOn(bent, 0.7)];
    const handle = handleBetween(bent, 0.2, 0.7);
    const middle = {
      x: from.x / 4 + handle.x / 2 + to.x / 4,
      y: from.y / 4 + handle.y / 2 + to.y / 4,
    };
    const whole = pointOn(bent, 0.45);
    expect(middle.x).toBeCloseTo(whole.x);
    expect(middle.y).toBeCloseTo(whole.y);
  });
});

describe("a loop", () => {
  it("touches its disc, each of several elsewhere", () => {
    const circles = [0, 1, 2].map((index) => loopOf(right, index));
    expect(circles[0]).toMatchObject({ x: 100 });
    expect(circles[0]?.y).toBeLessThan(0);
    for (const [i, { x, y, radius }] of circles.entries()) {
      const apart = Math.hypot(x - right.x, y - right.y);
      expect(apart).toBeLessThan(right.radius + radius);
      expect(apart).toBeGreaterThan(right.radius - radius);
      for (const other of circles.slice(i + 1))
        expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(radius);
    }
  });

  it("is met on its circle, not in its middle", () => {
    const loop = shapeOf(right, right, 0, true);
    if (loop.kind !== "loop") throw new Error("no loop");
    const { x, y, radius } = loop.circle;
    expect(distanceTo(loop, { x, y: y - radius })).toBeCloseTo(0);
    expect(distanceTo(loop, { x, y })).toBeCloseTo(radius);
    expect(pointOn(loop, 0.5)).toMatchObject({ x: 100, y: y - radius });
  });
});

describe("picking a line", () => {
  const line = (key: string, y: number, bend = 0) => ({
    key,
    shape: shapeOf({ x: 0, y, radius: 0 }, { x: 100, y, radius: 0 }, bend, false),
  });

  it("takes the nearest within reach, and none beyond its ends", () => {
    const [near, far] = [line("near", 0), line("far", 10)];
    expect(nearestLine([undefined, near, far], { x: 50, y: 4 }, 8)?.key).toBe("near");
    expect(nearestLine([undefined, near, far], { x: 50, y: 7 }, 8)?.key).toBe("far");
    expect(nearestLine([near], { x: 50, y: 9 }, 8)).toBeUndefined();
    expect(nearestLine([near], { x: 110, y: 0 }, 8)).toBeUndefined();
  });

  it("follows the bend", () => {
    const [up, down] = [line("up", 0, 0.4), line("down", 0, -0.4)];
    expect(nearestLine([up, down], { x: 50, y: -19 }, 8)?.key).toBe("up");
    expect(nearestLine([up, down], { x: 50, y: 22 }, 8)?.key).toBe("down");
    expect(nearestLine([up, down], { x: 50, y: 0 }, 8)).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { cameraAround, sameView, wholeCamera } from "../../../src/page/map/camera-around.ts";
import { boundsOf, frameOf, fromFrame, inFrame, seesAll } from "../../../src/page/map/minimap-geometry.ts";
import { pushedApart } from "../../../src/page/map/pushed-apart.ts";

const bounds = { left: -500, right: 500, bottom: -100, top: 200 };

describe("the small map", () => {
  const frame = frameOf(bounds, 160, 110, 8);

  it("holds everything, upright, in its middle", () => {
    expect(inFrame(frame, { x: -500, y: 50 })).toEqual({ x: 8, y: 55 });
    expect(inFrame(frame, { x: 500, y: 50 })).toEqual({ x: 152, y: 55 });
    expect(inFrame(frame, { x: 0, y: 200 }).y).toBeLessThan(inFrame(frame, { x: 0, y: -100 }).y);
  });

  it("leads back to the place that was clicked", () => {
    const point = { x: 123, y: -45 };
    const back = fromFrame(frame, inFrame(frame, point));
    expect(back.x).toBeCloseTo(point.x);
    expect(back.y).toBeCloseTo(point.y);
  });

  it("is not needed where all is in view", () => {
    expect(seesAll({ left: -600, right: 600, bottom: -300, top: 300 }, bounds)).toBe(true);
    expect(seesAll({ left: -600, right: 499, bottom: -300, top: 300 }, bounds)).toBe(false);
  });

  it("bears one point, and none", () => {
    expect(inFrame(frameOf({ left: 5, right: 5, bottom: 5, top: 5 }, 160, 110, 8), { x: 5, y: 5 })).toEqual({
      x: 80,
      y: 55,
    });
    expect(boundsOf([])).toBeUndefined();
  });
});

describe("the camera", () => {
  const size = { width: 800, height: 600 };
  /** At ratio 1 the unit square is 600 pixels wide in the middle of the stage. */
  const toScreen = (point: { x: number; y: number }, camera: { x: number; y: number; ratio: number }) => ({
    x: 400 + ((point.x - camera.x) * 600) / camera.ratio,
    y: 300 - ((point.y - camera.y) * 600) / camera.ratio,
  });

  it("comes as near as all points fit with room for their names", () => {
    const points = [
      { x: 0.4, y: 0.5 },
      { x: 0.6, y: 0.6 },
    ];
    const camera = cameraAround(points, size, 0.1, "part", toScreen);
    expect(camera).toMatchObject({ x: 0.5, y: 0.55 });
    for (const point of points) expect(toScreen(point, camera).x).toBeGreaterThanOrEqual(110);
    const nearer = { ...camera, ratio: camera.ratio / 1.1 };
    expect(toScreen({ x: 0.4, y: 0.5 }, nearer).x).toBeLessThan(110);
    expect(cameraAround(points, size, 0.1, "all", toScreen).ratio).toBeLessThan(camera.ratio);
  });

  it("comes no nearer than is good for one alone, and shows the whole for nothing", () => {
    expect(cameraAround([{ x: 0.2, y: 0.3 }], size, 0.3, "part", toScreen)).toEqual({
      x: 0.2,
      y: 0.3,
      ratio: 0.3,
    });
    expect(cameraAround([], size, 0.3, "part", toScreen)).toBe(wholeCamera);
  });

  it("tells views apart that look apart", () => {
    expect(sameView(wholeCamera, { x: 0.50001, y: 0.5, ratio: 1 })).toBe(true);
    expect(sameView(wholeCamera, { x: 0.51, y: 0.5, ratio: 1 })).toBe(false);
  });
});

describe("pushing apart", () => {
  it("gives nodes on one spot room, and leaves the others alone", () => {
    const places = new Map([
      ["a", { x: 0, y: 0 }],
      ["b", { x: 0, y: 0 }],
      ["c", { x: 400, y: 0 }],
    ]);
    const pushed = pushedApart(places);
    const [a, b] = [pushed.get("a"), pushed.get("b")];
    expect(Math.hypot(((a?.x ?? 0) - (b?.x ?? 0)) / 1.6, (a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThan(29.9);
    expect(pushed.get("c")).toEqual({ x: 400, y: 0 });
  });
});

import type { Catalogue } from "../data/catalogue.ts";
import type { Camera } from "../state.ts";
import type { ScreenPoint } from "./line-shape.ts";

/** The camera that shows everything that has a place. */
export const wholeCamera: Camera = { x: 0.5, y: 0.5, ratio: 1 };

/** So near the camera of a map of 60 entities comes by itself. */
const nearestOfSmall = 0.35;
const smallMap = 60;

/** How near the camera comes by itself: the nearer, the more crowded the map is. */
export function nearestRatio({ payload }: Catalogue): number {
  return nearestOfSmall * Math.min(1, Math.sqrt(smallMap / Math.max(1, payload.counts.entities)));
}

/** Room around what is looked at, in pixels of the view: less around everything than around a part of it. */
const air = { part: { side: 110, rise: 70 }, all: { side: 58, rise: 44 } };
/** On small screens the room is this share of the view, at most. */
const mostAir = 0.2;

/**
 * The nearest camera that holds some points with room for the names beside them.
 *
 * @param points in the units of the camera
 * @param toScreen where a point stands under a camera
 * @returns the whole where there are no points
 */
export function cameraAround(
  points: readonly ScreenPoint[],
  { width, height }: { readonly width: number; readonly height: number },
  nearest: number,
  around: keyof typeof air,
  toScreen: (point: ScreenPoint, camera: Camera) => ScreenPoint,
): Camera {
  if (points.length === 0) return wholeCamera;
  const [left, right] = extent(points.map(({ x }) => x));
  const [bottom, top] = extent(points.map(({ y }) => y));
  const corners = [
    { x: left, y: bottom },
    { x: right, y: top },
  ];
  const share = around === "all" ? mostAir / 2 : mostAir;
  const side = Math.min(air[around].side, width * share);
  const rise = Math.min(air[around].rise, height * share);
  const middle = { x: (left + right) / 2, y: (bottom + top) / 2 };
  for (let ratio = nearest; ratio < 1.4; ratio *= 1.08) {
    const camera = { ...middle, ratio };
    const fits = corners.every((corner) => {
      const { x, y } = toScreen(corner, camera);
      return x >= side && x <= width - side && y >= rise && y <= height - rise;
    });
    if (fits) return camera;
  }
  return wholeCamera;
}

/** Whether two cameras show the same to the eye. */
export function sameView(a: Camera, b: Camera): boolean {
  const near = (first: number, second: number): boolean => Math.abs(first - second) < 0.001 * a.ratio;
  return near(a.x, b.x) && near(a.y, b.y) && near(a.ratio, b.ratio);
}

function extent(numbers: readonly number[]): readonly [least: number, most: number] {
  return numbers.reduce(([least, most], number) => [Math.min(least, number), Math.max(most, number)], [
    Infinity,
    -Infinity,
  ] as const);
}

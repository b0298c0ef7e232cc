import { distanceTo, type LineShape, type ScreenPoint } from "./line-shape.ts";

/**
 * The line nearest to a point, if it lies within reach.
 *
 * @param lines looked at in order; absent ones are passed over
 * @param reach in CSS pixels
 * @returns of equally near ones the first
 */
export function nearestLine<Line extends { readonly shape: LineShape }>(
  lines: Iterable<Line | undefined>,
  point: ScreenPoint,
  reach: number,
): Line | undefined {
  let nearest: Line | undefined;
  let least = reach;
  for (const line of lines) {
    if (line === undefined || isFar(line.shape, point, least)) continue;
    const distance = distanceTo(line.shape, point);
    if (distance < least) [nearest, least] = [line, distance];
  }
  return nearest;
}

/** A cheap test before the dear one: most lines of a map are nowhere near. */
function isFar(shape: LineShape, { x, y }: ScreenPoint, reach: number): boolean {
  if (shape.kind === "loop") return false;
  const { from, to, bend } = shape;
  const air = reach + (Math.abs(bend) * (Math.abs(to.x - from.x) + Math.abs(to.y - from.y))) / 2;
  return (
    x < Math.min(from.x, to.x) - air ||
    x > Math.max(from.x, to.x) + air ||
    y < Math.min(from.y, to.y) - air ||
    y > Math.max(from.y, to.y) + air
  );
}

/** A point on the screen, in CSS pixels. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** A straight line between two points. */
export interface Line {
  readonly from: ScreenPoint;
  readonly to: ScreenPoint;
}

/**
 * The line nearest to a point, if it lies within reach.
 *
 * @param lines absent ones are passed over, so that the index stays that of the caller's list
 * @param reach in CSS pixels
 * @returns its index, or -1; of equally near ones the first
 */
export function nearestLine(lines: readonly (Line | undefined)[], point: ScreenPoint, reach: number): number {
  let nearest = -1;
  let least = reach * reach;
  for (const [i, line] of lines.entries()) {
    const distance = line === undefined ? Infinity : squaredDistance(line, point);
    if (distance < least) [nearest, least] = [i, distance];
  }
  return nearest;
}

function squaredDistance({ from, to }: Line, point: ScreenPoint): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return (from.x + dx * share - point.x) ** 2 + (from.y + dy * share - point.y) ** 2;
}

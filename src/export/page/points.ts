/** A point of the map; y grows upwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const width = 1000;
/** Sunflower angle: points at its multiples never line up. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** The point of a turn of the golden angle, so far from the origin. */
export function onSunflower(turn: number, radius: number): Point {
  return { x: Math.cos(turn * goldenAngle) * radius, y: Math.sin(turn * goldenAngle) * radius };
}

/** Turns the axis along which the points spread most to the horizontal. */
export function upright(points: readonly Point[]): readonly Point[] {
  const middle = { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
  const around = points.map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y }));
  const xx = mean(around.map(({ x }) => x * x));
  const yy = mean(around.map(({ y }) => y * y));
  const xy = mean(around.map(({ x, y }) => x * y));
  const turn = -0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return around.map(({ x, y }) => ({ x: x * cos - y * sin, y: x * sin + y * cos }));
}

/** The whole about 1000 wide or high around the middle, to a tenth. */
export function scaled(points: readonly Point[]): readonly Point[] {
  if (points.length === 0) return [];
  const { left, right, bottom, top } = extent(points);
  const factor = width / (Math.max(right - left, top - bottom) || width);
  const tenth = (value: number): number => Math.round(value * factor * 10) / 10 + 0;
  return points.map(({ x, y }) => ({ x: tenth(x - (left + right) / 2), y: tenth(y - (bottom + top) / 2) }));
}

/** The box around some points. */
export function extent(points: readonly Point[]): {
  left: number;
  right: number;
  bottom: number;
  top: number;
} {
  const all = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (const { x, y } of points) {
    all.left = Math.min(all.left, x);
    all.right = Math.max(all.right, x);
    all.bottom = Math.min(all.bottom, y);
    all.top = Math.max(all.top, y);
  }
  return all;
}

/** Moves the middle of their box to the origin. */
export function centred(points: readonly Point[]): readonly Point[] {
  const { left, right, bottom, top } = extent(points);
  return points.map((point) => shifted(point, { x: -(left + right) / 2, y: -(bottom + top) / 2 }));
}

/** A point moved by another. */
export function shifted(point: Point | undefined, by: Point): Point {
  return { x: (point?.x ?? 0) + by.x, y: (point?.y ?? 0) + by.y };
}

/** How far two points are apart; 0 where one is missing. */
export function distance(a: Point | undefined, b: Point | undefined): number {
  return a === undefined || b === undefined ? 0 : Math.hypot(a.x - b.x, a.y - b.y);
}

/** 0 for no numbers. */
export function mean(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0) / (numbers.length || 1);
}

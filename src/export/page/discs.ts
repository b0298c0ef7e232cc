import { onSunflower, type Point } from "./points.ts";

/** A round place on the map, and where it wants to be. */
export interface Disc extends Point {
  /** Above 0. */
  readonly radius: number;
}

/** The discs that touch each cell of a grid, by `column,row` in one number. */
type Grid = Map<number, Disc[]>;

const gridLimit = 1 << 20;

/**
 * Moves discs so that none overlaps another: from the largest to the smallest, each as near to where it wants to be as a
 * spiral finds room.
 *
 * @returns one centre for each disc, in their order
 */
export function apart(discs: readonly Disc[]): readonly Point[] {
  const [smallest, largest] = radiiOf(discs);
  // Equal discs touch four cells each, and of very unequal ones the largest not more than some hundreds.
  const cell = Math.max(2 * smallest, largest / 8);
  const grid: Grid = new Map();
  const centres: Point[] = discs.map(({ x, y }) => ({ x, y }));
  const order = [...discs.entries()].sort(([i, a], [j, b]) => b.radius - a.radius || i - j);
  for (const [i, disc] of order) {
    const placed = roomFor(grid, cell, disc);
    centres[i] = { x: placed.x, y: placed.y };
    for (const key of cellsOf(placed, cell)) {
      const own = grid.get(key);
      if (own === undefined) grid.set(key, [placed]);
      else own.push(placed);
    }
  }
  return centres;
}

function radiiOf(discs: readonly Disc[]): readonly [smallest: number, largest: number] {
  let [smallest, largest] = [Number.MAX_VALUE, 0];
  for (const { radius } of discs) {
    smallest = Math.min(smallest, radius);
    largest = Math.max(largest, radius);
  }
  return [smallest, largest];
}

function roomFor(grid: Grid, cell: number, disc: Disc): Disc {
  for (let step = 0; ; step++) {
    // Faster outwards with every step, so that a small disc leaves a large one before it has tried all of it.
    const aside = onSunflower(step, disc.radius * 0.5 * Math.sqrt(step) * (1 + step / 400));
    const tried = { x: disc.x + aside.x, y: disc.y + aside.y, radius: disc.radius };
    if (isFree(grid, cell, tried)) return tried;
  }
}

function isFree(grid: Grid, cell: number, disc: Disc): boolean {
  for (const key of cellsOf(disc, cell)) {
    for (const { x, y, radius } of grid.get(key) ?? []) {
      if (Math.hypot(x - disc.x, y - disc.y) < radius + disc.radius) return false;
    }
  }
  return true;
}

function* cellsOf({ x, y, radius }: Disc, cell: number): Generator<number> {
  const [left, right] = [Math.floor((x - radius) / cell), Math.floor((x + radius) / cell)];
  const [bottom, top] = [Math.floor((y - radius) / cell), Math.floor((y + radius) / cell)];
  for (let column = left; column <= right; column++) {
    for (let row = bottom; row <= top; row++) yield (column + gridLimit) * gridLimit * 2 + row + gridLimit;
  }
}

import type { MapPoint } from "./minimap-geometry.ts";

/** The least distance of two nodes where there is room for it, in the units of the map. */
const wanted = 30;
/** Names run sideways, so neighbours need this much more room to the side than above. */
const sideways = 1.6;
const rounds = 25;
/** All pairs are compared: above this it would be felt. */
const most = 900;

/** Moves nodes that stand too near to each other apart, each by half of what is missing, over some rounds. */
export function pushedApart(places: ReadonlyMap<string, MapPoint>): ReadonlyMap<string, MapPoint> {
  const keys = [...places.keys()];
  const points = [...places.values()].map(({ x, y }) => ({ x, y }));
  if (points.length > most) return places;
  for (let round = 0, pushes = 1; round < rounds && pushes > 0; round++) {
    pushes = 0;
    for (const [i, a] of points.entries()) {
      for (const [j, b] of points.slice(i + 1).entries()) if (push(a, b, i + j)) pushes++;
    }
  }
  return new Map(keys.map((key, i) => [key, points[i] ?? { x: 0, y: 0 }]));
}

/** @param turn tells the direction of two nodes on one spot */
function push(a: { x: number; y: number }, b: { x: number; y: number }, turn: number): boolean {
  let dx = (b.x - a.x) / sideways;
  let dy = b.y - a.y;
  const apart = Math.hypot(dx, dy);
  if (apart >= wanted - 0.01) return false;
  if (apart < 1e-6) [dx, dy] = [Math.cos(turn) * 1e-6, Math.sin(turn) * 1e-6];
  const half = (wanted - apart) / 2 / Math.max(apart, 1e-6);
  a.x -= dx * half * sideways;
  a.y -= dy * half;
  b.x += dx * half * sideways;
  b.y += dy * half;
  return true;
}

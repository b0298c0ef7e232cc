import type { Catalogue } from "../data/catalogue.ts";
import type { SceneNode } from "../data/scene.ts";
import { type Bounds, boundsOf } from "./minimap-geometry.ts";

/** Where a node of a scene is drawn, how large, and in the colour of which group. */
export interface NodePlace {
  readonly x: number;
  readonly y: number;
  /** The radius in pixels at the first zoom. */
  readonly size: number;
  readonly group: number;
}

/** The radius that a group with all entities would have; the areas of groups share in it. */
const radiusOfAll = 125;
const leastGroup = 4;
const largestGroup = 40;

const nowhere: NodePlace = { x: 0, y: 0, size: 1, group: 0 };

/** Tells where the nodes of scenes are drawn. */
export function placesFor({ payload }: Catalogue): (node: SceneNode) => NodePlace {
  const { entities, groups } = payload;
  const members = groups.reduce((total, { size }) => total + size, 0) || 1;
  return ({ kind, index }) => {
    if (kind === "entity") return entities[index]?.place ?? nowhere;
    const { x, y, size } = groups[index] ?? { ...nowhere, size: 0 };
    const radius = radiusOfAll * Math.sqrt(size / members);
    return { x, y, size: Math.min(largestGroup, Math.max(leastGroup, radius)), group: index };
  };
}

/** The rectangle in which everything has its place, whatever is shown of it. */
export function wholeBounds({ payload }: Catalogue): Bounds {
  const places = payload.entities.flatMap(({ place }) => place ?? []);
  const { left, right, bottom, top } = boundsOf(places) ?? { left: 0, right: 0, bottom: 0, top: 0 };
  // One entity alone has no extent, and Sigma divides by it.
  const air = right - left + top - bottom > 0 ? 0 : 1;
  return { left: left - air, right: right + air, bottom: bottom - air, top: top + air };
}

import type { PagePlace } from "../../model/page-payload.ts";
import { layoutOf } from "./layout.ts";
import type { Ties } from "./ties.ts";

/** Where entities are drawn, by id; those that take part in no claim have no place. */
export function placesOf(ties: Ties, groups: readonly number[]): ReadonlyMap<string, PagePlace> {
  const points = layoutOf(ties, groups);
  return new Map(
    ties.ids.map((id, i) => {
      const point = points[i] ?? { x: 0, y: 0 };
      return [id, { ...point, size: radius(ties.degrees[i] ?? 0, ties.ids.length), group: groups[i] ?? 0 }];
    }),
  );
}

/** Above so many entities the discs get smaller, so that they cover about the same share of the map. */
const roomy = 120;

/** The area grows with the claims, so that twice the claims look like twice as much. */
function radius(degree: number, entities: number): number {
  const crowding = Math.max(0.4, Math.min(1, (roomy / entities) ** 0.4));
  return Math.round(Math.min(22, 3.2 + 1.9 * Math.sqrt(degree)) * crowding * 10) / 10;
}

/** A point on the screen, in CSS pixels. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** A circle on the screen. */
export interface Circle extends ScreenPoint {
  readonly radius: number;
}

/** How a line runs over the screen: from middle to middle of its discs, or as a circle beside one. */
export type LineShape =
  | {
      readonly kind: "bow";
      readonly from: Circle;
      readonly to: Circle;
      /** How far it bends to the left, as a share of its length: where the handle of its Bézier curve stands; 0 is straight. */
      readonly bend: number;
    }
  | { readonly kind: "loop"; readonly disc: Circle; readonly circle: Circle };

/** The angle from one loop of a disc to the next: the first stands above it. */
const loopTurn = 0.9;

/** The shape of a line between two discs; of the same disc twice a loop, the `bend`-th of its own. */
export function shapeOf(from: Circle, to: Circle, bend: number, isLoop: boolean): LineShape {
  return isLoop ? { kind: "loop", disc: from, circle: loopOf(from, bend) } : { kind: "bow", from, to, bend };
}

/** The circle of a disc's n-th loop: above it, then right and left of that, and so on. */
export function loopOf({ x, y, radius }: Circle, index: number): Circle {
  const own = Math.min(16, Math.max(3.5, radius * 0.85));
  const side = index % 2 === 1 ? 1 : -1;
  const angle = -Math.PI / 2 + side * Math.ceil(index / 2) * loopTurn;
  const away = radius + own * 0.55;
  return { x: x + Math.cos(angle) * away, y: y + Math.sin(angle) * away, radius: own };
}

/** The handle of the curve. The screen's y grows downwards, so left of the direction is `(dy, -dx)`. */
export function handleOf(from: ScreenPoint, to: ScreenPoint, bend: number): ScreenPoint {
  return {
    x: (from.x + to.x) / 2 + (to.y - from.y) * bend,
    y: (from.y + to.y) / 2 - (to.x - from.x) * bend,
  };
}

/**
 * A point of the line.
 *
 * @param share from 0, its beginning, to 1, its end; a loop begins where it is farthest from its disc on the left
 */
export function pointOn(shape: LineShape, share: number): ScreenPoint {
  if (shape.kind === "loop") {
    const { disc, circle } = shape;
    const outward = Math.atan2(circle.y - disc.y, circle.x - disc.x);
    const angle = outward + (share - 0.5) * Math.PI;
    return { x: circle.x + Math.cos(angle) * circle.radius, y: circle.y + Math.sin(angle) * circle.radius };
  }
  const { from, to, bend } = shape;
  const handle = handleOf(from, to, bend);
  const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
  return { x: a * from.x + b * handle.x + c * to.x, y: a * from.y + b * handle.y + c * to.y };
}

/** A point of the part that is seen between the two discs; shares as in `pointOn`. */
export function pointBetween(shape: LineShape, share: number): ScreenPoint {
  if (shape.kind === "loop") return pointOn(shape, share);
  const [start, end] = seenPart(shape);
  return pointOn(shape, start + (end - start) * share);
}

/**
 * The shares at which a line leaves its first disc and enters its last; `[0.5, 0.5]` where the discs meet.
 *
 * @param air how far from the rim of its last disc it ends, in pixels: room for an arrowhead
 */
export function seenPart(shape: LineShape & { kind: "bow" }, air = 0): readonly [start: number, end: number] {
  const { from, to } = shape;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const last = to.radius + air;
  if (length <= from.radius + last) return [0.5, 0.5];
  if (shape.bend === 0) return [from.radius / length, 1 - last / length];
  return [shareAt(shape, from, 0), shareAt(shape, { ...to, radius: last }, 1)];
}

/** Where the curve crosses a disc at one of its ends, halved down to a small part of a pixel. */
function shareAt(shape: LineShape, disc: Circle, end: 0 | 1): number {
  let [inside, outside]: [number, number] = [end, 0.5];
  for (let round = 0; round < 12; round++) {
    const share = (inside + outside) / 2;
    const { x, y } = pointOn(shape, share);
    if (Math.hypot(x - disc.x, y - disc.y) < disc.radius) inside = share;
    else outside = share;
  }
  return outside;
}

/** The handle of a part of the curve, from one share to another. */
export function handleBetween(shape: LineShape & { kind: "bow" }, start: number, end: number): ScreenPoint {
  const { from, to, bend } = shape;
  const handle = handleOf(from, to, bend);
  const [a, b, c] = [(1 - start) * (1 - end), start * (1 - end) + end * (1 - start), start * end];
  return { x: a * from.x + b * handle.x + c * to.x, y: a * from.y + b * handle.y + c * to.y };
}

/** Into so many straight pieces a curve is cut to measure how far a point is from it. */
const pieces = 16;

/** How far a point is from a line, in pixels. */
export function distanceTo(shape: LineShape, point: ScreenPoint): number {
  if (shape.kind === "loop")
    return Math.abs(Math.hypot(point.x - shape.circle.x, point.y - shape.circle.y) - shape.circle.radius);
  if (shape.bend === 0) return distanceToPiece(shape.from, shape.to, point);
  let least = Infinity;
  let start: ScreenPoint = shape.from;
  for (let i = 1; i <= pieces; i++) {
    const end = pointOn(shape, i / pieces);
    least = Math.min(least, distanceToPiece(start, end, point));
    start = end;
  }
  return least;
}

function distanceToPiece(from: ScreenPoint, to: ScreenPoint, point: ScreenPoint): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(from.x + dx * share - point.x, from.y + dy * share - point.y);
}

/** A point of the map, in the units of `PagePlace`: y grows upwards. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/** A rectangle of the map; `bottom < top`. */
export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** How a stretch of the map is laid into a small picture, whose y grows downwards. */
export interface Frame {
  readonly scale: number;
  readonly right: number;
  readonly down: number;
}

/** The smallest rectangle around points; undefined without any. */
export function boundsOf(points: Iterable<MapPoint>): Bounds | undefined {
  let bounds: { left: number; right: number; bottom: number; top: number } | undefined;
  for (const { x, y } of points) {
    bounds ??= { left: x, right: x, bottom: y, top: y };
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.min(bounds.bottom, y);
    bounds.top = Math.max(bounds.top, y);
  }
  return bounds;
}

/** Lays the bounds into the middle of a picture, as large as they fit with a rim. */
export function frameOf(bounds: Bounds, width: number, height: number, rim: number): Frame {
  const [wide, high] = [bounds.right - bounds.left, bounds.top - bounds.bottom];
  const scale = Math.min((width - 2 * rim) / (wide || 1), (height - 2 * rim) / (high || 1));
  return {
    scale,
    right: width / 2 - (scale * (bounds.left + bounds.right)) / 2,
    down: height / 2 + (scale * (bounds.top + bounds.bottom)) / 2,
  };
}

/** Where a point of the map stands in the picture. */
export function inFrame({ scale, right, down }: Frame, { x, y }: MapPoint): MapPoint {
  return { x: right + x * scale, y: down - y * scale };
}

/** The point of the map that a point of the picture stands for. */
export function fromFrame({ scale, right, down }: Frame, { x, y }: MapPoint): MapPoint {
  return { x: (x - right) / scale, y: (down - y) / scale };
}

/** Whether a view shows all within some bounds. */
export function seesAll(view: Bounds, bounds: Bounds): boolean {
  return (
    view.left <= bounds.left &&
    view.right >= bounds.right &&
    view.bottom <= bounds.bottom &&
    view.top >= bounds.top
  );
}

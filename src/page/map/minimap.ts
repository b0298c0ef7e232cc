import { element } from "../element.ts";
import type { MapView } from "./map-view.ts";
import {
  type Bounds,
  boundsOf,
  frameOf,
  fromFrame,
  inFrame,
  type MapPoint,
  seesAll,
} from "./minimap-geometry.ts";
import { nodeColour } from "./palette.ts";

/** The whole map in small, with the part that is in view; a click or a pull moves the camera there. */
export interface Minimap {
  readonly root: HTMLElement;
  /** Draws the part that is in view; call it after each frame. */
  update(): void;
  /** The dots are drawn anew with the next update. */
  stale(): void;
}

const width = 160;
const height = 110;
const rim = 8;

/** Makes the small map. It is hidden as long as everything is in view, and from those who listen: keys do the same. */
export function createMinimap(view: () => MapView | null): Minimap {
  const canvas = element("canvas", { "aria-hidden": "true" });
  const root = element("div", { class: "minimap", hidden: "" }, canvas);
  const dots = document.createElement("canvas");
  let bounds: Bounds | undefined;
  let fresh = false;

  const drawDots = (map: MapView): void => {
    fresh = true;
    const { scene } = map.index();
    const { palette } = map.look();
    const places = scene.nodes.flatMap(({ key }) => map.placeOf(key) ?? []);
    bounds = boundsOf(places);
    const context = sized(dots);
    if (context === null || bounds === undefined) return;
    const frame = frameOf(bounds, width, height, rim);
    for (const place of places) {
      const { x, y } = inFrame(frame, place);
      context.beginPath();
      context.arc(x, y, Math.max(1.2, Math.min(3.5, place.size / 5)), 0, 2 * Math.PI);
      context.fillStyle = nodeColour(palette, place.group);
      context.fill();
    }
  };

  const go = (event: PointerEvent): void => {
    const map = view();
    if (map === null || bounds === undefined) return;
    const box = canvas.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    map.centre(fromFrame(frameOf(bounds, width, height, rim), at));
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    go(event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (canvas.hasPointerCapture(event.pointerId)) go(event);
  });

  return {
    root,
    stale() {
      fresh = false;
    },
    update() {
      const map = view();
      if (map === null) return;
      if (!fresh) drawDots(map);
      const part = map.viewBounds();
      root.hidden = bounds === undefined || seesAll(part, bounds);
      const context = root.hidden ? null : sized(canvas);
      if (context === null || bounds === undefined) return;
      context.drawImage(dots, 0, 0, width, height);
      drawPart(context, map, part, bounds);
    },
  };
}

function drawPart(context: CanvasRenderingContext2D, map: MapView, part: Bounds, bounds: Bounds): void {
  const { palette } = map.look();
  const frame = frameOf(bounds, width, height, rim);
  const within = (value: number, most: number): number => Math.min(most - 1.5, Math.max(1.5, value));
  const corner = (point: MapPoint): MapPoint => {
    const { x, y } = inFrame(frame, point);
    return { x: within(x, width), y: within(y, height) };
  };
  const start = corner({ x: part.left, y: part.top });
  const end = corner({ x: part.right, y: part.bottom });
  context.beginPath();
  context.rect(0, 0, width, height);
  context.rect(start.x, start.y, end.x - start.x, end.y - start.y);
  context.globalAlpha = 0.55;
  context.fillStyle = palette.panel;
  context.fill("evenodd");
  context.globalAlpha = 1;
  context.strokeStyle = palette.accent;
  context.lineWidth = 1.5;
  context.strokeRect(start.x, start.y, end.x - start.x, end.y - start.y);
}

function sized(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio || 1;
  Object.assign(canvas, { width: width * ratio, height: height * ratio });
  const context = canvas.getContext("2d");
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

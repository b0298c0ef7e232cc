import type { Captions, LaidCaptions } from "./captions.ts";
import { layCaptions } from "./captions.ts";
import { drawOver, drawUnder, measureOn } from "./draw-captions.ts";
import type { Palette } from "./palette.ts";
import type { Box } from "./place-labels.ts";

/** What the painter asks of the map. */
export interface Painted {
  /** Sizes in CSS pixels of the map, and how many device pixels each is. */
  size(): { readonly width: number; readonly height: number; readonly ratio: number };
  captions(): Captions;
  palette(): Palette;
  /** Changes whenever the camera has moved. */
  viewKey(): string;
  /** Asks for another frame. */
  redraw(): void;
}

/** Draws names, wordings, signs and loops on the canvases under and over the discs. */
export interface Painter {
  /** Draws a frame; as long as the camera moves and frames are dear without captions, unless all is wanted `now`. */
  paint(now?: boolean): void;
  laid(): LaidCaptions;
  keepClear(boxes: readonly Box[]): void;
  stop(): void;
}

/** A frame with captions that takes longer, in milliseconds, goes without them while the camera moves. */
const dear = 30;
/** After so many milliseconds without movement the captions come back. */
const settleTime = 120;

const nothing: LaidCaptions = { names: [], pills: [], badges: [], loops: [], marks: [] };

/** Makes a painter for two canvases that cover the map; undefined where the browser gives no context. */
export function createPainter(
  under: HTMLCanvasElement,
  over: HTMLCanvasElement,
  map: Painted,
): Painter | undefined {
  const below = under.getContext("2d");
  const above = over.getContext("2d");
  if (below === null || above === null) return undefined;
  const measure = measureOn(above);
  let laid = nothing;
  let clear: readonly Box[] = [];
  let view = "";
  let cost = 0;
  /** The first frame is without captions: the map is seen sooner, and they come with the next. */
  let begun = false;
  let settling: ReturnType<typeof setTimeout> | undefined;

  const fitted = (): { readonly width: number; readonly height: number } => {
    const { width, height, ratio } = map.size();
    for (const context of [below, above]) fitCanvas(context, width, height, ratio);
    return { width, height };
  };
  const settle = (): void => {
    clearTimeout(settling);
    settling = setTimeout(() => map.redraw(), settleTime);
  };
  return {
    laid: () => laid,
    keepClear(boxes) {
      clear = boxes;
    },
    stop: () => clearTimeout(settling),
    paint(now = false) {
      if (!begun && !now) {
        begun = true;
        map.redraw();
        return;
      }
      begun = true;
      const stage = fitted();
      const key = map.viewKey();
      const moving = key !== view;
      view = key;
      if (moving && cost > dear && !now) {
        settle();
        // The next frame is measured anew, or names would never come back after one slow frame.
        cost *= 0.9;
        return;
      }
      const start = performance.now();
      laid = layCaptions(map.captions(), stage, clear, measure);
      drawUnder(below, laid, map.palette());
      drawOver(above, laid, map.palette());
      cost = performance.now() - start;
    },
  };
}

/** Empties a canvas and gives it the size of the map. */
function fitCanvas(context: CanvasRenderingContext2D, width: number, height: number, ratio: number): void {
  const { canvas } = context;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, { width: wide, height: high });
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
}

import { badges, iconPaths, iconSide } from "./icons.ts";
import { createMap, type SigmaMap } from "./map.ts";
import type { VectorLegendEntry } from "./map-vector.ts";
import type { MapListener, MapSetup, MapView } from "./map-view.ts";

/** What stands under the picture. */
export interface Strip {
  readonly legend: readonly VectorLegendEntry[];
  readonly caption: string;
}

/** How large a picture is. */
export interface PictureSize {
  /** In CSS pixels, as the height: of the map without what stands under it. */
  readonly width: number;
  readonly height: number;
  /** How many pixels of the picture each CSS pixel is. */
  readonly scale: number;
}

const silent: MapListener = {
  enter() {},
  leave() {},
  click() {},
  down() {},
  move() {},
  up() {},
  moved() {},
  painted() {},
  lost() {},
};

const sans = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const entryFont = `400 12.5px ${sans}`;
const captionFont = `400 12px ${sans}`;
const rowHeight = 24;
const rim = 16;
const signWidth = 26;

/**
 * Draws the map as it is seen onto a canvas of its own, with the legend and a line of text under it.
 *
 * A second map draws it, in a place that nobody sees, so that the first one stays as it is.
 */
export function pictureOf(
  map: MapView,
  setup: MapSetup,
  { legend, caption }: Strip,
  size: PictureSize,
): HTMLCanvasElement {
  const { width, height, scale } = size;
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("The browser gives no context for drawing a picture.");
  const rows = rowsOf(context, legend, width);
  const foot = rim * 2 + (rows.length + 1) * rowHeight;
  Object.assign(canvas, { width: width * scale, height: (height + foot) * scale });
  const { palette } = map.look();
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  paintMap(context, map, setup, size);
  context.setTransform(scale, 0, 0, scale, 0, height * scale);
  context.textBaseline = "middle";
  context.fillStyle = palette.rule;
  context.fillRect(0, 0, width, 1);
  for (const [i, row] of rows.entries())
    for (const { entry, x } of row) drawEntry(context, entry, x, rim + (i + 0.5) * rowHeight, palette);
  context.font = captionFont;
  context.fillStyle = palette.muted;
  context.fillText(caption, rim, rim + (rows.length + 0.6) * rowHeight, width - 2 * rim);
  return canvas;
}

function paintMap(
  context: CanvasRenderingContext2D,
  map: MapView,
  setup: MapSetup,
  { width, height, scale }: PictureSize,
): void {
  const ratio = window.devicePixelRatio || 1;
  const container = document.body.appendChild(document.createElement("div"));
  Object.assign(container.style, {
    position: "fixed",
    left: "-30000px",
    top: "0",
    width: `${(width * scale) / ratio}px`,
    height: `${(height * scale) / ratio}px`,
  });
  let second: SigmaMap | undefined;
  try {
    const magnify = scale / ratio;
    second = createMap(container, { ...setup, palette: map.look().palette, magnify }, silent);
    second.draw(map.index().scene);
    second.relook({ ...map.look(), hovered: undefined, near: undefined, line: undefined, marked: undefined });
    second.setCamera(map.camera(), false);
    second.paintOn(context);
  } finally {
    // A map that is not ended keeps one of the few contexts that a browser gives.
    second?.kill();
    container.remove();
  }
}

interface Placed {
  readonly entry: VectorLegendEntry;
  readonly x: number;
}

/** Breaks the entries into rows that fit. */
function rowsOf(
  context: CanvasRenderingContext2D,
  legend: readonly VectorLegendEntry[],
  width: number,
): readonly (readonly Placed[])[] {
  context.font = entryFont;
  const rows: Placed[][] = [];
  let x = Infinity;
  let kind = legend[0]?.kind;
  for (const entry of legend) {
    const wide = signWidth + context.measureText(entry.words).width + 20;
    if (x + wide > width - rim || entry.kind !== kind) {
      rows.push([]);
      x = rim;
    }
    kind = entry.kind;
    rows.at(-1)?.push({ entry, x });
    x += wide;
  }
  return rows;
}

function drawEntry(
  context: CanvasRenderingContext2D,
  { kind, colour, icon, badge, words }: VectorLegendEntry,
  x: number,
  y: number,
  palette: ReturnType<MapView["look"]>["palette"],
): void {
  context.fillStyle = colour;
  if (kind === "group") circle(context, x + 10, y, 5);
  if (kind === "line") {
    context.fillRect(x, y - 1.25, 20, 2.5);
    if (badge) {
      circle(context, x + 10, y, 7);
      context.fillStyle = palette.ground;
      context.font = `700 10px ${sans}`;
      context.textAlign = "center";
      context.fillText(badge, x + 10, badge === badges.reported ? y + 3 : y + 0.5);
      context.textAlign = "start";
    }
  }
  if (icon !== undefined) {
    context.save();
    context.translate(x + 3, y - 7);
    context.scale(14 / iconSide, 14 / iconSide);
    context.fill(new Path2D(iconPaths[icon]), "evenodd");
    context.restore();
  }
  context.font = entryFont;
  context.fillStyle = palette.ink;
  context.fillText(`\u2068${words.toWellFormed()}\u2069`, x + signWidth, y + 0.5);
}

function circle(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

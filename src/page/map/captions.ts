import type { Palette } from "./palette.ts";
import {
  type Box,
  type Disc,
  type LabelWish,
  type PillWish,
  type Placed,
  placeLabels,
  placePills,
} from "./place-labels.ts";

/** A node's name and where its disc stands now. */
export interface NodeCaption extends Disc {
  readonly text: string;
  /** Drawn first, and rather over a disc than not at all. */
  readonly urgent: boolean;
  readonly strong: boolean;
}

/** A relation's wording on its line. */
export interface LineCaption {
  readonly text: string;
  readonly denied: boolean;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** What stands on the map beside discs and lines. */
export interface Captions {
  /** In the order in which they get their place. */
  readonly nodes: readonly NodeCaption[];
  readonly lines: readonly LineCaption[];
  /** Nodes with a claim about themselves, which Sigma does not draw. */
  readonly loops: readonly Disc[];
  /** Discs not to be covered. */
  readonly discs: readonly Disc[];
}

const family = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const longestName = 34;
const longestRelation = 28;
/** One label for so many square pixels. */
const areaForLabel = 8000;
const rim = 6;
const pillFont = `500 11px ${family}`;
const pillHeight = 17;

/** Text widths met so far: measuring is what costs. */
const widths = new Map<string, number>();

/** Draws all captions on a canvas of CSS pixels and tells where the names came to stand. */
export function drawCaptions(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  captions: Captions,
  palette: Palette,
): readonly Placed[] {
  const stage: Box = { left: rim, top: rim, right: width - rim, bottom: height - rim };
  context.clearRect(0, 0, width, height);
  context.textBaseline = "middle";
  for (const loop of captions.loops) drawLoop(context, loop, palette);
  const wishes = captions.nodes.map((caption) => wishOf(context, caption));
  const names = placeLabels(wishes, captions.discs, stage, Math.max(8, (width * height) / areaForLabel));
  const byKey = new Map(captions.nodes.map((caption) => [caption.key, caption]));
  for (const { key, box } of names) {
    const caption = byKey.get(key);
    if (caption !== undefined) drawName(context, caption, box, palette);
  }
  const pills = placePills(
    captions.lines.map((line, key) => pillOf(context, line, key)),
    names,
    captions.discs,
    stage,
  );
  for (const { key, box } of pills) {
    const line = captions.lines[key];
    if (line !== undefined) drawPill(context, line, box, palette);
  }
  return names;
}

function fontOf({ radius, strong }: NodeCaption): { readonly font: string; readonly size: number } {
  const size = Math.min(16, Math.max(11.5, 9.5 + radius * 0.4));
  return { font: `${strong || radius > 10 ? 600 : 500} ${size}px ${family}`, size };
}

function wishOf(context: CanvasRenderingContext2D, caption: NodeCaption): LabelWish {
  const { font, size } = fontOf(caption);
  const width = textWidth(context, font, shown(caption.text, longestName));
  const { key, x, y, radius, urgent } = caption;
  return { key, x, y, radius, urgent, width, height: size * 1.25 };
}

function pillOf(context: CanvasRenderingContext2D, line: LineCaption, key: number): PillWish {
  const width = textWidth(context, pillFont, shown(line.text, longestRelation)) + 14;
  return { key, from: line.from, to: line.to, width, height: pillHeight };
}

function textWidth(context: CanvasRenderingContext2D, font: string, text: string): number {
  const key = `${font}|${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context.font = font;
  const { width } = context.measureText(text);
  widths.set(key, width);
  return width;
}

/** Shortened, and isolated, so that a name from right to left keeps its own order on the canvas. */
function shown(text: string, longest: number): string {
  const letters = [...text.toWellFormed()];
  const short =
    letters.length > longest
      ? `${letters
          .slice(0, longest - 1)
          .join("")
          .trimEnd()}…`
      : text;
  return `\u2068${short.toWellFormed()}\u2069`;
}

/** The halo is wide and in the ground's colour: it keeps lines from running through the letters. */
function drawName(context: CanvasRenderingContext2D, caption: NodeCaption, box: Box, palette: Palette): void {
  const text = shown(caption.text, longestName);
  const middle = (box.top + box.bottom) / 2;
  context.font = fontOf(caption).font;
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = palette.ground;
  context.strokeText(text, box.left, middle);
  context.fillStyle = palette.ink;
  context.fillText(text, box.left, middle);
}

function drawPill(context: CanvasRenderingContext2D, line: LineCaption, box: Box, palette: Palette): void {
  context.beginPath();
  context.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, pillHeight / 2);
  context.fillStyle = palette.ground;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = line.denied ? palette.denied : palette.fadedLine;
  context.stroke();
  context.font = pillFont;
  context.fillStyle = line.denied ? palette.denied : palette.muted;
  context.fillText(shown(line.text, longestRelation), box.left + 7, (box.top + box.bottom) / 2);
}

function drawLoop(context: CanvasRenderingContext2D, { x, y, radius }: Disc, palette: Palette): void {
  const own = Math.max(5, radius * 0.8);
  context.beginPath();
  context.arc(x, y - radius - own * 0.5, own, 0, 2 * Math.PI);
  context.lineWidth = 1.4;
  context.strokeStyle = palette.open;
  context.stroke();
}

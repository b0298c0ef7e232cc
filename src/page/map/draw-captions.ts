import {
  badgeFont,
  badgeRadius,
  type LaidCaptions,
  type LineCaption,
  type Measure,
  type NodeCaption,
  nameFont,
  noteFont,
  pillBadge,
  pillFont,
  pillHeight,
  shownName,
  shownWording,
} from "./captions.ts";
import { drawLoop, drawMark } from "./draw-marks.ts";
import { badges } from "./icons.ts";
import type { ScreenPoint } from "./line-shape.ts";
import type { Palette } from "./palette.ts";
import type { Box } from "./place-labels.ts";

/** How much of what lies under a name its veil hides. */
const veil = 0.6;

/** Measures texts on a canvas and remembers them: measuring is what costs. */
export function measureOn(context: CanvasRenderingContext2D): Measure {
  const widths = new Map<string, number>();
  return (font, text) => {
    const key = `${font}|${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    context.font = font;
    const { width } = context.measureText(text);
    widths.set(key, width);
    return width;
  };
}

/** Draws what lies under the discs. */
export function drawUnder(
  context: CanvasRenderingContext2D,
  { loops }: LaidCaptions,
  palette: Palette,
): void {
  for (const loop of loops) drawLoop(context, loop, palette);
}

/** Draws what lies over discs and lines. */
export function drawOver(context: CanvasRenderingContext2D, laid: LaidCaptions, palette: Palette): void {
  context.textBaseline = "middle";
  for (const mark of laid.marks) drawMark(context, mark, palette);
  for (const { caption, at } of laid.badges) drawBadge(context, caption, at, caption.radius, palette);
  for (const { caption, box } of laid.pills) drawPill(context, caption, box, palette);
  for (const { caption, box } of laid.names) drawName(context, caption, box, palette);
}

/** The halo and the veil are in the ground's colour: they keep lines from running through the letters. */
function drawName(context: CanvasRenderingContext2D, caption: NodeCaption, box: Box, palette: Palette): void {
  const { font, size } = nameFont(caption);
  context.globalAlpha = veil;
  context.fillStyle = palette.ground;
  context.beginPath();
  context.roundRect(box.left - 2, box.top, box.right - box.left + 4, box.bottom - box.top, 4);
  context.fill();
  context.globalAlpha = 1;
  const middle = caption.note === undefined ? (box.top + box.bottom) / 2 : box.top + size * 0.62;
  drawHaloed(context, shownName(caption), font, palette.ink, box.left, middle, palette);
  if (caption.note !== undefined)
    drawHaloed(context, caption.note, noteFont, palette.muted, box.left, box.bottom - 7, palette);
}

function drawHaloed(
  context: CanvasRenderingContext2D,
  text: string,
  font: string,
  colour: string,
  x: number,
  y: number,
  palette: Palette,
): void {
  context.font = font;
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = palette.ground;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

function drawPill(context: CanvasRenderingContext2D, line: LineCaption, box: Box, palette: Palette): void {
  const middle = (box.top + box.bottom) / 2;
  context.beginPath();
  context.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, pillHeight / 2);
  context.fillStyle = palette.panel;
  context.fill();
  context.lineWidth = 1.2;
  context.strokeStyle = palette.lines[line.look];
  context.stroke();
  let start = box.left + 8;
  if (line.badge !== "") {
    drawBadge(context, line, { x: box.left + pillHeight / 2, y: middle }, badgeRadius, palette);
    start = box.left + pillBadge + 5;
  }
  context.font = pillFont;
  context.fillStyle = palette.ink;
  context.fillText(shownWording(line), start, middle + 0.5);
}

/** A sign in the ground's colour on a small disc; what is in conflict has a second ring. */
function drawBadge(
  context: CanvasRenderingContext2D,
  { badge, look }: LineCaption,
  { x, y }: ScreenPoint,
  radius: number,
  palette: Palette,
): void {
  const colour = palette.lines[look];
  context.font = badgeFont(radius);
  const wide = Math.max(0, context.measureText(badge).width - radius);
  const outline = (air: number): void => {
    const outer = radius + air;
    context.beginPath();
    context.roundRect(x - outer - wide / 2, y - outer, 2 * outer + wide, 2 * outer, outer);
  };
  if (look === "conflict") {
    outline(2.4);
    context.fillStyle = colour;
    context.fill();
  }
  outline(1.4);
  context.fillStyle = palette.ground;
  context.fill();
  outline(0);
  context.fillStyle = colour;
  context.fill();
  context.fillStyle = palette.ground;
  context.textAlign = "center";
  // An opening quotation mark hangs high in its line.
  context.fillText(badge, x, badge === badges.reported ? y + radius * 0.4 : y + 0.5);
  context.textAlign = "start";
}

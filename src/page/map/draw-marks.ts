import type { DiscMark, LoopMark } from "./captions.ts";
import { iconPaths, iconSide } from "./icons.ts";
import type { Palette } from "./palette.ts";

/** The ring of the ground's colour that sets a disc off from lines and other discs. */
const ground = 1.2;
/** A group's second ring stands so far from its disc. */
const groupAway = 3;
/** The icon's side as a share of the radius. */
const iconShare = 1.15;

const pictures = new Map<string, Path2D>();

/** Draws the rings and the icon of a disc. */
export function drawMark(context: CanvasRenderingContext2D, mark: DiscMark, palette: Palette): void {
  if (!mark.plain) ring(context, mark, ground / 2, ground, palette.ground);
  if (mark.group) ring(context, mark, groupAway, 1.6, mark.faded ? palette.faded : mark.colour);
  const away = mark.group ? groupAway + 4 : 3.5;
  if (mark.ring === "chosen") ring(context, mark, away, 2, palette.ink);
  if (mark.ring === "marked") {
    context.setLineDash([4, 3]);
    ring(context, mark, away, 2.2, palette.accent);
    context.setLineDash([]);
  }
  if (mark.icon !== undefined && !mark.faded) drawIcon(context, mark, mark.icon);
}

/** Draws a claim about oneself: a circle that leaves its disc and comes back with an arrowhead. */
export function drawLoop(context: CanvasRenderingContext2D, loop: LoopMark, palette: Palette): void {
  const { circle } = loop.shape;
  const strokes = [
    ...(loop.faded ? [] : [[loop.width + 2, palette.ground] as const]),
    [loop.width, loop.colour] as const,
  ];
  for (const [width, colour] of strokes) {
    context.beginPath();
    context.arc(circle.x, circle.y, circle.radius, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
  const corners = loopHead(loop);
  context.beginPath();
  for (const [i, { x, y }] of corners.entries()) i === 0 ? context.moveTo(x, y) : context.lineTo(x, y);
  context.closePath();
  context.fillStyle = loop.colour;
  context.fill();
}

/** The corners of a loop's arrowhead, the tip first: on the rim of its disc. */
export function loopHead({ shape: { disc, circle }, width }: LoopMark): readonly {
  readonly x: number;
  readonly y: number;
}[] {
  const apart = Math.hypot(circle.x - disc.x, circle.y - disc.y);
  const outward = Math.atan2(circle.y - disc.y, circle.x - disc.x);
  // The angle at the loop's middle between the disc's middle and where the two circles cross.
  const cos = (circle.radius ** 2 + apart ** 2 - disc.radius ** 2) / (2 * circle.radius * apart);
  const crossing = Math.PI + outward - Math.acos(Math.min(1, Math.max(-1, cos)));
  const length = Math.max(6, width * 3.6);
  const at = (angle: number, radius: number): { readonly x: number; readonly y: number } => ({
    x: circle.x + Math.cos(angle) * radius,
    y: circle.y + Math.sin(angle) * radius,
  });
  const back = crossing - length / circle.radius;
  const half = Math.max(2.6, width * 1.7);
  return [at(crossing, circle.radius), at(back, circle.radius + half), at(back, circle.radius - half)];
}

function ring(
  context: CanvasRenderingContext2D,
  { x, y, radius }: DiscMark,
  away: number,
  width: number,
  colour: string,
): void {
  context.beginPath();
  context.arc(x, y, radius + away, 0, 2 * Math.PI);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

/** White stands out from all colours of groups, in light and dark. */
function drawIcon(
  context: CanvasRenderingContext2D,
  { x, y, radius }: DiscMark,
  icon: keyof typeof iconPaths,
): void {
  const picture = pictures.get(icon) ?? new Path2D(iconPaths[icon]);
  pictures.set(icon, picture);
  const scale = (radius * iconShare) / iconSide;
  context.save();
  context.translate(x - (iconSide * scale) / 2, y - (iconSide * scale) / 2);
  context.scale(scale, scale);
  context.fillStyle = "#ffffff";
  context.fill(picture, "evenodd");
  context.restore();
}

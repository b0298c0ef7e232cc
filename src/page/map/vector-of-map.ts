import type { Catalogue } from "../data/catalogue.ts";
import type { SceneLine } from "../data/scene.ts";
import { type LaidCaptions, nameFont, shownName, shownWording } from "./captions.ts";
import { loopHead } from "./draw-marks.ts";
import { badges } from "./icons.ts";
import { type LegendEntries, legendWords } from "./legend-entries.ts";
import {
  handleBetween,
  type LineShape,
  pointBetween,
  pointOn,
  type ScreenPoint,
  seenPart,
} from "./line-shape.ts";
import { nameOf } from "./line-words.ts";
import { badgeOf, shapeOn } from "./map-captions.ts";
import { litOf } from "./map-look.ts";
import type { MapVector, VectorDisc, VectorLabel, VectorLine } from "./map-vector.ts";
import type { MapView } from "./map-view.ts";
import { nodeColour } from "./palette.ts";

/** The head of an arrow, in thicknesses of its line; the same as Sigma's. */
const headLength = 4.5;
const headWidth = 3.4;

/** Takes the map down as plain data, as it is seen now. */
export function vectorOf(
  catalogue: Catalogue,
  map: MapView,
  legend: LegendEntries,
  caption: string,
): MapVector {
  const { palette } = map.look();
  const laid = map.laid();
  return {
    width: map.width,
    height: map.height,
    ground: palette.ground,
    ink: palette.ink,
    muted: palette.muted,
    lines: linesOf(map, laid),
    discs: discsOf(catalogue, map, laid),
    labels: labelsOf(map, laid),
    legend: legendWords(catalogue, palette, legend),
    caption,
  };
}

/** Lines out of focus lie under those in focus. */
function linesOf(map: MapView, laid: LaidCaptions): readonly VectorLine[] {
  const signed = new Map(laid.badges.map(({ caption, at }) => [caption.key, at]));
  const lit = litOf(map.look());
  const rank = ({ key }: SceneLine): number => (lit === undefined || lit.lines.has(key) ? 1 : 0);
  const lines = [...map.index().scene.lines].sort((a, b) => rank(a) - rank(b));
  return lines.flatMap((line) => {
    const shape = shapeOn(map, line);
    const drawn = shape?.kind === "loop" ? loopOf(laid, line) : bowOf(map, line, shape);
    if (drawn === undefined || !isSeen(map, drawn)) return [];
    const at = signed.get(line.key);
    const badge = at === undefined ? {} : { badge: badgeOf(line), middle: at };
    return [{ ...drawn, ...badge, look: line.look }];
  });
}

type Bare = Omit<VectorLine, "badge" | "look">;

function bowOf(map: MapView, line: SceneLine, shape: LineShape | undefined): Bare | undefined {
  const paint = map.paintOf(line.key);
  if (paint === undefined || shape?.kind !== "bow") return undefined;
  const length = line.arrow ? paint.width * headLength : 0;
  const [start, end] = seenPart(shape, length);
  if (end <= start) return undefined;
  const [, tipShare] = seenPart(shape);
  const [from, base, tip] = [pointOn(shape, start), pointOn(shape, end), pointOn(shape, tipShare)];
  const handle = handleBetween(shape, start, end);
  const course = shape.bend === 0 ? `L${at(base)}` : `Q${at(handle)} ${at(base)}`;
  return {
    from,
    to: tip,
    bend: shape.bend,
    path: `M${at(from)} ${course}`,
    ...(line.arrow ? { head: headOf(base, tip, paint.width) } : {}),
    ...paint,
    middle: pointBetween(shape, 0.5),
  };
}

function headOf(base: ScreenPoint, tip: ScreenPoint, width: number): readonly ScreenPoint[] {
  const length = Math.hypot(tip.x - base.x, tip.y - base.y) || 1;
  const half = (width * headWidth) / 2 / length;
  const [dx, dy] = [(tip.x - base.x) * half, (tip.y - base.y) * half];
  return [tip, { x: base.x - dy, y: base.y + dx }, { x: base.x + dy, y: base.y - dx }];
}

function loopOf({ loops }: LaidCaptions, { key }: SceneLine): Bare | undefined {
  const loop = loops.find((each) => each.key === key);
  if (loop === undefined) return undefined;
  const { circle } = loop.shape;
  const { x, y, radius } = circle;
  const half = `a${number(radius)} ${number(radius)} 0 1 0`;
  const head = loopHead(loop);
  const tip = head[0] ?? circle;
  return {
    from: tip,
    to: tip,
    bend: 0,
    path: `M${at({ x: x - radius, y })} ${half} ${number(2 * radius)} 0 ${half} ${number(-2 * radius)} 0`,
    head,
    colour: loop.colour,
    width: loop.width,
    middle: pointOn(loop.shape, 0.5),
  };
}

/** Far lines would only make the file larger. */
function isSeen({ width, height }: MapView, { from, to }: Bare): boolean {
  return (
    Math.max(from.x, to.x) >= 0 &&
    Math.min(from.x, to.x) <= width &&
    Math.max(from.y, to.y) >= 0 &&
    Math.min(from.y, to.y) <= height
  );
}

function discsOf(catalogue: Catalogue, map: MapView, laid: LaidCaptions): readonly VectorDisc[] {
  const index = map.index();
  const marks = new Map(laid.marks.map((mark) => [mark.key, mark]));
  return index.scene.nodes.flatMap(({ key, kind }) => {
    const disc = map.disc(key);
    const place = map.placeOf(key);
    if (disc === undefined || place === undefined) return [];
    const { x, y, radius } = disc;
    if (x < -radius || y < -radius || x > map.width + radius || y > map.height + radius) return [];
    const icon = marks.get(key)?.faded ? undefined : marks.get(key)?.icon;
    const colour = map.paintOf(key)?.colour ?? nodeColour(map.look().palette, place.group);
    const label = nameOf(catalogue, index, key);
    return [{ x, y, r: radius, colour, label, group: kind === "group", ...(icon && { icon }) }];
  });
}

function labelsOf(map: MapView, { names, pills }: LaidCaptions): readonly VectorLabel[] {
  const { ink, muted } = map.look().palette;
  return [
    ...pills.map(({ caption, box }) => ({
      x: box.left,
      y: (box.top + box.bottom) / 2,
      width: box.right - box.left,
      text: [badges[caption.look] && caption.badge, plain(shownWording(caption))].filter(Boolean).join(" "),
      size: 11.5,
      weight: 500,
      colour: ink,
      boxed: true,
    })),
    ...names.flatMap(({ caption, box }) => {
      const { size, weight } = nameFont(caption);
      const width = box.right - box.left;
      const name = { x: box.left, y: box.top + size * 0.62, width, text: plain(shownName(caption)) };
      const note = { x: box.left, y: box.bottom - 7, width, text: caption.note ?? "" };
      return [
        { ...name, size, weight, colour: ink, boxed: false },
        ...(caption.note === undefined
          ? []
          : [{ ...note, size: 11, weight: 400, colour: muted, boxed: false }]),
      ];
    }),
  ];
}

/** Without the marks that isolate it on a canvas. */
function plain(text: string): string {
  return text.replace(/[\u2068\u2069]/g, "");
}

function at({ x, y }: ScreenPoint): string {
  return `${number(x)} ${number(y)}`;
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}

import { emptyElement, escapeXml, startTag, XML_DECLARATION } from "../../model/xml.ts";
import { iconPaths, iconSide } from "../map/icons.ts";
import type { MapVector, VectorDisc, VectorLabel, VectorLegendEntry, VectorLine } from "../map/map-vector.ts";

const sans = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
/** Lengths of the legend, in pixels. */
const margin = 16;
const rowHeight = 24;
const fontSize = 12.5;
/** Where the words of an entry begin, behind its sign. */
const wordsAt = 32;
/** The icon's side as a share of the disc's radius, as on the map. */
const iconShare = 1.15;

/** The map as a drawing of lines and text that other programs can change, with its legend below. */
export function svgOf(map: MapVector): string {
  const legend = legendOf(map);
  const height = map.height + legend.height;
  return [
    XML_DECLARATION,
    startTag("svg", {
      xmlns: "http://www.w3.org/2000/svg",
      width: tenth(map.width),
      height: tenth(height),
      viewBox: `0 0 ${tenth(map.width)} ${tenth(height)}`,
      "font-family": sans,
    }),
    `<title>${escapeXml(map.caption)}</title>\n`,
    rectangle({ x: 0, y: 0, width: map.width, height }, map.ground),
    // What lies beyond the map's edge must not run into the legend.
    `<clipPath id="map">${emptyElement("rect", { width: tenth(map.width), height: tenth(map.height) })}</clipPath>\n`,
    '<g clip-path="url(#map)">\n',
    ...map.lines.map((line) => lineElement(line)),
    ...map.discs.map((disc) => discElement(disc, map.ground)),
    ...map.lines.map((line) => badgeElement(line, map.ground)),
    ...map.labels.map((label) => labelElement(label, map.ground)),
    "</g>\n",
    ...legend.elements,
    "</svg>\n",
  ].join("");
}

function lineElement({ path, head, colour, width }: VectorLine): string {
  const stroke = emptyElement("path", {
    d: path,
    fill: "none",
    stroke: colour,
    "stroke-width": tenth(width),
  });
  if (head === undefined) return `${stroke}\n`;
  const points = head.map(({ x, y }) => `${tenth(x)},${tenth(y)}`).join(" ");
  return `${stroke}${emptyElement("polygon", { points, fill: colour })}\n`;
}

function discElement({ x, y, r, colour, label, icon, group }: VectorDisc, ground: string): string {
  const ring = group ? circle(x, y, r + 3, { fill: "none", stroke: colour, "stroke-width": 1.6 }) : "";
  const disc = circle(x, y, r, { fill: colour, stroke: ground, "stroke-width": 1.2 });
  const picture = icon === undefined ? "" : iconElement(icon, x, y, r * iconShare, "#ffffff");
  return `<g><title>${escapeXml(label)}</title>${ring}${disc}${picture}</g>\n`;
}

function iconElement(
  icon: keyof typeof iconPaths,
  x: number,
  y: number,
  side: number,
  colour: string,
): string {
  const corner = `translate(${tenth(x - side / 2)} ${tenth(y - side / 2)})`;
  return emptyElement("path", {
    d: iconPaths[icon],
    transform: `${corner} scale(${Math.round((side / iconSide) * 1000) / 1000})`,
    fill: colour,
    "fill-rule": "evenodd",
  });
}

function badgeElement({ badge, middle, colour }: VectorLine, ground: string): string {
  return badge === undefined || badge === "" ? "" : signElement(badge, middle.x, middle.y, colour, ground);
}

/** A sign in the ground's colour on a small disc. */
function signElement(sign: string, x: number, y: number, colour: string, ground: string): string {
  const wide = Math.max(0, (sign.length - 1) * 6);
  const box = { x: x - 7.5 - wide / 2, y: y - 7.5, width: 15 + wide, height: 15 };
  return `${rectangle(box, colour, { rx: 7.5, stroke: ground, "stroke-width": 1.4 })}${textElement(
    sign,
    x,
    y,
    {
      fill: ground,
      "font-size": 10.5,
      "font-weight": 700,
      "text-anchor": "middle",
    },
  )}\n`;
}

function labelElement(
  { x, y, width, text, size, weight, colour, boxed }: VectorLabel,
  ground: string,
): string {
  const font = { fill: colour, "font-size": tenth(size), "font-weight": weight };
  if (!boxed)
    return `${textElement(text, x, y, {
      ...font,
      stroke: ground,
      "stroke-width": 4,
      "stroke-linejoin": "round",
      "paint-order": "stroke",
    })}\n`;
  const box = { x: x - 6, y: y - size * 0.8, width: width + 12, height: size * 1.6 };
  return `${rectangle(box, ground, { rx: size * 0.8 })}${textElement(text, x, y, font)}\n`;
}

/** The legend and the caption, in rows below the map, and how high they are. */
function legendOf(map: MapVector): { readonly elements: readonly string[]; readonly height: number } {
  const elements: string[] = [];
  let [x, y] = [margin, map.height + margin];
  for (const entry of map.legend) {
    const width = wordsAt + widthOf(entry.words) + 18;
    if (x > margin && x + width > map.width - margin) [x, y] = [margin, y + rowHeight];
    elements.push(entryElement(entry, x, y + rowHeight / 2, map));
    x += width;
  }
  if (map.legend.length > 0) y += rowHeight;
  elements.push(
    textElement(map.caption, margin, y + rowHeight / 2, { fill: map.muted, "font-size": fontSize - 1 }),
    "\n",
  );
  return { elements, height: y + rowHeight + margin / 2 - map.height };
}

function entryElement(
  { kind, colour, words, icon, badge }: VectorLegendEntry,
  x: number,
  y: number,
  { ink, ground }: MapVector,
): string {
  const sign =
    kind === "icon" && icon !== undefined
      ? iconElement(icon, x + 12, y, 15, colour)
      : kind === "line"
        ? emptyElement("path", { d: `M${x} ${y}h26`, stroke: colour, "stroke-width": 2.5 })
        : circle(x + 12, y, 5, { fill: colour });
  const mark = badge === undefined || badge === "" ? "" : signElement(badge, x + 13, y, colour, ground);
  return `${sign}${mark}${textElement(words, x + wordsAt, y, { fill: ink, "font-size": fontSize })}\n`;
}

type Attributes = Readonly<Record<string, string | number>>;

function circle(x: number, y: number, r: number, more: Attributes): string {
  return emptyElement("circle", { cx: tenth(x), cy: tenth(y), r: tenth(r), ...more });
}

function rectangle(
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  fill: string,
  more: Attributes = {},
): string {
  const { x, y, width, height } = box;
  return emptyElement("rect", {
    x: tenth(x),
    y: tenth(y),
    width: tenth(width),
    height: tenth(height),
    fill,
    ...more,
  });
}

function textElement(text: string, x: number, y: number, more: Attributes): string {
  // Not every reader knows `dominant-baseline`; a third of the letters' height below the middle is where they stand.
  const size = Number(more["font-size"] ?? fontSize);
  return `${startTag("text", { x: tenth(x), y: tenth(y + size * 0.35), ...more })}${escapeXml(text)}</text>`;
}

/** About how wide a text of the legend is: no font can be asked here. */
function widthOf(text: string): number {
  return [...text].length * fontSize * 0.54;
}

/** Never -0. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

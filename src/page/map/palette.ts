import type { Look } from "../data/held.ts";

/** A colour as red, green and blue, each from 0 to 255. */
type Rgb = readonly [number, number, number];

/** The colours the map is drawn in, as the style sheet has them now; all `#rrggbb`. */
export interface Palette {
  readonly ground: string;
  readonly ink: string;
  readonly muted: string;
  readonly panel: string;
  readonly rule: string;
  readonly accent: string;
  /** Nodes out of focus, and lines out of focus. */
  readonly faded: string;
  readonly fadedLine: string;
  /** By group; the last one is for all groups beyond. */
  readonly groups: readonly string[];
  readonly lines: Readonly<Record<Look, string>>;
}

/** Groups with a colour of their own; the others share one. */
export const colouredGroups = 7;

/** How far pale lines go towards the ground: opaque, they read like translucent ones and draw faster. */
const paleMix = 0.55;
/** How far the disc of a group goes towards the ground, within its ring. */
const groupMix = 0.35;

/** The number of a group's colour. */
export function groupColour(group: number): number {
  return Math.min(group, colouredGroups);
}

/** The colour of an entity of a group, and of the ring of the group itself. */
export function nodeColour(palette: Palette, group: number): string {
  return palette.groups[groupColour(group)] ?? palette.ink;
}

/** The colour of the disc of a group that is shown as one. */
export function groupFill(palette: Palette, group: number): string {
  return mixed(nodeColour(palette, group), palette.ground, groupMix);
}

/** The colour of a line. @param pale whether it is less than a claim between two */
export function lineColour(palette: Palette, look: Look, pale: boolean): string {
  const colour = palette.lines[look];
  return pale ? mixed(colour, palette.ground, paleMix) : colour;
}

/** A colour as `#rrggbb`, from that or from `rgb(r, g, b)`. */
export function asHex(colour: string): string {
  return hex(rgb(colour));
}

/** @param share of the second colour, from 0 to 1 */
function mixed(a: string, b: string, share: number): string {
  const [first, second] = [rgb(a), rgb(b)];
  return hex([0, 1, 2].map((i) => (first[i] ?? 0) * (1 - share) + (second[i] ?? 0) * share));
}

/** Reads `#rrggbb` and `rgb(r, g, b)`. */
function rgb(colour: string): Rgb {
  const parts = colour.startsWith("#")
    ? (colour.match(/[\da-f]{2}/gi) ?? []).map((part) => Number.parseInt(part, 16))
    : (colour.match(/[\d.]+/g) ?? []).map(Number);
  const [red = 0, green = 0, blue = 0] = parts;
  return [red, green, blue];
}

function hex(parts: readonly number[]): string {
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

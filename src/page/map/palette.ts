import type { Standing } from "../model/claim-wording.ts";

/** A colour as red, green and blue, each from 0 to 255. */
type Rgb = readonly [number, number, number];

/** The colours the map is drawn in, as the style sheet has them now; all `#rrggbb`. */
export interface Palette {
  readonly ground: string;
  readonly ink: string;
  readonly muted: string;
  readonly panel: string;
  /** Nodes out of focus, and lines out of focus. */
  readonly faded: string;
  readonly fadedLine: string;
  /** By group; the last one is for all groups beyond. */
  readonly groups: readonly string[];
  /** Lines of each standing; asserted ones take the colour of their entity. */
  readonly denied: string;
  readonly open: string;
}

/** Groups with a colour of their own; the others share one. */
export const colouredGroups = 7;

/** How far lines go towards the ground: opaque, they read like translucent ones and draw faster. */
const lineMix = 0.4;

/** Reads the palette; what the style sheet mixes for light and dark is resolved by the browser. */
export function readPalette(): Palette {
  const probe = document.body.appendChild(document.createElement("i"));
  const colour = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return hex(rgb(getComputedStyle(probe).color));
  };
  const palette: Palette = {
    ground: colour("ground"),
    ink: colour("ink"),
    muted: colour("muted"),
    panel: colour("panel"),
    faded: colour("faded"),
    fadedLine: colour("faded-line"),
    groups: Array.from({ length: colouredGroups + 1 }, (_, i) => colour(`group-${i}`)),
    denied: colour("denied"),
    open: colour("open-line"),
  };
  probe.remove();
  return palette;
}

/** The number of a group's colour. */
export function groupColour(group: number): number {
  return Math.min(group, colouredGroups);
}

/** The colour of a node. */
export function nodeColour(palette: Palette, group: number): string {
  return palette.groups[groupColour(group)] ?? palette.ink;
}

/** The colour of a line that starts at an entity of a group. */
export function lineColour(palette: Palette, standing: Standing, group: number): string {
  switch (standing) {
    case "asserted":
      return mixed(nodeColour(palette, group), palette.ground, lineMix);
    case "denied":
      return palette.denied;
    case "open":
      return palette.open;
  }
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

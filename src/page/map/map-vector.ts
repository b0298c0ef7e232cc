import type { PageIcon } from "../../model/page-payload.ts";
import type { Look } from "../data/held.ts";
import type { ScreenPoint } from "./line-shape.ts";

/** The map as it is seen, as plain data for a drawing of lines and text. All lengths in CSS pixels from the upper left. */
export interface MapVector {
  readonly width: number;
  readonly height: number;
  /** Colours are `#rrggbb`. */
  readonly ground: string;
  readonly ink: string;
  readonly muted: string;
  /** Lie under the discs; the later over the earlier. */
  readonly lines: readonly VectorLine[];
  readonly discs: readonly VectorDisc[];
  /** Lie over all. */
  readonly labels: readonly VectorLabel[];
  readonly legend: readonly VectorLegendEntry[];
  /** What the map is and of when, to stand under it. */
  readonly caption: string;
}

/** A disc of the map. */
export interface VectorDisc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly colour: string;
  /** The full name, whether or not it has a label. */
  readonly label: string;
  /** Drawn white on the disc by `iconPaths`; absent on small ones. */
  readonly icon?: PageIcon;
  /** A group: with a second ring around it. */
  readonly group: boolean;
}

/** A line of the map, cut at the rims of its discs. */
export interface VectorLine {
  readonly from: ScreenPoint;
  readonly to: ScreenPoint;
  /** How far it bends to the left of its direction, as a share of its length; 0 is straight. */
  readonly bend: number;
  /** The same as data of an SVG `path`: right for straight, bent and looped ones. */
  readonly path: string;
  /** The corners of its arrowhead; absent where it has none. */
  readonly head?: readonly ScreenPoint[];
  readonly colour: string;
  readonly width: number;
  /** Stands at `middle`, on a small disc of the ground; absent where the line needs none. */
  readonly badge?: string;
  readonly middle: ScreenPoint;
  readonly look: Look;
}

/** A text on the map. */
export interface VectorLabel {
  /** Where it begins, halfway up. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  /** Wordings of lines stand in a rounded box of the ground, names have a halo. */
  readonly boxed: boolean;
}

/** An entry of the legend: a dot, an icon or a line, and its words. */
export interface VectorLegendEntry {
  readonly kind: "group" | "icon" | "line";
  readonly colour: string;
  readonly words: string;
  readonly icon?: PageIcon;
  readonly badge?: string;
}

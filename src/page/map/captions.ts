import type { PageIcon } from "../../model/page-payload.ts";
import type { Look } from "../data/held.ts";
import type { LineShape, ScreenPoint } from "./line-shape.ts";
import { type Box, type Disc, type LabelWish, type Placed, placeLabels, placeSpots } from "./place-labels.ts";

/** A node's name and where its disc stands now. */
export interface NodeCaption extends Disc {
  readonly text: string;
  /** A second, smaller line. */
  readonly note?: string;
  /** Drawn first, and rather over a disc than not at all. */
  readonly urgent: boolean;
  readonly strong: boolean;
}

/** What stands on a line: its sign, and in focus its wording. */
export interface LineCaption {
  readonly key: string;
  readonly look: Look;
  /** A sign or a number; empty where the line needs none. */
  readonly badge: string;
  /** Empty where only the sign is to stand. */
  readonly text: string;
  /** The radius of the sign where it stands alone. */
  readonly radius: number;
  /** Where it may stand, the best first; never empty. */
  readonly spots: readonly ScreenPoint[];
}

/** What is drawn on and around a disc. */
export interface DiscMark extends Disc {
  readonly icon: PageIcon | undefined;
  readonly group: boolean;
  readonly colour: string;
  readonly faded: boolean;
  /** Without the ring that sets it off. */
  readonly plain: boolean;
  readonly ring: "chosen" | "marked" | undefined;
}

/** A claim about oneself, which Sigma does not draw. */
export interface LoopMark {
  readonly key: string;
  readonly shape: LineShape & { readonly kind: "loop" };
  readonly colour: string;
  readonly faded: boolean;
  readonly width: number;
}

/** What stands on the map beside the discs and lines that Sigma draws. */
export interface Captions {
  /** In the order in which they get their place. */
  readonly nodes: readonly NodeCaption[];
  readonly lines: readonly LineCaption[];
  readonly loops: readonly LoopMark[];
  readonly marks: readonly DiscMark[];
  /** Discs not to be covered. */
  readonly discs: readonly Disc[];
}

/** Captions with the places they got. */
export interface LaidCaptions {
  readonly names: readonly { readonly caption: NodeCaption; readonly box: Box }[];
  readonly pills: readonly { readonly caption: LineCaption; readonly box: Box }[];
  readonly badges: readonly { readonly caption: LineCaption; readonly at: ScreenPoint }[];
  readonly loops: readonly LoopMark[];
  readonly marks: readonly DiscMark[];
}

/** The width of a text in pixels. */
export type Measure = (font: string, text: string) => number;

const family = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const longestName = 34;
const longestRelation = 30;
/** One name for so many square pixels. */
const areaForName = 7500;
const rim = 6;

/** How the wording of a line is written. */
export const pillFont = `500 11.5px ${family}`;
/** How the second line of a caption is written. */
export const noteFont = `400 11px ${family}`;
/** How a sign of some radius is written. */
export function badgeFont(radius: number): string {
  return `700 ${radius * 1.4}px ${family}`;
}

/** The radius of a sign within a wording, and on a line in focus. */
export const badgeRadius = 7.5;
/** The radius of a sign on a line of the whole map. */
export const smallBadgeRadius = 5.5;
/** The height of the wording of a line. */
export const pillHeight = 19;
/** The room that a sign takes at the beginning of a wording. */
export const pillBadge = 17;
const noteHeight = 14;

/**
 * Gives each caption its place: names first, then wordings, then signs, none over another.
 *
 * @param taken boxes that lie over the map
 */
export function layCaptions(
  { nodes, lines, loops, marks, discs }: Captions,
  stage: { readonly width: number; readonly height: number },
  taken: readonly Box[],
  measure: Measure,
): LaidCaptions {
  const { width, height } = stage;
  const inside: Box = { left: rim, top: rim, right: width - rim, bottom: height - rim };
  const budget = Math.max(8, (width * height) / areaForName);
  const names = placeLabels(wishesOf(nodes, measure), discs, inside, budget, taken, signsToBe(lines, discs));
  const covered = [...taken, ...names.map(({ box }) => box)];
  const pillWishes = lines.flatMap((line) =>
    line.text === "" ? [] : [{ ...line, width: pillWidth(line, measure), height: pillHeight }],
  );
  const pills = placeSpots(pillWishes, discs, inside, covered);
  return {
    names: joined(nodes, names),
    pills: joined(lines, pills),
    badges: badgesOf(lines, pills, discs, covered),
    loops,
    marks,
  };
}

function* wishesOf(nodes: readonly NodeCaption[], measure: Measure): Iterable<LabelWish> {
  for (const caption of nodes) yield { ...caption, ...sizeOf(caption, measure) };
}

const everywhere: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/** Where the signs would stand if there were no names: names keep clear of them like of discs. */
function signsToBe(lines: readonly LineCaption[], discs: readonly Disc[]): readonly Disc[] {
  const signed = lines.filter(({ badge }) => badge !== "");
  const wishes = signed.map(({ key, spots, radius }) => ({
    key,
    spots,
    width: 2 * radius,
    height: 2 * radius,
  }));
  return placeSpots(wishes, discs, everywhere, []).map(({ key, box: { left, right, top, bottom } }) => ({
    key,
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    radius: (right - left) / 2,
  }));
}

/**
 * Signs stand clear of everything where there is room, else over another sign or a name rather than not at all: without
 * them the colour of their line would stand alone. A line all of which lies under discs has none.
 */
function badgesOf(
  lines: readonly LineCaption[],
  pills: readonly Placed[],
  discs: readonly Disc[],
  covered: readonly Box[],
): LaidCaptions["badges"] {
  const worded = new Set(pills.map(({ key }) => key));
  const alone = lines.filter(({ key, badge }) => badge !== "" && !worded.has(key));
  const wishes = alone.map(({ key, spots, radius }) => ({
    key,
    spots,
    width: 2 * radius,
    height: 2 * radius,
  }));
  const clear = placeSpots(wishes, discs, everywhere, [...covered, ...pills.map(({ box }) => box)]);
  const found = new Set(clear.map(({ key }) => key));
  const crowded = wishes
    .filter(({ key }) => !found.has(key))
    .flatMap((wish) => placeSpots([{ ...wish, width: 2, height: 2 }], discs, everywhere, []));
  return joined(alone, [...crowded, ...clear]).map(({ caption, box }) => ({
    caption,
    at: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 },
  }));
}

function joined<Caption extends { readonly key: string }>(
  captions: readonly Caption[],
  placed: readonly Placed[],
): readonly { readonly caption: Caption; readonly box: Box }[] {
  const byKey = new Map(captions.map((caption) => [caption.key, caption]));
  return placed.flatMap(({ key, box }) => {
    const caption = byKey.get(key);
    return caption === undefined ? [] : [{ caption, box }];
  });
}

/** How a name is written: larger beside larger discs. */
export function nameFont({ radius, strong }: NodeCaption): {
  readonly font: string;
  readonly size: number;
  readonly weight: number;
} {
  // In half pixels: a browser takes its time over each new size.
  const size = Math.round(2 * Math.min(16, Math.max(11.5, 9.5 + radius * 0.4))) / 2;
  const weight = strong || radius > 10 ? 600 : 500;
  return { font: `${weight} ${size}px ${family}`, size, weight };
}

function sizeOf(caption: NodeCaption, measure: Measure): { readonly width: number; readonly height: number } {
  const { size, weight } = nameFont(caption);
  const name = (measure(`${weight} 16px ${family}`, shownName(caption)) * size) / 16;
  const note = caption.note === undefined ? 0 : measure(noteFont, caption.note);
  return { width: Math.max(name, note), height: size * 1.25 + (note > 0 ? noteHeight : 0) };
}

function pillWidth(line: LineCaption, measure: Measure): number {
  return measure(pillFont, shownWording(line)) + 16 + (line.badge === "" ? 0 : pillBadge);
}

/** A name as it is written. */
export function shownName({ text }: NodeCaption): string {
  return shown(text, longestName);
}

/** A wording as it is written. */
export function shownWording({ text }: LineCaption): string {
  return shown(text, longestRelation);
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

import { type Held, type HeldClaim, heldAs, type Look, lookOf } from "./held.ts";
import type { PagePlace } from "./page-payload.ts";

/** Red, green and blue, each from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** How graph tools draw a node. */
export interface NodeLook {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: Rgb;
}

/** How graph tools draw an edge. */
export interface EdgeLook {
  readonly colour: Rgb;
  readonly shape: "solid" | "dashed" | "dotted";
}

/** The colours of the page's groups in light, the last for all beyond. */
const GROUPS: readonly Rgb[] = [
  [0x3d, 0x7e, 0xa6],
  [0xd1, 0x66, 0x2b],
  [0x4b, 0x8b, 0x57],
  [0xa8, 0x5f, 0x9b],
  [0xb0, 0x8a, 0x1e],
  [0x5f, 0x6f, 0xc4],
  [0xc4, 0x51, 0x5f],
  [0x8a, 0x91, 0x9b],
];
const OTHERS: Rgb = [0x8a, 0x91, 0x9b];
/** The colours of the page's lines in light. */
const LINES: Readonly<Record<Look, Rgb>> = {
  asserted: [0x65, 0x82, 0xa1],
  reported: [0xa8, 0x74, 0x0c],
  uncertain: [0x7f, 0x86, 0x8f],
  denied: [0xc2, 0x3a, 0x30],
  conflict: [0x84, 0x46, 0xb8],
};
const SHAPES: Readonly<Record<Held, EdgeLook["shape"]>> = {
  asserted: "solid",
  reported: "dashed",
  uncertain: "dashed",
  denied: "dotted",
};

/** How far what is no entity stands from the subject it belongs to. */
const APART = 14;

/** Sunflower angle: points at its multiples never fall on one another. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** How an entity is drawn at its place. */
export function nodeLook({ x, y, size, group }: PagePlace): NodeLook {
  return { x, y, size, colour: GROUPS[group] ?? OTHERS };
}

/**
 * How what is no entity is drawn: near the subject of its claim.
 *
 * @param turn where the claim stands among all: no two fall on one another
 */
export function standInLook({ x, y }: PagePlace, turn: number): NodeLook {
  const angle = turn * GOLDEN_ANGLE;
  return {
    x: tenth(x + APART * Math.cos(angle)),
    y: tenth(y + APART * Math.sin(angle)),
    size: 2,
    colour: OTHERS,
  };
}

/** How a claim is drawn: in the colour of its line on the page, broken where it is told as anything but a fact. */
export function edgeLook(claim: HeldClaim): EdgeLook {
  return { colour: LINES[lookOf([claim])], shape: SHAPES[heldAs(claim)] };
}

/** Never -0, which reads oddly. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

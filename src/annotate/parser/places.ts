import type { Address, Layout, Placed } from "./memory.ts";
import type { Weights } from "./weights.ts";

/** Hidden states and vectors of forms stand for this part of one, other inner values for this one. */
export const STATE_UNIT = 16_384;
export const INNER_UNIT = 1024;

/** Where the parts of what reads the encoder lie in a row of singles. */
export interface Columns {
  readonly upos: number;
  readonly xpos: number;
  readonly arcDependent: number;
  readonly arcHead: number;
  readonly labelDependent: number;
  readonly labelHead: number;
  readonly spanFirst: number;
  readonly spanLast: number;
  readonly typeHead: number;
}

/** All matrices but those of word forms, with what the whole numbers that they multiply stand for. */
export function matricesOf({ layers }: Weights): readonly (readonly [string, number])[] {
  const cells = Array.from({ length: layers }, (_, layer) =>
    [0, 1].flatMap((way) => [`lstm.${layer}.${way}.in`, `lstm.${layer}.${way}.back`]),
  ).flat();
  return [
    ...[...cells, "heads"].map((name) => [name, STATE_UNIT] as const),
    ...["arc.pair", "label.out", "span.pair", "type.out"].map((name) => [name, INNER_UNIT] as const),
    ["type.form", STATE_UNIT],
  ];
}

/** The columns of a network with such weights. */
export function columnsOf({ upos, xpos, arc, label, span }: Weights): Columns {
  const widths = [upos.length, xpos.length, arc, arc, label, label, span, span];
  const [a, b, c, d, e, f, g, h] = widths.map((_, k) => widths.slice(0, k + 1).reduce((x, y) => x + y, 0));
  return {
    upos: 0,
    xpos: a as number,
    arcDependent: b as number,
    arcHead: c as number,
    labelDependent: d as number,
    labelHead: e as number,
    spanFirst: f as number,
    spanLast: g as number,
    typeHead: h as number,
  };
}

/** Places that are written anew for each batch. */
export type WorkName =
  | ("input" | "states" | "otherStates" | "gates" | "h" | "c" | "acc" | "starts" | "lengths")
  | (
      | "heads"
      | "inner"
      | "arcPairs"
      | "spanPairs"
      | "typeForms"
      | "labelScores"
      | "pairScores"
      | "rootScores"
    );

/** Room for one batch of `words` words. */
export function workOf(
  weights: Weights,
  layout: Layout,
  words: number,
  longest: number,
  matrix: (name: string) => Placed,
): Readonly<Record<WorkName, Address>> {
  const { hidden, form, arc, label, span } = weights;
  return {
    input: layout.take(words * form * 2),
    states: layout.take(words * hidden * 4),
    otherStates: layout.take(words * hidden * 4),
    gates: layout.take(words * hidden * 16),
    h: layout.take(words * hidden * 2),
    c: layout.take(words * hidden * 4),
    acc: layout.take(words * hidden * 16),
    starts: layout.take(words * 4),
    lengths: layout.take(words * 4),
    heads: layout.take(words * matrix("heads").rows * 4),
    inner: layout.take(words * Math.max(arc, label, span) * 2),
    arcPairs: layout.take(words * matrix("arc.pair").rows * 4),
    spanPairs: layout.take(words * matrix("span.pair").rows * 4),
    typeForms: layout.take(words * matrix("type.form").rows * 4),
    labelScores: layout.take(words * matrix("label.out").rows * 4),
    pairScores: layout.take(longest * longest * 4),
    rootScores: layout.take(longest * 4),
  };
}

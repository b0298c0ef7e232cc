import type { Standing } from "../model/claim-wording.ts";
import type { Graph } from "../model/graph.ts";
import type { PagePlace } from "../model/page-payload.ts";
import { groupsOf } from "./page/groups.ts";
import { placesOf } from "./page/places.ts";
import { tiesOf } from "./page/ties.ts";
import type { PropertyEdge, PropertyNode } from "./property-graph.ts";

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

/** Draws a graph as its page does. */
export interface Drawing {
  node(node: PropertyNode): NodeLook;
  edge(edge: PropertyEdge): EdgeLook;
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
const DENIED: Rgb = [0xb3, 0x26, 0x1e];
const OPEN: Rgb = [0xbd, 0xb8, 0xac];
const SHAPES: Readonly<Record<Standing, EdgeLook["shape"]>> = {
  asserted: "solid",
  denied: "dotted",
  open: "dashed",
};

/** How far what is no entity stands from the subject it belongs to. */
const APART = 14;

/** Sunflower angle: points at its multiples never fall on one another. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Places, sizes and colours as on the page; entities that take part in no claim stand in a row below. */
export function drawingOf(graph: Graph): Drawing {
  const ties = tiesOf(graph);
  const places = placesOf(ties, groupsOf(ties.ids.length, ties.ties));
  const bottom = [...places.values()].reduce((least, { y }) => Math.min(least, y), 0);
  const idle = new Map<string, number>();
  for (const { id } of graph.entities) if (!places.has(id)) idle.set(id, idle.size);
  const turns = new Map(graph.claims.map(({ id }, i) => [id, i]));
  const placeOf = (id: string): PagePlace => {
    const row = idle.get(id) ?? 0;
    const aside = {
      x: ((row % 50) - 25) * 20,
      y: bottom - 40 - Math.floor(row / 50) * 20,
      size: 3,
      group: 7,
    };
    return places.get(id) ?? aside;
  };
  return {
    node({ of }) {
      if (!("evidence" in of)) return lookOf(placeOf(of.id));
      const { x, y } = placeOf(of.subject);
      const turn = (turns.get(of.id) ?? 0) * GOLDEN_ANGLE;
      return {
        x: tenth(x + APART * Math.cos(turn)),
        y: tenth(y + APART * Math.sin(turn)),
        size: 2,
        colour: OTHERS,
      };
    },
    edge({ standing, claim }) {
      const colour = { asserted: lookOf(placeOf(claim.subject)).colour, denied: DENIED, open: OPEN }[
        standing
      ];
      return { colour, shape: SHAPES[standing] };
    },
  };
}

function lookOf({ x, y, size, group }: PagePlace): NodeLook {
  return { x, y, size, colour: GROUPS[group] ?? OTHERS };
}

/** Never -0, which reads oddly. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

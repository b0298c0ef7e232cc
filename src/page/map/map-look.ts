import type { Focus } from "../data/focus.ts";
import type { LineAttributes, NodeAttributes } from "./map-graph.ts";
import { groupFill, lineColour, nodeColour, type Palette } from "./palette.ts";

/** What changes how the map is drawn, but not what is on it. */
export interface MapLook {
  readonly palette: Palette;
  /** What is looked at; undefined for the whole. */
  readonly focus: Focus | undefined;
  /** What the mouse rests on, with those around it; it stands before the focus as long as it lasts. */
  readonly near: Focus | undefined;
  readonly hovered: string | undefined;
  /** What the keys have walked to. */
  readonly marked: string | undefined;
  /** The line that the mouse is on. */
  readonly line: string | undefined;
  /** All radii and thicknesses are multiplied by it: below 1 on small screens. */
  readonly scale: number;
  /** How many lines are on the map. */
  readonly lines: number;
}

/** From here on lines are drawn thinner as long as nothing is in focus. */
const manyLines = 400;

/** More lines out of focus would be a carpet. */
const mostFaded = 1500;

/** What keeps its colours; undefined where all does. */
export function litOf({ near, focus }: MapLook): Focus | undefined {
  return near ?? focus;
}

/** Whether a node stands out: chosen, pointed at, or walked to. */
export function standsOut(look: MapLook, key: string): boolean {
  return key === look.focus?.centre || key === look.hovered || key === look.marked;
}

/** A node as it is to be drawn; out of focus it goes towards the ground, and stays. */
export function drawnNode(look: MapLook, key: string, data: NodeAttributes): Record<string, unknown> {
  const inFocus = litOf(look)?.nodes.has(key) ?? true;
  const out = standsOut(look, key);
  const colour =
    data.kind === "group" ? groupFill(look.palette, data.group) : nodeColour(look.palette, data.group);
  return {
    x: data.x,
    y: data.y,
    size: data.size * look.scale * (out ? 1.15 : 1),
    color: inFocus || out ? colour : look.palette.faded,
    zIndex: out ? 2 : inFocus ? 1 : 0,
    type: "circle",
  };
}

/**
 * A line as it is to be drawn. Out of focus it is straight and without a head, for Sigma draws all lines of one kind
 * before those of the next: so none lies over a line in focus. Of very many it is not drawn at all.
 */
export function drawnLine(look: MapLook, key: string, data: LineAttributes): Record<string, unknown> {
  const lit = litOf(look);
  const pointed = key === look.line;
  if (pointed || (lit?.lines.has(key) ?? true)) {
    return {
      type: data.type,
      curvature: data.bend,
      size: data.size * look.scale * factorOf(look, pointed),
      color: colourOf(look, data, pointed),
      zIndex: pointed ? 2 : 1,
    };
  }
  const size = data.size * look.scale * 0.7;
  return { type: "line", size, color: look.palette.fadedLine, zIndex: 0, hidden: look.lines > mostFaded };
}

function colourOf(look: MapLook, data: LineAttributes, pointed: boolean): string {
  const pale = data.kind !== "claim" && litOf(look) === undefined && !pointed;
  return lineColour(look.palette, data.kind === "sum" ? "asserted" : data.look, pale);
}

function factorOf(look: MapLook, pointed: boolean): number {
  if (pointed) return 1.6;
  if (litOf(look) !== undefined) return 1.2;
  return look.lines > manyLines ? 0.7 : 1;
}

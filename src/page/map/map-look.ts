import type { Catalogue } from "./catalogue.ts";
import { lineColour, nodeColour, type Palette } from "./palette.ts";
import type { Focus } from "./state.ts";

/** What changes how the map is drawn. */
export interface Look {
  palette: Palette;
  focus: Focus | null;
  chosen: number | null;
  hovered: number | null;
}

/** From here on lines are drawn thinner as long as nothing is in focus. */
const manyLinks = 200;

/** A node as Sigma is to draw it; out of focus it goes towards the ground, and stays. */
export function drawnNode(
  look: Look,
  scale: number,
  index: number,
  data: Record<string, unknown>,
): Record<string, unknown> {
  const inFocus = look.focus?.entities.has(index) ?? true;
  const near = index === look.chosen || index === look.hovered;
  return {
    ...data,
    size: Number(data.size) * scale * (near ? 1.15 : 1),
    color: inFocus || near ? nodeColour(look.palette, Number(data.group)) : look.palette.faded,
    zIndex: near ? 2 : inFocus ? 1 : 0,
  };
}

/** A line as Sigma is to draw it. */
export function drawnLink(
  catalogue: Catalogue,
  look: Look,
  index: number,
  data: Record<string, unknown>,
): Record<string, unknown> {
  const link = catalogue.links[index];
  const inFocus = look.focus?.links.has(index) ?? true;
  const standing = link?.claims.length === 0 ? "open" : (link?.standing ?? "open");
  return {
    ...data,
    color: inFocus ? lineColour(look.palette, standing, Number(data.group)) : look.palette.fadedLine,
    size:
      Number(data.size) *
      (look.focus !== null && inFocus ? 1.25 : catalogue.links.length > manyLinks ? 0.6 : 1),
    zIndex: inFocus ? 1 : 0,
  };
}

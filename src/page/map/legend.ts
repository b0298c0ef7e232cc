import { type CardContext, entityLink } from "./cards.ts";
import { element } from "./element.ts";
import { colouredGroups } from "./palette.ts";

/** Groups smaller than this are no group worth a name. */
const smallestNamed = 3;

/** What the colours mean: groups by the name of their best connected entity, and the lines. */
export function createLegend(context: CardContext): HTMLElement {
  const groups = context.catalogue.payload.groups
    .slice(0, colouredGroups)
    .filter(({ size }) => size >= smallestNamed)
    .map(({ name, size }) =>
      element("li", {}, entityLink(context, name), element("small", {}, ` and ${size - 1} more`)),
    );
  const lines = [
    element("li", { class: "line asserted" }, "told as fact"),
    element("li", { class: "line open" }, "reported, planned, uncertain"),
    element("li", { class: "line denied" }, "denied or contradicted"),
  ];
  return element(
    "div",
    { class: "legend", role: "group", "aria-label": "What the colours mean" },
    groups.length > 0 &&
      element("ul", { class: "groups", "aria-label": "Groups, by their best connected" }, ...groups),
    element("ul", { "aria-label": "Lines" }, ...lines),
  );
}

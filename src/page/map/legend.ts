import { pageWords } from "../../model/page-words.ts";
import type { PageContext, Part } from "../context.ts";
import type { Scene } from "../data/scene.ts";
import { button, element, isolated } from "../element.ts";
import { iconElement } from "./icon-element.ts";
import { badges, iconPaths } from "./icons.ts";
import { type LegendEntries, legendEntries } from "./legend-entries.ts";
import { groupColour } from "./palette.ts";

const words = pageWords.map;

/** What colours, pictures and lines of the map mean: only those that are on it. */
export function createLegend(context: PageContext): Part {
  const { payload } = context.catalogue;
  const body = element("div", { class: "legend-body" });
  // Open from the start where there is room, and then without a handle; the style sheet knows the same bounds.
  const root = element(
    "details",
    {
      class: "legend",
      ...(matchMedia("(min-width: 800px) and (min-height: 640px)").matches ? { open: "" } : {}),
    },
    element("summary", {}, words.legend),
    body,
  );
  let last: Scene | undefined;

  const groupList = ({ groups, others }: LegendEntries): HTMLElement | false =>
    groups.length > 0 &&
    list(
      words.groups,
      words.groupsLong,
      ...groups.map((index) => {
        const { name = -1, size = 1 } = payload.groups[index] ?? {};
        return element(
          "li",
          {},
          button(
            { class: "legend-group" },
            () => context.go({ kind: "group", index }),
            dot(groupColour(index)),
            isolated(payload.entities[name]?.label ?? ""),
            " ",
            element("small", {}, words.more(size - 1)),
          ),
        );
      }),
      others && element("li", {}, dot(groupColour(Infinity)), words.otherGroups),
    );

  return {
    root,
    show({ scene }) {
      if (scene === last) return;
      last = scene;
      const entries = legendEntries(context.catalogue, scene);
      body.replaceChildren(
        ...[groupList(entries), kindList(entries), lineList(entries)].filter((part) => !!part),
      );
    },
  };
}

function kindList({ icons }: LegendEntries): HTMLElement | false {
  return (
    icons.length > 0 &&
    list(
      words.kinds,
      words.kinds,
      ...icons.map((icon) => element("li", {}, pictured(iconElement(iconPaths[icon])), words.kind[icon])),
    )
  );
}

function lineList({ looks, bundles }: LegendEntries): HTMLElement | false {
  return (
    (looks.length > 0 || bundles) &&
    list(
      words.lines,
      words.lines,
      ...looks.map((look) =>
        element(
          "li",
          {},
          element("span", { class: `sample ${look}`, "aria-hidden": "true" }, badge(badges[look])),
          words.look[look],
        ),
      ),
      bundles &&
        element(
          "li",
          {},
          element("span", { class: "sample bundle", "aria-hidden": "true" }, badge("7")),
          words.bundle,
        ),
    )
  );
}

function list(title: string, name: string, ...items: readonly (HTMLElement | false)[]): HTMLElement {
  return element(
    "div",
    { class: "legend-part" },
    element("span", { class: "legend-title", "aria-hidden": "true" }, title),
    element("ul", { "aria-label": name }, ...items),
  );
}

function dot(colour: number): HTMLElement {
  return element("span", { class: `dot group-${colour}`, "aria-hidden": "true" });
}

function pictured(picture: SVGElement): HTMLElement {
  return element("span", { class: "pictured" }, picture);
}

function badge(sign: string): HTMLElement | false {
  return sign !== "" && element("span", { class: "badge" }, sign);
}

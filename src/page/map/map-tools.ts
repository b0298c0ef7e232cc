import { pageWords } from "../../model/page-words.ts";
import type { PageContext, Part, Shown } from "../context.ts";
import { button, element } from "../element.ts";
import type { Hops } from "../state.ts";
import { iconElement } from "./icon-element.ts";

/** What the buttons over the map do. */
export interface ToolActions {
  zoom(factor: number): void;
  fit(): void;
  rearrange(): void;
  restore(): void;
}

/** The buttons over the map, in three corners. */
export interface MapTools {
  readonly zoom: HTMLElement;
  readonly hops: Part;
  readonly places: HTMLElement;
  /** Says what can be done with places now. */
  showPlaces(can: {
    readonly rearrange: boolean;
    readonly running: boolean;
    readonly restore: boolean;
  }): void;
}

const words = pageWords.map;
const zoomStep = 1.5;
const pictures = {
  nearer: "M11 4h2v7h7v2h-7v7h-2v-7H4v-2h7z",
  farther: "M4 11h16v2H4z",
  fit: "M4 4h6v2H6v4H4zM14 4h6v6h-2V6h-4zM4 14h2v4h4v2H4zM18 14h2v6h-6v-2h4z",
  rearrange:
    "M6.5 3.5a3 3 0 1 0 .01 0zM17.5 6.5a2.5 2.5 0 1 0 .01 0zM9.5 15a3 3 0 1 0 .01 0zM8.8 8.6l1.6-.9 4.5 1-.4 1.9-4.4-1zM15.4 10.6l1.6 1-4.6 5.6-1.5-1.2z",
  original: "M12 5V1.5L6.5 6.5 12 11.5V8a5.5 5.5 0 1 1-5.5 5.5h-3A8.5 8.5 0 1 0 12 5z",
};

/** Makes the buttons. */
export function createMapTools(context: PageContext, actions: ToolActions): MapTools {
  const rearrange = button(
    { class: "tool worded", id: "rearrange" },
    actions.rearrange,
    iconElement(pictures.rearrange),
    element("span", {}, words.rearrange),
  );
  const restore = button(
    { class: "tool worded", id: "original-places" },
    actions.restore,
    iconElement(pictures.original),
    element("span", {}, words.original),
  );
  return {
    zoom: element(
      "div",
      { class: "map-zoom", role: "group", "aria-label": words.tools },
      tool("zoom-in", words.nearer, pictures.nearer, () => actions.zoom(zoomStep)),
      tool("zoom-out", words.farther, pictures.farther, () => actions.zoom(1 / zoomStep)),
      tool("fit", words.fit, pictures.fit, actions.fit),
    ),
    hops: createHops(context),
    places: element("div", { class: "map-places" }, rearrange, restore),
    showPlaces(can) {
      const name = can.running ? words.stop : words.rearrange;
      rearrange.hidden = !can.rearrange;
      rearrange.lastElementChild?.replaceChildren(name);
      rearrange.title = name;
      rearrange.setAttribute("aria-pressed", String(can.running));
      restore.hidden = !can.restore;
      restore.title = words.original;
    },
  };
}

function tool(id: string, name: string, picture: string, press: () => void): HTMLElement {
  return button({ class: "tool", id, "aria-label": name, title: name }, press, iconElement(picture));
}

/** How many steps around the chosen entity keep their colours; there only where one is chosen. */
function createHops(context: PageContext): Part {
  const steps: readonly Hops[] = [1, 2, 3];
  const buttons = new Map(
    steps.map((hops) => [
      hops,
      button(
        { class: "tool", "data-hops": String(hops), title: words.hop(hops), "aria-label": words.hop(hops) },
        () => context.update((state) => ({ ...state, hops })),
        String(hops),
      ),
    ]),
  );
  const root = element(
    "div",
    { class: "map-hops", role: "group", "aria-label": words.hops, hidden: "" },
    element("span", { "aria-hidden": "true" }, words.hopsShort),
    ...buttons.values(),
  );
  return {
    root,
    show({ state }: Shown) {
      root.hidden = state.selection.kind !== "entity";
      for (const [hops, each] of buttons) each.setAttribute("aria-pressed", String(hops === state.hops));
    },
  };
}

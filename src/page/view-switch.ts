import { pageWords } from "../model/page-words.ts";
import type { PageContext, Part } from "./context.ts";
import { button, element } from "./element.ts";
import type { View } from "./state.ts";

const views: readonly View[] = ["map", "table", "timeline"];

/** Makes the switch between map, table and timeline; `canDraw` says whether there is a map. */
export function createViewSwitch(context: PageContext, canDraw: () => boolean): Part {
  const { name, choices } = pageWords.frame.views;
  const buttons = new Map(
    views.map((view) => [
      view,
      button({ "data-view": view }, () => context.update((state) => ({ ...state, view })), choices[view]),
    ]),
  );
  return {
    root: element("div", { class: "switch", role: "group", "aria-label": name }, ...buttons.values()),
    show({ state }) {
      for (const [view, each] of buttons) {
        each.setAttribute("aria-pressed", String(view === state.view));
        each.disabled = view === "map" && !canDraw();
      }
    },
  };
}

import { pageWords } from "../../model/page-words.ts";
import type { PageContext, Part, Shown } from "../context.ts";
import { facetsOf } from "../data/facets.ts";
import { filterWords } from "../data/filter-words.ts";
import { asks, type FilterName, type Filters, filterNames, without } from "../data/filters.ts";
import { button, type Child, element, isolated } from "../element.ts";
import { withFilters } from "../state.ts";
import { clearFilters, type FilterPanel } from "./filter-panel.ts";
import { placeChildren } from "./place-children.ts";

const words = pageWords.find;

/**
 * Makes the bar that tells how much is shown and by which filters, each of which it takes away again. Where no claim fits
 * all filters it says so, and what would be shown without each.
 */
export function createFilterBar(context: PageContext, panel: FilterPanel): Part {
  const all = context.catalogue.payload.claims.length;
  const toggle = element(
    "button",
    {
      type: "button",
      class: "quiet",
      id: "toggle-filters",
      "aria-expanded": "false",
      "aria-controls": "filters",
    },
    words.toggle,
  );
  panel.opener = toggle;
  // A click without pointer comes from the keyboard: the focus follows it into the panel.
  toggle.addEventListener("click", ({ detail }) => {
    if (!panel.close()) panel.open(detail === 0);
  });
  const told = element("p", { class: "filter-told" });
  const chips = element("div", { class: "chips" });
  const remedies = element("div", { class: "remedies", hidden: "" });
  const root = element(
    "section",
    { class: "filter-bar", "aria-label": words.bar },
    toggle,
    told,
    chips,
    remedies,
  );
  root.hidden = all === 0;
  let drawn: Filters | undefined;

  return {
    root,
    show({ state: { filters }, claims }: Shown) {
      if (filters === drawn) return;
      const place = [...root.querySelectorAll<Element>("button")].indexOf(document.activeElement ?? root);
      const active = filterNames.filter((name) => asks(filters, name));
      const none = claims.length === 0 && active.length > 0;
      told.textContent = tell(claims.length, all, active.length > 0);
      root.classList.toggle("none", none);
      const clear = button({ class: "quiet clear" }, () => clearFilters(context), words.clear);
      placeChildren(
        chips,
        active.length === 0 ? [] : [...active.map((name) => chipOf(context, filters, name)), clear],
      );
      remedies.hidden = !none;
      remedies.replaceChildren(...(none ? remediesOf(context, filters, active) : []));
      if (place >= 0) keepFocus(root, place);
      if (drawn !== undefined) context.say(none ? words.none(all) : words.spoken(claims.length, all));
      drawn = filters;
    },
  };
}

function tell(shown: number, all: number, filtered: boolean): string {
  if (!filtered) return words.all(all);
  return shown === 0 ? words.none(all) : words.some(shown, all);
}

/** The button that was pressed is gone: the focus goes to what is in its place now. */
function keepFocus(root: HTMLElement, place: number): void {
  const buttons = root.querySelectorAll("button");
  (buttons[place] ?? buttons[buttons.length - 1])?.focus();
}

function chipOf(context: PageContext, filters: Filters, name: FilterName): HTMLElement {
  return button(
    { class: "chip" },
    () => drop(context, name),
    element("span", { class: "spoken" }, `${words.remove}: `),
    element("span", { class: "chip-words" }, ...inWords(context, filters, name)),
    element("span", { class: "cross", "aria-hidden": "true" }, "×"),
  );
}

function remediesOf(
  context: PageContext,
  filters: Filters,
  active: readonly FilterName[],
): readonly HTMLElement[] {
  const counts = facetsOf(context.catalogue, filters).without;
  const helpful = active.filter((name) => (counts.get(name) ?? 0) > 0);
  if (helpful.length === 0) return [element("p", {}, words.noneEither)];
  return helpful.map((name) =>
    button(
      { class: "quiet" },
      () => drop(context, name),
      `${words.without} `,
      element("b", {}, ...inWords(context, filters, name)),
      words.leaves(counts.get(name) ?? 0),
    ),
  );
}

function drop(context: PageContext, name: FilterName): void {
  context.update((state) => withFilters(state, without(state.filters, name)));
}

function inWords({ catalogue }: PageContext, filters: Filters, name: FilterName): readonly Child[] {
  const { lead, values, more } = filterWords(catalogue, filters, name);
  return [
    lead !== "" && `${lead} `,
    ...values.flatMap((value, i) => [i > 0 && ", ", isolated(value)]),
    more > 0 && ` ${words.andMore(more)}`,
  ];
}

import { pageWords } from "../../model/page-words.ts";
import type { PageContext, Part, Shown } from "../context.ts";
import { choicesOf, choose, type ListName } from "../data/choices.ts";
import { type Facets, facetsOf } from "../data/facets.ts";
import { type FilterName, type Filters, isFiltered, noFilters } from "../data/filters.ts";
import { ways } from "../data/held.ts";
import { button, element } from "../element.ts";
import { badges } from "../map/icons.ts";
import { withFilters } from "../state.ts";
import { createChoiceList } from "./choice-list.ts";
import { createChoiceRow } from "./choice-row.ts";
import { createDayRange } from "./day-range.ts";
import { createConfidenceChoice, createSourceChoices } from "./least-choices.ts";
import { createRelationChoices } from "./relation-choices.ts";

const words = pageWords.find;

/** The panel in which filters are set; closed at first. */
export interface FilterPanel extends Part {
  /** What opens it and takes the focus back when it closes: `aria-expanded` follows. */
  opener: HTMLElement | undefined;
  /** @param takeFocus whether the keyboard goes on in the panel */
  open(takeFocus: boolean): void;
  /** Says whether it was open. */
  close(): boolean;
}

/** One filter in the panel. */
interface Facet {
  readonly root: HTMLElement;
  show(filters: Filters, facets: Facets): void;
}

/** Makes the panel. It counts only while it is open. */
export function createFilterPanel(context: PageContext): FilterPanel {
  const title = element("h2", { tabindex: "-1" }, words.title);
  const clear = button({ class: "quiet" }, () => clearFilters(context), words.clear);
  const closeButton = button({ class: "quiet" }, () => close(), words.close);
  const root = element(
    "section",
    { class: "filter-panel", id: "filters", "aria-label": words.title, hidden: "" },
    element("div", { class: "filter-head" }, title, clear, closeButton),
  );
  let facets: readonly Facet[] | undefined;
  let drawn: Filters | undefined;

  const render = ({ state: { filters } }: Pick<Shown, "state">): void => {
    if (root.hidden || drawn === filters) return;
    drawn = filters;
    if (facets === undefined) {
      facets = facetsFor(context);
      root.append(...facets.map((facet) => facet.root));
    }
    const counted = facetsOf(context.catalogue, filters);
    for (const facet of facets) facet.show(filters, counted);
    // A button that is no longer operable would keep the focus to itself.
    if (!isFiltered(filters) && document.activeElement === clear) title.focus();
    clear.disabled = !isFiltered(filters);
  };
  const close = (): boolean => {
    if (root.hidden) return false;
    const hadFocus = root.contains(document.activeElement);
    root.hidden = true;
    panel.opener?.setAttribute("aria-expanded", "false");
    if (hadFocus) panel.opener?.focus();
    return true;
  };
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
  });
  const panel: FilterPanel = {
    root,
    opener: undefined,
    open(takeFocus) {
      root.hidden = false;
      panel.opener?.setAttribute("aria-expanded", "true");
      render({ state: context.state() });
      if (takeFocus) title.focus();
    },
    close,
    show: render,
  };
  return panel;
}

/** Shows every claim again. */
export function clearFilters(context: PageContext): void {
  context.update((state) => withFilters(state, noFilters));
}

/** In the order of `filterNames`; those with nothing to choose are left out. */
function facetsFor(context: PageContext): readonly Facet[] {
  const whole = facetsOf(context.catalogue, noFilters);
  const days = createDayRange(context);
  const lists = (["types", "outlets", "wires", "speakers"] as const).filter((name) => whole[name].size > 0);
  return [
    heldFacet(context),
    conflictsFacet(context),
    named("relations", createRelationChoices(context)),
    ...lists.map((name) => listFacet(context, whole, name)),
    ...(days.isUseful ? [named("days", days)] : []),
    named("sources", createSourceChoices(context)),
    named("confidence", createConfidenceChoice(context)),
  ];
}

/** A filter under its name. */
function named(name: FilterName, { root, show }: Facet): Facet {
  return {
    root: element(
      "fieldset",
      { class: `facet facet-${name}` },
      element("legend", {}, words.names[name]),
      root,
    ),
    show,
  };
}

function heldFacet(context: PageContext): Facet {
  const rows = ways.map((way) => {
    const badge = element("span", { class: `badge ${way}`, "aria-hidden": "true" }, badges[way]);
    const means = element("span", { class: "means" }, words.heldMeans[way]);
    const row = createChoiceRow({ type: "checkbox" }, [badge, words.held[way], " ", means], (checked) =>
      context.update((state) => {
        const held = ways.filter((each) => (each === way ? checked : state.filters.held.includes(each)));
        return withFilters(state, { ...state.filters, held });
      }),
    );
    return { way, row };
  });
  return named("held", {
    root: element("ul", { class: "choices" }, ...rows.map(({ row }) => element("li", {}, row.root))),
    show(filters, facets) {
      for (const { way, row } of rows)
        row.show({ count: facets.held.get(way) ?? 0, checked: filters.held.includes(way) });
    },
  });
}

function conflictsFacet(context: PageContext): Facet {
  const row = createChoiceRow({ type: "checkbox" }, [words.conflictsOnly], (conflicts) =>
    context.update((state) => withFilters(state, { ...state.filters, conflicts })),
  );
  return named("conflicts", {
    root: row.root,
    show: (filters, facets) => row.show({ count: facets.conflicts, checked: filters.conflicts }),
  });
}

function listFacet(context: PageContext, whole: Facets, name: ListName): Facet {
  const list = createChoiceList(words.names[name], (key, chosen) =>
    context.update((state) => withFilters(state, choose(state.filters, name, key, chosen))),
  );
  return named(name, {
    root: list.root,
    show: (filters, facets) => list.show(choicesOf(context.catalogue, whole, facets, filters, name)),
  });
}

import { confidenceWords, countWords } from "../../model/claim-wording.ts";
import { pageWords } from "../../model/page-words.ts";
import type { PageContext } from "../context.ts";
import { countFrom, type Facets } from "../data/facets.ts";
import type { Filters } from "../data/filters.ts";
import { element } from "../element.ts";
import { withFilters } from "../state.ts";
import { type ChoiceRow, createChoiceRow } from "./choice-row.ts";
import { placeChildren } from "./place-children.ts";

const words = pageWords.find;

/** How much of something a claim must have. */
export interface LeastChoices {
  readonly root: HTMLElement;
  show(filters: Filters, facets: Facets): void;
}

/** Makes the choice of how many independent sources a claim must have: any number, 2, 3, or as many as an address asks for. */
export function createSourceChoices(context: PageContext): LeastChoices {
  const root = element("ul", { class: "choices" });
  const rows = new Map<number, { readonly row: ChoiceRow; readonly root: HTMLElement }>();
  const rowOf = (least: number) => {
    const known = rows.get(least);
    if (known !== undefined) return known;
    const label = least === 1 ? words.anySources : words.leastSources(least);
    const row = createChoiceRow({ type: "radio", name: "sources" }, [label], () =>
      context.update((state) => withFilters(state, { ...state.filters, sources: least })),
    );
    const made = { row, root: element("li", {}, row.root) };
    rows.set(least, made);
    return made;
  };
  return {
    root,
    show({ sources }, facets) {
      const offered = [...new Set([1, 2, 3, sources])].sort((a, b) => a - b);
      placeChildren(
        root,
        offered.map((least) => rowOf(least).root),
      );
      for (const least of offered)
        rowOf(least).row.show({ count: countFrom(facets.sources, least), checked: least === sources });
    },
  };
}

/** Makes the slider of the confidence that a claim must have. */
export function createConfidenceChoice(context: PageContext): LeastChoices {
  const input = element("input", {
    type: "range",
    min: "0",
    max: "100",
    step: "1",
    "aria-label": `${words.names.confidence}: ${words.least}`,
  });
  const told = element("span");
  const count = element("small");
  input.addEventListener("input", () =>
    context.update((state) =>
      withFilters(state, { ...state.filters, confidence: Number(input.value) / 100 }),
    ),
  );
  return {
    root: element(
      "div",
      { class: "slider" },
      input,
      element("p", { class: "slider-words" }, told, " ", count),
    ),
    show({ confidence }, facets) {
      if (Number(input.value) !== Math.round(confidence * 100)) input.value = String(confidence * 100);
      const text = confidence === 0 ? words.anyConfidence : words.confidence(confidenceWords(confidence));
      told.textContent = text;
      input.setAttribute("aria-valuetext", text);
      count.textContent = countWords(countFrom(facets.confidence, confidence), "claim");
    },
  };
}

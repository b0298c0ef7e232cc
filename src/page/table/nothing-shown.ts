import { pageWords } from "../../model/page-words.ts";
import type { PageContext, Shown } from "../context.ts";
import { filterWords } from "../data/filter-words.ts";
import { asks, filterNames, noFilters } from "../data/filters.ts";
import { button, element, isolated } from "../element.ts";
import { withFilters } from "../state.ts";

const words = pageWords.table;

/**
 * Says why no claim is shown, and offers the way out.
 *
 * @param list what has the focus when the way out is gone
 */
export function nothingShown(
  { catalogue, update }: PageContext,
  { state }: Shown,
  list: HTMLElement,
): HTMLElement {
  const { filters } = state;
  const asked = filterNames
    .filter((name) => asks(filters, name))
    .flatMap((name, i) => {
      const { lead, values, more } = filterWords(catalogue, filters, name);
      const told = more > 0 ? [...values, pageWords.find.andMore(more)] : values;
      return [i === 0 ? " " : " · ", lead === "" ? "" : `${lead} `, isolated(told.join(", "))];
    });
  const clear = (): void => {
    list.focus({ preventScroll: true });
    update((now) => withFilters(now, noFilters));
  };
  return element(
    "div",
    { class: "nothing-shown" },
    element("p", {}, words.nothing, ...asked),
    button({ class: "quiet" }, clear, pageWords.cards.home.clearFilters),
  );
}

import { pageWords } from "../../model/page-words.ts";
import type { PageContext } from "../context.ts";
import { button, element } from "../element.ts";
import type { Column, Order, State } from "../state.ts";

const words = pageWords.table;

/** The columns of the table, from the left. */
export const columns: readonly Column[] = ["claim", "held", "confidence", "when", "documents", "sources"];

/** What a column begins with when it is chosen: texts with A, numbers and days with the most. */
function firstOf(column: Column): Order {
  return { column, descending: column !== "claim" && column !== "held" };
}

/** Sorts by a column, the other way round where that one is chosen already; the table begins anew. */
export function sortedBy(state: State, column: Column): State {
  const { order } = state;
  const next = order.column === column ? { column, descending: !order.descending } : firstOf(column);
  return { ...state, order: next, page: 0 };
}

/** What tells and changes the order of the table. */
export interface Sorting {
  /** The row of headers; each a button. */
  readonly head: HTMLElement;
  /** The same as a list of choices, for where rows are blocks and have no headers. */
  readonly choice: HTMLElement;
  show(order: Order): void;
}

/** Makes the headers and the choice. */
export function createSorting({ state, update, say }: PageContext): Sorting {
  const sort = (column: Column): void => {
    update((now) => sortedBy(now, column));
    say(words.sorted(words.columns[column], words.ways[column][state().order.descending ? 1 : 0]));
  };
  const cells = new Map(
    columns.map((column) => {
      const press = button({ class: "sort" }, () => sort(column), words.columns[column]);
      return [column, element("th", { scope: "col", role: "columnheader", class: `cell-${column}` }, press)];
    }),
  );
  const select = element("select", { "aria-label": words.sortBy });
  for (const column of columns) select.append(element("option", { value: column }, words.columns[column]));
  select.addEventListener("change", () => sort(columns[select.selectedIndex] ?? "sources"));
  const turn = button({ class: "quiet" }, () => sort(state().order.column));
  return {
    head: element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...cells.values())),
    choice: element("div", { class: "sorting" }, element("span", {}, words.sortBy), select, turn),
    show({ column, descending }) {
      for (const [name, cell] of cells) {
        if (name === column) cell.setAttribute("aria-sort", descending ? "descending" : "ascending");
        else cell.removeAttribute("aria-sort");
      }
      select.value = column;
      turn.textContent = words.ways[column][descending ? 1 : 0];
    },
  };
}

import { whenWords } from "../../model/claim-wording.ts";
import { digits } from "../../model/count-words.ts";
import { pageWords } from "../../model/page-words.ts";
import { claimSentence, confidenceMeter, stanceTags } from "../cards/cards.ts";
import type { PageContext, Part } from "../context.ts";
import { inOrder } from "../data/claim-order.ts";
import { lookOf } from "../data/held.ts";
import { button, element } from "../element.ts";
import type { Column, Order, Selection, State } from "../state.ts";
import { lookMark } from "./look-mark.ts";
import { nothingShown } from "./nothing-shown.ts";
import { createPager } from "./pager.ts";
import { createSorting } from "./sorting.ts";

const words = pageWords.table;

/** So many claims stand on a page. */
const rowsOnPage = 50;

/** Makes the table of the claims that are shown: what the map holds, for readers who cannot or would rather not use one. */
export function createClaimTable(context: PageContext): Part {
  const sorting = createSorting(context);
  const caption = element("caption", {});
  const body = element("tbody", { role: "rowgroup" });
  const table = element("table", { role: "table" }, caption, sorting.head, body);
  const pager = createPager((page) => {
    context.update((state) => ({ ...state, page }));
    context.say(captionOf(context.shown().claims.length, page));
  });
  const nothing = element("div", { hidden: "" });
  const root = element(
    "section",
    { class: "list", id: "table", "aria-label": words.title, tabindex: "-1" },
    sorting.choice,
    table,
    pager.root,
    nothing,
  );
  let claims: readonly number[] | undefined;
  let order: Order | undefined;
  let sorted: readonly number[] = [];
  let page = -1;
  let selection: Selection | undefined;

  const sort = (shown: readonly number[], by: Order): boolean => {
    if (claims === shown && order === by) return false;
    sorted = inOrder(context.catalogue, shown, by);
    claims = shown;
    order = by;
    sorting.show(by);
    return true;
  };

  return {
    root,
    show(shown) {
      const { state } = shown;
      if (state.view !== "table") return;
      const anew = sort(shown.claims, state.order);
      const pages = Math.max(1, Math.ceil(sorted.length / rowsOnPage));
      const wanted = Math.min(state.page, pages - 1);
      if (anew || page !== wanted) {
        page = wanted;
        const rows = sorted.slice(page * rowsOnPage, (page + 1) * rowsOnPage);
        body.replaceChildren(...rows.map((index) => tableRow(context, index)));
        caption.textContent = captionOf(sorted.length, page);
        pager.show(page, pages);
        root.scrollTop = 0;
        const empty = sorted.length === 0;
        for (const each of [sorting.choice, table]) each.hidden = empty;
        pager.root.hidden = pages === 1;
        nothing.hidden = !empty;
        nothing.replaceChildren(...(empty ? [nothingShown(context, shown, root)] : []));
        selection = undefined;
      }
      if (selection !== state.selection) markSelected(body, state);
      selection = state.selection;
    },
  };
}

/** "Claims 51 – 100 of 307". */
function captionOf(count: number, page: number): string {
  return words.caption(page * rowsOnPage + 1, Math.min(count, (page + 1) * rowsOnPage), count);
}

/** Says in the row of the chosen claim that it is the one. */
function markSelected(body: HTMLElement, { selection }: State): void {
  body.querySelector("[aria-current]")?.removeAttribute("aria-current");
  if (selection.kind !== "claim") return;
  body.querySelector(`[data-claim="${selection.index}"]`)?.setAttribute("aria-current", "true");
}

function tableRow({ catalogue, go }: PageContext, index: number): HTMLElement {
  const claim = catalogue.payload.claims[index];
  if (claim === undefined) return element("tr", { role: "row" });
  const open = button(
    { class: "claim-row", "data-claim": String(index) },
    () => go({ kind: "claim", index }),
    lookMark(lookOf([claim])),
    claimSentence(catalogue, claim),
  );
  const cell = (column: Column, content: HTMLElement | string): HTMLElement =>
    element("td", { role: "cell", class: `cell-${column}`, "data-name": words.columns[column] }, content);
  return element(
    "tr",
    { role: "row" },
    element("th", { scope: "row", role: "rowheader", class: "cell-claim" }, open),
    cell("held", stanceTags(catalogue, claim)),
    cell("confidence", confidenceMeter(claim.confidence)),
    cell("when", claim.time === undefined ? "" : whenWords(claim.time)),
    cell("documents", digits(claim.documents)),
    cell("sources", digits(claim.independentSources)),
  );
}

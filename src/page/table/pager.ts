import { pageWords } from "../../model/page-words.ts";
import { button, element } from "../element.ts";

const words = pageWords.table;

/** The way from page to page. */
export interface Pager {
  readonly root: HTMLElement;
  /** @param page from 0 */
  show(page: number, pages: number): void;
}

/** Makes a pager; `go` is called with a page that there is, from 0. Its buttons keep the focus at the ends. */
export function createPager(go: (page: number) => void): Pager {
  let page = 0;
  let pages = 1;
  const to = (wanted: number): void => {
    if (wanted !== page && wanted >= 0 && wanted < pages) go(wanted);
  };
  const previous = button({ class: "quiet" }, () => to(page - 1), words.previous);
  const next = button({ class: "quiet" }, () => to(page + 1), words.next);
  const field = element("input", { type: "number", min: "1", step: "1", inputmode: "numeric" });
  const of = element("span", {});
  field.addEventListener("change", () => {
    const wanted = Math.min(pages, Math.max(1, Math.round(field.valueAsNumber || page + 1)));
    field.value = String(wanted);
    to(wanted - 1);
  });
  return {
    root: element(
      "nav",
      { class: "pages", "aria-label": words.pages },
      previous,
      element("label", {}, words.page, " ", field, " ", of),
      next,
    ),
    show(shown, all) {
      page = shown;
      pages = all;
      field.value = String(page + 1);
      field.max = String(pages);
      of.textContent = words.ofPages(pages);
      previous.setAttribute("aria-disabled", String(page === 0));
      next.setAttribute("aria-disabled", String(page >= pages - 1));
    },
  };
}

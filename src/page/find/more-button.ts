import { pageWords } from "../../model/page-words.ts";
import { button } from "../element.ts";

const words = pageWords.find;

/** A button that shows the rest of a list, or hides it again. */
export interface More {
  readonly root: HTMLElement;
  /** @param count how many the list has in all */
  show(all: boolean, count: number): void;
}

/** Makes the button; `press` turns the one into the other. */
export function createMore(press: () => void): More {
  const root = button({ class: "more", "aria-expanded": "false" }, press);
  return {
    root,
    show(all, count) {
      root.textContent = all ? words.showFewer : words.showAll(count);
      root.setAttribute("aria-expanded", String(all));
    },
  };
}

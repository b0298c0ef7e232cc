import { pageWords } from "../../model/page-words.ts";
import { fold } from "../data/name-index.ts";
import { element } from "../element.ts";
import { createMore } from "./more-button.ts";
import { placeChildren } from "./place-children.ts";

const words = pageWords.find;

/** So many are shown of a list until all are asked for. */
export const firstShown = 8;
/** A list with more names has a field to find them by. */
const mostWithoutField = 12;
/** So many are shown at most; the others are found by name. */
const mostShown = 300;

/** How the items of a list are looked at. */
export interface LongListItems<Item> {
  /** The item as it is now. @param query what is looked for, folded; empty for nothing */
  draw(item: Item, query: string): HTMLElement;
  /** Whether it is shown among the first few, even if it comes far down; not asked once all are shown or one is looked for. */
  isKept(item: Item): boolean;
  isNamed(item: Item, query: string): boolean;
  /** How many names there are; not always the number of items. */
  count(items: readonly Item[]): number;
}

/** A list of which the first few are shown. */
export interface LongList<Item> {
  readonly root: HTMLElement;
  show(items: readonly Item[]): void;
}

/**
 * Makes a list with a button that shows the rest, and a field to find names by where there are many.
 *
 * @param title what the list is of, for the name of the field
 */
export function createLongList<Item>(title: string, of: LongListItems<Item>): LongList<Item> {
  const field = element("input", {
    type: "search",
    class: "narrow",
    placeholder: words.narrow,
    "aria-label": `${words.narrow}: ${title}`,
    autocomplete: "off",
    spellcheck: "false",
    hidden: "",
  });
  const list = element("ul", { class: "choices" });
  const note = element("p", { class: "filter-note", hidden: "" });
  let items: readonly Item[] = [];
  let all = false;
  const more = createMore(() => {
    all = !all;
    render();
  });

  const render = (): void => {
    const query = fold(field.value);
    const named = query === "" ? items : items.filter((item) => of.isNamed(item, query));
    const few = named.filter((item, i) => i < firstShown || of.isKept(item));
    const shown = (all || query !== "" ? named : few).slice(0, mostShown);
    placeChildren(
      list,
      shown.map((item) => of.draw(item, query)),
    );
    field.hidden = of.count(items) <= mostWithoutField;
    more.root.hidden = query !== "" || few.length === items.length;
    more.show(all, items.length);
    const beyond = all || query !== "" ? named.length - shown.length : 0;
    note.hidden = beyond === 0 && shown.length > 0;
    note.textContent = shown.length === 0 ? words.noChoice : words.beyond(beyond);
  };
  field.addEventListener("input", render);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.key !== "Escape" || field.value === "") return;
    event.preventDefault();
    field.value = "";
    render();
  });
  return {
    root: element("div", { class: "long-list" }, field, list, note, more.root),
    show(next) {
      items = next;
      render();
    },
  };
}

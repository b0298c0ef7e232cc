import { pageWords } from "../../model/page-words.ts";
import { findNames, type NameIndex, nameIndex } from "../data/name-index.ts";
import { element, isolated } from "../element.ts";
import type { CardContext } from "./card.ts";
import { nameOf } from "./cards.ts";

const words = pageWords.cards;

/** How many names are offered. */
const mostOffered = 8;

/** A field in which another entity is chosen: the page then shows how the two hang together. */
export function wayFinder(context: CardContext, from: number): HTMLElement {
  const list = element("ul", {
    class: "offers",
    id: "way-offers",
    role: "listbox",
    "aria-label": words.findWay,
    hidden: "",
  });
  const input = element("input", {
    type: "text",
    role: "combobox",
    id: "way",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: words.findWayHint,
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": "way-offers",
  });
  listen(context, from, input, list);
  return element(
    "div",
    { class: "way-finder" },
    element("label", { for: "way" }, words.findWay),
    element("div", { class: "field" }, input, list),
  );
}

function listen(context: CardContext, from: number, input: HTMLInputElement, list: HTMLElement): void {
  const { catalogue } = context;
  let names: NameIndex | undefined;
  let offered: readonly number[] = [];
  let chosen = -1;

  const mark = (next: number): void => {
    chosen = next;
    for (const [i, option] of [...list.children].entries())
      option.setAttribute("aria-selected", String(i === chosen));
    if (chosen < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `way-${chosen}`);
  };
  const show = (open: boolean): void => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    mark(open ? 0 : -1);
  };
  const take = (to: number | undefined): void => {
    if (to !== undefined) context.go({ kind: "path", from, to });
  };
  const option = (entity: number, i: number): HTMLElement => {
    const name = isolated(nameOf(catalogue, entity));
    const made = element("li", { id: `way-${i}`, role: "option" }, name);
    made.addEventListener("click", () => take(entity));
    return made;
  };
  input.addEventListener("input", () => {
    names ??= nameIndex(catalogue.payload.entities.map(({ label, aliases }) => [label, ...aliases]));
    const weight = (entity: number): number => catalogue.claimsOf[entity]?.length ?? 0;
    offered = findNames(names, input.value, mostOffered + 1, weight)
      .map(({ thing }) => thing)
      .filter((entity) => entity !== from)
      .slice(0, mostOffered);
    list.replaceChildren(...offered.map(option));
    show(offered.length > 0);
    if (input.value.trim() !== "") context.say(words.offered(offered.length));
  });
  /** Closes the list; once it is closed, empties the field. */
  const leave = (): void => {
    if (list.hidden) input.value = "";
    show(false);
  };
  input.addEventListener("blur", () => show(false));
  // The field keeps the focus when a name is pressed, so that the list is still there for the click.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || (list.hidden && !(event.key === "Escape" && input.value !== ""))) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) mark((chosen + step + offered.length) % offered.length);
    else if (event.key === "Enter") take(offered[chosen]);
    else if (event.key === "Escape") leave();
    else return;
    event.preventDefault();
  });
}

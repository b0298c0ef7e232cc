import { pageWords } from "../../model/page-words.ts";
import type { PageContext, Part } from "../context.ts";
import { type Hit, type SearchIndex, search, searchIndex } from "../data/search.ts";
import { element } from "../element.ts";
import { withFilters } from "../state.ts";
import { createHitList } from "./hit-list.ts";

const words = pageWords.find;

/** The search field with its list of what is found. */
export interface SearchBox extends Part {
  readonly input: HTMLInputElement;
  /** Closes the list; says whether there was anything to close. */
  close(): boolean;
}

/**
 * Makes the search field: a combobox whose list the arrow keys walk while the typing goes on. The index is made when the
 * field first gets the focus, for not every reader searches.
 *
 * @param chosen called after something was chosen that has a card
 */
export function createSearchBox(context: PageContext, chosen: () => void): SearchBox {
  const { catalogue } = context;
  const input = searchInput();
  let index: SearchIndex | undefined;
  const ready = (): SearchIndex => {
    index ??= searchIndex(catalogue);
    return index;
  };
  const take = (hit: Hit): void => {
    close();
    input.value = "";
    follow(context, ready(), hit);
    if (hit.kind === "entity" || hit.kind === "article") chosen();
  };
  const list = createHitList(catalogue, input, take);
  const close = (): boolean => list.close();
  const open = (): void => {
    if (input.value.trim() === "") {
      close();
      return;
    }
    const count = list.open(search(catalogue, ready(), input.value));
    context.say(count === 0 ? words.nothingFound : words.found(count));
  };
  // Later than the focus, so that the field is seen to have it while a large index is made.
  input.addEventListener("focus", () => setTimeout(ready));
  input.addEventListener("input", open);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || !answer(event.key)) return;
    event.preventDefault();
  });
  /** Says whether the key meant something. */
  const answer = (key: string): boolean => {
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (list.isOpen()) list.walk(key === "ArrowDown" ? 1 : -1);
      else open();
      return true;
    }
    if (key === "Enter") {
      const hit = list.active();
      if (hit !== undefined) take(hit);
      else open();
      return true;
    }
    if (key !== "Escape" || (!list.isOpen() && input.value === "")) return false;
    if (!close()) input.value = "";
    return true;
  };
  return {
    root: element("div", { class: "search", role: "search" }, input, list.root),
    input,
    close,
    show() {},
  };
}

/** Looks at what was found, or shows the claims that say so or that are told there. */
function follow(context: PageContext, { outlets }: SearchIndex, { kind, index }: Hit): void {
  switch (kind) {
    case "entity":
      context.go({ kind: "entity", index });
      break;
    case "article":
      context.go({ kind: "document", index });
      break;
    case "relation":
      context.update((state) => withFilters(state, { ...state.filters, relations: [index] }));
      break;
    case "outlet":
      context.update((state) => withFilters(state, { ...state.filters, outlets: [outlets[index] ?? ""] }));
      break;
  }
}

function searchInput(): HTMLInputElement {
  return element("input", {
    type: "search",
    id: "search",
    role: "combobox",
    placeholder: words.field,
    "aria-label": words.label,
    "aria-expanded": "false",
    "aria-controls": "hits",
    "aria-autocomplete": "list",
    "aria-keyshortcuts": "/",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
  });
}

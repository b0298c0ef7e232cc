import type { CardContext } from "./cards.ts";
import { element, isolated } from "./element.ts";
import { type Hit, search, searchIndex } from "./search.ts";

/** The search field with its list of names. */
export interface SearchBox {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  /** Closes the list; says whether there was anything to close. */
  close(): boolean;
}

const hitsShown = 8;

/** Makes the search field: a combobox whose list the arrow keys walk while the typing goes on. */
export function createSearchBox(
  { catalogue }: CardContext,
  choose: (entity: number) => void,
  say: (text: string) => void,
): SearchBox {
  const { entities } = catalogue.payload;
  const index = searchIndex(entities);
  const input = searchInput();
  const list = element("ul", { id: "hits", role: "listbox", "aria-label": "Entities found", hidden: "" });
  let hits: readonly Hit[] = [];
  let active = -1;

  const activate = (next: number): void => {
    active = next;
    for (const [i, option] of [...list.children].entries())
      option.setAttribute("aria-selected", String(i === active));
    list.children[active]?.scrollIntoView({ block: "nearest" });
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `hit-${active}`);
  };
  const close = (): boolean => {
    const wasOpen = !list.hidden;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    activate(-1);
    return wasOpen;
  };
  const take = (entity: number): void => {
    close();
    input.value = "";
    choose(entity);
  };
  const open = (): void => {
    hits = search(index, entities, input.value, hitsShown);
    list.replaceChildren(...options(catalogue, hits, take));
    const asked = input.value.trim() !== "";
    if (asked && hits.length === 0) list.append(element("li", { class: "none" }, "No entity has this name"));
    list.hidden = !asked;
    input.setAttribute("aria-expanded", String(asked));
    activate(hits.length > 0 ? 0 : -1);
    if (asked) say(hits.length === 0 ? "No entity found" : `${hits.length} found`);
  };
  input.addEventListener("input", open);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      if (list.hidden) open();
      else activate((active + step + hits.length) % hits.length);
    }
    const hit = hits[active];
    if (event.key === "Enter" && hit !== undefined && !list.hidden) take(hit.entity);
  });
  return { root: element("div", { class: "search", role: "search" }, input, list), input, close };
}

function searchInput(): HTMLInputElement {
  return element("input", {
    type: "search",
    id: "search",
    role: "combobox",
    placeholder: "Find a person, group or place",
    "aria-label": "Find an entity",
    "aria-expanded": "false",
    "aria-controls": "hits",
    "aria-autocomplete": "list",
    "aria-keyshortcuts": "/",
    autocomplete: "off",
    spellcheck: "false",
  });
}

function options(
  { payload }: CardContext["catalogue"],
  hits: readonly Hit[],
  take: (entity: number) => void,
): readonly HTMLElement[] {
  return hits.map(({ entity, name }, i) => {
    const { label, type } = payload.entities[entity] ?? { label: "", type: -1 };
    const kind = isolated(payload.types[type] ?? "");
    const also = name === label ? [] : [" · ", isolated(name)];
    const option = element(
      "li",
      { id: `hit-${i}`, role: "option", "aria-selected": "false" },
      isolated(label, "name"),
      element("small", {}, kind, ...also),
    );
    // Pressing must not take the focus from the field, which would close the list before the click.
    option.addEventListener("pointerdown", (event) => event.preventDefault());
    option.addEventListener("click", () => take(entity));
    return option;
  });
}

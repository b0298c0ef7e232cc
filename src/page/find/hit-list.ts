import { countWords } from "../../model/claim-wording.ts";
import { pageWords } from "../../model/page-words.ts";
import type { Catalogue } from "../data/catalogue.ts";
import type { Hit, HitGroup, HitKind } from "../data/search.ts";
import { type Child, element, isolated } from "../element.ts";

const words = pageWords.find;

/** The list below the search field. */
export interface HitList {
  readonly root: HTMLElement;
  /** Shows what was found, the first of it active; returns how many there are. */
  open(groups: readonly HitGroup[]): number;
  /** Says whether it was open. */
  close(): boolean;
  isOpen(): boolean;
  /** What Enter would choose. */
  active(): Hit | undefined;
  /** Makes the next one active, or the one before; round from the last to the first. */
  walk(step: 1 | -1): void;
}

/** Makes the list of a combobox: the focus stays in the field, which tells what is active in the list. */
export function createHitList(
  catalogue: Catalogue,
  input: HTMLInputElement,
  take: (hit: Hit) => void,
): HitList {
  // A list box without options is none, so the sentence that nothing was found stands beside it.
  const list = element("div", { id: "hits", role: "listbox", "aria-label": words.hits, hidden: "" });
  const none = element("p", { class: "none", hidden: "" }, words.nothingFound);
  const root = element("div", { class: "hits", hidden: "" }, list, none);
  // Pressing must not take the focus from the field, which would close the list before the click.
  root.addEventListener("mousedown", (event) => event.preventDefault());
  let hits: readonly Hit[] = [];
  let options: readonly HTMLElement[] = [];
  let at = -1;

  const activate = (next: number): void => {
    options[at]?.setAttribute("aria-selected", "false");
    at = next;
    const option = options[at];
    option?.setAttribute("aria-selected", "true");
    // The heading of the first group is part of what is to be seen.
    if (at === 0) list.scrollTop = 0;
    else option?.scrollIntoView({ block: "nearest" });
    if (option === undefined) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", option.id);
  };
  return {
    root,
    open(groups) {
      hits = groups.flatMap((group) => group.hits);
      let place = 0;
      const drawn = groups.map((group) => group.hits.map((hit) => optionOf(catalogue, hit, place++, take)));
      options = drawn.flat();
      list.replaceChildren(...groups.map(({ kind }, i) => groupOf(kind, drawn[i] ?? [])));
      root.hidden = false;
      list.hidden = hits.length === 0;
      none.hidden = hits.length > 0;
      input.setAttribute("aria-expanded", String(hits.length > 0));
      at = -1;
      activate(hits.length > 0 ? 0 : -1);
      return hits.length;
    },
    close() {
      const wasOpen = !root.hidden;
      root.hidden = true;
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      activate(-1);
      return wasOpen;
    },
    isOpen: () => !root.hidden,
    active: () => hits[at],
    walk(step) {
      if (hits.length > 0) activate((at + step + hits.length) % hits.length);
    },
  };
}

function groupOf(kind: HitKind, options: readonly HTMLElement[]): HTMLElement {
  const id = `hits-${kind}`;
  const heading = element("div", { id, role: "presentation", class: "hits-kind" }, words.kinds[kind]);
  return element("div", { role: "group", "aria-labelledby": id }, heading, ...options);
}

function optionOf(catalogue: Catalogue, hit: Hit, place: number, take: (hit: Hit) => void): HTMLElement {
  const option = element(
    "div",
    { id: `hit-${place}`, role: "option", "aria-selected": "false", class: `hit ${hit.kind}` },
    ...contents(catalogue, hit),
  );
  option.addEventListener("click", () => take(hit));
  return option;
}

function contents({ payload }: Catalogue, hit: Hit): readonly Child[] {
  const claims = countWords(hit.claims, "claim");
  switch (hit.kind) {
    case "entity": {
      const { label = "", type = -1 } = payload.entities[hit.index] ?? {};
      const kind = payload.types[type]?.label ?? "";
      const also = hit.name === label ? [] : [isolated(hit.name), " · "];
      return [isolated(label, "name"), " ", element("small", {}, ...also, isolated(kind), ` · ${claims}`)];
    }
    case "relation":
      return [
        element("span", { class: "name" }, `${words.allThatSay} “`, isolated(hit.name), "”"),
        " ",
        element("small", {}, claims),
      ];
    case "outlet":
      return [
        element("span", { class: "name" }, `${words.allOf} `, isolated(hit.name)),
        " ",
        element("small", {}, claims),
      ];
    case "article": {
      const { outlet, agency } = payload.documents[hit.index] ?? {};
      const by = outlet ?? agency;
      const from = by === undefined ? [] : [isolated(by), " · "];
      return [isolated(hit.name, "name"), " ", element("small", {}, ...from, claims)];
    }
  }
}

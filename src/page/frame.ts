import { pageWords } from "../model/page-words.ts";
import type { Part } from "./context.ts";
import type { Catalogue } from "./data/catalogue.ts";
import { element } from "./element.ts";
import { hashOf } from "./permalink.ts";
import type { View } from "./state.ts";

/** What stands in the frame. */
export interface FrameContents {
  /** In the top bar behind the brand. */
  readonly top: readonly HTMLElement[];
  /** What is shown, and by which filters. */
  readonly bar: HTMLElement;
  readonly filters: HTMLElement;
  readonly views: Readonly<Record<View, HTMLElement>>;
  readonly panel: HTMLElement;
  /** Outside the flow of the page: the live region, dialogs. */
  readonly further: readonly HTMLElement[];
}

/** The frame of the page: top bar, filters, the view on the stage, and the panel. */
export interface Frame extends Part {
  put(contents: FrameContents): void;
  /** A sentence above the view that stays. */
  tell(text: string): void;
}

/** Makes the frame, empty. */
export function createFrame(catalogue: Catalogue): Frame {
  const root = element("div", { id: "app" });
  const notice = element("p", { class: "notice", hidden: "" });
  const whole = element(
    "a",
    { class: "whole", target: "_blank", rel: "noopener" },
    pageWords.frame.openWhole,
  );
  let views: FrameContents["views"] | undefined;
  let view: View | undefined;

  return {
    root,
    put({ top, bar, filters, views: each, panel, further }) {
      views = each;
      const stage = element("main", { class: "stage", id: "stage" }, notice, ...Object.values(each));
      if (catalogue.payload.claims.length === 0)
        stage.replaceChildren(element("p", { class: "empty" }, pageWords.frame.noClaims));
      root.replaceChildren(
        element("header", { class: "top" }, brand(), whole, ...top),
        bar,
        filters,
        stage,
        panel,
        ...further,
      );
      document.body.prepend(skipLink(panel), root);
    },
    tell(text) {
      notice.textContent = text;
      notice.hidden = false;
    },
    show({ state }) {
      root.classList.toggle("embed", state.embed);
      if (state.embed)
        whole.setAttribute("href", hashOf(catalogue, { ...state, embed: false }) || location.pathname);
      if (state.view === view || views === undefined) return;
      view = state.view;
      // The map is made invisible, not taken out: without a size it would lose its frame, and could not be taken along.
      for (const [name, each] of Object.entries(views)) each.classList.toggle("unseen", name !== view);
    },
  };
}

/** Followed as a link it would change the address, which is the state. */
function skipLink(panel: HTMLElement): HTMLElement {
  const link = element("a", { class: "skip", href: "#panel" }, pageWords.frame.skip);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    panel.querySelector<HTMLElement>("h2")?.focus();
  });
  return link;
}

function brand(): HTMLElement {
  const [who, says] = pageWords.brand;
  return element("h1", { class: "brand" }, who, element("span", {}, says));
}

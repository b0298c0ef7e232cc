import type { CardContext } from "./cards.ts";
import { claimCard } from "./claim-card.ts";
import { button, element } from "./element.ts";
import { entityCard } from "./entity-card.ts";
import { documentCard, homeCard, linkCard } from "./overview-cards.ts";
import type { Selection, State } from "./state.ts";

/** The column of cards beside the map. */
export interface Panel {
  readonly root: HTMLElement;
  /** Shows the card of the selection from its beginning. */
  show(state: State): void;
  /** Moves the keyboard to the card's heading. */
  focus(): void;
}

/** Makes the panel; `back` and `clear` are what its two buttons do. */
export function createPanel(context: CardContext, back: () => void, clear: () => void): Panel {
  const root = element("aside", { class: "panel", id: "panel", "aria-label": "Details" });
  const focus = (): void => root.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  return {
    root,
    focus,
    show({ selection, past }) {
      const hadFocus = root.contains(document.activeElement);
      const bar = element(
        "div",
        { class: "panel-bar" },
        past.length > 0 && button({ class: "quiet", "aria-label": "Back" }, back, "← Back"),
        button({ class: "quiet close" }, clear, "Overview"),
      );
      const card = cardOf(context, selection);
      root.replaceChildren(...(selection.kind === "nothing" ? [card] : [bar, card]));
      root.scrollTop = 0;
      if (hadFocus) focus();
    },
  };
}

function cardOf(context: CardContext, selection: Selection): HTMLElement {
  switch (selection.kind) {
    case "nothing":
      return homeCard(context);
    case "entity":
      return entityCard(context, selection.index);
    case "link":
      return linkCard(context, selection.index);
    case "claim":
      return claimCard(context, selection.index);
    case "document":
      return documentCard(context, selection.index);
  }
}

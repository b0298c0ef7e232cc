import { pageWords } from "../../model/page-words.ts";
import type { PageContext, Part, Shown } from "../context.ts";
import { isFiltered } from "../data/filters.ts";
import { button, element } from "../element.ts";
import { back, clear, type Selection } from "../state.ts";
import type { Card, CardActions, CardContext } from "./card.ts";
import { claimCard } from "./claim-card.ts";
import { conflictCard } from "./conflict-card.ts";
import { documentCard } from "./document-card.ts";
import { entityCard } from "./entity-card.ts";
import { groupCard } from "./group-card.ts";
import { homeCard } from "./home-card.ts";
import { linkCard } from "./link-card.ts";
import { pathCard } from "./path-card.ts";

const words = pageWords.cards;

/** The column of cards beside the map. */
export interface Panel extends Part {
  /** Moves the keyboard to the card's heading. */
  focus(): void;
}

/** Makes the panel, empty; it shows the card of what is selected. */
export function createPanel(context: PageContext, actions: CardActions): Panel {
  const bar = element(
    "nav",
    { class: "panel-bar", "aria-label": words.way },
    button({ class: "quiet back" }, () => context.update(back), words.back),
    button({ class: "quiet close" }, () => context.update(clear), words.overview),
  );
  const [backButton] = bar.querySelectorAll("button");
  const place = element("div", { class: "place" });
  const root = element("aside", { class: "panel", id: "panel", "aria-label": words.details }, bar, place);
  const focus = (): void => root.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  let last: Shown | undefined;
  let card: Card | undefined;

  const redraw = (shown: Shown): void => {
    const hadFocus = root.contains(document.activeElement);
    const moved = last === undefined || subject(last.state.selection) !== subject(shown.state.selection);
    const { scrollTop } = root;
    card = cardOf(cardContext(context, actions, shown), shown.state.selection);
    bar.hidden = shown.state.selection.kind === "nothing";
    place.replaceChildren(card.root);
    root.scrollTop = moved ? 0 : scrollTop;
    if (hadFocus && (moved || !root.contains(document.activeElement))) focus();
  };
  return {
    root,
    focus,
    show(shown) {
      if (backButton) backButton.hidden = shown.state.past.length === 0;
      const same =
        last !== undefined &&
        last.claims === shown.claims &&
        subject(last.state.selection) === subject(shown.state.selection);
      if (!same) redraw(shown);
      last = shown;
      card?.refresh?.(shown);
    },
  };
}

/** What a card is about: a document's card stays while another of its claims is looked for. */
function subject(selection: Selection): string {
  return JSON.stringify(selection.kind === "document" ? { ...selection, claim: undefined } : selection);
}

function cardContext(context: PageContext, actions: CardActions, { claims, state }: Shown): CardContext {
  return { ...context, ...actions, passing: isFiltered(state.filters) ? new Set(claims) : undefined };
}

function cardOf(context: CardContext, selection: Selection): Card {
  switch (selection.kind) {
    case "nothing":
      return homeCard(context);
    case "entity":
      return entityCard(context, selection.index);
    case "link":
      return linkCard(context, selection.index);
    case "claim":
      return claimCard(context, selection.index);
    case "group":
      return groupCard(context, selection.index);
    case "disagreement":
      return conflictCard(context, selection.index);
    case "document":
      return documentCard(context, selection.index);
    case "path":
      return pathCard(context, selection.from, selection.to);
  }
}

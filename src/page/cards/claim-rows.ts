import { countWords, sourceWords, whenWords } from "../../model/claim-wording.ts";
import type { PageClaim } from "../../model/page-payload.ts";
import { pageWords } from "../../model/page-words.ts";
import { button, element } from "../element.ts";
import { type CardContext, passes } from "./card.ts";
import { claimSentence, longList, stanceTags } from "./cards.ts";

const words = pageWords.cards;

/** How many rows a list of claims begins with. */
const rowsAtFirst = 12;

/** A claim as a row that opens its card. */
export function claimRow(context: CardContext, index: number): HTMLElement {
  const { catalogue, go } = context;
  const claim = catalogue.payload.claims[index];
  if (claim === undefined) return element("li");
  const notes = [sourceNote(claim), claim.time && whenWords(claim.time)].filter((note) => note !== undefined);
  if (!passes(context, index)) notes.push(words.hiddenOne);
  return element(
    "li",
    passes(context, index) ? {} : { class: "filtered" },
    button(
      { class: "claim-row" },
      () => go({ kind: "claim", index }),
      claimSentence(catalogue, claim),
      element(
        "span",
        { class: "notes" },
        stanceTags(catalogue, claim),
        element("small", {}, notes.join(" · ")),
      ),
    ),
  );
}

/** How many say so, for rows: one document is one source and need not say it twice; the claim's card does. */
function sourceNote({ documents, independentSources }: PageClaim): string {
  return documents === 1 ? countWords(1, words.document) : sourceWords(documents, independentSources);
}

/**
 * Claims as a list of rows, in the order given; the rest behind a button, and behind another one those that the filters
 * hide: a card tells everything about its subject.
 */
export function claimRows(
  context: CardContext,
  claims: readonly number[],
  limit: number = rowsAtFirst,
): HTMLElement {
  const items = (some: readonly number[]) => some.map((index) => () => claimRow(context, index));
  const hidden = claims.filter((index) => !passes(context, index));
  if (hidden.length === 0) return longList("claims", items(claims), limit);
  const shown = claims.filter((index) => passes(context, index));
  const root = element("div", { class: "with-hidden" });
  if (shown.length > 0) root.append(longList("claims", items(shown), limit));
  const reveal = button(
    { class: "more" },
    () => {
      const list = longList("claims", items(hidden), limit);
      reveal.replaceWith(list);
      list.querySelector("button")?.focus();
    },
    shown.length === 0 ? words.allHidden(hidden.length) : words.hidden(hidden.length),
  );
  root.append(reveal);
  return root;
}

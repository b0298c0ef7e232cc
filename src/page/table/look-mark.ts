import { pageWords } from "../../model/page-words.ts";
import type { Look } from "../data/held.ts";
import { element } from "../element.ts";
import { badges } from "../map/icons.ts";

/** The sign of how something is held in its colour; those who listen hear the word, unless words beside it say it anyway. */
export function lookMark(look: Look, spoken = false): HTMLElement {
  const sign = element("span", { class: `look ${look}`, "aria-hidden": "true" }, badges[look]);
  if (!spoken) return sign;
  const word = look === "conflict" ? pageWords.cards.contradicted : pageWords.find.held[look];
  return element("span", {}, sign, element("span", { class: "spoken" }, word));
}

import { pageWords } from "../../model/page-words.ts";
import { capitalised, sideWords } from "../../model/side-words.ts";
import { element, isolated } from "../element.ts";
import type { Card, CardContext } from "./card.ts";
import { markKey } from "./quotation.ts";
import { versions } from "./versions.ts";

const words = pageWords.cards;

/** What articles differ in: the versions side by side, each with who says so and in which words. */
export function conflictCard(context: CardContext, index: number): Card {
  const row = context.catalogue.payload.disagreements[index];
  if (row === undefined) return { root: element("article") };
  const root = element(
    "article",
    { class: "card conflict-card" },
    element("p", { class: "kind" }, words.differs.kinds[row.kind]),
    element("h2", { tabindex: "-1" }, isolated(capitalised(row.about))),
    element("p", { class: "lead" }, words.differs.lead(row.sides.length, row.kind === "standing")),
    markKey(),
    versions(
      context,
      row.sides.map(({ value, claims }) => ({ value: sideWords(row, value), claims })),
    ),
  );
  return { root };
}

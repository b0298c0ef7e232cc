import { pageWords } from "../../model/page-words.ts";
import { claimsByDirection } from "../data/claim-groups.ts";
import { element, isolated } from "../element.ts";
import type { Card, CardContext } from "./card.ts";
import { claimCount, entityLink, nameOf } from "./cards.ts";
import { claimRows } from "./claim-rows.ts";

const words = pageWords.cards;

/** All claims between two entities, in both directions, by day. */
export function linkCard(context: CardContext, index: number): Card {
  const { catalogue } = context;
  const link = catalogue.links[index];
  if (link === undefined) return { root: element("article") };
  const { forth, back, loose } = claimsByDirection(catalogue, link);
  const [from, to] = [nameOf(catalogue, link.from), nameOf(catalogue, link.to)];
  const root = element(
    "article",
    { class: "card link-card" },
    element("p", { class: "kind" }, claimCount([...link.claims, ...link.loose])),
    element(
      "h2",
      { tabindex: "-1", class: "statement" },
      entityLink(context, link.from),
      words.and,
      entityLink(context, link.to),
    ),
    ...group(context, [isolated(from), " → ", isolated(to)], forth),
    ...group(context, [isolated(to), " → ", isolated(from)], back),
    ...group(context, [words.loose], loose),
  );
  return { root };
}

function group(
  context: CardContext,
  title: readonly (Node | string)[],
  claims: readonly number[],
): readonly HTMLElement[] {
  if (claims.length === 0) return [];
  return [
    element(
      "section",
      { class: "part" },
      element("h3", { class: "in-words" }, ...title),
      claimRows(context, claims),
    ),
  ];
}

import { pageWords } from "../../model/page-words.ts";
import { byDay } from "../data/claim-groups.ts";
import { pathBetween } from "../data/focus.ts";
import { type Child, element } from "../element.ts";
import type { Card, CardContext } from "./card.ts";
import { entityLink } from "./cards.ts";
import { claimRows } from "./claim-rows.ts";

const words = pageWords.cards;

/** How many claims of each step are shown before the button. */
const claimsAtFirst = 3;

/** How two entities hang together: the claims of a shortest way from one to the other, step by step. */
export function pathCard(context: CardContext, from: number, to: number): Card {
  const way = pathBetween(context.catalogue, from, to);
  const root = element(
    "article",
    { class: "card path-card" },
    element("p", { class: "kind" }, words.kinds.path),
    element(
      "h2",
      { tabindex: "-1", class: "statement" },
      words.path.how,
      entityLink(context, from),
      words.and,
      entityLink(context, to),
      words.path.hangTogether,
    ),
    ...body(context, from, way),
  );
  return { root };
}

function body(context: CardContext, from: number, way: readonly number[] | undefined): readonly Child[] {
  if (way === undefined) {
    return [
      element("p", { class: "lead" }, words.path.none),
      element("p", { class: "notes" }, words.path.advice),
    ];
  }
  if (way.length === 0) return [element("p", { class: "lead" }, words.path.same)];
  let at = from;
  const steps = way.map((link) => {
    const ends = context.catalogue.links[link];
    const next = ends?.from === at ? (ends?.to ?? at) : (ends?.from ?? at);
    const step = stepOf(context, at, next, link);
    at = next;
    return step;
  });
  return [
    element("p", { class: "lead" }, words.path.length(way.length)),
    context.passing !== undefined && element("p", { class: "notes" }, words.path.unfiltered),
    element("ol", { class: "steps", role: "list" }, ...steps),
  ];
}

function stepOf(context: CardContext, a: number, b: number, link: number): HTMLElement {
  const { claims = [], loose = [] } = context.catalogue.links[link] ?? {};
  const own = claims.length > 0 ? claims : loose;
  return element(
    "li",
    { class: "part" },
    element("h3", { class: "in-words" }, entityLink(context, a), " – ", entityLink(context, b)),
    claims.length === 0 && element("p", { class: "notes" }, words.loose),
    claimRows(context, byDay(context.catalogue, own), claimsAtFirst),
  );
}

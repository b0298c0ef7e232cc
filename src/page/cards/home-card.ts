import { countWords, digits } from "../../model/claim-wording.ts";
import { pageWords } from "../../model/page-words.ts";
import { capitalised, sideWords } from "../../model/side-words.ts";
import { biggestStory } from "../data/biggest-story.ts";
import { mostTold } from "../data/claim-groups.ts";
import { entitiesOf, noFilters } from "../data/filters.ts";
import { heldAs } from "../data/held.ts";
import { button, type Child, element, isolated } from "../element.ts";
import { withFilters } from "../state.ts";
import { type Card, type CardContext, passes } from "./card.ts";
import { cardLink, claimSentence, entityLink, longList, part, stanceTags } from "./cards.ts";
import { claimRows } from "./claim-rows.ts";
import { readIn } from "./read-in.ts";

const words = pageWords.cards;

/**
 * What is shown at a glance: the numbers, the biggest story, who is most connected, what articles differ in, what is
 * denied, and where it was read.
 */
export function homeCard(context: CardContext): Card {
  const { catalogue, passing } = context;
  const { counts, claims } = catalogue.payload;
  const shown = context.shown().claims;
  if (claims.length === 0) return { root: emptyCard(context) };
  const root = element(
    "article",
    { class: "card home-card" },
    element("h2", { tabindex: "-1" }, words.home.title),
    passing === undefined
      ? element("p", { class: "lead" }, words.home.lead(counts))
      : filteredLead(context, shown),
    ...story(context, shown),
    ...mostConnected(context),
    ...differences(context),
    ...denied(context, shown),
    part(words.home.readIn, readIn(context, shown)),
  );
  return { root };
}

function emptyCard({ catalogue }: CardContext): HTMLElement {
  const { documents } = catalogue.payload.counts;
  return element(
    "article",
    { class: "card home-card" },
    element("h2", { tabindex: "-1" }, words.home.empty),
    element("p", { class: "lead" }, words.home.emptyLead(documents)),
    element("p", {}, words.home.emptyAdvice),
  );
}

/** The numbers of what passes the filters, and the way out of them. */
function filteredLead(context: CardContext, shown: readonly number[]): HTMLElement {
  const { catalogue } = context;
  const documents = new Set(
    shown.flatMap((i) => catalogue.payload.claims[i]?.evidence.map(({ document }) => document) ?? []),
  );
  const text = words.home.filtered(
    digits(shown.length),
    countWords(catalogue.payload.claims.length, words.claim),
    countWords(entitiesOf(catalogue, shown).size, words.entity),
    countWords(documents.size, words.document),
  );
  const clear = button(
    { class: "inline" },
    () => context.update((state) => withFilters(state, noFilters)),
    words.home.clearFilters,
  );
  return element("p", { class: "lead" }, text, " ", clear);
}

function story(context: CardContext, shown: readonly number[]): readonly HTMLElement[] {
  const found = biggestStory(context.catalogue, shown);
  const claim = context.catalogue.payload.claims[found?.claim ?? -1];
  if (found === undefined || claim === undefined) return [];
  const { link } = found;
  const card = button(
    { class: "claim-row story" },
    () => context.go({ kind: "claim", index: found.claim }),
    claimSentence(context.catalogue, claim),
    element(
      "span",
      { class: "notes" },
      stanceTags(context.catalogue, claim),
      element(
        "small",
        {},
        words.home.storySources(
          countWords(found.sources, words.independentSource),
          countWords(found.documents, words.document),
        ),
      ),
    ),
  );
  const all =
    link !== undefined && cardLink(context, { kind: "link", index: link }, "inline", words.home.allBetween);
  return [part(words.home.story, card, all)];
}

/** How many of the best connected are on the card. */
const mostRanked = 40;

function mostConnected(context: CardContext): readonly HTMLElement[] {
  const ranked = context.catalogue.claimsOf
    .map((claims, entity) => [entity, claims.filter((claim) => passes(context, claim)).length] as const)
    .filter(([, count]) => count > 0)
    .sort(([a, one], [b, two]) => two - one || a - b)
    .slice(0, mostRanked);
  if (ranked.length === 0) return [];
  const items = ranked.map(([entity, count]) => () => {
    const number = element("small", {}, countWords(count, words.claim));
    return element("li", {}, entityLink(context, entity), number);
  });
  return [part(words.home.mostConnected, longList("ranking", items, 7))];
}

/** What articles differ in, as far as a claim of it passes the filters. */
function differences(context: CardContext): readonly HTMLElement[] {
  const { catalogue, passing } = context;
  const items = catalogue.payload.disagreements.flatMap((row, index) => {
    const claims = row.sides.flatMap((side) => side.claims);
    if (passing !== undefined && !claims.some((claim) => passing.has(claim))) return [];
    const sides = row.sides.map(({ value }) => isolated(sideWords(row, value), "side"));
    const between = sides.flatMap((side, i): readonly Child[] =>
      i === 0 ? [side] : [element("span", { class: "versus" }, words.differs.versus), side],
    );
    return [
      () =>
        element(
          "li",
          {},
          button(
            { class: "claim-row difference" },
            () => context.go({ kind: "disagreement", index }),
            element("small", {}, words.differs.kinds[row.kind]),
            element("span", { class: "sentence name" }, isolated(capitalised(row.about))),
            element("span", { class: "notes" }, ...between),
          ),
        ),
    ];
  });
  return items.length === 0 ? [] : [part(words.home.differences, longList("claims", items, 5))];
}

function denied(context: CardContext, shown: readonly number[]): readonly HTMLElement[] {
  const { catalogue } = context;
  const found = shown.filter((index) => {
    const claim = catalogue.payload.claims[index];
    return claim !== undefined && (heldAs(claim) === "denied" || claim.conflictsWith.length > 0);
  });
  return found.length === 0
    ? []
    : [part(words.home.denied, claimRows(context, mostTold(catalogue, found), 5))];
}

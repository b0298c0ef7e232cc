import { pageWords } from "../../model/page-words.ts";
import { documentClaims } from "../data/document-text.ts";
import { button, type Child, element, isolated } from "../element.ts";
import { type Card, type CardContext, passes } from "./card.ts";
import {
  claimCount,
  claimSentence,
  isOutward,
  joined,
  longList,
  outwardLink,
  part,
  publisherLink,
  timeElement,
} from "./cards.ts";
import { documentText } from "./document-text.ts";

const words = pageWords.cards;

/** A document: where it stands, what it claims, and its whole text with its claims marked. */
export function documentCard(context: CardContext, index: number): Card {
  const { catalogue } = context;
  const document = catalogue.payload.documents[index];
  if (document === undefined) return { root: element("article") };
  const { claims, marks } = documentClaims(catalogue, index);
  const text = documentText(context, index, claims, marks);
  const rows = claims.map((claim, i) => () => numberedRow(context, index, claim, i + 1));
  const root = element(
    "article",
    { class: "card document-card" },
    element("p", { class: "kind" }, isolated(catalogue.publishers[index] ?? "")),
    element("h2", { tabindex: "-1" }, isolated(document.headline ?? document.id)),
    element("p", { class: "notes" }, ...joined(about(context, index, claims), " · ")),
    ...otherPrints(context, index),
    claims.length > 0 && part(words.itsClaims, longList("numbered", rows, 6, "ol")),
    element(
      "section",
      { class: "part", "aria-label": words.itsText },
      element("h3", {}, words.itsText),
      document.abridged && element("p", { class: "notes" }, words.abridged),
      text.root,
    ),
  );
  return {
    root,
    refresh({ state: { selection } }) {
      if (selection.kind === "document" && selection.index === index) text.choose(selection.claim);
    },
  };
}

function about({ catalogue }: CardContext, index: number, claims: readonly number[]): readonly Child[] {
  const { published, agency, url } = catalogue.payload.documents[index] ?? {};
  const parts: readonly Child[] = [
    published !== undefined && timeElement(published),
    agency !== undefined && element("span", {}, words.after, isolated(agency)),
    claimCount(claims),
    isOutward(url) && outwardLink(url, words.theArticle),
  ];
  return parts.filter((child) => child !== false && child !== undefined);
}

/** Other documents that print the same text. */
function otherPrints(context: CardContext, index: number): readonly HTMLElement[] {
  const { catalogue } = context;
  const wire = catalogue.payload.wires[catalogue.payload.documents[index]?.wire ?? -1];
  const others = wire?.documents.filter((document) => document !== index) ?? [];
  if (others.length === 0) return [];
  const links = others.map((document) => publisherLink(context, document));
  return [element("p", { class: "notes" }, words.samePrint(wire?.agency), ...joined(links, ", "))];
}

/** A claim with the number under which it stands in the text; it leads there. */
function numberedRow(context: CardContext, index: number, claim: number, number: number): HTMLElement {
  const row = context.catalogue.payload.claims[claim];
  if (row === undefined) return element("li");
  const show = (): void => context.go({ kind: "document", index, claim });
  return element(
    "li",
    passes(context, claim) ? {} : { class: "filtered" },
    button(
      { class: "claim-row" },
      show,
      element("span", { class: "number" }, String(number)),
      claimSentence(context.catalogue, row),
    ),
  );
}

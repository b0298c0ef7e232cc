import { countWords, digits } from "../model/claim-wording.ts";
import {
  type CardContext,
  claimCount,
  claimRows,
  entityLink,
  longList,
  nameOf,
  outwardLink,
  part,
  publisherOf,
  timeElement,
} from "./cards.ts";
import { byProminence, isDisputed } from "./catalogue.ts";
import { button, element, isolated } from "./element.ts";

/** The whole at a glance: the numbers, who is most connected, what is disputed, and where it was read. */
export function homeCard(context: CardContext): HTMLElement {
  const { counts, claims } = context.catalogue.payload;
  if (claims.length === 0) return emptyCard(context);
  const disputed = [...claims.keys()].filter((i) => claims[i] !== undefined && isDisputed(claims[i]));
  return element(
    "article",
    { class: "card home-card" },
    element("h2", { tabindex: "-1" }, "Who says what"),
    element(
      "p",
      { class: "lead" },
      `${countWords(counts.claims, "claim")} about ${countWords(counts.entities, "entity")}, read in `,
      `${countWords(counts.documents, "document")} from ${countWords(counts.outlets, "outlet")}. `,
      `${digits(counts.asserted)} of them ${counts.asserted === 1 ? "is" : "are"} told as fact; the others are denied, reported, planned or uncertain.`,
    ),
    part("Most connected", mostConnected(context)),
    ...(disputed.length === 0 ? [] : [part("Denied or contradicted", claimRows(context, disputed, 5))]),
    part("Read in", documents(context)),
  );
}

/** All claims between two entities, in both directions. */
export function linkCard(context: CardContext, index: number): HTMLElement {
  const { catalogue } = context;
  const link = catalogue.links[index];
  if (link === undefined) return element("article");
  return element(
    "article",
    { class: "card link-card" },
    element("p", { class: "kind" }, claimCount([...link.claims, ...link.loose])),
    element("h2", { tabindex: "-1" }, entityLink(context, link.from), " and ", entityLink(context, link.to)),
    ...(link.claims.length === 0 ? [] : [part("Between them", claimRows(context, link.claims))]),
    ...(link.loose.length === 0 ? [] : [part("One speaks or takes part", claimRows(context, link.loose))]),
  );
}

/** What was read in one document. */
export function documentCard(context: CardContext, index: number): HTMLElement {
  const { catalogue } = context;
  const document = catalogue.payload.documents[index];
  const claims = catalogue.claimsIn[index] ?? [];
  const title = document?.headline ?? document?.id ?? "";
  return element(
    "article",
    { class: "card document-card" },
    element("p", { class: "kind" }, isolated(publisherOf(document))),
    element("h2", { tabindex: "-1" }, outwardLink(document?.url, title)),
    element(
      "p",
      { class: "notes" },
      document?.published !== undefined && timeElement(document.published),
      document?.published !== undefined && " · ",
      claimCount(claims),
      document?.agency !== undefined && " · after ",
      document?.agency !== undefined && isolated(document.agency),
    ),
    part("Its claims", claimRows(context, claims, 20)),
  );
}

function emptyCard({ catalogue }: CardContext): HTMLElement {
  const { documents } = catalogue.payload.counts;
  const read = documents === 0 ? "No documents were read" : `${countWords(documents, "document")} read`;
  return element(
    "article",
    { class: "card home-card" },
    element("h2", { tabindex: "-1" }, "Nothing is claimed yet"),
    element("p", { class: "lead" }, `${read}, and no claims were found in them.`),
    element("p", {}, "Give whosays news articles that tell who did what, and this page fills."),
  );
}

function mostConnected(context: CardContext): HTMLElement {
  const { payload, claimsOf } = context.catalogue;
  const items = byProminence(payload.entities).map((index) => () => {
    const claims = element("small", {}, claimCount(claimsOf[index] ?? []));
    return element("li", {}, entityLink(context, index), claims);
  });
  return longList("ranking", items.slice(0, 40), 7);
}

function documents(context: CardContext): HTMLElement {
  const { payload, claimsIn } = context.catalogue;
  const items = payload.documents.map((document, index) => () => {
    const open = (): void => context.go({ kind: "document", index });
    const notes = element(
      "span",
      { class: "notes" },
      isolated(publisherOf(document)),
      document.published !== undefined && " · ",
      document.published !== undefined && timeElement(document.published),
      ` · ${claimCount(claimsIn[index] ?? [])}`,
    );
    const title = isolated(document.headline ?? document.id, "name");
    return element("li", {}, button({ class: "claim-row" }, open, title, notes));
  });
  return longList("claims", items, 8);
}

/** What a selection is called when it is read out. */
export function spokenName(context: CardContext, kind: string, index: number): string {
  const { payload } = context.catalogue;
  const claim = payload.claims[index];
  if (kind === "claim" && claim !== undefined)
    return `Claim: ${nameOf(context.catalogue, claim.subject)} ${payload.relations[claim.relation]?.label ?? ""}`;
  if (kind === "entity") {
    return `${nameOf(context.catalogue, index)}, ${claimCount(context.catalogue.claimsOf[index] ?? [])}`;
  }
  return kind === "document"
    ? `Document: ${publisherOf(payload.documents[index])}`
    : "Claims between two entities";
}

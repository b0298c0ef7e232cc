import { countWords, digits, type Standing, standingOf, whenWords } from "../model/claim-wording.ts";
import type { PageClaim, PageRelation } from "../model/page-payload.ts";
import { type CardContext, claimSentence, confidenceMeter, stanceTags } from "./cards.ts";
import { isDisputed } from "./catalogue.ts";
import { button, element } from "./element.ts";

/** A choice of the filter. */
interface Choice {
  readonly id: string;
  readonly label: string;
  holds(claim: PageClaim): boolean;
}

const stands = (standing: Standing) => (claim: PageClaim) => standingOf(claim.stance) === standing;

/** What the table can be narrowed to, given the relations by index. */
const choicesFor = (relations: readonly PageRelation[]): readonly Choice[] => [
  { id: "all", label: "All claims", holds: () => true },
  { id: "asserted", label: "Told as fact", holds: stands("asserted") },
  { id: "open", label: "Reported, planned or uncertain", holds: stands("open") },
  { id: "denied", label: "Denied", holds: stands("denied") },
  { id: "disputed", label: "Denied or contradicted", holds: isDisputed },
  { id: "known", label: "Relations of the ontology", holds: ({ relation }) => !relations[relation]?.open },
  {
    id: "own-words",
    label: "Relations in the text’s own words",
    holds: ({ relation }) => !!relations[relation]?.open,
  },
];

const rowsAtOnce = 50;

/** All claims as a table: what the map shows, for readers who cannot or would rather not use a map. */
export function createClaimList(context: CardContext, say: (text: string) => void): HTMLElement {
  const { claims, relations } = context.catalogue.payload;
  const body = element("tbody");
  const status = element("p", { class: "notes" });
  const more = button({ class: "more" }, () => grow(), "Show more");
  let shown: readonly number[] = [];
  const grow = (): void => {
    const from = body.rows.length;
    body.append(...shown.slice(from, from + rowsAtOnce).map((index) => tableRow(context, index)));
    more.hidden = body.rows.length >= shown.length;
  };
  const filter = (choice: Choice): void => {
    shown = mostToldFirst(claims).filter((i) => claims[i] !== undefined && choice.holds(claims[i]));
    body.replaceChildren();
    grow();
    status.textContent = `${digits(shown.length)} of ${countWords(claims.length, "claim")}`;
  };
  const select = filterBox(claims, choicesFor(relations), (choice) => {
    filter(choice);
    say(status.textContent ?? "");
  });
  filter({ id: "all", label: "", holds: () => true });
  return element(
    "section",
    { class: "list", id: "list", "aria-label": "All claims" },
    element("div", { class: "list-bar" }, element("h2", {}, "Claims"), status, select),
    element("table", {}, tableHead(), body),
    more,
  );
}

function filterBox(
  claims: readonly PageClaim[],
  choices: readonly Choice[],
  change: (choice: Choice) => void,
): HTMLElement {
  const select = element("select", { "aria-label": "Which claims" });
  for (const choice of choices) {
    const count = claims.filter((claim) => choice.holds(claim)).length;
    select.append(element("option", { value: choice.id }, `${choice.label} (${digits(count)})`));
  }
  select.addEventListener("change", () => {
    const choice = choices[select.selectedIndex];
    if (choice !== undefined) change(choice);
  });
  return select;
}

/** By independent sources, then confidence; draws keep the payload's order. */
function mostToldFirst(claims: readonly PageClaim[]): readonly number[] {
  const sources = (i: number): number => claims[i]?.independentSources ?? 0;
  const confidence = (i: number): number => claims[i]?.confidence ?? 0;
  return [...claims.keys()].sort((a, b) => sources(b) - sources(a) || confidence(b) - confidence(a));
}

function tableHead(): HTMLElement {
  const titles = ["Claim", "How it is held", "Confidence", "When", "Documents", "Sources"];
  return element(
    "thead",
    {},
    element("tr", {}, ...titles.map((title) => element("th", { scope: "col" }, title))),
  );
}

function tableRow({ catalogue, go }: CardContext, index: number): HTMLElement {
  const claim = catalogue.payload.claims[index];
  if (claim === undefined) return element("tr");
  const open = button(
    { class: "claim-row" },
    () => go({ kind: "claim", index }),
    claimSentence(catalogue, claim),
  );
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, open),
    element("td", {}, stanceTags(catalogue, claim)),
    element("td", {}, confidenceMeter(claim.confidence)),
    element("td", { class: "when" }, claim.time === undefined ? "" : whenWords(claim.time)),
    element("td", { class: "count" }, digits(claim.documents)),
    element("td", { class: "count" }, digits(claim.independentSources)),
  );
}

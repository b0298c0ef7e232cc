import {
  confidenceWords,
  countWords,
  dayWords,
  literalWords,
  sourceWords,
  stanceWords,
  standingOf,
  whenWords,
} from "../model/claim-wording.ts";
import type { PageClaim, PageDocument } from "../model/page-payload.ts";
import type { Catalogue } from "./catalogue.ts";
import { button, element, isolated } from "./element.ts";
import { groupColour } from "./palette.ts";
import type { Selection } from "./state.ts";

/** What cards are made with: what they show, and where their links lead. */
export interface CardContext {
  readonly catalogue: Catalogue;
  go(selection: Selection): void;
}

/** The name of an entity as a link to its card. */
export function entityLink({ catalogue, go }: CardContext, index: number): HTMLElement {
  const { label, place } = catalogue.payload.entities[index] ?? { label: "" };
  const group = place === undefined ? "none" : String(groupColour(place.group));
  return button(
    { class: `entity-link group-${group}` },
    () => go({ kind: "entity", index }),
    isolated(label),
  );
}

/** The name of an entity, or an empty one. */
export function nameOf({ payload }: Catalogue, index: number): string {
  return payload.entities[index]?.label ?? "";
}

/** The wording of a claim's relation. */
export function relationOf({ payload }: Catalogue, claim: PageClaim): string {
  return payload.relations[claim.relation]?.label ?? "";
}

/** How the words of a relation are marked: those that the ontology does not know stand apart. */
export function relationClass({ payload }: Catalogue, claim: PageClaim): string {
  return payload.relations[claim.relation]?.open ? "relation own-words" : "relation";
}

/** A claim's object as text: a name, a value, or nothing. */
export function objectWords(catalogue: Catalogue, { object }: PageClaim): string {
  if (object === null) return "";
  return typeof object === "number" ? nameOf(catalogue, object) : literalWords(object);
}

/** "Subject relation object" without links; the names isolated from each other. */
export function claimSentence(catalogue: Catalogue, claim: PageClaim): HTMLElement {
  const object = objectWords(catalogue, claim);
  return element(
    "span",
    { class: "sentence" },
    isolated(nameOf(catalogue, claim.subject), "name"),
    " ",
    isolated(relationOf(catalogue, claim), relationClass(catalogue, claim)),
    object !== "" && " ",
    object !== "" && isolated(object, typeof claim.object === "number" ? "name" : "value"),
  );
}

/** The stance as tags: a colour for its standing, and always the words. */
export function stanceTags(catalogue: Catalogue, claim: PageClaim): HTMLElement {
  const speakers = claim.stance.speakers.map((speaker) => nameOf(catalogue, speaker));
  const standing = standingOf(claim.stance);
  const tags = stanceWords({ ...claim.stance, speakers }).map((word) =>
    element("span", { class: `tag ${standing}` }, isolated(word)),
  );
  if (claim.conflictsWith.length > 0) tags.push(element("span", { class: "tag denied" }, "Contradicted"));
  return element("span", { class: "tags" }, ...tags);
}

/** A claim as a row that opens its card. */
export function claimRow({ catalogue, go }: CardContext, index: number): HTMLElement {
  const claim = catalogue.payload.claims[index];
  if (claim === undefined) return element("li");
  const when = claim.time === undefined ? undefined : whenWords(claim.time);
  const notes = [sourceNote(claim), when].filter((note) => note !== undefined);
  return element(
    "li",
    {},
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
  return documents === 1 ? countWords(1, "document") : sourceWords(documents, independentSources);
}

/** Claims as a list of rows, in the order given; the rest behind a button. */
export function claimRows(context: CardContext, claims: readonly number[], limit = 12): HTMLElement {
  return longList(
    "claims",
    claims.map((index) => () => claimRow(context, index)),
    limit,
  );
}

/** A list that begins with a few items and shows all of them on demand. */
export function longList(
  className: string,
  items: readonly (() => HTMLElement)[],
  limit: number,
): HTMLElement {
  const list = element("ul", { class: className }, ...items.slice(0, limit).map((item) => item()));
  if (items.length <= limit) return list;
  const more = button(
    { class: "more" },
    () => {
      const rest = items.slice(limit).map((item) => item());
      list.append(...rest);
      more.remove();
      rest[0]?.querySelector("button")?.focus();
    },
    `Show ${items.length - limit} more`,
  );
  return element("div", {}, list, more);
}

/** A heading within a card, and what stands under it. */
export function part(title: string, ...children: readonly (Node | string)[]): HTMLElement {
  return element("section", { class: "part" }, element("h3", {}, isolated(title)), ...children);
}

/** A confidence as a bar, a word and a number. */
export function confidenceMeter(confidence: number): HTMLElement {
  const bar = element("span", { class: "bar", "aria-hidden": "true" });
  const filled = bar.appendChild(element("span"));
  filled.style.width = `${Math.round(confidence * 100)}%`;
  return element("span", { class: "confidence" }, bar, confidenceWords(confidence));
}

/** Who published a document: its outlet, else its agency, else its file. */
export function publisherOf(document: PageDocument | undefined): string {
  return document?.outlet ?? document?.agency ?? document?.id ?? "unknown document";
}

/** A day that machines read too. */
export function timeElement(day: string): HTMLElement {
  return element("time", { datetime: day }, dayWords({ start: day, end: day }));
}

/** A link that may leave the page: http and https only, anything else stays text. */
export function outwardLink(url: string | undefined, text: string): HTMLElement {
  if (url === undefined || !/^https?:\/\//i.test(url)) return isolated(text);
  const attributes = { href: url.toWellFormed(), rel: "noopener noreferrer", target: "_blank" };
  return element("a", attributes, isolated(text));
}

/** "12 claims". */
export function claimCount(claims: readonly unknown[]): string {
  return countWords(claims.length, "claim");
}

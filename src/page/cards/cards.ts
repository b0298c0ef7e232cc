import {
  confidenceWords,
  countWords,
  dayWords,
  literalWords,
  stanceWords,
} from "../../model/claim-wording.ts";
import type { PageClaim } from "../../model/page-payload.ts";
import { pageWords } from "../../model/page-words.ts";
import type { PageContext } from "../context.ts";
import type { Catalogue } from "../data/catalogue.ts";
import { heldAs } from "../data/held.ts";
import { button, type Child, element, isolated } from "../element.ts";
import { groupColour } from "../map/palette.ts";
import { hashOf } from "../permalink.ts";
import { type Selection, start } from "../state.ts";

const words = pageWords.cards;

/** What a link within the page needs: what there is, and how to go to it. */
export type Going = Pick<PageContext, "catalogue" | "go">;

/** A link to a card. It has an address, so that it opens in a window of its own too, and breaks like the words around it. */
export function cardLink(
  { catalogue, go }: Going,
  selection: Selection,
  className: string,
  ...children: readonly Child[]
): HTMLElement {
  const href = hashOf(catalogue, { ...start, selection });
  const link = element("a", { class: className, href: href === "" ? "#" : href }, ...children);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(selection);
  });
  return link;
}

/** The name of an entity as a link to its card. */
export function entityLink(context: Going, index: number): HTMLElement {
  const { catalogue } = context;
  const className = `entity-link group-${colourOf(catalogue, index)}`;
  return cardLink(context, { kind: "entity", index }, className, isolated(nameOf(catalogue, index)));
}

/** The publisher of a document as a link to the document. */
export function publisherLink(context: Going, index: number): HTMLElement {
  const name = isolated(context.catalogue.publishers[index] ?? words.unknownDocument);
  return cardLink(context, { kind: "document", index }, "inline", name);
}

/** The name of the colour of an entity's group: a number, or `none`. */
export function colourOf({ payload }: Catalogue, entity: number): string {
  const place = payload.entities[entity]?.place;
  return place === undefined ? "none" : String(groupColour(place.group));
}

/** The name of an entity, or an empty one. */
export function nameOf({ payload }: Catalogue, index: number): string {
  return payload.entities[index]?.label ?? "";
}

/** The wording of a claim's relation. */
function relationOf({ payload }: Catalogue, claim: PageClaim): string {
  return payload.relations[claim.relation]?.label ?? "";
}

/** The words of a relation; those that the ontology does not know are marked. */
export function relationMark({ payload }: Catalogue, relation: number): HTMLElement {
  const { label = "", open = false } = payload.relations[relation] ?? {};
  return isolated(label, open ? "relation own-words" : "relation");
}

/** A claim's object as text: a name, a value, or nothing. */
function objectWords(catalogue: Catalogue, { object }: PageClaim): string {
  if (object === null) return "";
  return typeof object === "number" ? nameOf(catalogue, object) : literalWords(object);
}

/** "Subject relation object" as plain text. */
export function claimText(catalogue: Catalogue, claim: PageClaim): string {
  const parts = [
    nameOf(catalogue, claim.subject),
    relationOf(catalogue, claim),
    objectWords(catalogue, claim),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** "Subject relation object" without links; the names isolated from each other. */
export function claimSentence(catalogue: Catalogue, claim: PageClaim): HTMLElement {
  const object = objectWords(catalogue, claim);
  return element(
    "span",
    { class: "sentence" },
    isolated(nameOf(catalogue, claim.subject), "name"),
    " ",
    relationMark(catalogue, claim.relation),
    object !== "" && " ",
    object !== "" && isolated(object, typeof claim.object === "number" ? "name" : "value"),
  );
}

/** "Subject relation object" whose names lead to their cards. */
export function linkedSentence(context: Going, claim: PageClaim): readonly Child[] {
  const { object } = claim;
  return [
    entityLink(context, claim.subject),
    " ",
    relationMark(context.catalogue, claim.relation),
    object !== null && " ",
    object !== null &&
      (typeof object === "number"
        ? entityLink(context, object)
        : isolated(objectWords(context.catalogue, claim), "value")),
  ];
}

/** The stance as tags: a colour for how it is held, and always the words. */
export function stanceTags(catalogue: Catalogue, claim: PageClaim): HTMLElement {
  const speakers = claim.stance.speakers.map((speaker) => nameOf(catalogue, speaker));
  const held = heldAs(claim);
  const tags = stanceWords({ ...claim.stance, speakers }).map((word) =>
    element("span", { class: `tag ${held}` }, isolated(word)),
  );
  if (claim.conflictsWith.length > 0)
    tags.push(element("span", { class: "tag conflict" }, words.contradicted));
  return element("span", { class: "tags" }, ...tags);
}

/** A list that begins with a few items and grows by a button, so many at a time. */
export function longList(
  className: string,
  items: readonly (() => HTMLElement)[],
  limit: number,
  tag: "ul" | "ol" = "ul",
): HTMLElement {
  const list = element(
    tag,
    { class: className, role: "list" },
    ...items.slice(0, limit).map((item) => item()),
  );
  if (items.length <= limit) return list;
  let shown = limit;
  const label = (): string => words.showMore(Math.min(step, items.length - shown), items.length - shown);
  const more = button(
    { class: "more" },
    () => {
      const rest = items.slice(shown, shown + step).map((item) => item());
      shown += rest.length;
      list.append(...rest);
      more.textContent = label();
      focusOn(rest[0]);
      if (shown >= items.length) more.remove();
    },
    label(),
  );
  return element("div", {}, list, more);
}

/** Moves the focus to what can be pressed in an item, or to the item itself: the button that showed it may be gone. */
function focusOn(item: HTMLElement | undefined): void {
  const inside = item?.querySelector<HTMLElement>("button, a");
  if (item !== undefined && !inside) item.tabIndex = -1;
  (inside ?? item)?.focus();
}

/** How many items a list grows by. */
const step = 50;

/** A heading within a card, and what stands under it. */
export function part(title: string, ...children: readonly Child[]): HTMLElement {
  return element("section", { class: "part" }, element("h3", {}, isolated(title)), ...children);
}

/** What is not read by everybody: folded until it is wanted; made only then. */
export function folded(title: string, make: () => readonly Child[]): HTMLElement {
  const details = element("details", {}, element("summary", {}, isolated(title)));
  details.addEventListener(
    "toggle",
    () => {
      details.append(element("div", {}, ...make()));
    },
    { once: true },
  );
  return details;
}

/** A confidence as a bar, a word and a number. */
export function confidenceMeter(confidence: number): HTMLElement {
  const bar = element("span", { class: "bar", "aria-hidden": "true" });
  const filled = bar.appendChild(element("span"));
  filled.style.width = `${Math.round(confidence * 100)}%`;
  return element("span", { class: "confidence" }, bar, confidenceWords(confidence));
}

/** A day that machines read too. */
export function timeElement(day: string): HTMLElement {
  return element("time", { datetime: day }, dayWords({ start: day, end: day }));
}

/** A link that may leave the page: http and https only, anything else stays text. */
export function outwardLink(url: string | undefined, text: string): HTMLElement {
  if (!isOutward(url)) return isolated(text);
  const attributes = { href: url.toWellFormed(), rel: "noopener noreferrer", target: "_blank" };
  return element("a", attributes, isolated(text));
}

/** The sign behind a headline that leads to the article itself; nothing where its address is none of the web. */
export function outwardSign(url: string | undefined): Child {
  if (!isOutward(url)) return undefined;
  const attributes = {
    class: "outward",
    href: url.toWellFormed(),
    rel: "noopener noreferrer",
    target: "_blank",
    "aria-label": words.openArticle,
    title: words.openArticle,
  };
  return element("a", attributes, element("span", { "aria-hidden": "true" }, "↗"));
}

/** Whether an address is one of the web: a card makes no link of any other. */
export function isOutward(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url);
}

/** "12 claims". */
export function claimCount(claims: readonly unknown[]): string {
  return countWords(claims.length, words.claim);
}

/** Children with something between them. */
export function joined(children: readonly Child[], between: string): readonly Child[] {
  return children.flatMap((child, i) => (i === 0 ? [child] : [between, child]));
}

import { dayWords, stanceWords } from "../../model/claim-wording.ts";
import type { PageClaim } from "../../model/page-payload.ts";
import { pageWords } from "../../model/page-words.ts";
import type { DayRange } from "../../model/time.ts";
import { daysBetween } from "../../model/time.ts";
import { claimSentence, claimText, nameOf } from "../cards/cards.ts";
import type { PageContext } from "../context.ts";
import type { Catalogue } from "../data/catalogue.ts";
import type { Chapter, Occurrence } from "../data/chronicle.ts";
import { lookOf } from "../data/held.ts";
import { tellingOf } from "../data/telling.ts";
import { button, type Child, element, isolated } from "../element.ts";
import { lookMark } from "./look-mark.ts";

const words = pageWords.timeline;

/** So many further versions of an occurrence are listed at once. */
const versionsShown = 4;
/** So many outlets are named. */
const namedOutlets = 3;
/** So many sources make the bar full. */
const fullBar = 8;

/** Where an entry stands. */
export interface EntryPlace {
  /** Undefined for what has no day. */
  readonly chapter: Chapter | undefined;
  /** Whether the entry before it has the same days. */
  readonly again: boolean;
}

/** An occurrence of the timeline: its days, what is claimed of it, who tells it, and in which other versions. */
export function occurrenceEntry(
  context: PageContext,
  occurrence: Occurrence,
  place: EntryPlace,
): HTMLElement {
  const { catalogue, go } = context;
  const [first, ...others] = occurrence.claims;
  const claim = catalogue.payload.claims[first];
  if (claim === undefined) return element("li");
  return element(
    "li",
    { class: "occurrence" },
    element("div", { class: "occurrence-days" }, ...daysOf(occurrence, place)),
    element("div", { class: "occurrence-knot" }, lookMark(occurrence.look, true)),
    element(
      "div",
      { class: "occurrence-body" },
      button(
        { class: "claim-row", "data-claim": String(first) },
        () => go({ kind: "claim", index: first }),
        claimSentence(catalogue, claim),
      ),
      tellersOf(context, occurrence),
      versions(context, first, others),
    ),
  );
}

/** The days, and where they lie in their month or years if they are several; said again only to those who listen. */
function daysOf(
  { days, said }: Occurrence,
  { chapter, again }: EntryPlace,
): readonly (HTMLElement | false)[] {
  if (days === undefined || chapter === undefined) return [];
  const text = withoutYear(dayWords(days), chapter.days);
  const whole = days.start === chapter.days.start && days.end === chapter.days.end;
  const time = element("time", { datetime: days.start }, said ? `${words.said} ${text}` : text);
  if (again) return [element("span", { class: "spoken" }, time)];
  return [time, days.start !== days.end && !whole && stretchOf(days, chapter.days)];
}

/** The year stands in the heading, where there is one. */
function withoutYear(text: string, { start, end }: DayRange): string {
  return start.slice(0, 4) === end.slice(0, 4) ? text.replace(/ \d{4}$/, "") : text;
}

function stretchOf(days: DayRange, chapter: DayRange): HTMLElement {
  const length = daysBetween(chapter.start, chapter.end) + 1;
  const bar = element("span", { class: "stretch", "aria-hidden": "true" });
  const filled = bar.appendChild(element("span"));
  filled.style.marginInlineStart = percent(daysBetween(chapter.start, days.start) / length);
  filled.style.width = percent((daysBetween(days.start, days.end) + 1) / length);
  return bar;
}

/** A bar beside the number, never instead of it. */
function sourceBar(sources: number): HTMLElement {
  const bar = element("span", {
    class: "source-bar",
    "aria-hidden": "true",
    title: words.sources(sources),
  });
  bar.appendChild(element("span")).style.width = percent(Math.min(1, sources / fullBar));
  return bar;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

/** Who tells it: by name if they are few. */
function tellersOf({ catalogue }: PageContext, { claims, sources }: Occurrence): HTMLElement {
  const rows = claims.flatMap((i) => catalogue.payload.claims[i] ?? []);
  const { outlets } = tellingOf(catalogue, rows);
  const named = outlets.length <= namedOutlets;
  return element(
    "p",
    { class: "notes" },
    sourceBar(sources),
    `${words.toldBy} `,
    named ? isolated(outlets.join(", ")) : words.outlets(outlets.length),
    outlets.length > 1 && outlets.length !== sources && ` \u00b7 ${words.sources(sources)}`,
  );
}

/** How the occurrence is held, claim by claim; nothing where there is one claim that is told as fact. */
function versions(context: PageContext, first: number, others: readonly number[]): HTMLElement | false {
  const claim = context.catalogue.payload.claims[first];
  if (claim === undefined) return false;
  if (others.length === 0)
    return (
      lookOf([claim]) !== "asserted" &&
      element("p", { class: "telling" }, ...heldWords(context.catalogue, claim))
    );
  const items = [first, ...others].map((index) => () => versionOf(context, index, claim));
  const list = element(
    "ul",
    { class: "tellings", role: "list" },
    ...items.slice(0, versionsShown).map((item) => item()),
  );
  if (items.length <= versionsShown) return list;
  const more = element("li");
  const reveal = (): void => {
    const rest = items.slice(versionsShown).map((item) => item());
    more.replaceWith(...rest);
    rest[0]?.querySelector("button")?.focus();
  };
  more.append(button({ class: "telling" }, reveal, words.moreVersions(items.length - versionsShown)));
  list.append(more);
  return list;
}

/** A claim in a row: how it is held, by whom it is told, and what it says where that is not what the first one says. */
function versionOf({ catalogue, go }: PageContext, index: number, first: PageClaim): HTMLElement {
  const claim = catalogue.payload.claims[index];
  if (claim === undefined) return element("li");
  const differs = claimText(catalogue, claim) !== claimText(catalogue, first);
  const { outlets } = tellingOf(catalogue, [claim]);
  return element(
    "li",
    {},
    button(
      { class: "telling", "data-claim": String(index) },
      () => go({ kind: "claim", index }),
      ...heldWords(catalogue, claim),
      differs && ": ",
      differs && claimSentence(catalogue, claim),
      " ",
      element("small", {}, isolated(outlets.join(", "))),
    ),
  );
}

function heldWords(catalogue: Catalogue, claim: PageClaim): readonly Child[] {
  const speakers = claim.stance.speakers.map((speaker) => nameOf(catalogue, speaker));
  return [lookMark(lookOf([claim])), isolated(stanceWords({ ...claim.stance, speakers }).join(", "))];
}

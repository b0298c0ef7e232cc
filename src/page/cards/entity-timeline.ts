import { dayWords, stanceWords, whenWords } from "../../model/claim-wording.ts";
import { pageWords } from "../../model/page-words.ts";
import { heldAs } from "../data/held.ts";
import { type MiniTimeline, miniTimeline, type TimelineColumn } from "../data/mini-timeline.ts";
import { button, element } from "../element.ts";
import { type CardContext, passes } from "./card.ts";
import { claimText, folded, nameOf, part } from "./cards.ts";
import { claimRows } from "./claim-rows.ts";

const words = pageWords.cards;

/** Columns of a scale that are wide enough for a finger on the narrowest panel. */
const scaleColumns = 12;
/** So many marks are buttons; beyond, columns are bars and a list stands for them. */
const mostMarks = 40;
/** The longest column of marks; those of a few times are wide enough for two marks beside each other. */
const tallest = { scale: 6, times: 12 };
/** The height of the longest bar, in pixels. */
const barHeight = 60;

/** The dated claims of an entity by day, each one a mark that leads to it; nothing where there are not two times. */
export function entityTimeline(context: CardContext, entity: number): readonly HTMLElement[] {
  const timeline = miniTimeline(context.catalogue, context.catalogue.claimsOf[entity] ?? [], scaleColumns);
  if (timeline === undefined) return [];
  const { claims, columns } = timeline;
  const label = words.timelineLabel(claims.length, dayWords(timeline.days));
  const most = Math.max(...columns.map((column) => column.claims.length));
  const isFew = claims.length <= mostMarks && most <= (isScale(timeline) ? tallest.scale : tallest.times);
  const chart = isFew
    ? inColumns("ol", { role: "list", "aria-label": label }, columns, (column) =>
        column.claims.map((index) => mark(context, index)),
      )
    : inColumns("div", { role: "img", "aria-label": label }, columns, (column) => [
        bar(column.claims.length / most),
      ]);
  const list = folded(words.datedClaims(claims.length), () => [claimRows(context, claims)]);
  return [part(words.timeline, chart, ...ends(timeline), !isFew && list)];
}

function isScale({ columns }: MiniTimeline): boolean {
  return columns.some(({ time }) => time === undefined);
}

function inColumns(
  tag: "ol" | "div",
  attributes: Readonly<Record<string, string>>,
  columns: readonly TimelineColumn[],
  content: (column: TimelineColumn) => readonly HTMLElement[],
): HTMLElement {
  const each = columns.flatMap((column, i) => {
    if (column.claims.length === 0) return [];
    const made = element(
      tag === "ol" ? "li" : "span",
      {},
      element("span", { class: "stack" }, ...content(column)),
      column.time && element("small", {}, dayWords(column.time)),
    );
    made.style.gridColumn = String(i + 1);
    return [made];
  });
  const chart = element(tag, { class: "mini-timeline", ...attributes }, ...each);
  chart.style.gridTemplateColumns = `repeat(${columns.length}, minmax(24px, 1fr))`;
  return chart;
}

function bar(share: number): HTMLElement {
  const made = element("span", { class: "stick" });
  made.style.height = `${Math.max(3, Math.round(share * barHeight))}px`;
  return made;
}

/** The first and the last day under a scale; columns of one time have it under themselves. */
function ends(timeline: MiniTimeline): readonly HTMLElement[] {
  if (!isScale(timeline)) return [];
  const { days, earlier, later } = timeline;
  const [first, last] = [days.start, days.end].map((day) => dayWords({ start: day, end: day }));
  return [
    element(
      "p",
      { class: "days", "aria-hidden": "true" },
      element("span", {}, earlier ? words.andEarlier(first ?? "") : first),
      element("span", {}, later ? words.andLater(last ?? "") : last),
    ),
  ];
}

function mark(context: CardContext, index: number): HTMLElement {
  const { catalogue, go } = context;
  const claim = catalogue.payload.claims[index];
  if (claim === undefined) return element("span");
  const speakers = claim.stance.speakers.map((speaker) => nameOf(catalogue, speaker));
  const stance = stanceWords({ ...claim.stance, speakers }).join(", ");
  const when = claim.time === undefined ? "" : whenWords(claim.time);
  const title = words.moment(when, claimText(catalogue, claim), stance).toWellFormed();
  const filtered = passes(context, index) ? "" : " filtered";
  return button({ class: `moment ${heldAs(claim)}${filtered}`, "aria-label": title, title }, () =>
    go({ kind: "claim", index }),
  );
}

import { dayWords } from "../../model/claim-wording.ts";
import { pageWords } from "../../model/page-words.ts";
import type { DayRange } from "../../model/time.ts";
import type { PageContext, Part } from "../context.ts";
import { type Chapter, type Chronicle, chronicleOf, datedIn, type Occurrence } from "../data/chronicle.ts";
import { button, element } from "../element.ts";
import type { Selection, State } from "../state.ts";
import { nothingShown } from "./nothing-shown.ts";
import { occurrenceEntry } from "./occurrence-entry.ts";

const words = pageWords.timeline;

/** So many occurrences are shown at once. */
const entriesAtOnce = 100;

/** Makes the timeline of the claims that are shown: what happened when, month by month, and who tells it. */
export function createTimeline(context: PageContext): Part {
  const counts = element("p", { class: "notes" });
  const order = orderSwitch((newest) => {
    newestFirst = newest;
    claims = undefined;
    show(context.shown());
    context.say(newest ? words.turned.newest : words.turned.oldest);
  });
  const list = element("div", {});
  const root = element(
    "section",
    { class: "list timeline", id: "timeline", "aria-label": words.title, tabindex: "-1" },
    element("div", { class: "timeline-bar" }, counts, order.root),
    list,
  );
  let newestFirst = true;
  let claims: readonly number[] | undefined;
  let selection: Selection | undefined;

  function show(shown: ReturnType<PageContext["shown"]>): void {
    const { state } = shown;
    if (state.view !== "timeline") return;
    if (claims !== shown.claims) {
      claims = shown.claims;
      const chronicle = chronicleOf(context.catalogue, claims, newestFirst);
      counts.textContent = words.counts(datedIn(chronicle), chronicle.undated.length);
      order.show(newestFirst);
      list.replaceChildren(
        ...(claims.length === 0 ? [nothingShown(context, shown, root)] : entries(context, chronicle)),
      );
      root.scrollTop = 0;
      selection = undefined;
    }
    if (selection !== state.selection) markSelected(list, state);
    selection = state.selection;
  }

  // Entries and versions are made when they are asked for: the chosen claim may come in with them.
  new MutationObserver(() => markSelected(list, context.state())).observe(list, {
    childList: true,
    subtree: true,
  });
  return { root, show };
}

/** The chapters with their entries, the rest behind a button, then what has no day. */
function entries(context: PageContext, { chapters, undated }: Chronicle): readonly HTMLElement[] {
  const dated = growing(
    chapters.flatMap((chapter) => chapter.occurrences.map((occurrence) => ({ occurrence, chapter }))),
    context,
  );
  if (undated.length === 0) return [dated];
  const fold = element(
    "details",
    { class: "undated" },
    element("summary", {}, words.undated(undated.length)),
  );
  fold.addEventListener(
    "toggle",
    () => {
      fold.append(
        growing(
          undated.map((occurrence) => ({ occurrence, chapter: undefined })),
          context,
        ),
      );
    },
    { once: true },
  );
  fold.open = chapters.length === 0;
  return [dated, fold];
}

interface Entry {
  readonly occurrence: Occurrence;
  readonly chapter: Chapter | undefined;
}

/** A list of entries under the headings of their chapters that grows by a button. */
function growing(all: readonly Entry[], context: PageContext): HTMLElement {
  const root = element("div", {});
  let shown = 0;
  let chapter: Chapter | undefined;
  let list: HTMLElement | undefined;
  let last: Occurrence | undefined;
  const more = button({ class: "more" }, () => grow()?.querySelector("button")?.focus());
  const grow = (): HTMLElement | undefined => {
    const added = all.slice(shown, shown + entriesAtOnce).map((entry) => {
      if (list === undefined || entry.chapter !== chapter) {
        chapter = entry.chapter;
        list = element("ol", { class: "occurrences", role: "list" });
        const heading = chapter && element("h2", {}, chapterWords(chapter.days));
        more.before(element("section", { class: "chapter" }, heading, list));
      }
      const again = list.childElementCount > 0 && sameDays(last, entry.occurrence);
      const item = occurrenceEntry(context, entry.occurrence, { chapter, again });
      last = entry.occurrence;
      list.append(item);
      return item;
    });
    shown += added.length;
    const rest = all.length - shown;
    more.hidden = rest === 0;
    more.textContent = words.more(Math.min(entriesAtOnce, rest), rest);
    return added[0];
  };
  root.append(more);
  grow();
  return root;
}

function sameDays(a: Occurrence | undefined, b: Occurrence): boolean {
  return a?.days?.start === b.days?.start && a?.days?.end === b.days?.end && a?.said === b.said;
}

/** "Oct 2017", "2017", "2014 – 2017". */
function chapterWords({ start, end }: DayRange): string {
  const [first, last] = [start, end].map((day) => day.slice(0, 4)) as [string, string];
  return first === last ? dayWords({ start, end }) : words.years(first, last);
}

function orderSwitch(turn: (newestFirst: boolean) => void): {
  readonly root: HTMLElement;
  show(newestFirst: boolean): void;
} {
  const newest = button({}, () => turn(true), words.newestFirst);
  const oldest = button({}, () => turn(false), words.oldestFirst);
  return {
    root: element("div", { class: "switch", role: "group", "aria-label": words.order }, newest, oldest),
    show(newestFirst) {
      newest.setAttribute("aria-pressed", String(newestFirst));
      oldest.setAttribute("aria-pressed", String(!newestFirst));
    },
  };
}

/** Says at the chosen claim that it is the one. */
function markSelected(list: HTMLElement, { selection }: State): void {
  list.querySelector("[aria-current]")?.removeAttribute("aria-current");
  if (selection.kind !== "claim") return;
  list.querySelector(`[data-claim="${selection.index}"]`)?.setAttribute("aria-current", "true");
}

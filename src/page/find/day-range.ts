import { dayWords } from "../../model/claim-wording.ts";
import { pageWords } from "../../model/page-words.ts";
import { type Day, isDay } from "../../model/time.ts";
import type { PageContext } from "../context.ts";
import type { Facets } from "../data/facets.ts";
import type { Filters } from "../data/filters.ts";
import { type Bar, type Histogram, histogramsOf } from "../data/histogram.ts";
import { element } from "../element.ts";
import { withFilters } from "../state.ts";

const words = pageWords.find;

/** The days to choose from. */
export interface DayRange {
  readonly root: HTMLElement;
  /** Whether any claim has a day. */
  readonly isUseful: boolean;
  show(filters: Filters, facets: Facets): void;
}

/** As many bars are told apart in a narrow column. */
const mostBars = 60;

/** Makes the histogram with its two handles, and two fields for exact days. */
export function createDayRange(context: PageContext): DayRange {
  const count = histogramsOf(context.catalogue, mostBars);
  const { bars, grain } = count([]);
  const last = bars.length - 1;
  const set = (days: { from: Day | undefined; to: Day | undefined }): void => {
    const { from, to } = context.state().filters;
    if (days.from === from && days.to === to) return;
    context.update((state) => withFilters(state, { ...state.filters, ...days }));
  };

  const drawn = bars.map(() => element("div", { class: "day-bar" }));
  const chart = element("div", { class: "day-chart", "aria-hidden": "true" }, ...drawn);
  chart.style.setProperty("--bars", String(bars.length));
  const from = handle("from", words.firstDay, last);
  const to = handle("to", words.lastDay, last);
  // A handle at the end of the scale asks for nothing, so that what lies beyond is shown as well.
  from.addEventListener("input", () => {
    if (Number(from.value) > Number(to.value)) from.value = to.value;
    const bar = Number(from.value);
    set({ from: bar === 0 ? undefined : bars[bar]?.start, to: context.state().filters.to });
  });
  to.addEventListener("input", () => {
    if (Number(to.value) < Number(from.value)) to.value = from.value;
    const bar = Number(to.value);
    set({ from: context.state().filters.from, to: bar === last ? undefined : bars[bar]?.end });
  });
  const stateOf = (end: "from" | "to"): string => context.state().filters[end] ?? "";
  const exactFrom = dayField(
    () => stateOf("from"),
    (day, settled) => {
      const { to: end } = context.state().filters;
      const crossed = day !== undefined && end !== undefined && day > end;
      if (!crossed || settled) set({ from: day, to: crossed ? day : end });
    },
  );
  const exactTo = dayField(
    () => stateOf("to"),
    (day, settled) => {
      const { from: start } = context.state().filters;
      const crossed = day !== undefined && start !== undefined && day < start;
      if (!crossed || settled) set({ from: crossed ? day : start, to: day });
    },
  );
  const most = element("p", { class: "spoken" });
  const undated = element("p", { class: "filter-note", hidden: "" });
  const scale = element(
    "p",
    { class: "day-scale" },
    ...scaleOf(bars),
    element("span", {}, words.grains[grain]),
  );
  const handles = element("div", { class: "day-handles" }, from, to);
  if (bars.length < 2) for (const part of [chart, handles, scale]) part.hidden = true;

  return {
    root: element(
      "div",
      { class: "day-range" },
      most,
      chart,
      handles,
      scale,
      element(
        "div",
        { class: "day-fields" },
        element("label", {}, `${words.from} `, exactFrom),
        element("label", {}, `${words.to} `, exactTo),
      ),
      undated,
    ),
    isUseful: bars.length > 0,
    show(filters, facets) {
      const histogram = count(facets.days);
      const [first, final] = [placeOf(bars, filters.from, 0), placeOf(bars, filters.to, last)];
      draw(drawn, histogram, first, final);
      put(from, String(first));
      put(to, String(final));
      // Of two handles in one place the one that can still move lies above.
      from.classList.toggle("above", first > last / 2);
      from.setAttribute(
        "aria-valuetext",
        filters.from === undefined ? words.fromStart : oneDay(filters.from),
      );
      to.setAttribute("aria-valuetext", filters.to === undefined ? words.toEnd : oneDay(filters.to));
      put(exactFrom, filters.from ?? "");
      put(exactTo, filters.to ?? "");
      undated.hidden = histogram.undated === 0 || (filters.from === undefined && filters.to === undefined);
      undated.textContent = words.undated(histogram.undated);
      most.textContent = mostOf(histogram);
    },
  };
}

function handle(end: string, label: string, last: number): HTMLInputElement {
  return element("input", {
    type: "range",
    class: end,
    min: "0",
    max: String(last),
    step: "1",
    "aria-label": label,
  });
}

function scaleOf(bars: readonly Bar[]): readonly HTMLElement[] {
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    first.far ? words.until(oneDay(first.end)) : oneDay(first.start),
    last.far ? words.since(oneDay(last.start)) : oneDay(last.end),
  ].map((text) => element("span", {}, text));
}

function draw(drawn: readonly HTMLElement[], { bars }: Histogram, first: number, final: number): void {
  const highest = bars.reduce((most, { count }) => Math.max(most, count), 1);
  for (const [i, { start, end, count }] of bars.entries()) {
    const bar = drawn[i];
    if (bar === undefined) continue;
    // A single claim is seen beside thousands.
    bar.style.blockSize = count === 0 ? "0" : `max(2px, ${(count / highest) * 100}%)`;
    bar.classList.toggle("out", i < first || i > final);
    bar.title = words.oneBar(dayWords({ start, end }), count);
  }
}

/** What the highest bar tells, for those who do not see it. */
function mostOf({ bars }: Histogram): string {
  const highest = bars.reduce<Bar | undefined>(
    (a, b) => (a !== undefined && a.count >= b.count ? a : b),
    undefined,
  );
  return highest === undefined ? "" : words.most(words.oneBar(dayWords(highest), highest.count));
}

/** The bar on which a day lies; without a day, the one given. */
function placeOf(bars: readonly Bar[], day: Day | undefined, otherwise: number): number {
  if (day === undefined) return otherwise;
  return Math.max(
    0,
    bars.findLastIndex(({ start }) => start <= day),
  );
}

/**
 * A field for a day. While one is being typed, others come by: on the way to 25 October the 25th of January. So a day that
 * would move the other end is settled only when the field is left.
 */
function dayField(
  now: () => string,
  change: (day: Day | undefined, settled: boolean) => void,
): HTMLInputElement {
  const field = element("input", { type: "date" });
  const tell = (settled: boolean): void => {
    const { value } = field;
    if (value === "" && !field.validity.badInput) change(undefined, settled);
    // The year 2017 comes by way of 2, 20 and 201.
    if (isDay(value) && value >= "1000") change(value, settled);
  };
  field.addEventListener("change", () => tell(false));
  field.addEventListener("blur", () => {
    tell(true);
    field.value = now();
  });
  return field;
}

function oneDay(day: Day): string {
  return dayWords({ start: day, end: day });
}

/** Leaves alone a day that is being typed: to set the field would begin it anew. */
function put(input: HTMLInputElement, value: string): void {
  const typed = input.type === "date" && input === document.activeElement;
  if (input.value !== value && !typed) input.value = value;
}

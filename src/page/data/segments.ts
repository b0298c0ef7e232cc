import type { PageRange } from "../../model/page-payload.ts";

/** Something that holds for a stretch of a text. */
export interface Mark<T> {
  readonly range: PageRange;
  readonly value: T;
}

/** A stretch of a text, and the values of the marks that cover it, in the order of the marks. */
export interface Segment<T> {
  readonly range: PageRange;
  readonly values: readonly T[];
}

/**
 * Cuts a stretch where marks begin and end; marks may overlap, and reach beyond it.
 *
 * Costs n log n in the marks, plus what is in the segments.
 *
 * @returns in order, none empty; joined they are the stretch
 */
export function segmentsOf<T>([start, end]: PageRange, marks: readonly Mark<T>[]): readonly Segment<T>[] {
  const clipped = marks
    .map(({ range, value }, order) => ({
      from: Math.max(start, range[0]),
      to: Math.min(end, range[1]),
      value,
      order,
    }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from || a.order - b.order);
  const cuts = [...new Set([start, end, ...clipped.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  let next = 0;
  let open: typeof clipped = [];
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i] ?? start;
    open = open.filter((mark) => mark.to > from);
    for (; (clipped[next]?.from ?? end) <= from && next < clipped.length; next++)
      open.push(...clipped.slice(next, next + 1));
    const values = [...open].sort((a, b) => a.order - b.order).map(({ value }) => value);
    return { range: [from, to], values };
  });
}

/** The words of a text that a range covers. */
export function slice(text: string, [start, end]: PageRange): string {
  return text.slice(start, end);
}

/** Whether one range lies within another. */
export function isWithin(inner: PageRange, outer: PageRange): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

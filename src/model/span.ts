/** A stretch of a document's text: half-open, in UTF-16 code units of the text exactly as decoded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The bare span of anything that has one, so that its other fields do not travel along. */
export function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** The text that a span stands for. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly in `outer`; a span contains itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The shortest span that contains both. */
export function hull(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** Orders spans by where they start, the longer one first. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * The spans that lie in each of some containers, in one pass.
 *
 * Both lists are ordered by start; containers do not overlap. What lies in none is left out.
 */
export function groupWithin<T extends Span>(
  containers: readonly Span[],
  spans: readonly T[],
): readonly (readonly T[])[] {
  let at = 0;
  return containers.map((container) => {
    const inside: T[] = [];
    while (at < spans.length && (spans[at] as T).start < container.start) at++;
    while (at < spans.length && (spans[at] as T).start < container.end) {
      if (contains(container, spans[at] as T)) inside.push(spans[at] as T);
      at++;
    }
    return inside;
  });
}

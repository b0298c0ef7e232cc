/** A mention: words `first` to `last`, counted from 0, both inside; `type` is a place in the weights' list of types. */
export interface ReadSpan {
  readonly first: number;
  readonly last: number;
  readonly type: number;
  /** How much likelier a mention is than none, as log odds. */
  readonly score: number;
}

/** A mention before it has a type. */
export type UntypedSpan = Omit<ReadSpan, "type">;

/** The first word of a stretch that hangs on one outside of it. */
export function governorOf(tree: Int32Array, first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const head = (tree[i] as number) - 1;
    if (head < first || head > last) return i;
  }
  return last;
}

/** Of spans that cross, the better ones. */
export function withoutCrossing(spans: readonly UntypedSpan[]): readonly UntypedSpan[] {
  const best = [...spans].sort((a, b) => b.score - a.score || a.first - b.first || a.last - b.last);
  const kept: UntypedSpan[] = [];
  for (const span of best) {
    const crosses = kept.some(
      ({ first, last }) =>
        (first < span.first && span.first <= last && last < span.last) ||
        (span.first < first && first <= span.last && span.last < last),
    );
    if (!crosses) kept.push(span);
  }
  return kept.sort((a, b) => a.first - b.first || b.last - a.last);
}

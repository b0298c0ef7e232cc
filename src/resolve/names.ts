import { byCodeUnit } from "../model/order.ts";

export { displayName, nameKey, slug } from "../model/slug.ts";

/** The most frequent string; of equally frequent ones the longer, then the first in code-unit order. */
export function mostFrequent(strings: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const string of strings) counts.set(string, (counts.get(string) ?? 0) + 1);
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || b.length - a.length || byCodeUnit(a, b));
  return ranked[0]?.[0];
}

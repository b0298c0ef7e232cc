/** Orders strings by UTF-16 code unit: the one order of everything written, the same in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The distinct strings in code-unit order. */
export function distinct(strings: Iterable<string>): readonly string[] {
  return [...new Set(strings)].sort(byCodeUnit);
}

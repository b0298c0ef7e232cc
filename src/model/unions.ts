import { byCodeUnit } from "./order.ts";

/** What has been said to be one, and all that follows from it. */
export interface Unions {
  join(a: string, b: string): void;
  /** The first of its set in code-unit order, whatever the order of the joins; a stranger stands alone. */
  root(a: string): string;
}

/** Nothing joined yet. */
export function unions(): Unions {
  const above = new Map<string, string>();
  const root = (a: string): string => {
    let top = a;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    for (let at = a; at !== top; ) {
      const next = above.get(at) ?? top;
      above.set(at, top);
      at = next;
    }
    return top;
  };
  return {
    root,
    join(a, b) {
      const [first, second] = [root(a), root(b)].sort(byCodeUnit) as [string, string];
      if (first !== second) above.set(second, first);
    },
  };
}

import { entryWords, type Overrides, type OverridesProblem, quoted } from "../model/overrides.ts";
import { nameKey } from "../model/slug.ts";
import { unions } from "../model/unions.ts";

/**
 * Entries of corrections that stand against each other whatever the articles say.
 *
 * An id counts as the name that it is made of: `AnnLee` as "Ann Lee".
 */
export function conflictsIn(overrides: Overrides): readonly OverridesProblem[] {
  const sets = unions();
  for (const [first = "", ...others] of overrides.same)
    for (const other of others) sets.join(keyOf(first), keyOf(other));
  const setOf = (operand: string) => sets.root(keyOf(operand));
  const because = new Map<string, string[]>();
  for (const operands of overrides.same) {
    const root = setOf(operands[0] ?? "");
    const shown = because.get(root) ?? [];
    if (shown.length < SHOWN) because.set(root, [...shown, entryWords("same", operands)]);
  }
  return [
    ...overrides.different.flatMap((pair) => contradiction(pair, because, setOf)),
    ...disagreements("label", overrides.label, setOf),
    ...disagreements("type", overrides.type, setOf),
  ];
}

/** How many entries are named as the other side of a conflict. */
const SHOWN = 3;

function keyOf(operand: string): string {
  return nameKey(operand.replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, "$1 ")) || operand;
}

function contradiction(
  pair: readonly [string, string],
  because: ReadonlyMap<string, readonly string[]>,
  setOf: (operand: string) => string,
): readonly OverridesProblem[] {
  const [a, b] = pair;
  const entry = entryWords("different", pair);
  if (keyOf(a) === keyOf(b))
    return [{ entry, message: "is one name twice, which no spelling can tell apart; name two, or drop it" }];
  if (setOf(a) !== setOf(b)) return [];
  const others = because.get(setOf(a)) ?? [];
  return [{ entry, message: `stands against ${others.join(", ")}; drop one of them` }];
}

/** Two values for names that are one. */
function disagreements(
  kind: string,
  entries: ReadonlyMap<string, string>,
  setOf: (operand: string) => string,
): readonly OverridesProblem[] {
  const first = new Map<string, readonly [string, string]>();
  const found: OverridesProblem[] = [];
  for (const [operand, value] of entries) {
    const former = first.get(setOf(operand));
    if (!former) first.set(setOf(operand), [operand, value]);
    else if (former[1] !== value)
      found.push({
        entry: entryWords(kind, [former[0], operand]),
        message: `are one and are given ${quoted(former[1])} and ${quoted(value)}; keep one`,
      });
  }
  return found;
}

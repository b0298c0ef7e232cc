import type { Ontology } from "../model/ontology.ts";
import { byCodeUnit } from "../model/order.ts";

/** The class that a word means to a user, or none. */
export type ClassFinder = (word: string) => string | undefined;

/** Finds classes by name or label, in any case of letters, with or without `kg:`. */
export function classFinder({ classes }: Ontology): ClassFinder {
  const found = new Map<string, string>();
  const sorted = [...classes.values()].sort((a, b) => byCodeUnit(a.name, b.name));
  for (const { name, label } of sorted) found.set(label.toLowerCase(), name);
  for (const { name } of sorted) found.set(name.toLowerCase(), name);
  return (word) => found.get(word.replace(/^kg:/, "").toLowerCase());
}

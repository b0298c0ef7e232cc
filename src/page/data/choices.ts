import type { Catalogue } from "./catalogue.ts";
import type { Facets } from "./facets.ts";
import { wireWords } from "./filter-words.ts";
import type { Filters } from "./filters.ts";

/** The filters that are chosen from a list of names. */
export type ListName = "types" | "outlets" | "wires" | "speakers";

/** One choice of a list: an index, or the name of an outlet. */
export interface Choice {
  readonly key: number | string;
  readonly label: string;
  /** How many claims it would show. */
  readonly count: number;
  readonly chosen: boolean;
}

/**
 * What a list offers: all that some claim of the graph has, and what is chosen.
 *
 * @param whole the facets without any filter
 * @returns what shows the most first; those that show as many by what they show without filters, then by name
 */
export function choicesOf(
  catalogue: Catalogue,
  whole: Facets,
  facets: Facets,
  filters: Filters,
  name: ListName,
): readonly Choice[] {
  const all: ReadonlyMap<number | string, number> = whole[name];
  const now: ReadonlyMap<number | string, number> = facets[name];
  const chosen = new Set<number | string>(filters[name]);
  return [...new Set([...all.keys(), ...chosen])]
    .map((key) => ({
      key,
      label: labelOf(catalogue, name, key),
      count: now.get(key) ?? 0,
      chosen: chosen.has(key),
    }))
    .sort(
      (a, b) =>
        b.count - a.count ||
        (all.get(b.key) ?? 0) - (all.get(a.key) ?? 0) ||
        (a.label < b.label ? -1 : a.label > b.label ? 1 : 0),
    );
}

/** The filters with a choice of a list taken or given up. */
export function choose(filters: Filters, name: ListName, key: number | string, chosen: boolean): Filters {
  const others = (filters[name] as readonly (number | string)[]).filter((each) => each !== key);
  return { ...filters, [name]: chosen ? [...others, key] : others };
}

function labelOf(catalogue: Catalogue, name: ListName, key: number | string): string {
  if (typeof key === "string") return key;
  const { types, entities } = catalogue.payload;
  switch (name) {
    case "types":
      return types[key]?.label ?? "";
    case "wires":
      return wireWords(catalogue, key);
    case "speakers":
      return entities[key]?.label ?? "";
    case "outlets":
      return "";
  }
}

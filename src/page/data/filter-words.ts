import { confidenceWords, dayWords } from "../../model/claim-wording.ts";
import { pageWords } from "../../model/page-words.ts";
import type { Catalogue } from "./catalogue.ts";
import type { FilterName, Filters } from "./filters.ts";
import { ways } from "./held.ts";

const words = pageWords.find;

/** One filter in words; apart, for some of them are names from the world. */
export interface FilterWords {
  /** What stands before the values: "Said by"; may be empty. */
  readonly lead: string;
  /** The first few of what is asked for, any of which will do. */
  readonly values: readonly string[];
  /** How many more there are. */
  readonly more: number;
}

/** So many values are told one by one. */
const mostTold = 3;

/** What a filter asks for: "Reported, Denied", "backs and 3 below", "1 – 10 Oct 2017". */
export function filterWords(catalogue: Catalogue, filters: Filters, name: FilterName): FilterWords {
  const values = valuesOf(catalogue, filters, name);
  const told = values.slice(0, mostTold);
  return { lead: leadOf(name), values: told, more: values.length - told.length };
}

function leadOf(name: FilterName): string {
  return Object.hasOwn(words.leads, name) ? words.leads[name as keyof typeof words.leads] : "";
}

function valuesOf(catalogue: Catalogue, filters: Filters, name: FilterName): readonly string[] {
  const { payload, relationsBelow } = catalogue;
  switch (name) {
    case "held":
      return ways.filter((way) => filters.held.includes(way)).map((way) => words.held[way]);
    case "conflicts":
      return [words.conflictsOnly];
    case "relations":
      return filters.relations.map((relation) => {
        const label = payload.relations[relation]?.label ?? "";
        const below = (relationsBelow[relation]?.length ?? 1) - 1;
        return below === 0 ? label : words.andBelow(label, below);
      });
    case "types":
      return filters.types.map((type) => payload.types[type]?.label ?? "");
    case "outlets":
      return filters.outlets;
    case "wires":
      return filters.wires.map((wire) => wireWords(catalogue, wire));
    case "speakers":
      return filters.speakers.map((speaker) => payload.entities[speaker]?.label ?? "");
    case "days":
      return [daysWords(filters)];
    case "sources":
      return [words.sources(filters.sources)];
    case "confidence":
      return [words.confidence(confidenceWords(filters.confidence))];
  }
}

function daysWords({ from, to }: Filters): string {
  if (from !== undefined && to !== undefined) return dayWords({ start: from, end: to });
  if (from !== undefined) return words.since(dayWords({ start: from, end: from }));
  return to === undefined ? "" : words.until(dayWords({ start: to, end: to }));
}

/** So many of those who print a wire are named. */
const mostPrinters = 2;

/** What a wire is called: its agency, else those who print it. */
export function wireWords({ payload, publishers }: Catalogue, wire: number): string {
  const { agency, documents = [] } = payload.wires[wire] ?? {};
  if (agency !== undefined) return agency;
  const printers = [...new Set(documents.map((document) => publishers[document] ?? ""))];
  const more = printers.length - mostPrinters;
  const named = printers.slice(0, mostPrinters).join(", ");
  return words.wireOf(more > 0 ? `${named} ${words.andMore(more)}` : named);
}

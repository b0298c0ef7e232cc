import type { PageClaim } from "../../model/page-payload.ts";
import type { Day } from "../../model/time.ts";
import { type Catalogue, participants } from "./catalogue.ts";
import { type Held, heldAs } from "./held.ts";

/** Which claims are shown. An empty list asks for nothing; between lists all must hold, within one any. */
export interface Filters {
  /** Indexes into the relations, each with all below it. */
  readonly relations: readonly number[];
  /** Indexes into the types: who does it, or whom it is done to, is one. */
  readonly types: readonly number[];
  /** Names of outlets, as `publisherOf` gives them: some evidence stands there. */
  readonly outlets: readonly string[];
  /** Indexes into the wires: some evidence stands in a print. */
  readonly wires: readonly number[];
  /** Indexes into the entities: they say so. */
  readonly speakers: readonly number[];
  readonly held: readonly Held[];
  /** Confidence from 0 to 1 that a claim must have. */
  readonly confidence: number;
  /** Independent sources that a claim must have; 1 asks for nothing. */
  readonly sources: number;
  /** Days between which it happened, both included; a claim without a day is not shown where one is set. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Only claims that another contradicts, or that articles tell differently. */
  readonly conflicts: boolean;
}

/** Every claim is shown. */
export const noFilters: Filters = {
  relations: [],
  types: [],
  outlets: [],
  wires: [],
  speakers: [],
  held: [],
  confidence: 0,
  sources: 1,
  conflicts: false,
};

/** One filter of several: a key of `Filters`, with `from` and `to` as one. */
export type FilterName = Exclude<keyof Filters, "from" | "to"> | "days";

/** All filters in the order in which they are shown. */
export const filterNames: readonly FilterName[] = [
  "held",
  "conflicts",
  "relations",
  "types",
  "outlets",
  "wires",
  "speakers",
  "days",
  "sources",
  "confidence",
];

/** Whether a filter asks for anything. */
export function asks(filters: Filters, name: FilterName): boolean {
  switch (name) {
    case "days":
      return filters.from !== undefined || filters.to !== undefined;
    case "confidence":
      return filters.confidence > 0;
    case "sources":
      return filters.sources > 1;
    case "conflicts":
      return filters.conflicts;
    default:
      return filters[name].length > 0;
  }
}

/** The filters without one of them. */
export function without(filters: Filters, name: FilterName): Filters {
  if (name === "days") return { ...filters, from: undefined, to: undefined };
  return { ...filters, [name]: noFilters[name] };
}

/** Whether any filter asks for anything. */
export function isFiltered(filters: Filters): boolean {
  return filterNames.some((name) => asks(filters, name));
}

/** Whether a claim passes one filter. */
export type Test = (claim: PageClaim, index: number) => boolean;

/** What each filter asks of a claim; those that ask for nothing are left out. */
export function testsOf(catalogue: Catalogue, filters: Filters): ReadonlyMap<FilterName, Test> {
  return new Map(
    filterNames.filter((name) => asks(filters, name)).map((name) => [name, testOf(catalogue, filters, name)]),
  );
}

/** The claims that pass all filters; indexes in payload order. */
export function shownClaims(catalogue: Catalogue, filters: Filters): readonly number[] {
  const { claims } = catalogue.payload;
  const tests = [...testsOf(catalogue, filters).values()];
  const shown: number[] = [];
  for (const [i, claim] of claims.entries()) if (tests.every((test) => test(claim, i))) shown.push(i);
  return shown;
}

/** Whether another claim contradicts a claim, or articles tell it differently. */
export function isInConflict({ disputed }: Catalogue, { conflictsWith }: PageClaim, index: number): boolean {
  return conflictsWith.length > 0 || disputed.has(index);
}

function testOf(catalogue: Catalogue, filters: Filters, name: FilterName): Test {
  switch (name) {
    case "relations": {
      const wanted = new Set(
        filters.relations.flatMap((relation) => catalogue.relationsBelow[relation] ?? []),
      );
      return ({ relation }) => wanted.has(relation);
    }
    case "types": {
      const wanted = new Set(filters.types);
      const { entities } = catalogue.payload;
      const isOne = (entity: unknown) =>
        typeof entity === "number" && wanted.has(entities[entity]?.type ?? -1);
      return ({ subject, object }) => isOne(subject) || isOne(object);
    }
    case "outlets": {
      const wanted = new Set(filters.outlets);
      return ({ evidence }) =>
        evidence.some(({ document }) => wanted.has(catalogue.publishers[document] ?? ""));
    }
    case "wires": {
      const wanted = new Set(filters.wires);
      const { documents } = catalogue.payload;
      return ({ evidence }) => evidence.some(({ document }) => wanted.has(documents[document]?.wire ?? -1));
    }
    case "speakers": {
      const wanted = new Set(filters.speakers);
      return ({ stance }) => stance.speakers.some((speaker) => wanted.has(speaker));
    }
    case "held": {
      const wanted = new Set(filters.held);
      return (claim) => wanted.has(heldAs(claim));
    }
    case "days":
      return ({ time }) =>
        time !== undefined && time.end >= (filters.from ?? "") && time.start <= (filters.to ?? "\uffff");
    case "confidence":
      return ({ confidence }) => confidence >= filters.confidence;
    case "sources":
      return ({ independentSources }) => independentSources >= filters.sources;
    case "conflicts":
      return (claim, index) => isInConflict(catalogue, claim, index);
  }
}

/** The entities that take part in some claims. */
export function entitiesOf({ payload }: Catalogue, claims: readonly number[]): ReadonlySet<number> {
  return new Set(claims.flatMap((i) => (payload.claims[i] ? participants(payload.claims[i]) : [])));
}

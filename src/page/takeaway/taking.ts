import type { Catalogue } from "../data/catalogue.ts";
import type { Filters } from "../data/filters.ts";

/** What is taken along: the claims that are shown, and by which filters. */
export interface Taking {
  readonly catalogue: Catalogue;
  /** Indexes into the claims, in payload order. */
  readonly claims: readonly number[];
  readonly filters: Filters;
}

/** A file that claims are taken along in; the same for the same claims. */
export interface TakeAwayFormat {
  /** What people call it, and what it is for. */
  readonly words: { readonly name: string; readonly use: string };
  /** ASCII. */
  readonly fileName: string;
  readonly mediaType: string;
  /** The file in pieces, so that the text of a large one need not be one string. */
  write(taking: Taking): Iterable<string>;
}

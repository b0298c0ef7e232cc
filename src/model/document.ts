import type { Span } from "./span.ts";
import type { Day } from "./time.ts";

/**
 * What a part of a news article is.
 *
 * `publication` is the line that says where and when it appeared, `boilerplate` whatever is no part of the
 * article (navigation, newsletter calls, teasers of other articles), `frontMatter` a block of `key: value` lines.
 */
export type ZoneKind =
  | "frontMatter"
  | "headline"
  | "standfirst"
  | "dateline"
  | "byline"
  | "publication"
  | "caption"
  | "body"
  | "boilerplate";

/** One stretch of the text and what it is. */
export interface Zone extends Span {
  readonly kind: ZoneKind;
}

/** One news article, its text kept exactly as decoded: BOM, CRLF, controls and all. */
export interface Document {
  /** The path below the input it was given in, `/` between folders. */
  readonly id: string;
  readonly text: string;
  /** In the order of the text, without overlap; white space between zones belongs to none. */
  readonly zones: readonly Zone[];
  /** Who published it, where the text or its front matter says so. */
  readonly outlet?: string | undefined;
  /** The news agency it is credited to. */
  readonly agency?: string | undefined;
  readonly headline?: string | undefined;
  /** The place that the dateline names, as written. */
  readonly dateline?: string | undefined;
  /** The day it was published. */
  readonly published?: Day | undefined;
  /** Always http or https. */
  readonly url?: string | undefined;
}

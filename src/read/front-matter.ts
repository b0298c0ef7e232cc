import type { Span } from "../model/span.ts";
import { findDate } from "./calendar.ts";

/** What front matter may tell of a document. Where it speaks, nothing is guessed. */
export interface FrontMatter {
  /** The block, fences included; empty where there is none. */
  readonly span: Span;
  readonly outlet?: string | undefined;
  readonly agency?: string | undefined;
  readonly headline?: string | undefined;
  readonly dateline?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
}

/** Other words that people write for the same key. */
const KEYS: ReadonlyMap<string, keyof Omit<FrontMatter, "span">> = new Map([
  ["outlet", "outlet"],
  ["publisher", "outlet"],
  ["source", "outlet"],
  ["agency", "agency"],
  ["headline", "headline"],
  ["title", "headline"],
  ["dateline", "dateline"],
  ["published", "published"],
  ["date", "published"],
  ["url", "url"],
  ["link", "url"],
]);

const FENCED = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,4000}?)\r?\n---[ \t]*(?:\r?\n|$)/;
const PAIR = /^([A-Za-z]{3,20}):[ \t]+(\S.*)$/;

/**
 * Reads `key: value` lines at the top of a text, between `---` fences or bare before the first empty line.
 *
 * Bare lines count only when every one of them is a pair and one of the keys is known.
 */
export function frontMatter(text: string): FrontMatter {
  const fenced = FENCED.exec(text);
  const lines = fenced ? (fenced[1] as string).split(/\r?\n/) : bareLines(text);
  const pairs = lines.map((line) => PAIR.exec(line.trim()));
  const known = pairs.filter((pair) => pair !== null && KEYS.has((pair[1] as string).toLowerCase()));
  // Between fences, lists and comments may stand as well; prose may not.
  const stray = lines.some((line, i) => !pairs[i] && !(fenced && /^(?:\s|#|-\s|[\w-]+:\s*$|$)/.test(line)));
  if (known.length === 0 || stray) return { span: { start: 0, end: 0 } };
  const end = fenced ? fenced[0].length : bareLength(text);
  return { span: { start: 0, end }, ...values(known.filter((pair) => pair !== null)) };
}

/** The lines before the first empty one. */
const BARE = /^\uFEFF?((?:[^\r\n]*\S[^\r\n]*(?:\r?\n|$)){1,20})/;

function bareLines(text: string): readonly string[] {
  const block = BARE.exec(text.slice(0, 4000))?.[1] ?? "";
  return block.split(/\r?\n/).filter((line) => line.trim() !== "");
}

function bareLength(text: string): number {
  return BARE.exec(text.slice(0, 4000))?.[0].trimEnd().length ?? 0;
}

function values(pairs: readonly RegExpExecArray[]): Omit<FrontMatter, "span"> {
  const found = new Map<string, string>();
  for (const [, key = "", value = ""] of pairs) {
    const name = KEYS.get(key.toLowerCase());
    if (name && !found.has(name)) found.set(name, value.trim().replace(/^(["'])(.*)\1$/, "$2"));
  }
  return {
    outlet: found.get("outlet"),
    agency: found.get("agency"),
    headline: found.get("headline"),
    dateline: found.get("dateline"),
    published: findDate(found.get("published") ?? ""),
    url: webAddress(found.get("url")),
  };
}

/** The address in its standard form, if it is an http or https one. */
function webAddress(value: string | undefined): string | undefined {
  if (value === undefined || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
}

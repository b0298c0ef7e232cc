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
  const known = pairs.filter((pair) => pair && KEYS.has((pair[1] as string).toLowerCase()));
  if (!fenced && (known.length === 0 || pairs.includes(null))) return { span: { start: 0, end: 0 } };
  const end = fenced ? fenced[0].length : bareLength(text, lines);
  return { span: { start: 0, end }, ...values(known.filter((pair) => pair !== null)) };
}

function bareLines(text: string): readonly string[] {
  const head = text.slice(0, 4000).replace(/^\uFEFF/, "");
  return (head.split(/\r?\n[ \t]*\r?\n/)[0] ?? "").split(/\r?\n/).filter((line) => line.trim() !== "");
}

function bareLength(text: string, lines: readonly string[]): number {
  const last = lines.at(-1) ?? "";
  return text.indexOf(last) + last.length;
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

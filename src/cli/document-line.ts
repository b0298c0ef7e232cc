import type { Document } from "../model/document.ts";
import { spanOf } from "../model/span.ts";
import { isDay } from "../model/time.ts";
import { MAX_BYTES } from "../read/decode.ts";
import { paragraphs } from "../read/paragraphs.ts";
import type { ByteLine } from "./byte-lines.ts";

/** A line of input read as a document, or why it cannot be, with what to do about it. */
export type DocumentLine =
  | { readonly document: Document }
  | {
      /** The line's id where it tells one, else its number. */
      readonly id: string;
      readonly refused: string;
    };

/** Bytes that a line may have at most: what a file of text may have. */
export const LONGEST_LINE = MAX_BYTES;

/** What a line may tell. Other keys are passed over; null is as good as nothing. */
const FIELDS = ["id", "text", "outlet", "published", "url"] as const;
type Fields = Readonly<Record<(typeof FIELDS)[number], unknown>>;

/** Reads a line that holds a JSON object with a text; undefined for one of white space alone. Never throws for what a line holds. */
export function readDocumentLine(line: ByteLine): DocumentLine | undefined {
  const id = String(line.number);
  if ("tooLong" in line) {
    const bound = `${LONGEST_LINE / 1024 / 1024} MiB`;
    return { id, refused: `is longer than ${bound}; cut its text into several documents` };
  }
  const source = utf8(line.bytes);
  if (source === undefined) return { id, refused: "is not UTF-8; save the input as UTF-8" };
  if (source.trim() === "") return undefined;
  const fields = objectIn(source);
  if (!fields)
    return { id, refused: 'is no JSON object; write one a line, such as {"text": "Iran backs Syria."}' };
  return documentOf(fields, id);
}

/** A byte order mark at the start is left out. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function objectIn(source: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Fields)
      : undefined;
  } catch {
    return undefined;
  }
}

function documentOf(fields: Fields, number: string): DocumentLine {
  const id = typeof fields.id === "string" ? fields.id : number;
  const wrong = FIELDS.find((name) => fields[name] != null && typeof fields[name] !== "string");
  if (wrong) return { id, refused: `has a "${wrong}" that is no string; write it between quotation marks` };
  const { text, outlet, published } = fields as Readonly<Record<string, string | null | undefined>>;
  if (text == null) return { id, refused: 'has no "text"; give it one, or leave the line out' };
  if (text.trim() === "") return { id, refused: 'has a "text" without a word; leave the line out' };
  if (published != null && !isDay(published)) {
    const day = JSON.stringify(String(published).slice(0, 40));
    return { id, refused: `has ${day} for "published", which is no day; write it as 2017-10-21` };
  }
  return {
    document: { ...bodyDocument(id, text), outlet: outlet ?? undefined, published: published ?? undefined },
  };
}

/** A text as the body of an article, all of it; each paragraph is a zone, so that no sentence goes across. */
export function bodyDocument(id: string, text: string): Document {
  return { id, text, zones: paragraphs(text, 0).map((span) => ({ kind: "body", ...spanOf(span) })) };
}

import type { Row, Term } from "../answer.ts";
import type { Prefixes } from "../prefixes.ts";
import { shortIri } from "../prefixes.ts";
import { columnsOf, wrapped } from "./columns.ts";
import type { Format } from "./format.ts";

/** A table for people, as wide as the terminal: long values go on below, IRIs have prefixes; or "yes" and "no". */
export const table = {
  id: "table",
  mediaTypes: [],
  forms: ["ask", "rows"],
  write(answer, { prefixes, width }) {
    if (answer.form === "ask") return answer.yes ? "yes\n" : "no\n";
    if (answer.form !== "rows") return "";
    const { variables, rows } = answer;
    const cells = rows.map((row) => textsOf(row, variables.length, prefixes));
    const numeric = variables.map((_, i) => rows.length > 0 && rows.every((row) => isNumber(row[i])));
    const widest = variables.map((name, i) =>
      cells.reduce((most, row) => Math.max(most, columnsOf(row[i] ?? "")), columnsOf(name)),
    );
    const words = variables.map((name, i) =>
      cells.reduce((most, row) => Math.max(most, wordColumns(row[i] ?? "")), columnsOf(name)),
    );
    const room = width === undefined ? undefined : width - GAP.length * (widest.length - 1);
    const widths = room === undefined ? widest : fitted(widest, words, room);
    const line = (row: readonly string[]) => lineOf(row, widths, numeric);
    const rule = widths.map((each) => "─".repeat(each)).join(GAP);
    return `${line(variables)}${rule}\n${cells.map(line).join("")}`;
  },
} satisfies Format;

const GAP = "  ";
/** Narrower than this no column is made. */
const NARROWEST = 6;
/** Words up to so many columns are kept whole if that can be. */
const WIDEST_WORD = 24;
/** Lines of one value that are shown at most. */
const MOST_LINES = 8;

function textsOf(row: Row, count: number, prefixes: Prefixes): readonly string[] {
  return Array.from({ length: count }, (_, i) => visible(textOf(row[i], prefixes)));
}

function textOf(term: Term | undefined, prefixes: Prefixes): string {
  if (!term) return "";
  if (term.kind === "iri") return shortIri(term.value, prefixes);
  return term.kind === "blank" ? `_:${term.value}` : term.value;
}

/** Texts of strangers without line breaks, and without the controls that a terminal would obey. */
function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\r]+/g, " ")
    .replace(/(?!\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`);
}

function isNumber(term: Term | undefined): boolean {
  return term === undefined || (term.kind === "literal" && /^[-+]?\d+(?:\.\d+)?$/.test(term.value));
}

/** Takes from the widest columns until all fit: first what breaks between words, then, where that is not enough, the rest. */
function fitted(widest: readonly number[], words: readonly number[], room: number): readonly number[] {
  const gentle = narrowed(widest, words, room);
  const narrowest = widest.map((width) => Math.min(width, NARROWEST));
  return narrowed(gentle, narrowest, room);
}

/** Widths whose sum is no more than the room, as far as no column gets narrower than its floor. */
function narrowed(from: readonly number[], floors: readonly number[], room: number): readonly number[] {
  const capped = (cap: number) => from.map((width, i) => Math.min(width, Math.max(cap, floors[i] ?? 0)));
  const sum = (widths: readonly number[]) => widths.reduce((total, each) => total + each, 0);
  let [low, high] = [0, Math.max(0, ...from)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sum(capped(middle)) <= room) low = middle;
    else high = middle - 1;
  }
  return capped(low);
}

/** How wide the widest word of a text is, as far as words are kept whole. */
function wordColumns(text: string): number {
  return Math.min(WIDEST_WORD, Math.max(0, ...text.split(" ").map(columnsOf)));
}

function lineOf(row: readonly string[], widths: readonly number[], numeric: readonly boolean[]): string {
  const cells = row.map((text, i) => shortened(wrapped(text, widths[i] ?? NARROWEST)));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  let text = "";
  for (let at = 0; at < height; at++) {
    const parts = cells.map((lines, i) => padded(lines[at] ?? "", widths[i] ?? 0, numeric[i] ?? false));
    text += `${parts.join(GAP).trimEnd()}\n`;
  }
  return text;
}

function shortened(lines: readonly string[]): readonly string[] {
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), "…"] : lines;
}

function padded(text: string, width: number, toTheRight: boolean): string {
  const space = " ".repeat(Math.max(0, width - columnsOf(text)));
  return toTheRight ? `${space}${text}` : `${text}${space}`;
}

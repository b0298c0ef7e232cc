import { cleanText } from "./clean-text.ts";

/** A value of a table; undefined is an empty cell. */
export type TableCell = string | number | boolean | undefined;

/** A row of comma-separated values as RFC 4180 has it, but ended by a line feed. */
export function csvRow(cells: readonly TableCell[]): string {
  return `${cells.map(csvCell).join(",")}\n`;
}

/** The one place where text is made fit for CSV. */
function csvCell(cell: TableCell): string {
  const text = guarded(cell);
  return /[",\n\r;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A row of tab-separated values, in which no cell can hold a tab or a line break: they become spaces. */
export function tsvRow(cells: readonly TableCell[]): string {
  return `${cells.map((cell) => guarded(cell).replace(/[\t\n\r\v\f\u2028\u2029]+/g, " ")).join("\t")}\n`;
}

/** Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers are what they are. */
function guarded(cell: TableCell): string {
  if (typeof cell !== "string") return cell === undefined ? "" : String(cell);
  const text = cleanText(cell);
  return /^[\s\u200b\u200e\u200f\ufeff]*[=+\-@|%\uff0b\uff0d\uff1d\uff20]/u.test(text) ||
    /^[\t\r\n]/.test(text)
    ? `'${text}`
    : text;
}

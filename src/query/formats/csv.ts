import type { Term } from "../answer.ts";
import type { Format } from "./format.ts";

/**
 * SPARQL 1.1 Query Results CSV Format, safe to open in a spreadsheet.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe in front; TSV and JSON have texts as they are.
 */
export const csv = {
  id: "csv",
  mediaTypes: ["text/csv"],
  forms: ["rows"],
  write(answer) {
    if (answer.form !== "rows") return "";
    const lines = [answer.variables.map(quoted), ...answer.rows.map((row) => row.map(cell))];
    return lines.map((line) => `${line.join(",")}\r\n`).join("");
  },
} satisfies Format;

const NUMBERS =
  /^http:\/\/www\.w3\.org\/2001\/XMLSchema#(?:integer|decimal|double|float|nonNegativeInteger)$/;

function cell(term: Term | undefined): string {
  if (!term) return "";
  if (term.kind === "blank") return `_:${term.value}`;
  if (term.kind === "literal" && NUMBERS.test(term.datatype) && /^[-+\d.eE]+$/.test(term.value))
    return term.value;
  return quoted(unformulated(term.value));
}

/** The one guard between texts of strangers and spreadsheets. */
function unformulated(text: string): string {
  return /^[\s\u00a0]*[=+\-@\t\r＝＋－＠]|[\r\n][\s\u00a0]*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

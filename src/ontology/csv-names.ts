import { CsvError, parse } from "csv-parse/sync";
import type { OntologyFile } from "./entries.ts";
import { type Listed, type Listing, MOST_NAMES, SAYS_NOTHING, tooMany } from "./listing.ts";
import type { Problem } from "./ontology-error.ts";

/** What the header of a file may say, in lower case; `label` is `name` by another word. */
const COLUMNS = ["name", "label", "id", "type", "aliases", "sameas", "partof"] as const;
type Column = (typeof COLUMNS)[number];

/** The most characters that a row may have. */
const LONGEST_ROW = 100_000;
const TOO_LONG = `is longer than ${LONGEST_ROW} characters; a quotation mark may be open, or a row lists too many aliases`;
const KNOWN = "name (or label), id, type, aliases, sameAs, partOf";

interface Row {
  /** The line that it begins on, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The names of a CSV file (RFC 4180) with a header; a row is an entity. */
export function csvNames(file: OntologyFile): Listed {
  const rows = rowsOf(file);
  if ("message" in rows) return { listings: [], problems: [rows] };
  const [header, ...rest] = rows;
  if (rest.length > MOST_NAMES) return { listings: [], problems: [tooMany(file.name)] };
  if (!header) return refused(file, "line 1", `has no header; write one of these columns: ${KNOWN}`);
  const columns = header.cells.map((cell) => cell.trim().toLowerCase());
  const problem = headerProblem(columns, header);
  if (problem) return refused(file, `line ${header.line}`, problem);
  const problems = rest
    .filter(({ cells }) => cells.slice(columns.length).some((cell) => cell.trim() !== ""))
    .map(({ line, cells }) => ({
      file: file.name,
      entry: `line ${line}`,
      message: `has ${cells.length} cells where the header has ${columns.length}; put a cell with a comma in quotes: "Acme, Inc"`,
    }));
  return { listings: rest.map((row) => listingOf(file.name, row, columns as readonly Column[])), problems };
}

function refused({ name }: OntologyFile, entry: string, message: string): Listed {
  return { listings: [], problems: [{ file: name, entry, message }] };
}

function rowsOf({ name, text }: OntologyFile): readonly Row[] | Problem {
  const long = longLine(text);
  if (long !== undefined) return { file: name, entry: `line ${long}`, message: TOO_LONG };
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: LONGEST_ROW,
      record_delimiter: ["\r\n", "\n", "\r"],
      // The header, and one more than is allowed, so that there is no end to what is held in memory.
      to: MOST_NAMES + 2,
    }) as unknown as readonly { record: readonly string[]; info: { lines: number } }[];
    return records.map(rowOf);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { file: name, entry: `line ${Number(error.lines)}`, message: syntaxMessage(error) };
  }
}

/** The first line, counted from 1, that is longer than a row may be: of nothing but commas, the parser would fill gigabytes. */
function longLine(text: string): number | undefined {
  let start = 0;
  for (let line = 1; text.length - start > LONGEST_ROW; line++) {
    const end = text.indexOf("\n", start);
    if (end < 0 || end - start > LONGEST_ROW) return line;
    start = end + 1;
  }
  return undefined;
}

/** The parser counts the line on which a row ends. */
function rowOf({ record, info }: { record: readonly string[]; info: { lines: number } }): Row {
  const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
  return { line: info.lines - breaks, cells: record };
}

function syntaxMessage({ code, message }: CsvError): string {
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return "opens a quotation mark that nothing closes; close it, or double a mark that is meant";
  if (code === "CSV_MAX_RECORD_SIZE") return TOO_LONG;
  if (code === "INVALID_OPENING_QUOTE" || code === "CSV_INVALID_CLOSING_QUOTE")
    return 'has a quotation mark inside a cell; put the whole cell in quotes and double the mark: "the ""Acme"" group"';
  return `is not CSV: ${message}; see RFC 4180`;
}

function headerProblem(columns: readonly string[], { cells }: Row): string | undefined {
  const unknown = columns.flatMap((column, i) =>
    (COLUMNS as readonly string[]).includes(column) ? [] : [`"${(cells[i] as string).slice(0, 40)}"`],
  );
  if (unknown.length > 0) {
    const parted = columns.length === 1 && /[;\t]/.test(columns[0] as string);
    const remedy = parted
      ? "part the columns by commas"
      : unknown.length === columns.length
        ? "name them in the first line, such as name,type,aliases"
        : "leave out the rest";
    return `has the unknown column ${unknown.slice(0, 5).join(", ")}; the columns are ${KNOWN}: ${remedy}`;
  }
  const twice = columns.find((column, i) => columns.indexOf(column) !== i);
  if (twice !== undefined) return `has the column "${twice}" twice; keep one`;
  const named = ["name", "label"].filter((column) => columns.includes(column));
  if (named.length === 2) return 'has both "name" and "label", which are one; keep one';
  return named.length === 0 ? 'has no column "name"; name one so' : undefined;
}

function listingOf(file: string, { line, cells }: Row, columns: readonly Column[]): Listing {
  const cell = (...wanted: readonly Column[]) => {
    const text = cells[columns.findIndex((column) => wanted.includes(column))]?.trim() ?? "";
    return text === "" ? [] : [text];
  };
  const list = (column: Column, separator: RegExp) =>
    cell(column).flatMap((text) =>
      text
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    );
  return {
    ...SAYS_NOTHING,
    file,
    entry: `line ${line}`,
    id: cell("id")[0],
    labels: cell("name", "label"),
    classes: cell("type"),
    aliases: list("aliases", /[;|]/),
    sameAs: list("sameas", /[;|\s]/),
    partOf: cell("partof"),
  };
}

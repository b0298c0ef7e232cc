import type { PagePayload } from "./page-payload.ts";

/**
 * A value with its tables turned: the rows of a list of objects as one object of columns, so that each key stands once.
 *
 * - `{"#": 3, "id": […], …}`: three objects by their columns
 * - `{"?": [0, 2], "=": column}`: a column of a field that only some have; each number tells how many rows were left out
 *   before, and what is behind `=` has their values alone
 * - `{"~": [2, 0, 1], "=": column}`: a column of lists, by their lengths, or by the one length of all; behind `=` stands
 *   what is in all of them as one column
 * - `{"$": ["certain", "possible"], "=": [0, 0, 1]}`: a column of words that come again and again
 *
 * Whatever else stands as it is. A key of ours is of letters and digits, so none can be taken for one of these marks.
 */
type Columns = unknown;

type Row = Readonly<Record<string, unknown>>;
type Rows = readonly Row[];

/** The payload as the file has it. Throws where a key is not of letters and digits. */
export function toColumns(payload: PagePayload): unknown {
  return turned(payload);
}

/** The payload as the page works with it; undoes `toColumns`, also after JSON. */
export function fromColumns(columns: unknown): PagePayload {
  return restored(columns) as PagePayload;
}

function turned(value: unknown): Columns {
  if (Array.isArray(value)) return listOf(value);
  if (!isRow(value)) return value;
  const fields = Object.entries(value).filter(([, own]) => own !== undefined);
  return Object.fromEntries(fields.map(([key, own]) => [checked(key), turned(own)]));
}

function listOf(values: readonly unknown[]): Columns {
  return isTable(values) ? table(values) : values.map(turned);
}

/** A list that is empty is none: it is as short as it is. */
function isTable(values: readonly unknown[]): values is Rows {
  return values.length > 0 && values.every(isRow);
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isComposed(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function checked(key: string): string {
  if (/^[A-Za-z][A-Za-z0-9]*$/.test(key)) return key;
  throw new Error(`"${key}" is no key of a page's payload.`);
}

function table(rows: Rows): Columns {
  const keys = new Set<string>();
  for (const row of rows) for (const key of Object.keys(row)) keys.add(key);
  const columns: [string, Columns][] = [];
  for (const key of keys) {
    const own = columnOf(rows, checked(key));
    if (own !== undefined) columns.push([key, own]);
  }
  return { "#": rows.length, ...Object.fromEntries(columns) };
}

/** Undefined where no row has a value: JSON sees no such field. */
function columnOf(rows: Rows, key: string): Columns | undefined {
  const values: unknown[] = [];
  const gaps: number[] = [];
  let gap = 0;
  for (const row of rows) {
    const value = row[key];
    if (value === undefined) {
      gap++;
      continue;
    }
    values.push(value);
    gaps.push(gap);
    gap = 0;
  }
  if (values.length === 0) return undefined;
  const own = column(values);
  return values.length === rows.length ? own : { "?": gaps, "=": own };
}

/** @param values never empty */
function column(values: readonly unknown[]): Columns {
  if (values.every(Array.isArray)) return lists(values as readonly (readonly unknown[])[]);
  if (values.every((value) => typeof value === "string")) return texts(values);
  return listOf(values);
}

function lists(values: readonly (readonly unknown[])[]): Columns {
  const all = values.flat();
  const lengths = values.map(({ length }) => length);
  const same = lengths.every((length) => length === lengths[0]);
  return { "~": same ? lengths[0] : lengths, "=": all.length === 0 ? all : column(all) };
}

/** A number is shorter than a word, and a word that comes only once gains nothing. */
function texts(values: readonly string[]): Columns {
  const words = new Map<string, number>();
  for (const value of values) if (!words.has(value)) words.set(value, words.size);
  if (words.size * 2 > values.length) return values;
  return { $: [...words.keys()], "=": values.map((value) => words.get(value)) };
}

function restored(value: Columns): unknown {
  // Most columns are of words or numbers, and stay the lists that they are.
  if (Array.isArray(value)) return value.some(isComposed) ? value.map(restored) : value;
  if (!isRow(value)) return value;
  if (typeof value["#"] === "number") return rowsOf(value, value["#"]);
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [checked(key), restored(own)]));
}

function rowsOf(columns: Row, length: number): Rows {
  const rows = Array.from({ length }, (): Record<string, unknown> => ({}));
  for (const [key, own] of Object.entries(columns)) if (key !== "#") fill(rows, checked(key), own);
  return rows;
}

function fill(rows: readonly Record<string, unknown>[], key: string, own: Columns): void {
  const gaps = isRow(own) && Array.isArray(own["?"]) ? own["?"] : undefined;
  const values = valuesOf(gaps === undefined ? own : (own as Row)["="], gaps?.length ?? rows.length);
  let at = -1;
  for (let i = 0; i < values.length; i++) {
    at += 1 + (gaps === undefined ? 0 : Number(gaps[i]));
    const row = rows[at];
    if (row !== undefined) row[key] = values[i];
  }
}

/** @param length of the column, which that of its lists may not tell */
function valuesOf(own: Columns, length: number): readonly unknown[] {
  if (!isRow(own) || !("=" in own)) return restored(own) as readonly unknown[];
  if (Array.isArray(own.$)) {
    const words: readonly unknown[] = own.$;
    return (own["="] as readonly number[]).map((word) => words[word]);
  }
  const lengths = own["~"];
  const lengthAt = (i: number): number => Number(Array.isArray(lengths) ? lengths[i] : lengths);
  let total = 0;
  for (let i = 0; i < length; i++) total += lengthAt(i);
  const all = valuesOf(own["="], total);
  let at = 0;
  return Array.from({ length }, (_, i) => {
    at += lengthAt(i);
    return all.slice(at - lengthAt(i), at);
  });
}

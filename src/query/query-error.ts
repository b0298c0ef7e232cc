/** Where in a query something is wrong; lines and columns count from 1, columns in code points. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** How many code points are meant; 0 at the end of the query. */
  readonly length: number;
}

/** What is wrong with a query, in words for the one who wrote it. */
export class QueryError extends Error {
  readonly place: Place | undefined;

  constructor(message: string, place?: Place, options?: ErrorOptions) {
    super(message, options);
    this.name = "QueryError";
    this.place = place;
  }
}

/** Columns of the query's line that are shown at most. */
const SHOWN = 100;

/** The line of a query that an error is about, with carets below the place. */
export function pictureOf(query: string, { line, column, length }: Place): string {
  const points = [...(query.split(/\r\n|\n|\r/)[line - 1] ?? "").replace(/\t/g, " ")];
  const from = Math.max(0, Math.min(column - 1 - SHOWN / 2, points.length - SHOWN));
  const shown = points.slice(from, from + SHOWN).join("");
  const label = `  ${line} | `;
  const room = Math.max(1, Math.min(length, SHOWN - (column - 1 - from)));
  const below = `${" ".repeat(label.length - 2)}| ${" ".repeat(column - 1 - from)}${"^".repeat(room)}`;
  return `${label}${shown}\n${below}`;
}

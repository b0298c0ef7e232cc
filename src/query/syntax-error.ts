import { type Piece, piecesOf } from "./pieces.ts";
import { type Place, QueryError } from "./query-error.ts";

/** Runs a query's text through the engine's parser, which throws where it is wrong. */
export type Parse = (text: string) => void;

/**
 * More than the longest keyword has letters.
 *
 * The engine's parser tells how far it looked, and to see whether a keyword is there it looks as many letters ahead as
 * the keyword has: "SELCT ?a" it calls wrong in column 10. With this much space behind each piece it never looks past one.
 */
const SPACE = " ".repeat(20);

/** What the engine says of a query that is no SPARQL, with the piece that does not fit. */
export function syntaxError(query: string, prelude: string, parse: Parse, cause: unknown): QueryError {
  const pieces = piecesOf(query).filter(({ kind }) => kind !== "comment");
  const spaced = prelude + pieces.map(({ text }) => `${text}${SPACE}`).join("");
  const said = messageOf(() => parse(spaced)) ?? messageOf(() => parse(`${prelude}${query}`)) ?? "";
  const reached = offsetOf(spaced, said);
  const meaning = MEANINGS.find(([words]) => said.includes(words))?.[1];
  const options = { cause };
  if (meaning) return new QueryError(meaning, undefined, options);
  if (reached === undefined) return new QueryError(firstLine(said), undefined, options);
  const piece = reached < spaced.length ? pieceAt(pieces, reached - prelude.length) : undefined;
  if (!piece) return new QueryError("ends where more is expected", endOf(query, pieces), options);
  return new QueryError(complaint(piece, said), placeOf(query, piece.start, piece.text), options);
}

/** Faults of meaning, which the parser finds only at the end of a query. */
const MEANINGS: readonly (readonly [string, string])[] = [
  ["SELECT * is not authorized with GROUP BY", "SELECT * does not go with GROUP BY; name the variables"],
  [
    "The SELECT contains a variable that is unbound",
    "SELECT names a variable that is neither in GROUP BY nor in an aggregate such as COUNT",
  ],
  [
    "The SELECT overrides an existing variable",
    "(… AS ?variable) names a variable that the query has already; take another name",
  ],
];

function complaint({ text, kind }: Piece, said: string): string {
  const shown = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  const prefix = /([\p{L}\p{N}_-]*):/u.exec(text)?.[1];
  if (said.includes("Prefix not found") && kind === "word" && prefix !== undefined)
    return `the prefix "${prefix}:" is not known; write PREFIX ${prefix}: <…> at the top`;
  if (/^["']/.test(text) && kind === "word") return `a string begins here and does not end`;
  if (/^<./.test(text) && said.includes("IRI parsing failed"))
    return `${shown} is no whole IRI, and there is no BASE`;
  return `"${shown}" does not fit here`;
}

function messageOf(action: () => void): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The offset in UTF-16 code units at which the parser says that it gave up. */
function offsetOf(text: string, said: string): number | undefined {
  const [, line, column] = /^error at (\d+):(\d+):/.exec(said) ?? [];
  if (line === undefined || column === undefined) return undefined;
  const lines = text.split("\n");
  const before = lines.slice(0, Number(line) - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const points = [...(lines[Number(line) - 1] ?? "")].slice(0, Number(column) - 1);
  return before + points.join("").length;
}

/** The piece that stands at an offset of the spaced text, the space behind it included. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let end = 0;
  for (const piece of pieces) {
    end += piece.text.length + SPACE.length;
    if (offset < end) return piece;
  }
  return undefined;
}

function placeOf(query: string, start: number, text: string): Place {
  const lines = query.slice(0, start).split(/\r\n|\n|\r/);
  const [first = ""] = text.split(/[\r\n]/);
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1, length: [...first].length };
}

function endOf(query: string, pieces: readonly Piece[]): Place {
  const last = pieces.at(-1);
  return placeOf(query, last ? last.start + last.text.length : 0, "");
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}

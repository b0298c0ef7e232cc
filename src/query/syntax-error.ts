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

/** Functions that the engine's parser knows only where their bracket follows at once. */
const BOUND_TO_BRACKET = /^(?:coalesce|concat|bnode)$/i;

/** What the engine says of a query that is no SPARQL, with the piece that does not fit. */
export function syntaxError(query: string, prelude: string, parse: Parse, cause: unknown): QueryError {
  const pieces = piecesOf(query).filter(({ kind }) => kind !== "comment");
  const wrong = (message: string, place?: Place) => new QueryError(message, place, { cause });
  const open = pieces.find(({ kind, text }) => kind === "word" && /^["']/.test(text));
  if (open) return wrong("a string begins here and does not end", placeOf(query, open.start, open.text));
  const { said, at } = complaintOf(query, prelude, pieces, parse);
  const meaning = MEANINGS.find(([words]) => said.includes(words))?.[1];
  if (meaning) return wrong(meaning);
  if (at === undefined) return wrong(firstLine(said));
  const piece = pieces[at];
  if (!piece) return wrong("ends where more is expected", endOf(query, pieces));
  const based = pieces.some(({ text }) => /^base$/i.test(text));
  return wrong(complaint(piece, said, based), placeOf(query, piece.start, piece.text));
}

/** What the parser says, and at which piece; the number of pieces where it is the end, undefined where it tells no place. */
function complaintOf(
  query: string,
  prelude: string,
  pieces: readonly Piece[],
  parse: Parse,
): { readonly said: string; readonly at: number | undefined } {
  const gaps = pieces.map(({ text, start }, i) =>
    BOUND_TO_BRACKET.test(text) && pieces[i + 1]?.start === start + text.length ? "" : SPACE,
  );
  const spaced = prelude + pieces.map(({ text }, i) => text + gaps[i]).join("");
  const ofSpaced = messageOf(() => parse(spaced));
  const said = ofSpaced ?? messageOf(() => parse(prelude + query)) ?? "";
  const reached = offsetOf(ofSpaced === undefined ? prelude + query : spaced, said);
  if (reached === undefined) return { said, at: undefined };
  let end = prelude.length;
  const ends = pieces.map(({ text, start }, i) => {
    end += text.length + (gaps[i]?.length ?? 0);
    return ofSpaced === undefined ? prelude.length + start + text.length : end;
  });
  const at = ends.findIndex((each) => reached < each);
  return { said, at: at < 0 ? pieces.length : at };
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
  ["Duplicated variable name in SELECT", "SELECT names a variable twice"],
];

function complaint({ text, kind }: Piece, said: string, based: boolean): string {
  const shown = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  const prefix = /([\p{L}\p{N}_-]*):/u.exec(text)?.[1];
  if (said.includes("Prefix not found") && kind === "word" && prefix !== undefined)
    return `the prefix "${prefix}:" is not known; write PREFIX ${prefix}: <…> at the top`;
  if (kind === "iri" && !based && !/^<[A-Za-z][A-Za-z0-9+.-]*:/.test(text))
    return `${shown} is no whole IRI, and there is no BASE`;
  if (kind === "iri" && said.includes("IRI parsing failed")) return `${shown} is no IRI`;
  if (BOUND_TO_BRACKET.test(text)) return `"${shown}" does not fit here; its bracket must follow at once`;
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

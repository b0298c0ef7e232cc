/** What a stretch of a query is, as far as one must know to read past it. */
export type PieceKind = "comment" | "iri" | "string" | "word";

/** A stretch of a query that may stand with white space on both sides and mean the same. */
export interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
  /** In UTF-16 code units of the query. */
  readonly start: number;
}

const IRI = String.raw`<(?:[^\s<>"{}|^\x60\\]|\\u[\da-fA-F]{4}|\\U[\da-fA-F]{8})*>`;
/** A tag or datatype stays with its string. */
const TAG = String.raw`(?:@[A-Za-z][A-Za-z0-9-]*|\^\^(?:${IRI}|[^\s{}()[\];,"'<#]+))?`;
const PIECE = new RegExp(
  [
    String.raw`(?<comment>#[^\n\r]*)`,
    `(?<iri>${IRI})`,
    String.raw`(?<string>(?:"""(?:[^"\\]|\\[\s\S]|"(?!""))*"""|'''(?:[^'\\]|\\[\s\S]|'(?!''))*'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')${TAG})`,
    String.raw`(?<word>[?$][\p{L}\p{N}_]+|[{}()[\];,]|\.(?!\d)|(?:\\.|[^\s{}()[\];,"'<#\\])+|\S)`,
  ].join("|"),
  "gu",
);

/** The pieces of a query in their order, comments among them; whatever is between them is white space. */
export function piecesOf(query: string): readonly Piece[] {
  return [...query.matchAll(PIECE)].map((match) => {
    const { comment, iri, string } = match.groups as Partial<Record<PieceKind, string>>;
    const kind = comment !== undefined ? "comment" : iri !== undefined ? "iri" : string ? "string" : "word";
    return { kind, text: match[0], start: match.index };
  });
}

const UPDATES = /^(?:insert|delete|load|clear|drop|create|add|move|copy|with)$/i;

/** What an update is told, or undefined for what is none. */
export function refusalOf(pieces: readonly Piece[]): string | undefined {
  const words = pieces.filter(({ kind }) => kind === "word").map(({ text }) => text);
  // What stands in front of an update is PREFIX and BASE, each with a name or an address.
  const first = words.find((word) => !/^(?:prefix|base)$/i.test(word) && !/:$/.test(word));
  if (first !== undefined && UPDATES.test(first))
    return `${first.toUpperCase()} is refused: a graph is read here, and changed by whosays build alone`;
  return undefined;
}

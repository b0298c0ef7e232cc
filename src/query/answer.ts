/** A term of an answer. */
export type Term =
  | { readonly kind: "iri"; readonly value: string }
  | { readonly kind: "blank"; readonly value: string }
  | {
      readonly kind: "literal";
      readonly value: string;
      readonly language: string;
      readonly datatype: string;
    };

/** A row of an answer: a term for each variable, undefined where it is not bound. */
export type Row = readonly (Term | undefined)[];

/** A triple that a query has made. */
export interface AnswerTriple {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
}

/** What a query gives: ASK yes or no, SELECT rows, CONSTRUCT and DESCRIBE triples. */
export type Answer =
  | { readonly form: "ask"; readonly yes: boolean }
  | { readonly form: "rows"; readonly variables: readonly string[]; readonly rows: readonly Row[] }
  | { readonly form: "triples"; readonly triples: readonly AnswerTriple[] };

/** The datatype that a literal without one has. */
export const XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";

/** How many rows or triples an answer holds; one for yes or no. */
export function sizeOf(answer: Answer): number {
  if (answer.form === "ask") return 1;
  return answer.form === "rows" ? answer.rows.length : answer.triples.length;
}

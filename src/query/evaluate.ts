import { type Quad, Store, type Term as StoreTerm } from "oxigraph";
import { type Answer, type AnswerTriple, type Row, type Term, XSD_STRING } from "./answer.ts";
import { piecesOf, refusalOf } from "./pieces.ts";
import { type Prefixes, preludeOf } from "./prefixes.ts";
import { QueryError } from "./query-error.ts";
import { type Parse, syntaxError } from "./syntax-error.ts";

/** A query that has passed the parser, with what its answer will be. */
export interface CheckedQuery {
  /** With its prefixes. */
  readonly text: string;
  readonly form: Answer["form"];
  /** The variables of a SELECT in their order. */
  readonly variables: readonly string[];
}

/** Reads a query without running it; throws a `QueryError` that names the place. */
export function checkQuery(query: string, prefixes: Prefixes): CheckedQuery {
  const refusal = refusalOf(piecesOf(query));
  if (refusal !== undefined) throw new QueryError(refusal);
  const prelude = preludeOf(prefixes);
  const text = `${prelude}${query}`;
  const nothing = new Store();
  const parse = (each: string) => nothing.query(each);
  if (asksOthers(text, parse))
    throw new QueryError("SERVICE is refused: a query reads this graph and asks no other");
  let given: ReturnType<typeof parse>;
  try {
    given = parse(text);
  } catch (error) {
    if (!isOfSyntax(error)) throw faultOf(error);
    throw syntaxError(query, prelude, parse, error);
  }
  if (typeof given === "boolean") return { text, form: "ask", variables: [] };
  const head = headOf(nothing, text);
  return head ? { text, form: "rows", variables: head } : { text, form: "triples", variables: [] };
}

/**
 * Whether SERVICE stands in a query as the keyword, however it is hidden: "5SERVICE", "SERVICE?x".
 *
 * The parser decides: another word in its place is no query then. Where the letters stand in a string, a comment, an IRI
 * or a name, another word does as well.
 */
function asksOthers(text: string, parse: Parse): boolean {
  if (!/service/i.test(text)) return false;
  // The word that comes of it is one that the query lacks, in the same case: two names that differ must go on to differ.
  let before = "z";
  while (text.toLowerCase().includes(`${before}service`)) before += "z";
  const otherwise = text.replace(/service/gi, (word) => before + word);
  return parses(text, parse) && !parses(otherwise, parse);
}

function parses(text: string, parse: Parse): boolean {
  try {
    parse(text);
    return true;
  } catch (error) {
    return !isOfSyntax(error);
  }
}

/** The engine's parser begins what it says with the place, or with its own name. */
function isOfSyntax(error: unknown): boolean {
  return error instanceof Error && /^error at |^Parser error/.test(error.message);
}

/** The variables of a SELECT; undefined for a query that makes triples, which no table can hold. */
function headOf(nothing: Store, text: string): readonly string[] | undefined {
  try {
    const json = nothing.query(text, { results_format: "application/sparql-results+json" });
    return JSON.parse(json as string).head.vars;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("Not supported RDF format")) return undefined;
    throw faultOf(error);
  }
}

/** Runs a query on a store. Throws a `QueryError` for what the engine does not do. */
export function evaluate(store: Store, { text, form, variables }: CheckedQuery): Answer {
  let given: ReturnType<Store["query"]>;
  try {
    given = store.query(text);
  } catch (error) {
    throw faultOf(error);
  }
  if (typeof given === "boolean") return { form: "ask", yes: given };
  if (form === "rows") {
    const rows = (given as Map<string, StoreTerm>[]).map(
      (row): Row => variables.map((name) => termOf(row.get(name))),
    );
    return { form, variables, rows };
  }
  return { form: "triples", triples: (given as Quad[]).map(tripleOf) };
}

/** The engine tells of what it cannot do with plain errors; a trap of its code is none of them. */
function faultOf(error: unknown): unknown {
  if (!(error instanceof Error) || error.constructor !== Error) return error;
  return new QueryError(error.message.split("\n")[0] ?? "", undefined, { cause: error });
}

function tripleOf({ subject, predicate, object }: Quad): AnswerTriple {
  return { subject: boundTerm(subject), predicate: boundTerm(predicate), object: boundTerm(object) };
}

function termOf(term: StoreTerm | undefined): Term | undefined {
  return term === undefined ? undefined : boundTerm(term);
}

function boundTerm(term: StoreTerm): Term {
  if (term.termType === "NamedNode") return { kind: "iri", value: term.value };
  if (term.termType === "BlankNode") return { kind: "blank", value: term.value };
  if (term.termType !== "Literal")
    throw new QueryError(
      "the answer holds a triple as a term, which no graph of ours does; write isIRI or str",
    );
  const { value, language, datatype } = term;
  return { kind: "literal", value, language, datatype: language ? "" : (datatype?.value ?? XSD_STRING) };
}

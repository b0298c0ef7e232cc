import { distinct } from "../../model/order.ts";
import { type AnswerTriple, type Term, XSD_STRING } from "../answer.ts";
import type { Format } from "./format.ts";

/** RDF 1.1 N-Triples, sorted. */
export const nTriples = {
  id: "nt",
  mediaTypes: ["application/n-triples"],
  forms: ["triples"],
  write(answer) {
    if (answer.form !== "triples") return "";
    return distinct(answer.triples.map(lineOf)).join("");
  },
} satisfies Format;

function lineOf({ subject, predicate, object }: AnswerTriple): string {
  return `${plainTerm(subject)} ${plainTerm(predicate)} ${plainTerm(object)} .\n`;
}

/** A term as N-Triples and TSV write it. */
export function plainTerm(term: Term): string {
  if (term.kind === "iri") return `<${term.value}>`;
  if (term.kind === "blank") return `_:${term.value}`;
  const { value, language, datatype } = term;
  const text = `"${value.replace(/["\\\p{Cc}]/gu, escaped)}"`;
  if (language) return `${text}@${language}`;
  return datatype === XSD_STRING ? text : `${text}^^<${datatype}>`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function escaped(mark: string): string {
  return ESCAPES.get(mark) ?? `\\u${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

import { type Term, XSD_STRING } from "../answer.ts";
import type { Format } from "./format.ts";

/** SPARQL 1.1 Query Results JSON Format. */
export const json = {
  id: "json",
  mediaTypes: ["application/sparql-results+json", "application/json"],
  forms: ["ask", "rows"],
  write(answer) {
    if (answer.form === "ask") return `${JSON.stringify({ head: {}, boolean: answer.yes })}\n`;
    if (answer.form !== "rows") return "";
    const { variables, rows } = answer;
    const bindings = rows.map((row) => {
      const terms = row.flatMap((term, i) => (term ? [[variables[i], recordOf(term)]] : []));
      return JSON.stringify(Object.fromEntries(terms));
    });
    const head = JSON.stringify({ vars: variables });
    return `{"head":${head},"results":{"bindings":[${bindings.map((each) => `\n${each}`).join(",")}\n]}}\n`;
  },
} satisfies Format;

function recordOf(term: Term): object {
  if (term.kind === "iri") return { type: "uri", value: term.value };
  if (term.kind === "blank") return { type: "bnode", value: term.value };
  const { value, language, datatype } = term;
  if (language) return { type: "literal", value, "xml:lang": language };
  return datatype === XSD_STRING ? { type: "literal", value } : { type: "literal", value, datatype };
}

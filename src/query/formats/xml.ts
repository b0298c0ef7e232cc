import { type Term, XSD_STRING } from "../answer.ts";
import type { Format } from "./format.ts";

/** SPARQL Query Results XML Format. */
export const xml = {
  id: "xml",
  mediaTypes: ["application/sparql-results+xml", "application/xml", "text/xml"],
  forms: ["ask", "rows"],
  write(answer) {
    const variables = answer.form === "rows" ? answer.variables : [];
    const head = `<head>${variables.map((name) => `<variable name="${escaped(name)}"/>`).join("")}</head>`;
    const start = `<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">${head}`;
    if (answer.form === "ask") return `${start}<boolean>${answer.yes}</boolean></sparql>\n`;
    const rows = (answer.form === "rows" ? answer.rows : []).map((row) => {
      const cells = row.map((term, i) =>
        term ? `<binding name="${escaped(variables[i] ?? "")}">${element(term)}</binding>` : "",
      );
      return `<result>${cells.join("")}</result>\n`;
    });
    return `${start}<results>\n${rows.join("")}</results></sparql>\n`;
  },
} satisfies Format;

function element(term: Term): string {
  if (term.kind === "iri") return `<uri>${escaped(term.value)}</uri>`;
  if (term.kind === "blank") return `<bnode>${escaped(term.value)}</bnode>`;
  const { value, language, datatype } = term;
  const about = language
    ? ` xml:lang="${escaped(language)}"`
    : datatype === XSD_STRING
      ? ""
      : ` datatype="${escaped(datatype)}"`;
  return `<literal${about}>${escaped(value)}</literal>`;
}

/** What XML 1.0 has no way to write becomes U+FFFD; a carriage return would be read as a line feed. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replace(/[&<>"\r]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

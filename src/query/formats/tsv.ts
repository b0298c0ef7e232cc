import type { Format } from "./format.ts";
import { plainTerm } from "./n-triples.ts";

/** SPARQL 1.1 Query Results TSV Format: every term as it is, with language and datatype. */
export const tsv = {
  id: "tsv",
  mediaTypes: ["text/tab-separated-values"],
  forms: ["rows"],
  write(answer) {
    if (answer.form !== "rows") return "";
    const head = answer.variables.map((name) => `?${name}`).join("\t");
    const lines = answer.rows.map((row) => row.map((term) => (term ? plainTerm(term) : "")).join("\t"));
    return [head, ...lines].map((line) => `${line}\n`).join("");
  },
} satisfies Format;

import type { Answer } from "../answer.ts";
import { csv } from "./csv.ts";
import type { Format } from "./format.ts";
import { json } from "./json.ts";
import { nTriples } from "./n-triples.ts";
import { table } from "./table.ts";
import { tsv } from "./tsv.ts";
import { turtle } from "./turtle.ts";
import { xml } from "./xml.ts";

/** Every way to write an answer down. */
export const formats: readonly Format[] = [table, json, csv, tsv, xml, turtle, nTriples];

/** The first of some formats, by id, that an answer of this form can be written in. */
export function formatFor(ids: readonly string[], form: Answer["form"]): Format | undefined {
  return ids
    .map((id) => formats.find((format) => format.id === id))
    .find((format) => format?.forms.includes(form));
}

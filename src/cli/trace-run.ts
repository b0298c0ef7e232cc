import { existsSync } from "node:fs";
import type { Document } from "../model/document.ts";
import { outletNames } from "../pipeline.ts";
import { documentAt } from "./document-at.ts";
import { EXIT, Failure } from "./failure.ts";
import { readOverrides } from "./overrides-file.ts";
import { readOntology, readParser } from "./resources.ts";
import type { TraceOptions } from "./trace.ts";
import { traceText } from "./trace-text.ts";
import { traceOf } from "./tracing.ts";

/** Prints the trace of a sentence, or of a file, to standard output. */
export function runTrace(text: string, number: number | undefined, options: TraceOptions): void {
  const ontology = readOntology(options.ontology, options.names);
  const overrides = readOverrides(options.overrides, ontology);
  const document = isPath(text) ? documentAt(text, outletNames(ontology)) : sentenceDocument(text);
  const dated = options.published ? { ...document, published: options.published } : document;
  const sentences = traceOf(dated, ontology, readParser(options.model), overrides);
  if (number !== undefined && number > sentences.length) {
    throw new Failure(
      `${text}: has ${sentences.length} sentences, none with the number ${number}`,
      EXIT.usage,
    );
  }
  const chosen = number === undefined ? sentences : sentences.slice(number - 1, number);
  const output = options.json
    ? JSON.stringify({ document: document.id, sentences: chosen }, null, 2)
    : traceText(chosen);
  process.stdout.write(`${output}\n`);
}

/** What exists is a file, and so is what ends like one; all else is a sentence. */
function isPath(text: string): boolean {
  return existsSync(text) || (!/\s/.test(text) && /\.(?:txt|text|md)$/.test(text));
}

function sentenceDocument(text: string): Document {
  return { id: "text", text, zones: [{ kind: "body", start: 0, end: text.length }] };
}

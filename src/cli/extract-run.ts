import { fstatSync } from "node:fs";
import { annotator } from "../annotate/index.ts";
import { extraction } from "../extract/index.ts";
import type { Document } from "../model/document.ts";
import { byteLines } from "./byte-lines.ts";
import { LONGEST_LINE, readDocumentLine } from "./document-line.ts";
import type { ExtractOptions } from "./extract.ts";
import { EXIT, Failure, systemReason } from "./failure.ts";
import { type Progress, printable, progressOn } from "./progress.ts";
import { readOntology, readParser } from "./resources.ts";
import { refusalJson, triplesJson } from "./triples-json.ts";

const NO_INPUT = `extract waits for documents on standard input, a JSON object a line; give it some:
  whosays extract < documents.jsonl > triples.jsonl
  echo '{"text": "Iran backs Syria."}' | whosays extract`;

/**
 * Reads documents from standard input and prints the triples of each, one document in memory at a time; gives the exit code.
 *
 * Stops without a word where the reader of standard output has gone.
 */
export async function runExtract(options: ExtractOptions): Promise<number> {
  // Node reads nothing from a folder, and says nothing of it.
  if (process.stdin.isTTY || fstatSync(0).isDirectory()) throw new Failure(NO_INPUT, EXIT.usage);
  const lineOf = lineMaker(options);
  // Whoever writes is told by the callback of the write; without a listener the event would end the process.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  // On a terminal, results and a line that redraws would run into each other.
  const progress = process.stdout.isTTY ? SILENT : progressOn(process.stderr);
  let [read, refused] = [0, 0];
  for await (const line of byteLines(standardInput(), LONGEST_LINE)) {
    const result = readDocumentLine(line);
    if (!result) continue;
    read++;
    if ("refused" in result) {
      refused++;
      progress.end();
      process.stderr.write(`line ${line.number} ${printable(result.refused)}\n`);
    }
    const text = "document" in result ? lineOf(result.document) : refusalJson(result.id, result.refused);
    if (!(await print(text))) break;
    progress.step(read, undefined, "documents read");
  }
  progress.end();
  if (refused === 0) return EXIT.done;
  process.stderr.write(`${refused} of ${read} documents could not be read; the rest is done\n`);
  return EXIT.skipped;
}

const SILENT: Progress = { step() {}, end() {} };

/** What is printed of a document. */
function lineMaker({
  ontology: folder,
  names,
  model,
  relations,
}: ExtractOptions): (document: Document) => string {
  const ontology = readOntology(folder, names);
  const annotate = annotator(ontology, readParser(model));
  const extract = extraction(ontology, relations);
  return (document) => {
    const annotated = annotate(document);
    return triplesJson(annotated, extract(annotated).triples, ontology);
  };
}

async function* standardInput(): AsyncGenerator<Uint8Array> {
  try {
    yield* process.stdin;
  } catch (error) {
    throw new Failure(`standard input: ${systemReason(error)}`, EXIT.failed, { cause: error });
  }
}

/** Writes to standard output and waits until it is taken; false where nobody reads any more. */
async function print(text: string): Promise<boolean> {
  try {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
    });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EPIPE") return false;
    throw new Failure(`standard output: ${systemReason(error)}`, EXIT.failed, { cause: error });
  }
}

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { annotator } from "../annotate/index.ts";
import type { AnnotatedDocument } from "../model/annotated-document.ts";
import type { Document } from "../model/document.ts";
import { outletNames } from "../pipeline.ts";
import { ConlluError, readConllu, type TokenisedSentence } from "../read/conllu.ts";
import { decode } from "../read/decode.ts";
import type { AnnotateOptions } from "./annotate.ts";
import { annotationJson } from "./annotation-json.ts";
import { conlluOf, retold } from "./conllu-text.ts";
import { documentAt } from "./document-at.ts";
import { EXIT, Failure, systemReason } from "./failure.ts";
import { readOntology, readParser } from "./resources.ts";

/** Prints the annotation of a file to standard output. */
export function runAnnotate(path: string, options: AnnotateOptions): void {
  const ontology = readOntology(options.ontology, options.names);
  const annotate = annotator(ontology, readParser(options.model));
  const { document, given } = options.tokenized
    ? tokenisedAt(path)
    : { document: documentAt(path, outletNames(ontology)), given: undefined };
  const dated = options.published ? { ...document, published: options.published } : document;
  const annotated = annotate(
    dated,
    given?.map(({ words }) => words),
  );
  process.stdout.write(options.json ? annotationJson(annotated) : conllu(annotated, given));
}

function conllu(annotated: AnnotatedDocument, given: readonly TokenisedSentence[] | undefined): string {
  return given ? retold(annotated, given) : conlluOf(annotated);
}

function tokenisedAt(path: string): {
  readonly document: Document;
  readonly given: readonly TokenisedSentence[];
} {
  const decoded = decode(bytesAt(path));
  if ("refused" in decoded) throw new Failure(`${path}: ${decoded.refused}`);
  try {
    const { text, sentences } = readConllu(decoded.text.replace(/^\uFEFF/, ""));
    if (sentences.every(({ words }) => words.length === 0)) throw new Failure(`${path}: holds no sentence`);
    const zones = [{ kind: "body", start: 0, end: text.length }] as const;
    return { document: { id: basename(path), text, zones }, given: sentences };
  } catch (error) {
    if (!(error instanceof ConlluError)) throw error;
    throw new Failure(
      `${path}: is no CoNLL-U: ${error.message}; leave out --tokenized for plain text`,
      EXIT.failed,
      {
        cause: error,
      },
    );
  }
}

function bytesAt(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Failure(`${path}: ${systemReason(error)}`, EXIT.failed, { cause: error });
  }
}

import { Parser, type Quad, type Term } from "n3";
import { byCodeUnit } from "../model/order.ts";
import { OntologyError, type Problem } from "./ontology-error.ts";

/** A file of `ontology/`: its name and its Turtle. */
export interface OntologyFile {
  readonly name: string;
  readonly text: string;
}

/** The terms that an entry may use, behind the namespaces that they stand for. */
export const IRI = {
  kg: "https://w3id.org/whosays/ontology#",
  ent: "https://w3id.org/whosays/entity/",
  plover: "https://w3id.org/whosays/plover/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  owl: "http://www.w3.org/2002/07/owl#",
  skos: "http://www.w3.org/2004/02/skos/core#",
} as const;

/** All that the files say of one subject. */
export interface Entry {
  readonly iri: string;
  /** The file that gives it a type, or the first that speaks of it. */
  readonly file: string;
  /** Full IRIs of its types. */
  readonly types: ReadonlySet<string>;
  /** Values by full IRI of the property: IRIs whole, literals by their text; in code-unit order. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** The entries of all files by IRI, in code-unit order. Throws an `OntologyError` that names file and line. */
export function readEntries(files: readonly OntologyFile[]): ReadonlyMap<string, Entry> {
  const parsed = files.map(parse);
  const problems = parsed.flatMap((result) => result.problems);
  if (problems.length > 0) throw new OntologyError(problems);
  const bySubject = new Map<string, { file: string; quad: Quad }[]>();
  for (const { file, quads } of parsed) {
    for (const quad of quads) {
      const list = bySubject.get(quad.subject.value);
      if (list) list.push({ file, quad });
      else bySubject.set(quad.subject.value, [{ file, quad }]);
    }
  }
  return new Map(
    [...bySubject].sort(([a], [b]) => byCodeUnit(a, b)).map(([iri, said]) => [iri, gather(iri, said)]),
  );
}

function gather(iri: string, said: readonly { file: string; quad: Quad }[]): Entry {
  const values = new Map<string, string[]>();
  for (const { quad } of said) {
    const list = values.get(quad.predicate.value) ?? [];
    if (!list.includes(quad.object.value)) list.push(quad.object.value);
    values.set(quad.predicate.value, list);
  }
  for (const list of values.values()) list.sort(byCodeUnit);
  const type = `${IRI.rdf}type`;
  const typed = said.find(({ quad }) => quad.predicate.value === type) ?? said[0];
  return { iri, file: typed?.file ?? "", types: new Set(values.get(type)), values };
}

interface Parsed {
  readonly file: string;
  readonly quads: readonly Quad[];
  readonly problems: readonly Problem[];
}

function parse({ name, text }: OntologyFile): Parsed {
  try {
    const quads = new Parser({ format: "text/turtle" }).parse(text);
    return { file: name, quads, problems: quads.flatMap((quad) => checkTerms(name, quad)) };
  } catch (error) {
    return { file: name, quads: [], problems: [syntaxProblem(name, error)] };
  }
}

function checkTerms(file: string, quad: Quad): readonly Problem[] {
  const blank = ([quad.subject, quad.object] as readonly Term[]).some(
    (term) => term.termType === "BlankNode",
  );
  return blank
    ? [
        {
          file,
          entry: shorten(quad.subject.value),
          message: "uses a blank node; give the thing a name of its own",
        },
      ]
    : [];
}

/** What the parser of Turtle stumbled over, with the line. */
export function syntaxProblem(file: string, error: unknown): Problem {
  const { message, context } = error as Error & { context?: { line?: number } };
  const said = message.replace(/ on line \d+\.?$/, "");
  return {
    file,
    entry: context?.line === undefined ? "syntax" : `line ${context.line}`,
    message: /^Undefined prefix/.test(said)
      ? `is not Turtle: ${said}; declare it with @prefix in the first lines`
      : `is not Turtle: ${said}; look for a missing ";", "," or "." on this line or the one before`,
  };
}

/** An IRI as its author wrote it: `kg:backs`. */
export function shorten(iri: string): string {
  const prefix = Object.entries(IRI).find(([, namespace]) => iri.startsWith(namespace));
  return prefix ? `${prefix[0]}:${iri.slice(prefix[1].length)}` : `<${iri}>`;
}

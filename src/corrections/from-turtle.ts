import { Parser, type Quad } from "n3";
import { entryWords, type OverridesProblem, quoted } from "../model/overrides.ts";
import { entityIn, type Statement, type Statements } from "./statement.ts";

const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
const SAME_AS = "http://www.w3.org/2002/07/owl#sameAs";
const DIFFERENT_FROM = "http://www.w3.org/2002/07/owl#differentFrom";

/**
 * The prefixes of `graph.ttl`, which a file may leave out or declare anew.
 *
 * On one line with the first of the file, so that lines count as its author counts them.
 */
const PREFIXES = [
  "@prefix ent: <https://w3id.org/whosays/entity/> .",
  "@prefix kg: <https://w3id.org/whosays/ontology#> .",
  "@prefix owl: <http://www.w3.org/2002/07/owl#> .",
  "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .",
].join(" ");

/** What corrections in Turtle say; entities may stand behind any one base. */
export function statementsFromTurtle(text: string): Statements {
  try {
    const quads = new Parser({ format: "text/turtle" }).parse(`${PREFIXES} ${text}`);
    const bases = new Set(quads.flatMap(({ subject }) => entityIn(subject.value)?.namespace ?? []));
    const read = quads.map(statementOf);
    return {
      statements: read.filter((each) => "kind" in each),
      problems: [...severalBases(bases), ...read.filter((each) => "message" in each)],
    };
  } catch (error) {
    return { statements: [], problems: [syntaxProblem(error)] };
  }
}

function severalBases(bases: ReadonlySet<string>): readonly OverridesProblem[] {
  if (bases.size < 2) return [];
  const shown = [...bases].slice(0, 3).map(quoted).join(" and ");
  return [{ entry: "the whole file", message: `names entities behind ${shown}; keep to one base` }];
}

function statementOf({ subject, predicate, object }: Quad): Statement | OverridesProblem {
  const entity = subject.termType === "NamedNode" ? entityIn(subject.value) : undefined;
  if (!entity) {
    const message = "is no entity of a graph; write its id behind ent:, such as ent:Acme";
    const entry = subject.termType === "NamedNode" ? quoted(subject.value) : "a node without an address";
    return { entry, message };
  }
  const operand = entity.id;
  const other = object.termType === "NamedNode" ? entityIn(object.value) : undefined;
  const ours = other?.namespace === entity.namespace ? other.id : undefined;
  switch (predicate.value) {
    case SAME_AS:
      if (object.termType !== "NamedNode") break;
      return ours === undefined
        ? { kind: "sameAs", operand, values: [object.value] }
        : { kind: "same", operands: [operand, ours] };
    case DIFFERENT_FROM:
      if (ours === undefined) break;
      return { kind: "different", operands: [operand, ours] };
    case RDFS_LABEL:
      if (object.termType !== "Literal") break;
      return { kind: "label", operand, value: object.value };
    case RDF_TYPE:
      if (object.termType !== "NamedNode") break;
      return { kind: "type", operand, value: className(object.value) };
  }
  return {
    entry: entryWords("about", [operand]),
    message: `${quoted(predicate.value)} ${shown(object)} is no correction; write owl:sameAs or owl:differentFrom and an entity, owl:sameAs and an address, rdfs:label and a text, or a and a class`,
  };
}

function shown(object: Quad["object"]): string {
  // The parser numbers nodes without an address, and never begins anew.
  return object.termType === "BlankNode" ? "a node without an address" : quoted(object.value);
}

/** The local name of a class of any base; what is none stays whole, so that it can be named. */
function className(iri: string): string {
  return /^https?:\/\/[^\s#]*\/ontology#([^\s#]+)$/.exec(iri)?.[1] ?? iri;
}

function syntaxProblem(error: unknown): OverridesProblem {
  const { message, context } = error as Error & { context?: { line?: number } };
  const said = message.replace(/ on line \d+\.?$/, "").slice(0, 200);
  return {
    entry: context?.line === undefined ? "the whole file" : `line ${context.line}`,
    message: `is not Turtle: ${said}; look for a missing ";", "," or "." on this line or the one before`,
  };
}

import { spawnSync } from "node:child_process";
import { QueryEngine } from "@comunica/query-sparql-rdfjs-lite";
import { Store as N3Store, Parser } from "n3";
import { type Answer, type AnswerTriple, type Term, XSD_STRING } from "../../src/query/answer.ts";

/** Debian's Python, for which python3-rdflib is made. */
const PYTHON = "/usr/bin/python3";

/** Whether rdflib is there to be asked. */
export const hasRdflib = spawnSync(PYTHON, ["-c", "import rdflib"]).status === 0;

/** An answer as text: the rows or triples in code-unit order, and as many as there are; a number by its value. */
export function answerKey(answer: Answer): readonly string[] {
  if (answer.form === "ask") return [String(answer.yes)];
  if (answer.form === "triples") return [...new Set(answer.triples.map(tripleKey))].sort();
  const names = answer.variables;
  return answer.rows
    .map((row) => names.map((name, i) => `?${name} ${termKey(row[i])}`).sort())
    .map((cells) => cells.join(" | "))
    .sort();
}

function tripleKey({ subject, predicate, object }: AnswerTriple): string {
  return [subject, predicate, object].map(termKey).join(" ");
}

const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = new Set(["integer", "decimal", "double", "float", "nonNegativeInteger"].map((n) => XSD + n));

function termKey(term: Term | undefined): string {
  if (term === undefined) return "unbound";
  if (term.kind !== "literal") return `${term.kind} ${term.value}`;
  const { value, language, datatype } = term;
  if (NUMBERS.has(datatype)) return `number ${Number(value)}`;
  return JSON.stringify([value, language || datatype]);
}

/** A term of RDF/JS. */
interface RdfJsTerm {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
}

function termOf({ termType, value, language, datatype }: RdfJsTerm): Term {
  if (termType === "NamedNode") return { kind: "iri", value };
  if (termType === "BlankNode") return { kind: "blank", value };
  return {
    kind: "literal",
    value,
    language: language ?? "",
    datatype: language ? "" : (datatype?.value ?? ""),
  };
}

/** What asks Comunica about a graph. */
export function comunicaOn(turtle: string): (text: string) => Promise<Answer> {
  const sources: [N3Store] = [new N3Store(new Parser().parse(turtle))];
  const engine = new QueryEngine();
  return async (text) => {
    const result = await engine.query(text, { sources });
    if (result.resultType === "boolean") return { form: "ask", yes: await result.execute() };
    if (result.resultType === "quads") {
      const quads = await (await result.execute()).toArray();
      return {
        form: "triples",
        triples: quads.map(({ subject, predicate, object }) => ({
          subject: termOf(subject),
          predicate: termOf(predicate),
          object: termOf(object),
        })),
      };
    }
    if (result.resultType !== "bindings") throw new Error(`${result.resultType} is no answer`);
    const variables = (await result.metadata()).variables.map(({ value }) => value);
    const bindings = await (await result.execute()).toArray();
    const rows = bindings.map((row) =>
      variables.map((name) => {
        const term = row.get(name);
        return term && termOf(term);
      }),
    );
    return { form: "rows", variables, rows };
  };
}

/** Reads the graph once, asks all queries, and prints the answers as JSON. */
const SCRIPT = `
import json, sys, rdflib
asked = json.load(sys.stdin)
graph = rdflib.Graph().parse(data=asked["turtle"], format="turtle")

def term(one):
    if one is None: return None
    if isinstance(one, rdflib.URIRef): return {"kind": "iri", "value": str(one)}
    if isinstance(one, rdflib.BNode): return {"kind": "blank", "value": str(one)}
    return {"kind": "literal", "value": str(one), "language": one.language or "",
        "datatype": "" if one.language else str(one.datatype or "${XSD_STRING}")}

def answer(text):
    result = graph.query(text)
    if result.type == "ASK": return {"form": "ask", "yes": result.askAnswer}
    if result.type == "CONSTRUCT":
        return {"form": "triples", "triples": [
            {"subject": term(s), "predicate": term(p), "object": term(o)} for s, p, o in result.graph]}
    return {"form": "rows", "variables": [str(name) for name in result.vars],
        "rows": [[term(one) for one in row] for row in result]}

json.dump([answer(text) for text in asked["queries"]], sys.stdout)
`;

/** What rdflib answers, in the order of the queries; one process answers them all. */
export function rdflibAnswers(turtle: string, queries: readonly string[]): readonly Answer[] {
  const { status, stdout, stderr } = spawnSync(PYTHON, ["-c", SCRIPT], {
    input: JSON.stringify({ turtle, queries }),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`rdflib: ${stderr}`);
  const answers: readonly (Answer & { readonly rows?: readonly (readonly (Term | null)[])[] })[] =
    JSON.parse(stdout);
  return answers.map((answer) =>
    answer.form === "rows"
      ? { ...answer, rows: answer.rows.map((row) => row.map((term) => term ?? undefined)) }
      : answer,
  );
}

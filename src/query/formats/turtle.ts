import { DataFactory, Writer } from "n3";
import { byCodeUnit } from "../../model/order.ts";
import type { AnswerTriple, Term } from "../answer.ts";
import type { Prefixes } from "../prefixes.ts";
import type { Format } from "./format.ts";
import { plainTerm } from "./n-triples.ts";

/** RDF 1.1 Turtle, sorted, with those prefixes alone that it uses. */
export const turtle = {
  id: "ttl",
  mediaTypes: ["text/turtle"],
  forms: ["triples"],
  write(answer, { prefixes }) {
    if (answer.form !== "triples") return "";
    const sorted = new Map(
      answer.triples.map((triple) => [keyOf(triple), triple] as const).sort(([a], [b]) => byCodeUnit(a, b)),
    );
    const writer = new Writer({ prefixes: used([...sorted.values()], prefixes) });
    for (const { subject, predicate, object } of sorted.values())
      writer.addQuad(
        DataFactory.quad(
          termFor(subject) as ReturnType<typeof DataFactory.namedNode>,
          termFor(predicate) as ReturnType<typeof DataFactory.namedNode>,
          termFor(object),
        ),
      );
    let written = "";
    writer.end((_, text) => {
      written = text;
    });
    return written;
  },
} satisfies Format;

function keyOf({ subject, predicate, object }: AnswerTriple): string {
  return [subject, predicate, object].map(plainTerm).join(" ");
}

function used(triples: readonly AnswerTriple[], prefixes: Prefixes): Record<string, string> {
  const iris = triples.flatMap(({ subject, predicate, object }) =>
    [subject, predicate, object].map((term) => (term.kind === "literal" ? term.datatype : term.value)),
  );
  return Object.fromEntries(
    [...prefixes].filter(([, namespace]) => iris.some((iri) => iri.startsWith(namespace))),
  );
}

function termFor(term: Term) {
  if (term.kind === "iri") return DataFactory.namedNode(term.value);
  if (term.kind === "blank") return DataFactory.blankNode(term.value);
  return DataFactory.literal(term.value, term.language || DataFactory.namedNode(term.datatype));
}

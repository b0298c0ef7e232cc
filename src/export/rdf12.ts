import { DataFactory, type Quad } from "n3";
import { NS, prefixesFor } from "../model/namespaces.ts";
import { describe } from "./described.ts";
import type { Exporter } from "./exporter.ts";
import { sectionsOf, turtleText } from "./turtle-text.ts";

/**
 * RDF 1.2 Turtle: each claim reifies its triple, `claim:… rdf:reifies <<( s p o )>>`, asserted or not.
 *
 * Otherwise as graph.ttl, and turned back into it by one query, for the claim is the reifier. What has no object is no
 * triple, and stays as it is there.
 */
export const rdf12 = {
  format: "rdf12",
  fileName: "graph.rdf12.ttl",
  mediaType: "text/turtle; version=1.2",
  *write(graph, settings) {
    yield 'VERSION "1.2"\n';
    yield* turtleText(prefixesFor(settings.base), sectionsOf(describe(graph, settings)), reified);
  },
} satisfies Exporter;

/** Everything that the four triples of an `rdf:Statement` say in one of RDF 1.2, where there is one statement. */
function reified(quads: readonly Quad[]): readonly Quad[] {
  const found = (name: string) => quads.filter(({ predicate }) => predicate.value === NS.rdf + name);
  const [subjects, predicates, objects] = [found("subject"), found("predicate"), found("object")];
  const [subject, predicate, object] = [subjects[0], predicates[0], objects[0]];
  const one = subjects.length === 1 && predicates.length === 1 && objects.length === 1;
  if (!one || !subject || !predicate || !object) return quads;
  const said = DataFactory.quad(
    DataFactory.namedNode(subject.object.value),
    DataFactory.namedNode(predicate.object.value),
    object.object,
  );
  const reifies = DataFactory.quad(
    subject.subject,
    DataFactory.namedNode(`${NS.rdf}reifies`),
    said as unknown as Quad["object"],
  );
  return [reifies, ...quads.filter((quad) => !isOfStatement(quad))];
}

function isOfStatement({ predicate, object }: Quad): boolean {
  if (predicate.value === `${NS.rdf}type`) return object.value === `${NS.rdf}Statement`;
  return ["subject", "predicate", "object"].some((name) => predicate.value === NS.rdf + name);
}

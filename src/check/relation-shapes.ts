import type { Ontology, Relation } from "../model/ontology.ts";
import { byCodeUnit } from "../model/order.ts";

const HEADER = `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix kg: <https://w3id.org/whosays/ontology#> .
@prefix shape: <https://w3id.org/whosays/shapes#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
`;

/**
 * The classes that facts are expected to join, as SHACL shapes: the narrow side of what domains and ranges leave wide.
 *
 * A thing of a class above the expected one passes too, as nobody knows it to be none.
 */
export function relationShapes({ relations, classes }: Ontology): string {
  const sorted = [...relations.values()].sort((a, b) => byCodeUnit(a.name, b.name));
  const above = (name: string) => classes.get(name)?.ancestors ?? [];
  return [HEADER, ...sorted.map((relation) => shapesOf(relation, above))].join("\n");
}

/** Where the text counts instead of naming, the object is a number. */
function shapesOf({ name, domain, range }: Relation, above: (name: string) => readonly string[]): string {
  const ends = [
    { end: "subject", targets: "Subjects", place: "before", wanted: domain, choices: classed(domain, above) },
    {
      end: "object",
      targets: "Objects",
      place: "behind",
      wanted: range,
      choices: [...(range === "Quantity" ? [] : classed(range, above)), "[ sh:nodeKind sh:Literal ]"],
    },
  ];
  const texts = ends.map(
    ({ end, targets, place, wanted, choices }) =>
      `shape:${name}-${end} a sh:NodeShape ; sh:target${targets}Of kg:${name} ;
    sh:or ( ${choices.join(" ")} ) ;
    sh:message "stands ${place} kg:${name}, and is no kg:${wanted}" ;
    rdfs:comment "Give it its right class, as by --overrides of whosays build; or take the fact and its claims out." .
`,
  );
  return texts.join("");
}

function classed(name: string, above: (name: string) => readonly string[]): readonly string[] {
  const wider = above(name).map((each) => `kg:${each}`);
  const allowed = `[ sh:property [ sh:path rdf:type ; sh:in ( ${wider.join(" ")} ) ] ]`;
  return [`[ sh:class kg:${name} ]`, ...(wider.length > 0 ? [allowed] : [])];
}

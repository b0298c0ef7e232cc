import { DataFactory, Parser, Store } from "n3";
// @ts-expect-error: it ships no types
import { Validator } from "shacl-engine";
// @ts-expect-error: it ships no types
import { validations } from "shacl-engine/sparql.js";
import { distinct } from "../../src/model/order.ts";

interface Result {
  readonly message: readonly { readonly value: string }[];
}

/**
 * The messages of all that shacl-engine finds wrong with a graph.
 *
 * It looks for classes above others among the shapes, where SHACL has them in the graph; so it is handed those of the graph there.
 * It takes a character beyond U+FFFF for none that a string may have; so it is handed question marks in their place.
 * Without `queries` it leaves out what is told by SPARQL, which takes it seconds for each dozen of claims.
 */
export async function foundByShaclEngine(
  turtle: string,
  shapes: readonly string[],
  { queries }: { readonly queries: boolean },
): Promise<readonly string[]> {
  const graph = new Parser().parse(turtle.replace(/\\U[0-9a-f]{8}/gi, "?"));
  const above = graph.filter(({ predicate }) => predicate.value.endsWith("#subClassOf"));
  const asked = [...new Parser().parse(shapes.join("\n")), ...above];
  const options = queries ? { validations } : {};
  const validator = new Validator(new Store(asked), { factory: DataFactory, ...options });
  const { results } = await validator.validate({ dataset: new Store(graph) });
  return distinct((results as readonly Result[]).flatMap(({ message }) => message.map(({ value }) => value)));
}

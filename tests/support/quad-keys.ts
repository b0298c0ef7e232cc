import { Parser, type Quad, type Term } from "n3";
import { Store } from "oxigraph";
import { expect } from "vitest";

/** The quads of a text as sorted keys, after two readers that share no code have read the same. */
export function quadKeys(text: string, mediaType: string): readonly string[] {
  const parsed = [...new Set(new Parser({ format: mediaType }).parse(text).map(quadKey))].sort();
  expect(storedKeys(text, mediaType)).toEqual(parsed);
  return parsed;
}

/** The quads of a text as Oxigraph reads them, as sorted keys. */
export function storedKeys(text: string, mediaType: string): readonly string[] {
  const store = new Store();
  store.load(text, { format: mediaType.replace(/;.*/, "") });
  return [...store.match()].map((quad) => quadKey(quad as unknown as Quad)).sort();
}

/** A quad as text. Oxigraph stores every kind of integer as xsd:integer; the value is the same. */
export function quadKey({ subject, predicate, object, graph }: Quad): string {
  return JSON.stringify([subject.value, predicate.value, termKey(object), graph.value]);
}

function termKey(term: Term): readonly unknown[] {
  if (term.termType === "Literal")
    return [term.value, term.language, term.datatype.value.replace(/#nonNegativeInteger$/, "#integer")];
  if ("predicate" in term) {
    const { subject, predicate, object } = term as unknown as Quad;
    return [term.termType, subject.value, predicate.value, termKey(object)];
  }
  return [term.termType, term.value];
}

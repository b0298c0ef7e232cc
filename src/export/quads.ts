import { DataFactory, type Quad, type Quad_Object } from "n3";
import { cleanText } from "../model/clean-text.ts";
import { NS } from "../model/namespaces.ts";
import { byCodeUnit } from "../model/order.ts";

const { literal, namedNode, quad } = DataFactory;

/** A triple from a subject and predicate, given as IRIs that are known to be sound, and a term. */
export function statement(subject: string, predicate: string, object: Quad_Object): Quad {
  return quad(namedNode(subject), namedNode(predicate), object);
}

/** An IRI as a term. */
export function iri(value: string): Quad_Object {
  return namedNode(value);
}

/** A string in English, or in the language of whoever wrote it; what `xsd:string` cannot hold becomes U+FFFD. */
export function text(value: string): Quad_Object {
  return literal(cleanText(value).replace(/[\ufffe\uffff]/g, "\ufffd"));
}

/** A typed literal; the datatype is a local name of XML Schema. */
export function typed(value: string | number | boolean, datatype: string): Quad_Object {
  return literal(cleanText(String(value)), namedNode(NS.xsd + datatype));
}

/** Triples of one subject by predicate, kind of object, object, language and datatype, each once; rdf:type comes first. */
export function canonical(quads: readonly Quad[]): readonly Quad[] {
  const all = [...quads].sort(compared);
  return all.filter((quad, i) => i === 0 || compared(all[i - 1] as Quad, quad) !== 0);
}

const TYPE = `${NS.rdf}type`;

/** Compares as little as tells two apart. */
function compared({ predicate: p, object: a }: Quad, { predicate: q, object: b }: Quad): number {
  if (p.value !== q.value) {
    if (p.value === TYPE) return -1;
    return q.value === TYPE ? 1 : byCodeUnit(p.value, q.value);
  }
  return byCodeUnit(a.termType, b.termType) || byCodeUnit(a.value, b.value) || comparedTails(a, b);
}

function comparedTails(a: Quad_Object, b: Quad_Object): number {
  if (a.termType !== "Literal" || b.termType !== "Literal") return 0;
  return byCodeUnit(a.language, b.language) || byCodeUnit(a.datatype.value, b.datatype.value);
}

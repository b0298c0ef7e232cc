import { cleanText } from "../../model/clean-text.ts";
import { type IriKind, iriOf, ploverIri, termIri } from "../../model/iri.ts";
import { NS, prefixesFor } from "../../model/namespaces.ts";

/** Terms as Turtle writes them; what they give is Turtle, never a name from the world as it stands. */
export interface TurtleTerms {
  /** An IRI, short where a prefix is declared for it; it comes from a guard of `model/iri.ts`. */
  iri(value: string): string;
  /** The IRI of an id. */
  own(kind: IriKind, id: string): string;
  /** A term of the ontology. */
  kg(name: string): string;
  /** A term of others: `of("rdfs", "label")`. */
  of(vocabulary: keyof typeof NS, name: string): string;
  /** A category of PLOVER. */
  plover(name: string): string;
  /** A string; what `xsd:string` cannot hold becomes U+FFFD. */
  text(value: string): string;
  /** A literal of a datatype of XML Schema. */
  typed(value: string | number | boolean, datatype: string): string;
}

/** What may stand behind a prefix as it is; Turtle would allow more, and escapes for the rest. */
const plainLocal = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/;

/** Makes the terms of files whose IRIs begin with `base`. */
export function turtleTerms(base: string): TurtleTerms {
  const prefixes = new Map(Object.entries(prefixesFor(base)).map(([prefix, iri]) => [iri, prefix]));
  const iri = (value: string): string => {
    const cut = Math.max(value.lastIndexOf("/"), value.lastIndexOf("#")) + 1;
    const prefix = prefixes.get(value.slice(0, cut));
    const local = value.slice(cut);
    if (prefix !== undefined && plainLocal.test(local)) return `${prefix}:${local}`;
    return `<${value.replace(notInIri, escaped)}>`;
  };
  return {
    iri,
    own: (kind, id) => iri(iriOf(base, kind, id)),
    kg: (name) => iri(termIri(base, name)),
    plover: (name) => iri(ploverIri(base, name)),
    of: (vocabulary, name) => iri(NS[vocabulary] + name),
    text: (value) => quoted(cleanText(value).replace(/[\ufffe\uffff]/g, "\ufffd")),
    typed: (value, datatype) => `${quoted(cleanText(String(value)))}^^${iri(NS.xsd + datatype)}`,
  };
}

function quoted(text: string): string {
  return `"${text.replace(/["\\\n\r\t]/g, (unit) => escapes.get(unit) ?? unit)}"`;
}

/** `cleanText` leaves no other character that must not stand in a literal. */
const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** The guards let none of these through; should one of them fail, it still ends no IRI before its time. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const notInIri = /[\x00-\x20<>"{}|^`\\]/g;

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

import { NS } from "../model/namespaces.ts";

/** A property that the context gives a short name. */
export interface ContextTerm {
  /** A namespace of others, or `kg`, and a local name. */
  readonly property: `${keyof typeof NS | "kg"}:${string}`;
  /** Of its values: IRIs, strings, or a local name of XML Schema. */
  readonly type:
    | "@id"
    | "string"
    | "boolean"
    | "date"
    | "dateTime"
    | "decimal"
    | "integer"
    | "nonNegativeInteger";
}

/** The short names, in the order of the context. */
export const CONTEXT_TERMS: Readonly<Record<string, ContextTerm>> = {
  label: { property: "rdfs:label", type: "string" },
  altLabel: { property: "skos:altLabel", type: "string" },
  sameAs: { property: "owl:sameAs", type: "@id" },
  differentFrom: { property: "owl:differentFrom", type: "@id" },
  isPartOf: { property: "dcterms:isPartOf", type: "@id" },
  subPropertyOf: { property: "rdfs:subPropertyOf", type: "@id" },
  subClassOf: { property: "rdfs:subClassOf", type: "@id" },
  subject: { property: "rdf:subject", type: "@id" },
  predicate: { property: "rdf:predicate", type: "@id" },
  object: { property: "rdf:object", type: "@id" },
  objectUnit: { property: "kg:objectUnit", type: "string" },
  event: { property: "kg:event", type: "@id" },
  asserted: { property: "kg:asserted", type: "boolean" },
  polarity: { property: "kg:polarity", type: "@id" },
  certainty: { property: "kg:certainty", type: "@id" },
  temporality: { property: "kg:temporality", type: "@id" },
  modality: { property: "kg:modality", type: "@id" },
  speaker: { property: "kg:speaker", type: "@id" },
  content: { property: "kg:content", type: "@id" },
  argument: { property: "kg:argument", type: "@id" },
  eventPlace: { property: "kg:eventPlace", type: "@id" },
  eventStart: { property: "kg:eventStart", type: "date" },
  eventEnd: { property: "kg:eventEnd", type: "date" },
  saidStart: { property: "kg:saidStart", type: "date" },
  saidEnd: { property: "kg:saidEnd", type: "date" },
  confidence: { property: "kg:confidence", type: "decimal" },
  independentSources: { property: "kg:independentSources", type: "integer" },
  conflictsWith: { property: "kg:conflictsWith", type: "@id" },
  evidence: { property: "kg:evidence", type: "@id" },
  inDocument: { property: "kg:inDocument", type: "@id" },
  sentence: { property: "kg:sentence", type: "string" },
  beginIndex: { property: "nif:beginIndex", type: "nonNegativeInteger" },
  endIndex: { property: "nif:endIndex", type: "nonNegativeInteger" },
  anchorOf: { property: "nif:anchorOf", type: "string" },
  extractor: { property: "kg:extractor", type: "@id" },
  fromWire: { property: "kg:fromWire", type: "@id" },
  prints: { property: "kg:prints", type: "@id" },
  sharedSentences: { property: "kg:sharedSentences", type: "integer" },
  identifier: { property: "dcterms:identifier", type: "string" },
  title: { property: "dcterms:title", type: "string" },
  publisher: { property: "dcterms:publisher", type: "string" },
  issued: { property: "dcterms:issued", type: "date" },
  created: { property: "dcterms:created", type: "dateTime" },
  sourceOrganization: { property: "schema:sourceOrganization", type: "string" },
  url: { property: "schema:url", type: "@id" },
  textHash: { property: "kg:textHash", type: "string" },
  textLength: { property: "kg:textLength", type: "nonNegativeInteger" },
};

/** What a JSON-LD context says of a term. */
export interface TermDefinition {
  readonly "@id": string;
  readonly "@type"?: string;
}

/**
 * The JSON-LD context of a base.
 *
 * It has no prefixes: an address such as `schema:x` would be taken for one. Names without a colon are of the ontology.
 */
export function contextFor(base: string): Readonly<Record<string, TermDefinition>> {
  const terms = Object.entries(CONTEXT_TERMS).map(([name, { property, type }]) => {
    const [prefix = "", local = ""] = property.split(":");
    const namespace = prefix === "kg" ? `${base}ontology#` : NS[prefix as keyof typeof NS];
    const kind = type === "@id" ? type : NS.xsd + type;
    return [name, { "@id": namespace + local, ...(type === "string" ? {} : { "@type": kind }) }];
  });
  const keywords = { "@version": 1.1, "@vocab": `${base}ontology#`, id: "@id", type: "@type" };
  return { ...keywords, ...Object.fromEntries(terms) };
}

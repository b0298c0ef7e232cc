import { byCodeUnit, distinct } from "../model/order.ts";
import { type Entry, IRI, type OntologyFile, readEntries } from "./entries.ts";

/** A term of the published ontology, with all that is published of it. */
export interface PublishedTerm {
  readonly iri: string;
  /** As people write it: `kg:backs`. */
  readonly name: string;
  readonly section: Section;
  readonly label: string;
  readonly definition: string;
  /** Full IRIs by short name of the property: `rdfs:subClassOf`. Ordered by code unit. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  /** Texts by short name of the property, but for label and definition. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** How English says it. */
  readonly wordings: readonly string[];
}

/** The parts that the ontology is told in, in their order. */
export const SECTIONS = {
  classes: "Classes of entities",
  relations: "Relations between entities",
  provenance: "Claims, evidence and documents",
  stance: "How a claim is held",
  attitudes: "Attitudes: verbs that set how their content is held",
  annotations: "Words that the entries themselves are written in",
  plover: "PLOVER event types, and the roots of CAMEO",
} as const;

type Section = keyof typeof SECTIONS;

/** The ontology as it is published: what describes it, and its terms. */
export interface Published {
  /** Texts and addresses by short name of the property. */
  readonly header: ReadonlyMap<string, readonly string[]>;
  /** Ordered by section, then name. */
  readonly terms: readonly PublishedTerm[];
}

const OWN = "https://w3id.org/whosays/";
const ONTOLOGY = `${OWN}ontology`;
const XSD = "http://www.w3.org/2001/XMLSchema#";

const PREFIXES: Readonly<Record<string, string>> = {
  ...IRI,
  quad: `${IRI.plover}quad/`,
  cameo: `${OWN}cameo/`,
  xsd: XSD,
  dcterms: "http://purl.org/dc/terms/",
  vann: "http://purl.org/vocab/vann/",
  schema: "https://schema.org/",
  foaf: "http://xmlns.com/foaf/0.1/",
  geosparql: "http://www.opengis.net/ont/geosparql#",
  nif: "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
  org: "http://www.w3.org/ns/org#",
  prov: "http://www.w3.org/ns/prov#",
  sem: "http://semanticweb.cs.vu.nl/2009/11/sem/",
  time: "http://www.w3.org/2006/time#",
};

/** An IRI behind the shortest prefix that is known, else in angle brackets. */
export function shortName(iri: string): string {
  const fitting = Object.entries(PREFIXES)
    .filter(([, namespace]) => iri.startsWith(namespace) && /^[\w-]+$/.test(iri.slice(namespace.length)))
    .map(([prefix, namespace]) => `${prefix}:${iri.slice(namespace.length)}`);
  return fitting[0] ?? `<${iri}>`;
}

/** Properties whose values are addresses; all others hold text. */
const LINKS = new Set(
  "rdf:type rdfs:subClassOf rdfs:subPropertyOf rdfs:domain rdfs:range rdfs:seeAlso owl:versionIRI dcterms:license dcterms:source kg:ploverType skos:inScheme skos:member skos:closeMatch skos:broadMatch skos:narrowMatch skos:relatedMatch".split(
    " ",
  ),
);
/** What only tells the program how to read English, or what to draw. */
const READING =
  /^kg:(?:wording|frame|outcome|converse|headWord|memberWord|organWord|legalForm|title|drawnAs|content\w+)$/;

/** Reads the files of `ontology/` into what is published of them; names of entities are left out. */
export function publishedOf(files: readonly OntologyFile[]): Published {
  const entries = readEntries(files);
  const header = entries.get(ONTOLOGY);
  const order = Object.keys(SECTIONS);
  const terms = [...entries.values()]
    .filter(({ iri }) => iri.startsWith(OWN) && !iri.startsWith(IRI.ent) && iri !== ONTOLOGY)
    .map((entry) => termOf(entry, entries))
    .sort((a, b) => order.indexOf(a.section) - order.indexOf(b.section) || byCodeUnit(a.name, b.name));
  return {
    header: new Map([...(header?.values ?? [])].map(([iri, values]) => [shortName(iri), values])),
    terms,
  };
}

function termOf(entry: Entry, entries: ReadonlyMap<string, Entry>): PublishedTerm {
  const section = sectionOf(entry, entries);
  const said = new Map([...entry.values].map(([iri, values]) => [shortName(iri), values] as const));
  const told = [...said].filter(([name]) => !READING.test(name));
  const links = new Map(told.filter(([name]) => LINKS.has(name)));
  links.set("rdf:type", typesOf(entry));
  if (section === "relations") widen(links);
  links.set("rdfs:isDefinedBy", [ONTOLOGY]);
  const named = new Set(["rdfs:label", "skos:prefLabel", "skos:definition"]);
  return {
    iri: entry.iri,
    name: shortName(entry.iri),
    section,
    label: (said.get("rdfs:label") ?? said.get("skos:prefLabel") ?? [])[0] ?? "",
    definition: said.get("skos:definition")?.[0] ?? "",
    links,
    texts: new Map(told.filter(([name]) => !LINKS.has(name) && !named.has(name))),
    wordings: said.get("kg:wording") ?? [],
  };
}

function sectionOf({ types, iri }: Entry, entries: ReadonlyMap<string, Entry>): Section {
  if (!iri.startsWith(IRI.kg)) return "plover";
  if (types.has(`${IRI.owl}Class`)) return "classes";
  if (types.has(`${IRI.owl}ObjectProperty`)) return "relations";
  if (types.has(`${IRI.kg}Attitude`) || iri === `${IRI.kg}Attitude`) return "attitudes";
  if (types.has(`${IRI.owl}AnnotationProperty`)) return "annotations";
  const valued = [...entries.values()].some((other) => other.types.has(iri));
  return valued || [...types].some((type) => type.startsWith(IRI.kg)) ? "stance" : "provenance";
}

/**
 * What a term is in OWL 2.
 *
 * `rdfs:Class` and `rdf:Property` are classes and properties too; the entries call them so because no text tells of them.
 * What an entity has one of at a time is no `owl:FunctionalProperty`: two values would be taken for the same thing.
 */
function typesOf({ types, values }: Entry): readonly string[] {
  const [range = ""] = values.get(`${IRI.rdfs}range`) ?? [];
  const isData = range.startsWith(XSD) || range === `${IRI.kg}Quantity`;
  const property = `${IRI.owl}${isData ? "DatatypeProperty" : "ObjectProperty"}`;
  const meant = [...types]
    .filter((type) => type !== `${IRI.owl}FunctionalProperty`)
    .map((type) => {
      if (type === `${IRI.rdfs}Class`) return `${IRI.owl}Class`;
      return type === `${IRI.rdf}Property` || type === `${IRI.owl}ObjectProperty` ? property : type;
    });
  const individual = meant.every((type) => type.startsWith(IRI.kg));
  return distinct([...meant, ...(individual ? [`${IRI.owl}NamedIndividual`] : [])]);
}

/** Domains and ranges infer, so they are the widest; those expected stand beside them, and in the shapes. */
function widen(links: Map<string, readonly string[]>): void {
  const [range] = links.get("rdfs:range") ?? [];
  const isNumber = range === `${IRI.kg}Quantity`;
  links.set("schema:domainIncludes", links.get("rdfs:domain") ?? []);
  links.set("schema:rangeIncludes", links.get("rdfs:range") ?? []);
  links.set("rdfs:domain", [`${IRI.kg}Entity`]);
  if (isNumber) links.delete("rdfs:range");
  else links.set("rdfs:range", [`${IRI.kg}Entity`]);
}

/** The ontology in OWL 2, as Turtle: every term with label, definition and where it is defined. */
export function publishedTurtle({ header, terms }: Published): string {
  const used = Object.entries(PREFIXES).filter(([prefix]) => prefix !== "ent");
  const prefixes = used.map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`).join("");
  const top = block(`<${ONTOLOGY}>`, [
    "a owl:Ontology",
    ...[...header]
      .filter(([name]) => name !== "rdf:type")
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([name, values]) => said(name, values)),
  ]);
  const external = `${EXTERNAL.map(([name, type]) => `${name} a owl:${type} .`).join("\n")}\n`;
  const sections = (Object.keys(SECTIONS) as Section[]).map((section) =>
    [
      `# --- ${SECTIONS[section]} ---\n`,
      ...terms.filter((term) => term.section === section).map(termText),
    ].join("\n"),
  );
  const note =
    "# Made of the entries of ontology/ by `npm run build:ontology`; change those, not this file.\n";
  return [note + prefixes, top, "# --- Words of others that are used here ---\n", external, ...sections].join(
    "\n",
  );
}

/** So that a tool for OWL 2 DL knows what they are. */
const EXTERNAL: readonly (readonly [string, string])[] = [
  ...["title", "description", "creator", "created", "license", "source"].map(
    (name) => [`dcterms:${name}`, "AnnotationProperty"] as const,
  ),
  ["vann:preferredNamespacePrefix", "AnnotationProperty"],
  ["vann:preferredNamespaceUri", "AnnotationProperty"],
  ["schema:domainIncludes", "AnnotationProperty"],
  ["schema:rangeIncludes", "AnnotationProperty"],
  ...["definition", "prefLabel", "scopeNote"].map((name) => [`skos:${name}`, "AnnotationProperty"] as const),
  ["skos:notation", "DatatypeProperty"],
  ...["Concept", "ConceptScheme", "Collection"].map((name) => [`skos:${name}`, "Class"] as const),
  ...["inScheme", "member", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"].map(
    (name) => [`skos:${name}`, "ObjectProperty"] as const,
  ),
];

function termText({ name, label, definition, links, texts, section }: PublishedTerm): string {
  const concept = section === "plover";
  const types = (links.get("rdf:type") ?? []).map(shortName).join(" , ");
  const rest = [...links].filter(([property, values]) => property !== "rdf:type" && values.length > 0);
  return block(name, [
    `a ${types}`,
    `${concept ? "skos:prefLabel" : "rdfs:label"} ${literal(label)}@en`,
    ...(definition === "" ? [] : [`skos:definition ${literal(definition)}@en`]),
    ...[...rest, ...texts]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([property, values]) => said(property, values)),
  ]);
}

/** Texts in a language; codes, versions and days in none. */
const CODES = new Set(["skos:notation", "owl:versionInfo", "kg:kind", "vann:preferredNamespacePrefix"]);

function said(property: string, values: readonly string[]): string {
  const terms = values.map((value) => {
    if (LINKS.has(property) || property.endsWith("Includes") || property === "rdfs:isDefinedBy")
      return shortName(value);
    if (property === "dcterms:created") return `${literal(value)}^^xsd:date`;
    return CODES.has(property) || property.startsWith("vann:") ? literal(value) : `${literal(value)}@en`;
  });
  return `${property} ${terms.join(" , ")}`;
}

function block(subject: string, statements: readonly string[]): string {
  return `${subject} ${statements.join(" ;\n    ")} .\n`;
}

function literal(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r")}"`;
}

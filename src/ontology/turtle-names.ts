import { EventEmitter } from "node:events";
import { Parser, type Quad } from "n3";
import { byCodeUnit } from "../model/order.ts";
import { IRI, type OntologyFile, shorten, syntaxProblem } from "./entries.ts";
import { type Listed, type Listing, MOST_NAMES, SAYS_NOTHING, tooMany } from "./listing.ts";
import type { Problem } from "./ontology-error.ts";

const TYPE = `${IRI.rdf}type`;
const SAME_AS = `${IRI.owl}sameAs`;
const LABELS = [`${IRI.rdfs}label`, `${IRI.skos}prefLabel`];
const ALIASES = [`${IRI.skos}altLabel`, `${IRI.skos}hiddenLabel`];
const OF_NAMES = ["demonym", "metonym", "partOf", "locatedIn", "capitalOf", "memberOf"];
/** What makes a subject a name. */
const TELLING = new Set([...LABELS, ...ALIASES, SAME_AS, TYPE, ...OF_NAMES.map((name) => IRI.kg + name)]);
/** What a gazetteer may say besides: read by others, not by us. */
const OTHERS = new Set([
  ..."comment seeAlso isDefinedBy".split(" ").map((name) => IRI.rdfs + name),
  ..."versionInfo deprecated".split(" ").map((name) => IRI.owl + name),
  ...(
    "notation note changeNote definition editorialNote example historyNote scopeNote inScheme hasTopConcept " +
    "topConceptOf broader narrower related broaderTransitive narrowerTransitive semanticRelation member memberList " +
    "mappingRelation closeMatch exactMatch broadMatch narrowMatch relatedMatch"
  )
    .split(" ")
    .map((name) => IRI.skos + name),
]);
const CHECKED = [IRI.kg, IRI.rdfs, IRI.skos, IRI.owl];

/** Types of what is no name: headers, schemes, classes and properties. */
const NO_NAME =
  /(?:owl#(?:Ontology|Class|\w*Property)|rdf-schema#Class|rdf-syntax-ns#Property|core#(?:ConceptScheme|Collection|OrderedCollection))$/;
/** Types that say no more than that there is something. */
const SAYS_LITTLE = new Set([
  `${IRI.skos}Concept`,
  `${IRI.owl}NamedIndividual`,
  `${IRI.owl}Thing`,
  `${IRI.rdfs}Resource`,
]);

/** How many statements about names are held in memory. */
const MOST_STATEMENTS = 1_000_000;
/** How many characters the parser is given at a time; given all at once, it would hold each token of 50 MB. */
const CHUNK = 65_536;

/** The names of a Turtle file: entries of our own kind, and plain gazetteers whose subjects are any IRIs. */
export function turtleNames(file: OntologyFile): Listed {
  const { statements, problems } = statementsOf(file);
  if (problems.length > 0) return { listings: [], problems };
  const bySubject = new Map<string, Quad[]>();
  for (const quad of statements) {
    const list = bySubject.get(quad.subject.value);
    if (list) list.push(quad);
    else bySubject.set(quad.subject.value, [quad]);
  }
  const listed = [...bySubject.values()].map((said) => listedOf(file.name, said));
  return {
    listings: listed.flatMap((part) => part.listings),
    problems: listed.flatMap((part) => part.problems),
  };
}

function statementsOf(file: OntologyFile): {
  readonly statements: readonly Quad[];
  readonly problems: readonly Problem[];
} {
  const statements: Quad[] = [];
  const problems: Problem[] = [];
  let names = 0;
  const input = new EventEmitter();
  new Parser({ format: "text/turtle" }).parse(input, (error, quad) => {
    if (error) problems.push(syntaxProblem(file.name, error));
    else if (quad && isToRead(quad)) {
      statements.push(quad);
      if (isFound(quad)) names++;
    }
  });
  for (let at = 0; at < file.text.length && problems.length === 0; at += CHUNK) {
    input.emit("data", file.text.slice(at, at + CHUNK));
    if (names > MOST_NAMES) problems.push(tooMany(file.name));
    else if (statements.length > MOST_STATEMENTS) {
      const message = `says over ${MOST_STATEMENTS} things of its names; leave out what you do not need`;
      problems.push({ file: file.name, entry: "", message });
    }
  }
  if (problems.length === 0) input.emit("end");
  return { statements, problems: problems.slice(0, 1) };
}

/** Whether a statement gives a string that is looked for in texts. */
function isFound(quad: Quad): boolean {
  const { value } = quad.predicate;
  return (LABELS.includes(value) || ALIASES.includes(value)) && languageRank(quad) < FOREIGN;
}

/** What tells of a name, and slips of the pen in doing so. */
function isToRead({ predicate: { value } }: Quad): boolean {
  return (
    TELLING.has(value) || (!OTHERS.has(value) && CHECKED.some((namespace) => value.startsWith(namespace)))
  );
}

function listedOf(file: string, said: readonly Quad[]): Listed {
  const subject = (said[0] as Quad).subject;
  const iri = subject.value;
  const entry = subject.termType === "BlankNode" ? "a blank node" : shorten(iri);
  const types = iris(said, TYPE);
  if (types.some((type) => NO_NAME.test(type))) {
    if (!iri.startsWith(IRI.kg)) return { listings: [], problems: [] };
    const message = "is no name; relations and classes belong into a folder for --ontology";
    return { listings: [], problems: [{ file, entry, message }] };
  }
  const problems = problemsOf(said, types, subject.termType === "BlankNode").map((message) => ({
    file,
    entry,
    message,
  }));
  const isName = said.some(({ predicate: { value } }) => value !== TYPE) || kinds(types).length > 0;
  if (!isName || subject.termType === "BlankNode") return { listings: [], problems };
  return { listings: [listingOf(file, entry, iri, said, types)], problems };
}

function problemsOf(said: readonly Quad[], types: readonly string[], blank: boolean): readonly string[] {
  const known = (value: string) => TELLING.has(value) || OTHERS.has(value);
  const slips = said.map(({ predicate: { value } }) => value).filter((value) => !known(value));
  const strange = types.filter((type) => !type.startsWith(IRI.kg) && !SAYS_LITTLE.has(type));
  const named = kinds(types).length > 0 || said.some(({ predicate: { value } }) => LABELS.includes(value));
  return [
    ...[...new Set(slips)].map(
      (slip) =>
        `has ${shorten(slip)}, which is no property of a name; see "Your own names" in README.md of the ontology`,
    ),
    ...(blank && named ? ["has a name or a class but no IRI; give it one"] : []),
    ...(strange.length > 0 && kinds(types).length === 0 && !blank && named
      ? [
          `has the type ${shorten(strange[0] as string)}, which is no class of ours; add one, such as kg:Organization`,
        ]
      : []),
  ];
}

/** The types that are, or should be, classes of ours. */
function kinds(types: readonly string[]): readonly string[] {
  return types.filter((type) => type.startsWith(IRI.kg));
}

function listingOf(
  file: string,
  entry: string,
  iri: string,
  said: readonly Quad[],
  types: readonly string[],
): Listing {
  const own = iri.startsWith(IRI.ent) ? iri.slice(IRI.ent.length) : undefined;
  const labels = labelsOf(said);
  const best = Math.min(...labels.map(({ rank }) => rank));
  const chosen = labels.filter(({ rank }) => rank === best).map(({ text }) => text);
  const others = labels.filter(({ rank }) => rank !== best && rank < FOREIGN).map(({ text }) => text);
  // Of "Acme Ltd"@en-GB and "Acme Inc"@en-US one will do; of two without a language, who can say which is meant?
  const spare = best < REGIONAL || best >= FOREIGN ? [] : chosen.slice(1);
  const also = said.filter((quad) => ALIASES.includes(quad.predicate.value) && isFound(quad));
  const link = own === undefined && /^https?:/.test(iri) ? [iri] : [];
  const kg = (name: string) => values(said, IRI.kg + name);
  return {
    ...SAYS_NOTHING,
    ...{ file, entry, iri, id: own },
    labels: best < REGIONAL ? chosen : chosen.slice(0, 1),
    aliases: [...spare, ...others, ...also.map(textOf)],
    classes: kinds(types).map((type) => type.slice(IRI.kg.length)),
    demonyms: kg("demonym"),
    metonyms: kg("metonym"),
    partOf: kg("partOf"),
    locatedIn: kg("locatedIn"),
    capitalOf: kg("capitalOf"),
    sameAs: [...values(said, SAME_AS), ...link],
  };
}

/** Ranks of labels: plain or English, English of some region or of any language, foreign. */
const REGIONAL = 4;
const FOREIGN = 8;

/** The distinct labels, each with the best rank that it has; in code-unit order. */
function labelsOf(said: readonly Quad[]): readonly { readonly text: string; readonly rank: number }[] {
  const ranks = new Map<string, number>();
  for (const quad of said) {
    const property = LABELS.indexOf(quad.predicate.value);
    if (property < 0) continue;
    const rank = languageRank(quad) + property;
    ranks.set(quad.object.value, Math.min(rank, ranks.get(quad.object.value) ?? rank));
  }
  return [...ranks].map(([text, rank]) => ({ text, rank })).sort((a, b) => byCodeUnit(a.text, b.text));
}

function languageRank({ object }: Quad): number {
  const language = object.termType === "Literal" ? object.language.toLowerCase() : "";
  if (language === "") return 0;
  if (language === "en") return 2;
  return language.startsWith("en-") || language === "mul" ? REGIONAL : FOREIGN;
}

function values(said: readonly Quad[], property: string): readonly string[] {
  return said.filter(({ predicate }) => predicate.value === property).map(textOf);
}

function iris(said: readonly Quad[], property: string): readonly string[] {
  return said
    .filter(({ predicate, object }) => predicate.value === property && object.termType === "NamedNode")
    .map(textOf);
}

function textOf({ object }: Quad): string {
  return object.value;
}

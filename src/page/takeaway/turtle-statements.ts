import type { ClaimObject } from "../../model/claim.ts";
import { argumentTerms, stanceTerms } from "../../model/claim-terms.ts";
import type { CodePoints } from "../../model/code-points.ts";
import { addressIri } from "../../model/iri.ts";
import type { PageDocument, PageEntity, PageWire } from "../../model/page-payload.ts";
import { isAsserted } from "../../model/stance.ts";
import type { Catalogue } from "../data/catalogue.ts";
import { entityId, type TakenClaim, type TakenEvidence } from "./taken-claim.ts";
import type { TurtleTerms } from "./turtle-terms.ts";

/** What is said of a subject: a predicate and an object, both as Turtle writes them. */
type Saying = readonly [predicate: string, object: string];

/** The facts that claims assert, subject by subject in the order of first sight. */
export function* factStatements(terms: TurtleTerms, claims: Iterable<TakenClaim>): Iterable<string> {
  const facts = new Map<string, Saying[]>();
  for (const claim of claims) {
    const object = objectTerm(terms, claim.object);
    if (object === undefined || !isAsserted(claim.stance)) continue;
    const subject = terms.own("entity", claim.subject);
    const said = facts.get(subject) ?? [];
    facts.set(subject, said);
    said.push([relationTerm(terms, claim), object]);
  }
  for (const [subject, said] of facts) yield statement(subject, said);
}

/** A claim as an RDF statement with its stance, asserted or not. */
export function claimStatement(terms: TurtleTerms, claim: TakenClaim): string {
  const { own, kg, of, text, typed, plover } = terms;
  return statement(own("claim", claim.id), [
    ["a", of("rdf", "Statement")],
    ["a", kg("Claim")],
    [of("rdf", "subject"), own("entity", claim.subject)],
    [of("rdf", "predicate"), relationTerm(terms, claim)],
    ...optional(of("rdf", "object"), objectTerm(terms, claim.object)),
    ...optional(kg("objectUnit"), unitOf(claim.object), text),
    [kg("event"), own("event", claim.event)],
    ...optional(kg("ploverType"), claim.plover, plover),
    [kg("asserted"), typed(isAsserted(claim.stance), "boolean")],
    ...(["polarity", "certainty", "temporality", "modality"] as const).map(
      (axis): Saying => [kg(axis), kg(stanceTerms[claim.stance[axis]])],
    ),
    ...claim.stance.speakers.map((id): Saying => [kg("speaker"), own("entity", id)]),
    ...argumentsOf(terms, claim),
    ...timeOf(terms, claim),
    [kg("confidence"), typed(claim.confidence, "decimal")],
    [kg("independentSources"), typed(claim.independentSources, "integer")],
    ...claim.conflictsWith.map((id): Saying => [kg("conflictsWith"), own("claim", id)]),
    ...claim.evidence.map(({ id }): Saying => [kg("evidence"), own("evidence", id)]),
  ]);
}

/** A sentence that says so; offsets only where the page has the text that they count in. */
export function evidenceStatement(
  { own, kg, of, text, typed }: TurtleTerms,
  { id, document, quote, words, places, extractor, confidence }: TakenEvidence,
  points: CodePoints,
): string {
  const offset = (at: number): string => typed(points(at), "nonNegativeInteger");
  return statement(own("evidence", id), [
    ["a", kg("Evidence")],
    [kg("inDocument"), own("document", document)],
    [kg("sentence"), text(quote)],
    ...optional(of("nif", "beginIndex"), places?.words.start, offset),
    ...optional(of("nif", "endIndex"), places?.words.end, offset),
    [of("nif", "anchorOf"), text(words)],
    [kg("extractor"), own("extractor", extractor)],
    [kg("confidence"), typed(confidence, "decimal")],
  ]);
}

/** An entity with its class and names. */
export function entityStatement(
  { own, kg, of, iri, text }: TurtleTerms,
  { id, label, type, aliases, sameAs, partOf }: PageEntity,
  catalogue: Catalogue,
): string {
  return statement(own("entity", id), [
    ["a", kg(catalogue.payload.types[type]?.name ?? "")],
    [of("rdfs", "label"), text(label)],
    ...aliases.map((alias): Saying => [of("skos", "altLabel"), text(alias)]),
    ...sameAs.flatMap((address) => optional(of("owl", "sameAs"), addressIri(address), iri)),
    ...optional(of("dcterms", "isPartOf"), partOf, (whole) => own("entity", entityId(catalogue, whole))),
  ]);
}

/** An article, with the wire that it prints. */
export function documentStatement(
  { own, kg, of, iri, text, typed }: TurtleTerms,
  { id, headline, outlet, agency, published, url, abridged, text: read }: PageDocument,
  points: CodePoints,
  wire: PageWire | undefined,
): string {
  const length = abridged ? undefined : points(read.length);
  return statement(own("document", id), [
    ["a", kg("Document")],
    [of("dcterms", "identifier"), text(id)],
    ...optional(of("dcterms", "title"), headline || undefined, text),
    ...optional(of("dcterms", "publisher"), outlet || undefined, text),
    ...optional(of("schema", "sourceOrganization"), agency || undefined, text),
    ...optional(of("dcterms", "issued"), published || undefined, (day) => typed(day, "date")),
    ...optional(of("schema", "url"), addressIri(url ?? ""), iri),
    ...optional(kg("textLength"), length, (count) => typed(count, "nonNegativeInteger")),
    ...optional(kg("prints"), wire, (printed) => own("wire", printed.id)),
  ]);
}

/** A text that several documents print. */
export function wireStatement({ own, kg, of, text }: TurtleTerms, { id, agency }: PageWire): string {
  return statement(own("wire", id), [
    ["a", kg("Wire")],
    ...optional(of("schema", "sourceOrganization"), agency, text),
  ]);
}

/** The relations that no ontology has, and what read the claims. */
export function* termStatements(
  { own, kg, of, text }: TurtleTerms,
  claims: Iterable<TakenClaim>,
): Iterable<string> {
  const open = new Set<string>();
  const extractors = new Set<string>();
  for (const claim of claims) {
    if (claim.open) open.add(claim.predicate);
    for (const { extractor } of claim.evidence) extractors.add(extractor);
  }
  for (const name of open)
    yield statement(own("open", name), [
      ["a", of("rdf", "Property")],
      [of("rdfs", "label"), text(name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase())],
    ]);
  for (const id of extractors) yield statement(own("extractor", id), [["a", kg("Extractor")]]);
}

/** All that is said of a subject, each thing once. */
function statement(subject: string, said: readonly Saying[]): string {
  const lines = new Set(said.map(([predicate, object]) => `${predicate} ${object}`));
  return `${subject} ${[...lines].join(" ;\n    ")} .\n`;
}

/** Says nothing of a value that there is not. */
function optional<T>(
  predicate: string,
  value: T | undefined,
  term: (value: T) => string = String,
): readonly Saying[] {
  return value === undefined ? [] : [[predicate, term(value)]];
}

function relationTerm({ own, kg }: TurtleTerms, { predicate, open }: TakenClaim): string {
  return open ? own("open", predicate) : kg(predicate);
}

function objectTerm({ own, text, typed }: TurtleTerms, object: ClaimObject): string | undefined {
  if (object === null) return undefined;
  if ("entity" in object) return own("entity", object.entity);
  return object.datatype === "string" ? text(object.value) : typed(object.value, object.datatype);
}

function unitOf(object: ClaimObject): string | undefined {
  return object !== null && "unit" in object ? object.unit || undefined : undefined;
}

function argumentsOf({ own, kg }: TurtleTerms, claim: TakenClaim): readonly Saying[] {
  return claim.arguments.flatMap(([role, ids]) => {
    const kind = role === "content" ? "claim" : "entity";
    return ids.flatMap((id) => argumentTerms(role).map((name): Saying => [kg(name), own(kind, id)]));
  });
}

function timeOf({ kg, typed }: TurtleTerms, { time }: TakenClaim): readonly Saying[] {
  if (time === undefined) return [];
  const name = time.basis === "said" ? "said" : "event";
  const fromEvent: readonly Saying[] =
    time.basis === "event" ? [[kg("timeFromEvent"), typed(true, "boolean")]] : [];
  return [
    [kg(`${name}Start`), typed(time.start, "date")],
    [kg(`${name}End`), typed(time.end, "date")],
    ...fromEvent,
  ];
}

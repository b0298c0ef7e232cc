import type { Term } from "n3";
import type { Path, Rule, Target, Test } from "./shapes.ts";

const RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
const SUBCLASS = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>";
const XSD = "http://www.w3.org/2001/XMLSchema#";
const SH = "http://www.w3.org/ns/shacl#";

/** The query for all that breaks a rule, as rows of `this` and, where one value is wrong, `value`. */
export function queryFor({ targets, path, constraint }: Rule): string {
  const target = targetPattern(targets);
  if (constraint.kind === "sparql") return withTarget(constraint.select, target);
  const value = path ? step(path, "?value") : "BIND($this AS ?value)";
  switch (constraint.kind) {
    case "minCount":
    case "maxCount": {
      const wrong = `?n ${constraint.kind === "minCount" ? "<" : ">"} ${constraint.count}`;
      return `SELECT $this WHERE { { SELECT $this (COUNT(DISTINCT ?value) AS ?n) WHERE { ${target} OPTIONAL { ${value} } } GROUP BY $this } FILTER(${wrong}) }`;
    }
    case "hasValue":
      return rows(
        target,
        path ? step(path, "?any") : "",
        `FILTER NOT EXISTS { ${path ? step(path, termText(constraint.term)) : ""} }`,
        "$this",
      );
    case "lessThan":
    case "lessThanOrEquals": {
      const sign = constraint.kind === "lessThan" ? "<" : "<=";
      return rows(
        target,
        `${value} $this <${constraint.iri}> ?other .`,
        `FILTER(!COALESCE(?value ${sign} ?other, false))`,
      );
    }
    case "test":
      return rows(target, value, `FILTER(!COALESCE(${expression(constraint.test)}, false))`);
  }
}

function rows(target: string, value: string, filter: string, chosen = "$this ?value"): string {
  const optional = chosen === "$this" && value !== "" ? `OPTIONAL { ${value} }` : value;
  return `SELECT DISTINCT ${chosen} WHERE { ${target} ${optional} ${filter} }`;
}

/** All targets at once instead of one after the other. */
function withTarget(select: string, target: string): string {
  return select.replace(/WHERE\s*\{/, () => `WHERE { { SELECT DISTINCT $this WHERE { ${target} } }`);
}

function targetPattern(targets: readonly Target[]): string {
  return targets.map((target) => `{ ${onePattern(target)} }`).join(" UNION ");
}

function onePattern(target: Target): string {
  switch (target.kind) {
    case "class":
      return `$this ${RDF_TYPE}/${SUBCLASS}* <${target.iri}>`;
    case "subjectsOf":
      return `SELECT DISTINCT $this WHERE { $this <${target.iri}> ?targetObject }`;
    case "objectsOf":
      return `SELECT DISTINCT $this WHERE { ?targetSubject <${target.iri}> $this }`;
    case "node":
      return `BIND(<${target.iri}> AS $this)`;
  }
}

function step({ iri, inverse }: Path, value: string, from = "$this"): string {
  return inverse ? `${value} <${iri}> ${from} .` : `${from} <${iri}> ${value} .`;
}

function expression(test: Test, value = "?value"): string {
  switch (test.kind) {
    case "class":
      return `EXISTS { ${value} ${RDF_TYPE}/${SUBCLASS}* <${test.iri}> }`;
    case "datatype":
      return datatypeExpression(test.iri, value);
    case "nodeKind":
      return kindExpression(test.iri, value);
    case "in":
      return `${value} IN (${test.terms.map(termText).join(", ")})`;
    case "pattern":
      return `REGEX(STR(${value}), ${quoted(test.regex)})`;
    case "minInclusive":
      return `${value} >= ${termText(test.term)}`;
    case "maxInclusive":
      return `${value} <= ${termText(test.term)}`;
    case "minLength":
      return `STRLEN(STR(${value})) >= ${test.count}`;
    case "or":
      return test.tests.map((each) => `(${all(each, value)})`).join(" || ");
    case "values": {
      const inner = `${value}i`;
      return `NOT EXISTS { ${step(test.path, inner, value)} FILTER(!COALESCE(${all(test.tests, inner)}, false)) }`;
    }
  }
}

function all(tests: readonly Test[], value: string): string {
  return tests.map((test) => expression(test, value)).join(" && ");
}

/** Its lexical form must be one too. The store keeps every kind of integer as xsd:integer. */
function datatypeExpression(iri: string, value: string): string {
  const is = `DATATYPE(${value}) = <${iri}>`;
  if (iri === `${XSD}string`) return is;
  if (iri === `${XSD}nonNegativeInteger`)
    return `(${is} || DATATYPE(${value}) = <${XSD}integer>) && ${value} >= 0`;
  return `${is} && <${iri}>(STR(${value})) = ${value}`;
}

function kindExpression(iri: string, value: string): string {
  if (iri === `${SH}IRI`) return `isIRI(${value})`;
  if (iri === `${SH}Literal`) return `isLiteral(${value})`;
  throw new Error(`the node kind ${iri} is not read; write sh:IRI or sh:Literal`);
}

function termText(term: Term): string {
  return term.termType === "Literal" ? `${quoted(term.value)}^^<${term.datatype.value}>` : `<${term.value}>`;
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r")}"`;
}

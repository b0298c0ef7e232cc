import { Store, type Term } from "oxigraph";
import { byCodeUnit, distinct } from "../model/order.ts";
import { queryFor } from "./queries.ts";
import { type Rule, readRules } from "./shapes.ts";

/** One thing that is wrong with a graph. */
export interface Finding {
  /** The IRI of what is wrong; a literal where that is one. */
  readonly focus: string;
  /** What people call it, where the graph tells: a label, or who does what to whom. */
  readonly called: string | undefined;
  /** The local name of the shape that it does not fit: `claimConfidence`. */
  readonly shape: string;
  readonly message: string;
  /** The value that is wrong, where it is one. */
  readonly value: string | undefined;
  readonly remedy: string;
}

/** What came of a check. */
export interface Checked {
  readonly triples: number;
  readonly claims: number;
  /** How many shapes were looked at. */
  readonly shapes: number;
  /** Ordered by what is wrong, then shape, then value; empty where the graph conforms. */
  readonly findings: readonly Finding[];
}

const OWN_BASE = "https://w3id.org/whosays/";
const VOID = "http://rdfs.org/ns/void#";
const NAMES = `PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>`;

/**
 * Checks the Turtle of a graph against shapes in Turtle.
 *
 * Shapes speak of our own terms; for a graph that was built with another base they are taken to speak of those behind it.
 * Throws a `SyntaxError` with the place where the graph is not Turtle.
 */
export function checkGraph(turtle: string, shapes: readonly string[]): Checked {
  const store = loaded(turtle);
  const base = baseIn(store);
  const rules = shapes.flatMap((text) => readRules(text, base));
  const findings = [...rules.flatMap((rule) => findingsOf(rule, store, base)), ...lost(store, base)];
  const keyed = new Map(findings.map((finding) => [keyOf(finding), finding]));
  return {
    triples: store.size,
    claims: Number(
      select(store, `SELECT (COUNT(?c) AS ?n) WHERE { ?c a <${base}ontology#Claim> }`)[0]?.get("n")?.value,
    ),
    shapes: distinct(rules.map(({ shape }) => shape)).length,
    findings: [...keyed].sort(([a], [b]) => byCodeUnit(a, b)).map(([, finding]) => finding),
  };
}

function loaded(turtle: string): Store {
  const store = new Store();
  try {
    store.load(turtle, { format: "text/turtle" });
  } catch (error) {
    throw new SyntaxError((error as Error).message, { cause: error });
  }
  return store;
}

type Row = ReadonlyMap<string, Term>;

function select(store: Store, query: string): readonly Row[] {
  return store.query(query) as readonly Row[];
}

function keyOf({ focus, shape, value = "" }: Finding): string {
  return [focus, shape, value].join("\0");
}

/** What the graph's ids stand behind, as it says itself. */
function baseIn(store: Store): string {
  const [row] = select(
    store,
    `SELECT ?base WHERE { ?d a <${VOID}Dataset> ; <${VOID}uriSpace> ?base } ORDER BY ?base`,
  );
  const base = row?.get("base")?.value;
  return base !== undefined && /^https?:\/\/[^\s<>"{}|^`\\]*\/$/.test(base) ? base : OWN_BASE;
}

function findingsOf(rule: Rule, store: Store, base: string): readonly Finding[] {
  const shape = rule.shape.slice(rule.shape.indexOf("#") + 1);
  return select(store, queryFor(rule)).flatMap((row) => {
    const focus = row.get("this");
    if (!focus) return [];
    const value = row.get("value");
    const own = value === undefined || value.value === focus.value;
    return [
      {
        focus: focus.value,
        called: calledIn(store, focus, base),
        shape,
        message: rule.message,
        value: own ? undefined : value.value,
        remedy: rule.remedy,
      },
    ];
  });
}

/** What a claim, a piece of evidence or a thing with a label is called. */
function calledIn(store: Store, focus: Term, base: string): string | undefined {
  if (focus.termType !== "NamedNode") return undefined;
  const [row] = select(
    store,
    `${NAMES} SELECT ?label ?who ?does ?whom ?sentence WHERE { BIND(<${focus.value}> AS ?it)
      OPTIONAL { ?it rdfs:label ?label } OPTIONAL { ?it <${base}ontology#sentence> ?sentence }
      OPTIONAL { ?it rdf:subject/rdfs:label ?who ; rdf:predicate/rdfs:label ?does OPTIONAL { ?it rdf:object ?o . OPTIONAL { ?o rdfs:label ?l } BIND(COALESCE(?l, STR(?o)) AS ?whom) } }
    } ORDER BY ?label ?who ?does ?whom ?sentence LIMIT 1`,
  );
  const [label, who, does, whom, sentence] = ["label", "who", "does", "whom", "sentence"].map(
    (name) => row?.get(name)?.value,
  );
  if (who !== undefined) return [who, does, whom].filter((part) => part !== undefined).join(" ");
  return label ?? sentence;
}

/** A graph tells how many triples it was written with; more may be added to it, such as a licence. */
function lost(store: Store, base: string): readonly Finding[] {
  const dataset = `${base}dataset`;
  const [row] = select(store, `SELECT ?n WHERE { <${dataset}> <${VOID}triples> ?n } ORDER BY ?n`);
  const told = Number(row?.get("n")?.value);
  if (Number.isNaN(told) || store.size >= told) return [];
  return [
    {
      focus: dataset,
      called: undefined,
      shape: "datasetWhole",
      message: `was written with ${told} triples and has ${store.size}`,
      value: undefined,
      remedy: "Build the graph again, or copy it again: the file is cut short or was changed.",
    },
  ];
}

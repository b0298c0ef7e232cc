import { DataFactory, Parser, type Quad, Store, type Term } from "n3";

const SH = "http://www.w3.org/ns/shacl#";
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
/** What the terms of the ontology and of the shapes stand behind. */
const OWN = "https://w3id.org/whosays/";

/** Which nodes a shape speaks of. */
export type Target =
  | { readonly kind: "class" | "subjectsOf" | "objectsOf"; readonly iri: string }
  | { readonly kind: "node"; readonly iri: string };

/** What must hold of a value by itself. */
export type Test =
  | { readonly kind: "class" | "datatype" | "nodeKind"; readonly iri: string }
  | { readonly kind: "in"; readonly terms: readonly Term[] }
  | { readonly kind: "pattern"; readonly regex: string }
  | { readonly kind: "minInclusive" | "maxInclusive"; readonly term: Term }
  | { readonly kind: "minLength"; readonly count: number }
  | { readonly kind: "or"; readonly tests: readonly (readonly Test[])[] }
  | { readonly kind: "values"; readonly path: Path; readonly tests: readonly Test[] };

/** What must hold of a node, or of its values on a path. */
export type Constraint =
  | { readonly kind: "test"; readonly test: Test }
  | { readonly kind: "minCount" | "maxCount"; readonly count: number }
  | { readonly kind: "hasValue"; readonly term: Term }
  | { readonly kind: "lessThan" | "lessThanOrEquals"; readonly iri: string }
  | { readonly kind: "sparql"; readonly select: string };

/** One way up or down a property; none where the node itself is meant. */
export interface Path {
  readonly iri: string;
  readonly inverse: boolean;
}

/** One thing that a shape asks for, with what to tell where it does not hold. */
export interface Rule {
  /** The IRI of the node shape or property shape that tells of it. */
  readonly shape: string;
  readonly targets: readonly Target[];
  readonly path: Path | undefined;
  readonly constraint: Constraint;
  readonly message: string;
  readonly remedy: string;
}

/** What no constraint is made of. */
const SAID_OTHERWISE = new Set(
  "path property message sparql targetClass targetSubjectsOf targetObjectsOf targetNode".split(" "),
);

/**
 * Reads SHACL shapes into rules; terms of the ontology are put behind a base.
 *
 * Knows the part of SHACL that our shapes are written in, and throws an `Error` for any other, so that none is left out in silence.
 */
export function readRules(turtle: string, base: string): readonly Rule[] {
  const shapes = new Shapes(new Parser({ format: "text/turtle" }).parse(turtle).map((q) => rebased(q, base)));
  return shapes.rules();
}

function rebased({ subject, predicate, object }: Quad, base: string): Quad {
  const put = (value: string) => (value.startsWith(OWN) ? base + value.slice(OWN.length) : value);
  const moved = <T extends Term>(term: T): T => {
    if (term.termType === "NamedNode") return DataFactory.namedNode(put(term.value)) as Term as T;
    if (term.termType !== "Literal" || !term.value.startsWith(OWN)) return term;
    return DataFactory.literal(put(term.value), term.datatype) as Term as T;
  };
  return DataFactory.quad(moved(subject), moved(predicate), moved(object));
}

class Shapes {
  private readonly store: Store;

  constructor(quads: Quad[]) {
    this.store = new Store(quads);
  }

  rules(): readonly Rule[] {
    const nodes = this.store.getSubjects(`${RDF}type`, `${SH}NodeShape`, null);
    return nodes.flatMap((shape) => {
      const targets = this.targets(shape);
      const own = this.constraints(shape).map((constraint) =>
        this.rule(shape, targets, undefined, constraint),
      );
      const properties = this.all(shape, "property").flatMap((property) => {
        const path = this.path(property);
        return this.constraints(property).map((constraint) => this.rule(property, targets, path, constraint));
      });
      const queries = this.all(shape, "sparql").map((query) =>
        this.rule(shape, targets, undefined, { kind: "sparql", select: this.select(query) }, query),
      );
      return [...own, ...properties, ...queries];
    });
  }

  private rule(
    shape: Term,
    targets: readonly Target[],
    path: Path | undefined,
    constraint: Constraint,
    telling: Term = shape,
  ): Rule {
    const [remedy] = this.store.getObjects(telling as Quad["subject"], `${RDFS}comment`, null);
    const message = this.all(telling, "message")[0]?.value ?? "does not conform";
    return { shape: shape.value, targets, path, constraint, message, remedy: remedy?.value ?? "" };
  }

  private all(subject: Term, name: string): readonly Term[] {
    return this.store.getObjects(subject as Quad["subject"], SH + name, null);
  }

  private targets(shape: Term): readonly Target[] {
    const named = (kind: Target["kind"], name: string) =>
      this.all(shape, name).map(({ value }) => ({ kind, iri: value }) as Target);
    return [
      ...named("class", "targetClass"),
      ...named("subjectsOf", "targetSubjectsOf"),
      ...named("objectsOf", "targetObjectsOf"),
      ...named("node", "targetNode"),
    ];
  }

  private path(property: Term): Path {
    const [path] = this.all(property, "path");
    if (path?.termType === "NamedNode") return { iri: path.value, inverse: false };
    const [inverse] = path ? this.all(path, "inversePath") : [];
    if (inverse?.termType === "NamedNode") return { iri: inverse.value, inverse: true };
    throw new Error(
      `${property.value} has a path that is not read; write a property or sh:inversePath of one`,
    );
  }

  private constraints(shape: Term): readonly Constraint[] {
    return this.said(shape).map(([name, term]): Constraint => {
      switch (name) {
        case "minCount":
        case "maxCount":
          return { kind: name, count: Number(term.value) };
        case "hasValue":
          return { kind: name, term };
        case "lessThan":
        case "lessThanOrEquals":
          return { kind: name, iri: term.value };
        default:
          return { kind: "test", test: this.test(shape, name, term) };
      }
    });
  }

  /** All that is said of a shape in the words of SHACL and is to hold. */
  private said(shape: Term): readonly (readonly [string, Term])[] {
    return this.store
      .getQuads(shape as Quad["subject"], null, null, null)
      .flatMap(({ predicate, object }) => {
        const name = predicate.value.startsWith(SH) ? predicate.value.slice(SH.length) : undefined;
        return name === undefined || SAID_OTHERWISE.has(name) ? [] : [[name, object] as const];
      });
  }

  private test(shape: Term, name: string, term: Term): Test {
    switch (name) {
      case "class":
      case "datatype":
      case "nodeKind":
        return { kind: name, iri: term.value };
      case "in":
        return { kind: name, terms: this.list(term) };
      case "pattern":
        return { kind: name, regex: term.value };
      case "minInclusive":
      case "maxInclusive":
        return { kind: name, term };
      case "minLength":
        return { kind: name, count: Number(term.value) };
      case "or":
        return { kind: name, tests: this.list(term).map((each) => this.tests(each)) };
      default:
        throw new Error(`${shape.value} has sh:${name}, which is not read; say it by sh:sparql`);
    }
  }

  private tests(shape: Term): readonly Test[] {
    const values = this.all(shape, "property").map(
      (each): Test => ({ kind: "values", path: this.path(each), tests: this.tests(each) }),
    );
    return [...values, ...this.said(shape).map(([name, term]) => this.test(shape, name, term))];
  }

  private list(head: Term): readonly Term[] {
    if (head.value === `${RDF}nil`) return [];
    const [first] = this.store.getObjects(head as Quad["subject"], `${RDF}first`, null);
    const [rest] = this.store.getObjects(head as Quad["subject"], `${RDF}rest`, null);
    if (!first || !rest) throw new Error("a list of the shapes has no end");
    return [first, ...this.list(rest)];
  }

  /** The query of a SPARQL constraint with the prefixes that it declares. */
  private select(query: Term): string {
    const declared = this.all(query, "prefixes").flatMap((ontology) => this.all(ontology, "declare"));
    const prefixes = declared.map((each) => {
      const [prefix] = this.all(each, "prefix");
      const [namespace] = this.all(each, "namespace");
      return `PREFIX ${prefix?.value}: <${namespace?.value}>\n`;
    });
    return prefixes.join("") + (this.all(query, "select")[0]?.value ?? "");
  }
}

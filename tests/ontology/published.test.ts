import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DataFactory, Parser, type Quad } from "n3";
import { Store } from "oxigraph";
import { describe, expect, test } from "vitest";
import { wholeText } from "../../src/export/text.ts";
import { turtle } from "../../src/export/turtle.ts";
import type { Graph } from "../../src/model/graph.ts";
import { buildArticle } from "../support/build-text.ts";
import { hostileGraph, sampleGraph, settingsFor } from "../support/graphs.ts";
import { ontology } from "../support/ontology.ts";
import { entryFiles, PUBLISHED, publishedFiles } from "./publish.ts";

const OWN = "https://w3id.org/whosays/";
const KG = `${OWN}ontology#`;
const OWL = "http://www.w3.org/2002/07/owl#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const SKOS = "http://www.w3.org/2004/02/skos/core#";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

const files = publishedFiles();
const quads = new Parser().parse(files["whosays.ttl"] ?? "");
const SHAPES = join(PUBLISHED, "..", "shapes.ttl");

function valuesOf(subject: string, predicate: string, all: readonly Quad[] = quads): readonly string[] {
  const found = all.filter((q) => q.subject.value === subject && q.predicate.value === predicate);
  return found.map(({ object }) => object.value);
}

const terms = [...new Set(quads.map(({ subject }) => subject.value))].filter(
  (iri) => iri.startsWith(OWN) && iri !== `${OWN}ontology`,
);
const typed = (type: string) => terms.filter((iri) => valuesOf(iri, TYPE).includes(type));

describe("the published ontology", () => {
  test.for(Object.keys(files))("%s is made of the entries as they stand; npm run build:ontology", (name) => {
    expect(readFileSync(join(PUBLISHED, name), "utf8")).toBe(files[name]);
  });

  test("holds every term of the entries but names", () => {
    const entries = entryFiles().flatMap(({ text }) => new Parser().parse(text));
    const described = new Set(entries.map(({ subject }) => subject.value));
    const wanted = [...described].filter(
      (iri) => !iri.startsWith(`${OWN}entity/`) && iri !== `${OWN}ontology`,
    );
    expect([...terms].sort()).toEqual(wanted.sort());
    expect(terms.length).toBeGreaterThan(250);
  });

  test("documents every term: one label, one definition, where it is defined", () => {
    const bare = terms.filter((iri) => {
      const names = [...valuesOf(iri, `${RDFS}label`), ...valuesOf(iri, `${SKOS}prefLabel`)];
      const defined =
        valuesOf(iri, `${SKOS}definition`).length === 1 || valuesOf(iri, `${SKOS}notation`).length === 1;
      return names.length !== 1 || !defined || valuesOf(iri, `${RDFS}isDefinedBy`)[0] !== `${OWN}ontology`;
    });
    expect(bare).toEqual([]);
  });

  test("speaks of no term of its own that it does not describe, and of none elsewhere by a name that is unknown", () => {
    const own = quads.flatMap(({ predicate, object }) => [predicate, object]);
    const dangling = own.filter(
      ({ termType, value }) =>
        termType === "NamedNode" &&
        (value.startsWith(KG) || value.startsWith(`${OWN}plover`) || value.startsWith(`${OWN}cameo`)) &&
        !terms.includes(value),
    );
    expect(dangling.map(({ value }) => value)).toEqual([]);
  });

  test("has a header with title, licence, version and prefix", () => {
    const header = quads.filter(({ subject }) => subject.value === `${OWN}ontology`);
    expect(header.map(({ predicate }) => predicate.value.replace(/^.*[/#]/, "")).sort()).toEqual([
      "created",
      "creator",
      "description",
      "license",
      "preferredNamespacePrefix",
      "preferredNamespaceUri",
      "title",
      "type",
      "versionIRI",
      "versionInfo",
    ]);
    expect(valuesOf(`${OWN}ontology`, `${OWL}versionInfo`)).toEqual([ontology.version]);
  });

  test("calls each term one thing of OWL 2, and none of them Functional", () => {
    const kinds = ["Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "NamedIndividual"];
    const odd = terms
      .filter((iri) => iri.startsWith(KG))
      .filter((iri) => kinds.filter((kind) => valuesOf(iri, TYPE).includes(OWL + kind)).length !== 1);
    expect(odd).toEqual([]);
    expect(typed(`${OWL}FunctionalProperty`)).toEqual([]);
    expect(quads.map(({ subject }) => subject.termType)).not.toContain("BlankNode");
  });

  test("infers nothing of an entity by a relation, and tells what is expected", () => {
    for (const name of ontology.relations.keys()) {
      expect(valuesOf(KG + name, `${RDFS}domain`)).toEqual([`${KG}Entity`]);
      expect(valuesOf(KG + name, "https://schema.org/domainIncludes")).toHaveLength(1);
    }
  });

  test("puts each of the 16 types of PLOVER into the scheme, one kind of four, and maps it to CAMEO", () => {
    const types = typed(`${SKOS}Concept`).filter((iri) => iri.startsWith(`${OWN}plover/`));
    const members = quads.filter(({ predicate }) => predicate.value === `${SKOS}member`);
    expect(types).toHaveLength(16);
    expect(members.map(({ object }) => object.value).sort()).toEqual([...types].sort());
    for (const type of types) {
      expect(valuesOf(type, `${SKOS}inScheme`)).toEqual([`${OWN}plover`]);
      const mapped = quads.some((q) => q.subject.value === type && q.object.value.startsWith(`${OWN}cameo/`));
      expect(mapped).toBe(true);
    }
  });

  test("has an anchor on its page for every term of kg:, which its IRI leads to", () => {
    const page = files["index.html"] ?? "";
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const missing = terms.filter((iri) => iri.startsWith(KG) && !ids.has(iri.slice(KG.length)));
    expect(missing).toEqual([]);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    expect(page.match(/<article/g)?.length).toBe(terms.length);
  });
});

/** Readers of others; skipped where they are not installed. */
const READERS = [
  { program: "/usr/bin/rapper", args: (file: string) => ["-q", "-i", "turtle", "-o", "ntriples", file] },
  { program: "/usr/bin/serdi", args: (file: string) => ["-i", "turtle", "-o", "ntriples", file] },
  {
    program: "/usr/bin/python3",
    args: (file: string) => [
      "-c",
      "import sys, rdflib; sys.stdout.buffer.write(rdflib.Graph().parse(sys.argv[1], format='turtle').serialize(format='nt', encoding='utf-8'))",
      file,
    ],
  },
].filter(({ program, args }) => {
  try {
    execFileSync(program, args(SHAPES), { stdio: "pipe" });
    return existsSync(program);
  } catch {
    return false;
  }
});

describe.for(["whosays.ttl", "relation-shapes.ttl", "../shapes.ttl"])("%s", (name) => {
  const file = join(PUBLISHED, name);
  const text = readFileSync(file, "utf8");
  const count = new Set(new Parser().parse(text).map((q) => JSON.stringify(q))).size;

  test("is read by Oxigraph as by N3", () => {
    const store = new Store();
    store.load(text, { format: "text/turtle" });
    expect(store.size).toBe(count);
  });

  test.for(READERS)("is read by $program as by N3", ({ program, args }) => {
    const lines = execFileSync(program, args(file), { encoding: "utf8", maxBuffer: 1 << 26 }).split("\n");
    expect(new Set(lines.filter((line) => line.trim() !== "")).size).toBe(count);
  });
});

/** The terms of kg: and plover: that a graph uses, but those that it describes itself, with type and label. */
function undefinedIn(graph: Graph, known: typeof ontology): readonly string[] {
  const settings = { ...settingsFor(), ontology: known, base: OWN };
  const written = new Parser().parse(wholeText(turtle.write(graph, settings)));
  const used = written.flatMap(({ subject, predicate, object }) => [subject, predicate, object]);
  const own = used.filter(
    ({ termType, value }) =>
      termType === DataFactory.namedNode("").termType &&
      (value.startsWith(KG) || value.startsWith(`${OWN}plover/`)) &&
      value !== KG,
  );
  const missing = own
    .map(({ value }) => value)
    .filter((value) => !terms.includes(value))
    .filter(
      (value) =>
        valuesOf(value, TYPE, written).length === 0 || valuesOf(value, `${RDFS}label`, written).length === 0,
    );
  return [...new Set(missing)];
}

describe("graph.ttl uses no term that nobody defines:", () => {
  const told =
    "Iran, which backs Syria, accused Turkey on Monday of arming Hamas. Rebels took Homs from Syria, Russia said.";
  const written = new Parser().parse(
    readFileSync(join(PUBLISHED, "..", "..", "output", "graph.ttl"), "utf8"),
  );

  test("an article", () => expect(undefinedIn(buildArticle(told).graph, ontology)).toEqual([]));
  test("the sample", () => expect(undefinedIn(sampleGraph, settingsFor().ontology)).toEqual([]));
  test("hostile names", () => expect(undefinedIn(hostileGraph, settingsFor().ontology)).toEqual([]));
  test("the sample under another ontology", () => expect(undefinedIn(sampleGraph, ontology)).toEqual([]));
  test("the sample run", () => {
    const used = new Set(written.flatMap(({ predicate, object }) => [predicate.value, object.value]));
    const own = [...used].filter((value) => value.startsWith(KG) && value !== KG);
    expect(own.length).toBeGreaterThan(60);
    expect(
      own.filter((value) => !terms.includes(value) && valuesOf(value, `${RDFS}label`, written).length === 0),
    ).toEqual([]);
  });
});

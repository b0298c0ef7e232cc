import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser, type Quad } from "n3";
import { namedNode, Store } from "oxigraph";
import { describe, expect, test } from "vitest";
import { wholeText } from "../../src/export/text.ts";
import { turtle } from "../../src/export/turtle.ts";
import { isAsserted } from "../../src/model/stance.ts";
import { buildArticle, buildTexts } from "../support/build-text.ts";
import { emptyGraph, hostileGraph, sampleGraph, settingsFor } from "../support/graphs.ts";
import { ontology } from "../support/ontology.ts";

const BASE = "https://w3id.org/whosays/";
const settings = { ...settingsFor(), ontology, base: BASE };
const KG = `${BASE}ontology#`;
const ENT = `${BASE}entity/`;

/** The quads of a Turtle text as sorted N-Quads lines, by two readers that share no code. */
function linesOf(text: string): { readonly n3: readonly string[]; readonly oxigraph: readonly string[] } {
  const parsed = new Parser({ format: "text/turtle" }).parse(text);
  const store = new Store();
  store.load(text, { format: "text/turtle" });
  return {
    n3: parsed.map(keyOf).sort(),
    oxigraph: [...store.match()].map((q) => keyOf(q as unknown as Quad)).sort(),
  };
}

/** Oxigraph stores every kind of integer as xsd:integer; the value is the same. */
function keyOf({ subject, predicate, object }: Quad): string {
  const tail =
    object.termType === "Literal"
      ? `${object.language}^^${object.datatype.value.replace("nonNegativeInteger", "integer")}`
      : "";
  return JSON.stringify([subject.value, predicate.value, object.termType, object.value, tail]);
}

const written = (article: string) => wholeText(turtle.write(buildArticle(article).graph, settings));

describe("graph.ttl", () => {
  test("is read by N3 and by Oxigraph as the same graph", () => {
    for (const graph of [
      sampleGraph,
      hostileGraph,
      buildArticle("Iran, which backs Syria, accused Turkey.").graph,
    ]) {
      const { n3, oxigraph } = linesOf(wholeText(turtle.write(graph, settings)));
      expect(n3.length).toBeGreaterThan(20);
      expect(oxigraph).toEqual(n3);
    }
  });

  test("answers the plain question with an asserted claim and keeps others out", () => {
    const text = written(
      "Iran backs Syria. Turkey may attack Syria. Russia said Egypt arms Hamas. Israel did not strike Iran.",
    );
    const store = new Store();
    store.load(text, { format: "text/turtle" });
    const backers = [...store.match(null, namedNode(`${KG}backs`), namedNode(`${ENT}Syria`))];
    expect(backers.map((q) => q.subject.value)).toEqual([`${ENT}Iran`]);
    for (const relation of ["attacks", "arms", "strikes"]) {
      expect([...store.match(null, namedNode(KG + relation))]).toEqual([]);
    }
    expect(text.match(/a rdf:Statement, kg:Claim/g)?.length).toBe(4);
  });

  test("has no blank node and no other graph", () => {
    const quads = new Parser({ format: "text/turtle" }).parse(wholeText(turtle.write(sampleGraph, settings)));
    const terms = quads.flatMap(({ subject, object, graph }) => [
      subject.termType,
      object.termType,
      graph.termType,
    ]);
    expect(terms).not.toContain("BlankNode");
    expect(new Set(quads.map(({ graph }) => graph.termType))).toEqual(new Set(["DefaultGraph"]));
  });

  test("counts offsets in code points, so that an emoji is one", () => {
    const article = "Note 🇸🇾 today. Iran backs Syria.";
    const quads = new Parser().parse(written(article));
    const begin = quads.find(({ predicate }) => predicate.value.endsWith("#beginIndex"))?.object.value;
    const whole = `---\npublished: 2017-10-21\n---\n${article}\n`;
    expect(Number(begin)).toBe([...whole.slice(0, whole.indexOf("Iran"))].length);
    expect(Number(begin)).not.toBe(whole.indexOf("Iran"));
  });

  test("carries all relations above those it uses", () => {
    const text = written("Iran backs Syria.");
    expect(text).toMatch(/kg:backs a owl:ObjectProperty;[^.]*rdfs:subPropertyOf kg:supports/);
    expect(text).toMatch(/kg:supports a owl:ObjectProperty;[^.]*rdfs:subPropertyOf kg:interactsWith/);
  });

  test("tells a class with all that stands right above it, and not what stands above those", () => {
    const text = written("Iran backs Syria.");
    expect(text).toMatch(
      /kg:State a owl:Class;\n {4}rdfs:label "state";\n {4}rdfs:subClassOf kg:Body, kg:Place\./,
    );
  });

  test("calls a relation to a number a property of data", () => {
    const [claim] = buildArticle("Iran backs Syria.").graph.claims;
    const { graph } = buildArticle("Iran backs Syria.");
    if (!claim) throw new Error("no claim was read");
    const object = { value: "90000000", datatype: "integer" } as const;
    const counted = { ...claim, predicate: "hasPopulation", object };
    const text = wholeText(turtle.write({ ...graph, claims: [counted] }, settings));
    expect(text).toMatch(/^ent:Iran kg:hasPopulation 90000000 ?\.$/m);
    expect(text).toMatch(/kg:hasPopulation a owl:DatatypeProperty;/);
  });

  test("gives a claim the PLOVER type of its relation", () => {
    expect(written("Iran backs Syria.")).toMatch(
      /rdf:predicate kg:backs;[\s\S]*?kg:ploverType plover:SUPPORT;/,
    );
  });

  test("tells what roles further arguments have, though no ontology lists them", () => {
    const [claim] = sampleGraph.claims.filter(({ arguments: filled }) => filled.has("at"));
    expect(claim).toBeDefined();
    const text = wholeText(turtle.write(sampleGraph, settings));
    expect(text).toMatch(
      /kg:argumentAt a owl:ObjectProperty;\n {4}rdfs:label "at";\n {4}rdfs:subPropertyOf kg:argument\./,
    );
    expect(text).not.toContain("argumentDuration");
  });

  test("stands in sections, facts first and the graph as a whole last", () => {
    const titles = wholeText(turtle.write(sampleGraph, settings)).matchAll(/^# --- ([A-Z][\w ]+).* ---$/gm);
    expect([...titles].map(([, title]) => title)).toEqual([
      "Facts",
      "Claims",
      "Evidence",
      "Entities",
      "Documents",
      "Wires",
      "Relations used",
      "Classes used",
      "Extractors",
      "The graph as a whole",
    ]);
  });

  test("counts what it holds", () => {
    for (const graph of [sampleGraph, hostileGraph, emptyGraph, buildArticle("Iran backs Syria.").graph]) {
      const text = wholeText(turtle.write(graph, settings));
      const store = new Store();
      store.load(text, { format: "text/turtle" });
      const told = (subject: string, property: string) =>
        [...store.match(namedNode(subject), namedNode(`http://rdfs.org/ns/void#${property}`))].map((q) =>
          Number(q.object.value),
        );
      expect(told(`${BASE}dataset`, "triples")).toEqual([store.size]);
      expect(told(`${BASE}dataset`, "entities")).toEqual([graph.entities.length]);
      expect(told(`${BASE}dataset`, "documents")).toEqual([graph.documents.length]);
      expect(told(`${BASE}dataset/Claim`, "entities")).toEqual([graph.claims.length]);
      const facts = graph.claims.filter(({ stance, object }) => isAsserted(stance) && object !== null);
      expect(told(`${BASE}dataset/facts`, "triples")[0]).toBeLessThanOrEqual(facts.length);
    }
  });

  test("writes the time of the run once, and only where it is told", () => {
    const { graph } = buildArticle("Iran backs Syria.");
    expect(wholeText(turtle.write(graph, settings))).not.toContain("dcterms:created");
    const timed = wholeText(turtle.write(graph, { ...settings, runTime: "2026-01-02T03:04:05Z" }));
    expect(timed.match(/2026-01-02T03:04:05Z/g)).toHaveLength(1);
    const store = new Store();
    store.load(timed, { format: "text/turtle" });
    const [triples] = [...store.match(null, namedNode("http://rdfs.org/ns/void#triples"))].filter(
      ({ subject }) => subject.value === `${BASE}dataset`,
    );
    expect(Number(triples?.object.value)).toBe(store.size);
  });

  test("stays lean: under 1350 bytes a claim over the sample run, evidence and all", () => {
    const text = readFileSync(join(import.meta.dirname, "..", "..", "output", "graph.ttl"), "utf8");
    const claims = text.match(/a rdf:Statement, kg:Claim/g)?.length ?? 0;
    expect(Buffer.byteLength(text) / claims).toBeLessThan(1350);
  });

  test("puts ids behind another base without changing them", () => {
    const { graph } = buildArticle("Iran backs Syria.");
    const own = wholeText(turtle.write(graph, { ...settings, base: "https://example.org/kg/" }));
    expect(own).toContain("@prefix ent: <https://example.org/kg/entity/>");
    const ids = (text: string) => [...text.matchAll(/claim:([a-z2-7]{16})/g)].map((match) => match[1]);
    expect(ids(own)).toEqual(ids(wholeText(turtle.write(graph, settings))));
  });

  test("tells which documents print a wire, and what was read in it", () => {
    const story = "Iran backs Syria, as everybody in the region knows. Rain fell on Damascus all night long.";
    const { graph } = buildTexts({
      "a.txt": story,
      "b.txt": `${story} Turkey attacked Ukraine on that very day.`,
      "c.txt": "Iran backs Syria.",
    });
    const store = new Store();
    store.load(wholeText(turtle.write(graph, settings)), { format: "text/turtle" });
    const rows = store.query(`PREFIX kg: <${KG}> SELECT ?document ?own WHERE {
      ?document a kg:Document OPTIONAL { ?document kg:prints ?wire . ?wire a kg:Wire ; kg:sharedSentences 2 }
      BIND(EXISTS { ?e kg:inDocument ?document . FILTER NOT EXISTS { ?e kg:fromWire ?wire } } AS ?own)
      FILTER(BOUND(?wire)) } ORDER BY ?document`) as readonly Map<string, { value: string }>[];
    expect(rows.map((row) => [row.get("document")?.value, row.get("own")?.value])).toEqual([
      [`${BASE}document/a.txt`, "false"],
      [`${BASE}document/b.txt`, "true"],
    ]);
  });

  test("is the same for articles in another order", () => {
    const texts = {
      "a.txt": "Iran backs Syria.",
      "b.txt": "Russia accused Turkey.",
      "c.txt": "Iran backs Syria, Russia said.",
    };
    const shuffled = Object.fromEntries(Object.entries(texts).reverse());
    const write = (all: Record<string, string>) => wholeText(turtle.write(buildTexts(all).graph, settings));
    expect(write(shuffled)).toBe(write(texts));
  });
});

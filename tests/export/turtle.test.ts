import { Parser, type Quad } from "n3";
import { namedNode, Store } from "oxigraph";
import { describe, expect, test } from "vitest";
import { turtle } from "../../src/export/turtle.ts";
import { buildArticle, buildTexts } from "../support/build-text.ts";
import { hostileGraph, sampleGraph, settingsFor } from "../support/graphs.ts";
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

const written = (article: string) => turtle.write(buildArticle(article).graph, settings);

describe("graph.ttl", () => {
  test("is read by N3 and by Oxigraph as the same graph", () => {
    for (const graph of [
      sampleGraph,
      hostileGraph,
      buildArticle("Iran, which backs Syria, accused Turkey.").graph,
    ]) {
      const { n3, oxigraph } = linesOf(turtle.write(graph, settings));
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
    const quads = new Parser({ format: "text/turtle" }).parse(turtle.write(sampleGraph, settings));
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

  test("puts ids behind another base without changing them", () => {
    const { graph } = buildArticle("Iran backs Syria.");
    const own = turtle.write(graph, { ...settings, base: "https://example.org/kg/" });
    expect(own).toContain("@prefix ent: <https://example.org/kg/entity/>");
    const ids = (text: string) => [...text.matchAll(/claim:([a-z2-7]{16})/g)].map((match) => match[1]);
    expect(ids(own)).toEqual(ids(turtle.write(graph, settings)));
  });

  test("tells which documents print a wire, and what was read in it", () => {
    const story = "Iran backs Syria, as everybody in the region knows. Rain fell on Damascus all night long.";
    const { graph } = buildTexts({
      "a.txt": story,
      "b.txt": `${story} Turkey attacked Ukraine on that very day.`,
      "c.txt": "Iran backs Syria.",
    });
    const store = new Store();
    store.load(turtle.write(graph, settings), { format: "text/turtle" });
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
    const write = (all: Record<string, string>) => turtle.write(buildTexts(all).graph, settings);
    expect(write(shuffled)).toBe(write(texts));
  });
});

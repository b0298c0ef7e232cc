import { Store } from "oxigraph";
import { describe, expect, test } from "vitest";
import { prefixesOf, preludeOf, shortIri } from "../../src/query/prefixes.ts";

describe("prefixes", () => {
  test("are those of the graph and the known ones, of which the graph's win", () => {
    const graph = `# made by hand

@prefix kg: <http://example.org/kg#> .
@prefix : <http://example.org/> .
\t
@prefix claim: <https://w3id.org/whosays/claim/> .
:a kg:b """
@prefix late: <http://example.org/late> .
""" .`;
    const prefixes = prefixesOf(graph);
    expect(["kg", "", "claim", "rdfs", "late"].map((name) => prefixes.get(name))).toEqual([
      "http://example.org/kg#",
      "http://example.org/",
      "https://w3id.org/whosays/claim/",
      "http://www.w3.org/2000/01/rdf-schema#",
      undefined,
    ]);
  });

  test.for([
    "@prefix x: <http://a> <http://b> .",
    "@prefix x: <http://a b> .",
    '@prefix x: <http://a"> .',
    "@prefix x: <http://a\\u0020> .",
    "@prefix x y: <http://a> .",
  ])("are none of %j", (line) => expect(prefixesOf(line).has("x")).toBe(false));

  test("stand in one line that the engine reads", () => {
    const prefixes = prefixesOf("@prefix : <http://example.org/> .\r\n@prefix a-b: <http://a/> .\r\n");
    const prelude = preludeOf(prefixes);
    expect(prelude.match(/\n/g)).toHaveLength(1);
    expect(new Store().query(`${prelude}ASK { :a a-b:c kg:d }`)).toBe(false);
    expect(prefixes.get("")).toBe("http://example.org/");
  });
});

describe("an IRI is shown", () => {
  const prefixes = new Map([
    ["w", "http://example.org/"],
    ["wiki", "http://example.org/wiki/"],
    ["", "http://example.org/empty#"],
  ]);
  test.for([
    ["http://example.org/a", "w:a"],
    ["http://example.org/wiki/a.b-c_1", "wiki:a.b-c_1"],
    ["http://example.org/empty#1", ":1"],
    ["http://example.org/Zoë", "w:Zoë"],
    ["http://example.org/other/a", "<http://example.org/other/a>"],
    ["http://example.org/", "<http://example.org/>"],
    ["http://example.org/a.", "<http://example.org/a.>"],
    ["http://example.org/a%20b", "<http://example.org/a%20b>"],
    ["urn:x", "<urn:x>"],
  ] as const)("%s as %s", ([iri, shown]) => expect(shortIri(iri, prefixes)).toBe(shown));

  test("as what a query reads back as the same", () => {
    const prelude = preludeOf(prefixes);
    for (const iri of ["http://example.org/a.b-c", "http://example.org/Zoë", "http://example.org/empty#1"]) {
      const rows = new Store().query(`${prelude}SELECT ?x { VALUES ?x { ${shortIri(iri, prefixes)} } }`);
      expect((rows as Map<string, { value: string }>[])[0]?.get("x")?.value).toBe(iri);
    }
  });
});

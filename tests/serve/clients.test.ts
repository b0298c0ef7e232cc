import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { SparqlEndpointFetcher } from "fetch-sparql-endpoint";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type ServerUnderTest, serve } from "./server-under-test.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Debian's Python, for which python3-rdflib is made. */
const PYTHON = "/usr/bin/python3";
const hasRdflib = spawnSync(PYTHON, ["-c", "import rdflib"]).status === 0;

const KG = "https://w3id.org/whosays/ontology#";
const ENT = "https://w3id.org/whosays/entity/";
const PREFIXES = `PREFIX kg: <${KG}> PREFIX ent: <${ENT}> `;
const WHO = `${PREFIXES}SELECT ?who { ?who kg:backs ent:Syria } ORDER BY ?who`;

let server: ServerUnderTest;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.stop());

/** Whatever a stream of a client gives. */
async function all<Item>(stream: AsyncIterable<unknown>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of stream) items.push(item as Item);
  return items;
}

describe.for([{ method: "GET" }, { method: "POST" }, { method: "POST", directPost: true }] as const)(
  "the client of Comunica, with %j",
  (settings) => {
    const client = new SparqlEndpointFetcher(settings);

    test("reads rows", async () => {
      const stream = await client.fetchBindings(`${server.address}/sparql`, WHO);
      const rows = await all<{ readonly who: { readonly value: string } }>(stream as AsyncIterable<unknown>);
      expect(rows.map(({ who }) => who.value)).toContain(`${ENT}Iran`);
    });

    test.for([
      ["ent:Iran kg:backs ent:Syria", true],
      ["ent:Iran kg:backs ent:Israel", false],
    ] as const)("reads yes and no: %s", async ([pattern, yes]) => {
      const query = `${PREFIXES}ASK { ${pattern} }`;
      expect(await client.fetchAsk(`${server.address}/sparql`, query)).toBe(yes);
    });

    test("reads triples", async () => {
      const query = `${PREFIXES}CONSTRUCT { ?who kg:backs ent:Syria } WHERE { ?who kg:backs ent:Syria }`;
      const quads = await all<{ readonly object: { readonly value: string } }>(
        await client.fetchTriples(`${server.address}/sparql`, query),
      );
      expect(new Set(quads.map(({ object }) => object.value))).toEqual(new Set([`${ENT}Syria`]));
    });

    test("hears what is wrong, and where", async () => {
      const query = `${PREFIXES}SELECT ?a { ?a kg:backs nobody:known }`;
      await expect(client.fetchRawStream(`${server.address}/sparql`, query, "*/*")).rejects.toThrow(
        /line 1, column \d+: the prefix "nobody:" is not known/,
      );
    });
  },
);

/** Triples it takes as RDF/XML alone, which is not to be had. */
const SCRIPT = `
import sys
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore
for method in ("GET", "POST_FORM", "POST"):
    for format in ("xml", "json"):
        graph = Graph(SPARQLStore(sys.argv[1], method=method, returnFormat=format))
        rows = [str(row.who) for row in graph.query(sys.argv[2])]
        print(method, format, rows[0], bool(graph.query("ASK {}")))
`;

const title = hasRdflib ? "rdflib" : "rdflib (skipped: /usr/bin/python3 has no rdflib)";
test.skipIf(!hasRdflib)(title, async () => {
  const args = ["-c", SCRIPT, `${server.address}/sparql`, WHO];
  const { stdout } = await promisify(execFile)(PYTHON, args);
  const lines = ["GET", "POST_FORM", "POST"].flatMap((method) =>
    ["xml", "json"].map((format) => `${method} ${format} ${ENT}Iran True`),
  );
  expect(stdout.trim().split("\n")).toEqual(lines);
});

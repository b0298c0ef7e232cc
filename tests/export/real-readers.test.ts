import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { QueryEngine } from "@comunica/query-sparql-rdfjs-lite";
import { Store as N3Store, Parser } from "n3";
import { Store } from "oxigraph";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { exporters } from "../../src/export/index.ts";
import { wholeText } from "../../src/export/text.ts";
import type { Graph } from "../../src/model/graph.ts";
import { buildArticle } from "../support/build-text.ts";
import { emptyGraph, hostileGraph, sampleGraph, settingsFor } from "../support/graphs.ts";
import { ontology } from "../support/ontology.ts";
import { quadKeys, storedKeys } from "../support/quad-keys.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const settings = { ...settingsFor(), ontology };
const graphs: Readonly<Record<string, Graph>> = {
  sample: sampleGraph,
  hostile: hostileGraph,
  empty: emptyGraph,
  built: buildArticle("Iran, which backs Syria, accused Turkey. Russia said Egypt arms Hamas.").graph,
};
const names = Object.keys(graphs);

/** Debian's Python, for which python3-rdflib and python3-networkx are made. */
const PYTHON = "/usr/bin/python3";
const has = (command: string, ...args: readonly string[]) => spawnSync(command, args).status === 0;
const hasRapper = has("rapper", "--version");
const hasSerdi = has("serdi", "-v");
const hasRdflib = has(PYTHON, "-c", "import rdflib");
const hasNetworkx = has(PYTHON, "-c", "import networkx");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "whosays-formats-"));
  for (const [name, graph] of Object.entries(graphs)) {
    for (const { fileName, format, write } of exporters) {
      if (format !== "html") writeFileSync(pathOf(name, fileName), wholeText(write(graph, settings)));
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function pathOf(graph: string, fileName: string): string {
  return join(folder, `${graph}-${fileName}`);
}

function textOf(graph: string, fileName: string): string {
  const exporter = exporters.find((one) => one.fileName === fileName);
  return wholeText(exporter?.write(graphs[graph] as Graph, settings) ?? []);
}

function triplesOf(graph: string): number {
  return quadKeys(textOf(graph, "graph.ttl"), "text/turtle").length;
}

/** What a command prints; anything it complains of fails the test. */
function printed(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  expect({
    status,
    errors: stderr.split("\n").filter((line) => /error|warning|Traceback/i.test(line)),
  }).toEqual({
    status: 0,
    errors: [],
  });
  return stdout + stderr;
}

const RDF_FILES = [
  ["graph.ttl", "turtle"],
  ["graph.nt", "ntriples"],
] as const;

describe.for(names)("the graph %s", (name) => {
  test.skipIf(!hasRapper)("is the same number of triples to rapper (skipped where it is missing)", () => {
    for (const [file, syntax] of RDF_FILES) {
      const told = printed("rapper", ["-c", "-i", syntax, pathOf(name, file)]);
      expect(told).toContain(`returned ${triplesOf(name)} triple`);
    }
  });

  test.skipIf(!hasSerdi)("is the same triples to serdi (skipped where it is missing)", () => {
    const files = [...RDF_FILES, ["graph.nq", "nquads"], ["graph.trig", "trig"]] as const;
    for (const [file, syntax] of files) {
      const lines = printed("serdi", ["-i", syntax, "-o", "nquads", pathOf(name, file)]);
      const format = file.endsWith("ttl") || file.endsWith("nt") ? "graph.nt" : "graph.nq";
      expect(quadKeys(lines, "application/n-quads")).toEqual(
        quadKeys(textOf(name, format), "application/n-quads"),
      );
    }
  });

  test.skipIf(!hasRdflib)("is the same triples to rdflib, JSON-LD too (skipped where it is missing)", () => {
    const script = `
import sys, rdflib
stem = sys.argv[1]
read = lambda file, format: set(rdflib.Graph().parse(stem + file, format=format))
ttl = read("graph.ttl", "turtle")
union = rdflib.ConjunctiveGraph()
union.parse(stem + "graph.trig", format="trig")
lines = rdflib.ConjunctiveGraph()
lines.parse(stem + "graph.nq", format="nquads")
print(len(ttl), ttl == read("graph.nt", "nt"), ttl == read("graph.jsonld", "json-ld"),
  ttl == set(union.triples((None, None, None))), ttl == set(lines.triples((None, None, None))))`;
    const told = printed(PYTHON, ["-c", script, pathOf(name, "")]);
    expect(told.trim()).toBe(`${triplesOf(name)} True True True True`);
  });

  test("is the same number of triples to Comunica as to N3 and Oxigraph", async () => {
    const turtle = textOf(name, "graph.ttl");
    const source = new N3Store(new Parser().parse(turtle));
    const rows = await new QueryEngine().queryBindings("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", {
      sources: [source],
    });
    const [row] = await rows.toArray();
    expect(Number(row?.get("n")?.value)).toBe(triplesOf(name));
  });

  test("goes to RDF 1.2 and back by one query, and nothing is lost", () => {
    const rdf = "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>";
    const store = new Store();
    store.load(textOf(name, "graph.rdf12.ttl"), { format: "text/turtle" });
    store.update(`${rdf}
      DELETE { ?claim rdf:reifies ?triple }
      INSERT { ?claim a rdf:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }
      WHERE { ?claim rdf:reifies ?triple . BIND(SUBJECT(?triple) AS ?s) BIND(PREDICATE(?triple) AS ?p) BIND(OBJECT(?triple) AS ?o) }`);
    const back = store.dump({ format: "application/n-quads" });
    expect(storedKeys(back, "application/n-quads")).toEqual(
      storedKeys(textOf(name, "graph.ttl"), "text/turtle"),
    );
  });

  test.skipIf(!hasNetworkx)("is the same nodes and edges to networkx (skipped where it is missing)", () => {
    // networkx 2 knows GEXF up to 1.2, which differs from 1.3 in the namespace alone for what we write.
    const script = `
import sys, networkx, io, json
stem = sys.argv[1]
gexf = open(stem + "graph.gexf", encoding="utf-8").read().replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")
tell = lambda g: [g.number_of_nodes(), g.number_of_edges(), sum(1 for *_, d in g.edges(data=True) if d["asserted"])]
a = networkx.read_graphml(stem + "graph.graphml", force_multigraph=True)
b = networkx.read_gexf(io.BytesIO(gexf.replace('version="1.3"', 'version="1.2"').encode()))
print(json.dumps([tell(a), tell(b), all("viz" in d and "position" in d["viz"] for _, d in b.nodes(data=True))]))`;
    const { claims, entities } = graphs[name] as Graph;
    const alone = claims.filter(({ object }) => object === null || !("entity" in object)).length;
    const asserted = JSON.parse(`[${textOf(name, "claims.jsonl").trim().split("\n").join(",")}]`).filter(
      (claim: { asserted: boolean }) => claim.asserted,
    ).length;
    const counts = [entities.length + alone, claims.length, asserted];
    expect(JSON.parse(printed(PYTHON, ["-c", script, pathOf(name, "")]))).toEqual([counts, counts, true]);
  });
});

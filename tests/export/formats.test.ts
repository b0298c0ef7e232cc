import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { OWN_BASE } from "../../src/cli/base.ts";
import { exporters } from "../../src/export/index.ts";
import { contextFor } from "../../src/export/json-ld-context.ts";
import { wholeText } from "../../src/export/text.ts";
import type { Graph } from "../../src/model/graph.ts";
import { isAsserted } from "../../src/model/stance.ts";
import { otherReaders } from "../contracts/read-back.ts";
import { claimOf, documentOf, entityOf, graphOf, sampleGraph, settingsFor } from "../support/graphs.ts";
import { hostileName } from "../support/hostile.ts";
import { ontology } from "../support/ontology.ts";

vi.setConfig({ testTimeout: 60_000 });

const settings = { ...settingsFor(), ontology };
const others = exporters.filter(({ fileName }) => otherReaders.has(fileName));

function textOf(fileName: string, graph: Graph): string {
  return wholeText(exporters.find((one) => one.fileName === fileName)?.write(graph, settings) ?? []);
}

/** A graph whose ids, relations, classes and values are of the world, as a program that uses the library may make it. */
function worldOf(ids: readonly string[], base: Partial<Parameters<typeof claimOf>[1]> = {}): Graph {
  const files = [documentOf("a.txt", `one does two. ${ids.join(" ")}`)];
  const entities = ids.map((id) =>
    entityOf(files, id, "Person", id, { aliases: [id], sameAs: [`https://example.org/?${id}`, id] }),
  );
  const claims = ids.map((id, i) =>
    claimOf(files, {
      id: `c${i}`,
      subject: id,
      predicate: "backs",
      object: i % 2 === 0 ? { value: id, datatype: "string", unit: id } : (ids[0] as string),
      stance: i % 3 === 1 ? { speakers: [id] } : {},
      read: [{ document: "a.txt", sentence: "one does two.", words: "one | does | two" }],
      ...base,
    }),
  );
  return graphOf(files, entities, claims);
}

function expectReadBack(graph: Graph): void {
  for (const exporter of others)
    otherReaders.get(exporter.fileName)?.(wholeText(exporter.write(graph, settings)), graph, settings);
}

describe("every other format", () => {
  test("holds ids, addresses and relations of the world, however hostile", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(hostileName(), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (ids, open) => {
          // Ids that differ in what no file can hold would be one.
          fc.pre(
            new Set(ids.map((id) => id.toWellFormed().replace(/\p{Cc}/gu, "\ufffd"))).size === ids.length,
          );
          expectReadBack(worldOf(ids, { predicate: ids[0] as string, open }));
        },
      ),
      { numRuns: 60, seed: 8 },
    );
  });

  test("keeps entities apart from the terms whose names they bear", () => {
    const terms = [
      "State",
      "Claim",
      "backs",
      "Positive",
      "label",
      "id",
      "type",
      "subject",
      "Entity",
      "Value",
    ];
    expectReadBack(worldOf(terms));
    for (const predicate of [
      "label",
      "subject",
      "id",
      "type",
      "content",
      "event",
      "__proto__",
      "@id",
      "Claim",
    ])
      for (const open of [true, false]) expectReadBack(worldOf(["State", "backs"], { predicate, open }));
  });

  test("holds a name of a million characters", () => {
    expectReadBack(worldOf([`${"long ".repeat(200_000)}<&>"'`]));
  });

  test("shows no claim as a fact that is none, to one who asks for the relation alone", () => {
    const reported = worldOf(["a", "b"], { stance: { speakers: ["a"] }, object: "b" });
    expect(reported.claims.some(({ stance }) => isAsserted(stance))).toBe(false);
    expect(textOf("graph.cypher", reported)).not.toMatch(/\[r:`BACKS`/);
    expect(textOf("neo4j-relationships.csv", reported)).not.toMatch(/,BACKS,/);
    expect(textOf("graph.kgtk.tsv", reported)).not.toMatch(/\tkg:backs\t/);
    expect(textOf("graph.nq", reported)).not.toMatch(/^<[^>]+> <[^>]+#backs> /m);
    expect(textOf("graph.trig", reported)).not.toMatch(/\{/);
    expect(textOf("graph-documents.json", reported)).not.toContain('"BACKS"');
  });

  test("comes in pieces, none of which holds much of a large graph", () => {
    const large = { ...sampleGraph, claims: copies(sampleGraph, 300) };
    for (const exporter of others) {
      const pieces = [...exporter.write(large, settings)];
      const most = exporter.format === "graphdocument" ? large.documents.length : 20;
      expect(pieces.length, exporter.fileName).toBeGreaterThanOrEqual(Math.min(most, 4));
    }
  });
});

function copies({ claims }: Graph, times: number): Graph["claims"] {
  const all = claims.flatMap((claim) =>
    Array.from({ length: times }, (_, i) => ({
      ...claim,
      id: `${claim.id}${i}`,
      evidence: claim.evidence.map((one) => ({
        ...one,
        id: `${one.id}-${i}`,
      })) as unknown as typeof claim.evidence,
    })),
  );
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe("tables", () => {
  const FORMULAS = [
    "=1+2",
    "+SUM(A1)",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "＝1",
    "|calc",
    '=HYPERLINK("x")',
  ];

  test.for(["claims.csv", "claims.tsv", "neo4j-nodes.csv"])("%s holds no formula", (fileName) => {
    const text = textOf(fileName, worldOf(FORMULAS));
    otherReaders.get(fileName)?.(text, worldOf(FORMULAS), settings);
    expect(text).toContain("'=1+2");
  });

  test("leave numbers as they are, a minus too", () => {
    const graph = worldOf(["a"], { object: { value: "-5", datatype: "integer" } });
    expect(textOf("claims.csv", graph)).toContain(",a,backs,-5,");
  });
});

describe("graph.jsonld", () => {
  test("has the context that comes with the package", () => {
    const { "@context": context } = JSON.parse(textOf("graph.jsonld", sampleGraph));
    expect(context).toEqual(contextFor(settings.base));
    const shipped = readFileSync(join(import.meta.dirname, "..", "..", "ontology", "context.jsonld"), "utf8");
    expect(JSON.parse(shipped)).toEqual({ "@context": contextFor(OWN_BASE) });
  });

  test("calls things by short names", () => {
    const all: readonly Readonly<Record<string, unknown>>[] = JSON.parse(textOf("graph.jsonld", sampleGraph))[
      "@graph"
    ];
    const claim = all.find(({ id }) => id === `${settings.base}claim/employs00000000a`);
    expect(claim).toMatchObject({
      type: [expect.stringContaining("#Statement"), `${settings.base}ontology#Claim`],
      subject: `${settings.base}entity/NordkaiAg`,
      predicate: `${settings.base}ontology#employs`,
      objectUnit: "people",
      asserted: "true",
    });
  });
});

test("graph.gexf joins no two claims of one pair", () => {
  const kinds = [...textOf("graph.gexf", sampleGraph).matchAll(/ kind="([^"]*)"/g)].map(([, kind]) => kind);
  expect(kinds).toEqual(
    expect.arrayContaining(["DISMISSES", "UNASSERTED_DISMISSES", "UNASSERTED_DISMISSES 2"]),
  );
});

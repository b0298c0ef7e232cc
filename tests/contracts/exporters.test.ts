import fc from "fast-check";
import { Parser, type Quad } from "n3";
import { Store } from "oxigraph";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Exporter, ExportSettings } from "../../src/export/exporter.ts";
import { exporters } from "../../src/export/index.ts";
import { payloadOf } from "../../src/export/page/payload.ts";
import { wholeText } from "../../src/export/text.ts";
import type { Document } from "../../src/model/document.ts";
import type { Graph } from "../../src/model/graph.ts";
import { fromColumns } from "../../src/model/page-columns.ts";
import { isAsserted } from "../../src/model/stance.ts";
import type { Wire } from "../../src/model/wire.ts";
import type { Built } from "../../src/pipeline.ts";
import { payloadIn } from "../page/data-in-page.ts";
import { hasBrowser, startBrowser, type TestBrowser } from "../page/page-under-test.ts";
import { buildTexts } from "../support/build-text.ts";
import {
  claimOf,
  documentOf,
  emptyGraph,
  entityOf,
  graphOf,
  hostileGraph,
  sampleGraph,
  settingsFor,
  ontology as smallOntology,
} from "../support/graphs.ts";
import { documents, hostileName, hostilePieces } from "../support/hostile.ts";
import { ontology } from "../support/ontology.ts";
import { freezeAll } from "./freeze.ts";
import { otherReaders, type ReadBack } from "./read-back.ts";

/** Far more than a property asks for by itself; other work may keep the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

/** Says that it ran, so that one who counts knows whether anything else did. */
const program = { script: "window.ran = (window.ran ?? 0) + 1", style: "" };
const settings: ExportSettings = freezeAll({ ...settingsFor(program), ontology });
const fixed: readonly { readonly name: string; readonly graph: Graph }[] = [
  { name: "the sample", graph: sampleGraph },
  { name: "hostile names", graph: hostileGraph },
  { name: "nothing", graph: emptyGraph },
  { name: "every hostile piece as a name", graph: graphOver(hostilePieces) },
];
const known = new Map<string, Built>();

/** All exporters write the same graphs, so each is built once. */
function builtOnce(texts: Readonly<Record<string, string>>): Built {
  const key = JSON.stringify(Object.entries(texts));
  const before = known.get(key) ?? freezeAll(buildTexts(texts));
  known.set(key, before);
  return before;
}

const built = documents().map(builtOnce);
const graphs = fc.oneof(
  built.map(({ graph }) => graph),
  fc.uniqueArray(hostileName(), { minLength: 1, maxLength: 5 }).map(graphOver),
);

/** A graph in which names stand wherever texts from the world may stand; its ids are of the program's own making. */
function graphOver(names: readonly string[]): Graph {
  const files = names.map((name, i) =>
    documentOf(`${i} ${name}.txt`, `${name} hits ${name}! ${name}`, {
      outlet: name,
      agency: name,
      headline: name,
      dateline: name,
      url: `https://example.org/${encodeURI(name.toWellFormed())}`,
    }),
  );
  const entities = names.map((name, i) =>
    entityOf(files, `e${i}`, "Person", name, { aliases: [name], reasons: [name] }),
  );
  const claims = names.map((name, i) => ({
    ...claimOf(files, {
      id: `claim${i}`,
      subject: `e${i}`,
      predicate: "hits",
      open: true,
      object: i % 2 === 0 ? { value: name, datatype: "string", unit: name } : `e${(i + 1) % names.length}`,
      arguments: { place: [`e${i}`] },
      stance: i % 3 === 0 ? { speakers: [`e${i}`] } : {},
      read: [
        {
          document: `${i} ${name}.txt`,
          sentence: `${name} hits ${name}!`,
          words: `${name} | hits | ${name}`,
        },
      ],
    }),
    predicateText: [name],
  }));
  return freezeAll(
    graphOf(
      files,
      entities,
      claims,
      names.map((name, i) => wireOver(files, name, i)),
    ),
  );
}

/** A wire whose one sentence is all of a document and of the next. */
function wireOver(files: readonly Document[], agency: string, i: number): Wire {
  const prints = [files[i], files[(i + 1) % files.length]].flatMap((file) => (file ? [file] : []));
  const places = prints.map(({ id, text }) => ({ document: id, start: 0, end: text.length }));
  return { id: `wire${i}`, agency, documents: prints.map(({ id }) => id), sentences: [places] };
}

/** By file name; a format of two files has two. */
const readers: ReadonlyMap<string, ReadBack> = new Map<string, ReadBack>([
  ["graph.ttl", readTurtle],
  ["claims.jsonl", readClaims],
  ["entities.jsonl", readEntities],
  ["report.json", readReport],
  ["graph.html", readIsland],
  ...otherReaders,
]);

describe.for(exporters)("the exporter of $fileName", (exporter) => {
  const write = (graph: Graph) => wholeText(exporter.write(graph, settings));

  test("has a name, a type and a format that can be asked for", () => {
    expect(exporter.fileName).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9]+){1,2}$/);
    expect(exporters.filter(({ fileName }) => fileName === exporter.fileName)).toHaveLength(1);
    expect(exporter.mediaType).toMatch(/^[a-z]+\/[a-z+-]+(?:; version=1\.2)?$/);
    expect(exporter.format).toMatch(/^[a-z][a-z0-9]*$/);
  });

  test("is read back by this suite", () => {
    expect([...readers.keys()]).toContain(exporter.fileName);
  });

  test.for(fixed)("writes $name so that it is read back, and the same twice", ({ graph }) => {
    const text = write(freezeAll(graph));
    expect(write(graph)).toBe(text);
    expect(text.isWellFormed()).toBe(true);
    readers.get(exporter.fileName)?.(text, graph, settings);
  });

  test("writes whatever was built so that it is read back, and the same twice", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const text = write(graph);
        expect(write(graph)).toBe(text);
        expect(text.isWellFormed()).toBe(true);
        readers.get(exporter.fileName)?.(text, graph, settings);
      }),
      { numRuns: 40, seed: 31 },
    );
  });

  test("writes no control characters", () => {
    for (const { graph } of fixed) expectNoControls(exporter, graph);
    fc.assert(
      fc.property(graphs, (graph) => expectNoControls(exporter, graph)),
      { numRuns: 40, seed: 31 },
    );
  });
});

/** But tab and line breaks, which are white space everywhere. */
function expectNoControls(exporter: Exporter, graph: Graph): void {
  const used = graph.documents.map(({ id }) => id);
  const account = { ...settings.account, documents: { read: used.length, used, skipped: [] } };
  const text = wholeText(exporter.write(graph, { ...settings, account }));
  expect(text.replace(/[\t\n\r]/g, "").match(/.{0,20}\p{Cc}.{0,20}/su)?.[0]).toBeUndefined();
}

/** By two parsers that share no code. */
function readTurtle(text: string, graph: Graph): void {
  const quads = new Parser({ format: "text/turtle" }).parse(text);
  const store = new Store();
  store.load(text, { format: "text/turtle" });
  const stored = [...store.match()].map((quad) => keyOf(quad as unknown as Quad));
  expect(stored.sort()).toEqual(quads.map(keyOf).sort());

  const kg = `${settings.base}ontology#`;
  const typed = (type: string) =>
    quads.filter((q) => q.predicate.value.endsWith("#type") && q.object.value === type);
  expect(typed(`${kg}Claim`)).toHaveLength(graph.claims.length);
  expect(typed(`${kg}Document`)).toHaveLength(graph.documents.length);
  expect(typed(`${kg}Wire`)).toHaveLength(graph.wires.length);
  expect(typed(`${kg}Evidence`)).toHaveLength(graph.claims.flatMap(({ evidence }) => evidence).length);
  const entities = quads.filter(
    ({ subject, predicate }) =>
      subject.value.startsWith(`${settings.base}entity/`) && predicate.value.endsWith("#label"),
  );
  expect(entities).toHaveLength(graph.entities.length);
  const asserted = quads.filter(
    ({ predicate, object }) => predicate.value === `${kg}asserted` && object.value === "true",
  );
  expect(asserted).toHaveLength(graph.claims.filter(({ stance }) => isAsserted(stance)).length);
}

/** Oxigraph stores every kind of integer as xsd:integer; the value is the same. */
function keyOf({ subject, predicate, object, graph }: Quad): string {
  const tail =
    object.termType === "Literal"
      ? [object.language, object.datatype.value.replace(/#nonNegativeInteger$/, "#integer")]
      : [];
  return JSON.stringify([
    subject.value,
    predicate.value,
    object.termType,
    object.value,
    graph.value,
    ...tail,
  ]);
}

interface Line {
  readonly id: string;
  readonly asserted: boolean;
  readonly evidence: readonly {
    readonly document: string;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
  }[];
  readonly mentions: readonly {
    readonly document: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

function linesOf(text: string): readonly Line[] {
  const lines = text.split("\n");
  expect(lines.pop()).toBe("");
  const records = lines.map((line): Line => JSON.parse(line));
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  return records;
}

function sliceOf(graph: Graph, document: string, start: number, end: number): string | undefined {
  return graph.documents.find(({ id }) => id === document)?.text.slice(start, end);
}

function readClaims(text: string, graph: Graph): void {
  const lines = linesOf(text);
  expect(lines.map(({ id }) => id)).toEqual(
    graph.claims.map(({ id }) =>
      `${settings.base}claim/${encodeURIComponent(readable(id))}`.replaceAll("%2F", "/"),
    ),
  );
  expect(lines.map(({ asserted }) => asserted)).toEqual(graph.claims.map(({ stance }) => isAsserted(stance)));
  for (const { evidence } of lines) {
    expect(evidence.length).toBeGreaterThan(0);
    for (const { document, start, end, quote } of evidence)
      expect(quote).toBe(sliceOf(graph, document, start, end));
  }
}

function readEntities(text: string, graph: Graph): void {
  const lines = linesOf(text);
  expect(lines).toHaveLength(graph.entities.length);
  for (const { mentions } of lines) {
    for (const { document, start, end, text: words } of mentions)
      expect(words).toBe(sliceOf(graph, document, start, end));
  }
}

/** What no IRI can hold becomes U+FFFD. */
function readable(id: string): string {
  return id.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, "\ufffd");
}

function readReport(text: string, graph: Graph): void {
  expect(JSON.parse(text)).toMatchObject({
    claims: graph.claims.length,
    entities: graph.entities.length,
    wires: graph.wires.map(({ id, documents: prints, sentences }) => ({
      id,
      documents: prints,
      sentences: sentences.length,
    })),
  });
}

function readIsland(text: string, graph: Graph): void {
  const payload = payloadOf(graph, ontology, settings.base);
  expect(payloadIn(text)).toEqual(JSON.parse(JSON.stringify(payload)));
}

describe("report.json", () => {
  test("adds up for whatever was built", () => {
    const [report] = exporters.filter(({ format }) => format === "report");
    fc.assert(
      fc.property(built, ({ graph, account }) => {
        expectAddedUp(JSON.parse(wholeText(report?.write(graph, { ...settings, account }) ?? [])), account);
      }),
      { numRuns: 25, seed: 31 },
    );
  });
});

interface Report {
  readonly documents: {
    readonly read: number;
    readonly used: number;
    readonly skipped: readonly unknown[];
    readonly ids: readonly string[];
  };
  readonly triples: {
    readonly read: number;
    readonly merged: number;
    readonly rejected: number;
    readonly reasons: Readonly<Record<string, number>>;
  };
}

function expectAddedUp({ documents: files, triples }: Report, account: Built["account"]): void {
  expect(files.read).toBe(files.used + files.skipped.length);
  expect(files.ids).toEqual(account.documents.used);
  expect(files.ids).toHaveLength(files.used);
  expect(triples.read).toBe(triples.merged + triples.rejected);
  expect(Object.values(triples.reasons).reduce((sum, count) => sum + count, 0)).toBe(triples.rejected);
}

describe.skipIf(!hasBrowser)("graph.html in Chromium (skipped where /usr/bin/chromium is missing)", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser(program);
  }, 60_000);
  afterAll(() => browser?.close());

  /** What a browser makes of the file, its policy and parser at work; nothing but the page's own program may have run. */
  async function expectHarmless(graph: Graph): Promise<void> {
    const { page, troubles } = await browser.open(graph);
    await page.waitForFunction(() => "ran" in globalThis);
    const seen = await page.evaluate(() => {
      const all = (globalThis as unknown as { document: unknown }).document as {
        scripts: { length: number };
        getElementById(id: string): { textContent: string };
      };
      const own = globalThis as unknown as { ran?: number; pwned?: number };
      return {
        data: JSON.stringify(JSON.parse(all.getElementById("data").textContent)),
        scripts: all.scripts.length,
        ran: own.ran,
        pwned: own.pwned,
      };
    });
    await page.close();
    // The browser is handed the small ontology of the sample graphs.
    const payload = payloadOf(graph, smallOntology, settings.base);
    expect(fromColumns(JSON.parse(seen.data))).toEqual(JSON.parse(JSON.stringify(payload)));
    // Data, the packed program, what starts it, and the program as it was started.
    expect(seen).toMatchObject({ scripts: 4, ran: 1, pwned: undefined });
    expect(troubles).toEqual([]);
  }

  test.for(fixed)("gives $name back and runs nothing of it", ({ graph }) => expectHarmless(graph));

  test("gives whatever was built back and runs nothing of it", () =>
    fc.assert(fc.asyncProperty(graphs, expectHarmless), { numRuns: 15, seed: 31 }));
});

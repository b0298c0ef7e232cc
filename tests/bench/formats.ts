// Measures how fast the RDF formats are written, and in how much memory: `npm run bench`. The figure to read is the ratio to N3's own
// StreamWriter, given quads that are made already, in the same run; nothing asserts it, because machines differ and are busy.
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Quad, StreamWriter } from "n3";
import { type Described, describe, merged } from "../../src/export/described.ts";
import type { Exporter } from "../../src/export/exporter.ts";
import { exporters } from "../../src/export/index.ts";
import type { Claim } from "../../src/model/claim.ts";
import type { Graph } from "../../src/model/graph.ts";
import { claimOf, documentOf, entityOf, graphOf, settingsFor } from "../support/graphs.ts";
import { ontology } from "../support/ontology.ts";

/** About 25 triples a claim with its evidence. */
const CLAIMS = 40_000;
const ENTITIES = 2_000;
const REPEATS = 3;

const settings = { ...settingsFor(), ontology };
const graph = largeGraph(CLAIMS);
const descriptions = () => merged(Object.values(describe(graph, settings)));
let triples = 0;
for (const one of descriptions()) triples += one.quads.length;
process.stdout.write(`formats: ${triples} triples of ${CLAIMS} claims\n`);

// Ours go first: a million quads in memory make every collection slow.
const ours = exporters.filter(({ format }) => format !== "html" && format !== "report");
const measured: { readonly exporter: Exporter; readonly run: Run }[] = [];
for (const exporter of ours) measured.push({ exporter, run: await fastest(() => drained(exporter)) });
const linesFed = await fastest(() => streamed("N-Triples", quadsOf(descriptions())));
const turtleFed = await fastest(() => streamed("text/turtle", quadsOf(descriptions())));
report("N3's StreamWriter, N-Triples, of quads made for it as for ours", linesFed);
report("N3's StreamWriter, Turtle, of quads made for it as for ours", turtleFed);
const fed = new Map(
  Object.entries({ nt: linesFed, nq: linesFed, ttl: turtleFed, trig: turtleFed, rdf12: turtleFed }),
);
const made = [...descriptions()].flatMap((one) => one.quads) as Quad[];
const lines = await fastest(() => streamed("N-Triples", made));
const turtle = await fastest(() => streamed("text/turtle", made));
report("N3's StreamWriter alone, N-Triples, of quads that are there", lines);
report("N3's StreamWriter alone, Turtle, of quads that are there", turtle);
const peers = new Map(Object.entries({ nt: lines, nq: lines, ttl: turtle, trig: turtle, rdf12: turtle }));
for (const { exporter, run } of measured) {
  const share = (other: Run) => `${Math.round((100 * other.seconds) / run.seconds)} %`;
  const [alone, same] = [peers.get(exporter.format), fed.get(exporter.format)];
  const ratio =
    alone && same
      ? `, ${share(same)} of the StreamWriter's speed, ${share(alone)} of it with quads that are there`
      : "";
  report(exporter.fileName, run, `, ${heldBy(exporter)} MiB held at most${ratio}`);
}

interface Run {
  readonly seconds: number;
  /** Bytes of the text. */
  readonly size: number;
}

function report(name: string, { seconds, size }: Run, more = ""): void {
  const speed = Math.round(triples / seconds / 1000);
  const text = `${(size / 2 ** 20).toFixed(0)} MiB in ${seconds.toFixed(2)} s`;
  process.stdout.write(`formats: ${name}: ${text}, ${speed}k triples/s${more}\n`);
}

async function fastest(run: () => Promise<Run> | Run): Promise<Run> {
  let best: Run | undefined;
  for (let i = 0; i < REPEATS; i++) {
    globalThis.gc?.();
    const one = await run();
    if (best === undefined || one.seconds < best.seconds) best = one;
  }
  return best as Run;
}

function* quadsOf(all: Iterable<Described>): Iterable<Quad> {
  for (const { quads } of all) yield* quads;
}

async function streamed(format: string, quads: Iterable<Quad>): Promise<Run> {
  const start = performance.now();
  let size = 0;
  const sink = new Writable({
    write(piece: Buffer, _, done) {
      size += piece.length;
      done();
    },
  });
  await pipeline(Readable.from(quads), new StreamWriter({ format }), sink);
  return { seconds: (performance.now() - start) / 1000, size };
}

/** As the command line does: gathered to a mebibyte, then made bytes. */
function drained(exporter: Exporter): Run {
  const start = performance.now();
  let [size, gathered] = [0, ""];
  for (const piece of exporter.write(graph, settings)) {
    gathered += piece;
    if (gathered.length < 1 << 20) continue;
    size += Buffer.from(gathered).length;
    gathered = "";
  }
  size += Buffer.from(gathered).length;
  return { seconds: (performance.now() - start) / 1000, size };
}

/** What writing keeps in memory beside the graph, in MiB, looked at every 8 MiB of text. */
function heldBy(exporter: Exporter): number {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let [most, since] = [before, 0];
  for (const piece of exporter.write(graph, settings)) {
    since += piece.length;
    if (since < 1 << 23) continue;
    since = 0;
    globalThis.gc?.();
    most = Math.max(most, process.memoryUsage().heapUsed);
  }
  return Math.round((most - before) / 2 ** 20);
}

function largeGraph(count: number): Graph {
  const sentence = "The Syrian army captured the town on Friday, state media said.";
  const files = Array.from({ length: 400 }, (_, i) => documentOf(`${i}.txt`, sentence));
  const entities = Array.from({ length: ENTITIES }, (_, i) =>
    entityOf([], `Entity${i}`, "State", `Entity ${i}`),
  );
  const claims = Array.from({ length: count }, (_, i): Claim => {
    const file = files[i % files.length] as (typeof files)[number];
    const id = (i * 2654435761).toString(32).padStart(16, "a").slice(-16);
    const claim = claimOf([file], {
      id,
      subject: `Entity${i % ENTITIES}`,
      predicate: "captures",
      object: `Entity${(i * 7 + 1) % ENTITIES}`,
      stance: i % 3 === 0 ? { speakers: [`Entity${(i * 3) % ENTITIES}`] } : {},
      time: { start: "2017-10-20", end: "2017-10-20", text: ["on Friday"], basis: "told" },
      read: [{ document: file.id, sentence, words: "The Syrian army | captured | the town" }],
    });
    return claim;
  });
  return graphOf(files, entities, claims);
}

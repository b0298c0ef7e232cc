// Measures how long `whosays query` takes, and how much memory, from its start to its end on a large graph: `npm run bench`. The figure to
// read is the ratio to a program that does nothing but load the same file into Oxigraph; nothing asserts it, because machines differ and are busy.
import { execFile } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { turtle } from "../../src/export/turtle.ts";
import { settingsFor } from "../support/graphs.ts";
import { largeGraph } from "../support/large-graph.ts";
import { ontology } from "../support/ontology.ts";
import { whosays } from "../support/run-whosays.ts";

/** Together a little more than a million triples. */
const [ENTITIES, CLAIMS] = [2_000, 38_000];
const REPEATS = 3;

/** Loads a file, and prints how many triples it has and how long the load took by itself. */
const BARE = `
import { readFileSync } from "node:fs";
import { Store } from "oxigraph";
const bytes = readFileSync(process.argv[1]);
const store = new Store();
const start = performance.now();
store.load(bytes, { format: "text/turtle" });
console.log(store.size, (performance.now() - start) / 1000);
`;

/** Every process that is started says at its end how much memory it took at most, and how long it kept a processor busy. */
const ACCOUNT = `process.on("exit",()=>{const r=process.resourceUsage();process._rawDebug("took",r.maxRSS,r.userCPUTime)})`;
process.env.NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(ACCOUNT)}`;

const QUERIES = [
  ["the first row", "SELECT ?who ?whom { ?who kg:captures ?whom } LIMIT 1"],
  ["a count of all triples", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c }"],
] as const;

const folder = mkdtempSync(join(tmpdir(), "whosays-bench-"));
try {
  const file = join(folder, "graph.ttl");
  write(file);
  // In turns, so that what keeps the machine busy meanwhile is the same for all.
  const runs = Array.from({ length: REPEATS }, () => 0);
  const loads: Run[] = [];
  const asked = QUERIES.map((): Run[] => []);
  for (const _ of runs) {
    loads.push(await load(file));
    for (const [i, [, query]] of QUERIES.entries()) asked[i]?.push(await ask(query));
  }
  const bare = fastest(loads);
  report(
    `Oxigraph's load alone, ${bare.said.split(" ")[0]} triples, ${mebibytes(statSync(file).size)} MiB`,
    bare,
  );
  for (const [i, [name]] of QUERIES.entries()) {
    const run = fastest(asked[i] ?? []);
    const [ratio, busyRatio] = [run.seconds / bare.seconds, run.busySeconds / bare.busySeconds];
    report(name, run, `, ${ratio.toFixed(2)} of the load alone, ${busyRatio.toFixed(2)} by processor`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A process from its start to its end. */
interface Run {
  readonly seconds: number;
  /** Of a processor, or of several at once; less disturbed by what else runs. */
  readonly busySeconds: number;
  /** Bytes. */
  readonly peak: number;
  readonly said: string;
}

function write(file: string): void {
  const to = openSync(file, "w");
  for (const piece of turtle.write(largeGraph(ENTITIES, CLAIMS), { ...settingsFor(), ontology }))
    writeSync(to, piece);
  closeSync(to);
}

async function load(file: string): Promise<Run> {
  const start = performance.now();
  const root = join(import.meta.dirname, "..", "..");
  const args = ["--input-type=module", "--eval", BARE, file];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: root });
  return ended(start, stdout, stderr);
}

async function ask(query: string): Promise<Run> {
  const start = performance.now();
  const { code, stdout, stderr } = await whosays(folder, "query", ".", query, "--format", "tsv");
  if (code !== 0) throw new Error(stderr);
  return ended(start, stdout, stderr);
}

function ended(start: number, said: string, stderr: string): Run {
  const seconds = (performance.now() - start) / 1000;
  const accounts = [...stderr.matchAll(/^took (\d+) (\d+)$/gm)];
  const most = (nth: number) => Math.max(...accounts.map((account) => Number(account[nth])));
  return { seconds, busySeconds: most(2) / 1e6, peak: most(1) * 1024, said };
}

function fastest(runs: readonly Run[]): Run {
  return [...runs].sort((a, b) => a.seconds - b.seconds)[0] as Run;
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

function report(name: string, { seconds, busySeconds, peak }: Run, more = ""): void {
  const time = `${seconds.toFixed(2)} s, ${busySeconds.toFixed(2)} s of a processor`;
  process.stdout.write(`query: ${name}: ${time}, ${mebibytes(peak)} MiB at most${more}\n`);
}

// Measures the page on graphs of three sizes: how long its export takes, how large the file is, and in Chromium the time to
// the first frame, beside Sigma alone with the same graph in a bare page, the heap, and a frame while the map is moved:
// `npm run bench`, or for one size `npx tsx tests/bench/page.ts 1000`.
// Without a graphics card frames are drawn by the processor, and everything takes far longer than at a reader's.
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { escapeJson } from "../../src/export/page/escape.ts";
import { payloadOf } from "../../src/export/page/payload.ts";
import { pageHtml } from "../../src/export/page/template.ts";
import type { PagePayload } from "../../src/model/page-payload.ts";
import { catalogueOf } from "../../src/page/data/catalogue.ts";
import { sceneOf } from "../../src/page/data/scene.ts";
import { bundlePage } from "../page/bundle.ts";
import { hasBrowser, startBrowser, type TestBrowser } from "../page/page-under-test.ts";
import { largeGraph } from "../support/large-graph.ts";
import { ontology } from "../support/ontology.ts";

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000, 100_000];
/** How often each page is opened, in turn with the other; the fastest counts. */
const rounds = (entities: number) => (entities > 20_000 ? 1 : 5);
/** The page may take so many times as long as Sigma alone; asked of the smallest graph. */
const most = 1.5;
const patience = 600_000;
const folder = mkdtempSync(join(tmpdir(), "whosays-bench-"));

interface Opened {
  /** In milliseconds since the page began to load. */
  readonly drawn: number;
  readonly frame: number;
  readonly heap: number;
}

/** What both pages show of themselves. */
interface Shown {
  readonly drawn: number | undefined;
  readonly map: {
    readonly sigma: {
      getCamera(): { x: number; setState(state: { x: number }): void };
      getGraph(): { readonly order: number; readonly size: number };
    };
  } | null;
}
declare const window: { readonly whosays?: Shown };
declare const requestAnimationFrame: (then: () => void) => void;

if (hasBrowser) await measureAll();
else process.stderr.write("There is no Chromium; the page is not measured.\n");

async function measureAll(): Promise<void> {
  const program = await bundlePage();
  const size = (text: string) => `${Math.round(Buffer.byteLength(text) / 1024)} KiB`;
  say(`script ${size(program.script)}, style ${size(program.style)}`);
  const browser = await startBrowser(program);
  try {
    for (const entities of sizes) await measure(browser, entities);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }

  async function measure(chromium: TestBrowser, entities: number): Promise<void> {
    const name = `${entities} entities, ${3 * entities} claims`;
    const graph = largeGraph(entities, 3 * entities);
    const [start, used] = [performance.now(), process.cpuUsage()];
    const payload = payloadOf(graph, ontology, "https://example.org/");
    const page = written(`${entities}.html`, pageHtml(payload, program));
    const { user, system } = process.cpuUsage(used);
    say(
      `${name}: exported in ${seconds(performance.now() - start)} (${seconds((user + system) / 1000)} of CPU), ` +
        `${(statSync(page).size / 2 ** 20).toFixed(2)} MiB`,
    );
    const bare = written(`${entities}-bare.html`, [await bareHtml(payload)]);
    const [ours, alone]: [Opened[], Opened[]] = [[], []];
    for (let round = 0; round < rounds(entities); round++) {
      ours.push(await opened(chromium, page));
      alone.push(await opened(chromium, bare));
    }
    const [mine, theirs] = [fastest(ours), fastest(alone)];
    const ratio = mine.drawn / theirs.drawn;
    const judged = entities > 1_000 || ratio <= most ? "" : `, MORE THAN ${most}`;
    say(`${name}: the page ${told(mine)}`);
    say(`${name}: Sigma alone ${told(theirs)}; first frame ${ratio.toFixed(2)} times as late${judged}`);
  }
}

function written(name: string, pieces: Iterable<string>): string {
  const path = join(folder, name);
  writeFileSync(path, "");
  for (const piece of pieces) writeFileSync(path, piece, { flag: "a" });
  return path;
}

/** Every entity and every line of the map, drawn by Sigma as it comes. */
async function bareHtml(payload: PagePayload): Promise<string> {
  const all = { claims: [...payload.claims.keys()], open: undefined, pinned: new Set<number>() };
  const { nodes, lines } = sceneOf(catalogueOf(payload), all);
  const data = {
    nodes: nodes.map(({ key, index }) => {
      const { label, place } = payload.entities[index] ?? {};
      return [key, { label, x: place?.x, y: place?.y, size: place?.size, color: "#3d7ea6" }];
    }),
    lines: lines.map(({ from, to }) => [from, to, { size: 1, color: "#bdb8ac" }]),
  };
  const program = `import Graph from "graphology"; import Sigma from "sigma";
    const { nodes, lines } = JSON.parse(document.getElementById("data").textContent);
    const graph = new Graph({ multi: true, type: "directed" });
    for (const [key, look] of nodes) graph.addNode(key, look);
    for (const [from, to, look] of lines) graph.addEdge(from, to, look);
    const sigma = new Sigma(graph, document.getElementById("map"));
    window.whosays = { drawn: performance.now(), map: { sigma } };`;
  const bundle = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "iife",
    write: false,
  });
  return `<!doctype html><meta charset="utf-8"><style>#map { height: 800px }</style><div id="map"></div>
<script type="application/json" id="data">${escapeJson(JSON.stringify(data))}</script>
<script>${bundle.outputFiles[0]?.text}</script>`;
}

async function opened(browser: TestBrowser, path: string): Promise<Opened> {
  const { page, troubles } = await browser.openFile(path, { patience });
  page.setDefaultTimeout(patience);
  await page.waitForFunction(() => window.whosays?.drawn !== undefined, undefined, { timeout: patience });
  const drawn = await page.evaluate(() => window.whosays?.drawn ?? 0);
  const frame = await page.evaluate(panned);
  const heap = await heapOf(page);
  await page.close();
  if (troubles.length > 0) throw new Error(`${path}: ${troubles.join("; ")}`);
  return { drawn, frame, heap };
}

/**
 * The mean time of a frame while the map is moved, in milliseconds.
 *
 * It runs in the page, so it may hold no function with a name: tsx would have it call one of its own.
 */
async function panned(): Promise<number> {
  const camera = window.whosays?.map?.sigma.getCamera();
  const frames = 8;
  await new Promise<void>((then) => requestAnimationFrame(then));
  const start = performance.now();
  // In the last one what is left to draw is waited for.
  for (let i = 0; i <= frames; i++) {
    if (i < frames) camera?.setState({ x: camera.x + 0.004 });
    await new Promise<void>((then) => requestAnimationFrame(then));
  }
  return (performance.now() - start) / frames;
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize;
}

function fastest(all: readonly Opened[]): Opened {
  const least = (one: keyof Opened) => Math.min(...all.map((opening) => opening[one]));
  return { drawn: least("drawn"), frame: least("frame"), heap: least("heap") };
}

function told({ drawn, frame, heap }: Opened): string {
  const megabytes = (heap / 2 ** 20).toFixed(0);
  return `first frame after ${seconds(drawn)}, ${frame.toFixed(0)} ms a frame in motion, heap ${megabytes} MiB`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function say(line: string): void {
  process.stdout.write(`page: ${line}\n`);
}

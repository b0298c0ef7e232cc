import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { expect, test } from "vitest";
import { WEIGHTS_FOLDER } from "../../src/cli/own-folders.ts";
import { browserFlags, browserPath, hasBrowser } from "../page/page-under-test.ts";
import { parser } from "../support/parser.ts";

/** What a web application would write: a worker that opens the parser on the bytes it is sent. */
const WORKER = `
  import { openParser } from "./parser.ts";
  self.onmessage = ({ data: { bytes, sentences } }) => {
    self.postMessage(openParser(new Uint8Array(bytes)).parse(sentences));
  };
`;

const SENTENCES = [
  "The council in Esterburg did n't ask the harbour guard to open the port .".split(" "),
  "Rebels backed by Sylvania seized two towns , officials said Wednesday .".split(" "),
];

/** What the page does, as text, because its types are not those of Node: starts the worker and waits for its answer. */
function asking(script: string): string {
  return `new Promise((resolve, reject) => {
    const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(script)}])));
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }) => resolve(data);
    const bytes = Uint8Array.from(atob(globalThis.weights), (unit) => unit.charCodeAt(0));
    worker.postMessage({ bytes, sentences: ${JSON.stringify(SENTENCES)} });
  })`;
}

test.skipIf(!hasBrowser)(
  "a worker in a browser gives the answers that Node gives",
  { timeout: 120_000 },
  async () => {
    const folder = join(import.meta.dirname, "../../src/annotate/parser");
    const bundle = await build({
      stdin: { contents: WORKER, resolveDir: folder, loader: "ts" },
      bundle: true,
      format: "iife",
      target: "es2022",
      write: false,
    });
    const script = bundle.outputFiles[0]?.text ?? "";
    const weights = readFileSync(join(WEIGHTS_FOLDER, "default.weights")).toString("base64");
    const profile = mkdtempSync(join(tmpdir(), "whosays-worker-"));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: browserPath,
      headless: true,
      args: [...browserFlags],
    });
    try {
      const page = await context.newPage();
      await page.evaluate(`globalThis.weights = "${weights}"`);
      const answers = await page.evaluate(asking(script));
      expect(answers).toEqual(parser.parse(SENTENCES));
    } finally {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    }
  },
);

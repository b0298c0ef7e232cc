import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, toHtml } from "../../../src/index.ts";

/** The graph.html of the sample corpus, in a folder of its own. */
export interface SampleRun {
  readonly file: string;
  remove(): void;
}

/** Builds the reports of `seeds/` into a page, as `npm start` does, with the program that `npm run build:page` has bundled. */
export function runSample(): SampleRun {
  const seeds = join(import.meta.dirname, "..", "..", "..", "seeds");
  const articles = readdirSync(seeds)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((id) => ({ id, text: readFileSync(join(seeds, id), "utf8") }));
  const folder = mkdtempSync(join(tmpdir(), "whosays-sample-"));
  const file = join(folder, "graph.html");
  writeFileSync(file, toHtml(build(articles)));
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

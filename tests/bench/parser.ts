// Measures the parser from raw text to tree on one core: `npm run bench`. Figures go into src/annotate/README.md by hand;
// nothing asserts them, because machines differ and are busy. CPU time is counted, so that other processes matter less.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openParser, type Parser } from "../../src/annotate/parser/parser.ts";
import { readSentences } from "../../src/annotate/reading.ts";
import { sentenceStarts } from "../../src/annotate/sentence-ends.ts";
import { tokenise } from "../../src/annotate/tokens.ts";
import { MODELS, type Model } from "../../src/cli/models.ts";
import { WEIGHTS_FOLDER } from "../../src/cli/own-folders.ts";
import { hasTreebanks, rawText, readTreebank } from "../support/treebank.ts";

/** Documents are read one by one, as the program reads them: paragraphs of the treebank in heaps of so many characters. */
const DOCUMENT = 4000;
const ROUNDS = 5;

const [asked] = process.argv.slice(2);
if (asked) measure(asked as Model, process.argv.includes("--plain"));
else {
  const flags = MODELS.flatMap((model) => [[model], [model, "--plain"]]);
  // Each in a process of its own, so that none profits from what another has compiled, and memory is its own.
  for (const args of flags)
    spawnSync(process.execPath, ["--import", "tsx", import.meta.filename, ...args], { stdio: "inherit" });
}

function measure(model: Model, plain: boolean): void {
  const bytes = readFileSync(join(WEIGHTS_FOLDER, `${model}.weights`));
  const { result: parser, ms: load } = timed(() => openParser(bytes, { plain }));
  const documents = texts();
  readAll(parser, documents.slice(0, 10));
  const best = Array.from({ length: plain ? 1 : ROUNDS }, () => {
    const { result: words, ms } = timed(() => readAll(parser, plain ? documents.slice(0, 5) : documents));
    return (1000 * words) / ms;
  }).reduce((a, b) => Math.max(a, b));
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  process.stdout.write(
    `${model}, ${plain ? "plain JavaScript" : "kernel"}: ${Math.round(best)} words a second, load ${Math.round(load)} ms, ${memory} MiB\n`,
  );
}

/** CPU time, in milliseconds. */
function timed<T>(work: () => T): { readonly result: T; readonly ms: number } {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { result, ms: (user + system) / 1000 };
}

/** Reads every document and gives the number of words. */
function readAll(parser: Parser, documents: readonly string[]): number {
  return documents.reduce((sum, text) => {
    const pieces = tokenise(text, { start: 0, end: text.length });
    const { starts } = sentenceStarts(pieces, text);
    const forms = starts.map((start, i) => pieces.slice(start, starts[i + 1]).map(({ form }) => form));
    readSentences(parser, forms);
    return sum + pieces.length;
  }, 0);
}

function texts(): readonly string[] {
  if (!hasTreebanks) {
    process.stderr.write(
      "The treebanks are not at hand; the sample articles are read instead, over and over.\n",
    );
    const sample = readFileSync(join(import.meta.dirname, "../../seeds/1-levant-courier.txt"), "utf8");
    return Array.from({ length: 30 }, () => sample);
  }
  const paragraphs = rawText(readTreebank("gum-dev")).split("\n\n");
  const documents = [""];
  for (const paragraph of paragraphs) {
    const last = documents.length - 1;
    documents[last] = `${documents[last]}${paragraph}\n\n`;
    if ((documents[last] as string).length > DOCUMENT) documents.push("");
  }
  return documents;
}

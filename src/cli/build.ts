import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { exporters } from "../export/index.ts";
import type { Account } from "../model/account.ts";
import type { Graph } from "../model/graph.ts";
import type { Ontology } from "../model/ontology.ts";
import { isAsserted } from "../model/stance.ts";
import { type Built, building } from "../pipeline.ts";
import { EXIT, Failure } from "./failure.ts";
import { fetchInputs, findInputs, type InputFile } from "./inputs.ts";
import { takeOutputFolder } from "./output-folder.ts";
import { printable, progressOn } from "./progress.ts";
import { OWN_ONTOLOGY, readOntology, readPageProgram } from "./resources.ts";

const FORMATS = [...new Set(exporters.map(({ format }) => format))].filter((format) => format !== "report");
/** How many skipped inputs are named one by one on standard error; report.json names all. */
const NAMED = 20;

interface Options {
  readonly out: string;
  readonly format: readonly string[];
  readonly base: string;
  readonly ontology: string;
}

const EXAMPLES = `
Examples:
  whosays build articles/                         a folder of .txt files into output/
  whosays build articles/ more.txt --out graph    several inputs, another folder
  whosays build articles/ --format ttl,jsonl      no page

Exit codes: 0 all read and written · 1 nothing written · 2 wrong usage or a broken ontology
            3 written, but some inputs were skipped · 75 another run writes there · 130 interrupted`;

/** `whosays build`: reads articles, writes the graph. Sets the exit code of the process. */
export function buildCommand(): Command {
  return new Command("build")
    .summary("read articles and write their graph")
    .description(
      "Reads news articles and writes who did what to whom, and who says so: graph.ttl, graph.html, claims.jsonl, entities.jsonl and report.json.",
    )
    .argument("<input...>", "articles as text files, or folders of them")
    .option("--out <folder>", "where to write", "output")
    .addOption(
      new Option("--format <list>", "what to write")
        .argParser(parseFormats)
        .default(FORMATS, FORMATS.join(",")),
    )
    .addOption(
      new Option("--base <iri>", "what all ids stand behind")
        .argParser(parseBase)
        .default("https://w3id.org/whosays/"),
    )
    .addOption(
      new Option(
        "--ontology <folder>",
        "relations and names in place of those that come with whosays",
      ).default(OWN_ONTOLOGY, "its own"),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], options: Options) => {
      process.exitCode = await run(inputs, options);
    });
}

function parseFormats(value: string): readonly string[] {
  const formats = value.split(",").map((format) => format.trim());
  const unknown = formats.find((format) => !FORMATS.includes(format));
  if (unknown === undefined) return formats;
  throw new InvalidArgumentError(`"${printable(unknown)}" is no format; choose from ${FORMATS.join(", ")}.`);
}

function parseBase(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const usable = url && /^https?:$/.test(url.protocol) && !/[#?<>"{}|^`\\\s]/.test(value);
  if (!usable)
    throw new InvalidArgumentError(
      'give an http or https address without "#" or "?", such as https://example.org/kg/',
    );
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

async function run(inputs: readonly string[], options: Options): Promise<number> {
  const ontology = readOntology(options.ontology);
  const page = options.format.includes("html") ? readPageProgram() : { script: "", style: "" };
  const files = findInputs(inputs);
  const folder = takeOutputFolder(options.out);
  const interrupted = () => {
    folder.release();
    process.exit(EXIT.interrupted);
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    const { graph, account } = await built(files, ontology);
    if (account.documents.used.length === 0) throw nothingRead(account);
    const settings = { base: options.base, ontology, account, page };
    const chosen = exporters.filter(({ format }) => format === "report" || options.format.includes(format));
    const written = chosen.map((exporter) => ({
      name: exporter.fileName,
      text: exporter.write(graph, settings),
    }));
    await breath();
    folder.write(written);
    tell(graph, account, options);
    return account.documents.skipped.length > 0 ? EXIT.skipped : EXIT.done;
  } finally {
    folder.release();
    process.removeListener("SIGINT", interrupted).removeListener("SIGTERM", interrupted);
  }
}

/** How long the work may go on, in milliseconds, before a signal is listened for. */
const BREATH = 50;

/** Builds the graph step by step, so that progress is told and a signal is heard in between. */
async function built(files: readonly InputFile[], ontology: Ontology): Promise<Built> {
  const progress = progressOn(process.stderr);
  const steps = building(fetchInputs(files), ontology);
  let last = Date.now();
  try {
    for (let done = 1; ; done++) {
      const step = steps.next();
      if (step.done) return step.value;
      progress.step(done, files.length, step.value);
      if (Date.now() - last < BREATH) continue;
      await breath();
      last = Date.now();
    }
  } finally {
    progress.end();
  }
}

/** Lets the process hear its signals. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function nothingRead({ documents }: Account): Failure {
  return new Failure(
    `no input could be read, nothing was written\n${skipLines(documents.skipped).join("\n")}`,
  );
}

function skipLines(skipped: Account["documents"]["skipped"]): readonly string[] {
  const lines = skipped
    .slice(0, NAMED)
    .map(({ input, reason }) => `  skipped ${printable(input)}: ${reason}`);
  const more = skipped.length - lines.length;
  return more > 0 ? [...lines, `  and ${more} more, see report.json`] : lines;
}

function tell(
  graph: Graph,
  { documents, sentences, triples, warnings }: Account,
  { out, format }: Options,
): void {
  const asserted = graph.claims.filter(({ stance }) => isAsserted(stance)).length;
  const lines = [
    `${documents.used.length} of ${documents.read} articles read, ${sentences} sentences`,
    `${graph.claims.length} claims about ${graph.entities.length} entities: ${asserted} asserted, ${graph.claims.length - asserted} reported, denied or not certain`,
    `${triples.read} triples = ${triples.merged} merged + ${triples.rejected} rejected`,
    ...skipLines(documents.skipped),
    ...warnings.slice(0, NAMED).map(({ input, reason }) => `  note: ${printable(input)} ${reason}`),
    format.includes("html") ? `Open ${join(out, "graph.html")} in a browser.` : `Written to ${out}.`,
  ];
  process.stderr.write(`${lines.join("\n")}\n`);
}

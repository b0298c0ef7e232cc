import { join } from "node:path";
import type { Parser } from "../annotate/parser/parser.ts";
import { exporters } from "../export/index.ts";
import type { Relations } from "../extract/index.ts";
import type { Account } from "../model/account.ts";
import type { Graph } from "../model/graph.ts";
import type { Ontology } from "../model/ontology.ts";
import { distinct } from "../model/order.ts";
import type { Overrides } from "../model/overrides.ts";
import { isAsserted } from "../model/stance.ts";
import { type Built, building } from "../pipeline.ts";
import { breath } from "./breath.ts";
import type { BuildOptions } from "./build.ts";
import { EXIT, Failure } from "./failure.ts";
import { fetchInputs, findInputs, type InputFile } from "./inputs.ts";
import { takeOutputFolder } from "./output-folder.ts";
import { readOverrides } from "./overrides-file.ts";
import { printable, progressOn } from "./progress.ts";
import { readOntology, readPageProgram, readParser } from "./resources.ts";

/** How many skipped inputs are named one by one on standard error; report.json names all. */
const NAMED = 20;

/** Reads the articles, builds their graph, writes it and tells of it; gives the exit code. */
export async function runBuild(inputs: readonly string[], options: BuildOptions): Promise<number> {
  const ontology = readOntology(options.ontology, options.names);
  const overrides = readOverrides(options.overrides, ontology);
  const page = options.format.includes("html") ? readPageProgram() : { script: "", style: "" };
  const files = findInputs(inputs);
  const folder = takeOutputFolder(options.out);
  const interrupted = () => {
    folder.release();
    process.exit(EXIT.interrupted);
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    const { graph, account } = await built(
      files,
      ontology,
      readParser(options.model),
      options.relations,
      overrides,
    );
    if (account.documents.used.length === 0) throw nothingRead(account);
    const settings = { base: options.base, ontology, account, page, runTime: options.runTime };
    const chosen = exporters.filter(({ format }) => format === "report" || options.format.includes(format));
    const written = chosen.map((exporter) => ({
      name: exporter.fileName,
      text: exporter.write(graph, settings),
    }));
    await breath();
    await folder.write(written);
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
async function built(
  files: readonly InputFile[],
  ontology: Ontology,
  parser: Parser,
  relations: Relations,
  overrides: Overrides | undefined,
): Promise<Built> {
  const progress = progressOn(process.stderr);
  const steps = building(fetchInputs(files), ontology, parser, relations, { overrides });
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

function noteLines(warnings: Account["warnings"]): readonly string[] {
  const lines = warnings
    .slice(0, NAMED)
    .map(({ input, reason }) => `  note: ${printable(input)} ${printable(reason)}`);
  const more = warnings.length - lines.length;
  return more > 0 ? [...lines, `  and ${more} more notes, see report.json`] : lines;
}

/** How many disagreements are told of. */
const TOLD = 5;

/** What the articles differ in, each side with where it stands. */
function disagreementLines({ disagreements, claims }: Graph): readonly string[] {
  const documents = new Map(claims.map(({ id, evidence }) => [id, evidence.map(({ document }) => document)]));
  const lines = disagreements.slice(0, TOLD).map(({ kind, about, sides }) => {
    const told = sides.map((side) => {
      const where = distinct(side.claims.flatMap((id) => documents.get(id) ?? []));
      return `${printable(side.value)} (${where.map(printable).join(", ")})`;
    });
    return `  ${kind}: ${printable(about)}: ${told.join(" · ")}`;
  });
  const more = disagreements.length - lines.length;
  const head = disagreements.length === 0 ? [] : [`The articles differ in ${disagreements.length} points:`];
  return [...head, ...lines, ...(more > 0 ? [`  and ${more} more, see report.json`] : [])];
}

function tell(
  graph: Graph,
  { documents, sentences, triples, warnings }: Account,
  { out, format }: BuildOptions,
): void {
  const asserted = graph.claims.filter(({ stance }) => isAsserted(stance)).length;
  const lines = [
    `${documents.used.length} of ${documents.read} articles read, ${sentences} sentences`,
    `${graph.claims.length} claims about ${graph.entities.length} entities: ${asserted} asserted, ${graph.claims.length - asserted} reported, denied or not certain`,
    `${triples.read} triples = ${triples.merged} merged + ${triples.rejected} rejected`,
    ...skipLines(documents.skipped),
    ...noteLines(warnings),
    ...disagreementLines(graph),
    format.includes("html") ? `Open ${join(out, "graph.html")} in a browser.` : `Written to ${out}.`,
  ];
  process.stderr.write(`${lines.join("\n")}\n`);
}

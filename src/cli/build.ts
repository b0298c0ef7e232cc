import { Command, InvalidArgumentError, Option } from "commander";
import type { Relations } from "../extract/index.ts";
import { isDay } from "../model/time.ts";
import { baseOf, OWN_BASE } from "./base.ts";
import type { Model } from "./models.ts";
import { printable } from "./progress.ts";
import {
  modelOption,
  namesOption,
  ontologyOption,
  overridesOption,
  relationsOption,
} from "./reading-options.ts";

/** What `--format` may name. Written out, for the exporters themselves take longer to load than the help to print. */
export const FORMATS: readonly string[] = [
  "ttl",
  "html",
  "jsonl",
  "nt",
  "nq",
  "trig",
  "rdf12",
  "jsonld",
  "gexf",
  "graphml",
  "neo4j",
  "cypher",
  "csv",
  "tsv",
  "graphdocument",
  "kgtk",
];

/** What is written where nobody says otherwise. */
const USUAL_FORMATS: readonly string[] = ["ttl", "html", "jsonl"];

/** What the command line says to `build`. */
export interface BuildOptions {
  readonly out: string;
  readonly format: readonly string[];
  readonly base: string;
  readonly model: Model;
  readonly ontology: string;
  readonly names: readonly string[];
  readonly overrides?: string;
  readonly relations: Relations;
  readonly runTime?: string;
}

const EXAMPLES = `
Examples:
  whosays build articles/                         a folder of .txt files into output/
  whosays build articles/ more.txt --out graph    several inputs, another folder
  whosays build articles/ --format ttl,jsonl      no page
  whosays build articles/ --format gexf,csv       for Gephi and for a spreadsheet
  whosays build articles/ --relations ontology    no relations but those of the ontology
  whosays build articles/ --names mine.csv        with names of your own, such as the two lines
                                                  name,type,aliases
                                                  Acme Corporation,Organization,Acme;ACM
  whosays build articles/ --overrides names.json  with corrections by hand, such as
                                                  {"same": [["Qaryatayn", "Al-Karyatein"]]}

Formats:
  ttl       graph.ttl: RDF 1.1 Turtle          gexf     graph.gexf: Gephi, drawn as on the page
  html      graph.html: a page for people      graphml  graph.graphml: yEd, Cytoscape, networkx
  jsonl     claims.jsonl, entities.jsonl       neo4j    neo4j-nodes.csv, neo4j-relationships.csv
  nt        graph.nt: sorted N-Triples         cypher   graph.cypher: statements for cypher-shell
  nq, trig  graph.nq, graph.trig: the facts    csv, tsv claims.csv, claims.tsv: a claim a row
            of each document in its graph      kgtk     graph.kgtk.tsv: edges for KGTK
  rdf12     graph.rdf12.ttl: with reifiers     graphdocument
  jsonld    graph.jsonld: context included              graph-documents.json: for LangChain loaders
  report.json is always written.

Exit codes: 0 all read and written · 1 nothing written · 2 wrong usage, a broken ontology, names or corrections
            3 written, but some inputs were skipped · 75 another run writes there · 130 interrupted`;

/**
 * `whosays build`: reads articles, writes the graph. Sets the exit code of the process.
 *
 * The readers and exporters are loaded only when it runs.
 */
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
        .default(USUAL_FORMATS, USUAL_FORMATS.join(",")),
    )
    .addOption(new Option("--base <iri>", "what all ids stand behind").argParser(parseBase).default(OWN_BASE))
    .addOption(relationsOption())
    .addOption(modelOption())
    .addOption(ontologyOption())
    .addOption(namesOption())
    .addOption(overridesOption())
    .addOption(
      new Option(
        "--run-time <time>",
        "note when the run was made, such as 2017-10-21T09:00:00Z; else nothing is",
      ).argParser(parseRunTime),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], options: BuildOptions) => {
      const { runBuild } = await import("./build-run.ts");
      process.exitCode = await runBuild(inputs, options);
    });
}

function parseRunTime(value: string): string {
  const whole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/.test(value);
  if (whole && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value))) return value;
  throw new InvalidArgumentError("Write it as ISO 8601 does, with its zone: 2017-10-21T09:00:00Z.");
}

function parseFormats(value: string): readonly string[] {
  const formats = value.split(",").map((format) => format.trim());
  const unknown = formats.find((format) => !FORMATS.includes(format));
  if (unknown === undefined) return formats;
  throw new InvalidArgumentError(`"${printable(unknown)}" is no format; choose from ${FORMATS.join(", ")}.`);
}

function parseBase(value: string): string {
  const parsed = baseOf(value);
  if ("base" in parsed) return parsed.base;
  throw new InvalidArgumentError(`It ${printable(parsed.problem)}.`);
}

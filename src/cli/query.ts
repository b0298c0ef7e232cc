import { Command, InvalidArgumentError, Option } from "commander";

/** What the command line says to `query`. */
export interface QueryOptions {
  readonly file?: string;
  readonly list?: boolean;
  readonly name?: string;
  readonly with: readonly string[];
  readonly show?: boolean;
  readonly format?: string;
  readonly width?: number;
  readonly timeout: number;
}

const EXAMPLES = `
Examples:
  whosays query output 'SELECT ?who { ?who kg:backs ent:Syria }'
  whosays query output --list                              the queries that come with whosays
  whosays query output --name who-backs --with whom=Syria  one of them; names in any spelling that the graph knows
  whosays query output --name why --with who=Iran --with does=backs
  whosays query output --file mine.rq --format csv > mine.csv
  whosays query output 'ASK { ent:Iran kg:backs ent:Syria }'
  whosays query output --name who-backs --show             its text, with prefixes, for any SPARQL tool

The prefixes of the graph (kg:, ent:, claim:, rdf:, rdfs: and more) need not be written. SELECT and ASK are written as
table, json, csv, tsv or xml; CONSTRUCT and DESCRIBE as ttl or nt. In csv, a text that a spreadsheet would take for a
formula has an apostrophe in front. Nothing but graph.ttl is read: SERVICE and updates are refused.

Exit codes: 0 answered, though nothing may be found · 1 no graph could be read, or the query was stopped · 2 wrong usage or query`;

/** `whosays query`: asks a graph in SPARQL, or one of the questions that come with whosays. */
export function queryCommand(): Command {
  return new Command("query")
    .summary("ask a graph in SPARQL, or by a question that comes with whosays")
    .description("Asks graph.ttl of a folder that build has written, in SPARQL 1.1 or by a named query.")
    .argument("<folder>", "where build has written")
    .argument("[query]", "SELECT, ASK, CONSTRUCT or DESCRIBE")
    .option("--file <file>", "a file that holds the query")
    .option("--list", "list the queries that come with whosays")
    .option("--name <name>", "ask one of these")
    .option("--with <name=value>", "a value for a named query; may be given several times", collected, [])
    .option("--show", "print the named query itself, for other tools")
    .addOption(
      new Option("--format <format>", "how to write the answer (table, or ttl for triples)").choices([
        "table",
        "json",
        "csv",
        "tsv",
        "xml",
        "ttl",
        "nt",
      ]),
    )
    .option("--width <columns>", "columns of a table (the terminal's; no limit elsewhere)", columns)
    .option("--timeout <seconds>", "stop a query that runs longer", seconds, 30)
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, query: string | undefined, options: QueryOptions) => {
      const { runQuery } = await import("./query-run.ts");
      await runQuery(folder, query, options);
    });
}

function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function columns(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 20 || count > 10_000)
    throw new InvalidArgumentError("give a whole number from 20 to 10000.");
  return count;
}

/** Seconds as a number above 0, of a day at most. */
export function seconds(value: string): number {
  const count = Number(value);
  if (!/^\d+(?:\.\d+)?$/.test(value) || count <= 0 || count > 86_400)
    throw new InvalidArgumentError("give a number of seconds above 0, 86400 at most.");
  return count;
}

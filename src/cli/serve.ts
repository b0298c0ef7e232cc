import { Command, InvalidArgumentError, Option } from "commander";
import { printable } from "./progress.ts";
import { seconds } from "./query.ts";

/** What the command line says to `serve`. */
export interface ServeOptions {
  /** 0 for one that is free. */
  readonly port: number;
  readonly cors: readonly string[];
  /** In seconds. */
  readonly timeout: number;
}

const EXAMPLES = `
Examples:
  whosays serve output                  prints its address, such as http://127.0.0.1:40123/
  whosays serve output --port 8000
  curl http://127.0.0.1:8000/sparql --data-urlencode 'query=SELECT ?who { ?who kg:backs ent:Syria }'
  curl http://127.0.0.1:8000/sparql -H 'Accept: text/csv' --data-urlencode query@mine.rq
  whosays serve output --cors https://yasgui.org        lets that site ask, from your browser

At / stands graph.html, at /sparql an endpoint of the SPARQL 1.1 Protocol, and beside them what else build has written.
SELECT and ASK are answered in JSON, XML, CSV or TSV, CONSTRUCT and DESCRIBE in Turtle or N-Triples, as Accept asks for.
Only programs of this machine reach it, and in a browser only its own page. All is read once: after a build, start it anew.
Refused are updates, SERVICE, more than one graph, requests of over 100 kB and answers of over 100,000 rows.

Exit codes: 130 ended by Ctrl-C · 1 no graph could be read, or the port is taken · 2 wrong usage`;

/** `whosays serve`: the page of a graph, and a SPARQL endpoint, on the loopback address. */
export function serveCommand(): Command {
  return new Command("serve")
    .summary("show the page of a graph, and answer SPARQL over HTTP")
    .description(
      "Serves what build has written on the loopback address until it is interrupted: the page, and graph.ttl as a SPARQL 1.1 endpoint.",
    )
    .argument("<folder>", "where build has written")
    .addOption(
      new Option("--port <number>", "where to listen").argParser(portNumber).default(0, "one that is free"),
    )
    .addOption(
      new Option("--cors <origin>", "a site whose programs may ask; may be given several times")
        .argParser(withOrigin)
        .default([], "none"),
    )
    .option("--timeout <seconds>", "stop a query that runs longer", seconds, 30)
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, options: ServeOptions) => {
      const { runServe } = await import("./serve-run.ts");
      await runServe(folder, options);
    });
}

function portNumber(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535)
    throw new InvalidArgumentError("Give a whole number from 0 to 65535.");
  return port;
}

function withOrigin(value: string, before: readonly string[]): readonly string[] {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError("Give the address of one site, such as https://yasgui.org.");
  if (url.origin !== value) throw new InvalidArgumentError(`Write it as ${printable(url.origin)}.`);
  return [...before, value];
}

import { readFileSync } from "node:fs";
import { openEngine } from "../query/engine.ts";
import type { Given, NamedQuery } from "../query/named.ts";
import { prefixesOf, preludeOf } from "../query/prefixes.ts";
import { pictureOf } from "../query/query-error.ts";
import type { Reply } from "../query/question.ts";
import { EXIT, Failure, systemReason } from "./failure.ts";
import { readFromOutput } from "./graph-file.ts";
import { readNamedQueries } from "./named-queries.ts";
import type { QueryOptions } from "./query.ts";

/** Graphs of more bytes take long enough to read that people are told. */
const LARGE = 8 * 1024 * 1024;

/** Answers a query on standard output. */
export async function runQuery(
  folder: string,
  text: string | undefined,
  options: QueryOptions,
): Promise<void> {
  // Whoever reads only the first lines ends the stream.
  process.stdout.on("error", () => {});
  if (options.list) {
    process.stdout.write(listOf(readNamedQueries()));
    return;
  }
  const asked = askedOf(text, options);
  const turtle = readFromOutput(folder, "graph.ttl");
  if (options.show && "named" in asked) {
    const prefixes = prefixesOf(new TextDecoder().decode(turtle.slice(0, 65_536)));
    process.stdout.write(preludeOf(prefixes).replaceAll(" PREFIX ", "\nPREFIX ") + asked.named.text);
    return;
  }
  const engine = openEngine({
    turtle,
    deadline: options.timeout * 1000,
    onReading: () => {
      if (turtle.length > LARGE) process.stderr.write(`reading ${folder}/graph.ttl …\n`);
    },
  });
  try {
    const reply = await engine.ask({
      query: "named" in asked ? asked : asked.text,
      formats: options.format ? [options.format] : ["table", "ttl"],
      width: options.width ?? (process.stdout.isTTY ? process.stdout.columns : undefined),
    });
    show(reply, asked, folder, options);
  } finally {
    await engine.close();
  }
}

/** What is asked: a text with where it stands, or a named query. */
type Asked =
  | { readonly text: string; readonly from: string }
  | { readonly named: NamedQuery; readonly given: readonly Given[] };

function askedOf(text: string | undefined, options: QueryOptions): Asked {
  const ways = [text, options.file, options.name].filter((way) => way !== undefined);
  if (ways.length !== 1)
    throw new Failure(
      "give one query: as text, with --file, or with --name (--list shows the names)",
      EXIT.usage,
    );
  if (options.name === undefined && (options.with.length > 0 || options.show))
    throw new Failure("--with and --show go with --name", EXIT.usage);
  if (options.show && options.with.length > 0)
    throw new Failure("--show prints a query without values; leave --with out", EXIT.usage);
  if (options.name !== undefined) return namedOf(options.name, options);
  if (options.file !== undefined) return { text: textOf(options.file), from: options.file };
  return { text: text ?? "", from: "the query" };
}

function textOf(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const reason = error instanceof TypeError ? "is not UTF-8; save it as UTF-8" : systemReason(error);
    throw new Failure(`${path}: ${reason}; check --file`, EXIT.usage, { cause: error });
  }
}

function namedOf(name: string, options: QueryOptions): Asked {
  const queries = readNamedQueries();
  const named = queries.find((query) => query.name === name);
  if (!named)
    throw new Failure(
      `--name: no query is called "${name}"; choose from ${queries.map((query) => query.name).join(", ")}`,
      EXIT.usage,
    );
  const given = options.with.map((each) => givenOf(named, each));
  const missing = named.parameters.find(
    (parameter) => parameter.needed && !given.some((each) => each.parameter === parameter),
  );
  if (missing && !options.show)
    throw new Failure(`${name} needs --with ${missing.name}="…": ${missing.about}`, EXIT.usage);
  return { named, given };
}

function givenOf(named: NamedQuery, text: string): Given {
  const [, name, value] = /^([^=]*)=([\s\S]*)$/.exec(text) ?? [];
  const parameter = named.parameters.find((each) => each.name === name);
  if (parameter && value !== undefined && value !== "") return { parameter, value };
  const choice = named.parameters.map((each) => each.name).join(", ");
  const remedy = choice === "" ? "it takes no values" : `write name=value with one of ${choice}`;
  throw new Failure(`--with "${text}" does not fit ${named.name}; ${remedy}`, EXIT.usage);
}

function show(reply: Reply, asked: Asked, folder: string, options: QueryOptions): void {
  switch (reply.outcome) {
    case "answered":
      process.stdout.write(reply.body);
      if (reply.format === "table" && reply.form === "rows") process.stderr.write(`${countOf(reply.size)}\n`);
      return;
    case "invalid":
      throw new Failure(invalidText(reply, asked), EXIT.usage);
    case "unsuited":
      throw new Failure(`--format ${options.format}: ${UNSUITED[reply.form]}`, EXIT.usage);
    case "tooLarge":
      throw new Failure(reply.message);
    case "late":
      throw new Failure(
        `the query was stopped after ${options.timeout} s; narrow it, add LIMIT, or give it longer with --timeout`,
      );
    case "busy":
      throw new Failure("the engine is busy");
    case "broken":
      throw new Failure(`${folder}/graph.ttl: ${reply.message}; run whosays build again`);
  }
}

const UNSUITED = {
  ask: "the answer is yes or no; choose table, json or xml",
  rows: "the answer has rows; choose table, json, csv, tsv or xml",
  triples: "the answer is made of triples; choose ttl or nt",
} as const;

function countOf(rows: number): string {
  return rows === 0 ? "no rows" : `${rows} ${rows === 1 ? "row" : "rows"}`;
}

function invalidText({ message, place }: Extract<Reply, { outcome: "invalid" }>, asked: Asked): string {
  if ("named" in asked) return message;
  if (!place) return `${asked.from}: ${message}`;
  const where = `${asked.from}: line ${place.line}, column ${place.column}`;
  return `${where}: ${message}\n${pictureOf(asked.text, place)}`;
}

/** The named queries with what they answer and take. */
function listOf(queries: readonly NamedQuery[]): string {
  return queries
    .map(({ name, title, about, parameters }) => {
      const takes = parameters.map(
        (each) => `    --with ${each.name}=…  ${each.about}${each.needed ? " (needed)" : ""}\n`,
      );
      return `${name}: ${title}\n    ${about}\n${takes.join("")}`;
    })
    .join("\n");
}

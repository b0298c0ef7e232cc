/**
 * The thread that holds the graph and answers, so that a query without end can be stopped with it.
 *
 * It reads the graph when the first question has passed the parser, or when it is told to be ready.
 */
import { parentPort, workerData } from "node:worker_threads";
import { Store } from "oxigraph";
import { sizeOf } from "./answer.ts";
import { bound } from "./bind.ts";
import { checkQuery, evaluate } from "./evaluate.ts";
import { formatFor } from "./formats/index.ts";
import { type Prefixes, prefixesOf } from "./prefixes.ts";
import { QueryError } from "./query-error.ts";
import type { Question, Reply, ThreadData, ThreadMessage } from "./question.ts";

/** Where the prefixes of a graph end at the latest, in bytes. */
const HEAD = 65_536;

const { turtle } = workerData as ThreadData;
const prefixes: Prefixes = prefixesOf(new TextDecoder().decode(turtle.slice(0, HEAD)));
let store: Store | undefined;

function tell(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

/** Read in pieces, a file is not copied as a whole to where the engine has its memory. */
const PIECE = 65_536;

function* pieces(): Iterable<Uint8Array> {
  for (let at = 0; at < turtle.length; at += PIECE) yield turtle.slice(at, at + PIECE);
}

/** The graph, read once. Throws what the reader says of a broken one. */
function graph(): Store {
  if (store) return store;
  tell({ at: "reading" });
  const read = new Store();
  read.load(pieces(), { format: "text/turtle" });
  store = read;
  tell({ at: "asking" });
  return read;
}

/** Whether the query has passed the parser: what breaks off before is told otherwise than what breaks off behind. */
let parsed = false;

function replyTo({ query, formats, width, mostRows, longest }: Question): Reply {
  // What is wrong with a query is told before a large graph is read for nothing.
  parsed = false;
  const plain = typeof query === "string" ? query : query.named.text;
  let checked = checkQuery(plain, prefixes);
  parsed = true;
  const format = formatFor(formats, checked.form);
  if (!format) return { outcome: "unsuited", form: checked.form };
  const read = readOr(graph);
  if (typeof read === "string") return { outcome: "broken", message: read };
  if (typeof query !== "string")
    checked = checkQuery(bound(read, query.named, query.given, prefixes), prefixes);
  const answer = evaluate(read, checked);
  const size = sizeOf(answer);
  if (mostRows !== undefined && size > mostRows)
    return { outcome: "tooLarge", message: `the answer has more than ${mostRows} rows; add LIMIT` };
  const body = format.write(answer, { prefixes, width });
  if (longest !== undefined && body.length > longest)
    return { outcome: "tooLarge", message: `the answer is longer than ${longest} characters; add LIMIT` };
  return { outcome: "answered", format: format.id, body, size, form: answer.form };
}

function readOr(action: () => Store): Store | string {
  try {
    return action();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What is said of a query on which the engine's code has broken off; undefined for a fault of the program. */
function replyToBreak(error: unknown): Reply | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof RangeError && /string length|array length/i.test(error.message))
    return { outcome: "tooLarge", message: "the answer is too large for memory; add LIMIT" };
  if (error instanceof RangeError || (error.name === "RuntimeError" && !parsed))
    return { outcome: "invalid", message: "the query is nested too deeply" };
  if (error.name === "RuntimeError")
    return { outcome: "tooLarge", message: "the query needs more memory than there is; narrow it" };
  return undefined;
}

parentPort?.on("message", (question: Question | "be ready") => {
  if (question === "be ready") {
    readOr(graph);
    return;
  }
  tell({ at: "asking" });
  try {
    tell({ reply: replyTo(question), spent: false });
  } catch (error) {
    if (error instanceof QueryError) {
      tell({ reply: { outcome: "invalid", message: error.message, place: error.place }, spent: false });
      return;
    }
    const reply = replyToBreak(error);
    if (!reply) throw error;
    tell({ reply, spent: true });
  }
});

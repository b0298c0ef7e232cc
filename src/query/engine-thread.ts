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

/** The graph, read once. Throws what the reader says of a broken one. */
function graph(): Store {
  if (store) return store;
  tell({ at: "reading" });
  const read = new Store();
  read.load(turtle, { format: "text/turtle" });
  store = read;
  tell({ at: "asking" });
  return read;
}

function replyTo({ query, formats, width, mostRows, longest }: Question): Reply {
  // What is wrong with a query is told before a large graph is read for nothing.
  const plain = typeof query === "string" ? query : query.named.text;
  let checked = checkQuery(plain, prefixes);
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

parentPort?.on("message", (question: Question | "be ready") => {
  if (question === "be ready") {
    readOr(graph);
    return;
  }
  let reply: Reply;
  try {
    reply = replyTo(question);
  } catch (error) {
    if (error instanceof QueryError)
      reply = { outcome: "invalid", message: error.message, place: error.place };
    else if (error instanceof RangeError && /string length|array length/i.test(error.message))
      reply = { outcome: "tooLarge", message: "the answer is too large for memory; add LIMIT" };
    else if (error instanceof RangeError)
      reply = { outcome: "invalid", message: "the query is nested too deeply" };
    else throw error;
  }
  tell({ reply });
});

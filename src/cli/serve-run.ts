import { type Engine, openEngine } from "../query/engine.ts";
import { formats } from "../query/formats/index.ts";
import { type Running, startServer } from "../serve/server.ts";
import { EXIT, Failure, systemReason } from "./failure.ts";
import { readFromOutput } from "./graph-file.ts";
import type { ServeOptions } from "./serve.ts";
import { readServedFiles, type ServedFiles } from "./served-files.ts";

/** Serves a folder until the process is interrupted; throws a `Failure` where it cannot begin. */
export async function runServe(folder: string, options: ServeOptions): Promise<void> {
  // Whoever only reads the address ends the stream; the server goes on though nobody reads what it says.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  const interrupted = () => process.exit(EXIT.interrupted);
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  const turtle = readFromOutput(folder, "graph.ttl");
  const served = readServedFiles(folder, turtle);
  const engine = openEngine({ turtle, deadline: options.timeout * 1000 });
  const server = await started(served, engine, options);
  try {
    await readGraph(engine, folder);
  } catch (error) {
    await server.stop();
    await engine.close();
    throw error;
  }
  tell(server.port, served);
}

async function started({ files }: ServedFiles, engine: Engine, options: ServeOptions): Promise<Running> {
  const { port, cors, timeout } = options;
  const answering = { ask: engine.ask, offers: formats, deadline: timeout };
  const onFault = (error: unknown) => process.stderr.write(`${(error as Error)?.stack ?? error}\n`);
  try {
    return await startServer({ files, answering, cors, port, onFault });
  } catch (error) {
    throw new Failure(`port ${port}: ${portReason(error)}`, EXIT.failed, { cause: error });
  }
}

function portReason(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case "EADDRINUSE":
      return "is taken by another program; choose another with --port, or leave it out for one that is free";
    case "EACCES":
      return "may not be taken by this user; choose one above 1023 with --port, or leave it out";
    default:
      return `${systemReason(error)}; choose another with --port`;
  }
}

/** Has the graph read, so that what is wrong with it is told here and not to whoever asks first. */
async function readGraph(engine: Engine, folder: string): Promise<void> {
  const reply = await engine.ask({ query: "ASK {}", formats: ["json"] });
  if (reply.outcome === "broken")
    throw new Failure(`${folder}/graph.ttl: ${reply.message}; run whosays build again`);
}

/** The address for programs on standard output, the rest for people. */
function tell(port: number, { files, leftOut }: ServedFiles): void {
  const address = `http://127.0.0.1:${port}/`;
  process.stdout.write(`${address}\n`);
  const hasPage = files.some(({ name }) => name === "graph.html");
  const others = files.map(({ name }) => name).filter((name) => name !== "graph.html");
  const lines = [
    hasPage
      ? `  the page; beside it ${others.join(", ")}`
      : `  no page, for there is no graph.html; ${others.join(", ")}`,
    ...leftOut.map((reason) => `  note: ${reason}`),
    `${address}sparql`,
    "  the SPARQL endpoint",
    "Ctrl-C ends it.",
  ];
  process.stderr.write(`${lines.join("\n")}\n`);
}

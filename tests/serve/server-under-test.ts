import { readFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { openEngine } from "../../src/query/engine.ts";
import { formats } from "../../src/query/formats/index.ts";
import type { ServedFile } from "../../src/serve/routes.ts";
import { startServer } from "../../src/serve/server.ts";

/** The graph of the sample reports. */
export const sampleTurtle = new Uint8Array(
  readFileSync(join(import.meta.dirname, "..", "..", "output", "graph.ttl")),
);

/** How a server is to be tried. */
export interface Trial {
  readonly turtle?: Uint8Array;
  readonly page?: string;
  readonly cors?: readonly string[];
  /** In seconds. */
  readonly deadline?: number;
}

/** A server that listens on the loopback address. */
export interface ServerUnderTest {
  readonly port: number;
  /** Without `/` at its end. */
  readonly address: string;
  /** What it has called a fault of its own. */
  readonly faults: readonly unknown[];
  stop(): Promise<void>;
}

/** Starts a server with the sample graph, as the command line does. */
export async function serve(trial: Trial = {}): Promise<ServerUnderTest> {
  const { turtle = sampleTurtle, page, cors = [], deadline = 60 } = trial;
  const engine = openEngine({ turtle, deadline: deadline * 1000 });
  const faults: unknown[] = [];
  const files: ServedFile[] = [{ name: "graph.ttl", mediaType: "text/turtle", bytes: turtle }];
  if (page !== undefined)
    files.push({ name: "graph.html", mediaType: "text/html", bytes: new TextEncoder().encode(page) });
  const running = await startServer({
    files,
    answering: { ask: engine.ask, offers: formats, deadline },
    cors,
    port: 0,
    onFault: (error) => faults.push(error),
  });
  return {
    port: running.port,
    address: `http://127.0.0.1:${running.port}`,
    faults,
    async stop() {
      await running.stop();
      await engine.close();
    },
  };
}

/** A request as a program sends it that is no browser: its headers and its path are sent as they are. */
export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

/** What came back. */
export interface Heard {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends a request and hears the answer out. */
export function send(port: number, { method = "GET", path = "/", headers = {}, body }: Sent): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      port,
      method,
      path,
      headers: headers as Record<string, string>,
      agent: false,
    };
    const asked = request(options, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
      response.on("error", reject);
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** Sends bytes that need be no HTTP, and gives all that comes back until the server ends the connection. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text, "latin1"));
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      heard += chunk;
    });
    socket.on("end", () => resolve(heard));
    socket.on("error", reject);
  });
}

// Shows the page of the last run, and builds its program anew with every change of src/page and src/model:
// `npm run page`, or with another port and another output folder `npm run page -- 8081 FOLDER`.
import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, relative } from "node:path";
import { context } from "esbuild";
import type { PageProgram } from "../../src/export/exporter.ts";
import { pageHtml } from "../../src/export/page/template.ts";
import { wholeText } from "../../src/export/text.ts";
import { type PagePayload, pagePayloadVersion } from "../../src/model/page-payload.ts";
import { bundling, programOf } from "./bundle.ts";
import { payloadIn } from "./data-in-page.ts";

const given = process.argv.slice(2);
const port = given.find((word) => /^\d{1,5}$/.test(word)) ?? "8080";
const folder = given.find((word) => word !== port) ?? join(import.meta.dirname, "..", "..", "output");
const output = join(folder, "graph.html");
const shown = relative(".", output);

/** Part of the page's own script, so that the policy of the page needs no further hash. */
const reloading = `new EventSource("/changes").onmessage = () => location.reload();`;

/** Something that the developer has to do, in words. */
class Hint extends Error {}

function lastPayload(): PagePayload {
  let page: string;
  try {
    page = readFileSync(output, "utf8");
  } catch (error) {
    throw new Hint(`There is no ${shown}: run "npm start" first.`, { cause: error });
  }
  try {
    const payload = payloadIn(page);
    if (payload.version === pagePayloadVersion) return payload;
  } catch {
    // A page of an earlier version, whose data stand otherwise.
  }
  throw new Hint(`${shown} has data of another version than ${pagePayloadVersion}: run "npm start" again.`);
}

function pageWith({ script, style }: PageProgram): string {
  const page = wholeText(pageHtml(lastPayload(), { script: `${script}\n${reloading}`, style }));
  return page.replace("default-src 'none';", "default-src 'none'; connect-src 'self';");
}

function answer(response: ServerResponse, program: PageProgram | undefined): void {
  const say = (status: number, type: string, text: string): void => {
    response.writeHead(status, { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "no-store" });
    response.end(text);
  };
  try {
    if (program === undefined) throw new Hint("The page has not been built yet; see the terminal.");
    say(200, "text/html", pageWith(program));
  } catch (error) {
    say(503, "text/plain", error instanceof Hint ? error.message : String((error as Error).stack));
  }
}

async function serve(port: number): Promise<void> {
  lastPayload();
  const listeners = new Set<ServerResponse>();
  let program: PageProgram | undefined;
  const builder = await context({
    ...bundling,
    minify: false,
    sourcemap: "inline",
    plugins: [
      {
        name: "reload",
        setup: ({ onEnd }) =>
          onEnd((result) => {
            // What is wrong has been told by the bundler; the page stays as it was.
            if (result.errors.length > 0) return;
            program = programOf(result);
            for (const listener of listeners) listener.write("data: changed\n\n");
          }),
      },
    ],
  });
  await builder.watch();
  const server = createServer((request, response) => {
    if (request.url !== "/changes") return answer(response, program);
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.flushHeaders();
    listeners.add(response);
    request.on("close", () => listeners.delete(response));
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    const taken = error.code === "EADDRINUSE";
    give(taken ? `Port ${port} is taken: name another, "npm run page -- 8081".` : String(error));
  });
  server.listen(port, "127.0.0.1", () => {
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    process.stdout.write(
      `${at} shows ${shown}; a change of src/page or src/model reloads it. Ctrl-C ends it.\n`,
    );
  });
}

function give(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

serve(Number(port)).catch((error: unknown) => give(error instanceof Hint ? error.message : String(error)));

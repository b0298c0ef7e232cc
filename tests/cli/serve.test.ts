import type { ChildProcess } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { startWhosays, whosays } from "../support/run-whosays.ts";

/** A run takes a second by itself, and far longer where other work keeps the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

const SAMPLE = join(import.meta.dirname, "..", "..", "output", "graph.ttl");

/** A folder of its own with the sample's graph in `out`, and with more files; it is gone afterwards. */
function workplace(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "whosays-serve-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "out"));
  copyFileSync(SAMPLE, join(folder, "out", "graph.ttl"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "out", name), text);
  return folder;
}

/** A server that runs by itself. */
interface Started {
  readonly address: string;
  /** Ends it, and gives its exit code and what it has said to people. */
  end(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** Starts `whosays serve`, and waits for the address that it prints. */
async function started(folder: string, ...args: readonly string[]): Promise<Started> {
  const child = startWhosays(folder, "serve", ...args);
  onTestFinished(() => void child.kill("SIGKILL"));
  let stderr = "";
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return {
    address: await firstLine(child),
    async end(signal) {
      child.kill(signal);
      return { code: await ended, stderr };
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout?.on("data", (chunk) => {
      text += chunk;
      if (text.includes("\n")) resolve(text.split("\n")[0] ?? "");
    });
    child.on("close", () => reject(new Error("it ended before it had printed an address")));
  });
}

describe("serve", () => {
  test("prints its address, answers, and ends with 130 when it is interrupted", async () => {
    const folder = workplace({
      "graph.html": "<!doctype html><title>the page</title>",
      "graph.nt": "<a:b> <a:b> <a:b> .\n",
      "secret.txt": "nobody's",
    });
    const { address, end } = await started(folder, "out");
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await fetch(address);
    expect([page.headers.get("content-type"), await page.text()]).toEqual([
      "text/html; charset=utf-8",
      "<!doctype html><title>the page</title>",
    ]);
    const body = new URLSearchParams({ query: "ASK { ent:Iran kg:backs ent:Syria }" });
    expect(await (await fetch(`${address}sparql`, { method: "POST", body })).json()).toMatchObject({
      boolean: true,
    });
    expect((await fetch(`${address}graph.nt`)).headers.get("content-type")).toBe("application/n-triples");
    expect((await fetch(`${address}secret.txt`)).status).toBe(404);
    const { code, stderr } = await end("SIGINT");
    expect(code).toBe(130);
    expect(stderr).toBe(`  the page; beside it graph.nt, graph.ttl
${address}sparql
  the SPARQL endpoint
Ctrl-C ends it.
`);
  });

  test("says how to have a page, lets a site in, stops a long query, and is ended in the midst of one", async () => {
    const site = "https://tool.example";
    const { address, end } = await started(workplace(), "out", "--cors", site, "--timeout", "4");
    expect(await (await fetch(address)).text()).toContain("whosays build");
    const headers = { Origin: site };
    expect((await fetch(address, { headers })).headers.get("access-control-allow-origin")).toBe(site);
    const endless = { query: "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }" };
    const ask = () => fetch(`${address}sparql?${new URLSearchParams(endless)}`);
    const late = await ask();
    expect([late.status, await late.text()]).toEqual([503, expect.stringContaining("stopped after 4 s")]);
    const cut = ask();
    const [{ code }, answer] = await Promise.all([end("SIGTERM"), cut.catch(() => "cut")]);
    expect([code, answer]).toEqual([130, "cut"]);
  });

  test("names the remedy where the port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const { code, stdout, stderr } = await whosays(workplace(), "serve", "out", "--port", String(port));
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      `whosays: port ${port}: is taken by another program; choose another with --port, or leave it out for one that is free\n`,
    );
  });

  test.for([
    { name: "a folder that is none", folder: "nowhere", words: "does not exist (ENOENT); name a folder" },
    {
      name: "a folder without a graph",
      folder: ".",
      words: "graph.ttl: does not exist (ENOENT); name a folder",
    },
    {
      name: "what is no Turtle",
      folder: "out",
      words: /^whosays: out\/graph\.ttl: .*; run whosays build again\n$/s,
    },
  ])("ends with 1 for $name", async ({ folder, words }) => {
    const { code, stdout, stderr } = await whosays(
      workplace({ "graph.ttl": "ent:Iran kg:" }),
      "serve",
      folder,
    );
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(words);
    expect(stderr).not.toContain("    at ");
  });

  test.for<readonly [readonly string[], string]>([
    [[], "missing required argument"],
    [["out", "--port", "65536"], "from 0 to 65535"],
    [["out", "--port", "http"], "from 0 to 65535"],
    [["out", "--cors", "*"], "address of one site"],
    [["out", "--cors", "null"], "address of one site"],
    [["out", "--cors", "file:///"], "address of one site"],
    [["out", "--cors", "https://tool.example/"], "Write it as https://tool.example."],
    [["out", "--cors", "HTTPS://Tool.example:443"], "Write it as https://tool.example."],
    [["out", "--timeout", "0"], "above 0"],
  ])("ends with 2 for %j", async ([args, words]) => {
    const { code, stdout, stderr } = await whosays(workplace(), "serve", ...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(words);
  });
});

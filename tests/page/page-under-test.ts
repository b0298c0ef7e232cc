import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import type { PageProgram } from "../../src/export/exporter.ts";
import { html } from "../../src/export/html.ts";
import { wholeText } from "../../src/export/text.ts";
import type { Graph } from "../../src/model/graph.ts";
import { settingsFor } from "../support/graphs.ts";

/** The browser that the page is tried in. */
export const browserPath = "/usr/bin/chromium";

/** Whether that browser is there. */
export const hasBrowser: boolean = existsSync(browserPath);

/** How it is started: without a window, without asking anything of the network. */
export const browserFlags: readonly string[] = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--enable-unsafe-swiftshader",
];

/** Bundles the browser program as `npm run build:page` does, without touching dist. */
export async function bundlePage(): Promise<PageProgram> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL("../../src/page/main.ts", import.meta.url))],
    outfile: "page.js",
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "ascii",
    legalComments: "none",
    logLevel: "warning",
    write: false,
  });
  const text = (ending: string): string => {
    const file = result.outputFiles.find(({ path }) => path.endsWith(ending));
    if (file === undefined) throw new Error(`The bundle has no ${ending} file.`);
    return file.text;
  };
  return { script: text(".js"), style: text(".css") };
}

/** A page opened from a file, and what went wrong on it so far. */
export interface OpenPage {
  readonly page: Page;
  /** Console errors, uncaught errors, and requests to anything but the file itself. */
  readonly troubles: readonly string[];
}

/** How to look at a page. */
export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly hash?: string;
}

/** A browser with a profile of its own, thrown away in the end. */
export interface TestBrowser {
  open(graph: Graph, look?: Look): Promise<OpenPage>;
  close(): Promise<void>;
}

/** Starts a browser; `extra` are further flags for it. */
export async function startBrowser(program: PageProgram, ...extra: readonly string[]): Promise<TestBrowser> {
  const folder = mkdtempSync(join(tmpdir(), "whosays-page-"));
  const context = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: browserPath,
    headless: true,
    args: [...browserFlags, ...extra],
    reducedMotion: "reduce",
  });
  let files = 0;
  return {
    open(graph, look = {}) {
      const file = join(folder, `graph-${files++}.html`);
      writeFileSync(file, wholeText(html.write(graph, settingsFor(program))));
      return openFile(context, file, look);
    },
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openFile(context: BrowserContext, file: string, look: Look): Promise<OpenPage> {
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) troubles.push(`request to ${request.url()}`);
  });
  await page.setViewportSize({ width: look.width ?? 1280, height: look.height ?? 800 });
  await page.emulateMedia({ colorScheme: look.dark === true ? "dark" : "light", reducedMotion: "reduce" });
  await page.goto(`${pathToFileURL(file)}${look.hash ?? ""}`);
  return { page, troubles };
}

import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import type { PageProgram } from "../../src/export/exporter.ts";
import { html } from "../../src/export/html.ts";
import { wholeText } from "../../src/export/text.ts";
import type { Graph } from "../../src/model/graph.ts";
import { settingsFor } from "../support/graphs.ts";

export { bundlePage } from "./bundle.ts";

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
  readonly motion?: boolean;
  /** How long it may take to load, in milliseconds. */
  readonly patience?: number;
}

/** A browser with a profile of its own, thrown away in the end. */
export interface TestBrowser {
  open(graph: Graph, look?: Look): Promise<OpenPage>;
  openFile(path: string, look?: Look): Promise<OpenPage>;
  /** The page of a graph whose data are cut off in the middle. */
  openBroken(graph: Graph): Promise<Page>;
  close(): Promise<void>;
}

/** What a browser is like besides. */
export interface BrowserKind {
  /** Further flags. */
  readonly flags?: readonly string[];
  /** A phone that is touched. */
  readonly touch?: boolean;
}

/** Starts a browser with a page program. */
export async function startBrowser(program: PageProgram, kind: BrowserKind = {}): Promise<TestBrowser> {
  const folder = mkdtempSync(join(tmpdir(), "whosays-page-"));
  const context = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: browserPath,
    headless: true,
    args: [...browserFlags, ...(kind.flags ?? [])],
    reducedMotion: "reduce",
    hasTouch: kind.touch ?? false,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  let files = 0;
  return {
    open(graph, look = {}) {
      const file = join(folder, `graph-${files++}.html`);
      writeFileSync(file, wholeText(html.write(graph, settingsFor(program))));
      return openFile(context, file, look);
    },
    openFile: (path, look = {}) => openFile(context, path, look),
    async openBroken(graph) {
      const file = join(folder, `graph-${files++}.html`);
      const page = wholeText(html.write(graph, settingsFor(program)));
      writeFileSync(file, page.replace(/(id="data"[^>]*>.{40})[^<]*/s, "$1"));
      return (await openFile(context, file, {})).page;
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
  await page.emulateMedia({
    colorScheme: look.dark === true ? "dark" : "light",
    reducedMotion: look.motion === true ? "no-preference" : "reduce",
  });
  await page.goto(`${pathToFileURL(file)}${look.hash ?? ""}`, { timeout: look.patience ?? 30_000 });
  return { page, troubles };
}

import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { html } from "../../src/export/html.ts";
import { wholeText } from "../../src/export/text.ts";
import { browserFlags, browserPath, bundlePage, hasBrowser } from "../page/page-under-test.ts";
import { sampleGraph, settingsFor } from "../support/graphs.ts";
import { serve } from "./server-under-test.ts";

/** The little of the browser that the functions sent into the page use. */
declare const window: { readonly whosays: { readonly map: unknown } };

const title = hasBrowser ? "in a browser" : `in a browser (skipped: there is no ${browserPath})`;

describe.skipIf(!hasBrowser)(title, { timeout: 60_000 }, () => {
  let folder: string;
  let browser: BrowserContext;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "whosays-serve-"));
    browser = await chromium.launchPersistentContext(join(folder, "profile"), {
      executablePath: browserPath,
      headless: true,
      args: [...browserFlags],
    });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A page with all that its console calls an error. */
  async function opened(
    address: string,
  ): Promise<{ readonly page: Page; readonly troubles: readonly string[] }> {
    const page = await browser.newPage();
    const troubles: string[] = [];
    page.on("pageerror", (error) => troubles.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") troubles.push(message.text());
    });
    await page.goto(address);
    return { page, troubles };
  }

  test("the page works as it does from disk", async () => {
    const page = wholeText(html.write(sampleGraph, settingsFor(await bundlePage())));
    const server = await serve({ page });
    onTestFinished(server.stop);
    const { page: shown, troubles } = await opened(`${server.address}/`);
    await shown.waitForFunction(() => window.whosays?.map);
    expect(await shown.title()).toMatch(/^Who says what: /);
    expect(troubles).toEqual([]);
  });

  test("without a page, one says how to make it, and leads to the graph", async () => {
    const server = await serve();
    onTestFinished(server.stop);
    const { page, troubles } = await opened(`${server.address}/`);
    expect(await page.textContent("body")).toContain("whosays build");
    expect(await page.getAttribute("li a", "href")).toBe("/graph.ttl");
    expect(troubles).toEqual([]);
  });

  /** Another site on this machine, as a tool for SPARQL may be. */
  async function otherSite(): Promise<string> {
    const site = createServer((_, response) =>
      response.setHeader("Content-Type", "text/html").end("<title>tool</title>"),
    );
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
    onTestFinished(
      () =>
        new Promise<void>((resolve) => {
          site.close(() => resolve());
          site.closeAllConnections();
        }),
    );
    return `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  }

  /** Asks as YASGUI does, and with headers that a browser asks about beforehand. */
  function askFrom(page: Page, endpoint: string): Promise<readonly unknown[]> {
    return page.evaluate(async (address) => {
      const ask = async (headers: Record<string, string>, body: string | URLSearchParams) => {
        try {
          const response = await fetch(address, { method: "POST", headers, body });
          return JSON.parse(await response.text()).boolean;
        } catch (error) {
          return String(error);
        }
      };
      const Accept = "application/sparql-results+json,*/*;q=0.9";
      return [
        await ask({ Accept }, new URLSearchParams({ query: "ASK {}" })),
        await ask({ Accept, "Content-Type": "application/sparql-query" }, "ASK {}"),
      ];
    }, endpoint);
  }

  test("the program of another site may ask where it is let in", async () => {
    const site = await otherSite();
    const server = await serve({ cors: [site] });
    onTestFinished(server.stop);
    const { page } = await opened(site);
    expect(await askFrom(page, `${server.address}/sparql`)).toEqual([true, true]);
  });

  test("the program of another site reads nothing where it is not", async () => {
    const site = await otherSite();
    const server = await serve();
    onTestFinished(server.stop);
    const { page } = await opened(site);
    const failed = "TypeError: Failed to fetch";
    expect(await askFrom(page, `${server.address}/sparql`)).toEqual([failed, failed]);
  });
});

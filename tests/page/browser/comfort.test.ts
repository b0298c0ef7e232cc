import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyGraph, hostileGraph, hostileNames, sampleGraph } from "../../support/graphs.ts";
import { browserPath, bundlePage, hasBrowser, startBrowser, type TestBrowser } from "../page-under-test.ts";
import { expectText, mapDrawn, type PageDebug, placeOf, stateOf } from "./in-page.ts";
import { runSample, type SampleRun } from "./sample-run.ts";

declare const window: {
  readonly pwned?: unknown;
  readonly innerWidth: number;
  readonly whosays: PageDebug;
  readonly axe: {
    run(
      options: object,
    ): Promise<{ readonly violations: readonly { id: string; nodes: { html: string }[] }[] }>;
  };
};
declare const document: { readonly documentElement: { readonly scrollWidth: number } };
declare function getComputedStyle(element: unknown): { readonly backgroundColor: string };

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const title = hasBrowser ? "comfort" : `comfort (skipped: there is no ${browserPath})`;

/** What axe finds wrong, by rule and place. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run({ resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe.skipIf(!hasBrowser)(title, { timeout: 180_000 }, () => {
  let browser: TestBrowser;
  let run: SampleRun;

  beforeAll(async () => {
    run = runSample();
    browser = await startBrowser(await bundlePage());
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    run?.remove();
  });

  const seen: readonly (readonly [string, string])[] = [
    ["the map", ""],
    ["an entity", "#entity/IslamicState?hops=2"],
    ["a claim", "#entity/Iran"],
    ["a document", "#document/3-northern-ledger.txt"],
    ["a way", "#path/Iran/Raqqa"],
    ["the table", "#?view=table&held=asserted"],
    ["the timeline", "#?view=timeline"],
    ["nothing that fits", "#?held=denied&sources=9"],
    ["the page within another", "#entity/Iran?embed"],
  ];
  it.for(seen)("axe finds nothing wrong with %s, in light and dark", async ([what, hash]) => {
    for (const dark of [false, true]) {
      const { page, troubles } = await browser.openFile(run.file, { hash, dark });
      await expectText(page, ".card h2", /./);
      if (what === "a claim") await page.locator(".claim-row").first().click();
      if (what === "the map") await page.locator("#toggle-filters").click();
      expect(await violations(page), dark ? "dark" : "light").toEqual([]);
      expect(troubles).toEqual([]);
      await page.close();
    }
  });

  it("axe finds nothing wrong with dialog, menu, conflict and list of what is found", async () => {
    const { page } = await browser.openFile(run.file);
    await page.locator(".home-card .difference").first().click();
    await page.locator("#search").fill("syria");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Take away" }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator("#help").click();
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it.for([390, 320])(
    "axe finds nothing wrong at %i pixels, and nothing is to be scrolled sideways",
    async (width) => {
      for (const hash of [
        "",
        "#entity/Iran",
        "#?view=table",
        "#?view=timeline",
        "#document/2-harbor-daily.txt",
      ]) {
        const { page } = await browser.openFile(run.file, { hash, width, height: 844 });
        await expectText(page, ".card h2", /./);
        expect(await overhang(page), hash).toBeLessThanOrEqual(0);
        if (width === 390) expect(await violations(page), hash).toEqual([]);
        await page.close();
      }
      const { page } = await browser.openFile(run.file, { width, height: 844 });
      await page.locator("#toggle-filters").click();
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
      await page.close();
    },
  );

  it("runs nothing that stands in names and quotes, and shows them as they are", async () => {
    const { page, troubles } = await browser.open(hostileGraph, { hash: "#?view=table" });
    const names = await page.locator("#table tbody .name").allTextContents();
    for (const name of hostileNames) expect(names).toContain(name.toWellFormed());
    for (const row of await page.locator("#table .claim-row").all()) await row.click();
    await page.locator("[data-view=timeline]").click();
    await page.locator("[data-view=map]").click();
    for (const name of ["__proto__", "constructor"]) {
      await page.locator("#search").fill(name);
      await page.keyboard.press("Enter");
      await expectText(page, ".entity-card h2", name);
    }
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    expect(await page.locator("a[href^=javascript]").count()).toBe(0);
    expect(await page.evaluate(() => window.pwned)).toBeUndefined();
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("keeps names from right to left to themselves", async () => {
    const { page } = await browser.open(hostileGraph, { hash: "#?view=table" });
    const names = await page.locator("#table tbody .name").all();
    const tags = await Promise.all(
      names.map((name) => name.evaluate((each: { tagName: string }) => each.tagName)),
    );
    expect(new Set(tags)).toEqual(new Set(["BDI"]));
    await page.close();
  });

  it("is dark where the system is, turns light by its button, and remembers that", async () => {
    const { page } = await browser.openFile(run.file, { dark: true });
    const ground = (): Promise<string> =>
      page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(await ground()).toBe("rgb(20, 23, 28)");
    await page.locator("#theme").click();
    expect(await ground()).toBe("rgb(251, 250, 247)");
    await page.reload();
    expect(await ground()).toBe("rgb(251, 250, 247)");
    await page.locator("#theme").click();
    await page.close();
  });

  it("reads without a script and on paper", async () => {
    const { page } = await browser.openFile(run.file);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#app").isVisible()).toBe(false);
    const text = await page.locator("#reading").textContent();
    expect(text).toContain("Iran backs Syria");
    expect(text).toMatch(/Denied by/);
    await page.close();
  });

  it("has a friendly word for an empty graph", async () => {
    const { page, troubles } = await browser.open(emptyGraph);
    await expectText(page, ".home-card h2", "Nothing is claimed yet");
    await expectText(page, ".stage", "There is nothing to draw yet.");
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("keeps the plain text where the data are broken", async () => {
    const { page } = await browser.open(sampleGraph);
    await page.close();
    const broken = await browser.openBroken(sampleGraph);
    expect(await broken.locator("#reading").isVisible()).toBe(true);
    expect(await broken.locator("#app").count()).toBe(0);
    await broken.close();
  });
});

describe.skipIf(!hasBrowser)(`${title} by touch`, { timeout: 120_000 }, () => {
  it("opens discs, lines and cards by the finger, and filters as a sheet", async () => {
    const run = runSample();
    const browser = await startBrowser({ script: "", style: "" }, { touch: true });
    try {
      const { page, troubles } = await browser.openFile(run.file, { width: 390, height: 844 });
      await mapDrawn(page);
      const at = await placeOf(page, "Qaryatayn");
      await page.touchscreen.tap(at.x, at.y);
      await expectText(page, ".entity-card h2", "Qaryatayn");
      await page.locator(".entity-card .claim-row").first().tap();
      await expectText(page, ".claim-card h2", /./);
      await page.locator("#toggle-filters").tap();
      await page.locator("#filters label.choice").filter({ hasText: "Denied" }).first().tap();
      expect((await stateOf(page)).filters.held).toEqual(["denied"]);
      await page.locator("#filters").getByRole("button", { name: "Close" }).tap();
      expect(await page.locator("#filters").isVisible()).toBe(false);
      expect(troubles).toEqual([]);
    } finally {
      await browser.close();
      run.remove();
    }
  });
});

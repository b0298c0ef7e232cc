import { readFileSync } from "node:fs";
import { Parser } from "n3";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { readXml } from "../../support/xml-reader.ts";
import { browserPath, hasBrowser } from "../page-under-test.ts";
import { claimsShown, expectText } from "./in-page.ts";
import { onSample } from "./on-sample.ts";

declare const navigator: { readonly clipboard: { readText(): Promise<string> } };

const title = hasBrowser ? "taking away" : `taking away (skipped: there is no ${browserPath})`;

describe.skipIf(!hasBrowser)(title, { timeout: 120_000 }, () => {
  const { open } = onSample();

  /** Chooses a format in the menu and gives what is saved. */
  async function take(page: Page, name: string): Promise<{ readonly file: string; readonly bytes: Buffer }> {
    const menu = page.locator("#take-away");
    if (!(await menu.isVisible())) await page.getByRole("button", { name: "Take away" }).click();
    const download = page.waitForEvent("download");
    await menu.locator("button.take").filter({ hasText: name }).click();
    const saved = await download;
    return { file: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) };
  }

  it("saves the claims that are shown, and no others, in every format", async () => {
    const { page, troubles } = await open("#?held=denied&held=reported");
    const shown = await claimsShown(page);
    expect(shown).toBeGreaterThan(3);
    const json = await take(page, "JSON");
    expect(JSON.parse(json.bytes.toString()).claims.length).toBe(shown);
    const csv = await take(page, "CSV");
    expect(csv.file).toBe("whosays-claims.csv");
    expect(csv.bytes.toString().startsWith("\ufeff") || /^\w/.test(csv.bytes.toString())).toBe(true);
    const turtle = await take(page, "Turtle");
    const quads = new Parser().parse(turtle.bytes.toString());
    const claims = quads.filter(({ object }) => object.value.endsWith("ontology#Claim"));
    expect(claims.length).toBe(shown);
    // Nothing that is only reported or denied leaks out as a fact.
    expect(
      quads.filter(({ predicate }) => /ontology#(?:backs|captures|kills)$/.test(predicate.value)),
    ).toEqual([]);
    const gexf = readXml((await take(page, "GEXF")).bytes.toString());
    expect(JSON.stringify(gexf)).toContain("edge");
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("saves the map as picture and as drawing", async () => {
    const { page, troubles } = await open("#entity/Iran");
    const png = await take(page, "PNG");
    expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1200);
    expect(png.bytes.length).toBeGreaterThan(20_000);
    const svg = (await take(page, "SVG")).bytes.toString();
    expect(svg).toContain("Iran");
    expect(svg).toContain("told as fact");
    readXml(svg);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("copies a link that leads back to exactly this", async () => {
    const { page } = await open("#entity/Iran?hops=2&held=asserted&held=reported");
    await page.getByRole("button", { name: "Take away" }).click();
    await page.locator("#take-away button.take").filter({ hasText: "Link" }).click();
    await expectText(page, "#take-away", "The link to this view is on the clipboard");
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain("#entity/Iran?hops=2&held=asserted&held=reported");
    await page.goto("about:blank");
    await page.goto(link);
    await expectText(page, ".entity-card h2", "Iran");
    await expectText(page, ".filter-bar .chip", "Asserted");
    await page.close();
  });

  it("closes its menu by Escape and gives the focus back", async () => {
    const { page } = await open();
    await page.getByRole("button", { name: "Take away" }).press("Enter");
    await page.locator("#take-away button.take").first().focus();
    await page.keyboard.press("Escape");
    expect(await page.locator("#take-away").isVisible()).toBe(false);
    expect(await page.locator(".take-away > button:focus").count()).toBe(1);
    await page.close();
  });

  it("stands in another page without its bars, with the way to the whole", async () => {
    const { page, troubles } = await open("#entity/Iran?embed");
    await expectText(page, ".entity-card h2", "Iran");
    for (const hidden of ["#search", "[data-view=table]", ".filter-bar", "#filters"])
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
    expect(await page.locator("a.whole").getAttribute("href")).toBe("#entity/Iran");
    await page.locator(".entity-card .claim-row").first().click();
    await expectText(page, ".claim-card h2", /./);
    expect(page.url()).toContain("embed");
    expect(troubles).toEqual([]);
    await page.close();
  });
});

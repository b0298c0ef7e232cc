import { describe, expect, it } from "vitest";
import { browserPath, hasBrowser } from "../page-under-test.ts";
import { expectText, type PageDebug, stateOf } from "./in-page.ts";
import { onSample } from "./on-sample.ts";

declare const window: { readonly whosays: PageDebug };
declare const navigator: { readonly clipboard: { readText(): Promise<string> } };

const title = hasBrowser ? "reading" : `reading (skipped: there is no ${browserPath})`;

describe.skipIf(!hasBrowser)(title, { timeout: 120_000 }, () => {
  const { open } = onSample();

  it("tells of an entity: names, links, why they are one, its claims both ways, its neighbours", async () => {
    const { page, troubles } = await open("#entity/IslamicState");
    const card = page.locator(".entity-card");
    await expectText(page, ".entity-card .aliases", "Daesh");
    await card.getByText("Why these names are one").click();
    await expectText(page, ".entity-card details[open]", /./);
    const headings = (await card.locator("h3").allTextContents()).map((text) => text.toLowerCase());
    expect(headings.join("\n")).toContain("by day");
    expect(headings.join("\n")).toContain("neighbours");
    expect(headings.some((text) => text.startsWith("islamic state "))).toBe(true);
    expect(headings.some((text) => text.endsWith(" islamic state"))).toBe(true);
    await card.locator("input[type=radio]").nth(1).check();
    expect((await stateOf(page)).hops).toBe(2);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("tells of a claim: how it is held, how sure, who told it, every quote with its words marked", async () => {
    const { page } = await open("#?view=table&sort=-sources");
    await page.locator("#table .claim-row").first().click();
    await expectText(page, ".claim-card h2", /\S+ \S+ \S+/);
    await expectText(page, ".claim-card .tags", "Asserted");
    await expectText(page, ".claim-card .facts", /likely, \d+ %/);
    await expectText(page, ".claim-card .facts", /2 documents from 2 outlets/);
    const first = page.locator(".claim-card .evidence > li").first();
    for (const part of ["subject", "predicate", "object"])
      expect(await first.locator(`mark.${part}`).count(), part).toBeGreaterThan(0);
    expect(await first.locator(".citation").textContent()).toMatch(/\d{4}/);
    expect(await first.locator("details[open]").count()).toBe(0);
    await first.locator("summary").click();
    await expectText(page, ".claim-card details[open]", "Read by");
    await page.close();
  });

  it("copies a quote with where it stands", async () => {
    const { page } = await open("#entity/Iran");
    await page.locator(".entity-card .claim-row").first().click();
    await page.getByRole("button", { name: "Copy quote with citation" }).first().click();
    await expectText(page, ".claim-card", "Copied");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^“.+” \(.+, \d{1,2} \w{3} \d{4}.*\)$/su);
    await page.close();
  });

  it("shows what articles differ in side by side, each version with who says so", async () => {
    const { page } = await open();
    await page.locator(".home-card .difference").filter({ hasText: "Qaryatayn" }).first().click();
    const versions = page.locator(".conflict-card .version");
    expect(await versions.count()).toBeGreaterThan(1);
    for (const version of await versions.all()) {
      expect(await version.locator("mark").count()).toBeGreaterThan(0);
      expect(await version.locator(".voice, .citation").count()).toBeGreaterThan(0);
    }
    expect(page.url()).toContain("#difference/");
    await page.close();
  });

  it("shows a document whole, its claims marked, and leads both ways", async () => {
    const { page } = await open("#document/1-levant-courier.txt");
    const text = page.locator(".document-card .text");
    const markers = text.locator("button.marker");
    expect(await markers.count()).toBeGreaterThan(10);
    await markers.nth(4).click();
    const { selection } = await stateOf(page);
    expect(selection).toMatchObject({ kind: "document" });
    expect("claim" in selection).toBe(true);
    expect(await text.locator("mark").count()).toBeGreaterThan(0);
    await page.locator(".document-card .claim-row").nth(1).click();
    const other = (await stateOf(page)).selection;
    expect(other).toMatchObject({ kind: "document" });
    expect(other).not.toEqual(selection);
    await page.close();
  });

  it("finds the way between two as a list of claims", async () => {
    const { page } = await open("#entity/Iran");
    await page.locator("#way").fill("raqqa");
    await page.keyboard.press("Enter");
    await expectText(page, ".path-card h2", "Iran and Raqqa");
    const steps = page.locator(".path-card .steps > li");
    expect(await steps.count()).toBeGreaterThan(1);
    expect(await steps.locator(".claim-row").count()).toBeGreaterThan(1);
    expect(page.url()).toMatch(/#path\/Iran\/Raqqa/);
    await page.close();
  });

  it("lists all claims in a table that is sorted by its heads, fifty a page", async () => {
    const { page, troubles } = await open("#?view=table");
    const rows = page.locator("#table tbody tr");
    expect(await rows.count()).toBe(50);
    await page.getByRole("button", { name: "Confidence" }).click();
    expect(await page.locator("#table th[aria-sort]").textContent()).toContain("Confidence");
    const percents = (await page.locator("#table .cell-confidence").allTextContents())
      .flatMap((text) => /(\d+) %/.exec(text)?.[1] ?? [])
      .map(Number);
    expect(percents.length).toBe(50);
    const sorted = [...percents].sort((a, b) => a - b);
    expect([sorted, [...sorted].reverse()]).toContainEqual(percents);
    await page.getByRole("button", { name: "Next →" }).click();
    expect((await stateOf(page)).page).toBe(1);
    expect(await rows.count()).toBe((await page.evaluate(() => window.whosays.shown.claims.length)) - 50);
    await rows.locator(".claim-row").first().press("Enter");
    await expectText(page, ".claim-card .kind", "Claim");
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("shows events by day, either end first, each told in its versions", async () => {
    const { page } = await open("#?view=timeline");
    const heads = page.locator("#timeline .chapter h3, #timeline .chapter h2");
    const newest = await heads.first().textContent();
    await page.getByRole("button", { name: "Oldest first" }).click();
    expect(await heads.first().textContent()).not.toBe(newest);
    await page.locator("#timeline .occurrences button").first().click();
    await expectText(page, ".claim-card, .conflict-card, .link-card", /./);
    await expectText(page, "#timeline .undated summary", /Without a day \(\d+\)/);
    await page.close();
  });

  it("skips to the details without losing what is shown", async () => {
    const { page } = await open("#entity/Iran?hops=2&held=asserted");
    await page.locator("a.skip").press("Enter");
    expect(await page.locator("h2:focus").textContent()).toBe("Iran");
    expect(page.url()).toMatch(/#entity\/Iran\?hops=2&held=asserted$/);
    await page.close();
  });

  it("goes back by the browser through what was looked at, and out of an address that leads nowhere", async () => {
    const { page } = await open("#entity/Nobody?held=asserted");
    await page.locator(".home-card .ranking a").first().click();
    await expectText(page, ".entity-card h2", /./);
    await page.locator(".entity-card .claim-row").first().click();
    await expectText(page, ".claim-card h2", /./);
    await page.goBack();
    await expectText(page, ".entity-card h2", /./);
    await page.goBack();
    await expectText(page, ".home-card h2", "Who says what");
    expect((await stateOf(page)).filters.held).toEqual(["asserted"]);
    await page.goForward();
    await expectText(page, ".entity-card h2", /./);
    await page.close();
  });

  it("names what the filters hide in a card, and shows it on demand", async () => {
    const { page } = await open("#entity/IslamicState?held=denied");
    const more = page.locator(".entity-card button").filter({ hasText: "hidden by the filters" }).first();
    const before = await page.locator(".entity-card .claim-row").count();
    await more.click();
    expect(await page.locator(".entity-card .claim-row").count()).toBeGreaterThan(before);
    await page.close();
  });
});

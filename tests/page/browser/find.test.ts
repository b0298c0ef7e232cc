import { describe, expect, it } from "vitest";
import { browserPath, hasBrowser } from "../page-under-test.ts";
import { claimsShown, expectText, stateOf } from "./in-page.ts";
import { onSample } from "./on-sample.ts";

const title = hasBrowser ? "find and filter" : `find and filter (skipped: there is no ${browserPath})`;

describe.skipIf(!hasBrowser)(title, { timeout: 120_000 }, () => {
  const { open, openAnyhow } = onSample();

  it("finds somebody by another name, by keys alone, and goes to the card", async () => {
    const { page, troubles } = await open();
    await page.keyboard.press("/");
    await page.keyboard.type("daésh");
    await expectText(page, "#hits [aria-selected=true]", "Islamic State");
    await page.keyboard.press("Enter");
    await expectText(page, ".entity-card h2", "Islamic State");
    expect(await page.locator("h2:focus").textContent()).toBe("Islamic State");
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("walks through what is found, and says so where nothing is", async () => {
    const { page } = await open();
    await page.locator("#search").fill("syria");
    const first = await page.locator("#hits [aria-selected=true]").textContent();
    await page.keyboard.press("ArrowDown");
    expect(await page.locator("#hits [aria-selected=true]").textContent()).not.toBe(first);
    await page.keyboard.press("Escape");
    expect(await page.locator("#hits").isVisible()).toBe(false);
    await page.locator("#search").fill("nobody of this name");
    await expectText(page, ".hits .none", "Nothing has a name like this");
    await page.close();
  });

  it("finds a relation, and shows all claims that say so", async () => {
    const { page } = await open();
    await page.locator("#search").fill("backs");
    await page.locator("#hits [role=option]").filter({ hasText: "All claims that say" }).first().click();
    const all = (await stateOf(page)).filters.relations;
    expect(all.length).toBe(1);
    await expectText(page, ".filter-bar .chip", /backs/i);
    expect(await claimsShown(page)).toBeGreaterThan(0);
    expect(await claimsShown(page)).toBeLessThan(40);
    await page.close();
  });

  it("filters by what its counts promise, one filter after the other, and takes each away again", async () => {
    const { page, troubles } = await open();
    const all = await claimsShown(page);
    await page.locator("#toggle-filters").click();
    const panel = page.locator("#filters");
    const denied = panel.locator("label.choice").filter({ hasText: "Denied" }).first();
    const promised = Number((await denied.locator("small span").first().textContent())?.replace(",", ""));
    await denied.click();
    expect(await claimsShown(page)).toBe(promised);
    await expectText(page, ".filter-bar", `${promised} of ${all} claims`);
    await panel.locator("label.choice").filter({ hasText: "Reported" }).first().click();
    expect(await claimsShown(page)).toBeGreaterThan(promised);
    await panel.locator("label.choice").filter({ hasText: "Conflicts only" }).click();
    expect(await page.locator(".filter-bar .chip").count()).toBe(2);
    await page.locator(".filter-bar .chip").first().click();
    expect((await stateOf(page)).filters.held).toEqual([]);
    await page.locator(".filter-bar .clear").click();
    expect(await claimsShown(page)).toBe(all);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("has every filter that it has, by mouse: relation, kind, outlet, wire, speaker, sources", async () => {
    const { page } = await open();
    const all = await claimsShown(page);
    await page.locator("#toggle-filters").click();
    for (const name of ["Relation", "Kind", "Outlet", "Wire", "Who says so", "Independent sources"]) {
      const set = page
        .locator("#filters fieldset")
        .filter({ has: page.locator("legend", { hasText: name }) });
      const choice = set.locator("label.choice").nth(name === "Independent sources" ? 1 : 0);
      const promised = Number((await choice.locator("small span").first().textContent())?.replace(",", ""));
      expect(promised, name).toBeGreaterThan(0);
      await choice.click();
      expect(await claimsShown(page), name).toBe(promised);
      await page.locator(".filter-bar .clear").click();
      expect(await claimsShown(page), name).toBe(all);
    }
    await page.close();
  });

  it("filters by days and by confidence with the keys", async () => {
    const { page } = await open();
    const all = await claimsShown(page);
    await page.locator("#toggle-filters").press("Enter");
    const confidence = page.locator("#filters input[type=range][aria-label^=Confidence]");
    await confidence.focus();
    await page.keyboard.press("End");
    expect(await claimsShown(page)).toBeLessThan(all);
    await page.locator(".filter-bar .chip").first().press("Enter");
    expect(await claimsShown(page)).toBe(all);
    const day = page.locator("#filters input[type=date]").first();
    await day.fill("2017-10-17");
    expect((await stateOf(page)).filters.from).toBe("2017-10-17");
    expect(await claimsShown(page)).toBeLessThan(all);
    await expectText(page, ".filter-bar .chip", "17 Oct 2017");
    await page.close();
  });

  it("never shows nothing without a word: what hides it, and the way out", async () => {
    const { page } = await openAnyhow("#?held=denied&sources=9");
    await expectText(page, ".filter-bar", "no claim fits all filters");
    const remedy = page.locator(".remedies button").first();
    const promised = Number(/: ([\d,]+) claim/.exec((await remedy.textContent()) ?? "")?.[1]);
    expect(promised).toBeGreaterThan(0);
    await remedy.click();
    expect(await claimsShown(page)).toBe(promised);
    await page.close();
  });

  it("is undone by the browser's Back", async () => {
    const { page } = await open();
    const all = await claimsShown(page);
    await page.locator("#toggle-filters").click();
    await page.locator("#filters label.choice").filter({ hasText: "Denied" }).first().click();
    expect(await claimsShown(page)).toBeLessThan(all);
    await page.goBack();
    expect(await claimsShown(page)).toBe(all);
    await page.close();
  });

  it("puts the focus into the panel, closes it by Escape, and gives the focus back", async () => {
    const { page } = await open();
    await page.locator("#toggle-filters").press("Enter");
    expect(await page.locator("#filters :focus").count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await page.locator("#filters").isVisible()).toBe(false);
    expect(await page.locator("#toggle-filters:focus").count()).toBe(1);
    await page.close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { largeGraph } from "../../support/large-graph.ts";
import {
  browserPath,
  bundlePage,
  hasBrowser,
  type OpenPage,
  startBrowser,
  type TestBrowser,
} from "../page-under-test.ts";
import { expectText, mapDrawn, type PageDebug, stateOf } from "./in-page.ts";

declare const window: { readonly whosays: PageDebug };
declare const document: {
  getElementById(id: string): { getBoundingClientRect(): { left: number; top: number } };
};

const title = hasBrowser ? "a large graph" : `a large graph (skipped: there is no ${browserPath})`;

describe.skipIf(!hasBrowser)(title, { timeout: 120_000 }, () => {
  let browser: TestBrowser;
  let opened: OpenPage;

  beforeAll(async () => {
    browser = await startBrowser(await bundlePage());
    opened = await browser.open(largeGraph(8000, 24_000));
    await mapDrawn(opened.page);
  }, 120_000);
  afterAll(() => browser?.close());

  const drawn = () =>
    opened.page.evaluate(() => {
      const keys = window.whosays.shown.scene.nodes.map(({ key }) => key);
      return { groups: keys.filter((key) => key.startsWith("g")).length, all: keys.length };
    });

  it("opens group by group", async () => {
    const { groups, all } = await drawn();
    expect(groups).toBeGreaterThan(10);
    expect(all).toBe(groups);
  });

  it("shows the entities of a group that is clicked, and closes it from its card", async () => {
    const { page } = opened;
    const before = await drawn();
    const at = await page.evaluate(() => {
      const { map, shown } = window.whosays;
      const { left, top } = document.getElementById("map").getBoundingClientRect();
      const discs = shown.scene.nodes.flatMap(({ key }) => map?.disc(key) ?? []);
      const [largest] = discs.sort((a, b) => b.radius - a.radius);
      return { x: left + (largest?.x ?? 0), y: top + (largest?.y ?? 0) };
    });
    await page.mouse.click(at.x, at.y);
    await expectText(page, ".card h2", "Around");
    expect((await stateOf(page)).selection.kind).toBe("group");
    const after = await drawn();
    expect(after.groups).toBe(before.groups - 1);
    expect(after.all - after.groups).toBeGreaterThan(20);
    expect(page.url()).toContain("open=");
    await page.getByRole("button", { name: "Close it on the map" }).click();
    await page.waitForFunction((all) => window.whosays.shown.scene.nodes.length === all, before.all);
  });

  it("shows whom the search finds one by one, whatever the group", async () => {
    const { page, troubles } = opened;
    const name = await page.evaluate(
      () =>
        window.whosays.catalogue.payload.entities.findLast(({ place }) => place !== undefined)?.label ?? "",
    );
    await page.locator("#search").fill(name);
    await page.keyboard.press("Enter");
    await expectText(page, ".entity-card h2", name);
    const { groups, all } = await drawn();
    expect(all).toBeGreaterThan(groups);
    await page.locator("[data-view=table]").click();
    expect(await page.locator("#table tbody tr").count()).toBe(50);
    expect(troubles).toEqual([]);
  });
});

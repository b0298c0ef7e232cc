import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PagePayload } from "../../src/model/page-payload.ts";
import type { Placed } from "../../src/page/place-labels.ts";
import type { State } from "../../src/page/state.ts";
import { emptyGraph, hostileGraph, hostileNames, sampleGraph } from "../support/graphs.ts";
import {
  browserPath,
  bundlePage,
  hasBrowser,
  type OpenPage,
  startBrowser,
  type TestBrowser,
} from "./page-under-test.ts";

/** The little of the browser that the functions sent into the page use. */
declare const document: {
  getElementById(id: string): { textContent: string; getBoundingClientRect(): { left: number; top: number } };
  readonly documentElement: { readonly scrollWidth: number };
  createElement(tag: "canvas"): {
    width: number;
    height: number;
    getContext(kind: "2d"): {
      drawImage(image: unknown, x: number, y: number): void;
      getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
    };
  };
};
declare const window: {
  readonly pwned?: unknown;
  readonly innerWidth: number;
  readonly whosays: {
    readonly state: State;
    readonly map: { labels(): readonly Placed[] } | null;
    readonly sigma: {
      getNodeDisplayData(key: string): { x: number; y: number };
      framedGraphToViewport(point: { x: number; y: number }): { x: number; y: number };
      getCanvases(): Record<
        string,
        { getContext(kind: string): { getExtension(name: string): { loseContext(): void } } }
      >;
    };
  };
};
declare function getComputedStyle(element: unknown): { readonly backgroundColor: string };
declare class Image {
  src: string;
  readonly width: number;
  readonly height: number;
  decode(): Promise<void>;
}

const title = hasBrowser ? "the page" : `the page (skipped: there is no ${browserPath})`;

describe.skipIf(!hasBrowser)(title, { timeout: 60_000 }, () => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await startBrowser(await bundlePage());
  }, 60_000);
  afterAll(() => browser?.close());

  it("draws the map without an error or a request", async () => {
    const { page, troubles } = await openMap(browser);
    expect(await colours(page, "#map")).toBeGreaterThan(20);
    expect(troubles).toEqual([]);
  });

  it("puts no two names on top of each other", async () => {
    const { page } = await openMap(browser);
    const labels = await page.evaluate(() => window.whosays.map?.labels() ?? []);
    expect(labels.length).toBeGreaterThan(8);
    expect(labels.flatMap((a, i) => labels.slice(i + 1).filter((b) => overlapping(a, b)))).toEqual([]);
  });

  it("finds an entity by an alias without its diacritics and opens its card", async () => {
    const { page, troubles } = await openMap(browser);
    await page.keyboard.press("/");
    await page.keyboard.type("tomas rey");
    await expectText(page, "#hits [aria-selected=true]", "Tomas Reyle");
    await page.keyboard.press("Enter");
    await expectText(page, ".entity-card h2", "Tomas Reyle");
    await expectText(page, ".entity-card .aliases", "Tomás Reyle");
    expect(await page.locator(".entity-card h3").allTextContents()).toContain("accuses");
    expect(troubles).toEqual([]);
  });

  it("says so when a name is not found", async () => {
    const { page } = await openMap(browser);
    await page.locator("#search").fill("nobody of this name");
    await expectText(page, "#hits", "No entity has this name");
  });

  it("opens the card of a node that is clicked, and goes back with Escape", async () => {
    const { page } = await openMap(browser);
    const at = await placeOf(page, "Nordkai AG");
    await page.mouse.click(at.x, at.y);
    await expectText(page, ".entity-card h2", "Nordkai AG");
    await page.keyboard.press("Escape");
    await expectText(page, ".home-card h2", "Who says what");
  });

  it("shows the claims of a line that is clicked beside its middle", async () => {
    const { page } = await openMap(browser);
    const [a, b] = [await placeOf(page, "Nordkai AG"), await placeOf(page, "Jonas Fiedler")];
    await page.mouse.click((a.x + b.x) / 2 + 4, (a.y + b.y) / 2);
    await expectText(page, ".link-card .kind", "3 claims");
    expect(await page.locator(".link-card .claim-row").allTextContents()).toEqual([
      expect.stringContaining("Reported by Ilse Brandt"),
      expect.stringContaining("Denied by Nordkai AG"),
      expect.stringContaining("Asserted"),
    ]);
  });

  it("shows every quote with its words marked, who says it, and where it stands", async () => {
    const { page } = await openMap(browser, "#claim/blockade0000000a");
    await expectText(page, ".claim-card h2", "Harbour Workers' League blocks Port of Varnholm");
    await expectText(page, ".claim-card", "very likely, 94 %");
    await expectText(page, ".claim-card", "2 documents, 2 independent sources");
    const first = page.locator(".evidence > li").first();
    expect(await first.locator("mark").allTextContents()).toEqual([
      "The Harbour Workers' League",
      "blocked",
      "the Port of Varnholm",
    ]);
    expect(await first.locator(".voice").textContent()).toBe("Reported by the outlet itself");
    const link = first.locator("a");
    expect(await link.getAttribute("href")).toBe("https://courier.example/port");
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
    expect(await first.locator("time").getAttribute("datetime")).toBe("2024-03-05");
    expect(await page.locator(".evidence > li").count()).toBe(2);
  });

  it("names the speaker of a reported claim and the claim that contradicts it", async () => {
    const { page } = await openMap(browser, "#claim/dismissal000000a");
    await expectText(page, ".claim-card .voice", "Said by Ilse Brandt");
    await page.locator(".claim-card .claims .claim-row").first().click();
    await expectText(page, ".claim-card .tags", "Denied by Nordkai AG");
    // The subject's words stand in another sentence or are a pronoun; what is marked is what the sentence has.
    expect(await page.locator(".evidence mark").allTextContents()).toEqual([
      "it",
      "had dismissed",
      "Fiedler",
    ]);
  });

  it("lists all claims, also those the map has no line for", async () => {
    const { page } = await openMap(browser);
    await page.locator("#view").click();
    expect(await page.locator("#list tbody tr").count()).toBe(sampleGraph.claims.length);
    await expectText(page, "#list", "Blue Quay praise Blue Quay");
    await expectText(page, "#list", "1400 people");
    await page.locator("#list select").selectOption("denied");
    expect(await page.locator("#list tbody tr").count()).toBe(1);
    await page.locator("#list .claim-row").click();
    await expectText(page, ".claim-card h2", "Nordkai AG dismisses Jonas Fiedler");
  });

  it("draws itself again when the graphics are lost", async () => {
    const { page, troubles } = await openMap(browser);
    await page.evaluate(() => {
      const nodes = window.whosays.sigma.getCanvases().nodes;
      Object.assign(window, { before: window.whosays.sigma });
      nodes?.getContext("webgl2").getExtension("WEBGL_lose_context").loseContext();
    });
    await page.waitForFunction(
      () => window.whosays.sigma !== (window as unknown as { before: unknown }).before,
    );
    expect(await page.evaluate(() => window.whosays.map !== null)).toBe(true);
    expect(troubles).toEqual([]);
  });

  it("runs nothing that stands in names and quotes, and shows them", async () => {
    const { page, troubles } = await openMap(browser, "", hostileGraph);
    await page.locator("#view").click();
    const names = await page.locator("#list tbody .name").allTextContents();
    for (const name of hostileNames) expect(names).toContain(name.toWellFormed());
    for (const row of await page.locator("#list .claim-row").all()) await row.click();
    await page.locator("#view").click();
    for (const name of ["__proto__", "constructor"]) {
      await page.locator("#search").fill(name);
      await page.keyboard.press("Enter");
      await expectText(page, ".entity-card h2", name);
    }
    expect(await page.locator("a[href^=javascript]").count()).toBe(0);
    expect(await page.evaluate(() => window.pwned)).toBeUndefined();
    expect(troubles).toEqual([]);
  });

  it.for([360, 320])("has nothing to scroll sideways at %i pixels", async (width) => {
    for (const graph of [sampleGraph, hostileGraph]) {
      const { page } = await browser.open(graph, { width, height: 740 });
      const overhang = (): Promise<number> =>
        page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(await overhang()).toBeLessThanOrEqual(0);
      await page.locator(".panel .claim-row").last().click();
      expect(await overhang()).toBeLessThanOrEqual(0);
      await page.locator("#view").click();
      expect(await overhang()).toBeLessThanOrEqual(0);
      await page.close();
    }
  });

  it("is dark where the system is, and turns light by its button", async () => {
    const { page } = await browser.open(sampleGraph, { dark: true });
    const ground = (): Promise<string> =>
      page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(await ground()).toBe("rgb(20, 23, 28)");
    await page.locator("#theme").click();
    expect(await ground()).toBe("rgb(251, 250, 247)");
  });

  it("has a friendly word for an empty graph", async () => {
    const { page, troubles } = await browser.open(emptyGraph);
    await expectText(page, ".home-card h2", "Nothing is claimed yet");
    await expectText(page, ".stage", "There is nothing to draw yet.");
    expect(troubles).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)(`${title} without WebGL`, { timeout: 60_000 }, () => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await startBrowser(await bundlePage(), "--disable-3d-apis");
  }, 60_000);
  afterAll(() => browser?.close());

  it("shows the list, from which every claim opens", async () => {
    const { page, troubles } = await browser.open(sampleGraph);
    expect(await page.evaluate(() => window.whosays.map)).toBeNull();
    await page.locator("#list .claim-row").first().click();
    await expectText(page, ".claim-card .evidence", "blocked");
    expect(troubles).toEqual([]);
  });
});

async function openMap(browser: TestBrowser, hash = "", graph = sampleGraph): Promise<OpenPage> {
  const open = await browser.open(graph, { hash });
  await open.page.waitForFunction(() => (window.whosays.map?.labels().length ?? 0) > 0);
  return open;
}

async function expectText(page: Page, selector: string, text: string): Promise<void> {
  await page.locator(selector).filter({ hasText: text }).first().waitFor({ timeout: 5000 });
}

/** Where an entity's disc stands in the window. */
function placeOf(page: Page, label: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const payload: PagePayload = JSON.parse(document.getElementById("data").textContent);
    const index = payload.entities.findIndex((entity) => entity.label === wanted);
    const { sigma } = window.whosays;
    const { x, y } = sigma.framedGraphToViewport(sigma.getNodeDisplayData(`e${index}`));
    const { left, top } = document.getElementById("map").getBoundingClientRect();
    return { x: left + x, y: top + y };
  }, label);
}

/** How many colours a part of the page shows: the browser itself reads the picture, so no decoder is needed. */
async function colours(page: Page, selector: string): Promise<number> {
  const picture = (await page.locator(selector).screenshot()).toString("base64");
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), {
      width: image.width,
      height: image.height,
    });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const seen = new Set<number>();
    for (let i = 0; i < data.length; i += 4) {
      seen.add(((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0));
    }
    return seen.size;
  }, picture);
}

function overlapping({ box: a }: Placed, { box: b }: Placed): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

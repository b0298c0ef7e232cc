import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browserPath, hasBrowser, startBrowser } from "../page-under-test.ts";
import { expectText, mapDrawn, type PageDebug, placeOf, stateOf } from "./in-page.ts";
import { onSample } from "./on-sample.ts";
import { runSample } from "./sample-run.ts";

declare const window: { readonly whosays: PageDebug };
declare const document: {
  getElementById(id: string): {
    readonly hidden: boolean;
    getAttribute(name: string): string | null;
    getBoundingClientRect(): { left: number; top: number };
  };
  querySelector(selector: string): {
    getContext(kind: string): { getExtension(name: string): { loseContext(): void } };
  };
};

const title = hasBrowser ? "the map" : `the map (skipped: there is no ${browserPath})`;

describe.skipIf(!hasBrowser)(title, { timeout: 120_000 }, () => {
  const { open } = onSample();

  it("stands without an error or a request, every claim between two of its discs on a line", async () => {
    const { page, troubles } = await open();
    const { claims, lines } = await page.evaluate(() => {
      const { scene, claims } = window.whosays.shown;
      return { claims: claims.length, lines: scene.lines.map(({ kind }) => kind) };
    });
    expect(claims).toBeGreaterThan(50);
    expect(new Set(lines)).toEqual(new Set(["claim", "bundle", "loose"]));
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("puts no two names on top of each other", async () => {
    const { page } = await open();
    const boxes = await page.evaluate(() => (window.whosays.map?.labels() ?? []).map(({ box }) => box));
    expect(boxes.length).toBeGreaterThan(15);
    const overlapping = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    );
    expect(overlapping).toEqual([]);
    await page.close();
  });

  it("opens the card of a disc that is clicked, fades the rest, and goes back with Escape", async () => {
    const { page, troubles } = await open();
    const at = await placeOf(page, "Iran");
    await page.mouse.click(at.x, at.y);
    await expectText(page, ".entity-card h2", "Iran");
    const focus = await page.evaluate(() => window.whosays.shown.focus?.nodes.size ?? 0);
    const drawn = await page.evaluate(() => window.whosays.shown.scene.nodes.length);
    expect(focus).toBeGreaterThan(3);
    expect(focus).toBeLessThan(drawn);
    await page.keyboard.press("Escape");
    await expectText(page, ".home-card h2", "Who says what");
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("opens the claim, or the claims, of a line that is clicked a little beside it", async () => {
    const { page } = await open();
    const middle = await page.evaluate(() => {
      const { map, shown } = window.whosays;
      const { left, top } = document.getElementById("map").getBoundingClientRect();
      for (const line of shown.scene.lines) {
        if (line.kind !== "claim" || map === null) continue;
        const [a, b] = [map.disc(line.from), map.disc(line.to)];
        if (!a || !b) continue;
        const at = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
        const long = Math.hypot(a.x - b.x, a.y - b.y) > 60;
        // Only where no other line is as near is there one right answer.
        if (long && map.lineAt(at, 1) === line.key && map.lineAt({ x: at.x + 3, y: at.y }, 8) === line.key)
          return { x: left + at.x + 3, y: top + at.y, claim: line.claims[0] };
      }
      return undefined;
    });
    expect(middle).toBeDefined();
    await page.mouse.click(middle?.x ?? 0, middle?.y ?? 0);
    await expectText(page, ".claim-card .kind", "Claim");
    expect((await stateOf(page)).selection).toEqual({ kind: "claim", index: middle?.claim });
    await page.close();
  });

  it("clears by a click on the ground", async () => {
    const { page } = await open("#entity/Iran");
    const empty = await page.evaluate(() => {
      const { map, shown } = window.whosays;
      const { left, top } = document.getElementById("map").getBoundingClientRect();
      const discs = shown.scene.nodes.flatMap(({ key }) => map?.disc(key) ?? []);
      for (let y = 90; y < (map?.height ?? 0) - 90; y += 7)
        for (let x = 230; x < (map?.width ?? 0) - 230; x += 7)
          if (!map?.lineAt({ x, y }, 20) && discs.every((disc) => Math.hypot(disc.x - x, disc.y - y) > 30))
            return { x: left + x, y: top + y };
      throw new Error("There is no free ground.");
    });
    await page.mouse.click(empty.x, empty.y);
    await page.waitForFunction(() => window.whosays.state.selection.kind === "nothing");
    await page.close();
  });

  it("is worked by keys alone while it has the focus", async () => {
    const { page } = await open("#entity/IslamicState");
    await page.locator("#map").focus();
    const ratio = () => page.evaluate(() => window.whosays.map?.camera().ratio ?? 0);
    const before = await ratio();
    await page.keyboard.press("+");
    expect(await ratio()).toBeLessThan(before);
    await page.keyboard.press("0");
    await page.keyboard.press("2");
    expect((await stateOf(page)).hops).toBe(2);
    await page.keyboard.press("]");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => {
      const { selection } = window.whosays.state;
      const { entities } = window.whosays.catalogue.payload;
      return selection.kind === "entity" && entities[selection.index]?.id !== "IslamicState";
    });
    await page.locator("#map").focus();
    await page.keyboard.press("?");
    await expectText(page, "dialog[open] h2", "How to read this");
    await page.keyboard.press("Escape");
    await page.locator("#map").focus();
    await page.keyboard.press("t");
    expect((await stateOf(page)).view).toBe("table");
    await page.close();
  });

  it("does nothing on letters elsewhere", async () => {
    const { page } = await open("#entity/IslamicState");
    await page.locator("#theme").focus();
    await page.keyboard.press("t");
    await page.keyboard.press("2");
    expect(await stateOf(page)).toMatchObject({ view: "map", hops: 1 });
    await page.close();
  });

  it("zooms, shows all, and takes more steps by its buttons", async () => {
    const { page } = await open("#entity/Iran");
    const ratio = () => page.evaluate(() => window.whosays.map?.camera().ratio ?? 0);
    const before = await ratio();
    await page.locator("#zoom-in").click();
    expect(await ratio()).toBeLessThan(before);
    await page.locator("#fit").click();
    await page.waitForFunction(() => (window.whosays.map?.camera().ratio ?? 0) > 0.9);
    const near = () => page.evaluate(() => window.whosays.shown.focus?.nodes.size ?? 0);
    const one = await near();
    await page.locator(".map-hops [data-hops='3']").click();
    await page.waitForFunction((size) => (window.whosays.shown.focus?.nodes.size ?? 0) > size, one);
    await page.close();
  });

  it("lets a disc be dragged without choosing it", async () => {
    const { page } = await open();
    const from = await placeOf(page, "Russia");
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (const step of [10, 25, 40]) await page.mouse.move(from.x + step, from.y + step);
    await page.mouse.up();
    const to = await placeOf(page, "Russia");
    expect(Math.hypot(to.x - from.x - 40, to.y - from.y - 40)).toBeLessThan(6);
    expect((await stateOf(page)).selection.kind).toBe("nothing");
    await page.locator("#original-places").click();
    const back = await placeOf(page, "Russia");
    expect(Math.hypot(back.x - from.x, back.y - from.y)).toBeLessThan(4);
    await page.close();
  });

  it("moves a disc without dragging: by a click, and by arrow keys", async () => {
    const { page } = await open("#entity/Russia");
    await page.locator("#fit").click();
    const before = await placeOf(page, "Russia");
    await page.getByRole("button", { name: "Move on the map" }).click();
    await page.mouse.click(320, 480);
    const clicked = await placeOf(page, "Russia");
    expect(Math.hypot(clicked.x - 320, clicked.y - 480)).toBeLessThan(6);
    expect(Math.hypot(clicked.x - before.x, clicked.y - before.y)).toBeGreaterThan(20);
    await page.getByRole("button", { name: "Move on the map" }).press("Enter");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    expect((await placeOf(page, "Russia")).x).toBeGreaterThan(clicked.x + 2);
    await page.close();
  });

  it("rearranges what is shown in a worker, and brings the places back", async () => {
    const { page, troubles } = await open();
    const places = () =>
      page.evaluate(() =>
        window.whosays.shown.scene.nodes.flatMap(({ key }) => window.whosays.map?.placeOf(key) ?? []),
      );
    const farthest = async () =>
      (await places()).reduce(
        (most, { x, y }, i) => Math.max(most, Math.hypot(x - (before[i]?.x ?? 0), y - (before[i]?.y ?? 0))),
        0,
      );
    const before = await places();
    await page.locator("#rearrange").click();
    await page.waitForFunction(() => !document.getElementById("original-places").hidden, undefined, {
      timeout: 30_000,
    });
    await page.waitForFunction(
      () => document.getElementById("rearrange").getAttribute("aria-pressed") !== "true",
      undefined,
      { timeout: 30_000 },
    );
    expect(await farthest()).toBeGreaterThan(1);
    await page.locator("#original-places").click();
    expect(await farthest()).toBeLessThan(0.01);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("stands where its address says, and tells the address where it stands", async () => {
    const { page } = await open("#?at=0.4 0.6 0.3");
    const camera = await page.evaluate(() => window.whosays.map?.camera());
    expect(camera).toMatchObject({ x: 0.4, y: 0.6, ratio: 0.3 });
    await page.locator("#map").focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => window.whosays.state.camera?.x !== 0.4);
    expect(decodeURIComponent(page.url())).toMatch(/#\?at=0\.4\d+\+0\.6\+0\.3$/);
    await page.close();
  });

  it("draws itself again when the graphics are lost, and gives way to the table when they stay away", async () => {
    const { page, troubles } = await open();
    for (let loss = 0; loss < 3; loss++) {
      await mapDrawn(page);
      await loseGraphics(page);
    }
    await page.waitForFunction(() => window.whosays.state.view === "table");
    await expectText(page, ".notice", "The map is gone");
    await page.locator("#table .claim-row").first().click();
    await expectText(page, ".claim-card h2", /./);
    expect(troubles).toEqual([]);
    await page.close();
  });
});

/** Takes WebGL away, and waits until the map has noticed. */
async function loseGraphics(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { map } = window.whosays;
    Object.assign(window, { before: map });
    const canvas = document.querySelector("#map canvas.sigma-nodes");
    canvas.getContext("webgl2").getExtension("WEBGL_lose_context").loseContext();
  });
  await page.waitForFunction(() => window.whosays.map !== (window as unknown as { before: unknown }).before);
}

describe.skipIf(!hasBrowser)(`${title} without WebGL`, { timeout: 120_000 }, () => {
  it("gives way to the table, says why, and offers no picture", async () => {
    const run = runSample();
    const browser = await startBrowser({ script: "", style: "" }, { flags: ["--disable-3d-apis"] });
    try {
      const { page, troubles } = await browser.openFile(run.file);
      await expectText(page, ".notice", "no WebGL");
      expect(await stateOf(page)).toMatchObject({ view: "table" });
      expect(await page.locator("[data-view=map]").isDisabled()).toBe(true);
      await page.locator("#table .claim-row").first().click();
      await expectText(page, ".claim-card .citation", /./);
      expect(await page.evaluate(() => window.whosays.map)).toBeNull();
      await page.goBack();
      await expectText(page, ".home-card h2", /./);
      expect(await stateOf(page)).toMatchObject({ view: "table" });
      expect(troubles).toEqual([]);
    } finally {
      await browser.close();
      run.remove();
    }
  });
});

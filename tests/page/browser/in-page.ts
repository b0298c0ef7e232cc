import type { Page } from "playwright-core";
import type { MapView } from "../../../src/page/map/map-view.ts";
import type { State } from "../../../src/page/state.ts";

/** What the page shows to tests at `window.whosays`, as far as functions sent into it use it. */
export interface PageDebug {
  readonly state: State;
  readonly shown: {
    readonly claims: readonly number[];
    readonly scene: {
      readonly nodes: readonly { readonly key: string }[];
      readonly lines: readonly SceneLine[];
    };
    readonly focus: { readonly nodes: ReadonlySet<string> } | undefined;
  };
  readonly map: MapView | null;
  readonly catalogue: {
    readonly payload: {
      readonly entities: readonly { readonly id: string; readonly label: string; readonly place?: unknown }[];
    };
  };
}

interface SceneLine {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly claims: readonly number[];
  readonly kind: string;
}

declare const window: { readonly whosays: PageDebug };
declare const document: {
  getElementById(id: string): { getBoundingClientRect(): { left: number; top: number } };
};

/** A point of the window, in CSS pixels. */
export interface WindowPoint {
  readonly x: number;
  readonly y: number;
}

/** Waits until the map stands, with names on it. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.waitForFunction(() => (window.whosays?.map?.labels().length ?? 0) > 0);
}

/** What is seen now. */
export function stateOf(page: Page): Promise<State> {
  return page.evaluate(() => window.whosays.state);
}

/** How many claims are shown. */
export function claimsShown(page: Page): Promise<number> {
  return page.evaluate(() => window.whosays.shown.claims.length);
}

/** Where the disc of an entity stands in the window; throws where it is not drawn. */
export function placeOf(page: Page, label: string): Promise<WindowPoint> {
  return page.evaluate((wanted) => {
    const { map, catalogue } = window.whosays;
    const index = catalogue.payload.entities.findIndex((entity) => entity.label === wanted);
    const disc = map?.disc(`e${index}`);
    if (disc === undefined) throw new Error(`${wanted} is not on the map.`);
    const { left, top } = document.getElementById("map").getBoundingClientRect();
    return { x: left + disc.x, y: top + disc.y };
  }, label);
}

/** Waits for an element with a text. */
export async function expectText(page: Page, selector: string, text: string | RegExp): Promise<void> {
  await page.locator(selector).filter({ hasText: text }).first().waitFor({ timeout: 10_000 });
}

import { afterAll, beforeAll } from "vitest";
import { type Look, type OpenPage, startBrowser, type TestBrowser } from "../page-under-test.ts";
import { mapDrawn } from "./in-page.ts";
import { runSample, type SampleRun } from "./sample-run.ts";

/** The page of the sample run in a browser that lives as long as the tests around. */
export interface OnSample {
  /** Opens the page at an address, and waits for its map. */
  open(hash?: string, look?: Look): Promise<OpenPage>;
  /** Opens it, and waits for nothing. */
  openAnyhow(hash: string, look?: Look): Promise<OpenPage>;
}

/** Runs the sample and starts the browser before the tests of a block, and ends both behind them. */
export function onSample(): OnSample {
  let browser: TestBrowser;
  let run: SampleRun;

  beforeAll(async () => {
    run = runSample();
    browser = await startBrowser({ script: "", style: "" });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    run?.remove();
  });

  const openAnyhow: OnSample["openAnyhow"] = (hash, look = {}) =>
    browser.openFile(run.file, { hash, ...look });
  return {
    openAnyhow,
    async open(hash = "", look = {}) {
      const opened = await openAnyhow(hash, look);
      await mapDrawn(opened.page);
      return opened;
    },
  };
}

// Takes pictures of the page of the sample run, for the README and for review: `npm run picture`, after `npm start`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Look, startBrowser } from "./page-under-test.ts";

const output = join(import.meta.dirname, "..", "..", "output");
const review = join(import.meta.dirname, "screenshots");

interface Picture extends Look {
  readonly path: string;
  /** What to press before, by selector. */
  readonly press?: string;
}

const wide = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const pictures: readonly Picture[] = [
  { path: join(output, "graph.png"), ...wide, height: 760, hash: "#entity/IslamicState" },
  { path: join(review, "overview.png"), ...wide },
  { path: join(review, "focus.png"), ...wide, hash: "#entity/Iran?hops=2" },
  {
    path: join(review, "filters.png"),
    ...wide,
    hash: "#?held=reported&held=denied",
    press: "#toggle-filters",
  },
  { path: join(review, "claim.png"), ...wide, hash: "#entity/Iran", press: ".entity-card .claim-row" },
  { path: join(review, "conflict.png"), ...wide, press: ".home-card .difference" },
  { path: join(review, "document.png"), ...wide, hash: "#document/1-levant-courier.txt", press: ".marker" },
  { path: join(review, "path.png"), ...wide, hash: "#path/Iran/Raqqa" },
  { path: join(review, "table.png"), ...wide, hash: "#?view=table" },
  { path: join(review, "timeline.png"), ...wide, hash: "#?view=timeline" },
  { path: join(review, "dark.png"), ...wide, hash: "#entity/IslamicState", dark: true },
  { path: join(review, "phone.png"), ...phone },
  {
    path: join(review, "phone-claim-dark.png"),
    ...phone,
    hash: "#entity/Iran",
    press: ".claim-row",
    dark: true,
  },
  { path: join(review, "embedded.png"), width: 900, height: 520, hash: "#entity/Iran?embed" },
];

mkdirSync(review, { recursive: true });
const browser = await startBrowser({ script: "", style: "" });
try {
  for (const { path, press, ...look } of pictures) {
    const { page } = await browser.openFile(join(output, "graph.html"), look);
    await page.waitForTimeout(1000);
    if (press !== undefined) await page.locator(press).first().click();
    await page.waitForTimeout(1500);
    await page.screenshot({ path });
    await page.close();
  }
} finally {
  await browser.close();
}

// Makes the picture in the README from the sample run: `npm run picture`, after `npm start`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const FLAGS =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --enable-unsafe-swiftshader";
const output = join(import.meta.dirname, "..", "..", "output");
const profile = mkdtempSync(join(tmpdir(), "whosays-picture-"));

const browser = await chromium.launchPersistentContext(profile, {
  executablePath: "/usr/bin/chromium",
  args: FLAGS.split(" "),
  viewport: { width: 1280, height: 760 },
  colorScheme: "light",
  reducedMotion: "reduce",
});
try {
  const page = await browser.newPage();
  await page.goto(`${pathToFileURL(join(output, "graph.html")).href}#entity/IslamicState`);
  await page.waitForTimeout(2500);
  await page.screenshot({ path: join(output, "graph.png") });
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}

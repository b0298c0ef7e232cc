import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { exporters } from "../../src/export/index.ts";
import { wholeText } from "../../src/export/text.ts";
import { buildTexts } from "../support/build-text.ts";
import { settingsFor } from "../support/graphs.ts";
import { documents } from "../support/hostile.ts";
import { ontology } from "../support/ontology.ts";

/** Far more than is asked for by itself; other work may keep the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

const ROOT = join(import.meta.dirname, "..", "..");
const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const PAGE = join(ROOT, "dist", "page", "page.js");

type Texts = Readonly<Record<string, string>>;

/** Every file that a run would write, by name. */
function filesOf(texts: Texts): Readonly<Record<string, string>> {
  const { graph, account } = buildTexts(texts);
  const settings = { ...settingsFor(), ontology, account };
  return Object.fromEntries(
    exporters.map((exporter) => [exporter.fileName, wholeText(exporter.write(graph, settings))]),
  );
}

describe("the same articles give the same bytes", () => {
  test("in any order, however often", () => {
    const shuffled = documents().chain((texts) => {
      const entries = Object.entries(texts);
      return fc.tuple(fc.constant(texts), fc.shuffledSubarray(entries, { minLength: entries.length }));
    });
    fc.assert(
      fc.property(shuffled, ([texts, order]) => {
        expect(filesOf(Object.fromEntries(order))).toEqual(filesOf(texts));
      }),
      { numRuns: 20, seed: 41 },
    );
  });

  test.skipIf(process.platform === "win32")("in any language and time zone", () => {
    const folder = mkdtempSync(join(tmpdir(), "whosays-laws-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeArticles(join(folder, "in"));
    const plain = run(folder, { LC_ALL: "C", TZ: "UTC" });
    expect(Object.keys(plain)).toContain("claims.jsonl");
    expect(plain["claims.jsonl"]?.split("\n").length).toBeGreaterThan(30);
    for (const [language, zone] of [
      ["sv-SE", "Pacific/Kiritimati"],
      ["tr-TR", "America/Adak"],
    ] as const) {
      const env = { LC_ALL: `${language.replace("-", "_")}.UTF-8`, TZ: zone };
      expect(settingsUnder(env)).toEqual({ language, zone });
      expect(run(folder, env)).toEqual(plain);
    }
  });

  // BUG in src/annotate/sentences.ts: the tagger is one for the whole process and remembers every piece it has cut.
  // "Iraq’s</b>" or "Iraq’s_" teaches it the word "Iraq’s", which it cuts into "Iraq" and "’s" no more: claims of other
  // articles come and go with what was read before. Should forget between documents, or be given runs cut beforehand.
  test("whatever was read before", () => {
    const alone = filesOf({ "b.txt": "Iraq’s Anbar province is quiet." });
    buildTexts({ "a.txt": "Nothing new came from Iraq’s</b> capital." });
    expect(filesOf({ "b.txt": "Iraq’s Anbar province is quiet." })).toEqual(alone);
  });
});

/** Letters that Swedish and Turkish order and fold in ways of their own, days close to the turn of a month and a year. */
function writeArticles(folder: string): void {
  const some = fc.sample(documents(), { numRuns: 8, seed: 42 });
  const all = some.flatMap((texts, i) =>
    Object.entries(texts).map(([name, text]) => [`${i}/${name}`, text] as const),
  );
  const own = [
    [
      "Å.txt",
      "---\npublished: 2018-01-01\n---\nÅsa Öberg met Ivan Ilić on Sunday. Ärla Zetterlund met Iğdır Isik yesterday.",
    ],
    [
      "Z.txt",
      "---\npublished: 2017-12-31\n---\nIRAN BACKS SYRIA. Iran backed Syria in 2016. Zeta Group attacked Ängelholm on Monday.",
    ],
    ["İ.txt", "Jan 1, 2018\n\nISTANBUL — Turkey attacked Afrin last week. INDIA CRITICIZED IRAN."],
  ] as const;
  for (const [name, text] of [...all, ...own]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function node(args: readonly string[], env: Readonly<Record<string, string>>, cwd: string) {
  const own = { ...process.env, LANG: "", LC_MESSAGES: "", ...env };
  return spawnSync(process.execPath, args, { cwd, env: own, encoding: "utf8" });
}

/** What a program sees of its surroundings: without this the test below might try one language three times. */
function settingsUnder(env: Readonly<Record<string, string>>): unknown {
  const asked =
    "const o = Intl.DateTimeFormat().resolvedOptions(); JSON.stringify({ language: o.locale, zone: o.timeZone })";
  return JSON.parse(node(["--print", asked], env, ROOT).stdout);
}

/** The files of one run, by name. */
function run(cwd: string, env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const format = existsSync(PAGE) ? "ttl,jsonl,html" : "ttl,jsonl";
  const args = ["build", "in", "--out", "out", "--format", format];
  const { status, stderr } = node(["--import", TSX, join(ROOT, "src", "cli.ts"), ...args], env, cwd);
  // 3: a text with a NUL near its beginning is taken for binary.
  expect([0, 3], stderr).toContain(status);
  const out = join(cwd, "out");
  return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), "utf8")]));
}

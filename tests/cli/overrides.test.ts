import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type Ended, whosays } from "../support/run-whosays.ts";

/** A run takes half a second by itself, and far longer where other work keeps the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

const ARTICLE = "Nordkai Group attacked Raqqa. Nordkai Union attacked Rakka. Russia met Nordkai Union.\n";

/** A folder of its own for one test, with an article and files of corrections; it is gone afterwards. */
function workplace(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "whosays-overrides-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ "a.txt": ARTICLE, ...files }))
    writeFileSync(join(folder, name), text);
  return folder;
}

/** `whosays build` of the article into `out`, without the page. */
function build(folder: string, ...more: readonly string[]): Promise<Ended> {
  return whosays(folder, "build", "a.txt", "--out", "out", "--format", "ttl,jsonl", ...more);
}

function filesOf(folder: string): Readonly<Record<string, string>> {
  const out = join(folder, "out");
  return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), "utf8")]));
}

const FORWARD = `{"same": [["Nordkai Group", "Nordkai Union"], ["Raqqa", "Rakka"]],
  "different": [["Russia", "Raqqa"], ["Russia", "NordkaiGroup"]],
  "label": {"Russia": "Rus", "NordkaiUnion": "Nordkai"}, "sameAs": {"Raqqa": ["http://www.wikidata.org/entity/Q1"]}}`;
const BACKWARD = `{"sameAs": {"Raqqa": ["http://www.wikidata.org/entity/Q1"]},
  "label": {"NordkaiUnion": "Nordkai", "Russia": "Rus"}, "different": [["Russia", "NordkaiGroup"], ["Russia", "Raqqa"]],
  "same": [["Raqqa", "Rakka"], ["Nordkai Group", "Nordkai Union"]]}`;

describe("build --overrides", () => {
  test("corrects every file that it writes, and says why", async () => {
    const folder = workplace({ "names.json": FORWARD });
    const { code, stderr } = await build(folder, "--overrides", "names.json");
    expect({ code, noted: stderr.includes("names.json") }).toEqual({ code: 0, noted: false });
    const files = filesOf(folder);
    expect(files["graph.ttl"]).toMatch(/ent:Russia [^.]*\n\s+rdfs:label "Rus"/);
    expect(files["graph.ttl"]).toMatch(/owl:differentFrom ent:Russia/);
    expect(files["graph.ttl"]).not.toContain("NordkaiUnion");
    expect(files["entities.jsonl"]).toContain(
      '\\"Nordkai Group\\" and \\"Nordkai Union\\": said to be one in names.json',
    );
  });

  test("gives the same bytes again, and for the same entries in another order", async () => {
    const folder = workplace({ "names.json": FORWARD });
    await build(folder, "--overrides", "names.json");
    const first = filesOf(folder);
    await build(folder, "--overrides", "names.json");
    expect(filesOf(folder)).toEqual(first);
    writeFileSync(join(folder, "names.json"), BACKWARD);
    await build(folder, "--overrides", join(folder, "names.json"));
    expect(filesOf(folder)).toEqual(first);
  });

  test("takes the lines that entities --doubtful prints", async () => {
    const folder = workplace({});
    writeFileSync(
      join(folder, "a.txt"),
      "President Odile Brandvold attacked Raqqa. Mr Odile Brandvald attacked Raqqa.",
    );
    await build(folder);
    const { stdout } = await whosays(folder, "entities", "out", "--doubtful");
    const turtle = stdout.split("\n").filter((line) => line.startsWith(" "));
    expect(turtle).toHaveLength(1);
    writeFileSync(join(folder, "names.ttl"), turtle.join("\n"));
    const { code } = await build(folder, "--overrides", "names.ttl");
    expect(code).toBe(0);
    const again = await whosays(folder, "entities", "out", "--doubtful");
    expect(again.stdout).toBe("No two entities here look as if they were one.\n");
  });

  test("tells on standard error and in the report what no longer applies", async () => {
    const folder = workplace({ "names.json": '{"label": {"Atlantis\\u202e": "X"}}' });
    const { code, stderr } = await build(folder, "--overrides", "names.json");
    expect(code).toBe(0);
    expect(stderr).toContain(
      '  note: names.json says label "Atlantis\\u{202e}": no article names "Atlantis\\u{202e}"\n',
    );
    expect(JSON.parse(filesOf(folder)["report.json"] ?? "").warnings).toContainEqual({
      input: "names.json",
      reason: 'says label "Atlantis\u202e": no article names "Atlantis\u202e"',
    });
  });

  test("names no more than the first twenty notes on standard error", async () => {
    const label = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`Atlantis ${i}`, "X"]));
    const folder = workplace({ "names.json": JSON.stringify({ label }) });
    const { stderr } = await build(folder, "--overrides", "names.json");
    expect(stderr.match(/note: names\.json/g)).toHaveLength(20);
    expect(stderr).toMatch(/and 1[01] more notes, see report\.json\n/);
  });
});

describe("corrections that cannot be used end with 2, and nothing is written", () => {
  test.for<readonly [string, string | Uint8Array | undefined, string]>([
    ["none.json", undefined, "whosays: none.json: does not exist (ENOENT); check --overrides\n"],
    [".", undefined, "whosays: .: is no file; check --overrides\n"],
    [
      "n.json",
      '{"same": [["a" "b"]]}',
      'whosays: n.json: line 1, column 16: is not JSON: expected "," or "]" but found a quotation mark\n',
    ],
    [
      "n.json",
      new Uint8Array(20 * 1024 * 1024).fill(32),
      "whosays: n.json: is larger than 10 MiB; leave out what you do not need\n",
    ],
    [
      "n.json",
      new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]),
      "whosays: n.json: the whole file: is not UTF-8; save it as UTF-8\n",
    ],
    [
      "n.json",
      '{"same": [["A", "B"]], "different": [["A", "B"]], "label": {"A": "x", "B": "y"}, "type": {"C": "Wiz\\u202eard"}}',
      `whosays: n.json: type "C": "Wiz\\u{202e}ard" is no class of the ontology; choose from `,
    ],
  ])("%s", async ([name, content, says]) => {
    const folder = workplace(content === undefined ? {} : { [name]: content });
    const { code, stdout, stderr } = await build(folder, "--overrides", name);
    expect(stderr).toContain(says);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test("and all that is wrong is told at once", async () => {
    const entries = {
      same: [["A", "B"]],
      different: [["A", "B"]],
      label: { A: "x", B: "y" },
      type: { C: "Wizard" },
    };
    const folder = workplace({ "n.json": JSON.stringify(entries) });
    const { stderr } = await build(folder, "--overrides", "n.json");
    expect(
      stderr
        .trimEnd()
        .split("\n")
        .map((line) => line.replace("whosays: ", "").slice(0, 40)),
    ).toEqual([
      'n.json: type "C": "Wizard" is no class o',
      'n.json: different "A" and "B": stands ag',
      'n.json: label "A" and "B": are one and a',
    ]);
  });
});

test("trace --overrides shows what the corrections make of a mention", async () => {
  const folder = workplace({ "names.ttl": "ent:Raqqa owl:differentFrom ent:Rakka ." });
  const { code, stdout } = await whosays(
    folder,
    "trace",
    "Russia attacked Rakka.",
    "--overrides",
    "names.ttl",
  );
  expect(code).toBe(0);
  expect(stdout).toContain(
    'Rakka: name, Settlement, Rakka (known name "Rakka"; said to differ from "Raqqa" in names.ttl)',
  );
});

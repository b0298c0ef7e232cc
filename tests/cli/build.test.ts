import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Parser } from "n3";
import { describe, expect, onTestFinished, test, vi } from "vitest";

/** A run takes half a second by itself, and far longer where other work keeps the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

const ROOT = join(import.meta.dirname, "..", "..");
const ONTOLOGY = join(ROOT, "ontology");
const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const PROGRAM = ["--import", TSX, join(ROOT, "src", "cli.ts")];
const PAGE = join(ROOT, "dist", "page", "page.js");
const WRITTEN = ["claims.jsonl", "entities.jsonl", "graph.ttl", "report.json"];

interface Ended {
  /** Null where a signal ended the process. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Settings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called once the process runs; what it returns is waited for. */
  readonly meanwhile?: (kill: (signal: NodeJS.Signals) => void) => Promise<void>;
}

/** Runs the program as people do. */
async function whosays(args: readonly string[], { cwd, env, meanwhile }: Settings): Promise<Ended> {
  const child = spawn(process.execPath, [...PROGRAM, ...args], { cwd, env: { ...process.env, ...env } });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    said.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said.stderr += text;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  await meanwhile?.((signal) => child.kill(signal));
  return { code: await ended, ...said };
}

type Texts = Readonly<Record<string, string | Uint8Array>>;

/** A folder of its own for one test, with some files in it; it is gone afterwards. */
function workplace(texts: Texts = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "whosays-build-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  put(folder, texts);
  return folder;
}

function put(folder: string, texts: Texts): void {
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** `whosays build` into `out` below the workplace, without the page. */
function build(cwd: string, inputs: readonly string[], ...more: readonly string[]): Promise<Ended> {
  return whosays(["build", ...inputs, "--out", "out", "--format", "ttl,jsonl", ...more], { cwd });
}

/** All files of a folder by name, with their bytes; empty where it does not exist. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names.map(({ parentPath, name }) => [
      join(parentPath, name).slice(folder.length + 1),
      readFileSync(join(parentPath, name), "latin1"),
    ]),
  );
}

interface Report {
  readonly documents: {
    readonly read: number;
    readonly used: number;
    readonly skipped: readonly { readonly input: string; readonly reason: string }[];
    readonly ids: readonly string[];
  };
  readonly triples: {
    readonly read: number;
    readonly merged: number;
    readonly rejected: number;
    readonly reasons: Readonly<Record<string, number>>;
  };
}

interface ClaimLine {
  readonly subject: string;
  readonly predicate: string;
  readonly object: { readonly entity: string } | null;
  readonly evidence: readonly { document: string; start: number; end: number; quote: string }[];
}

function reportOf(folder: string): Report {
  return JSON.parse(readFileSync(join(folder, "out", "report.json"), "utf8"));
}

function claimsOf(folder: string): readonly ClaimLine[] {
  return linesOf(join(folder, "out", "claims.jsonl")) as readonly ClaimLine[];
}

function linesOf(path: string): readonly unknown[] {
  const lines = readFileSync(path, "utf8").split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => JSON.parse(line));
}

const RAQQA = `River town falls
Oct 21, 2017

BEIRUT — Russia accused the United States of bombing Raqqa.

The Syrian army captured Raqqa on Friday, state media said.
`;
const ALEPPO = "Russia attacked Aleppo. Turkey did not back Russia.\n";
const AGAIN = "Turkey denied that Russia attacked Aleppo. The Syrian army captured Raqqa.\n";

describe("help", () => {
  test("shows what can be given, with examples and exit codes", async () => {
    const { code, stdout } = await whosays(["build", "--help"], { cwd: workplace() });
    expect(code).toBe(0);
    for (const words of [
      "--out",
      "--format",
      "--base",
      "name, id, type, aliases, sameAs",
      "Examples:",
      "whosays build articles/",
      "Exit codes:",
    ])
      expect(stdout).toContain(words);
  });

  test("is there for the program as a whole", async () => {
    const { code, stdout } = await whosays(["--help"], { cwd: workplace() });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: whosays/);
    expect(stdout).toContain("build");
  });
});

describe("wrong usage ends with 2 and a word that helps", () => {
  test.for([
    ["bulid a.txt", "Did you mean build?"],
    ["build", "missing required argument 'input'"],
    ["build a.txt --ouut x", "Did you mean --out?"],
    ["build a.txt --format pdf", "choose from ttl, html, jsonl"],
    ["build a.txt --format ttl,", "choose from ttl, html, jsonl"],
    ["build a.txt --format report", "choose from ttl, html, jsonl"],
    ["build a.txt --relations some", "Allowed choices are ontology, open, all"],
    ["build a.txt --base example.org", "is no http or https address"],
    ["build a.txt --base javascript:alert(1)", "is no http or https address"],
    ["build a.txt --base https://example.org/kg#", "has a fragment"],
    [
      "build a.txt --base https://example.org/kg?of=",
      'has a query, and ids are put behind it as folders; leave out all from "?"',
    ],
    ["build a.txt --base https://example.org/kg", "write https://example.org/kg/"],
    ['build a.txt --base https://example.org/">', "has a character that no IRI may have"],
    ["build a.txt --ontology nowhere", "nowhere: does not exist (ENOENT); check --ontology"],
    ["build a.txt --ontology void", "void: holds no .ttl files; copy the ontology/"],
  ] as const)("%s", async ([line, says]) => {
    const folder = workplace({ "a.txt": RAQQA });
    mkdirSync(join(folder, "void"));
    const before = filesIn(folder);
    const { code, stdout, stderr } = await whosays(line.split(" "), { cwd: folder });
    expect(stderr).toContain(says);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(filesIn(folder)).toEqual(before);
  });

  test.for([
    {
      name: "a syntax error",
      turtle: "\nkg:woos a\n",
      says: /^whosays: own\/names\/mine\.ttl: line \d+: .*; declare it with @prefix/,
    },
    {
      name: "a broken entry",
      turtle: `@prefix kg: <https://w3id.org/whosays/ontology#> .
@prefix ent: <https://w3id.org/whosays/entity/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ent:Freedonia a kg:State ; rdfs:label "Freedonia" ; kg:partOf ent:Atlantis .`,
      says: /^whosays: own\/names\/mine\.ttl: ent:Freedonia: .*ent:Atlantis.*; add it$/m,
    },
  ])("an ontology with $name", async ({ turtle, says }) => {
    const folder = workplace({ "a.txt": RAQQA });
    cpSync(ONTOLOGY, join(folder, "own"), { recursive: true });
    put(folder, { "own/names/mine.ttl": turtle });
    const { code, stdout, stderr } = await build(folder, ["a.txt"], "--ontology", "own");
    expect(stderr).toMatch(says);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(existsSync(join(folder, "out"))).toBe(false);
  });
});

describe("--relations tells those of the ontology from those in the words of the text", () => {
  test.for([
    ["ontology", ["attacks"]],
    ["open", ["paint"]],
    ["all", ["attacks", "paint"]],
  ] as const)("%s", async ([which, predicates]) => {
    const folder = workplace({ "a.txt": "Russia attacked Aleppo. Turkey painted Ankara.\n" });
    const { code } = await build(folder, ["a.txt"], "--relations", which);
    expect(code).toBe(0);
    expect(
      claimsOf(folder)
        .map(({ predicate }) => predicate)
        .sort(),
    ).toEqual(predicates);
    const turtle = readFileSync(join(folder, "out", "graph.ttl"), "utf8");
    expect(/^ent:Turkey open:paint ent:Ankara\.$/m.test(turtle)).toBe(which !== "ontology");
    expect(/^ent:Russia kg:attacks ent:Aleppo\w*\.$/m.test(turtle)).toBe(which !== "open");
  });
});

describe("a run that can read nothing ends with 1 and writes nothing", () => {
  test("for a path that does not exist, though another does", async () => {
    const folder = workplace({ "a.txt": RAQQA });
    const { code, stdout, stderr } = await build(folder, ["a.txt", "nowhere/at all"]);
    expect(stderr).toBe("whosays: nowhere/at all: does not exist (ENOENT); check the path\n");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test("for an empty folder, and one that holds hidden files alone", async () => {
    const folder = workplace({ "void/.hidden.txt": RAQQA });
    const { code, stdout, stderr } = await build(folder, ["void"]);
    expect(stderr).toBe("whosays: void: holds no files; name a folder of articles, or the articles\n");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test("for files of which none can be read, and names each with its reason", async () => {
    const folder = workplace({ "in/empty.txt": "", "in/photo.jpg": "x" });
    const { code, stdout, stderr } = await build(folder, ["in"]);
    expect(stderr).toContain("no input could be read, nothing was written");
    expect(stderr).toContain("skipped empty.txt: is empty");
    expect(stderr).toContain('skipped photo.jpg: has no reader for ".jpg" files');
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(readdirSync(join(folder, "out"))).toEqual([]);
  });

  test("for an output folder that is a file", async () => {
    const folder = workplace({ "a.txt": RAQQA, out: "mine" });
    const { code, stdout, stderr } = await build(folder, ["a.txt"]);
    expect(stderr).toMatch(/^whosays: out: .*nothing new was written; choose another folder with --out\n$/);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(readFileSync(join(folder, "out"), "utf8")).toBe("mine");
  });
});

describe("a folder with good and bad files", () => {
  const skipped = [
    { input: "binary.txt", reason: "is binary, not text" },
    { input: "circle.txt", reason: "is a link that leads round in a circle (ELOOP)" },
    { input: "dangling.txt", reason: "does not exist (ENOENT)" },
    { input: "empty.txt", reason: "is empty" },
    { input: "photo.jpg", reason: 'has no reader for ".jpg" files' },
    { input: "pipe.txt", reason: "is neither a file nor a folder" },
    { input: "turn/above.txt", reason: "is a link to a folder above it" },
  ];

  /** `chmod 000` stops nobody who runs as root, so the files that cannot be read are links that lead nowhere. */
  function mixed(): string {
    const folder = workplace({
      "in/good.txt": RAQQA,
      "in/empty.txt": "",
      "in/binary.txt": new Uint8Array([82, 0, 97, 0]),
      "in/photo.jpg": "x",
      "in/.hidden.txt": RAQQA,
      "in/folder.txt/nested.txt": ALEPPO,
      "in/turn/here.txt": AGAIN,
    });
    symlinkSync("nowhere.txt", join(folder, "in", "dangling.txt"));
    symlinkSync("circle.txt", join(folder, "in", "circle.txt"));
    symlinkSync("..", join(folder, "in", "turn", "above.txt"));
    execFileSync("mkfifo", [join(folder, "in", "pipe.txt")]);
    return folder;
  }

  test.skipIf(process.platform === "win32")(
    "ends with 3, gives the good ones, and accounts for each of the others",
    async () => {
      const folder = mixed();
      const { code, stdout, stderr } = await build(folder, ["in"]);
      expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
      expect(readdirSync(join(folder, "out")).sort()).toEqual(WRITTEN);

      const { documents, triples } = reportOf(folder);
      expect(documents.skipped).toEqual(skipped);
      expect(documents.ids).toEqual(["folder.txt/nested.txt", "good.txt", "turn/here.txt"]);
      expect(documents.used).toBe(documents.ids.length);
      expect(documents.read).toBe(documents.used + documents.skipped.length);
      expect(triples.merged).toBeGreaterThan(0);
      expect(triples.read).toBe(triples.merged + triples.rejected);
      expect(triples.rejected).toBe(Object.values(triples.reasons).reduce((sum, count) => sum + count, 0));
      for (const { input, reason } of skipped) expect(stderr).toContain(`skipped ${input}: ${reason}\n`);

      const quotes = claimsOf(folder).flatMap(({ evidence }) => evidence);
      expect(quotes.map(({ document }) => document)).toContain("good.txt");
      for (const { document, start, end, quote } of quotes)
        expect(readFileSync(join(folder, "in", document), "utf8").slice(start, end)).toBe(quote);
    },
  );

  test("names on standard error no more than the first twenty, and all in the report", async () => {
    const many = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`in/${i + 10}.jpg`, "x"]));
    const folder = workplace({ ...many, "in/good.txt": RAQQA });
    const { code, stderr } = await build(folder, ["in"]);
    expect(code).toBe(3);
    expect(stderr).toContain("skipped 29.jpg");
    expect(stderr).not.toContain("skipped 30.jpg");
    expect(stderr).toContain("and 5 more, see report.json");
    expect(reportOf(folder).documents.skipped).toHaveLength(25);
  });

  test("is told apart from one with good files alone, which ends with 0", async () => {
    const folder = workplace({ "in/good.txt": RAQQA });
    const { code, stdout, stderr } = await build(folder, ["in"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toContain("1 of 1 articles read");
    expect(stderr).toContain("Written to out.");
  });
});

describe("ids of documents", () => {
  test.for([
    [
      ["x", "y"],
      ["x/1.txt", "y/1.txt"],
    ],
    [
      ["x/1.txt", "y/1.txt"],
      ["x/1.txt", "y/1.txt"],
    ],
    [
      ["x/1.txt", "y/only.txt"],
      ["1.txt", "only.txt"],
    ],
    [["x", "./x/1.txt", "x/../x"], ["1.txt"]],
  ] as const)("%j give %j", async ([inputs, ids]) => {
    const folder = workplace({ "x/1.txt": RAQQA, "y/1.txt": ALEPPO, "y/only.txt": AGAIN });
    if ((inputs as readonly string[]).includes("y")) rmSync(join(folder, "y", "only.txt"));
    expect((await build(folder, inputs)).code).toBe(0);
    expect(reportOf(folder).documents.ids).toEqual(ids);
  });
});

describe("hostile names", () => {
  const names = [
    "__proto__.txt",
    "constructor.txt",
    "toString/hasOwnProperty.txt",
    "</script>.txt",
    '"> <b>.txt',
    "new\nline.txt",
    "\u001b[31mred.txt",
    "right\u202Eleft.txt",
    "{curly}|^`\\ %41.txt",
  ];
  const text = `</script><script>alert(1)</script> met Mr Constructor

__proto__ attacked Raqqa. Mr Constructor attacked Raqqa. Russia visited toString. Russia visited </script>.
President __proto__ met constructor in Raqqa. Russia attacked Raqqa, hasOwnProperty said. Mr Valueof constructor Raqqa.
Russia attacked "quotes" \\ and {"@id": "x"} <http://example.org/a b> "^^xsd:integer . #.
`;

  async function hostileRun(format: string): Promise<{ folder: string; ended: Ended }> {
    const folder = workplace(Object.fromEntries(names.map((name) => [`in/${name}`, text])));
    return { folder, ended: await build(folder, ["in"], "--format", format) };
  }

  test.skipIf(process.platform === "win32")("break neither the run nor what it writes", async () => {
    const { folder, ended } = await hostileRun("ttl,jsonl");
    expect(ended).toMatchObject({ code: 0, stdout: "" });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must not be there
    expect(ended.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);

    expect([...reportOf(folder).documents.ids].sort()).toEqual([...names].sort());
    const claims = claimsOf(folder);
    expect(claims.map(({ subject, predicate }) => `${subject} ${predicate}`)).toContain(
      "https://w3id.org/whosays/entity/Constructor attacks",
    );
    const attack = claims.find(({ subject }) => subject.endsWith("/Constructor"));
    expect(attack?.evidence.map(({ document }) => document).sort()).toEqual([...names].sort());
    expect(linesOf(join(folder, "out", "entities.jsonl")).length).toBeGreaterThan(0);
    const quads = new Parser().parse(readFileSync(join(folder, "out", "graph.ttl"), "utf8"));
    expect(quads.map(({ subject }) => subject.value)).toContain(
      "https://w3id.org/whosays/entity/Constructor",
    );
  });

  test.skipIf(process.platform === "win32")("break no page", async ({ skip }) => {
    skip(!existsSync(PAGE), "dist/page/page.js is missing; npm run build:page makes it");
    const { folder, ended } = await hostileRun("html");
    expect(ended).toMatchObject({ code: 0, stdout: "" });
    expect(ended.stderr).toContain(`Open ${join("out", "graph.html")} in a browser.`);
    expect(readdirSync(join(folder, "out")).sort()).toEqual(["graph.html", "report.json"]);
    const page = readFileSync(join(folder, "out", "graph.html"), "utf8");
    expect(page.match(/<\/script/gi)).toHaveLength(page.match(/<script[\s>]/gi)?.length ?? 0);
    expect(page).not.toContain("<script>alert(1)");
  });

  test.skipIf(process.platform !== "linux")("that are no UTF-8 cost their file alone", async () => {
    const folder = workplace({ "in/good.txt": RAQQA });
    writeFileSync(
      Buffer.concat([Buffer.from(join(folder, "in/caf")), Buffer.from([0xe9]), Buffer.from(".txt")]),
      RAQQA,
    );
    const { code, stderr } = await build(folder, ["in"]);
    expect(code).toBe(3);
    expect(stderr).toContain("skipped caf\uFFFD.txt");
    expect(reportOf(folder).documents.ids).toEqual(["good.txt"]);
  });
});

describe("the same articles give the same bytes", () => {
  const articles = { "in/1.txt": RAQQA, "in/2.txt": ALEPPO, "in/3.txt": AGAIN, "in/4.txt": ALEPPO };
  const named = Object.keys(articles);

  test("run after run, in whatever order, time zone and language", async () => {
    const folder = workplace(articles);
    const runs: [readonly string[], Readonly<Record<string, string>>][] = [
      [["in"], {}],
      [["in"], { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" }],
      [named, {}],
      [[3, 0, 2, 1].map((i) => named[i] ?? ""), { TZ: "America/Adak" }],
    ];
    const results = [];
    for (const [inputs, env] of runs) {
      const args = ["build", ...inputs, "--out", "out", "--format", "ttl,jsonl"];
      const { code } = await whosays(args, { cwd: folder, env });
      results.push({ code, files: filesIn(join(folder, "out")) });
    }
    expect(Object.keys(results[0]?.files ?? {}).sort()).toEqual(WRITTEN);
    expect(claimsOf(folder).length).toBeGreaterThan(2);
    for (const result of results) expect(result).toEqual({ code: 0, files: results[0]?.files });
  });

  // A file below two of the inputs gets its id from the one that is named first.
  test("when one input lies in another", async () => {
    const folder = workplace({ "in/deep/1.txt": RAQQA });
    await build(folder, ["in", "in/deep"]);
    const first = filesIn(join(folder, "out"));
    await build(folder, ["in/deep", "in"]);
    expect(filesIn(join(folder, "out"))).toEqual(first);
  });
});

describe("a failed run leaves the files of the one before as they were", () => {
  async function built(): Promise<{ folder: string; before: Readonly<Record<string, string>> }> {
    const folder = workplace({
      "a.txt": RAQQA,
      "b.txt": ALEPPO,
      "bad/empty.txt": "",
      "broken/relations.ttl": "kg:woos a",
    });
    mkdirSync(join(folder, "void"));
    const { code } = await build(folder, ["a.txt"]);
    if (code !== 0) throw new Error(`The first run ended with ${code}.`);
    return { folder, before: filesIn(join(folder, "out")) };
  }

  test.for([
    ["an input that does not exist", 1, ["b.txt", "nowhere.txt"]],
    ["an empty folder", 1, ["void"]],
    ["nothing that can be read", 1, ["bad"]],
    ["a broken ontology", 2, ["b.txt", "--ontology", "broken"]],
    ["an unknown format", 2, ["b.txt", "--format", "pdf"]],
  ] as const)("for %s", async ([, code, args]) => {
    const { folder, before } = await built();
    expect((await build(folder, args)).code).toBe(code);
    expect(filesIn(join(folder, "out"))).toEqual(before);
    expect(readdirSync(join(folder, "out")).sort()).toEqual(WRITTEN);
  });

  // A full disk takes a mount to make; a limit on the size of files stops the writing half way as well.
  test.skipIf(process.platform === "win32")("for a disk that takes no more", async () => {
    const { folder, before } = await built();
    const program = [process.execPath, ...PROGRAM, "build", "b.txt", "--out", "out", "--format", "ttl,jsonl"];
    const { status, stderr } = spawnSync("sh", ["-c", 'ulimit -f 1; exec "$@"', "sh", ...program], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, TSX_DISABLE_CACHE: "1" },
    });
    expect(stderr).toContain("nothing new was written");
    expect(status).toBe(1);
    expect(filesIn(join(folder, "out"))).toEqual(before);
    expect(readdirSync(join(folder, "out")).sort()).toEqual(WRITTEN);
  });

  // The files are renamed one by one, so those before the one that cannot be are new.
  test("for a file whose name is taken by a folder", async () => {
    const { folder } = await built();
    rmSync(join(folder, "out", "report.json"));
    mkdirSync(join(folder, "out", "report.json"));
    const before = filesIn(join(folder, "out"));
    expect((await build(folder, ["b.txt"])).code).toBe(1);
    expect(filesIn(join(folder, "out"))).toEqual(before);
  });
});

describe("an output folder", () => {
  const LOCK = ".whosays-lock";

  test("is made with the folders above it", async () => {
    const folder = workplace({ "a.txt": RAQQA });
    const { code } = await build(folder, ["a.txt"], "--out", "far/away/out");
    expect(code).toBe(0);
    expect(readdirSync(join(folder, "far", "away", "out")).sort()).toEqual(WRITTEN);
  });

  test("keeps the files of others", async () => {
    const folder = workplace({ "a.txt": RAQQA, "out/notes.md": "mine" });
    expect((await build(folder, ["a.txt"])).code).toBe(0);
    expect(readdirSync(join(folder, "out")).sort()).toEqual([...WRITTEN, "notes.md"].sort());
    expect(readFileSync(join(folder, "out", "notes.md"), "utf8")).toBe("mine");
  });

  test("that a living process has locked is left alone, with 75", async () => {
    const folder = workplace({
      "a.txt": RAQQA,
      [`out/${LOCK}/pid`]: String(process.pid),
      "out/graph.ttl": "old",
    });
    const before = filesIn(join(folder, "out"));
    const { code, stdout, stderr } = await build(folder, ["a.txt"]);
    expect(stderr).toMatch(
      /^whosays: out: another run is writing here; wait for it, or choose another folder/,
    );
    expect({ code, stdout }).toEqual({ code: 75, stdout: "" });
    expect(filesIn(join(folder, "out"))).toEqual(before);
  });

  test("that a dead process has locked is taken over, and what it left is cleared away", async () => {
    const { pid } = spawnSync(process.execPath, ["--eval", ""]);
    const folder = workplace({
      "a.txt": RAQQA,
      [`out/${LOCK}/pid`]: String(pid),
      [`out/.whosays-tmp-${pid}/graph.ttl`]: "half",
    });
    expect((await build(folder, ["a.txt"])).code).toBe(0);
    expect(readdirSync(join(folder, "out")).sort()).toEqual(WRITTEN);
  });

  // The whole run is one synchronous piece, so the signal is heard by nobody until it is over.
  test("is given back, with 130 and nothing written, when the run is interrupted", async () => {
    const sentence = "Russia attacked Aleppo, and Turkey accused the United States of bombing Raqqa.\n";
    const many = Array.from({ length: 200 }, (_, i) => [`in/${i}.txt`, sentence.repeat(10)] as const);
    const folder = workplace(Object.fromEntries(many));
    const lock = join(folder, "out", LOCK, "pid");
    const { code } = await whosays(["build", "in", "--out", "out", "--format", "jsonl"], {
      cwd: folder,
      meanwhile: async (kill) => {
        await vi.waitUntil(() => existsSync(lock), { timeout: 30_000, interval: 5 });
        // The run needs a moment between taking the folder and listening.
        await new Promise((resolve) => setTimeout(resolve, 100));
        kill("SIGINT");
      },
    });
    expect(code).toBe(130);
    expect(readdirSync(join(folder, "out"))).toEqual([]);
  });
});

import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, type TestContext, test, vi } from "vitest";

/** Packing compiles everything, and installing asks the registry, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const ROOT = join(import.meta.dirname, "..", "..");
const TSC = join(ROOT, "node_modules", "typescript", "bin", "tsc");
const FILES = ["claims.jsonl", "entities.jsonl", "graph.html", "graph.ttl", "report.json"];
const ARTICLE = `Oct 21, 2017

BEIRUT — Russia accused the United States of bombing Raqqa. The Syrian army captured Raqqa on Friday.
`;

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const manifest: Manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

const work = mkdtempSync(join(tmpdir(), "whosays-package-"));
/** A copy of the checkout, so that building it takes no file away from tests that run at the same time. */
const checkout = join(work, "checkout");
/** A project of somebody else's that has installed the package. */
const project = join(work, "project");
const installed = join(project, "node_modules", "whosays");

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Ended {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
    // Windows starts npm and npx through a shell only.
    shell: process.platform === "win32" && command !== process.execPath,
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

function node(args: readonly string[], env: NodeJS.ProcessEnv = {}): Ended {
  return run(process.execPath, args, project, env);
}

function put(name: string, text: string): void {
  writeFileSync(join(project, name), text);
}

/** The paths in the tarball, with `/` between folders. */
let packed: readonly string[] = [];
let install: Ended;

beforeAll(() => {
  copyCheckout();
  const pack = run("npm", ["pack", "--loglevel", "error"], checkout);
  expect(pack).toMatchObject({ code: 0 });
  const tarball = readdirSync(checkout).find((name) => name.endsWith(".tgz")) as string;
  packed = pathsIn(join(checkout, tarball));
  mkdirSync(project);
  put("package.json", '{ "private": true, "type": "module" }');
  put("article.txt", ARTICLE);
  install = run(
    "npm",
    ["install", "--prefer-offline", "--no-audit", "--no-fund", join(checkout, tarball)],
    project,
  );
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

function copyCheckout(): void {
  const left = new Set(["node_modules", "dist", ".git", "coverage"]);
  for (const name of readdirSync(ROOT).filter((name) => !left.has(name) && !name.endsWith(".tgz")))
    cpSync(join(ROOT, name), join(checkout, name), { recursive: true });
  // Left over from an earlier build: packing must not take it along.
  mkdirSync(join(checkout, "dist"));
  writeFileSync(join(checkout, "dist", "left-over.js"), "");
  symlinkSync(join(ROOT, "node_modules"), join(checkout, "node_modules"), "junction");
}

function pathsIn(tarball: string): readonly string[] {
  const { stdout } = run("tar", ["-tzf", tarball], work);
  return stdout.split(/\r?\n/).flatMap((line) => line.replace(/^package\//, "") || []);
}

/** Without the registry nothing can be installed, and there is nothing to test. */
function needsInstall({ skip }: TestContext): void {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT/.test(install.stderr))
    skip("the package registry is out of reach");
  expect(install).toMatchObject({ code: 0 });
}

describe("the tarball", () => {
  test("holds the program, the page, the ontology and the licence", () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        "package.json",
        "README.md",
        "LICENSE",
        "dist/cli.js",
        "dist/index.js",
        "dist/index.d.ts",
        "dist/english.js",
        "dist/annotate/weights/default.weights",
        "dist/annotate/weights/fast.weights",
        "dist/annotate/weights/ATTRIBUTION.md",
        "dist/page/page.js",
        "dist/page/page.css",
        "dist/query/engine-thread.js",
        "ontology/queries/who-backs.rq",
        "ontology/relations.ttl",
      ]),
    );
  });

  test("holds no source, no test, no article, no run and nothing of an earlier build", () => {
    const fit =
      /^(?:dist\/.*\.(?:js|css|d\.ts)|dist\/annotate\/weights\/(?:\w+\.weights|ATTRIBUTION\.md)|ontology\/.*\.(?:ttl|md|html|jsonld|rq)|package\.json|README\.md|LICENSE)$/;
    expect(packed.filter((path) => !fit.test(path))).toEqual([]);
    expect(packed).not.toContain("dist/left-over.js");
    expect(packed.filter((path) => /train|tests?\//.test(path))).toEqual([]);
  });

  test("imports its dependencies and what Node has, nothing that only its makers have", () => {
    const allowed = (name: string) => isBuiltin(name) || name in manifest.dependencies;
    const imports = packed
      // The page's program is a bundle, and imports nothing.
      .filter((path) => /^dist\/(?!page\/).*\.js$/.test(path))
      .flatMap((path) => packagesIn(readFileSync(join(checkout, path), "utf8")));
    expect(imports).toContain("n3");
    expect(imports.filter((name) => !allowed(name))).toEqual([]);
  });
});

/** The names of the packages that a module imports. */
function packagesIn(text: string): readonly string[] {
  const specifiers = [
    ...text.matchAll(/^(?:import|export)\s(?:[^;=("]*\sfrom\s)?"([^"]+)";$|\bimport\("([^"]+)"\)/gm),
  ];
  return specifiers
    .map((match) => (match[1] ?? match[2]) as string)
    .filter((name) => !name.startsWith("."))
    .map((name) => (/^(?:@[^/]+\/)?[^/]+/.exec(name) as RegExpExecArray)[0]);
}

describe("installed from the tarball", () => {
  test("the command builds a graph", (context) => {
    needsInstall(context);
    const built = run("npx", ["whosays", "build", "article.txt", "--out", "out"], project);
    expect(built).toMatchObject({ code: 0 });
    expect(readdirSync(join(project, "out")).sort()).toEqual(FILES);
    expect(readFileSync(join(project, "out", "graph.ttl"), "utf8")).toMatch(/^ent:SyrianArmy kg:captures/m);
  });

  test("the command answers a query", (context) => {
    needsInstall(context);
    const query = "SELECT ?who { ?who kg:captures ent:Raqqa }";
    const asked = node([join(installed, "dist", "cli.js"), "query", "out", query, "--format", "csv"]);
    expect(asked).toEqual({
      code: 0,
      stdout: "who\r\nhttps://w3id.org/whosays/entity/SyrianArmy\r\n",
      stderr: "",
    });
  });

  test("the command tells the version of the package", (context) => {
    needsInstall(context);
    expect(node([join(installed, "dist", "cli.js"), "--version"]).stdout.trim()).toBe(manifest.version);
  });

  test("the library gives the files that the command writes", (context) => {
    needsInstall(context);
    put(
      "library.js",
      `import { readFileSync } from "node:fs";
import { build, isAsserted, toClaimLines, toEntityLines, toHtml, toReport, toTurtle } from "whosays";
const built = build([{ id: "article.txt", text: readFileSync("article.txt", "utf8") }]);
const texts = {
  "claims.jsonl": toClaimLines(built),
  "entities.jsonl": toEntityLines(built),
  "graph.html": toHtml(built),
  "graph.ttl": toTurtle(built),
  "report.json": toReport(built),
};
const asserted = built.graph.claims.filter(({ stance }) => isAsserted(stance)).length;
console.log(JSON.stringify({ asserted, texts }));
`,
    );
    const written = run("npx", ["whosays", "build", "article.txt", "--out", "same"], project);
    expect(written).toMatchObject({ code: 0 });
    const { code, stdout, stderr } = node(["library.js"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { asserted, texts } = JSON.parse(stdout);
    expect(asserted).toBeGreaterThan(0);
    for (const name of FILES)
      expect(texts[name] === readFileSync(join(project, "same", name), "utf8"), name).toBe(true);
  });

  test("the reading of English is to be had alone, with either weights", (context) => {
    needsInstall(context);
    put(
      "english.js",
      `import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openParser, readEnglish } from "whosays/english";
for (const model of ["default", "fast"]) {
  const file = fileURLToPath(import.meta.resolve(\`whosays/weights/\${model}.weights\`));
  const [sentence] = readEnglish("Iran didn't back Syria.", openParser(readFileSync(file)));
  console.log(model, sentence.tokens.map(({ form, head, deprel }) => [form, head, deprel].join("/")).join(" "));
}
`,
    );
    const { code, stdout, stderr } = node(["english.js"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const tree = "Iran/4/nsubj did/4/aux n't/4/advmod back/0/root Syria/4/obj ./4/punct";
    expect(stdout).toBe(`default ${tree}\nfast ${tree}\n`);
  });

  test.for([
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ] as const)("the types hold with module %s and resolution %s", ([module, resolution], context) => {
    needsInstall(context);
    put(
      "types.ts",
      `import { build, type Claim, isAsserted, type Ontology, ownOntology, toTurtle } from "whosays";
import { openParser, type Parser, readEnglish } from "whosays/english";
const ontology: Ontology = ownOntology();
const { graph, account, ontology: same } = build([{ id: "a.txt", text: "" }, { id: "b.txt", bytes: new Uint8Array() }], { ontology });
export const facts: readonly Claim[] = graph.claims.filter(({ stance }) => isAsserted(stance));
export const turtle: string = toTurtle({ graph, account, ontology: same }, { base: "https://example.org/" });
export const read: number = account.documents.read;
// @ts-expect-error an article needs a text or bytes
build([{ id: "c.txt" }]);
const parser: Parser = openParser(new Uint8Array());
export const heads: readonly number[] = readEnglish("", parser).flatMap(({ tokens }) => tokens.map(({ head }) => head));
// @ts-expect-error a claim cannot be changed
graph.claims[0]!.confidence = 1;
`,
    );
    const options = `--noEmit --strict --exactOptionalPropertyTypes --skipLibCheck false --target es2023 --lib es2023 --types`;
    const how = ["", "--module", module, "--moduleResolution", resolution, "types.ts"];
    expect(node([TSC, ...options.split(" "), ...how])).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

describe("what is loaded", () => {
  /** The packages of which a run of the command has loaded any file, as Node's own coverage lists them. */
  function loadedBy(...args: readonly string[]): ReadonlySet<string> {
    const coverage = mkdtempSync(join(work, "coverage-"));
    const { code } = node([join(installed, "dist", "cli.js"), ...args], { NODE_V8_COVERAGE: coverage });
    expect(code).toBe(0);
    const urls = readdirSync(coverage).flatMap((file) => {
      const { result } = JSON.parse(readFileSync(join(coverage, file), "utf8"));
      return (result as readonly { readonly url: string }[]).map(({ url }) => url);
    });
    const names = urls.map((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1]);
    return new Set(names.filter((name) => name !== undefined));
  }

  test("for help and version, of any command: the command line alone", (context) => {
    needsInstall(context);
    const { stdout } = node([join(installed, "dist", "cli.js"), "--help"]);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) .*</gm)].map((match) => match[1] as string);
    expect(commands).toContain("build");
    const asked = [["--version"], ["--help"], ...commands.map((command) => ["help", command])];
    for (const args of asked)
      expect([...loadedBy(...args)].sort(), args.join(" ")).toEqual(["commander", "whosays"]);
  });

  test("for a build: all the rest", (context) => {
    needsInstall(context);
    const loaded = loadedBy("build", "article.txt", "--out", "heavy");
    for (const name of ["n3", "graphology"]) expect(loaded).toContain(name);
  });
});

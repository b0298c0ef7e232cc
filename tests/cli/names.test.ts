import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type Ended, whosaysOf } from "../support/run-whosays.ts";

vi.setConfig({ testTimeout: 60_000 });

const ARTICLE = "Zorblat Front attacked Raqqa. Syria backed ZF. I will march of.\n";
const CSV = `name,id,type,aliases,sameAs
Zorblat Front,Zorblats,armed group,ZF;Z.F.,Q1
Sham,Syria,,,
March,,Person,,
Will,,Person,,
Of,,Settlement,,
constructor,,Organization,,
__proto__,,Organization,,
`;
const TURTLE = `@prefix kg: <https://w3id.org/whosays/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ex: <https://example.org/> .
ex:Zorblats a kg:ArmedGroup ; skos:prefLabel "Zorblat Front"@en ; skos:altLabel "ZF" .
`;

type Texts = Readonly<Record<string, string | Uint8Array>>;

/** A folder with the article and some files; it is gone after the test. */
function workplace(texts: Texts): string {
  const folder = mkdtempSync(join(tmpdir(), "whosays-names-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries({ "a.txt": ARTICLE, ...texts }))
    writeFileSync(join(folder, name), text);
  return folder;
}

/** The program, with the article as a line of its standard input. */
function whosays(cwd: string, ...args: readonly string[]): Promise<Ended> {
  return whosaysOf(JSON.stringify({ id: "a", text: ARTICLE }), cwd, ...args);
}

/** The Turtle of the article, built with some files of names. */
async function graphWith(folder: string, ...names: readonly string[]): Promise<string> {
  const given = names.flatMap((name) => ["--names", name]);
  const { code, stderr } = await whosays(
    folder,
    "build",
    "a.txt",
    "--out",
    "out",
    "--format",
    "ttl",
    ...given,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("Written to out.") });
  return readFileSync(join(folder, "out", "graph.ttl"), "utf8");
}

describe("build --names", () => {
  test("gives entities the user's label, id, class and links", async () => {
    const turtle = await graphWith(workplace({ "mine.csv": CSV }), "mine.csv");
    expect(turtle).toContain(`ent:Zorblats a kg:ArmedGroup;
    rdfs:label "Zorblat Front";
    owl:sameAs <http://www.wikidata.org/entity/Q1>;
    skos:altLabel "Z.F.", "ZF".`);
    expect(turtle).toMatch(/^ent:Syria a kg:State;\n {4}rdfs:label "Sham";\n {4}owl:sameAs <[^>]+Q858>;/m);
    expect(turtle).toContain("ent:Syria kg:backs ent:Zorblats.");
    expect(turtle).toContain("ent:Zorblats kg:attacks ent:Raqqa.");
    expect(turtle).not.toMatch(/ent:(?:March|Will|Of|Constructor|Proto)\b/);
  });

  test("and without it nothing is known of them", async () => {
    const turtle = await graphWith(workplace({}));
    expect(turtle).not.toMatch(/Zorblats|Q1>|"Sham"/);
    expect(turtle).toContain('rdfs:label "Syria"');
  });

  test("takes several files, in any order", async () => {
    const folder = workplace({
      "mine.ttl": TURTLE,
      "more.csv": "name,id,sameAs\nZorblat Front,Zorblats,https://zorblat.example/\n",
    });
    const turtle = await graphWith(folder, "mine.ttl", "more.csv");
    expect(turtle).toContain("owl:sameAs <https://example.org/Zorblats>, <https://zorblat.example/>");
    expect(await graphWith(folder, "more.csv", "mine.ttl", "./more.csv")).toBe(turtle);
  });
});

describe("the other commands know the names too:", () => {
  const classes = ["ZF ArmedGroup", "Zorblat Front ArmedGroup"];

  test.for([["annotate", "a.txt", "--json"], ["extract"]])("%j", async (args) => {
    const folder = workplace({ "mine.csv": CSV });
    const { stdout } = await whosays(folder, ...args, "--names", "mine.csv");
    const mentions: readonly { text: string; type?: string }[] = JSON.parse(stdout).mentions;
    expect(mentions.map(({ text, type }) => `${text} ${type}`)).toEqual(expect.arrayContaining(classes));
    const plain = await whosays(folder, ...args);
    for (const known of classes) expect(plain.stdout).not.toContain(known.split(" ").at(-1));
  });

  test("trace", async () => {
    const { stdout } = await whosays(
      workplace({ "mine.csv": CSV }),
      "trace",
      "Syria backed ZF.",
      "--names",
      "mine.csv",
    );
    expect(stdout).toContain('ZF: name, ArmedGroup, Zorblats (known name "ZF")');
  });
});

describe("names that cannot be used end the run with 2, and nothing is written", () => {
  const refused: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    [
      "header.csv",
      "nom,genre\nA,B\n",
      /^whosays: header\.csv: line 1: .*"nom", "genre"; the columns are name/,
    ],
    ["empty.csv", "", /^whosays: empty\.csv: line 1: has no header; write one of these columns/],
    [
      "utf16.csv",
      Buffer.from("\ufeffname\nA", "utf16le"),
      /^whosays: utf16\.csv: is UTF-16; save it as UTF-8$/m,
    ],
    ["photo.ttl", Buffer.from([0x89, 0x50, 0, 0, 1]), /^whosays: photo\.ttl: is binary, not text; save/],
    [
      "latin.csv",
      Buffer.from("name\nCaf\xe9 Co", "latin1"),
      /^whosays: latin\.csv: line 2: is not UTF-8; save/,
    ],
    ["names.txt", "name\nAcme", /^whosays: names\.txt: is neither \.ttl nor \.csv; give it/],
    ["broken.ttl", "ex:a ex:b", /^whosays: broken\.ttl: line 1: is not Turtle: .*; declare it/],
    [
      "ids.csv",
      "name,id\nAcme,A1\nAjax,A1\n",
      /^whosays: ids\.csv: line 2: gives A1 the label .* line 3 .*; keep one/,
    ],
    [
      "alias.csv",
      "name,aliases\nAcme,AC\nAjax,AC\n",
      /^whosays: alias\.csv: line 2: the name "AC" is ambiguous: it means Acme/,
    ],
    [
      "circle.csv",
      "name,partOf\nAcme,Ajax\nAjax,Acme\n",
      /circle of partOf: Acme → Ajax → Acme; leave out one/,
    ],
    [
      "class.csv",
      "name,type\nAcme,Robot\n",
      /line 2: has the class "Robot", which is none; write one of Agent, /,
    ],
    ["escape.csv", "name\nAc\u001b[31mme\n", /line 2: has the name "Ac\\u\{1b\}\[31mme".*control character/],
    ["long.csv", `name\n${"Acme ".repeat(100)}\n`, /line 2: .*longer than 200 characters; write/],
  ];

  test.for(refused)("%s", async ([name, text, says]) => {
    const folder = workplace({ [name]: text });
    const { code, stdout, stderr } = await whosays(folder, "build", "a.txt", "--out", "out", "--names", name);
    expect(stderr).toMatch(says);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test("a missing file, a folder, 100 MB and a bad header are all told of at once", async () => {
    const folder = workplace({ "huge.csv": "name\n", "header.csv": "nom\n" });
    mkdirSync(join(folder, "folder.ttl"));
    truncateSync(join(folder, "huge.csv"), 100_000_000);
    const names = ["missing.ttl", "huge.csv", "folder.ttl", "header.csv"].flatMap((name) => [
      "--names",
      name,
    ]);
    const { code, stderr } = await whosays(folder, "build", "a.txt", "--out", "out", ...names);
    expect(code).toBe(2);
    expect(stderr.split("\n")).toEqual([
      "whosays: folder.ttl: is a folder; name a .ttl or .csv file in it",
      expect.stringMatching(/^header\.csv: line 1: has the unknown column "nom"/),
      "huge.csv: is larger than 50 MiB; leave out what your articles do not speak of",
      "missing.ttl: does not exist (ENOENT); check --names",
      "",
    ]);
  });
});

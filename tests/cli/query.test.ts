import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { Parser } from "n3";
import { Store } from "oxigraph";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { whosays } from "../support/run-whosays.ts";

/** A run takes a second by itself, and far longer where other work keeps the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

const ROOT = join(import.meta.dirname, "..", "..");
const QUERIES = join(ROOT, "ontology", "queries");
const ENT = "https://w3id.org/whosays/entity/";
const KG = "https://w3id.org/whosays/ontology#";

/** A folder with the sample's graph in `out`, a broken one in `broken`, and queries in files. */
let place = "";
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "whosays-query-"));
  for (const folder of ["out", "broken", "empty"]) mkdirSync(join(place, folder));
  copyFileSync(join(ROOT, "output", "graph.ttl"), join(place, "out", "graph.ttl"));
  writeFileSync(join(place, "broken", "graph.ttl"), "ent:Iran kg:backs");
  writeFileSync(join(place, "mine.rq"), "\ufeff# mine\r\nASK {\r\n  ent:Iran kg:backs ent:Syria\r\n}\r\n");
  writeFileSync(join(place, "wrong.rq"), "# mine\nASK {\n  ent:Iran kg:backs }\n");
  writeFileSync(join(place, "latin.rq"), Buffer.from([0x41, 0xe9, 0x42]));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const query = (...args: readonly string[]) => whosays(place, "query", "out", ...args);

describe("the facts and claims of the sample", () => {
  test("Iran backs Syria", async () => {
    expect(await query("SELECT ?who { ?who kg:backs ent:Syria }")).toEqual({
      code: 0,
      stdout: "who\n────────\nent:Iran\n",
      stderr: "1 row\n",
    });
  });

  test("nobody helps, supports or aids Islamic State as a fact", async () => {
    expect(await query("SELECT ?x { ?x kg:helps|kg:supports|kg:aids ent:IslamicState }")).toEqual({
      code: 0,
      stdout: "x\n─\n",
      stderr: "no rows\n",
    });
  });

  test("that somebody does is there as a claim, with the one who says so", async () => {
    const text = `SELECT ?speaker ?who ?asserted {
      VALUES ?does { kg:helps kg:supports kg:aids }
      ?claim rdf:predicate ?does ; rdf:object ent:IslamicState ; rdf:subject ?who ;
        kg:polarity kg:Positive ; kg:speaker ?speaker ; kg:asserted ?asserted }`;
    const { stdout } = await query(text, "--format", "csv");
    const rows: string[][] = parseCsv(stdout, { from: 2 });
    expect(rows).toContainEqual([`${ENT}RussianArmedForces`, `${ENT}UnitedStates`, "false"]);
    expect(rows.map(([, , asserted]) => asserted)).not.toContain("true");
  });
});

describe("query", () => {
  test("answers ASK with yes or no", async () => {
    const asked = ["ASK { ent:Iran kg:backs ent:Syria }", "ASK { ent:Syria kg:backs ent:Iran }"];
    const ended = await Promise.all(asked.map((text) => query(text)));
    expect(ended.map(({ code, stdout, stderr }) => [code, stdout, stderr])).toEqual([
      [0, "yes\n", ""],
      [0, "no\n", ""],
    ]);
  });

  test("answers CONSTRUCT with Turtle that can be read back", async () => {
    const { code, stdout, stderr } = await query("CONSTRUCT WHERE { ent:Iran kg:backs ?whom }");
    expect([code, stderr]).toEqual([0, ""]);
    const triples = new Parser()
      .parse(stdout)
      .map(({ subject, predicate }) => subject.value + predicate.value);
    expect(triples.length).toBeGreaterThan(1);
    expect(new Set(triples)).toEqual(new Set([`${ENT}Iran${KG}backs`]));
  });

  test("takes the query from a file", async () => {
    expect(await query("--file", "mine.rq")).toEqual({ code: 0, stdout: "yes\n", stderr: "" });
  });

  test("fits a table to --width", async () => {
    const { stdout } = await query("--name", "why", "--with", "who=Iran", "--width", "90");
    const lines = stdout.split("\n");
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(90);
    expect(lines.length).toBeGreaterThan(20);
  });

  test("lists every named query with its values", async () => {
    const { code, stdout } = await whosays(place, "query", "anywhere", "--list");
    const names = readdirSync(QUERIES).map((file) => file.replace(/\.rq$/, ""));
    expect(code).toBe(0);
    expect([...stdout.matchAll(/^([\w-]+): \S/gm)].map(([, name]) => name)).toEqual(names.sort());
    expect(stdout).toMatch(/^who-backs: Who backs whom\n {4}\S.*\n {4}--with who=… {2}who backs\n/m);
    expect(stdout).toMatch(/^ {4}--with text=… {2}a part of a name \(needed\)$/m);
  });

  test("asks a named query with values by name and by id", async () => {
    const run = async (...values: readonly string[]) => {
      const given = values.flatMap((value) => ["--with", value]);
      const { code, stdout } = await query("--name", "who-backs", "--format", "csv", ...given);
      expect(code).toBe(0);
      return (parseCsv(stdout, { from: 2 }) as string[][]).map((row) => row.slice(0, 3));
    };
    const syria = [["Iran", "backs", "Syria"]];
    expect(await Promise.all([run("whom=syria"), run("whom=ent:Syria", "who=IRAN")])).toEqual([syria, syria]);
    expect((await run()).length).toBeGreaterThan(syria.length);
  });

  test("shows a named query as any tool reads it", async () => {
    const { code, stdout } = await query("--name", "family", "--show");
    expect(code).toBe(0);
    expect(stdout).toContain(readFileSync(join(QUERIES, "family.rq"), "utf8"));
    expect(stdout).toMatch(/^PREFIX kg: <https:\/\/w3id\.org\/whosays\/ontology#>\nPREFIX ent: /);
    const store = new Store();
    store.load(readFileSync(join(place, "out", "graph.ttl"), "utf8"), { format: "text/turtle" });
    expect((store.query(stdout) as unknown[]).length).toBeGreaterThan(10);
  });

  test("shows no controls of strangers to a terminal", async () => {
    const { stdout } = await query('SELECT ("\u001b[31mred" AS ?a) {}');
    expect(stdout).toContain("\\u{1b}[31mred");
    expect(stdout).not.toContain("\u001b");
  });
});

describe("--format", () => {
  const SELECT = 'SELECT ?a ?b { VALUES (?a ?b) { (ent:Iran "a, b") } }';
  const XML = '<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>';
  test.for([
    ["table", SELECT, "a         b\n────────  ────\nent:Iran  a, b\n"],
    ["csv", SELECT, `a,b\r\n${ENT}Iran,"a, b"\r\n`],
    ["tsv", SELECT, `?a\t?b\n<${ENT}Iran>\t"a, b"\n`],
    [
      "json",
      SELECT,
      `{"head":{"vars":["a","b"]},"results":{"bindings":[\n{"a":{"type":"uri","value":"${ENT}Iran"},"b":{"type":"literal","value":"a, b"}}\n]}}\n`,
    ],
    [
      "xml",
      SELECT,
      `<?xml version="1.0"?>\n${XML}<variable name="a"/><variable name="b"/></head><results>\n<result><binding name="a"><uri>${ENT}Iran</uri></binding><binding name="b"><literal>a, b</literal></binding></result>\n</results></sparql>\n`,
    ],
    ["json", "ASK {}", '{"head":{},"boolean":true}\n'],
    ["xml", "ASK {}", `<?xml version="1.0"?>\n${XML}</head><boolean>true</boolean></sparql>\n`],
    [
      "nt",
      "CONSTRUCT { ent:Iran kg:n 5 } {}",
      `<${ENT}Iran> <${KG}n> "5"^^<http://www.w3.org/2001/XMLSchema#integer> .\n`,
    ],
    [
      "ttl",
      "CONSTRUCT { ent:Iran kg:backs ent:Syria } {}",
      `@prefix kg: <${KG}>.\n@prefix ent: <${ENT}>.\n\nent:Iran kg:backs ent:Syria.\n`,
    ],
  ] as const)("%s writes the answer to %s", async ([format, text, body]) => {
    const { code, stdout } = await query(text, "--format", format);
    expect([code, stdout]).toEqual([0, body]);
  });

  test.for([
    ["csv", "ASK {}", "--format csv: the answer is yes or no; choose table, json or xml"],
    ["nt", SELECT, "--format nt: the answer has rows; choose table, json, csv, tsv or xml"],
    [
      "table",
      "CONSTRUCT WHERE { ?a ?b ?c }",
      "--format table: the answer is made of triples; choose ttl or nt",
    ],
  ] as const)("%s is refused for %s, with 2", async ([format, text, words]) => {
    expect(await query(text, "--format", format)).toEqual({
      code: 2,
      stdout: "",
      stderr: `whosays: ${words}\n`,
    });
  });
});

describe("wrong usage ends with 2 and says what to do:", () => {
  const ONE = "give one query: as text, with --file, or with --name (--list shows the names)";
  test.for([
    { args: [], words: ONE },
    { args: ["ASK {}", "--name", "leak"], words: ONE },
    { args: ["ASK {}", "--file", "mine.rq"], words: ONE },
    { args: ["ASK {}", "--with", "who=Iran"], words: "--with and --show go with --name" },
    { args: ["--name", "nobody"], words: '--name: no query is called "nobody"; choose from accused-of, ' },
    { args: ["--name", "find"], words: 'find needs --with text="…": a part of a name' },
    {
      args: ["--name", "who-backs", "--with", "what=Iran"],
      words: '--with "what=Iran" does not fit who-backs; write name=value with one of who, whom',
    },
    { args: ["--name", "who-backs", "--with", "who="], words: '--with "who=" does not fit who-backs' },
    { args: ["--name", "leak", "--with", "who=Iran"], words: "does not fit leak; it takes no values" },
    {
      args: ["--name", "who-backs", "--show", "--with", "who=Iran"],
      words: "--show prints a query without values; leave --with out",
    },
    {
      args: ["--name", "who-backs", "--with", "who=Atlantis"],
      words:
        '--with who: nothing here is called "Atlantis"; look for its name with whosays query DIR --name find',
    },
    { args: ["--name", "facts", "--with", "least=much"], words: '--with least: "much" is no number' },
    { args: ["ASK {}", "--timeout", "0"], words: "give a number of seconds above 0" },
    { args: ["ASK {}", "--width", "3"], words: "give a whole number from 20 to 10000" },
    {
      args: ["ASK {}", "--format", "gexf"],
      words: "Allowed choices are table, json, csv, tsv, xml, ttl, nt",
    },
    {
      args: ["SELECT * { SERVICE <http://example.org/> { ?a ?b ?c } }"],
      words: "the query: SERVICE is refused: a query reads this graph and asks no other",
    },
    { args: ["DROP ALL"], words: "the query: DROP is refused: a graph is read here" },
  ])("$args", async ({ args, words }) => {
    const { code, stdout, stderr } = await query(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain("    at ");
  });
});

describe("a wrong query ends with 2 and a picture of its place", () => {
  test("on the command line", async () => {
    expect(await query("SELECT ?who { ?who kg:backs }")).toEqual({
      code: 2,
      stdout: "",
      stderr: `whosays: the query: line 1, column 29: "}" does not fit here
  1 | SELECT ?who { ?who kg:backs }
    |                             ^
`,
    });
  });

  test("in a file, by its line there", async () => {
    const { code, stderr } = await query("--file", "wrong.rq");
    expect(code).toBe(2);
    expect(stderr).toBe(`whosays: wrong.rq: line 3, column 21: "}" does not fit here
  3 |   ent:Iran kg:backs }
    |                     ^
`);
  });
});

describe("what cannot be read", () => {
  const NO_FOLDER = "does not exist (ENOENT); name a folder that whosays build has written";
  test.for([
    { folder: "nowhere", args: ["ASK {}"], ends: 1, words: NO_FOLDER },
    { folder: "empty", args: ["ASK {}"], ends: 1, words: NO_FOLDER },
    { folder: "broken", args: ["ASK {}"], ends: 1, words: "broken/graph.ttl: Parser error at line 1" },
    {
      folder: "out",
      args: ["--file", "none.rq"],
      ends: 2,
      words: "none.rq: does not exist (ENOENT); check --file",
    },
    {
      folder: "out",
      args: ["--file", "latin.rq"],
      ends: 2,
      words: "latin.rq: is not UTF-8; save it as UTF-8",
    },
  ])("$folder $args ends with $ends", async ({ folder, args, ends, words }) => {
    const { code, stdout, stderr } = await whosays(place, "query", folder, ...args);
    expect([code, stdout]).toEqual([ends, ""]);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain("    at ");
  });
});

test("a query that runs long is stopped by --timeout, with 1", async () => {
  const endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
  expect(await query(endless, "--timeout", "0.5")).toEqual({
    code: 1,
    stdout: "",
    stderr:
      "whosays: the query was stopped after 0.5 s; narrow it, add LIMIT, or give it longer with --timeout\n",
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildCommand, FORMATS } from "../../src/cli/build.ts";
import { exporters } from "../../src/export/index.ts";
import * as whosays from "../../src/index.ts";

const { build, loadOntology, ownOntology, toClaimLines, toHtml, toTurtle } = whosays;

const TEXT =
  "Oct 21, 2017\n\nThe Syrian army captured Raqqa on Friday. Jordan denied that Egypt armed Hamas.\n";
const ONTOLOGY = join(import.meta.dirname, "..", "..", "ontology");

describe("build", () => {
  test("reads a text as it reads the bytes of its file", () => {
    const bytes = new TextEncoder().encode(TEXT);
    expect(build([{ id: "a.txt", text: TEXT }])).toEqual(build([{ id: "a.txt", bytes }]));
  });

  test("keeps a text to the character, so that spans point into it", () => {
    const text = `\uFEFF${TEXT.replaceAll("\n", "\r\n")}`;
    const { graph } = build([{ id: "a.txt", text }]);
    expect(graph.documents[0]?.text).toBe(text);
    for (const { start, end, quote } of graph.claims.flatMap(({ evidence }) => evidence))
      expect(text.slice(start, end)).toBe(quote);
  });

  test("takes whatever can be walked through, in any order", () => {
    const articles = ["a.txt", "b.txt"].map((id) => ({ id, text: `${TEXT}This is ${id}.` }));
    expect(build(new Set(articles.toReversed()))).toEqual(build(articles));
    expect(build([]).graph).toEqual({
      ...{ entities: [], claims: [], documents: [] },
      ...{ disagreements: [], wires: [] },
    });
  });

  test("names what it could not read, and reads the rest", () => {
    const { account } = build([
      { id: "a.txt", text: TEXT },
      { id: "b.txt", text: "" },
      { id: "c", bytes: new Uint8Array([80, 0, 75]) },
    ]);
    expect(account.documents).toEqual({
      read: 3,
      used: ["a.txt"],
      skipped: [
        { input: "b.txt", reason: "is empty" },
        { input: "c", reason: "is binary, not text" },
      ],
    });
  });

  test("lets what is known of an article win over what its text says", () => {
    const article = {
      id: "any id",
      text: `outlet: The Post\n\n${TEXT}`,
      published: "2017-10-21",
      outlet: "The Herald",
    };
    const [document] = build([article]).graph.documents;
    expect(document).toMatchObject({ id: "any id", outlet: "The Herald", published: "2017-10-21" });
  });

  test("refuses a day or an address that is none", () => {
    const article = { id: "a", text: TEXT };
    expect(() => build([{ ...article, published: "2017-02-30" }])).toThrow('"2017-02-30" is no day');
    expect(() => build([{ ...article, url: "javascript:alert(1)" }])).toThrow("no http or https address");
  });

  test("refuses two articles with one id", () => {
    const article = { id: "a.txt", text: TEXT };
    expect(() => build([article, { ...article }])).toThrow(
      new TypeError('two articles have the id "a.txt"; give each its own'),
    );
  });

  test("reads with the relations and names that it is given", () => {
    const file = (name: string) => ({ name, text: readFileSync(join(ONTOLOGY, name), "utf8") });
    const nameless = loadOntology(["attitudes.ttl", "classes.ttl", "plover.ttl", "relations.ttl"].map(file));
    const ids = (built: whosays.Built) => built.graph.entities.map(({ id }) => id);
    const article = { id: "a.txt", text: TEXT };
    expect(ids(build([article]))).toContain("SyrianArmy");
    expect(ids(build([article], { ontology: nameless }))).not.toContain("SyrianArmy");
  });
});

test("the ontology that ships is read once", () => {
  expect(ownOntology()).toBe(ownOntology());
});

describe("writing", () => {
  const built = build([{ id: "a.txt", text: TEXT }]);

  test("puts ids behind the base", () => {
    expect(toTurtle(built)).toContain("<https://w3id.org/whosays/entity/>");
    expect(toTurtle(built, { base: "https://example.org/kg/" })).toContain(
      "<https://example.org/kg/entity/>",
    );
    expect(toClaimLines(built, { base: "https://example.org/kg/" })).toContain(
      '"subject":"https://example.org/kg/entity/',
    );
  });

  test.for([
    ["example.org", "is no http or https address"],
    ["javascript:alert(1)", "is no http or https address"],
    ["", "is no http or https address"],
    ["https://example.org/#", "has a fragment"],
    ["https://example.org/?graph=", "has a query"],
    ["https://example.org/kg", 'does not end with "/"'],
    ['https://example.org/"/', "has a character that no IRI may have"],
  ])("refuses the base %j and says why", ([base = "", reason = ""]) => {
    expect(() => toTurtle(built, { base })).toThrow(TypeError);
    expect(() => toTurtle(built, { base })).toThrow(reason);
  });

  test("makes a page of its own", () => {
    expect(toHtml(built)).toMatch(/^<!doctype html>.*<\/html>\n$/s);
  });

  test("is there for every exporter", () => {
    const formats = [...new Set(exporters.map(({ format }) => format))];
    const files = formats.flatMap((format) => whosays.toFiles(built, format));
    expect(files.map(({ name }) => name)).toEqual(exporters.map(({ fileName }) => fileName));
    for (const { text } of files) expect([...text].join("")).not.toBe("");
    const [graph] = whosays.toFiles(built, "ttl");
    expect([...(graph?.text ?? [])].join("")).toBe(toTurtle(built));
    expect(() => whosays.toFiles(built, "pdf")).toThrow(TypeError);
  });
});

test("--help tells of every format", () => {
  const help: string[] = [];
  buildCommand()
    .configureOutput({ writeOut: (text) => help.push(text) })
    .outputHelp();
  for (const format of FORMATS) expect(help.join("")).toMatch(new RegExp(`\\b${format}\\b`));
  for (const { fileName } of exporters) expect(help.join("")).toContain(fileName);
});

test("--format names every format that can be chosen, in the order of the exporters", () => {
  const formats = [...new Set(exporters.map(({ format }) => format))];
  expect(FORMATS).toEqual(formats.filter((format) => format !== "report"));
});

test("every export of the library says what it is", () => {
  const source = readFileSync(join(ONTOLOGY, "..", "src", "index.ts"), "utf8");
  const bare = source.split("\n").filter((line, i, lines) => {
    const declares = /^export (?!type \{|\{)/.test(line);
    return declares && !/\*\/$/.test(lines[i - 1] ?? "");
  });
  expect(bare).toEqual([]);
});

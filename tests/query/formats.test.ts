import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { Parser, type Quad } from "n3";
import { describe, expect, test } from "vitest";
import { type Answer, type AnswerTriple, type Row, type Term, XSD_STRING } from "../../src/query/answer.ts";
import type { Format } from "../../src/query/formats/format.ts";
import { formatFor, formats } from "../../src/query/formats/index.ts";
import { prefixesOf } from "../../src/query/prefixes.ts";
import { hostilePieces } from "../support/hostile.ts";
import { quadKey } from "../support/quad-keys.ts";
import { readXml, type XmlElement } from "../support/xml-reader.ts";

const prefixes = prefixesOf("");
const XSD = "http://www.w3.org/2001/XMLSchema#";
const KG = "https://w3id.org/whosays/ontology#";

function text(value: string, language = "", datatype = language ? "" : XSD_STRING): Term {
  return { kind: "literal", value, language, datatype };
}
const number = (value: string): Term => text(value, "", `${XSD}integer`);
const iri = (value: string): Term => ({ kind: "iri", value });
const blank = (value: string): Term => ({ kind: "blank", value });

function rows(variables: readonly string[], ...all: readonly Row[]): Answer {
  return { form: "rows", variables, rows: all };
}

function written(id: string, answer: Answer, width?: number): string {
  const format = formatFor([id], answer.form) as Format;
  return format.write(answer, { prefixes, width });
}

/** A term of each kind. */
const EACH: Row = [
  iri(`${KG}backs`),
  blank("b1"),
  text("Iran"),
  text("Syrie", "fr"),
  number("-5"),
  undefined,
];
const NAMES = ["a", "b", "c", "d", "e", "f"];

/** What a store may hold: well-formed text, whatever it is. */
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...hostilePieces, "=1+1", "'", "|"), fc.string({ unit: "binary" })), {
    maxLength: 4,
  })
  .map((parts) => parts.join("").toWellFormed());
const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  anyText.map((value) => text(value)),
  anyText.map((value) => text(value, "de-ch")),
  fc.integer().map((value) => number(String(value))),
  fc.constantFrom(
    iri(`${KG}backs`),
    iri("http://example.org/a,b"),
    blank("b1"),
    text("true", "", `${XSD}boolean`),
  ),
);
const anyRows = fc
  .array(fc.array(fc.option(anyTerm, { nil: undefined }), { minLength: 3, maxLength: 3 }), { maxLength: 4 })
  .map((all) => rows(["a", "b", "c"], ...all));

test("a format has one id, and is found by it for the forms it can write", () => {
  const ids = formats.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(formatFor(["ttl", "table"], "rows")?.id).toBe("table");
  expect(formatFor(["table", "ttl"], "triples")?.id).toBe("ttl");
  expect(formatFor(["csv"], "ask")).toBeUndefined();
  expect(formatFor(["nothing"], "rows")).toBeUndefined();
});

test("every form of answer can be written", () => {
  for (const form of ["ask", "rows", "triples"] as const)
    expect(formatFor(["table", "ttl"], form)).toBeDefined();
});

describe("csv", () => {
  test("quotes what has commas, quotes or line breaks, and ends lines as RFC 4180 does", () => {
    const answer = rows(
      ["a", "b"],
      [text('said "no", then\nleft'), text("plain")],
      [undefined, text("a\rb")],
    );
    expect(written("csv", answer)).toBe('a,b\r\n"said ""no"", then\nleft",plain\r\n,"a\rb"\r\n');
  });

  test("has each kind of term as its value alone", () => {
    expect(written("csv", rows(NAMES, EACH))).toBe(`a,b,c,d,e,f\r\n${KG}backs,_:b1,Iran,Syrie,-5,\r\n`);
  });

  test.for([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    " =1",
    "\t=1",
    "\u00a0=1",
    "＝1",
    "a\n=1",
    "a\r\n +1",
    "\tplain",
  ])("leaves %j no formula", (value) => {
    const [[cell = ""] = []] = parseCsv(written("csv", rows(["a"], [text(value)])), {
      from: 2,
      relax_column_count: true,
    });
    expect(cell).toBe(`'${value}`);
  });

  test.for(["1-2", "a=b", "", "e-mail@example.org"])("leaves %j as it is", (value) => {
    expect(written("csv", rows(["a", "b"], [text(value), text("x")]))).toBe(`a,b\r\n${value},x\r\n`);
  });

  test("guards what only says that it is a number", () => {
    const sly = text("=1+1", "", `${XSD}integer`);
    expect(written("csv", rows(["a"], [sly]))).toBe("a\r\n'=1+1\r\n");
  });

  test("is read back as the values, whatever they are", () => {
    fc.assert(
      fc.property(anyRows, (answer) => {
        if (answer.form !== "rows") return;
        const back: string[][] = parseCsv(written("csv", answer), { record_delimiter: "\r\n" });
        expect(back.slice(1).map((row) => row.map((cell) => cell.replace(/^'/, "")))).toEqual(
          answer.rows.map((row) => row.map((term) => plainValue(term).replace(/^'/, ""))),
        );
        for (const cell of back.flat()) if (!/^-?\d+$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@]/u);
      }),
    );
  });
});

function plainValue(term: Term | undefined): string {
  if (!term) return "";
  return term.kind === "blank" ? `_:${term.value}` : term.value;
}

describe("tsv", () => {
  test("has terms as N-Triples has them", () => {
    expect(written("tsv", rows(NAMES, EACH))).toBe(
      `?a\t?b\t?c\t?d\t?e\t?f\n<${KG}backs>\t_:b1\t"Iran"\t"Syrie"@fr\t"-5"^^<${XSD}integer>\t\n`,
    );
  });

  test("has a row a line and a cell between tabs, and is read back as the terms, whatever they are", () => {
    fc.assert(
      fc.property(anyRows, (answer) => {
        if (answer.form !== "rows") return;
        const lines = written("tsv", answer).split("\n").slice(1, -1);
        const back = lines.map((line) => line.split("\t").map(termRead));
        expect(back).toEqual(answer.rows.map((row) => row.map((term) => term ?? undefined)));
      }),
    );
  });
});

/** A term of TSV as N3 reads it. */
function termRead(cell: string): Term | undefined {
  if (cell === "") return undefined;
  const [quad] = new Parser({ format: "application/n-triples", blankNodePrefix: "" }).parse(
    `<a:a> <a:b> ${cell} .`,
  );
  return termOf((quad as Quad).object);
}

function termOf(term: Quad["subject"] | Quad["predicate"] | Quad["object"]): Term {
  if (term.termType === "Literal")
    return text(term.value, term.language, term.language ? "" : term.datatype.value);
  return term.termType === "BlankNode" ? blank(term.value) : iri(term.value);
}

describe("json", () => {
  test("is that of SPARQL", () => {
    expect(JSON.parse(written("json", rows(NAMES, EACH)))).toEqual({
      head: { vars: NAMES },
      results: {
        bindings: [
          {
            a: { type: "uri", value: `${KG}backs` },
            b: { type: "bnode", value: "b1" },
            c: { type: "literal", value: "Iran" },
            d: { type: "literal", value: "Syrie", "xml:lang": "fr" },
            e: { type: "literal", value: "-5", datatype: `${XSD}integer` },
          },
        ],
      },
    });
    expect(JSON.parse(written("json", { form: "ask", yes: true }))).toEqual({ head: {}, boolean: true });
    expect(JSON.parse(written("json", rows(["a"])))).toEqual({
      head: { vars: ["a"] },
      results: { bindings: [] },
    });
  });

  test("keeps a variable that is called like a part of every object", () => {
    const answer = rows(["__proto__", "toString"], [text("a"), text("b")]);
    expect(Object.entries(JSON.parse(written("json", answer)).results.bindings[0])).toEqual([
      ["__proto__", { type: "literal", value: "a" }],
      ["toString", { type: "literal", value: "b" }],
    ]);
  });
});

/** XML of the answer as a strict reader has it. */
function xmlOf(answer: Answer): XmlElement {
  const whole = written("xml", answer);
  expect(whole).toMatch(/^<\?xml version="1\.0"\?>\n/);
  // Readers take a bare carriage return for a line feed.
  expect(whole).not.toContain("\r");
  return readXml(whole.slice(whole.indexOf("\n") + 1));
}

describe("xml", () => {
  test("is that of SPARQL", () => {
    const root = xmlOf(rows(NAMES, EACH));
    expect([root.name, root.attributes.get("xmlns")]).toEqual([
      "sparql",
      "http://www.w3.org/2005/sparql-results#",
    ]);
    const [head, results] = root.children as [XmlElement, XmlElement];
    expect(head.children.map(({ attributes }) => attributes.get("name"))).toEqual(NAMES);
    const bindings = results.children[0]?.children ?? [];
    expect(bindings.map(({ attributes }) => attributes.get("name"))).toEqual(["a", "b", "c", "d", "e"]);
    expect(bindings.map(({ children: [one] }) => [one?.name, one?.text, ...(one?.attributes ?? [])])).toEqual(
      [
        ["uri", `${KG}backs`],
        ["bnode", "b1"],
        ["literal", "Iran"],
        ["literal", "Syrie", ["xml:lang", "fr"]],
        ["literal", "-5", ["datatype", `${XSD}integer`]],
      ],
    );
  });

  test("says yes or no", () => {
    expect(xmlOf({ form: "ask", yes: false }).children.map((one) => [one.name, one.text])).toEqual([
      ["head", ""],
      ["boolean", "false"],
    ]);
  });

  test("is well-formed and read back as the values, whatever they are", () => {
    fc.assert(
      fc.property(anyRows, (answer) => {
        if (answer.form !== "rows") return;
        const [, results] = xmlOf(answer).children as [XmlElement, XmlElement];
        const values = results.children.map(({ children }) => children.map((one) => one.children[0]?.text));
        const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
        expect(values).toEqual(
          answer.rows.map((row) => row.flatMap((term) => term?.value.replace(unwritable, "\ufffd") ?? [])),
        );
      }),
    );
  });
});

const anyTriples: fc.Arbitrary<readonly AnswerTriple[]> = fc.array(
  fc.record({
    subject: fc.constantFrom(iri(`${KG}backs`), iri("http://example.org/'a'"), blank("b0"), blank("b1")),
    predicate: fc.constantFrom(iri(`${KG}backs`), iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")),
    object: anyTerm,
  }),
  { maxLength: 6 },
);

describe.for([
  ["ttl", "text/turtle"],
  ["nt", "application/n-triples"],
] as const)("%s", ([id, mediaType]) => {
  const keysIn = (body: string) =>
    [...new Set(new Parser({ format: mediaType, blankNodePrefix: "" }).parse(body).map(quadKey))].sort();

  test("is read back as the same triples, whatever they are", () => {
    fc.assert(
      fc.property(anyTriples, (triples) => {
        const keys = triples.map(({ subject, predicate, object }) =>
          quadKey({
            subject: rdfJs(subject),
            predicate: rdfJs(predicate),
            object: rdfJs(object),
            graph: { value: "" },
          } as unknown as Quad),
        );
        expect(keysIn(written(id, { form: "triples", triples }))).toEqual([...new Set(keys)].sort());
      }),
    );
  });

  test("is the same whatever the order of the triples, each once", () => {
    fc.assert(
      fc.property(anyTriples, (triples) => {
        const again = [...triples, ...triples].reverse();
        expect(written(id, { form: "triples", triples: again })).toBe(
          written(id, { form: "triples", triples }),
        );
      }),
    );
  });

  test("is empty for no triples", () => expect(written(id, { form: "triples", triples: [] })).toBe(""));
});

function rdfJs(term: Term): unknown {
  if (term.kind !== "literal")
    return { termType: term.kind === "iri" ? "NamedNode" : "BlankNode", value: term.value };
  const { value, language, datatype } = term;
  const tagged = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
  return { termType: "Literal", value, language, datatype: { value: language ? tagged : datatype } };
}

test("ttl declares those prefixes alone that it uses", () => {
  const triples = [{ subject: iri(`${KG}backs`), predicate: iri(`${KG}is`), object: number("5") }];
  const body = written("ttl", { form: "triples", triples });
  expect(body).toBe(`@prefix kg: <${KG}>.\n@prefix xsd: <${XSD}>.\n\nkg:backs kg:is 5.\n`);
});

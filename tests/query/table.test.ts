import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answer, type Term, XSD_STRING } from "../../src/query/answer.ts";
import { columnsOf, wrapped } from "../../src/query/formats/columns.ts";
import { table } from "../../src/query/formats/table.ts";
import { prefixesOf } from "../../src/query/prefixes.ts";
import { hostilePieces } from "../support/hostile.ts";

const prefixes = prefixesOf("");
const text = (value: string, datatype = XSD_STRING): Term => ({
  kind: "literal",
  value,
  language: "",
  datatype,
});
const number = (value: string) => text(value, "http://www.w3.org/2001/XMLSchema#integer");

/** The table of some cells; what begins with `<` is an IRI, what is all digits a number. */
function drawn(variables: readonly string[], cells: readonly (readonly string[])[], width?: number): string {
  const rows = cells.map((row) =>
    row.map((cell): Term | undefined => {
      if (cell === "") return undefined;
      if (/^<.*>$/.test(cell)) return { kind: "iri", value: cell.slice(1, -1) };
      return /^[-+]?\d+(?:\.\d+)?$/.test(cell) ? number(cell) : text(cell);
    }),
  );
  return table.write({ form: "rows", variables, rows }, { prefixes, width });
}

describe("a table", () => {
  test("has a head, a rule and a line a row; IRIs with prefixes; numbers to the right", () => {
    const rows = [
      ["<https://w3id.org/whosays/entity/Iran>", "Syria", "7"],
      ["<urn:x>", "", "12.5"],
    ];
    expect(drawn(["who", "whom", "n"], rows)).toBe(`who       whom      n
────────  ─────  ────
ent:Iran  Syria     7
<urn:x>          12.5
`);
  });

  test("says yes or no", () => {
    expect(table.write({ form: "ask", yes: true }, { prefixes })).toBe("yes\n");
    expect(table.write({ form: "ask", yes: false }, { prefixes })).toBe("no\n");
  });

  test("is a head alone for no rows", () => expect(drawn(["who"], [])).toBe("who\n───\n"));

  test("wraps between words within the width of the terminal", () => {
    expect(
      drawn(["who", "what"], [["Iran", "backs the army of Syria and other armies"]], 24),
    ).toBe(`who   what
────  ──────────────────
Iran  backs the army of
      Syria and other
      armies
`);
  });

  test("cuts a word that fits no line", () => {
    expect(drawn(["a"], [["x".repeat(45)]], 20)).toBe(
      `a\n${"─".repeat(20)}\n${"x".repeat(20)}\n${"x".repeat(20)}\n${"x".repeat(5)}\n`,
    );
  });

  test("shows the first lines of a long value", () => {
    const lines = drawn(["a"], [["word ".repeat(60)]], 20).split("\n");
    expect(lines).toHaveLength(11);
    expect(lines[9]).toBe("…");
  });

  test("has no limit where there is no terminal", () => {
    expect(drawn(["a"], [["word ".repeat(60).trim()]])).toContain("word ".repeat(60).trim());
  });

  test("counts wide scripts and emoji as two columns, and marks on letters as none", () => {
    expect(
      drawn(
        ["a", "b"],
        [
          ["北京", "x"],
          ["🕊️", "x"],
          ["e\u0301", "x"],
          ["مدينة", "x"],
        ],
      ),
    ).toBe(`a      b
─────  ─
北京   x
🕊️     x
e\u0301      x
مدينة  x
`);
  });

  test("shows controls of strangers as what they are, and line breaks as space", () => {
    const value = "a\u001b[31mb\u0007\u202ec\u200b\u0085\r\n\td\u2028e\u{e0041}";
    expect(drawn(["a"], [[value]]).split("\n")[2]).toBe(
      "a\\u{1b}[31mb\\u{7}\\u{202e}c\\u{200b}\\u{85} d\\u{2028}e\\u{e0041}",
    );
  });

  test("keeps what holds an emoji together", () => expect(drawn(["a"], [["👩‍👩‍👧"]])).toContain("👩‍👩‍👧"));
});

const anyCell = fc
  .array(fc.oneof(fc.constantFrom(...hostilePieces, "北京", " "), fc.string({ unit: "binary" })), {
    maxLength: 4,
  })
  .map((parts) => parts.join(" "));

test("a table keeps within its width and shows no control, whatever is in it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyCell, anyCell, anyCell), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 22, max: 90 }),
      (cells, width) => {
        const answer: Answer = {
          form: "rows",
          variables: ["a", "b", "c"],
          rows: cells.map((row) => row.map((cell) => text(cell))),
        };
        const body = table.write(answer, { prefixes, width });
        expect(body).not.toMatch(/(?![\n\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        for (const line of body.split("\n")) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      },
    ),
  );
});

describe("columns", () => {
  test.for([
    ["Iran", 4],
    ["Zoë", 3],
    ["北京", 4],
    ["ｱ", 1],
    ["Ａ", 2],
    ["🇸🇾", 2],
    ["👩‍👩‍👧", 2],
    ["Z\u0351\u036b", 1],
    ["", 0],
  ] as const)("of %j are %d", ([value, columns]) => expect(columnsOf(value)).toBe(columns));

  test("a text wrapped is the same text, in lines that fit", () => {
    fc.assert(
      fc.property(anyCell, fc.integer({ min: 2, max: 30 }), (value, width) => {
        const lines = wrapped(value, width);
        expect(lines.join("").replaceAll(" ", "")).toBe(value.replaceAll(" ", ""));
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

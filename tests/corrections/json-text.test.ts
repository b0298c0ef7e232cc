import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Json, readJson } from "../../src/corrections/json-text.ts";

/** What is wrong with a text and where: `line 1, column 2: expected …`. */
function faultOf(text: string): string {
  const read = readJson(text);
  return "fault" in read ? `${read.fault.line}:${read.fault.column} ${read.fault.message}` : "none";
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The value as `JSON.parse` gives it. */
function plain(value: Json): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (!("entries" in value) || typeof value.entries === "function")
    return (value as readonly Json[]).map(plain);
  return Object.fromEntries(value.entries.map(([key, inner]) => [key, plain(inner)]));
}

test("reads what JSON.parse reads", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 2, "\t"), (text, indent) => {
      const spread = JSON.stringify(JSON.parse(text), null, indent);
      const read = readJson(spread);
      expect("value" in read && plain(read.value)).toEqual(JSON.parse(spread));
    }),
    { seed: 61 },
  );
});

test("refuses what JSON.parse refuses, and nothing else", () => {
  const pieces = fc.constantFrom(
    ..."{}[],:\"'\\-+.0129e \n\u0000\u00a0\ufeff",
    "true",
    "null",
    '"a"',
    "1.5",
    "\\u00e9",
  );
  const broken = fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), pieces, fc.nat(2))
    .map(([text, at, piece, gone]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + piece + text.slice(place + gone);
    });
  const soup = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(""));
  fc.assert(
    fc.property(fc.oneof(broken, soup), (text) => {
      expect("value" in readJson(text), text).toBe(isJson(text));
    }),
    { seed: 62, numRuns: 3000 },
  );
});

describe("tells line and column of what is wrong", () => {
  test.for([
    ["", "1:1 expected a value but found the end of the file"],
    ["{'a': 1}", "1:2 expected a key between quotation marks but found \"'a'\""],
    ['{"a": 1,}', '1:9 expected a key between quotation marks but found "}"'],
    ['{\n  "a": [1\n  2]\n}', '3:3 expected "," or "]" but found "2"'],
    ['{\r\n"a" 1}', '2:5 expected ":" but found "1"'],
    ['[\r\r"a\nb"]', "3:1 the string that begins here does not end, or holds what must be escaped"],
    ['["a', "1:2 the string that begins here does not end, or holds what must be escaped"],
    ["[NaN]", '1:2 expected a value but found "NaN"'],
    ["[1] // done", '1:5 expected the end of the file but found "//"'],
    ["[".repeat(1_000_000), "1:22 is nested over 20 deep"],
  ] as const)("%j", ([text, fault]) => {
    expect(faultOf(text)).toBe(fault);
  });
});

test("keeps each of equal keys, and __proto__ as a key", () => {
  const read = readJson('{"a": 1, "a": 2, "__proto__": 3}');
  expect(read).toEqual({
    value: {
      entries: [
        ["a", 1],
        ["a", 2],
        ["__proto__", 3],
      ],
    },
  });
});

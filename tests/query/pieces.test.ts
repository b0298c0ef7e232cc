import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNamedQueries } from "../../src/cli/named-queries.ts";
import { checkQuery } from "../../src/query/evaluate.ts";
import { piecesOf } from "../../src/query/pieces.ts";
import { prefixesOf } from "../../src/query/prefixes.ts";
import { QueryError } from "../../src/query/query-error.ts";
import { hostilePieces } from "../support/hostile.ts";

/** The pieces of a query between bars, those that are no words with their kind. */
function cut(query: string): string {
  return piecesOf(query)
    .map(({ kind, text }) => (kind === "word" ? text : `${kind} ${text}`))
    .join(" | ");
}

describe("a query is cut", () => {
  test.for([
    ["ASK{?a kg:b ?c.}", "ASK | { | ?a | kg:b | ?c | . | }"],
    ["?a<http://x#y>?b", "?a | iri <http://x#y> | ?b"],
    ["<http://x\\u0023y> # z", "iri <http://x\\u0023y> | comment # z"],
    ["?a < ?b && ?c > ?d", "?a | < | ?b | && | ?c | > | ?d"],
    ["'a # b' # 'c'", "string 'a # b' | comment # 'c'"],
    ['"} \\" {"}', 'string "} \\" {" | }'],
    ["'''a'b\n''c''' x", "string '''a'b\n''c''' | x"],
    [
      '"a"@en-GB,"1"^^xsd:integer;"2"^^<http://t>)',
      'string "a"@en-GB | , | string "1"^^xsd:integer | ; | string "2"^^<http://t> | )',
    ],
    ["?a kg:b 0.5.", "?a | kg:b | 0.5. "],
    ['"open', '" | open'],
    ["a#b\r\nc", "a | comment #b | c"],
    ["kg:a\\#b ?c", "kg:a\\#b | ?c"],
  ] as const)("%j", ([query, pieces]) => expect(cut(query)).toBe(pieces.trim()));

  const anything = fc
    .array(
      fc.oneof(
        fc.constantFrom(...hostilePieces, "'", "'''", "#", "<", ">", "?a", "\n"),
        fc.string({ unit: "binary" }),
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join(""));

  test("with nothing but white space left out, whatever it is", () => {
    fc.assert(
      fc.property(anything, (query) => {
        let at = 0;
        for (const { start, text } of piecesOf(query)) {
          expect(query.slice(at, start)).toMatch(/^\s*$/u);
          expect(query.slice(start, start + text.length)).toBe(text);
          at = start + text.length;
        }
        expect(query.slice(at)).toMatch(/^\s*$/u);
      }),
    );
  });
});

describe("an error is found", () => {
  /** Where a query with a brace too many at its end is said to be wrong. */
  function placeIn(query: string): unknown {
    try {
      checkQuery(query, prefixesOf(""));
      return "nowhere";
    } catch (error) {
      return error instanceof QueryError ? [error.message, error.place?.line] : error;
    }
  }

  test.for(readNamedQueries())("behind all of $name, whatever stands in it", ({ text }) => {
    const lines = text.trimEnd().split("\n").length;
    expect(placeIn(`${text.trimEnd()}\n}`)).toEqual(['"}" does not fit here', lines + 1]);
  });
});

import { Store } from "oxigraph";
import { expect, test } from "vitest";
import { addressIri } from "../../src/model/iri.ts";

test.for([
  ["https://example.org/a b", "https://example.org/a%20b"],
  ["https://example.org/?[1]", "https://example.org/?%5B1%5D"],
  ["https://[::1]/x[1]", "https://[::1]/x%5B1%5D"],
  ["https://example.org/#a#b", "https://example.org/#a%23b"],
  ["https://example.org/%41%zz", "https://example.org/%41%25zz"],
  ["javascript:a b[c]", "javascript:a%20b%5Bc%5D"],
  ["mailto:ann@example.org", "mailto:ann@example.org"],
  ["https://пример.example/é", "https://xn--e1afmkfd.example/%C3%A9"],
  ["no address", undefined],
] as const)("the address %j is written as %j", ([address, iri]) => {
  expect(addressIri(address)).toBe(iri);
  if (iri !== undefined) new Store().load(`<x:s> <x:p> <${iri}> .`, { format: "application/n-triples" });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { payloadOf } from "../../../src/export/page/payload.ts";
import type { PageDocument } from "../../../src/model/page-payload.ts";
import { catalogueOf } from "../../../src/page/data/catalogue.ts";
import { blocksOf, documentClaims, wordMarks } from "../../../src/page/data/document-text.ts";
import { segmentsOf } from "../../../src/page/data/segments.ts";
import { ontology, sampleGraph } from "../../support/graphs.ts";

const blocks = (document: Pick<PageDocument, "text" | "zones">): readonly string[] =>
  blocksOf({ id: "d", ...document }).map(
    ({ kind, range, wrapped }) =>
      `${kind}${wrapped ? " wrapped" : ""}: ${JSON.stringify(document.text.slice(...range))}`,
  );

describe("the text of a document", () => {
  it("is cut at empty lines, and where another part of the article begins on its own line", () => {
    const text = "Port closed\nBy A. Lee\n\nVARNHOLM — It began.\nIt went on.\n\n\nIt ended.";
    const zones = [
      { kind: "headline", range: [0, 11] },
      { kind: "byline", range: [12, 21] },
      { kind: "dateline", range: [23, 34] },
    ] as const;
    expect(blocks({ text, zones })).toEqual([
      'headline: "Port closed"',
      'byline: "By A. Lee"',
      'body: "VARNHOLM — It began.\\nIt went on."',
      'body: "It ended."',
    ]);
  });

  it("knows lines that were only broken to be short", () => {
    const line = "A line of about seventy letters, as a mail or a wire of an agency has it.";
    expect(blocks({ text: `${line}\n${line}\nend.\n\n${line}\nShort.\nend.`, zones: [] })).toEqual([
      expect.stringMatching(/^body wrapped/),
      expect.stringMatching(/^body: /),
    ]);
  });

  it("is whole: its blocks and the white space between them are the text", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b ", " ", "\n", "\n\n", "\t", "—"), maxLength: 80 });
    const zone = fc.tuple(fc.nat(80), fc.nat(30));
    fc.assert(
      fc.property(text, fc.array(zone, { maxLength: 6 }), (written, ends) => {
        const zones = ends
          .map(([start, length]) => ({
            kind: "caption" as const,
            range: [Math.min(start, written.length), Math.min(start + length, written.length)] as const,
          }))
          .sort((a, b) => a.range[0] - b.range[0]);
        let at = 0;
        for (const { range } of blocksOf({ id: "d", text: written, zones })) {
          expect(written.slice(at, range[0]).trim()).toBe("");
          expect(range[1]).toBeGreaterThan(range[0]);
          at = range[1];
        }
        expect(written.slice(at).trim()).toBe("");
      }),
    );
  });
});

describe("the claims of a document", () => {
  const catalogue = catalogueOf(payloadOf(sampleGraph, ontology, "https://example.org/"));
  const { payload } = catalogue;

  it("are numbered in the order of the text, each marked in every sentence that makes it", () => {
    for (const [index, document] of payload.documents.entries()) {
      const { claims, marks } = documentClaims(catalogue, index);
      expect([...claims].sort()).toEqual([...(catalogue.claimsIn[index] ?? [])].sort());
      const evidence = payload.claims.flatMap((claim) =>
        claim.evidence.filter((each) => each.document === index),
      );
      expect(marks.filter(({ value }) => value.kind === "claim").map(({ range }) => range)).toEqual(
        evidence.map(({ quote }) => quote),
      );
      const firsts = claims.map((claim) =>
        Math.min(
          ...marks.flatMap(({ range, value }) =>
            value.kind === "claim" && value.claim === claim ? [range[0]] : [],
          ),
        ),
      );
      expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
      const pieces = segmentsOf([0, document.text.length], marks);
      expect(pieces.map(({ range }) => document.text.slice(...range)).join("")).toBe(document.text);
    }
  });

  it("share a sentence without losing one another", () => {
    const courier = payload.documents.findIndex(({ id }) => id === "courier.txt");
    const { marks } = documentClaims(catalogue, courier);
    const met = payload.documents[courier]?.text.indexOf("Mayor Ilse Brandt met") ?? -1;
    const [piece] = segmentsOf([met, met + 5], marks);
    const ids = piece?.values.flatMap((value) =>
      value.kind === "claim" ? [payload.claims[value.claim]?.id] : [],
    );
    expect(ids).toEqual(expect.arrayContaining(["meets0000000000a", "leads0000000000a"]));
  });

  it("have their words, in this document alone", () => {
    const claim = payload.claims.findIndex(({ id }) => id === "blockade0000000a");
    for (const [index, { id, text }] of payload.documents.entries()) {
      const words = wordMarks(catalogue, index, claim).map(({ range }) => text.slice(...range));
      const told = id === "courier.txt" || id === "tribune.txt";
      expect(words.slice(1)).toEqual(told ? ["blocked", "the Port of Varnholm"] : []);
    }
  });
});

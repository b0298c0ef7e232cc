import fc from "fast-check";
import { Parser } from "n3";
import { describe, expect, test, vi } from "vitest";
import { exporters } from "../../src/export/index.ts";
import { wholeText } from "../../src/export/text.ts";
import { isAsserted } from "../../src/model/stance.ts";
import { build, type Fetched } from "../../src/pipeline.ts";
import { buildTexts } from "../support/build-text.ts";
import { settingsFor } from "../support/graphs.ts";
import { documents, hostileText, newsText } from "../support/hostile.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";

/** Far more than is asked for by itself; other work may keep the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const anyInput: fc.Arbitrary<(name: string) => Fetched> = fc.oneof(
  newsText().map((text) => (name: string) => ({ id: `${name}.txt`, bytes: bytes(text) })),
  hostileText().map((text) => (name: string) => ({ id: `${name}.md`, bytes: bytes(text) })),
  newsText().map((text) => (name: string) => ({ id: `${name}.pdf`, bytes: bytes(text) })),
  fc
    .constantFrom("", " \n", "\ufeff", "\0")
    .map((text) => (name: string) => ({ id: `${name}.txt`, bytes: bytes(text) })),
  fc.uint8Array({ maxLength: 60 }).map((own) => (name: string) => ({ id: `${name}.txt`, bytes: own })),
  fc.constant((name: string) => ({ input: name, reason: "does not exist (ENOENT)" })),
);
const anyInputs = fc.array(anyInput, { maxLength: 7 }).map((all) => all.map((name, i) => name(`${i}`)));

describe("the account of a run", () => {
  test("names every input once, used or skipped with a reason", () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const { graph, account } = build(inputs, ontology, parser);
        const { read, used, skipped } = account.documents;
        expect(read).toBe(inputs.length);
        expect(read).toBe(used.length + skipped.length);
        const names = inputs.map((input) => ("bytes" in input ? input.id : input.input));
        expect([...used, ...skipped.map(({ input }) => input)].sort()).toEqual(names.sort());
        expect(graph.documents.map(({ id }) => id)).toEqual(used);
        for (const { reason } of [...skipped, ...account.warnings]) expect(reason).toMatch(/\S/);
        for (const { input } of account.warnings) expect(used).toContain(input);
      }),
      { numRuns: 60, seed: 61 },
    );
  });

  test("counts every triple as merged, or as rejected for a reason", () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const { graph, account } = build(inputs, ontology, parser);
        const { read, merged, rejected, reasons } = account.triples;
        expect(read).toBe(merged + rejected);
        expect([...reasons.values()].reduce((sum, count) => sum + count, 0)).toBe(rejected);
        expect([...reasons.keys()]).toEqual([...reasons.keys()].sort());
        for (const [reason, count] of reasons)
          expect({ reason, count }).toEqual({
            reason: expect.stringMatching(/\S/),
            count: expect.any(Number),
          });
        // Two extractors may read one and the same thing, so that it is one piece of evidence.
        const evidence = graph.claims.flatMap((claim) => claim.evidence);
        expect(evidence.length).toBeLessThanOrEqual(merged);
        expect(evidence.length > 0).toBe(merged > 0);
      }),
      { numRuns: 60, seed: 61 },
    );
  });

  test("and the graph do not depend on the order of the inputs, readable or not", () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        expect(build([...inputs].reverse(), ontology, parser)).toEqual(build(inputs, ontology, parser));
      }),
      { numRuns: 30, seed: 62 },
    );
  });
});

test("a sentence that had to be cut is told of", () => {
  const { account } = build(
    [{ id: "a.txt", bytes: bytes(`Oct 21, 2017\n\n${"rain fell and ".repeat(700)}`) }],
    ontology,
    parser,
  );
  expect(account.warnings).toEqual([
    {
      input: "a.txt",
      reason: "has text without the end of a sentence for over 240 words; it was cut in 8 places",
    },
  ]);
});

describe("a claim", () => {
  test("has evidence, and every quote, word and mention is its slice of the text", () => {
    fc.assert(
      fc.property(documents(), (articles) => {
        const { graph } = buildTexts(articles);
        const texts = new Map(graph.documents.map(({ id, text }) => [id, text]));
        for (const { document, start, end, quote, subject, predicate, object } of graph.claims.flatMap(
          (c) => c.evidence,
        )) {
          const text = texts.get(document) ?? "";
          expect(text.slice(start, end)).toBe(quote);
          for (const part of [subject, predicate, ...(object ? [object] : [])]) {
            expect(part.start).toBeLessThan(part.end);
            expect(part.end).toBeLessThanOrEqual(text.length);
          }
        }
        for (const { document, start, end, text } of graph.entities.flatMap(({ mentions }) => mentions))
          expect(texts.get(document)?.slice(start, end)).toBe(text);
      }),
      { numRuns: 40, seed: 63 },
    );
  });

  test("speaks only of entities and claims that are in the graph", () => {
    fc.assert(
      fc.property(documents(), (articles) => {
        const { graph } = buildTexts(articles);
        const entities = new Set(graph.entities.map(({ id }) => id));
        const claims = new Set(graph.claims.map(({ id }) => id));
        expect(entities.size).toBe(graph.entities.length);
        expect(claims.size).toBe(graph.claims.length);
        for (const { subject, object, stance, arguments: filled, conflictsWith } of graph.claims) {
          const about = [
            subject,
            ...(object && "entity" in object ? [object.entity] : []),
            ...stance.speakers,
          ];
          for (const id of about) expect(entities).toContain(id);
          for (const [role, ids] of filled)
            for (const id of ids) expect(role === "content" ? claims : entities).toContain(id);
          for (const id of conflictsWith) expect(claims).toContain(id);
        }
      }),
      { numRuns: 40, seed: 63 },
    );
  });

  test("that is denied, reported, doubtful or still to come is no fact in any format", () => {
    const settings = { ...settingsFor(), ontology };
    const written = (name: string, graph: Parameters<(typeof exporters)[number]["write"]>[0]) =>
      wholeText(exporters.find(({ fileName }) => fileName === name)?.write(graph, settings) ?? []);
    fc.assert(
      fc.property(documents(), (articles) => {
        const { graph } = buildTexts(articles);
        const asserted = graph.claims.filter(({ stance }) => isAsserted(stance));
        const lines = written("claims.jsonl", graph)
          .split("\n")
          .filter(Boolean)
          .map((line) => JSON.parse(line));
        expect(lines.filter((line) => line.asserted).map(({ id }) => id)).toEqual(
          asserted.map(({ id }) => `${settings.base}claim/${id}`),
        );
        const facts = new Parser()
          .parse(written("graph.ttl", graph))
          .filter(
            ({ subject, predicate }) =>
              subject.value.startsWith(`${settings.base}entity/`) &&
              predicate.value.startsWith(settings.base),
          );
        const told = asserted.flatMap(({ subject, predicate, object }) =>
          object && "entity" in object ? [`${subject} ${predicate} ${object.entity}`] : [],
        );
        const last = (iri: string) => iri.split(/[/#]/).at(-1);
        expect(
          facts
            .map((q) => [q.subject, q.predicate, q.object].map(({ value }) => last(value)).join(" "))
            .sort(),
        ).toEqual([...new Set(told)].sort());
      }),
      { numRuns: 40, seed: 63 },
    );
  });
});

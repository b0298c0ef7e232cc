import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annotator } from "../../src/annotate/index.ts";
import { extraction } from "../../src/extract/index.ts";
import { type ClaimSet, claimsOf, join, joinAll, settle } from "../../src/merge/index.ts";
import type { Document } from "../../src/model/document.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { buildArticle, buildTexts, claimLines } from "../support/build-text.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";

const SENTENCES = [
  "Iran backs Syria.",
  "Russia accused Turkey of attacking Syria.",
  "Islamic State lost control of Raqqa on Tuesday.",
  "Iran backs Syria, Egypt said.",
  "Turkey did not attack Syria.",
  "Turkey may attack Syria.",
];
const annotate = annotator(ontology, parser);
const extract = extraction(ontology);

function documentOf(id: string, text: string): Document {
  return { id, text, zones: [{ kind: "body", start: 0, end: text.length }], published: "2017-10-21" };
}

const documents = SENTENCES.map((sentence, i) =>
  annotate(documentOf(`${i}.txt`, `${sentence} ${SENTENCES[(i + 1) % 6]}`)),
);
const resolution = resolve(documents, ontology);
const partial: readonly ClaimSet[] = documents.map((document) => {
  const entityOf = (mention: number) => resolution.entityOf(document.document.id, mention);
  return claimsOf(document, extract(document).triples, entityOf, ontology).claims;
});
const settled = (set: ClaimSet) =>
  JSON.stringify(
    settle(
      set,
      documents.map(({ document }) => document),
      [],
    ),
  );
const anyPartial = fc.subarray([...partial]).map((some) => joinAll(some));

describe("joining claims", () => {
  test("is associative, commutative and idempotent, with nothing as unit", () => {
    fc.assert(
      fc.property(anyPartial, anyPartial, anyPartial, (a, b, c) => {
        expect(settled(join(join(a, b), c))).toBe(settled(join(a, join(b, c))));
        expect(settled(join(a, b))).toBe(settled(join(b, a)));
        expect(settled(join(a, a))).toBe(settled(a));
        expect(settled(join(a, new Map()))).toBe(settled(a));
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test("gives the same for any order and any second delivery", () => {
    const whole = settled(joinAll(partial));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...partial], { minLength: partial.length }),
        fc.subarray([...partial]),
        (order, again) => {
          expect(settled(joinAll([...order, ...again]))).toBe(whole);
        },
      ),
      { numRuns: 40, seed: 2 },
    );
  });
});

describe("a merged claim", () => {
  test("has the evidence of every article, and no claim stands without", () => {
    const { graph } = buildTexts({ "a.txt": "Iran backs Syria.", "b.txt": "Tehran backed Syria again." });
    const [claim] = graph.claims;
    expect(graph.claims).toHaveLength(1);
    expect(claim?.evidence.map(({ document }) => document)).toEqual(["a.txt", "b.txt"]);
    expect(claim?.predicateText).toEqual(["backed", "backs"]);
    expect(claim).toMatchObject({ documents: 2, independentSources: 2 });
    expect(claim?.confidence).toBeGreaterThan(Math.max(...(claim?.evidence.map((e) => e.confidence) ?? [])));
  });

  test("counts copies of one sentence once", () => {
    const { graph } = buildTexts({
      "a.txt": "Iran backs Syria.",
      "b.txt": "Iran backs Syria.",
      "c.txt": "Iran still backs Syria.",
    });
    const claim = graph.claims.find(({ stance }) => stance.speakers.length === 0);
    expect(claim).toMatchObject({ documents: 3, independentSources: 2 });
  });

  test("quotes the text exactly", () => {
    const { graph } = buildTexts({
      "a.txt": "\uFEFFNote.\r\n\r\nIran “backs” nobody.\r\nIran backs Syria 😀 now.\r\n",
    });
    const texts = new Map(graph.documents.map(({ id, text }) => [id, text]));
    const evidence = graph.claims.flatMap((claim) => claim.evidence);
    expect(evidence.length).toBeGreaterThan(0);
    for (const { document, start, end, quote } of evidence)
      expect(texts.get(document)?.slice(start, end)).toBe(quote);
  });

  test("stands apart from the same event in another stance, and shares its event", () => {
    const { graph } = buildArticle("Turkey attacked Afrin. Turkey may attack Afrin.");
    expect(claimLines(graph)).toEqual(["Turkey | attacks | Afrin", "Turkey | attacks | Afrin | possible"]);
    expect(new Set(graph.claims.map(({ event }) => event)).size).toBe(1);
  });

  test("is in conflict with its denial", () => {
    const { graph } = buildArticle("Turkey attacked Afrin. Turkey did not attack Afrin.");
    const [a, b] = graph.claims;
    expect(a?.conflictsWith).toEqual([b?.id]);
    expect(b?.conflictsWith).toEqual([a?.id]);
  });

  test("of an event keeps its date, and a town can fall twice", () => {
    const { graph } = buildArticle(
      "Islamic State captured Mosul on June 10, 2014. Islamic State captured Mosul on Friday.",
    );
    expect(claimLines(graph)).toEqual([
      "Islamic State | captures | Mosul | 2014-06-10",
      "Islamic State | captures | Mosul | 2017-10-20",
    ]);
  });

  test("points to the claim that it accuses of", () => {
    const { graph } = buildArticle("Russia accused Ukraine of attacking Crimea.");
    const accusation = graph.claims.find(({ predicate }) => predicate === "accuses");
    const charge = graph.claims.find(({ predicate }) => predicate === "attacks");
    expect(accusation?.arguments.get("content")).toEqual([charge?.id]);
    expect(charge?.stance.speakers).toEqual(["Russia"]);
  });

  test("of a removed article is as if the article had never been there", () => {
    const rest = { "a.txt": "Iran backs Syria.", "b.txt": "Russia accused Turkey." };
    const { graph: without } = buildTexts(rest);
    const { graph: all } = buildTexts({ ...rest, "c.txt": "Egypt arms Hamas." });
    const kept = all.claims.filter(({ evidence }) => evidence.every(({ document }) => document !== "c.txt"));
    expect(kept).toEqual(without.claims);
  });
});

test("everything read is merged or rejected with a reason", () => {
  const { account } = buildArticle(
    "He attacked Israel. Iran backs Syria. The man met the woman. Mosul was seized.",
  );
  const reasons = [...account.triples.reasons.values()].reduce((sum, n) => sum + n, 0);
  expect(account.triples.read).toBe(account.triples.merged + account.triples.rejected);
  expect(reasons).toBe(account.triples.rejected);
  expect(account.triples.rejected).toBeGreaterThan(0);
});

test("documents that copy one another are named as a wire of the graph", () => {
  const copied = "Iran, which backs Syria, accused Turkey of attacking the old town of Afrin.";
  const { graph } = buildTexts({
    "a.txt": copied,
    "b.txt": `${copied} It rained.`,
    "c.txt": "Iran backs Syria.",
  });
  expect(graph.wires.map(({ documents }) => documents)).toEqual([["a.txt", "b.txt"]]);
});

test("evidence of a symmetric claim names its ends as the claim does", () => {
  const { graph } = buildArticle("Turkey met Iran.");
  const [document] = graph.documents;
  const [claim] = graph.claims;
  const wordsOf = (span: { start: number; end: number } | undefined) =>
    span && document?.text.slice(span.start, span.end);
  expect([claim?.subject, wordsOf(claim?.evidence[0].subject)]).toEqual(["Iran", "Iran"]);
  expect(wordsOf(claim?.evidence[0].object)).toBe("Turkey");
});

import { describe, expect, it } from "vitest";
import { payloadOf } from "../../src/export/page/payload.ts";
import type { Claim, Evidence } from "../../src/model/claim.ts";
import type { Graph } from "../../src/model/graph.ts";
import type { PageClaim, PageEvidence, PagePayload } from "../../src/model/page-payload.ts";
import {
  claimOf,
  documentOf,
  emptyGraph,
  graphOf,
  hostileGraph,
  ontology,
  sampleGraph,
} from "../support/graphs.ts";

const base = "https://example.org/";
const payload = payloadOf(sampleGraph, ontology, base);

describe("the payload", () => {
  it("counts what the headline tells", () => {
    expect(payload.counts).toEqual({ documents: 4, outlets: 4, entities: 15, claims: 20, asserted: 14 });
  });

  it("quotes a sentence by where it stands in the text of its document", () => {
    for (const [i, { evidence }] of sampleGraph.claims.entries()) {
      const quotes = payload.claims[i]?.evidence.map((row) => textAt(payload, row, row.quote));
      expect(quotes).toEqual(evidence.map(({ quote }) => quote));
    }
    const [evidence] = claim("employs00000000a").evidence;
    expect(evidence && wordsOf(evidence)).toEqual(["Nordkai AG", "employs", "1,400 people"]);
  });

  it("keeps words that stand in another sentence, and none that are empty", () => {
    const [row] = payloadOf(elsewhere(), ontology, base).claims[0]?.evidence ?? [];
    expect(row).toMatchObject({ id: "e", quote: [10, 19], subject: [0, 3], predicate: [14, 18] });
    expect(row && "object" in row).toBe(false);
  });

  it("takes labels and parents of relations from the ontology and makes words of open ones", () => {
    expect(payload.relations[claim("negotiates00000a").relation]).toEqual({
      name: "negotiatesWith",
      label: "negotiates with",
      open: false,
    });
    expect(payload.relations[claim("trades000000000a").relation]).toEqual({
      name: "tradeFrom",
      label: "trade from",
      open: true,
    });
  });

  it("has the relations above those of its claims too, each once", () => {
    const above = (name: string, ...ancestors: string[]) => ({
      ...known("blocks"),
      name,
      label: name,
      ancestors,
    });
    const relations = new Map(
      [
        above("blocks", "hinders", "does"),
        above("hinders", "does"),
        above("does"),
        above("buys", "does"),
      ].map((relation) => [relation.name, relation]),
    );
    const { relations: rows } = payloadOf(sampleGraph, { ...ontology, relations }, base);
    const nameOf = (row: number | undefined) => (row === undefined ? undefined : rows[row]?.name);
    const told = rows.filter(({ name }) => relations.has(name));
    expect(told.map(({ name, parent }) => `${name} < ${nameOf(parent)}`).sort()).toEqual([
      "blocks < hinders",
      "buys < does",
      "does < undefined",
      "hinders < does",
    ]);
  });

  it("tells an open relation from one of the ontology of the same name", () => {
    const [first, second, ...rest] = sampleGraph.claims as [Claim, Claim, ...Claim[]];
    const claims = [
      { ...first, predicate: "blocks", open: false },
      { ...second, predicate: "blocks", open: true },
      ...rest,
    ];
    const { claims: rows, relations } = payloadOf({ ...sampleGraph, claims }, ontology, base);
    expect(relations[rows[0]?.relation ?? -1]).toEqual({ name: "blocks", label: "blocks", open: false });
    expect(relations[rows[1]?.relation ?? -1]).toEqual({ name: "blocks", label: "blocks", open: true });
  });

  it("draws a class as the ontology says, and one that it does not know as a thing", () => {
    const known = payload.entities.find(({ id }) => id === "IlseBrandt");
    expect(payload.types[known?.type ?? -1]).toEqual({ name: "Person", label: "person", icon: "person" });
    const strange = payloadOf(sampleGraph, { ...ontology, classes: new Map() }, base);
    expect(strange.types[known?.type ?? -1]).toEqual({ name: "Person", label: "person", icon: "thing" });
  });

  it("gives claims of one event one number, counted from 0", () => {
    const claims = sampleGraph.claims.map((own, i) => ({ ...own, event: i < 3 ? "one" : own.id }));
    const events = payloadOf({ ...sampleGraph, claims }, ontology, base).claims.map(({ event }) => event);
    expect(events.slice(0, 5)).toEqual([0, 0, 0, 1, 2]);
    expect(Math.max(...events)).toBe(sampleGraph.claims.length - 3);
  });

  it("tells contents as claims and other arguments as entities", () => {
    const [content] = claim("says0000000000aa").arguments;
    expect(content?.claims.map((i) => payload.claims[i]?.id)).toEqual(["dismissal000000a"]);
    const [from] = claim("buys00000000000a").arguments;
    expect(from?.entities.map((i) => payload.entities[i]?.label)).toEqual(["Sealane Group"]);
  });

  it("gives no place to an entity that takes part in no claim", () => {
    const places = new Map(payload.entities.map(({ id, place }) => [id, place]));
    expect(places.get("MeridianPress")).toBeUndefined();
    expect(places.get("SealaneGroup")).toBeDefined();
  });

  it("names each group after its best connected entity, the largest group first, and tells its middle", () => {
    const sizes = payload.groups.map(({ size }) => size);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(payload.entities[payload.groups[0]?.name ?? -1]?.label).toBe("Nordkai AG");
    for (const [i, { size, x, y }] of payload.groups.entries()) {
      const places = payload.entities.flatMap(({ place }) => (place?.group === i ? [place] : []));
      expect(places).toHaveLength(size);
      expect(x).toBeCloseTo(places.reduce((sum, place) => sum + place.x, 0) / size, 0.9);
      expect(y).toBeCloseTo(places.reduce((sum, place) => sum + place.y, 0) / size, 0.9);
    }
  });

  it("tells which wire a document prints: the one with most sentences in it", () => {
    const [a = "", b = "", c = ""] = sampleGraph.documents.map(({ id }) => id);
    const wire = (id: string, documents: string[], sentences: number) => ({
      id,
      agency: "Meridian Press",
      documents,
      sentences: Array.from({ length: sentences }, (_, start) =>
        documents.map((document) => ({ document, start, end: start + 1 })),
      ),
    });
    const wires = [wire("w1", [a, b], 1), wire("w2", [a, c], 2)];
    const { documents, wires: rows } = payloadOf({ ...sampleGraph, wires }, ontology, base);
    expect(documents.map((document) => document.wire)).toEqual([1, 0, 1, undefined]);
    expect(rows).toEqual([
      { id: "w1", agency: "Meridian Press", documents: [0, 1] },
      { id: "w2", agency: "Meridian Press", documents: [0, 2] },
    ]);
  });

  it("tells what the articles differ in by the claims of each side", () => {
    const side = (value: string, ...claims: string[]) => ({ value, claims });
    const sides = [side("did", "dismissal000000c"), side("did not", "dismissal000000b", "nothing")];
    const graph: Graph = {
      ...sampleGraph,
      disagreements: [
        { kind: "polarity", event: undefined, about: "Nordkai AG dismisses Jonas Fiedler", sides },
      ],
    };
    const [row] = payloadOf(graph, ontology, base).disagreements;
    expect(row?.kind).toBe("polarity");
    expect(row?.sides.map(({ claims }) => claims.map((i) => payload.claims[i]?.id))).toEqual([
      ["dismissal000000c"],
      ["dismissal000000b"],
    ]);
  });

  it("names the parts of an article but its running text", () => {
    const text = "Headline\nBody.";
    const zones = [
      { kind: "headline" as const, start: 0, end: 8 },
      { kind: "body" as const, start: 9, end: 14 },
    ];
    const { documents } = payloadOf({ ...emptyGraph, documents: [{ id: "a", text, zones }] }, ontology, base);
    expect(documents).toEqual([{ id: "a", text, zones: [{ kind: "headline", range: [0, 8] }] }]);
  });

  it("survives JSON as it is, hostile names and all", () => {
    const hostile = payloadOf(hostileGraph, ontology, base);
    expect(JSON.parse(JSON.stringify(hostile))).toEqual(hostile);
  });

  it("is empty for an empty graph", () => {
    const { entities, claims, documents, groups, wires } = payloadOf(emptyGraph, ontology, base);
    expect([entities, claims, documents, groups, wires]).toEqual([[], [], [], [], []]);
  });
});

describe("the payload of a graph with more text than a page can hold", () => {
  const short = payloadOf(sampleGraph, ontology, base, 100);

  it("keeps only the sentences that are quoted, and quotes them all the same", () => {
    expect(short.documents.every(({ abridged, zones }) => abridged === true && zones.length === 0)).toBe(
      true,
    );
    expect(short.documents.find(({ id }) => id === "courier.txt")?.text).not.toContain("blocks the Port");
    for (const [i, { evidence }] of sampleGraph.claims.entries()) {
      const quotes = short.claims[i]?.evidence.map((row) => textAt(short, row, row.quote));
      expect(quotes).toEqual(evidence.map(({ quote }) => quote));
    }
    const [evidence] = claim("employs00000000a", short).evidence;
    expect(evidence && wordsOf(evidence, short)).toEqual(["Nordkai AG", "employs", "1,400 people"]);
  });

  it("leaves out words that stand in a sentence that is not kept", () => {
    const [row] = payloadOf(elsewhere(), ontology, base, 0).claims[0]?.evidence ?? [];
    expect(row).toMatchObject({ quote: [0, 9], predicate: [4, 8] });
    expect(row && "subject" in row).toBe(false);
  });

  it("joins quotes that overlap, and marks what is left out", () => {
    const text = "One two three. Four. Five six.";
    const documents = [documentOf("a", text), documentOf("b", "Nobody quotes this.")];
    const read = (sentence: string) => ({ document: "a", sentence, words: `${sentence} | ${sentence}` });
    const claims = [
      claimOf(documents, {
        id: "c",
        subject: "x",
        predicate: "p",
        object: null,
        read: [read("One two"), read("two three."), read("Five six."), read("two")],
      }),
    ];
    const { documents: rows, claims: own } = payloadOf(graphOf(documents, [], claims), ontology, base, 0);
    expect(rows.map((row) => row.text)).toEqual(["One two three.\n…\nFive six.", ""]);
    expect(own[0]?.evidence.map(({ quote }) => rows[0]?.text.slice(...quote))).toEqual([
      "One two",
      "two three.",
      "Five six.",
      "two",
    ]);
  });
});

/** A claim of a sentence with a pronoun, whose name stands in the sentence before. */
function elsewhere(): Graph {
  const document = { id: "a", text: "Ann came. She left.", zones: [] };
  const evidence: Evidence = {
    id: "e",
    document: "a",
    start: 10,
    end: 19,
    quote: "She left.",
    subject: { start: 0, end: 3 },
    predicate: { start: 14, end: 18 },
    object: { start: 18, end: 18 },
    extractor: "x",
    confidence: 1,
  };
  const [first] = sampleGraph.claims as [Claim];
  return graphOf([document], sampleGraph.entities, [{ ...first, evidence: [evidence] }]);
}

function known(relation: string) {
  const found = ontology.relations.get(relation);
  if (found === undefined) throw new Error(`The small ontology has no relation ${relation}.`);
  return found;
}

function claim(id: string, from: PagePayload = payload): PageClaim {
  const found = from.claims.find((row) => row.id === id);
  if (found === undefined) throw new Error(`The sample has no claim ${id}.`);
  return found;
}

function textAt(from: PagePayload, { document }: PageEvidence, range: readonly [number, number]): string {
  return from.documents[document]?.text.slice(...range) ?? "";
}

function wordsOf(evidence: PageEvidence, from: PagePayload = payload): readonly (string | undefined)[] {
  return [evidence.subject, evidence.predicate, evidence.object].map(
    (range) => range && textAt(from, evidence, range),
  );
}

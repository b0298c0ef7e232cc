import { describe, expect, it } from "vitest";
import { payloadOf } from "../../src/export/page/payload.ts";
import type { PageClaim, PageEvidence, PagePayload } from "../../src/model/page-payload.ts";
import { emptyGraph, graphOf, hostileGraph, ontology, sampleGraph } from "../support/graphs.ts";

const payload = payloadOf(sampleGraph, ontology);

describe("the payload", () => {
  it("counts what the headline tells", () => {
    expect(payload.counts).toEqual({ documents: 4, outlets: 4, entities: 15, claims: 20, asserted: 14 });
  });

  it("writes a sentence that several claims quote only once", () => {
    const quotes = sampleGraph.claims.flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
    expect(payload.quotes.length).toBeLessThan(quotes.length);
    expect([...payload.quotes].sort()).toEqual([...new Set(quotes)].sort());
  });

  it("counts marked words from the beginning of the quote", () => {
    const [evidence] = claim("employs00000000a").evidence;
    expect(evidence && wordsOf(evidence)).toEqual(["Nordkai AG", "employs", "1,400 people"]);
  });

  it("leaves out words that stand in another sentence", () => {
    const document = { id: "a", text: "Ann came. She left.", zones: [] };
    const evidence = {
      id: "e",
      document: "a",
      start: 10,
      end: 19,
      quote: "She left.",
      subject: { start: 0, end: 3 },
      predicate: { start: 14, end: 18 },
      extractor: "x",
      confidence: 1,
    };
    const [first] = sampleGraph.claims;
    if (first === undefined) throw new Error("The sample has claims.");
    const graph = graphOf([document], sampleGraph.entities, [{ ...first, evidence: [evidence] }]);
    const [row] = payloadOf(graph, ontology).claims[0]?.evidence ?? [];
    expect(row?.subject).toBeUndefined();
    expect(row?.predicate).toEqual([4, 8]);
  });

  it("takes relation labels from the ontology and makes words of open ones", () => {
    expect(payload.relations[claim("negotiates00000a").relation]).toEqual({
      label: "negotiates with",
      open: false,
    });
    expect(payload.relations[claim("trades000000000a").relation]).toEqual({
      label: "trade from",
      open: true,
    });
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

  it("names each group after its best connected entity, the largest group first", () => {
    const sizes = payload.groups.map(({ size }) => size);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(payload.entities[payload.groups[0]?.name ?? -1]?.label).toBe("Nordkai AG");
  });

  it("survives JSON as it is, hostile names and all", () => {
    const hostile = payloadOf(hostileGraph, ontology);
    expect(JSON.parse(JSON.stringify(hostile))).toEqual(hostile);
  });

  it("is empty for an empty graph", () => {
    const { entities, claims, documents, groups, quotes } = payloadOf(emptyGraph, ontology);
    expect([entities, claims, documents, groups, quotes]).toEqual([[], [], [], [], []]);
  });
});

function claim(id: string): PageClaim {
  const found = payload.claims.find((row) => row.id === id);
  if (found === undefined) throw new Error(`The sample has no claim ${id}.`);
  return found;
}

function wordsOf(evidence: PageEvidence, from: PagePayload = payload): readonly (string | undefined)[] {
  const quote = from.quotes[evidence.quote] ?? "";
  return [evidence.subject, evidence.predicate, evidence.object].map(
    (range) => range && quote.slice(...range),
  );
}

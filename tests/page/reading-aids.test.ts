import { describe, expect, it } from "vitest";
import { payloadOf } from "../../src/export/page/payload.ts";
import { confidenceWords, dayWords, sourceWords, stanceWords } from "../../src/model/claim-wording.ts";
import { plain } from "../../src/model/stance.ts";
import { catalogueOf } from "../../src/page/catalogue.ts";
import { quoteSegments } from "../../src/page/marked-quote.ts";
import { nearestLine } from "../../src/page/nearest-line.ts";
import { hashOf, selectionOf } from "../../src/page/permalink.ts";
import { overlap, placeLabels } from "../../src/page/place-labels.ts";
import { fold, search, searchIndex } from "../../src/page/search.ts";
import { back, focusOf, lookAt, nothing, type State } from "../../src/page/state.ts";
import { hostileGraph, ontology, sampleGraph } from "../support/graphs.ts";

const payload = payloadOf(sampleGraph, ontology);
const catalogue = catalogueOf(payload);

describe("a stance in words", () => {
  it.for([
    [{}, "Asserted"],
    [{ polarity: "negative" }, "Denied"],
    [{ polarity: "negative", speakers: ["Ann"] }, "Denied by Ann"],
    [{ speakers: ["Ann", "Ben"], certainty: "underspecified" }, "Reported by Ann, citing Ben"],
    [{ modality: "intended", temporality: "future" }, "Planned"],
    [{ modality: "demanded", temporality: "future", speakers: ["Ann"] }, "Reported by Ann · Demanded"],
    [{ modality: "conditional", certainty: "possible" }, "Conditional · Possible"],
    [{ temporality: "future" }, "Expected"],
    [{ certainty: "probable" }, "Probable"],
    [{ certainty: "underspecified" }, "Unconfirmed"],
  ] as const)("%j is %s", ([stance, words]) => {
    expect(stanceWords({ ...plain, ...stance }).join(" · ")).toBe(words);
  });
});

describe("numbers and days in words", () => {
  it("tells a confidence as a word and a number", () => {
    expect([0.95, 0.74, 0.5, 0.2].map(confidenceWords)).toEqual([
      "very likely, 95 %",
      "likely, 74 %",
      "uncertain, 50 %",
      "doubtful, 20 %",
    ]);
  });

  it("tells documents apart from sources", () => {
    expect(sourceWords(3, 2)).toBe("3 documents, 2 independent sources");
    expect(sourceWords(1, 1)).toBe("1 document, 1 independent source");
  });

  it.for([
    ["2017-10-21", "2017-10-21", "21 Oct 2017"],
    ["2017-10-01", "2017-10-31", "Oct 2017"],
    ["2016-02-01", "2016-02-29", "Feb 2016"],
    ["2017-01-01", "2017-12-31", "2017"],
    ["2017-10-01", "2017-10-03", "1 – 3 Oct 2017"],
    ["2017-06-14", "2017-07-23", "14 Jun – 23 Jul 2017"],
    ["2016-12-30", "2017-01-02", "30 Dec 2016 – 2 Jan 2017"],
    ["someday", "someday", "someday"],
  ] as const)("tells %s to %s as %s", ([start, end, words]) => {
    expect(dayWords({ start, end })).toBe(words);
  });
});

describe("search", () => {
  const index = searchIndex(payload.entities);
  const found = (query: string): readonly string[] =>
    search(index, payload.entities, query, 8).map(({ entity }) => payload.entities[entity]?.label ?? "");

  it("is blind to case, diacritics and the marks between words", () => {
    expect(fold("Deir ez-Zôr’s ŁÓDŹ Ø")).toBe("deir ez zors lodz o");
    expect(found("TOMÁS")).toEqual(["Tomas Reyle"]);
    expect(found("harbour workers league")).toEqual(["Harbour Workers' League"]);
  });

  it("puts whole names before beginnings, and beginnings before words inside", () => {
    expect(found("varnholm")).toEqual(["Varnholm", "Port of Varnholm", "Labour Court of Varnholm"]);
  });

  it("finds entities that the map does not draw", () => {
    expect(found("meridian")).toEqual(["Meridian Press"]);
  });

  it("finds nothing for nothing", () => {
    expect(found("  ")).toEqual([]);
  });
});

describe("a quote", () => {
  it("is cut where its marked words begin and end, overlaps and all", () => {
    const evidence = {
      document: 0,
      quote: 0,
      subject: [0, 5] as const,
      predicate: [3, 8] as const,
      extractor: "x",
      confidence: 1,
    };
    const segments = quoteSegments("abcdefghij", evidence);
    expect(segments.map(({ text, parts }) => `${text}:${parts.join("+")}`)).toEqual([
      "abc:subject",
      "de:subject+predicate",
      "fgh:predicate",
      "ij:",
    ]);
  });
});

describe("links", () => {
  it("hold all claims between two entities, and look denied when one is", () => {
    const [a, b] = ["JonasFiedler", "NordkaiAg"].map((id) =>
      payload.entities.findIndex((row) => row.id === id),
    );
    const link = catalogue.links.find(({ from, to }) => from === a && to === b);
    expect(link).toMatchObject({ direction: -1, standing: "denied" });
    expect(link?.claims.length).toBe(3);
  });

  it("never join an entity to itself", () => {
    expect(catalogue.links.every(({ from, to }) => from < to)).toBe(true);
  });
});

describe("selection", () => {
  const start: State = { selection: nothing, past: [], view: "map" };

  it("goes back the way it came", () => {
    const second = lookAt(lookAt(start, { kind: "entity", index: 1 }), { kind: "claim", index: 2 });
    expect(back(second).selection).toEqual({ kind: "entity", index: 1 });
    expect(back(back(second)).selection).toEqual(nothing);
    expect(back(start).selection).toEqual(nothing);
  });

  it("keeps a claim's speakers in focus", () => {
    const claim = payload.claims.findIndex(({ id }) => id === "dismissal000000a");
    const labels = [...(focusOf(catalogue, { kind: "claim", index: claim })?.entities ?? [])].map(
      (i) => payload.entities[i]?.label,
    );
    expect(labels).toEqual(["Nordkai AG", "Jonas Fiedler", "Ilse Brandt"]);
  });

  it("comes back from its address, whatever the ids", () => {
    const hostile = payloadOf(hostileGraph, ontology);
    for (const [index, { id }] of hostile.entities.entries()) {
      if (!id.isWellFormed()) continue;
      expect(selectionOf(hostile, hashOf(hostile, { kind: "entity", index }))).toEqual({
        kind: "entity",
        index,
      });
    }
    expect(selectionOf(hostile, "#entity/%E0%A4%A")).toEqual(nothing);
  });
});

describe("label placing", () => {
  const stage = { left: 0, top: 0, right: 400, bottom: 300 };

  it("lets no two labels overlap and keeps them on the stage", () => {
    const wishes = Array.from({ length: 60 }, (_, i) => ({
      key: i,
      x: (i * 67) % 400,
      y: (i * 41) % 300,
      radius: 6,
      width: 80,
      height: 14,
      urgent: i < 5,
    }));
    const placed = placeLabels(wishes, wishes, stage, 100);
    expect(placed.length).toBeGreaterThan(5);
    for (const [i, { box }] of placed.entries()) {
      expect(placed.slice(i + 1).filter((other) => overlap(box, other.box))).toEqual([]);
      expect([box.left >= 0, box.top >= 0, box.right <= 400, box.bottom <= 300]).not.toContain(false);
    }
  });

  it("covers another disc only for an urgent label", () => {
    const wish = { key: 0, x: 200, y: 150, radius: 5, width: 60, height: 14, urgent: false };
    const around = [-1, 1].flatMap((side, i) => [
      { key: 1 + i, x: 200 + side * 30, y: 150, radius: 12 },
      { key: 3 + i, x: 200, y: 150 + side * 18, radius: 8 },
    ]);
    expect(placeLabels([wish], around, stage, 10)).toEqual([]);
    expect(placeLabels([{ ...wish, urgent: true }], around, stage, 10)).toHaveLength(1);
  });
});

describe("picking a line", () => {
  const line = { from: { x: 0, y: 0 }, to: { x: 100, y: 0 } };

  it("takes the nearest within reach, and none beyond its ends", () => {
    const other = { from: { x: 0, y: 10 }, to: { x: 100, y: 10 } };
    expect(nearestLine([undefined, line, other], { x: 50, y: 4 }, 8)).toBe(1);
    expect(nearestLine([line], { x: 50, y: 9 }, 8)).toBe(-1);
    expect(nearestLine([line], { x: 110, y: 0 }, 8)).toBe(-1);
  });
});

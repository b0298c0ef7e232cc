import { describe, expect, it } from "vitest";
import { plain } from "../../../src/model/stance.ts";
import { biggestStory } from "../../../src/page/data/biggest-story.ts";
import {
  byDay,
  claimsByDirection,
  claimsByRelation,
  mostTold,
  neighboursOf,
  toldOtherwise,
} from "../../../src/page/data/claim-groups.ts";
import { sketched } from "./sketch.ts";

const day = (start: string) => ({ start, end: start, text: [], basis: "told" as const });
const by = (...speakers: number[]) => ({ ...plain, speakers });

describe("the claims of an entity", () => {
  it("are grouped by relation and direction, the largest group first, each claim once", () => {
    const catalogue = sketched(4, [
      { subject: 0, relation: 0, object: 1 },
      { subject: 1, relation: 0, object: 0 },
      { subject: 2, relation: 0, object: 0 },
      { subject: 0, relation: 1, object: 0 },
      { subject: 1, relation: 1, object: 2, stance: by(0) },
      { subject: 1, relation: 2, object: 2, arguments: [{ role: "place", entities: [0], claims: [] }] },
      { subject: 1, relation: 2, object: 3 },
    ]);
    expect(claimsByRelation(catalogue, 0)).toEqual({
      own: [
        { relation: 0, direction: "suffers", claims: [1, 2] },
        { relation: 0, direction: "does", claims: [0] },
        { relation: 1, direction: "does", claims: [3] },
      ],
      says: [4],
      takesPart: [5],
    });
  });

  it("tie it to its neighbours, those with most claims first", () => {
    const catalogue = sketched(4, [
      { subject: 0, object: 1 },
      { subject: 2, object: 0 },
      { subject: 0, object: 2 },
      { subject: 3, object: 1 },
    ]);
    expect(neighboursOf(catalogue, 0).map(({ entity, claims }) => [entity, claims])).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });
});

describe("the claims of a link", () => {
  it("run forth and back, each way by day, then by how many tell it; loose ones apart", () => {
    const catalogue = sketched(
      3,
      [
        { subject: 1, object: 0, time: day("2020-01-03") },
        { subject: 0, object: 1 },
        { subject: 0, object: 1, time: day("2020-01-02"), in: [0] },
        { subject: 0, object: 1, time: day("2020-01-02"), in: [0, 1] },
        { subject: 0, object: 2, stance: by(1) },
      ],
      [{}, {}],
    );
    const link = catalogue.links.find(({ from, to }) => from === 0 && to === 1);
    expect(link && claimsByDirection(catalogue, link)).toEqual({ forth: [3, 2, 1], back: [0], loose: [4] });
  });
});

describe("orders of claims", () => {
  it("put first what most independent sources tell, then what most documents, then what is surest", () => {
    const catalogue = sketched(1, [
      { confidence: 0.5 },
      { confidence: 0.9 },
      { independentSources: 1, in: [0, 0] },
      { independentSources: 2 },
    ]);
    expect(mostTold(catalogue, [0, 1, 2, 3])).toEqual([3, 2, 1, 0]);
  });

  it("take the day of the telling where a claim has none", () => {
    const catalogue = sketched(
      1,
      [{ in: [1] }, { time: day("2020-05-01") }, { in: [0] }],
      [{}, { published: "2020-04-30" }],
    );
    expect(byDay(catalogue, [0, 1, 2])).toEqual([0, 1, 2]);
    expect(byDay(catalogue, [2, 1, 0])).toEqual([0, 1, 2]);
  });
});

describe("other tellings of an event", () => {
  it("leave out the claim itself and what contradicts it", () => {
    const catalogue = sketched(1, [
      { event: 7, conflictsWith: [1] },
      { event: 7, conflictsWith: [0] },
      { event: 7, independentSources: 1 },
      { event: 7, independentSources: 2 },
      { event: 8 },
    ]);
    expect(toldOtherwise(catalogue, 0)).toEqual([3, 2]);
    expect(toldOtherwise(catalogue, 4)).toEqual([]);
  });
});

describe("the biggest story", () => {
  const four = [{ outlet: "A" }, { outlet: "B" }, { outlet: "C", wire: 0 }, { outlet: "D", wire: 0 }];

  it("is the event told by most independent sources, by its best telling", () => {
    const catalogue = sketched(
      3,
      [
        { subject: 0, object: 1, event: 1, in: [0, 1], independentSources: 2 },
        { subject: 1, object: 2, event: 2, in: [0, 1, 2], independentSources: 3, stance: by(0) },
        { subject: 1, object: 2, event: 2, in: [0, 1, 3], independentSources: 3 },
        { subject: 2, object: 0, event: 3, in: [0, 1, 2, 3], independentSources: 2 },
      ],
      four,
    );
    const story = biggestStory(catalogue, [0, 1, 2, 3]);
    expect(story).toMatchObject({ claim: 2, sources: 3, documents: 4, claims: 2 });
    expect(catalogue.links[story?.link ?? -1]).toMatchObject({ from: 1, to: 2 });
    expect(biggestStory(catalogue, [0])).toMatchObject({ claim: 0, sources: 2 });
  });

  it("prefers a whole sentence to half a one", () => {
    const catalogue = sketched(2, [
      { subject: 0, object: null, independentSources: 2 },
      { subject: 0, object: 1, independentSources: 2 },
    ]);
    expect(biggestStory(catalogue, [0, 1])?.claim).toBe(1);
    const telling = sketched(2, [
      { subject: 0, object: null, event: 1, independentSources: 3 },
      { subject: 0, object: 1, event: 1, independentSources: 2 },
    ]);
    expect(biggestStory(telling, [0, 1])).toMatchObject({ claim: 1, sources: 3 });
  });

  it("is about the two of whom most sources tell, where each event has one source; prints of a wire are one", () => {
    const catalogue = sketched(
      3,
      [
        { subject: 0, object: 1, in: [2] },
        { subject: 0, object: 1, in: [3] },
        { subject: 1, object: 2, in: [0] },
        { subject: 2, object: 1, in: [1] },
      ],
      four,
    );
    const story = biggestStory(catalogue, [0, 1, 2, 3]);
    expect(story).toMatchObject({ claim: 2, sources: 2, documents: 2, claims: 2 });
    expect(biggestStory(catalogue, [0, 1])).toBeUndefined();
    expect(biggestStory(catalogue, [])).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import type { Scene, SceneLine, SceneNode } from "../../../src/page/data/scene.ts";
import { applyDifference, emptyGraph } from "../../../src/page/map/map-graph.ts";
import { differenceOf, emptyScene } from "../../../src/page/map/scene-difference.ts";

const node = (index: number): SceneNode => ({ key: `e${index}`, kind: "entity", index });
const line = (from: number, to: number, change: Partial<SceneLine> = {}): SceneLine => ({
  key: `c${from}${to}-e${from}-e${to}`,
  from: `e${from}`,
  to: `e${to}`,
  claims: [0],
  kind: "claim",
  look: "asserted",
  arrow: true,
  bend: 0,
  sources: 1,
  ...change,
});
const first: Scene = { nodes: [0, 1, 2].map(node), lines: [line(0, 1), line(1, 2), line(2, 2)] };
const second: Scene = { nodes: [1, 2, 3].map(node), lines: [line(1, 2, { look: "denied" }), line(2, 3)] };
const place = ({ index }: SceneNode) => ({ x: index, y: 0, size: 5, group: 0 });

describe("the difference of two scenes", () => {
  it("is nothing for the same one", () => {
    expect(differenceOf(first, first)).toEqual({ dropLines: [], dropNodes: [], addNodes: [], addLines: [] });
  });

  it("drops what is gone, adds what comes, and changes what looks otherwise", () => {
    const { dropLines, dropNodes, addNodes, addLines } = differenceOf(first, second);
    expect(dropNodes).toEqual(["e0"]);
    expect(addNodes).toEqual([node(3)]);
    expect(dropLines).toEqual(first.lines.map(({ key }) => key));
    expect(addLines).toEqual(second.lines);
  });

  it("leaves a line alone that stands for other claims and looks the same", () => {
    const more: Scene = { ...first, lines: first.lines.map((each) => ({ ...each, claims: [0, 1] })) };
    expect(differenceOf(first, more)).toMatchObject({ dropLines: [], addLines: [] });
  });
});

describe("the drawn graph", () => {
  it("becomes the next scene, keeps the places of what stays, and has no loops", () => {
    const graph = emptyGraph();
    applyDifference(graph, differenceOf(emptyScene, first), place);
    expect(graph.edges()).toEqual(["c01-e0-e1", "c12-e1-e2"]);
    graph.mergeNodeAttributes("e1", { x: 77 });
    applyDifference(graph, differenceOf(first, second), place);
    expect(graph.nodes()).toEqual(["e1", "e2", "e3"]);
    expect(graph.getNodeAttribute("e1", "x")).toBe(77);
    expect(graph.mapEdges((key, { look }) => [key, look])).toEqual([
      ["c12-e1-e2", "denied"],
      ["c23-e2-e3", "asserted"],
    ]);
  });

  it("draws bent lines apart from straight ones, and thicker ones for more sources", () => {
    const graph = emptyGraph();
    const lines = [
      line(0, 1, { bend: 0.1, sources: 3 }),
      line(1, 2, { kind: "loose", arrow: false }),
      line(0, 2, { sources: 40 }),
    ];
    applyDifference(graph, differenceOf(emptyScene, { ...first, lines }), place);
    const drawn = graph.mapEdges((_, { type, kind, size }) => ({ type, kind, size }));
    expect(drawn.map(({ type, kind }) => `${type} ${kind}`)).toEqual([
      "bow claim",
      "line loose",
      "arrow claim",
    ]);
    expect(drawn[0]?.size).toBeGreaterThan(drawn[1]?.size ?? 9);
    expect(drawn[2]?.size).toBe(5);
  });
});

import type { Scene, SceneLine, SceneNode } from "../data/scene.ts";
import type { NodePlace } from "./node-place.ts";

/** A scene with what the map looks up in it; made once for each. */
export interface SceneIndex {
  readonly scene: Scene;
  readonly nodes: ReadonlyMap<string, SceneNode>;
  readonly lines: ReadonlyMap<string, SceneLine>;
  /** The lines of a node, by key; a loop stands once. */
  readonly linesAt: ReadonlyMap<string, readonly SceneLine[]>;
  readonly loops: readonly SceneLine[];
  /** The largest first. */
  readonly prominent: readonly string[];
}

/** Makes the lookups of a scene. */
export function indexOf(scene: Scene, placeOf: (node: SceneNode) => NodePlace): SceneIndex {
  const linesAt = new Map<string, SceneLine[]>(scene.nodes.map(({ key }) => [key, []]));
  for (const line of scene.lines) {
    linesAt.get(line.from)?.push(line);
    if (line.to !== line.from) linesAt.get(line.to)?.push(line);
  }
  const sizes = new Map(scene.nodes.map((node) => [node.key, placeOf(node).size]));
  return {
    scene,
    nodes: new Map(scene.nodes.map((node) => [node.key, node])),
    lines: new Map(scene.lines.map((line) => [line.key, line])),
    linesAt,
    loops: scene.lines.filter(({ from, to }) => from === to),
    prominent: [...sizes.keys()].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0)),
  };
}

/** Those at the other ends of the lines of a node, the ones with most claims first. */
export function neighboursOf(index: SceneIndex, key: string): readonly string[] {
  const claims = new Map<string, number>();
  for (const line of index.linesAt.get(key) ?? []) {
    const other = line.from === key ? line.to : line.from;
    const weight = line.kind === "loose" ? line.claims.length / 1000 : line.claims.length;
    if (other !== key) claims.set(other, (claims.get(other) ?? 0) + weight);
  }
  return [...claims.keys()].sort((a, b) => (claims.get(b) ?? 0) - (claims.get(a) ?? 0));
}

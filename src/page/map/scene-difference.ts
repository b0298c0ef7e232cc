import type { Scene, SceneLine, SceneNode } from "../data/scene.ts";

/** What turns one scene into another: first drop, then add. */
export interface SceneDifference {
  /** Keys. */
  readonly dropLines: readonly string[];
  readonly dropNodes: readonly string[];
  readonly addNodes: readonly SceneNode[];
  /** With those that are there but look otherwise now; their keys are among the dropped ones too. */
  readonly addLines: readonly SceneLine[];
}

/** Nothing is drawn. */
export const emptyScene: Scene = { nodes: [], lines: [] };

/** Finds what has to change on the map; what stays is left where it is. */
export function differenceOf(before: Scene, after: Scene): SceneDifference {
  const oldNodes = new Set(before.nodes.map(({ key }) => key));
  const newNodes = new Set(after.nodes.map(({ key }) => key));
  const oldLines = new Map(before.lines.map((line) => [line.key, line]));
  const kept = new Set<string>();
  for (const line of after.lines) {
    const old = oldLines.get(line.key);
    if (old !== undefined && alike(old, line)) kept.add(line.key);
  }
  return {
    dropLines: before.lines.flatMap(({ key }) => (kept.has(key) ? [] : [key])),
    dropNodes: before.nodes.flatMap(({ key }) => (newNodes.has(key) ? [] : [key])),
    addNodes: after.nodes.filter(({ key }) => !oldNodes.has(key)),
    addLines: after.lines.filter(({ key }) => !kept.has(key)),
  };
}

/** Whether two lines of one key are drawn the same; the claims they stand for are read from the scene. */
function alike(a: SceneLine, b: SceneLine): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.kind === b.kind &&
    a.look === b.look &&
    a.arrow === b.arrow &&
    a.bend === b.bend &&
    a.sources === b.sources
  );
}

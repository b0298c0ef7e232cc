import { stanceWords } from "../../model/claim-wording.ts";
import { pageWords } from "../../model/page-words.ts";
import type { Catalogue } from "../data/catalogue.ts";
import type { SceneLine } from "../data/scene.ts";
import { lineWords } from "./map-captions.ts";
import type { SceneIndex } from "./scene-index.ts";

/** A line told in words: who, what, whom, and how that is held. */
export interface LineTold {
  readonly from: string;
  /** What stands between the two names. */
  readonly does: string;
  readonly to: string;
  readonly notes: readonly string[];
}

/** Tells a line to those who point at it. */
export function tellLine(catalogue: Catalogue, index: SceneIndex, line: SceneLine): LineTold {
  const { kind, look, claims, sources } = line;
  const words = pageWords.map;
  const names = { from: nameOf(catalogue, index, line.from), to: nameOf(catalogue, index, line.to) };
  const count = words.claims(claims.length);
  if (kind === "loose") return { ...names, does: words.between, notes: [words.aside, count] };
  if (kind === "bundle") return { ...names, does: words.between, notes: [count, words.look[look]] };
  return {
    ...names,
    does: lineWords(catalogue, line),
    notes: [...heldWords(catalogue, line), words.sources(sources)],
  };
}

/** How the one claim of a line is held, by whom, and whether another contradicts it. */
function heldWords({ payload }: Catalogue, { claims, look }: SceneLine): readonly string[] {
  const stance = payload.claims[claims[0] ?? -1]?.stance;
  if (stance === undefined) return [];
  const speakers = stance.speakers.flatMap((speaker) => payload.entities[speaker]?.label ?? []);
  const conflict = look === "conflict" ? [pageWords.map.look.conflict] : [];
  return [...conflict, ...stanceWords({ ...stance, speakers })];
}

/** The name of what a node stands for; of a group, that of its best connected entity. */
export function nameOf({ payload }: Catalogue, { nodes }: SceneIndex, key: string): string {
  const node = nodes.get(key);
  const entity = node?.kind === "group" ? payload.groups[node.index]?.name : node?.index;
  return payload.entities[entity ?? -1]?.label ?? "";
}

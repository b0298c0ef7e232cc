import type { PageIcon } from "../../model/page-payload.ts";
import { pageWords } from "../../model/page-words.ts";
import type { Catalogue } from "../data/catalogue.ts";
import type { Look } from "../data/held.ts";
import type { Scene } from "../data/scene.ts";
import { badges } from "./icons.ts";
import { isSum } from "./map-graph.ts";
import type { VectorLegendEntry } from "./map-vector.ts";
import { colouredGroups, nodeColour, type Palette } from "./palette.ts";

/** What a legend explains: only what is on the map. */
export interface LegendEntries {
  /** Groups with a colour and a name: indexes, the largest first. */
  readonly groups: readonly number[];
  /** Whether some nodes have the colour of all other groups. */
  readonly others: boolean;
  readonly icons: readonly PageIcon[];
  readonly looks: readonly Look[];
  /** Whether some lines stand for several claims. */
  readonly bundles: boolean;
}

/** Groups smaller than this are no group worth a name. */
const smallestNamed = 3;
const icons: readonly PageIcon[] = ["person", "state", "body", "place", "event", "agreement", "thing"];
const looks: readonly Look[] = ["asserted", "reported", "uncertain", "denied", "conflict"];

/** Finds what is on the map and needs a word. */
export function legendEntries({ payload }: Catalogue, { nodes, lines }: Scene): LegendEntries {
  const groups = new Set<number>();
  const present = new Set<PageIcon | undefined>();
  for (const { kind, index } of nodes) {
    const entity = payload.entities[index];
    groups.add(kind === "group" ? index : (entity?.place?.group ?? 0));
    if (kind === "entity") present.add(payload.types[entity?.type ?? -1]?.icon);
  }
  const named = [...groups].filter(
    (group) => group < colouredGroups && (payload.groups[group]?.size ?? 0) >= smallestNamed,
  );
  const firm = lines.filter(({ kind }) => kind !== "loose");
  const seen = new Set(firm.filter((line) => !isSum(line)).map(({ look }) => look));
  return {
    groups: named.sort((a, b) => a - b),
    others: named.length < groups.size,
    icons: icons.filter((icon) => present.has(icon)),
    looks: looks.filter((look) => seen.has(look)),
    bundles: firm.some(({ kind }) => kind === "bundle"),
  };
}

/** The entries as words with their colours, in the order of the legend. */
export function legendWords(
  { payload }: Catalogue,
  palette: Palette,
  { groups, others, icons: kinds, looks: held, bundles }: LegendEntries,
): readonly VectorLegendEntry[] {
  const words = pageWords.map;
  const nameOf = (group: number): string => payload.entities[payload.groups[group]?.name ?? -1]?.label ?? "";
  return [
    ...groups.map((group) => ({
      kind: "group" as const,
      colour: nodeColour(palette, group),
      words: `${nameOf(group)} ${words.more((payload.groups[group]?.size ?? 1) - 1)}`,
    })),
    ...(others
      ? [{ kind: "group" as const, colour: nodeColour(palette, Infinity), words: words.otherGroups }]
      : []),
    ...kinds.map((icon) => ({ kind: "icon" as const, colour: palette.muted, icon, words: words.kind[icon] })),
    ...held.map((look) => ({
      kind: "line" as const,
      colour: palette.lines[look],
      badge: badges[look],
      words: words.look[look],
    })),
    ...(bundles
      ? [{ kind: "line" as const, colour: palette.lines.asserted, badge: "7", words: words.bundle }]
      : []),
  ];
}

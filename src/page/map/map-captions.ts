import { digits } from "../../model/count-words.ts";
import { pageWords } from "../../model/page-words.ts";
import type { Catalogue } from "../data/catalogue.ts";
import type { SceneLine } from "../data/scene.ts";
import {
  badgeRadius,
  type Captions,
  type DiscMark,
  type LineCaption,
  type LoopMark,
  type NodeCaption,
  smallBadgeRadius,
} from "./captions.ts";
import { badges } from "./icons.ts";
import { type LineShape, pointBetween, shapeOf } from "./line-shape.ts";
import { isSum, thicknessOf } from "./map-graph.ts";
import { litOf, type MapLook, standsOut } from "./map-look.ts";
import { lineColour, nodeColour } from "./palette.ts";
import type { Disc } from "./place-labels.ts";
import type { SceneIndex } from "./scene-index.ts";

/** What the captions need to know of the drawn map: its size, and where a node stands. */
export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  disc(key: string): Disc | undefined;
}

/** Names are looked for among so many nodes in view; more would slow panning down. */
const namesConsidered = 400;
/** The names that stand even where they cover a smaller disc: without them a dense middle would be nameless. */
const urgentNames = 14;
/** So many lines in focus say what they say. */
const pillsConsidered = 24;
/** Where more lines are in view, or more than have room, only those in focus have signs. */
const badgesConsidered = 80;
/** One sign for so many square pixels. */
const areaForBadge = 5500;
/** Discs smaller than this cannot carry an icon that one can see. */
const leastForIcon = 6.5;

/** On a stage with a shorter side, in pixels, all signs are small. */
const smallStage = 360;

const shares = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78];

/** Says which names, wordings and signs should stand on the map as it is drawn now. */
export function captionsOf(catalogue: Catalogue, index: SceneIndex, look: MapLook, map: DrawnMap): Captions {
  const lit = litOf(look);
  const inView = discsInView(map, look, index);
  const discs = inView.filter(({ key }) => lit?.nodes.has(key) ?? true);
  const all = inView.length < namesConsidered;
  const seen = new Set(inView.map(({ key }) => key));
  return {
    nodes: nodeCaptions(catalogue, index, look, inView),
    lines: linesToCaption(
      index,
      look,
      seen,
      Math.min(badgesConsidered, (map.width * map.height) / areaForBadge),
    ).flatMap(([line, worded]) => lineCaption(catalogue, map, line, worded, lit === undefined) ?? []),
    loops: index.loops.flatMap((line) => (seen.has(line.from) ? loopMark(look, map, line) : [])),
    // What stands out comes last, so that no ring of another cuts into it.
    marks: inView.map((disc) => markOf(catalogue, index, look, disc, all)).reverse(),
    discs,
  };
}

/** How a line of the scene runs over the screen; undefined where one of its ends is not drawn. */
export function shapeOn(map: DrawnMap, { from, to, bend }: SceneLine): LineShape | undefined {
  const start = map.disc(from);
  const end = from === to ? start : map.disc(to);
  return start === undefined || end === undefined ? undefined : shapeOf(start, end, bend, from === to);
}

/** What stands out first, then the focus, then the rest, each by size. */
function discsInView(map: DrawnMap, look: MapLook, { prominent, nodes }: SceneIndex): readonly Disc[] {
  const lit = litOf(look);
  const first = [look.hovered, look.marked, look.focus?.centre].flatMap((key) => key ?? []);
  const focused = lit === undefined ? [] : prominent.filter((key) => lit.nodes.has(key));
  const discs: Disc[] = [];
  for (const key of new Set([...first.filter((each) => nodes.has(each)), ...focused, ...prominent])) {
    if (discs.length >= namesConsidered) break;
    const disc = map.disc(key);
    if (disc === undefined) continue;
    const { x, y, radius } = disc;
    if (x > -radius && y > -radius && x < map.width + radius && y < map.height + radius) discs.push(disc);
  }
  return discs;
}

function nodeCaptions(
  { payload }: Catalogue,
  { nodes }: SceneIndex,
  look: MapLook,
  discs: readonly Disc[],
): readonly NodeCaption[] {
  const lit = litOf(look);
  return discs
    .filter(({ key }) => (lit?.nodes.has(key) ?? true) || standsOut(look, key))
    .map((disc, i) => {
      const node = nodes.get(disc.key);
      const group = node?.kind === "group" ? payload.groups[node.index] : undefined;
      const text = payload.entities[group?.name ?? node?.index ?? -1]?.label ?? "";
      return {
        ...disc,
        text,
        ...(group === undefined ? {} : { note: pageWords.map.members(group.size) }),
        urgent: i < urgentNames,
        strong: standsOut(look, disc.key),
      };
    });
}

/** Lines with whether they get their wording: those in focus, and where few are in view all for their signs. */
function linesToCaption(
  index: SceneIndex,
  look: MapLook,
  seen: ReadonlySet<string>,
  budget: number,
): readonly (readonly [SceneLine, boolean])[] {
  const lit = litOf(look);
  const pointed = look.line === undefined ? undefined : index.lines.get(look.line);
  if (lit !== undefined) {
    const firm = [...lit.lines].flatMap((key) => {
      const line = index.lines.get(key);
      return line === undefined || line.kind === "loose" ? [] : [line];
    });
    const worded = [...firm].sort((a, b) => b.sources - a.sources).slice(0, pillsConsidered);
    const rest = firm.length > 2 * badgesConsidered ? [] : firm;
    const order = new Set([...worded, ...rest]);
    return [...order].map((line) => [line, worded.includes(line)] as const);
  }
  const inView = new Set<SceneLine>();
  for (const key of seen) {
    for (const line of index.linesAt.get(key) ?? []) if (needsBadge(line)) inView.add(line);
    if (inView.size > budget) break;
  }
  const all = inView.size > budget ? [] : [...inView];
  return [...new Set(pointed === undefined ? all : [pointed, ...all])].map((line) => [line, false] as const);
}

function needsBadge(line: SceneLine): boolean {
  return !isSum(line) && badgeOf(line) !== "";
}

function lineCaption(
  catalogue: Catalogue,
  map: DrawnMap,
  line: SceneLine,
  worded: boolean,
  small: boolean,
): LineCaption | undefined {
  const shape = shapeOn(map, line);
  if (shape === undefined) return undefined;
  const spots = shares
    .map((share) => pointBetween(shape, share))
    .filter(({ x, y }) => x >= 0 && y >= 0 && x <= map.width && y <= map.height);
  const caption: LineCaption = {
    key: line.key,
    look: isSum(line) ? "asserted" : line.look,
    badge: badgeOf(line),
    text: worded && !isSum(line) ? lineWords(catalogue, line) : "",
    radius: small || Math.min(map.width, map.height) < smallStage ? smallBadgeRadius : badgeRadius,
    spots,
  };
  return spots.length === 0 || (caption.badge === "" && caption.text === "") ? undefined : caption;
}

/** The sign of a line: how its claim is held, or how many claims it stands for. */
export function badgeOf({ kind, look, claims }: SceneLine): string {
  if (kind === "loose") return "";
  return kind === "bundle" ? digits(claims.length) : badges[look];
}

/** What a line says: its relation, or the relation of its first claim and how many more there are. */
export function lineWords({ payload }: Catalogue, { claims }: SceneLine): string {
  const first = payload.claims[claims[0] ?? -1];
  const label = payload.relations[first?.relation ?? -1]?.label ?? "";
  const denied = claims.length === 1 && first?.stance.polarity === "negative";
  const words = denied ? pageWords.map.not(label) : label;
  return claims.length > 1 ? pageWords.map.andMore(words, claims.length - 1) : words;
}

function loopMark(look: MapLook, map: DrawnMap, line: SceneLine): readonly LoopMark[] {
  const shape = shapeOn(map, line);
  if (shape?.kind !== "loop") return [];
  const faded = !(litOf(look)?.lines.has(line.key) ?? true);
  const colour = faded ? look.palette.fadedLine : lineColour(look.palette, line.look, false);
  return [{ key: line.key, shape, colour, faded, width: Math.max(1.3, thicknessOf(line) * look.scale) }];
}

/** @param all whether every disc in view is looked at: rings around some of many would tell them apart for no reason */
function markOf(
  { payload }: Catalogue,
  { nodes }: SceneIndex,
  look: MapLook,
  disc: Disc,
  all: boolean,
): DiscMark {
  const node = nodes.get(disc.key);
  const group = node?.kind === "group";
  const entity = group ? undefined : payload.entities[node?.index ?? -1];
  const faded = !(litOf(look)?.nodes.has(disc.key) ?? true) && !standsOut(look, disc.key);
  return {
    ...disc,
    group,
    faded,
    plain: faded || !all,
    icon: disc.radius < leastForIcon ? undefined : payload.types[entity?.type ?? -1]?.icon,
    colour: nodeColour(look.palette, group ? (node?.index ?? 0) : (entity?.place?.group ?? 0)),
    ring: disc.key === look.marked ? "marked" : disc.key === look.focus?.centre ? "chosen" : undefined,
  };
}

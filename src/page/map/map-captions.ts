import type { Captions, LineCaption, NodeCaption } from "./captions.ts";
import { byProminence, type Catalogue, type Link } from "./catalogue.ts";
import type { Look } from "./map-look.ts";
import type { Disc } from "./place-labels.ts";

/** What the captions need to know of the drawn map: its size, and where an entity stands. */
export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  disc(entity: number): Disc | undefined;
}

/** Names are looked for among so many nodes in view; more would slow panning down. */
const namesConsidered = 400;
/** The names that stand even where they cover a smaller disc: without them a dense middle would be nameless. */
const urgentNames = 14;
const pillsConsidered = 14;

/** Says which names and wordings should stand on the map as it is drawn now. */
export function captionChooser(catalogue: Catalogue): (map: DrawnMap, look: Look) => Captions {
  const prominent = byProminence(catalogue.payload.entities);
  const loops = new Set(
    catalogue.payload.claims.flatMap(({ subject, object }) => (subject === object ? [subject] : [])),
  );
  return (map, look) => {
    const inFocus = ({ key }: Disc): boolean => look.focus?.entities.has(key) ?? true;
    const inView = discsInView(map, look, prominent);
    const discs = inView.filter(inFocus);
    return {
      nodes: nodeCaptions(catalogue, look, inView),
      lines: lineCaptions(map, catalogue, look),
      loops: discs.filter(({ key }) => loops.has(key)),
      discs,
    };
  };
}

/** The chosen and hovered first, then the focus, then the rest, each by size. */
function discsInView(map: DrawnMap, look: Look, prominent: readonly number[]): readonly Disc[] {
  const first = [look.hovered, look.chosen].filter((key) => key !== null);
  const focused = look.focus === null ? [] : prominent.filter((key) => look.focus?.entities.has(key));
  const discs: Disc[] = [];
  for (const key of new Set([...first, ...focused, ...prominent])) {
    if (discs.length >= namesConsidered) break;
    const disc = map.disc(key);
    if (disc === undefined) continue;
    const { x, y, radius } = disc;
    if (x > -radius && y > -radius && x < map.width + radius && y < map.height + radius) discs.push(disc);
  }
  return discs;
}

function nodeCaptions(catalogue: Catalogue, look: Look, discs: readonly Disc[]): readonly NodeCaption[] {
  return discs
    .filter(({ key }) => (look.focus?.entities.has(key) ?? true) || key === look.hovered)
    .map((disc, i) => ({
      ...disc,
      text: catalogue.payload.entities[disc.key]?.label ?? "",
      urgent: i < urgentNames,
      strong: disc.key === look.chosen || disc.key === look.hovered,
    }));
}

/** Wordings stand on the lines in focus only; over the whole map they would be noise. */
function lineCaptions(map: DrawnMap, catalogue: Catalogue, look: Look): readonly LineCaption[] {
  return [...(look.focus?.links ?? [])].slice(0, pillsConsidered).flatMap((index) => {
    const link = catalogue.links[index];
    const from = link && map.disc(link.from);
    const to = link && map.disc(link.to);
    if (link === undefined || from === undefined || to === undefined || link.claims.length === 0) return [];
    return [{ from, to, text: linkWords(catalogue, link), denied: link.standing === "denied" }];
  });
}

function linkWords({ payload }: Catalogue, link: Link): string {
  const first = payload.claims[link.claims[0] ?? -1];
  const label = payload.relations[first?.relation ?? -1]?.label ?? "";
  const not = link.claims.length === 1 && first?.stance.polarity === "negative" ? "not: " : "";
  const more = link.claims.length > 1 ? ` +${link.claims.length - 1}` : "";
  return `${not}${label}${more}`;
}

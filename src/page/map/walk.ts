import { pageWords } from "../../model/page-words.ts";
import type { PageContext } from "../context.ts";
import { nameOf } from "./line-words.ts";
import { lineWords } from "./map-captions.ts";
import type { MapView } from "./map-view.ts";
import { neighboursOf } from "./scene-index.ts";

/** Walks over the map from one to the next, without choosing. */
export interface Walk {
  /** On to the next neighbour of the chosen one, or back; over all by their size where none is chosen. */
  step(by: 1 | -1): void;
  /** What the walk has come to. */
  marked(): string | undefined;
  /** Whether there was anything to forget. */
  forget(): boolean;
}

/** Makes the walk of the keys. */
export function createWalk(context: PageContext, view: () => MapView | null): Walk {
  const marked = (): string | undefined => view()?.look().marked;
  return {
    marked,
    forget() {
      if (marked() === undefined) return false;
      view()?.relook({ marked: undefined });
      return true;
    },
    step(by) {
      const map = view();
      if (map === null) return;
      const index = map.index();
      const centre = context.shown().focus?.centre;
      const way = centre === undefined ? index.prominent : neighboursOf(index, centre);
      if (way.length === 0) return context.say(pageWords.map.nothingNear);
      const at = way.indexOf(marked() ?? "");
      const next = at < 0 ? (by > 0 ? 0 : way.length - 1) : (at + by + way.length) % way.length;
      const key = way[next] ?? "";
      map.relook({ marked: key });
      reveal(map, key);
      const told = centre === undefined ? "" : wordings(context, map, centre, key);
      const name = nameOf(context.catalogue, index, key);
      context.say(`${told === "" ? name : `${name}: ${told}`} (${next + 1} / ${way.length})`);
    },
  };
}

/** Brings a node into view that is not. */
function reveal(map: MapView, key: string): void {
  const disc = map.disc(key);
  const place = map.placeOf(key);
  const rim = 30;
  const inView =
    disc !== undefined &&
    disc.x > rim &&
    disc.y > rim &&
    disc.x < map.width - rim &&
    disc.y < map.height - rim;
  if (!inView && place !== undefined) map.centre(place);
}

/** What ties two nodes, in the words on their lines. */
function wordings({ catalogue }: PageContext, map: MapView, centre: string, key: string): string {
  const lines = map.index().linesAt.get(centre) ?? [];
  return lines
    .filter(({ from, to, kind }) => (from === key || to === key) && kind !== "loose")
    .map((line) => lineWords(catalogue, line))
    .join(", ");
}

import { pageWords } from "../../model/page-words.ts";
import type { PageContext } from "../context.ts";
import { button, element, isolated } from "../element.ts";
import type { ScreenPoint } from "./line-shape.ts";
import type { MapView } from "./map-view.ts";

/** Moves an entity without dragging: by a click where it should stand, or by the arrow keys. */
export interface MoveMode {
  /** What to do, as long as something is being moved. */
  readonly root: HTMLElement;
  start(entity: number): void;
  /** Whether the click was meant for it. */
  takeClick(at: ScreenPoint): boolean;
  /** Whether the key was meant for it. */
  takeKey(key: string): boolean;
}

/** An arrow key moves by so many pixels. */
const step = 16;

const arrows: ReadonlyMap<string, readonly [right: number, down: number]> = new Map([
  ["ArrowLeft", [-step, 0]],
  ["ArrowRight", [step, 0]],
  ["ArrowUp", [0, -step]],
  ["ArrowDown", [0, step]],
]);

/** Makes the mode; `focus` brings the keys to the map, `changed` is called when something has moved. */
export function createMoveMode(
  context: PageContext,
  view: () => MapView | null,
  focus: () => void,
  changed: () => void,
): MoveMode {
  const text = element("span");
  const root = element(
    "p",
    { class: "map-hint", hidden: "" },
    text,
    button({ class: "quiet" }, () => end(), pageWords.map.done),
  );
  let moving: { readonly key: string; readonly name: string } | undefined;
  let moved = false;

  const end = (): void => {
    if (moving === undefined) return;
    const { name } = moving;
    moving = undefined;
    root.hidden = true;
    context.say(moved ? pageWords.map.moved(name) : pageWords.map.stayed(name));
  };
  const put = (at: ScreenPoint): void => {
    const map = view();
    if (map === null || moving === undefined) return;
    map.move(new Map([[moving.key, map.toMap(at)]]));
    moved = true;
    changed();
  };

  return {
    root,
    start(entity) {
      const name = context.catalogue.payload.entities[entity]?.label ?? "";
      if (view()?.placeOf(`e${entity}`) === undefined) return context.say(pageWords.map.stayed(name));
      moving = { key: `e${entity}`, name };
      moved = false;
      const words = pageWords.map.moving(name);
      text.replaceChildren(isolated(words));
      root.hidden = false;
      context.say(words);
      focus();
    },
    takeClick(at) {
      // What is no longer drawn cannot be put anywhere.
      if (moving !== undefined && view()?.disc(moving.key) === undefined) end();
      if (moving === undefined) return false;
      put(at);
      end();
      return true;
    },
    takeKey(key) {
      if (moving === undefined) return false;
      const by = arrows.get(key);
      const disc = view()?.disc(moving.key);
      if (by !== undefined && disc !== undefined) put({ x: disc.x + by[0], y: disc.y + by[1] });
      if (key === "Enter" || key === "Escape") end();
      return by !== undefined || key === "Enter" || key === "Escape";
    },
  };
}

import { pageWords } from "../../model/page-words.ts";
import type { PageContext, Part, Shown } from "../context.ts";
import { element } from "../element.ts";
import { createCameraKeeper } from "./camera-keeper.ts";
import { createClicks } from "./clicks.ts";
import { createLegend } from "./legend.ts";
import { createLineTip } from "./line-tip.ts";
import { tellLine } from "./line-words.ts";
import { createMap, type SigmaMap } from "./map.ts";
import { listenForMapKeys } from "./map-keys.ts";
import { takePicture, takeVector } from "./map-takeaway.ts";
import { createMapTools } from "./map-tools.ts";
import type { MapVector } from "./map-vector.ts";
import type { MapListener, MapSetup } from "./map-view.ts";
import { createMinimap } from "./minimap.ts";
import type { MapPoint } from "./minimap-geometry.ts";
import { createMoveMode } from "./move-mode.ts";
import type { Box } from "./place-labels.ts";
import { createPointer } from "./pointer.ts";
import { readPalette } from "./read-palette.ts";
import { mostRearranged, type Rearranging, rearrange } from "./rearrange.ts";
import { createWalk } from "./walk.ts";

/** What the map calls for. */
export interface MapOptions {
  /** Opens the help. */
  help(): void;
  /** The map is gone for good: WebGL was taken away, and again after it was drawn anew. */
  lost(): void;
}

/** The view of the map, with its buttons, its legend and the small map. */
export interface MapPart extends Part {
  /** The drawn map; null before the first `show`, and where nothing can be drawn. */
  readonly view: SigmaMap | null;
  /** When the first frame was drawn, in milliseconds since the page began to load; undefined before. */
  drawn(): number | undefined;
  /** Takes on the colours that the style sheet has now. */
  recolour(): void;
  /** Shows all that is drawn. */
  fit(): void;
  /** Lets the reader move an entity by a click or the arrow keys. */
  startMove(entity: number): void;
  /**
   * Draws the map as it is seen, with legend, title and the day of the newest article under it; rejects where there is
   * no map.
   *
   * @param width in CSS pixels, as the height: of the map without what stands under it
   * @param scale how many pixels of the picture each CSS pixel is
   */
  picture(width: number, height: number, scale: number): Promise<HTMLCanvasElement>;
  /** The map as it is seen, as plain data; undefined where there is no map. */
  vector(): MapVector | undefined;
}

/** A lost map is drawn again this often. */
const redraws = 2;

/** Makes the map; it is drawn with the first `show`, when it stands in the page. */
export function createMapPart(context: PageContext, options: MapOptions): MapPart {
  const { catalogue } = context;
  const moved = new Map<string, MapPoint>();
  const container = element("div", {
    class: "map",
    id: "map",
    tabindex: "0",
    role: "application",
    "aria-label": pageWords.map.name,
  });
  let view: SigmaMap | null = null;
  let last: Shown | undefined;
  let losses = 0;
  let drawn: number | undefined;
  let running: Rearranging | undefined;

  const map = (): SigmaMap | null => view;
  const keeper = createCameraKeeper(context, map);
  const minimap = createMinimap(map);
  const legend = createLegend(context);
  const clicks = createClicks(context, map);
  const walk = createWalk(context, map);
  const tip = createLineTip(() => view?.relook({ line: undefined }, { nodes: [], lines: pointed() }));
  const mode = createMoveMode(context, map, () => container.focus(), placesChanged);
  const tools = createMapTools(context, {
    zoom: (factor) => view?.zoom(factor),
    fit: keeper.fit,
    rearrange: toggleRearranging,
    restore() {
      running?.stop();
      view?.restore();
      placesChanged();
      context.say(pageWords.map.restored);
    },
  });
  const stage = element(
    "div",
    { class: "map-stage" },
    container,
    tools.hops.root,
    tools.zoom,
    tools.places,
    minimap.root,
    mode.root,
    tip.root,
  );
  const root = element("section", { class: "map-view" }, stage, legend.root);
  const listener: MapListener = {
    ...createPointer(container, map, {
      clickNode: clicks.node,
      clickLine: clicks.line,
      clickGround: clicks.ground,
      takeClick: mode.takeClick,
      overLine(key, at) {
        if (view === null) return;
        const line = view.index().lines.get(key ?? "");
        if (line === undefined) return tip.leave();
        const lines = [...pointed(), line.key];
        view.relook({ line: line.key }, { nodes: [], lines });
        tip.tell(tellLine(catalogue, view.index(), line), at, view);
      },
      dragged: placesChanged,
    }),
    moved: keeper.moved,
    painted() {
      drawn ??= performance.now();
      minimap.update();
    },
    lost,
  };
  listenForMapKeys(container, {
    pan: (right, down) => view?.pan(right, down),
    zoom: (factor) => view?.zoom(factor),
    showAll: keeper.fit,
    hops: (hops) => context.update((state) => ({ ...state, hops })),
    walk: walk.step,
    choose() {
      const key = walk.marked();
      if (key !== undefined) clicks.node(key);
    },
    table: () => context.update((state) => ({ ...state, view: "table" })),
    help: options.help,
    takeKey: mode.takeKey,
    leave: () => tip.dismiss() || walk.forget(),
  });
  new ResizeObserver(() => {
    if (view === null || container.clientWidth === 0) return;
    view.keepClear(boxesOver());
    view.redraw();
    keeper.again();
  }).observe(container);

  function pointed(): readonly string[] {
    const line = view?.look().line;
    return line === undefined ? [] : [line];
  }

  function placesChanged(): void {
    minimap.stale();
    view?.redraw();
    showPlaces();
  }

  function showPlaces(): void {
    const nodes = view?.index().scene.nodes.length ?? 0;
    const can = nodes > 2 && nodes <= mostRearranged;
    tools.showPlaces({ rearrange: can, running: running !== undefined, restore: moved.size > 0 });
    view?.keepClear(boxesOver());
  }

  function toggleRearranging(): void {
    if (view === null || running !== undefined) {
      running?.stop();
      return;
    }
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    context.say(pageWords.map.rearranging);
    running = rearrange(view, still, () => {
      running = undefined;
      placesChanged();
      context.say(pageWords.map.rearranged);
    });
    showPlaces();
  }

  function setup(): MapSetup {
    return { catalogue, palette: readPalette(), moved };
  }

  function draw(shown: Shown): void {
    try {
      view = createMap(container, setup(), listener);
    } catch {
      container.replaceChildren();
      view = null;
      return;
    }
    view.draw(shown.scene);
    if (shown.focus !== undefined) view.relook({ focus: shown.focus });
    minimap.stale();
  }

  function lost(): void {
    running?.stop();
    view?.kill();
    view = null;
    if (++losses <= redraws && last !== undefined) {
      draw(last);
      if (view !== null) keeper.again();
    }
    if (view === null) options.lost();
  }

  function boxesOver(): readonly Box[] {
    const { left, top } = container.getBoundingClientRect();
    return [tools.hops.root, tools.zoom, tools.places, minimap.root].flatMap((each) => {
      const box = each.getBoundingClientRect();
      const { left: x, top: y, right, bottom } = box;
      return box.width === 0
        ? []
        : [{ left: x - left, top: y - top, right: right - left, bottom: bottom - top }];
    });
  }

  return {
    root,
    get view() {
      return view;
    },
    drawn: () => drawn,
    recolour() {
      view?.relook({ palette: readPalette() });
      minimap.stale();
      view?.redraw();
    },
    fit: keeper.fit,
    startMove: mode.start,
    async picture(width, height, scale) {
      if (view === null) throw new Error("There is no map to draw.");
      return takePicture(context, view, setup(), { width, height, scale });
    },
    vector: () => (view === null ? undefined : takeVector(context, view)),
    show(shown) {
      const before = last;
      last = shown;
      legend.show(shown);
      tools.hops.show(shown);
      const first = before === undefined;
      if (first && catalogue.payload.claims.length > 0) draw(shown);
      if (view === null) return;
      if (!first && shown.scene !== before.scene) {
        running?.stop();
        view.draw(shown.scene);
        minimap.stale();
      }
      if (!first && shown.focus !== before.focus)
        view.relook({ focus: shown.focus, near: undefined, marked: undefined });
      if (first || shown.scene !== before.scene || shown.state.selection !== before.state.selection) {
        tip.dismiss();
        showPlaces();
      }
      keeper.follow(shown, !first);
    },
  };
}

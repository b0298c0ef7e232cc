import type { Focus } from "../data/focus.ts";
import type { ScreenPoint } from "./line-shape.ts";
import type { MapListener, MapView, PointerAt } from "./map-view.ts";

/** What the reader does to the map with mouse or finger. */
export interface PointerActions {
  clickNode(key: string): void;
  clickLine(key: string): void;
  clickGround(): void;
  /** Takes a click before anything else does; whether it was taken. */
  takeClick(at: ScreenPoint): boolean;
  /** The mouse is on a line, or on none any more. */
  overLine(key: string | undefined, at: ScreenPoint): void;
  /** A node was dragged somewhere else. */
  dragged(key: string): void;
}

/** How near to a line a click has to be, in CSS pixels; fingers get more. */
const mouseReach = 8;
const touchReach = 16;
/** So far a node is pulled before it comes along: less is a click. */
const dragThreshold = 4;
/** Above so many lines nothing shows over them: looking at all on each move would be felt. */
const linesWatched = 5000;
/** The mouse rests so long before the rest fades, in milliseconds. */
const restTime = 80;
/** Above so many nodes the rest does not fade under the mouse: drawing all anew would be felt. */
const nodesFaded = 3000;

/** Makes of what the map tells: clicks, what the mouse rests on, and nodes that are dragged. */
export function createPointer(
  container: HTMLElement,
  view: () => MapView | null,
  actions: PointerActions,
): Omit<MapListener, "moved" | "painted" | "lost"> {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let pulled: { readonly node: string; readonly x: number; readonly y: number; far: boolean } | undefined;
  let dropped = false;
  /** The mouse has left the node that it pulls, for it was faster. */
  let lagging = false;
  let line: string | undefined;

  const hover = (node: string | undefined): void => {
    const map = view();
    if (map === null) return;
    clearTimeout(resting);
    const nodes = [map.look().hovered, node].flatMap((key) => key ?? []);
    map.relook({ hovered: node }, { nodes, lines: [] });
    point();
    resting = setTimeout(() => rest(node), restTime);
  };

  const rest = (node: string | undefined): void => {
    const map = view();
    if (map === null) return;
    const { scene, nodes } = map.index();
    // The node may have gone while the mouse rested on it.
    const few = scene.nodes.length <= nodesFaded && nodes.has(node ?? "");
    const near = node === undefined || !few ? undefined : around(map, node);
    if (near !== undefined || map.look().near !== undefined) map.relook({ near });
  };

  const over = (key: string | undefined, at: ScreenPoint): void => {
    if (key === line) return;
    line = key;
    actions.overLine(key, at);
    point();
  };

  const point = (): void => {
    const pointing = view()?.look().hovered !== undefined || line !== undefined;
    container.classList.toggle("pointing", pointing);
  };

  const pull = (at: PointerAt): boolean => {
    if (pulled === undefined) return false;
    at.preventSigmaDefault();
    pulled.far ||= Math.hypot(at.x - pulled.x, at.y - pulled.y) > dragThreshold;
    const map = view();
    if (pulled.far && map !== null) {
      container.classList.add("dragging");
      map.move(new Map([[pulled.node, map.toMap(at)]]));
    }
    return true;
  };

  return {
    enter(node, { original }) {
      if (pulled !== undefined || !(original instanceof MouseEvent)) return;
      over(undefined, { x: 0, y: 0 });
      hover(node);
    },
    leave() {
      if (pulled === undefined) hover(undefined);
      else lagging = true;
    },
    down(node, { x, y }) {
      pulled = { node, x, y, far: false };
    },
    move(at) {
      const map = view();
      if (pull(at) || map === null || !(at.original instanceof MouseEvent)) return;
      const within = at.original.target instanceof Node && container.contains(at.original.target);
      const watched =
        within &&
        at.original.buttons === 0 &&
        map.look().hovered === undefined &&
        map.index().scene.lines.length <= linesWatched;
      over(watched ? map.lineAt(at, mouseReach) : undefined, at);
    },
    up() {
      if (pulled?.far) {
        dropped = true;
        // The click that the browser sends after a drag is none.
        setTimeout(() => {
          dropped = false;
        }, 60);
        actions.dragged(pulled.node);
      }
      pulled = undefined;
      container.classList.remove("dragging");
      if (lagging) hover(undefined);
      lagging = false;
    },
    click(at, node) {
      if (dropped || actions.takeClick(at)) return;
      if (node !== undefined) return actions.clickNode(node);
      const reach = at.original instanceof MouseEvent ? mouseReach : touchReach;
      const hit = view()?.lineAt(at, reach);
      if (hit === undefined) actions.clickGround();
      else actions.clickLine(hit);
    },
  };
}

/** A node with its lines and those at their other ends. */
function around(map: MapView, node: string): Focus {
  const lines = map.index().linesAt.get(node) ?? [];
  return {
    nodes: new Set([node, ...lines.flatMap(({ from, to }) => [from, to])]),
    lines: new Set(lines.map(({ key }) => key)),
    centre: node,
  };
}

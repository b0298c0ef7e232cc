import { DirectedGraph } from "graphology";
import Sigma from "sigma";
import { createEdgeArrowProgram, EdgeRectangleProgram } from "sigma/rendering";
import type { CameraState } from "sigma/types";
import { drawCaptions } from "./captions.ts";
import type { Catalogue, Link } from "./catalogue.ts";
import { captionChooser } from "./map-captions.ts";
import { drawnLink, drawnNode, type Look } from "./map-look.ts";
import { nearestLine, type ScreenPoint } from "./nearest-line.ts";
import type { Palette } from "./palette.ts";
import type { Disc, Placed } from "./place-labels.ts";
import type { Focus } from "./state.ts";

/** What the map tells when the reader points at something; indexes into the catalogue. */
export interface MapListener {
  entity(index: number): void;
  link(index: number): void;
  nothing(): void;
  /** WebGL went away: the map shows nothing any more. */
  lost(): void;
}

/** The drawn map. This file alone knows Sigma, so that another renderer would change nothing else. */
export interface MapView {
  readonly sigma: Sigma;
  /** Where the names stand now, in CSS pixels. */
  labels(): readonly Placed[];
  /** Keeps the focus in colour and brings it into view. */
  show(focus: Focus | null, chosen: number | null): void;
  recolour(palette: Palette): void;
  /** @param factor above 1 comes nearer */
  zoom(factor: number): void;
  /** Moves the view by shares of its size. */
  pan(right: number, down: number): void;
  fit(): void;
  kill(): void;
}

/** How near to a line a click has to be, in CSS pixels; fingers get more. */
const mouseReach = 8;
const touchReach = 16;
/** Above so many lines the hand does not show over them: looking at all on each move would be felt. */
const linksWatched = 5000;
const cameraTime = 400;
/** Lines thinner than this cannot carry an arrowhead that one can see. */
const arrowThickness = 2;
const looseThickness = 1.2;

const Arrow = createEdgeArrowProgram({ lengthToThicknessRatio: 4.5, widenessToThicknessRatio: 3.4 });

/** Whether the browser can draw the map; asking Sigma would throw. */
export function canDraw(): boolean {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

/** Draws the map into a container that has a size; throws where WebGL fails. */
export function createMap(
  container: HTMLElement,
  catalogue: Catalogue,
  palette: Palette,
  listener: MapListener,
): MapView {
  const look: Look = { palette, focus: null, chosen: null, hovered: null };
  const graph = graphOf(catalogue);
  const sigma = new Sigma(graph, container, {
    renderLabels: false,
    zIndex: true,
    stagePadding: 56,
    minCameraRatio: 0.04,
    maxCameraRatio: 2,
    zoomDuration: duration() / 2,
    inertiaDuration: duration() / 2,
    minEdgeThickness: 1.2,
    edgeProgramClasses: { line: EdgeRectangleProgram, arrow: Arrow },
    defaultDrawNodeHover: () => {},
    nodeReducer: (node, data) => drawnNode(look, scaleOf(container), indexIn(node), data),
    edgeReducer: (edge, data) => drawnLink(catalogue, look, indexIn(edge), data),
  });
  const names = captionLayer(sigma, catalogue, look);
  listen(sigma, container, catalogue, look, listener);
  const refresh = (): void => void sigma.refresh({ skipIndexation: true });
  return {
    sigma,
    labels: names,
    show(focus, chosen) {
      Object.assign(look, { focus, chosen });
      refresh();
      moveCamera(sigma, focus === null ? whole : around(sigma, focus));
    },
    recolour(next) {
      look.palette = next;
      refresh();
    },
    zoom(factor) {
      moveCamera(sigma, { ratio: sigma.getCamera().getState().ratio / factor });
    },
    pan(right, down) {
      const { x, y, ratio } = sigma.getCamera().getState();
      sigma.getCamera().setState({ x: x + right * ratio, y: y - down * ratio });
    },
    fit: () => moveCamera(sigma, whole),
    kill: () => sigma.kill(),
  };
}

const whole: CameraState = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };

/** Keys are numbers behind a letter: graphology keeps nodes in plain objects, where `__proto__` is no key. */
function graphOf({ payload, links }: Catalogue): DirectedGraph {
  const graph = new DirectedGraph();
  for (const [i, { place }] of payload.entities.entries()) {
    if (place !== undefined)
      graph.addNode(`e${i}`, { x: place.x, y: place.y, size: place.size, group: place.group });
  }
  for (const [i, link] of links.entries()) addLink(graph, link, i);
  return graph;
}

function addLink(graph: DirectedGraph, link: Link, index: number): void {
  const [from, to] = link.direction < 0 ? [link.to, link.from] : [link.from, link.to];
  if (!graph.hasNode(`e${from}`) || !graph.hasNode(`e${to}`)) return;
  const type = link.direction === 0 ? "line" : "arrow";
  const size =
    link.claims.length === 0 ? looseThickness : Math.min(5, arrowThickness + 0.8 * (link.sources - 1));
  graph.addEdgeWithKey(`l${index}`, `e${from}`, `e${to}`, {
    type,
    size,
    group: graph.getNodeAttribute(`e${from}`, "group"),
  });
}

function indexIn(key: string): number {
  return Number(key.slice(1));
}

/** On a narrow screen the same radii would crowd the map. */
function scaleOf(container: HTMLElement): number {
  return Math.min(1, Math.max(0.62, Math.min(container.clientWidth, container.clientHeight) / 640));
}

/** Draws the names after each frame of Sigma, on a canvas of our own under the one that takes the mouse. */
function captionLayer(sigma: Sigma, catalogue: Catalogue, look: Look): () => readonly Placed[] {
  const canvas = sigma.createCanvas("captions", { beforeLayer: "mouse" });
  const context = canvas.getContext("2d");
  const choose = captionChooser(catalogue);
  let placed: readonly Placed[] = [];
  sigma.on("afterRender", () => {
    if (context === null) return;
    const { width, height } = sigma.getDimensions();
    fitCanvas(canvas, context, width, height);
    const captions = choose({ width, height, disc: (entity) => discOf(sigma, entity) }, look);
    placed = drawCaptions(context, width, height, captions, look.palette);
  });
  sigma.refresh();
  return () => placed;
}

function fitCanvas(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
): void {
  const ratio = window.devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) {
    Object.assign(canvas, { width: wide, height: high });
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}

function discOf(sigma: Sigma, key: number): Disc | undefined {
  const data = sigma.getNodeDisplayData(`e${key}`);
  if (data === undefined) return undefined;
  return { key, ...sigma.framedGraphToViewport(data), radius: sigma.scaleSize(data.size) };
}

function listen(
  sigma: Sigma,
  container: HTMLElement,
  catalogue: Catalogue,
  look: Look,
  listener: MapListener,
): void {
  const hover = (index: number | null): void => {
    const nodes = [look.hovered, index].flatMap((entity) => (entity === null ? [] : [`e${entity}`]));
    look.hovered = index;
    sigma.refresh({ partialGraph: { nodes }, skipIndexation: true });
  };
  const lineAt = (point: ScreenPoint, reach: number): number =>
    nearestLine(linesOf(sigma, catalogue), point, reach);
  sigma.on("enterNode", ({ node }) => hover(indexIn(node)));
  sigma.on("leaveNode", () => hover(null));
  sigma.on("clickNode", ({ node }) => listener.entity(indexIn(node)));
  sigma.on("clickStage", ({ event }) => {
    const link = lineAt(event, event.original instanceof MouseEvent ? mouseReach : touchReach);
    if (link < 0) listener.nothing();
    else listener.link(link);
  });
  sigma.on("moveBody", ({ event }) => {
    const overLine = catalogue.links.length <= linksWatched && lineAt(event, mouseReach) >= 0;
    const pointing = look.hovered !== null || overLine;
    container.classList.toggle("pointing", pointing);
  });
  container.addEventListener("webglcontextlost", () => listener.lost(), { capture: true, once: true });
}

function linesOf(sigma: Sigma, catalogue: Catalogue): readonly ({ from: Disc; to: Disc } | undefined)[] {
  const discs = new Map<number, Disc | undefined>();
  const disc = (key: number): Disc | undefined => {
    if (!discs.has(key)) discs.set(key, discOf(sigma, key));
    return discs.get(key);
  };
  return catalogue.links.map(({ from, to }) => {
    const [a, b] = [disc(from), disc(to)];
    return a === undefined || b === undefined ? undefined : { from: a, to: b };
  });
}

/** The nearest view that holds the whole focus with room for its names. */
function around(sigma: Sigma, focus: Focus): Partial<CameraState> {
  const places = [...focus.entities].flatMap((key) => sigma.getNodeDisplayData(`e${key}`) ?? []);
  if (places.length === 0) return whole;
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const x = (Math.min(...xs) + Math.max(...xs)) / 2;
  const y = (Math.min(...ys) + Math.max(...ys)) / 2;
  const { width, height } = sigma.getDimensions();
  const [side, rise] = [Math.min(110, width * 0.2), Math.min(70, height * 0.2)];
  for (let ratio = 0.35; ratio < 1.4; ratio *= 1.1) {
    const fits = places.every((place) => {
      const at = sigma.framedGraphToViewport(place, { cameraState: { x, y, angle: 0, ratio } });
      return at.x >= side && at.x <= width - side && at.y >= rise && at.y <= height - rise;
    });
    if (fits) return { x, y, ratio, angle: 0 };
  }
  return whole;
}

/** An animation of no time would divide by it. */
function moveCamera(sigma: Sigma, state: Partial<CameraState>): void {
  const time = duration();
  if (time === 0) sigma.getCamera().setState(state);
  else void sigma.getCamera().animate(state, { duration: time });
}

/** In milliseconds; 0 for readers who asked for less motion. */
function duration(): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : cameraTime;
}

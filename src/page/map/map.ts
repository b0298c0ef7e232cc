import { createEdgeCurveProgram } from "@sigma/edge-curve";
import Sigma from "sigma";
import { createEdgeArrowProgram, EdgeRectangleProgram } from "sigma/rendering";
import type { Scene } from "../data/scene.ts";
import { nearestRatio } from "./camera-around.ts";
import { createMapCamera } from "./map-camera.ts";
import { captionsOf, shapeOn } from "./map-captions.ts";
import { applyDifference, emptyGraph, type MapGraph } from "./map-graph.ts";
import { drawnLine, drawnNode, type MapLook } from "./map-look.ts";
import { createPainter, type Painter } from "./map-painter.ts";
import type { DrawnLine, MapListener, MapSetup, MapView } from "./map-view.ts";
import type { MapPoint } from "./minimap-geometry.ts";
import { nearestLine } from "./nearest-line.ts";
import { placesFor, wholeBounds } from "./node-place.ts";
import type { Palette } from "./palette.ts";
import type { Disc } from "./place-labels.ts";
import { differenceOf, emptyScene } from "./scene-difference.ts";
import { indexOf } from "./scene-index.ts";

/** The map as Sigma draws it. This file alone knows Sigma, so that another renderer would change nothing else. */
export interface SigmaMap extends MapView {
  readonly sigma: Sigma;
  /** Draws a frame at once and lays all layers onto a canvas, in its device pixels. */
  paintOn(context: CanvasRenderingContext2D): void;
}

const cameraTime = 400;
/** Above so many lines, they hide as long as the camera moves. */
const linesWhileMoving = 5000;
/** Lines are never thinner, in pixels. */
const thinnest = 1.3;
const heads = { lengthToThicknessRatio: 4.5, widenessToThicknessRatio: 3.4 };
const Arrow = createEdgeArrowProgram(heads);
const Bow = createEdgeCurveProgram({ arrowHead: { extremity: "target", ...heads } });

/** How long the camera takes, in milliseconds; 0 for readers who asked for less motion. */
function glideTime(): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : cameraTime;
}

/** Makes a map in a container, with nothing on it yet; throws where WebGL fails. */
export function createMap(container: HTMLElement, setup: MapSetup, listener: MapListener): SigmaMap {
  const { catalogue, moved, magnify = 1 } = setup;
  const given = placesFor(catalogue);
  const nearest = nearestRatio(catalogue);
  const bounds = wholeBounds(catalogue);
  const graph = emptyGraph();
  let index = indexOf(emptyScene, given);
  let look = firstLook(setup.palette);
  let shapes: readonly DrawnLine[] | undefined;
  /** Whether Sigma sees an empty graph, for the real one changes. */
  let changing = false;

  const sigma = sigmaOf(emptyGraph(), container, magnify, nearest, () => look);
  sigma.setCustomBBox({ x: [bounds.left, bounds.right], y: [bounds.bottom, bounds.top] });
  const painter = painterOf(
    sigma,
    magnify,
    () => captionsOf(catalogue, index, look, view),
    () => look.palette,
  );
  const camera = createMapCamera(sigma, nearest, magnify, glideTime);

  const disc = (key: string): Disc | undefined => {
    const data = sigma.getNodeDisplayData(key);
    if (data === undefined) return undefined;
    const { x, y } = sigma.framedGraphToViewport(data);
    return { key, x: x / magnify, y: y / magnify, radius: sigma.scaleSize(data.size) / magnify };
  };
  const linesOnScreen = (): readonly DrawnLine[] => {
    const discs = new Map(index.scene.nodes.map(({ key }) => [key, disc(key)]));
    const drawn = { ...view, disc: (key: string) => discs.get(key) };
    return index.scene.lines.flatMap((line) => {
      const shape = shapeOn(drawn, line);
      return shape === undefined ? [] : [{ key: line.key, shape }];
    });
  };

  const put = (place: (key: string) => MapPoint | undefined): void =>
    graph.updateEachNodeAttributes((key, data) => ({ ...data, ...place(key) }), { attributes: ["x", "y"] });

  const view: SigmaMap = {
    ...camera,
    sigma,
    get width() {
      return sigma.getDimensions().width / magnify;
    },
    get height() {
      return sigma.getDimensions().height / magnify;
    },
    disc,
    index: () => index,
    look: () => look,
    laid: () => painter.laid(),
    labels: () => painter.laid().names.map(({ caption, box }) => ({ key: caption.key, box })),
    draw(scene) {
      const places = (node: Scene["nodes"][number]) => ({ ...given(node), ...moved.get(node.key) });
      const difference = differenceOf(index.scene, scene);
      index = indexOf(scene, places);
      look = {
        ...look,
        lines: scene.lines.length,
        hovered: undefined,
        near: undefined,
        line: undefined,
        marked: index.nodes.has(look.marked ?? "") ? look.marked : undefined,
      };
      const hide = scene.lines.length > linesWhileMoving;
      if (sigma.getSetting("hideEdgesOnMove") !== hide) sigma.setSetting("hideEdgesOnMove", hide);
      changing = true;
      unheard(sigma, graph, () => {
        applyDifference(graph, difference, places);
        changing = false;
      });
    },
    relook(change, only) {
      look = { ...look, ...change };
      if (only === undefined) return void sigma.refresh();
      const nodes = only.nodes.filter((key) => graph.hasNode(key));
      const edges = only.lines.filter((key) => graph.hasEdge(key));
      sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true });
    },
    lineAt(point, reach) {
      shapes ??= linesOnScreen();
      return nearestLine(shapes, point, reach)?.key;
    },
    placeOf(key) {
      return graph.hasNode(key) ? graph.getNodeAttributes(key) : undefined;
    },
    paintOf(key) {
      const data = sigma.getEdgeDisplayData(key) ?? sigma.getNodeDisplayData(key);
      if (data === undefined) return undefined;
      return { colour: data.color, width: Math.max(thinnest, sigma.scaleSize(data.size) / magnify) };
    },
    move(places) {
      for (const [key, { x, y }] of places) moved.set(key, { x, y });
      if (places.size > 1) return put((key) => places.get(key));
      for (const [key, { x, y }] of places) if (graph.hasNode(key)) graph.mergeNodeAttributes(key, { x, y });
    },
    restore() {
      moved.clear();
      put((key) => {
        const node = index.nodes.get(key);
        return node && given(node);
      });
    },
    keepClear: (boxes) => painter.keepClear(boxes),
    paintOn(context) {
      sigma.refresh();
      painter.paint(true);
      for (const canvas of container.querySelectorAll("canvas")) {
        if (canvas.width > 0 && canvas.height > 0) context.drawImage(canvas, 0, 0);
      }
    },
    redraw() {
      const padding = paddingOf(container, magnify);
      if (sigma.getSetting("stagePadding") !== padding) sigma.setSetting("stagePadding", padding);
      sigma.scheduleRender();
    },
    kill() {
      painter.stop();
      sigma.kill();
    },
  };

  sigma.on("afterRender", () => {
    shapes = undefined;
    if (changing) return;
    painter.paint();
    listener.painted();
  });
  sigma.getCamera().on("updated", () => {
    if (!camera.movesItself()) listener.moved();
  });
  tell(sigma, container, listener);
  return view;
}

function sigmaOf(
  graph: MapGraph,
  container: HTMLElement,
  magnify: number,
  nearest: number,
  look: () => MapLook,
): Sigma {
  const scaled = (): MapLook => ({ ...look(), scale: scaleOf(container, magnify) * magnify });
  return new Sigma(graph as never, container, {
    renderLabels: false,
    zIndex: true,
    // The stage may have no size for a moment: hidden frames, a window that opens.
    allowInvalidContainer: true,
    stagePadding: paddingOf(container, magnify),
    // Gentler than Sigma's square root: near by, lines and discs would grow into each other.
    zoomToSizeRatioFunction: (ratio) => ratio ** 0.36,
    minCameraRatio: nearest / 6,
    maxCameraRatio: 3,
    zoomDuration: glideTime() / 2,
    doubleClickZoomingDuration: glideTime() / 2,
    inertiaDuration: glideTime() / 2,
    draggedEventsTolerance: 4,
    minEdgeThickness: thinnest * magnify,
    enableCameraRotation: false,
    edgeProgramClasses: { line: EdgeRectangleProgram, arrow: Arrow, bow: Bow },
    defaultDrawNodeHover: () => {},
    nodeReducer: (key, data) => drawnNode(scaled(), key, data as never),
    edgeReducer: (key, data) => drawnLine(scaled(), key, data as never),
  });
}

function firstLook(palette: Palette): MapLook {
  return {
    palette,
    focus: undefined,
    near: undefined,
    hovered: undefined,
    marked: undefined,
    line: undefined,
    scale: 1,
    lines: 0,
  };
}

/** Changes the graph without Sigma hearing of each step, for it would look through all nodes at each. */
function unheard(sigma: Sigma, graph: MapGraph, change: () => void): void {
  if ((sigma.getGraph() as unknown) === graph) sigma.setGraph(emptyGraph() as never);
  change();
  sigma.setGraph(graph as never);
}

/** On a narrow screen the same radii would crowd the map. */
function scaleOf(container: HTMLElement, magnify: number): number {
  const side = Math.min(container.clientWidth, container.clientHeight) / magnify;
  return Math.min(1, Math.max(0.62, side / 640));
}

/** Room around the whole, in pixels: for names, and for the buttons in the corners; less on narrow screens. */
function paddingOf(container: HTMLElement, magnify: number): number {
  return Math.round(Math.min(56, container.clientWidth / magnify / 14)) * magnify;
}

/** The canvases are ours: loops lie under the discs, names under the one that takes the mouse. */
function painterOf(
  sigma: Sigma,
  magnify: number,
  captions: () => ReturnType<typeof captionsOf>,
  palette: () => Palette,
): Painter {
  const under = sigma.createCanvas("loops", { beforeLayer: "nodes" });
  const over = sigma.createCanvas("captions", { beforeLayer: "mouse" });
  sigma.resize(true);
  const painter = createPainter(under, over, {
    size() {
      const { width, height } = sigma.getDimensions();
      const ratio = (window.devicePixelRatio || 1) * magnify;
      return { width: width / magnify, height: height / magnify, ratio };
    },
    captions,
    palette,
    viewKey: () => Object.values(sigma.getCamera().getState()).join(" "),
    redraw: () => void sigma.scheduleRender(),
  });
  if (painter === undefined) throw new Error("The browser gives no context for drawing text.");
  return painter;
}

function tell(sigma: Sigma, container: HTMLElement, listener: MapListener): void {
  sigma.on("enterNode", ({ node, event }) => listener.enter(node, event));
  sigma.on("leaveNode", () => listener.leave());
  sigma.on("clickNode", ({ node, event }) => listener.click(event, node));
  sigma.on("clickStage", ({ event }) => listener.click(event));
  sigma.on("downNode", ({ node, event }) => listener.down(node, event));
  sigma.on("moveBody", ({ event }) => listener.move(event));
  sigma.on("upNode", () => listener.up());
  sigma.on("upStage", () => listener.up());
  container.addEventListener("webglcontextlost", () => listener.lost(), { capture: true, once: true });
}

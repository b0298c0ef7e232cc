import type { Catalogue } from "../data/catalogue.ts";
import type { Scene } from "../data/scene.ts";
import type { Camera } from "../state.ts";
import type { LaidCaptions } from "./captions.ts";
import type { LineShape, ScreenPoint } from "./line-shape.ts";
import type { DrawnMap } from "./map-captions.ts";
import type { MapLook } from "./map-look.ts";
import type { Bounds, MapPoint } from "./minimap-geometry.ts";
import type { NodePlace } from "./node-place.ts";
import type { Palette } from "./palette.ts";
import type { Box, Placed } from "./place-labels.ts";
import type { SceneIndex } from "./scene-index.ts";

/** Where something happened to the pointer, in pixels of the map. */
export interface PointerAt extends ScreenPoint {
  readonly original: Event;
  /** Keeps the camera where it is. */
  preventSigmaDefault(): void;
}

/** What the map tells of pointer, camera and frames. */
export interface MapListener {
  enter(node: string, at: PointerAt): void;
  leave(): void;
  /** On a node, or beside all nodes. */
  click(at: PointerAt, node?: string): void;
  down(node: string, at: PointerAt): void;
  /** Anywhere on the page. */
  move(at: PointerAt): void;
  up(): void;
  /** The reader has moved the camera, not the map itself. */
  moved(): void;
  /** A frame is drawn. */
  painted(): void;
  /** WebGL went away: the map shows nothing any more. */
  lost(): void;
}

/** A line of the scene with its course over the screen. */
export interface DrawnLine {
  readonly key: string;
  readonly shape: LineShape;
}

/** Some nodes and lines, by key. */
export interface Some {
  readonly nodes: readonly string[];
  readonly lines: readonly string[];
}

/** The drawn map, whatever draws it. */
export interface MapView extends DrawnMap {
  index(): SceneIndex;
  look(): MapLook;
  /** Where the names stand now, in CSS pixels; by key of the node. */
  labels(): readonly Placed[];
  /** Names, wordings and signs as they stand now. */
  laid(): LaidCaptions;
  /** Draws another scene; what stays keeps its place. */
  draw(scene: Scene): void;
  /** Draws the same scene otherwise; `only` these nodes and lines where all would be dear. */
  relook(change: Partial<MapLook>, only?: Some): void;
  /** The key of the line nearest to a point within reach, in pixels. */
  lineAt(point: ScreenPoint, reach: number): string | undefined;
  /** Where a node stands on the map; undefined where it is not drawn. */
  placeOf(key: string): NodePlace | undefined;
  /** The colour of a node or a line, and the thickness of a line in CSS pixels, as they are drawn now. */
  paintOf(key: string): { readonly colour: string; readonly width: number } | undefined;
  /** Moves nodes; they keep their places as long as the page lives. */
  move(places: ReadonlyMap<string, MapPoint>): void;
  /** Brings all nodes back to the places that the payload gives them. */
  restore(): void;
  toMap(point: ScreenPoint): MapPoint;
  /** What is in view. */
  viewBounds(): Bounds;
  camera(): Camera;
  /** Moves the camera for the map itself; `glide` takes time only where motion is welcome. */
  setCamera(camera: Camera, glide: boolean): void;
  /** The nearest camera that holds some nodes with room for their names; the whole without any. */
  cameraFor(keys: Iterable<string>, around: "part" | "all"): Camera;
  /** Moves the camera for the reader; a factor above 1 comes nearer. */
  zoom(factor: number): void;
  /** Moves the camera for the reader, by shares of what is in view. */
  pan(right: number, down: number): void;
  /** Moves the camera for the reader to a point of the map. */
  centre(point: MapPoint): void;
  /** Boxes that lie over the map, where no name is to stand; in CSS pixels. */
  keepClear(boxes: readonly Box[]): void;
  /** Draws the next frame again, with the size that the container has then. */
  redraw(): void;
  kill(): void;
}

/** What a map is made of. */
export interface MapSetup {
  readonly catalogue: Catalogue;
  readonly palette: Palette;
  /** Places that the reader has given to nodes, by key; read and written. */
  readonly moved: Map<string, MapPoint>;
  /** All lengths are multiplied by it, for a picture of more pixels; 1 on the screen. */
  readonly magnify?: number;
}

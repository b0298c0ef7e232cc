import type { Camera } from "../state.ts";
import { cameraAround } from "./camera-around.ts";
import type { ScreenPoint } from "./line-shape.ts";
import type { MapView } from "./map-view.ts";
import type { MapPoint } from "./minimap-geometry.ts";

/** The camera of the renderer, with the angle that is always 0 here. */
interface TurnedCamera extends Camera {
  readonly angle: number;
}

/**
 * What moving the camera needs of the renderer. Three ways to tell a point: on the map, in the frame that the camera
 * looks at (from 0 to 1 where everything has its place), and in the view (pixels).
 */
export interface CameraStage {
  getCamera(): {
    getState(): TurnedCamera;
    setState(state: Partial<TurnedCamera>): unknown;
    animate(state: Partial<TurnedCamera>, options: { readonly duration: number }): Promise<void>;
    getBoundedRatio(ratio: number): number;
  };
  getDimensions(): { readonly width: number; readonly height: number };
  getNodeDisplayData(key: string): ScreenPoint | undefined;
  framedGraphToViewport(point: ScreenPoint, under?: { readonly cameraState: TurnedCamera }): ScreenPoint;
  viewportToFramedGraph(point: ScreenPoint): ScreenPoint;
  viewportToGraph(point: ScreenPoint): MapPoint;
  graphToViewport(point: MapPoint): ScreenPoint;
}

/** The part of the map that has to do with the camera. */
export type MapCamera = Pick<
  MapView,
  "camera" | "setCamera" | "cameraFor" | "zoom" | "pan" | "centre" | "viewBounds" | "toMap"
> & {
  /** Whether the map itself moves the camera at this moment. */
  movesItself(): boolean;
};

/**
 * Makes the camera of a map.
 *
 * @param nearest the ratio that it does not go below by itself
 * @param magnify how many pixels of the renderer a CSS pixel is
 * @param glideTime in milliseconds; 0 for no motion
 */
export function createMapCamera(
  stage: CameraStage,
  nearest: number,
  magnify: number,
  glideTime: () => number,
): MapCamera {
  const camera = stage.getCamera();
  /** How many moves by the map itself are under way. */
  let own = 0;
  return {
    movesItself: () => own > 0,
    toMap: ({ x, y }) => stage.viewportToGraph({ x: x * magnify, y: y * magnify }),
    viewBounds() {
      const { width, height } = stage.getDimensions();
      const start = stage.viewportToGraph({ x: 0, y: height });
      const end = stage.viewportToGraph({ x: width, y: 0 });
      return { left: start.x, right: end.x, bottom: start.y, top: end.y };
    },
    camera() {
      const { x, y, ratio } = camera.getState();
      return { x, y, ratio };
    },
    setCamera(state, glide) {
      const duration = glide ? glideTime() : 0;
      own++;
      // An animation of no time would divide by it.
      if (duration > 0) void camera.animate({ ...state, angle: 0 }, { duration }).then(() => own--);
      else {
        camera.setState({ ...state, angle: 0 });
        own--;
      }
    },
    cameraFor(keys, around) {
      const points = [...keys].flatMap((key) => stage.getNodeDisplayData(key) ?? []);
      return cameraAround(points, stage.getDimensions(), nearest, around, (point, state) =>
        stage.framedGraphToViewport(point, { cameraState: { ...state, angle: 0 } }),
      );
    },
    zoom(factor) {
      const ratio = camera.getBoundedRatio(camera.getState().ratio / factor);
      const duration = glideTime() / 2;
      if (duration > 0) void camera.animate({ ratio }, { duration });
      else camera.setState({ ratio });
    },
    pan(right, down) {
      const { width, height } = stage.getDimensions();
      const middle = { x: width * (0.5 + right), y: height * (0.5 + down) };
      const { x, y } = stage.viewportToFramedGraph(middle);
      camera.setState({ x, y });
    },
    centre(point) {
      const { x, y } = stage.viewportToFramedGraph(stage.graphToViewport({ x: point.x, y: point.y }));
      camera.setState({ x, y });
    },
  };
}

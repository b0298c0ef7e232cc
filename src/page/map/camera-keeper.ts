import type { PageContext, Shown } from "../context.ts";
import type { Camera } from "../state.ts";
import { sameView } from "./camera-around.ts";
import type { MapView } from "./map-view.ts";

/** Keeps the camera and the state together: the map goes where the state says, and the state knows where the reader went. */
export interface CameraKeeper {
  /** The reader has moved the camera. */
  moved(): void;
  /** Goes where the state says; `glide` takes time. */
  follow(shown: Shown, glide: boolean): void;
  /** Shows all that is drawn. */
  fit(): void;
  /** Goes again where the map has put itself, for its size is another one; nowhere where the reader has moved it. */
  again(): void;
}

/** The reader has come to rest after so many milliseconds. */
const restTime = 300;

/** Makes the keeper of the camera. */
export function createCameraKeeper(context: PageContext, view: () => MapView | null): CameraKeeper {
  let telling: ReturnType<typeof setTimeout> | undefined;
  let before: { readonly shown: Shown; readonly camera: Camera | undefined } | undefined;
  /** Whether all is in view because the reader asked for it, whatever is looked at. */
  let fitted = false;

  const put = (glide: boolean): void => {
    const map = view();
    if (map === null) return;
    clearTimeout(telling);
    const { focus, scene } = context.shown();
    const wanted = focus === undefined || fitted ? [] : [...focus.nodes];
    const all = scene.nodes.map(({ key }) => key);
    map.setCamera(wanted.length > 0 ? map.cameraFor(wanted, "part") : map.cameraFor(all, "all"), glide);
  };

  const tell = (): void => {
    const camera = view()?.camera();
    if (camera !== undefined) context.update((state) => ({ ...state, camera }));
  };

  return {
    moved() {
      clearTimeout(telling);
      telling = setTimeout(tell, restTime);
    },
    follow(shown, glide) {
      const { camera } = shown.state;
      const last = before;
      before = { shown, camera };
      const map = view();
      if (map === null) return;
      const looksElsewhere =
        last === undefined || last.shown.focus !== shown.focus || last.shown.scene !== shown.scene;
      if (camera !== undefined) {
        if (camera !== last?.camera && !sameView(camera, map.camera())) map.setCamera(camera, glide);
        if (last?.shown.state.selection !== shown.state.selection) fitted = false;
        return;
      }
      if (last?.shown.state.selection !== shown.state.selection) fitted = false;
      if (looksElsewhere || last?.camera !== undefined) put(glide);
    },
    fit() {
      fitted = true;
      put(true);
      context.update((state) => (state.camera === undefined ? state : { ...state, camera: undefined }));
    },
    again() {
      if (context.state().camera === undefined) put(false);
    },
  };
}

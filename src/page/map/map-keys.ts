import type { MapView } from "./map.ts";

/** The share of the view that an arrow key moves. */
const step = 0.12;
const zoomStep = 1.4;

/** Lets the keyboard move the map while it has the focus: letters and arrows mean nothing elsewhere. */
export function listenForMapKeys(container: HTMLElement, map: () => MapView | null): void {
  const actions = new Map<string, (view: MapView) => void>([
    ["ArrowLeft", (view) => view.pan(-step, 0)],
    ["ArrowRight", (view) => view.pan(step, 0)],
    ["ArrowUp", (view) => view.pan(0, -step)],
    ["ArrowDown", (view) => view.pan(0, step)],
    ["+", (view) => view.zoom(zoomStep)],
    ["=", (view) => view.zoom(zoomStep)],
    ["-", (view) => view.zoom(1 / zoomStep)],
    ["0", (view) => view.fit()],
  ]);
  container.addEventListener("keydown", (event) => {
    const view = map();
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions.get(event.key);
    if (view === null || action === undefined) return;
    event.preventDefault();
    action(view);
  });
}

/** What the keys do while the map has the focus. */
export interface MapActions {
  /** By shares of what is in view. */
  pan(right: number, down: number): void;
  zoom(factor: number): void;
  showAll(): void;
  hops(steps: 1 | 2 | 3): void;
  walk(by: 1 | -1): void;
  choose(): void;
  table(): void;
  help(): void;
  /** Takes a key before anything else does; whether it was taken. */
  takeKey(key: string): boolean;
  /** Whether Escape closed something that belongs to the map. */
  leave(): boolean;
}

/** The share of the view that an arrow key moves. */
const step = 0.12;
const zoomStep = 1.4;

const keys: ReadonlyMap<string, (actions: MapActions) => void> = new Map([
  ["ArrowLeft", ({ pan }) => pan(-step, 0)],
  ["ArrowRight", ({ pan }) => pan(step, 0)],
  ["ArrowUp", ({ pan }) => pan(0, -step)],
  ["ArrowDown", ({ pan }) => pan(0, step)],
  ["+", ({ zoom }) => zoom(zoomStep)],
  ["=", ({ zoom }) => zoom(zoomStep)],
  ["-", ({ zoom }) => zoom(1 / zoomStep)],
  ["0", ({ showAll }) => showAll()],
  ["1", ({ hops }) => hops(1)],
  ["2", ({ hops }) => hops(2)],
  ["3", ({ hops }) => hops(3)],
  ["[", ({ walk }) => walk(-1)],
  ["]", ({ walk }) => walk(1)],
  ["Enter", ({ choose }) => choose()],
  ["t", ({ table }) => table()],
  ["?", ({ help }) => help()],
]);

/** Lets the keyboard work the map while it has the focus: letters and arrows mean nothing elsewhere. */
export function listenForMapKeys(container: HTMLElement, actions: MapActions): void {
  container.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = keys.get(event.key);
    // Escape that closes nothing here goes on to the page, which goes back.
    const taken = actions.takeKey(event.key) || (event.key === "Escape" && actions.leave());
    if (!taken && action === undefined) return;
    event.preventDefault();
    if (!taken) action?.(actions);
  });
}

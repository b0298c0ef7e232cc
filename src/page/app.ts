import type { PagePayload } from "../model/page-payload.ts";
import { pageWords } from "../model/page-words.ts";
import { createAddress } from "./address.ts";
import { createPanel } from "./cards/panel.ts";
import { spokenName } from "./cards/spoken-name.ts";
import type { PageContext, Part } from "./context.ts";
import { type Catalogue, catalogueOf } from "./data/catalogue.ts";
import { button, element } from "./element.ts";
import { createFilterBar } from "./find/filter-bar.ts";
import { createFilterPanel } from "./find/filter-panel.ts";
import { createSearchBox } from "./find/search-box.ts";
import { createFrame } from "./frame.ts";
import { createHelp } from "./help.ts";
import { listenForKeys } from "./keys.ts";
import { createMapPart, type MapPart } from "./map/map-part.ts";
import { stateOf } from "./permalink.ts";
import { back, lookAt, type State, settledInto, type View } from "./state.ts";
import { createStore, type Store } from "./store.ts";
import { createClaimTable } from "./table/claim-table.ts";
import { createTimeline } from "./table/timeline.ts";
import { createTakeAway, type MapPicture } from "./takeaway/take-away.ts";
import { listenForTheme, themeButton } from "./theme.ts";
import { createViewSwitch } from "./view-switch.ts";

/** What tests and curious readers find at `window.whosays`. */
export interface DebugView {
  readonly catalogue: Catalogue;
  readonly state: State;
  readonly shown: ReturnType<Store["shown"]>;
  readonly map: MapPart["view"];
  /** When the first frame of the map was drawn, in milliseconds since the page began to load; undefined before. */
  readonly drawn: number | undefined;
}

/** Builds the page around the payload and starts to listen. */
export function startApp(payload: PagePayload): void {
  const catalogue = catalogueOf(payload);
  const live = element("p", { class: "spoken", role: "status", "aria-live": "polite" });
  let parts: readonly Part[] = [];
  let waiting = false;

  const show = (): void => {
    waiting = false;
    for (const part of parts) part.show(store.shown());
  };
  const address = createAddress(catalogue);
  const store = createStore(catalogue, stateOf(catalogue, location.hash), (before, after) => {
    if (!waiting) requestAnimationFrame(show);
    waiting = true;
    address.write(before, after, before.view !== "map" || canDraw());
    if (before.selection !== after.selection) context.say(spokenName(catalogue, after.selection));
  });
  const context: PageContext = {
    catalogue,
    state: store.state,
    shown: store.shown,
    update: store.update,
    go: (selection) => store.update((state) => lookAt(state, selection)),
    say: (text) => {
      live.textContent = text;
    },
  };

  const help = createHelp();
  const frame = createFrame(catalogue);
  const map = createMapPart(context, {
    help: help.open,
    lost: () => withoutMap(pageWords.frame.lostMap),
  });
  const canDraw = (): boolean => map.view !== null;
  /** Where there is no map, the table stands for it. */
  const drawable = (state: State): State =>
    state.view === "map" && !canDraw() ? { ...state, view: "table" } : state;
  const withoutMap = (reason: string): void => {
    frame.tell(reason);
    store.update(drawable);
    context.say(reason);
  };
  const panel = createPanel(context, { move: (entity) => map.startMove(entity), canMove: canDraw });
  const search = createSearchBox(context, () => panel.focus());
  const filters = createFilterPanel(context);
  const bar = createFilterBar(context, filters);
  const table = createClaimTable(context);
  const timeline = createTimeline(context);
  const views = createViewSwitch(context, canDraw);
  const takeAway = createTakeAway(context, () => pictureOf(map));

  frame.put({
    top: [search.root, views.root, takeAway.root, helpButton(help.open), themeButton()],
    bar: bar.root,
    filters: filters.root,
    views: { map: map.root, table: table.root, timeline: timeline.root },
    panel: panel.root,
    further: [live, help.root],
  });
  // What asks whether there is a map comes behind the map.
  parts = [
    frame,
    map,
    search,
    views,
    bar,
    filters,
    whileSeen("table", table),
    whileSeen("timeline", timeline),
    takeAway,
    panel,
  ];
  show();
  if (!canDraw() && payload.claims.length > 0) withoutMap(pageWords.frame.noMap);
  listenForTheme(() => map.recolour());
  listenForKeys(search.input, () => {
    if (!search.close() && !filters.close()) store.update(back);
  });
  address.listen((state) => store.update((now) => settledInto(now, drawable(state))));
  expose(catalogue, store, map);
}

/** A view that draws itself only while it is on the stage: it has catching up to do when it comes back, and no more. */
function whileSeen(view: View, part: Part): Part {
  return {
    root: part.root,
    show(shown) {
      if (shown.state.view === view) part.show(shown);
    },
  };
}

function helpButton(open: () => void): HTMLElement {
  const { help } = pageWords.frame;
  return button({ class: "quiet icon", id: "help", "aria-label": help, title: help }, open, "?");
}

/** The map as it is seen, in twice as many pixels. */
function pictureOf(map: MapPart): MapPicture | null {
  const { view } = map;
  if (view === null) return null;
  return {
    vector: () => map.vector(),
    async picture() {
      const canvas = await map.picture(view.width, view.height, 2);
      return new Promise((resolve, reject) =>
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The browser made no picture.")))),
      );
    },
  };
}

function expose(catalogue: Catalogue, store: Store, map: MapPart): void {
  const debug: DebugView = {
    catalogue,
    get state() {
      return store.state();
    },
    get shown() {
      return store.shown();
    },
    get map() {
      return map.view;
    },
    get drawn() {
      return map.drawn();
    },
  };
  Object.assign(window, { whosays: debug });
}

import type { PagePayload } from "../model/page-payload.ts";
import type { CardContext } from "./cards.ts";
import { catalogueOf } from "./catalogue.ts";
import { createClaimList } from "./claim-list.ts";
import { button, element } from "./element.ts";
import { createLegend } from "./legend.ts";
import { canDraw, createMap, type MapView } from "./map.ts";
import { listenForMapKeys } from "./map-keys.ts";
import { spokenName } from "./overview-cards.ts";
import { readPalette } from "./palette.ts";
import { createPanel } from "./panel.ts";
import { hashOf, selectionOf } from "./permalink.ts";
import { createSearchBox } from "./search-box.ts";
import { back, clear, focusOf, lookAt, nothing, type State, type View } from "./state.ts";
import { listenForTheme, themeButton } from "./theme.ts";

/** What tests and curious readers find at `window.whosays`. */
export interface DebugView {
  readonly state: State;
  readonly map: MapView | null;
  readonly sigma: MapView["sigma"] | undefined;
}

/** A lost map is drawn again this often, then the list takes its place. */
const redraws = 2;

/** Builds the page around the payload and starts to listen. */
export function startApp(payload: PagePayload): void {
  const catalogue = catalogueOf(payload);
  const drawable = payload.counts.entities > 0 && canDraw();
  let state: State = {
    selection: nothing,
    past: [],
    view: drawable || payload.claims.length === 0 ? "map" : "list",
  };
  let map: MapView | null = null;
  let losses = 0;

  const update = (next: State): void => {
    const changed = next.selection !== state.selection;
    const reframed = next.view !== state.view;
    state = next;
    if (changed) showSelection();
    if (reframed) showView();
  };
  const context: CardContext = { catalogue, go: (selection) => update(lookAt(state, selection)) };
  const live = element("p", { class: "spoken", role: "status", "aria-live": "polite" });
  const say = (text: string): void => {
    live.textContent = text;
  };
  const panel = createPanel(
    context,
    () => update(back(state)),
    () => update(clear(state)),
  );
  const chooseFound = (index: number): void => {
    context.go({ kind: "entity", index });
    panel.focus();
  };
  const searchBox = createSearchBox(context, chooseFound, say);
  const container = mapContainer();
  const list = createClaimList(context, say);
  const controls = zoomButtons(() => map);
  const viewButton = button({ class: "quiet", id: "view" }, () =>
    update({ ...state, view: otherView(state.view) }),
  );
  const stage = element(
    "main",
    { class: "stage", id: "stage" },
    element("div", { class: "view" }, container),
    element("div", { class: "strip" }, createLegend(context), controls),
    list,
  );

  function showSelection(): void {
    const { selection } = state;
    panel.show(state);
    showOnMap();
    history.replaceState(null, "", hashOf(payload, selection) || location.pathname + location.search);
    say(selection.kind === "nothing" ? "Overview" : spokenName(context, selection.kind, selection.index));
  }

  function showOnMap(): void {
    const { selection } = state;
    map?.show(focusOf(catalogue, selection), selection.kind === "entity" ? selection.index : null);
  }

  /** The map is made invisible, not taken out: without a size Sigma would throw. */
  function showView(): void {
    const isMap = state.view === "map";
    stage.classList.toggle("as-list", !isMap);
    list.hidden = isMap;
    viewButton.textContent = isMap ? "List" : "Map";
    viewButton.setAttribute("aria-label", isMap ? "Show the claims as a list" : "Show the map");
  }

  function draw(): void {
    try {
      map = createMap(container, catalogue, readPalette(), {
        entity: (index) => context.go({ kind: "entity", index }),
        link: (index) => context.go({ kind: "link", index }),
        nothing: () => update(clear(state)),
        lost,
      });
      if (state.selection.kind !== "nothing") showOnMap();
    } catch {
      withoutMap();
    }
  }

  function lost(): void {
    const gone = map;
    map = null;
    gone?.kill();
    losses++;
    if (losses > redraws) withoutMap();
    else draw();
  }

  function withoutMap(): void {
    map = null;
    viewButton.disabled = true;
    stage.classList.add("no-map");
    update({ ...state, view: "list" });
    say("The map cannot be drawn here. The claims are shown as a list.");
  }

  document.body.prepend(
    element("a", { class: "skip", href: "#panel" }, "Skip to the details"),
    element(
      "div",
      { id: "app" },
      element("header", { class: "top" }, brand(), searchBox.root, viewButton, themeButton()),
      stage,
      panel.root,
      live,
    ),
  );
  panel.show(state);
  showView();
  viewButton.hidden = payload.claims.length === 0;
  if (payload.claims.length === 0) stage.replaceChildren(emptyStage());
  else if (drawable) draw();
  else withoutMap();
  listenForTheme(() => map?.recolour(readPalette()));
  listenForMapKeys(container, () => map);
  listenForKeys(searchBox.input, () => {
    if (!searchBox.close()) update(back(state));
  });
  const debug = {
    get state() {
      return state;
    },
    get map() {
      return map;
    },
    get sigma() {
      return map?.sigma;
    },
  } satisfies DebugView;
  Object.assign(window, { whosays: debug });
  const follow = (): void => {
    const linked = selectionOf(payload, location.hash);
    if (linked.kind !== "nothing") context.go(linked);
  };
  addEventListener("hashchange", follow);
  follow();
}

function otherView(view: View): View {
  return view === "map" ? "list" : "map";
}

function brand(): HTMLElement {
  return element("h1", { class: "brand" }, "who", element("span", {}, "says"));
}

function mapContainer(): HTMLElement {
  return element("div", {
    class: "map",
    id: "map",
    tabindex: "0",
    role: "application",
    "aria-label":
      "Map of entities and claims. Arrow keys move it, plus and minus zoom, 0 shows all. The list holds the same claims.",
  });
}

function zoomButtons(map: () => MapView | null): HTMLElement {
  return element(
    "div",
    { class: "zoom" },
    button({ "aria-label": "Zoom in" }, () => map()?.zoom(1.5), "+"),
    button({ "aria-label": "Zoom out" }, () => map()?.zoom(1 / 1.5), "−"),
    button({ "aria-label": "Show all" }, () => map()?.fit(), "⤢"),
  );
}

function emptyStage(): HTMLElement {
  return element("p", { class: "empty" }, "There is nothing to draw yet.");
}

function listenForKeys(search: HTMLInputElement, leave: () => void): void {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    search.focus();
    search.select();
  });
}

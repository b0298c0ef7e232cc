import type { PagePayload } from "../model/page-payload.ts";
import { isDay } from "../model/time.ts";
import type { Catalogue } from "./data/catalogue.ts";
import { type Filters, noFilters } from "./data/filters.ts";
import { ways } from "./data/held.ts";
import {
  type Camera,
  type Column,
  firstOrder,
  nothing,
  type Order,
  type Selection,
  type State,
  start,
  type View,
} from "./state.ts";

/**
 * The part of the address after `#` that leads back to what is seen; empty for the page as it opens.
 *
 * `#entity/Iran?view=table&held=reported`: what is looked at by its ids, then whatever differs from `start`.
 */
export function hashOf(catalogue: Catalogue, state: State): string {
  const path = pathOf(catalogue, state.selection)
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join("/");
  const query = queryOf(catalogue, state)
    .toString()
    .replace(/=(?=&|$)/g, "");
  return path === "" && query === "" ? "" : `#${path}${query === "" ? "" : `?${query}`}`;
}

/** What an address shows; whatever leads nowhere in it is left out. */
export function stateOf(catalogue: Catalogue, hash: string): State {
  const [path = "", query = ""] = hash.replace(/^#/, "").split(/\?(.*)/s);
  const parts = path.split("/").map(decoded);
  const asked = new URLSearchParams(query);
  const view = oneOf<View>(asked.get("view"), ["map", "table", "timeline"]) ?? start.view;
  return {
    ...start,
    selection: selectionOf(catalogue, parts),
    view,
    filters: filtersOf(catalogue, asked),
    hops: asked.get("hops") === "3" ? 3 : asked.get("hops") === "2" ? 2 : 1,
    open: new Set(asked.getAll("open").flatMap((id) => groupOf(catalogue.payload, id) ?? [])),
    order: orderOf(asked.get("sort")),
    page: count(asked.get("page"), 1, 1_000_000, 1) - 1,
    camera: cameraOf(asked.get("at")),
    embed: parts[0] === "embed" || asked.has("embed"),
  };
}

function pathOf({ payload, links }: Catalogue, selection: Selection): readonly string[] {
  const entity = (index: number): string => payload.entities[index]?.id ?? "";
  switch (selection.kind) {
    case "nothing":
      return [];
    case "entity":
      return ["entity", entity(selection.index)];
    case "claim":
      return ["claim", payload.claims[selection.index]?.id ?? ""];
    case "group":
      return ["group", entity(payload.groups[selection.index]?.name ?? -1)];
    case "link": {
      const { from = -1, to = -1 } = links[selection.index] ?? {};
      return ["between", entity(from), entity(to)];
    }
    case "disagreement": {
      const { kind = "", sides = [] } = payload.disagreements[selection.index] ?? {};
      return ["difference", kind, ...sides.map(({ claims }) => payload.claims[claims[0] ?? -1]?.id ?? "")];
    }
    case "document": {
      const claim = selection.claim === undefined ? [] : [payload.claims[selection.claim]?.id ?? ""];
      return ["document", payload.documents[selection.index]?.id ?? "", ...claim];
    }
    case "path":
      return ["path", entity(selection.from), entity(selection.to)];
  }
}

function selectionOf(catalogue: Catalogue, parts: readonly (string | undefined)[]): Selection {
  const { payload, links } = catalogue;
  const [kind, id, other] = parts;
  const entity = (wanted: string | undefined): number =>
    payload.entities.findIndex((row) => row.id === wanted);
  const found = (of: "entity" | "claim" | "link" | "group" | "disagreement", index: number): Selection =>
    index < 0 ? nothing : { kind: of, index };
  switch (kind) {
    case "entity":
      return found("entity", entity(id));
    case "claim":
      return found("claim", claimOf(payload, id));
    case "group":
      return found("group", groupOf(payload, id) ?? -1);
    case "between": {
      const [from, to] = [entity(id), entity(other)].sort((a, b) => a - b);
      return found(
        "link",
        links.findIndex((link) => link.from === from && link.to === to),
      );
    }
    case "difference": {
      const wanted = parts.slice(2);
      return found(
        "disagreement",
        payload.disagreements.findIndex(
          (row) =>
            row.kind === id &&
            row.sides.every(({ claims }, i) => payload.claims[claims[0] ?? -1]?.id === wanted[i]),
        ),
      );
    }
    case "document": {
      const index = payload.documents.findIndex((row) => row.id === id);
      const claim = claimOf(payload, other);
      return index < 0 ? nothing : { kind, index, ...(claim < 0 ? {} : { claim }) };
    }
    case "path": {
      const [from, to] = [entity(id), entity(other)];
      return from < 0 || to < 0 ? nothing : { kind, from, to };
    }
    default:
      return nothing;
  }
}

function claimOf({ claims }: PagePayload, id: string | undefined): number {
  return claims.findIndex((row) => row.id === id);
}

/** The group that an entity lends its name. */
function groupOf({ groups, entities }: PagePayload, id: string | undefined): number | undefined {
  const index = groups.findIndex(({ name }) => entities[name]?.id === id);
  return index < 0 ? undefined : index;
}

function queryOf(catalogue: Catalogue, state: State): URLSearchParams {
  const { payload } = catalogue;
  const { filters, order, camera } = state;
  const query = new URLSearchParams();
  const put = (name: string, values: readonly (string | number | undefined)[]): void => {
    for (const value of values) if (value !== undefined) query.append(name, String(value).toWellFormed());
  };
  put("view", state.view === start.view ? [] : [state.view]);
  put("hops", state.hops === 1 ? [] : [state.hops]);
  put("held", filters.held);
  put("conflicts", filters.conflicts ? [""] : []);
  put(
    "relation",
    filters.relations.map((i) => payload.relations[i]?.name),
  );
  put(
    "type",
    filters.types.map((i) => payload.types[i]?.name),
  );
  put("outlet", filters.outlets);
  put(
    "wire",
    filters.wires.map((i) => payload.wires[i]?.id),
  );
  put(
    "speaker",
    filters.speakers.map((i) => payload.entities[i]?.id),
  );
  put("from", [filters.from]);
  put("to", [filters.to]);
  put("confidence", filters.confidence > 0 ? [filters.confidence] : []);
  put("sources", filters.sources > 1 ? [filters.sources] : []);
  put(
    "open",
    [...state.open].sort((a, b) => a - b).map((i) => payload.entities[payload.groups[i]?.name ?? -1]?.id),
  );
  if (order.column !== firstOrder.column || order.descending !== firstOrder.descending)
    put("sort", [`${order.descending ? "-" : ""}${order.column}`]);
  put("page", state.page === 0 ? [] : [state.page + 1]);
  if (camera)
    put("at", [[camera.x, camera.y, camera.ratio].map((value) => Number(value.toFixed(4))).join(" ")]);
  put("embed", state.embed ? [""] : []);
  return query;
}

function filtersOf(catalogue: Catalogue, asked: URLSearchParams): Filters {
  const { payload } = catalogue;
  const indexes = (name: string, keys: readonly string[]): readonly number[] => {
    const places = new Map(keys.map((key, i) => [key, i]));
    return [...new Set(asked.getAll(name).flatMap((key) => places.get(key) ?? []))];
  };
  const day = (name: string): string | undefined => {
    const value = asked.get(name) ?? "";
    return isDay(value) ? value : undefined;
  };
  const held = new Set(asked.getAll("held"));
  const outlets = new Set(catalogue.publishers);
  const confidence = Number(asked.get("confidence") ?? 0);
  return {
    ...noFilters,
    relations: indexes(
      "relation",
      payload.relations.map(({ name }) => name),
    ),
    types: indexes(
      "type",
      payload.types.map(({ name }) => name),
    ),
    outlets: [...new Set(asked.getAll("outlet"))].filter((name) => outlets.has(name)),
    wires: indexes(
      "wire",
      payload.wires.map(({ id }) => id),
    ),
    speakers: indexes(
      "speaker",
      payload.entities.map(({ id }) => id),
    ),
    held: ways.filter((way) => held.has(way)),
    confidence: confidence > 0 && confidence <= 1 ? confidence : 0,
    sources: count(asked.get("sources"), 1, 1_000_000, 1),
    from: day("from"),
    to: day("to"),
    conflicts: asked.has("conflicts"),
  };
}

function orderOf(text: string | null): Order {
  const columns: readonly Column[] = ["claim", "held", "confidence", "when", "documents", "sources"];
  const column = oneOf(text?.replace(/^-/, "") ?? null, columns);
  return column === undefined ? firstOrder : { column, descending: text?.startsWith("-") ?? false };
}

function cameraOf(text: string | null): Camera | undefined {
  const [x = Number.NaN, y = Number.NaN, ratio = Number.NaN] = (text ?? "").split(" ").map(Number);
  const near = [x, y].every((value) => Math.abs(value) <= 10) && ratio >= 0.001 && ratio <= 10;
  return near ? { x, y, ratio } : undefined;
}

function oneOf<T extends string>(text: string | null, choices: readonly T[]): T | undefined {
  return choices.find((choice) => choice === text);
}

function count(text: string | null, least: number, most: number, otherwise: number): number {
  const value = /^\d{1,7}$/.test(text ?? "") ? Number(text) : otherwise;
  return Math.min(most, Math.max(least, value));
}

/** Addresses are typed by people: a broken escape is no error, it leads nowhere. */
function decoded(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}

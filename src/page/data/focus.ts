import type { Hops, Selection, State } from "../state.ts";
import { type Catalogue, participants } from "./catalogue.ts";
import type { Scene } from "./scene.ts";

/** What the map keeps in its colours while the rest fades: keys of nodes and lines of a scene. */
export interface Focus {
  readonly nodes: ReadonlySet<string>;
  readonly lines: ReadonlySet<string>;
  /** The entity in the middle, if there is one. */
  readonly centre: string | undefined;
}

/** Entities that the map must show one by one for a selection, whatever group they are in. */
export function pinnedFor(
  catalogue: Catalogue,
  { selection, hops }: Pick<State, "selection" | "hops">,
): ReadonlySet<number> {
  if (selection.kind === "entity") return around(catalogue, selection.index, hops);
  return new Set(claimsOf(catalogue, selection).flatMap((i) => participantsOf(catalogue, i)));
}

/** A further step is not taken where it would reach more entities than this; the first one always is. */
const mostAround = 600;

/** An entity and those so many lines away. */
export function around({ links, linksOf }: Catalogue, centre: number, hops: Hops): ReadonlySet<number> {
  let reached = new Set([centre]);
  let rim: readonly number[] = [centre];
  for (let hop = 0; hop < hops; hop++) {
    const next = new Set<number>();
    for (const entity of rim) {
      for (const link of linksOf[entity] ?? []) {
        const { from = -1, to = -1 } = links[link] ?? {};
        const other = from === entity ? to : from;
        if (!reached.has(other)) next.add(other);
      }
    }
    if (hop > 0 && reached.size + next.size > mostAround) break;
    reached = new Set([...reached, ...next]);
    rim = [...next];
  }
  return reached;
}

/** A node of the map and those so many of its lines away: what the filters hide joins nothing. */
function aroundOnMap({ lines }: Scene, centre: string, hops: Hops): ReadonlySet<string> {
  const ends = new Map<string, string[]>();
  for (const { from, to } of lines) {
    for (const [end, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const known = ends.get(end);
      if (known === undefined) ends.set(end, [other]);
      else known.push(other);
    }
  }
  const reached = new Set([centre]);
  let rim = [centre];
  for (let hop = 0; hop < hops; hop++) {
    rim = rim.flatMap((key) => ends.get(key) ?? []).filter((key) => !reached.has(key));
    for (const key of rim) reached.add(key);
  }
  return reached;
}

/** What a selection keeps in colour; undefined for the whole. */
export function focusOf(
  catalogue: Catalogue,
  scene: Scene,
  state: Pick<State, "selection" | "hops">,
): Focus | undefined {
  const { selection } = state;
  if (selection.kind === "nothing") return undefined;
  if (selection.kind === "group") {
    const members = new Set((catalogue.members[selection.index] ?? []).map((i) => `e${i}`));
    return within(scene, new Set([...members, `g${selection.index}`]), undefined);
  }
  if (selection.kind === "entity") {
    const centre = `e${selection.index}`;
    const near = aroundOnMap(scene, centre, state.hops);
    const focus = within(scene, near, centre);
    if (state.hops > 1) return focus;
    // One step shows the entity's own lines, not those among its neighbours.
    const own = scene.lines.filter(({ from, to }) => from === centre || to === centre);
    return { ...focus, lines: new Set(own.map(({ key }) => key)) };
  }
  const wanted = new Set(claimsOf(catalogue, selection));
  const lines = scene.lines.filter(({ claims }) => claims.some((claim) => wanted.has(claim)));
  const nodes = [...wanted].flatMap((i) => participantsOf(catalogue, i)).map((i) => `e${i}`);
  const ends = lines.flatMap(({ from, to }) => [from, to]);
  return {
    nodes: new Set([...nodes, ...ends]),
    lines: new Set(lines.map(({ key }) => key)),
    centre: undefined,
  };
}

/** The claims that a selection is about; none for the whole, an entity or a group. */
export function claimsOf(catalogue: Catalogue, selection: Selection): readonly number[] {
  switch (selection.kind) {
    case "claim":
      return [selection.index];
    case "link": {
      const { claims = [], loose = [] } = catalogue.links[selection.index] ?? {};
      return [...claims, ...loose];
    }
    case "document":
      return selection.claim === undefined ? (catalogue.claimsIn[selection.index] ?? []) : [selection.claim];
    case "disagreement":
      return catalogue.payload.disagreements[selection.index]?.sides.flatMap(({ claims }) => claims) ?? [];
    case "path":
      return pathClaims(catalogue, selection.from, selection.to);
    default:
      return [];
  }
}

/**
 * The links of a shortest way from one entity to another, first to last; undefined where there is none, empty for the
 * same one. Claims between the two count before those in which one only speaks.
 */
export function pathBetween(
  { links, linksOf }: Catalogue,
  from: number,
  to: number,
): readonly number[] | undefined {
  const cameBy = new Map<number, number>();
  const reached = new Set([from]);
  let rim = [from];
  while (rim.length > 0 && !reached.has(to)) {
    const next: number[] = [];
    for (const entity of rim) {
      const firm = (link: number): number => ((links[link]?.claims.length ?? 0) > 0 ? 0 : 1);
      for (const link of [...(linksOf[entity] ?? [])].sort((a, b) => firm(a) - firm(b) || a - b)) {
        const ends = links[link];
        const other = ends?.from === entity ? ends.to : (ends?.from ?? -1);
        if (reached.has(other)) continue;
        reached.add(other);
        cameBy.set(other, link);
        next.push(other);
      }
    }
    rim = next;
  }
  if (!reached.has(to)) return undefined;
  const way: number[] = [];
  for (let at = to; at !== from; ) {
    const link = cameBy.get(at) ?? -1;
    way.unshift(link);
    at = links[link]?.from === at ? (links[link]?.to ?? from) : (links[link]?.from ?? from);
  }
  return way;
}

function pathClaims(catalogue: Catalogue, from: number, to: number): readonly number[] {
  return (pathBetween(catalogue, from, to) ?? []).flatMap((link) => {
    const { claims = [], loose = [] } = catalogue.links[link] ?? {};
    return claims.length > 0 ? claims : loose;
  });
}

function within(scene: Scene, nodes: ReadonlySet<string>, centre: string | undefined): Focus {
  const lines = scene.lines.filter(({ from, to }) => nodes.has(from) && nodes.has(to));
  return { nodes, lines: new Set(lines.map(({ key }) => key)), centre };
}

function participantsOf({ payload }: Catalogue, claim: number): readonly number[] {
  const row = payload.claims[claim];
  return row === undefined ? [] : participants(row);
}

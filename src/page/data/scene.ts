import type { PageClaim } from "../../model/page-payload.ts";
import { bystanders, type Catalogue, participants } from "./catalogue.ts";
import { type Look, lookOf } from "./held.ts";

/** A disc of the map: an entity, or a group that is shown as one. */
export interface SceneNode {
  /** `e12` for an entity, `g3` for a group: never a name from the world. */
  readonly key: string;
  readonly kind: "entity" | "group";
  /** Index into the entities, or the groups. */
  readonly index: number;
}

/** A line of the map, from who does it to whom it is done to. */
export interface SceneLine {
  /** Unique; made of numbers alone. */
  readonly key: string;
  /** Keys of nodes. The same one twice: a loop, for a claim about oneself. */
  readonly from: string;
  readonly to: string;
  /** What it stands for, in payload order; never empty. */
  readonly claims: readonly number[];
  /** `claim`: one claim; `bundle`: all between the two, too many to draw apart; `loose`: one speaks or takes part. */
  readonly kind: "claim" | "bundle" | "loose";
  readonly look: Look;
  /** Whether an arrowhead tells the direction; not where claims of a bundle run both ways. */
  readonly arrow: boolean;
  /** How far it bends to the left of its direction, as a share of its length; 0 is straight. */
  readonly bend: number;
  /** The most independent sources of one of its claims. */
  readonly sources: number;
}

/** What is on the map. */
export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly lines: readonly SceneLine[];
}

/** What decides what is on the map. */
export interface SceneWish {
  /** The claims that are shown; indexes in payload order. */
  readonly claims: readonly number[];
  /** Groups that are shown entity by entity; undefined where all are. */
  readonly open: ReadonlySet<number> | undefined;
  /** Entities that are shown though their group is not open: the chosen one and those around it. */
  readonly pinned: ReadonlySet<number>;
}

/** So many claims between two are drawn one by one. */
const mostParallel = 5;
/** How far parallel lines bend apart, from one to the next. */
const bendStep = 0.16;
/** So many groups are drawn; the smaller ones are found by search. */
const mostGroups = 2000;

/** Makes the map of some claims: who takes part in them, and a line for each claim, or for all between two where there are many. */
export function sceneOf(catalogue: Catalogue, wish: SceneWish): Scene {
  const { claims: rows } = catalogue.payload;
  const nodes = nodesFor(catalogue, wish);
  const pairs = new Map<number, Pair>();
  for (const i of wish.claims) {
    const claim = rows[i];
    if (claim === undefined) continue;
    for (const entity of participants(claim)) nodes.of(entity);
    gather(pairs, claim, i, nodes);
  }
  const lines = [...pairs.values()].flatMap((pair) => linesOf(pair, rows));
  return { nodes: nodes.all(), lines };
}

/** The discs that entities are shown as; each is made when it is first asked for. */
interface Nodes {
  of(entity: number): SceneNode | undefined;
  /** Groups first, then by index. */
  all(): readonly SceneNode[];
  /** A number for two discs: with a hundred thousand entities, looking pairs up by text would take seconds. */
  pair(a: SceneNode, b: SceneNode): number;
}

function nodesFor({ payload: { entities, groups } }: Catalogue, { open, pinned }: SceneWish): Nodes {
  const ofEntity: SceneNode[] = [];
  const ofGroup: SceneNode[] = [];
  const size = entities.length + groups.length;
  const numberOf = ({ kind, index }: SceneNode): number =>
    kind === "entity" ? index : entities.length + index;
  return {
    of(index) {
      const group = entities[index]?.place?.group;
      if (group === undefined) return undefined;
      if (open === undefined || open.has(group) || pinned.has(index)) {
        ofEntity[index] ??= { key: `e${index}`, kind: "entity", index };
        return ofEntity[index];
      }
      if (group >= mostGroups) return undefined;
      ofGroup[group] ??= { key: `g${group}`, kind: "group", index: group };
      return ofGroup[group];
    },
    // Both lists have holes, which `flat` leaves out.
    all: () => [ofGroup, ofEntity].flat(),
    pair: (a, b) => numberOf(a) * size + numberOf(b),
  };
}

/** Two nodes and what ties them. */
interface Pair {
  readonly a: string;
  readonly b: string;
  readonly own: { readonly claim: number; readonly from: string; readonly to: string }[];
  readonly loose: number[];
}

function gather(pairs: Map<number, Pair>, claim: PageClaim, index: number, nodes: Nodes): void {
  const from = nodes.of(claim.subject);
  if (from === undefined) return;
  const to = typeof claim.object === "number" ? nodes.of(claim.object) : undefined;
  // What goes on within a group shown as one has no line.
  if (to !== undefined && (to !== from || from.kind === "entity"))
    pairOf(pairs, nodes, from, to).own.push({ claim: index, from: from.key, to: to.key });
  for (const other of new Set(bystanders(claim))) {
    const end = nodes.of(other);
    if (end !== undefined && end !== from && end !== to) pairOf(pairs, nodes, from, end).loose.push(index);
  }
}

function pairOf(pairs: Map<number, Pair>, nodes: Nodes, from: SceneNode, to: SceneNode): Pair {
  const [a, b] = from.key < to.key ? [from, to] : [to, from];
  const key = nodes.pair(a, b);
  const pair = pairs.get(key) ?? { a: a.key, b: b.key, own: [], loose: [] };
  pairs.set(key, pair);
  return pair;
}

function linesOf({ a, b, own, loose }: Pair, rows: readonly PageClaim[]): readonly SceneLine[] {
  if (own.length === 0) return [lineOf("loose", a, b, loose, rows, 0, false)];
  if (own.length > mostParallel || a.startsWith("g") || b.startsWith("g")) {
    const forth = own.filter(({ from }) => from === a).length;
    const oneWay = forth === own.length || forth === 0;
    const [from, to] = forth === 0 ? [b, a] : [a, b];
    return [
      lineOf(
        own.length === 1 ? "claim" : "bundle",
        from,
        to,
        own.map(({ claim }) => claim),
        rows,
        0,
        oneWay,
      ),
    ];
  }
  return own.map(({ claim, from, to }, i) => {
    // The bend is told by the line's own direction, so that two lines in opposite directions do not fall on one another.
    const aside = (i - (own.length - 1) / 2) * bendStep * (from === a ? 1 : -1) + 0;
    return lineOf("claim", from, to, [claim], rows, a === b ? i : aside, true);
  });
}

function lineOf(
  kind: SceneLine["kind"],
  from: string,
  to: string,
  claims: readonly number[],
  rows: readonly PageClaim[],
  bend: number,
  arrow: boolean,
): SceneLine {
  const own = claims.flatMap((i) => rows[i] ?? []);
  const sources = own.reduce((most, { independentSources }) => Math.max(most, independentSources), 1);
  const key =
    kind === "claim" ? `c${claims[0]}-${from}-${to}` : `${kind === "bundle" ? "b" : "l"}-${from}-${to}`;
  return { key, from, to, claims, kind, look: lookOf(own), arrow, bend, sources };
}

import type { Claim } from "../model/claim.ts";
import { hashOf } from "../model/hash.ts";
import type { Ontology, Relation } from "../model/ontology.ts";
import { byCodeUnit, distinct } from "../model/order.ts";
import { type Day, type DayRange, daysBetween } from "../model/time.ts";

/** A claim as one telling of something that happened, in the roles of what happens. */
export interface Telling {
  readonly claim: Claim;
  /** "takeover", or for what has no frame of its own, a category of acts. */
  readonly frame: string;
  /** Whether it cannot happen again without being undone: a town is taken once until it is lost. */
  readonly once: boolean;
  readonly by: string | undefined;
  readonly of: string;
  readonly from: string | undefined;
  readonly time: DayRange | undefined;
  /** From which day the first article that tells it tells. */
  readonly told: Day | undefined;
}

/** All that is told of one thing that happened; never empty. */
export interface Occurrence {
  /** The id that its claims share. */
  readonly event: string;
  readonly tellings: readonly Telling[];
}

/** Days between two dates of one thing that happens once: sources may be wrong by that much. */
const ONCE_APART = 14;
/** A stretch longer than this dates nothing that may happen again. */
const VAGUE = 8;
/** The same for what happens once. */
const VAGUE_ONCE = 62;
/** Papers tell what is new: what has no date happened in as many days before. */
const NEWS = 7;
const NEWS_ONCE = 45;

/**
 * Puts claims together that tell of one happening, however worded, in whatever stance, by whatever article.
 *
 * Those that are dated come first: they must agree in their roles, and their days must meet (of what happens once, come
 * near). One without a date joins what its article can mean, the last before it came out. Claims of states, without an
 * object, or in words of their own are alone. The same for any order of claims; occurrences and tellings in order of ids.
 *
 * @param told on which day each document tells
 */
export function occurrencesOf(
  claims: readonly Claim[],
  told: ReadonlyMap<string, Day | undefined>,
  ontology: Ontology,
): readonly Occurrence[] {
  const groups = new Map<string, Telling[]>();
  for (const claim of claims) {
    const telling = tellingOf(claim, told, ontology);
    if (!telling) continue;
    const key = telling.once
      ? `${telling.frame} ${telling.of}`
      : `${telling.frame} ${telling.by} ${telling.of}`;
    const group = groups.get(key);
    if (group) group.push(telling);
    else groups.set(key, [telling]);
  }
  return [...groups.values()].flatMap(clustered);
}

function tellingOf(
  claim: Claim,
  days: ReadonlyMap<string, Day | undefined>,
  ontology: Ontology,
): Telling | undefined {
  const relation = claim.open ? undefined : ontology.relations.get(claim.predicate);
  if (relation?.kind !== "event" || claim.object === null || !("entity" in claim.object)) return undefined;
  const told = claim.evidence.flatMap(({ document }) => days.get(document) ?? []).sort(byCodeUnit)[0];
  const common = { claim, time: ownTime(claim), told };
  const { frame } = relation;
  if (!frame) {
    const plain = { by: claim.subject, of: claim.object.entity, from: undefined };
    return { ...common, ...plain, frame: categoryOf(relation), once: false };
  }
  const of = endOf(frame.of, claim);
  if (of === undefined) return undefined;
  const [by, from] = [endOf(frame.by, claim), endOf(frame.from, claim)];
  return { ...common, frame: frame.name, once: frame.from !== undefined, by, of, from };
}

/** When it happened, as the claim itself tells. */
function ownTime({ time }: Claim): DayRange | undefined {
  return time?.basis === "told" ? { start: time.start, end: time.end } : undefined;
}

/** "strikes" and "shells" are both assaults. */
function categoryOf({ name, plover }: Relation): string {
  return plover ?? name;
}

/** Who fills a role; undefined where nobody or several do. */
function endOf(role: string | undefined, { subject, object, arguments: filled }: Claim): string | undefined {
  if (role === undefined) return undefined;
  if (role === "subject") return subject;
  if (role === "object") return object !== null && "entity" in object ? object.entity : undefined;
  const ids = filled.get(role) ?? [];
  return ids.length === 1 ? ids[0] : undefined;
}

function clustered(group: readonly Telling[]): readonly Occurrence[] {
  const rivals = rivalsIn(group);
  const byId = (a: Telling, b: Telling) => byCodeUnit(a.claim.id, b.claim.id);
  const isDated = ({ time, once }: Telling) =>
    time !== undefined && daysBetween(time.start, time.end) < (once ? VAGUE_ONCE : VAGUE);
  const dated = group
    .filter(isDated)
    .sort((a, b) => byCodeUnit(startOf(a), startOf(b)) || byCodeUnit(endDay(a), endDay(b)) || byId(a, b));
  const clusters: Telling[][] = [];
  for (const telling of dated) {
    const cluster = clusters.find(
      (own) => own.every((other) => agree(telling, other, rivals)) && meets(telling, own),
    );
    if (cluster) cluster.push(telling);
    else clusters.push([telling]);
  }
  // What has no date is held against the dated ones alone, so that its order does not matter; who takes a town beside
  // somebody else takes it when he does.
  const cores = clusters.map((own) => [...own]);
  const placed = new Map<Telling, Telling[]>();
  const rest = group.filter((telling) => !isDated(telling)).sort(byId);
  for (const telling of rest) {
    const core = meantBy(telling, cores, rivals);
    const cluster = core && clusters[cores.indexOf(core)];
    if (cluster) placed.set(telling, cluster);
  }
  const undated: Telling[][] = [];
  for (const telling of rest.filter((other) => !placed.has(other))) {
    const beside = rest.find((other) => placed.has(other) && isBeside(telling, other));
    const cluster = (beside && placed.get(beside)) ?? alike(telling, undated, rivals);
    if (cluster && beside) placed.set(telling, cluster);
    else if (cluster) cluster.push(telling);
    else undated.push([telling]);
  }
  for (const [telling, cluster] of placed) cluster.push(telling);
  return [...clusters, ...undated].map((tellings) => ({
    event: eventOf(tellings),
    tellings: [...tellings].sort(byId),
  }));
}

/** That of all claims, or one made of the first of theirs in code-unit order. */
function eventOf(tellings: readonly Telling[]): string {
  const [first = "", ...others] = distinct(tellings.map(({ claim }) => claim.event));
  return others.length === 0 ? first : hashOf("event/2", first);
}

function startOf({ time }: Telling): Day {
  return time?.start ?? "";
}

function endDay({ time }: Telling): Day {
  return time?.end ?? "";
}

/** Who takes from whom, as pairs: one of them does not take what the other is told to take. */
function rivalsIn(group: readonly Telling[]): ReadonlySet<string> {
  return new Set(
    group.flatMap(({ by, from }) =>
      by === undefined || from === undefined ? [] : [`${by} ${from}`, `${from} ${by}`],
    ),
  );
}

function agree(a: Telling, b: Telling, rivals: ReadonlySet<string>): boolean {
  if (a.by !== undefined && b.by !== undefined) return a.by === b.by || !rivals.has(`${a.by} ${b.by}`);
  const opposed = (x: string | undefined, y: string | undefined) => x !== undefined && x === y;
  return !opposed(a.by, b.from) && !opposed(a.from, b.by);
}

/** Whether days meet those of a cluster; of what happens once, by one and the same, whether they come near. */
function meets(telling: Telling, cluster: readonly Telling[]): boolean {
  return cluster.some((other) => {
    if (!telling.time || !other.time) return false;
    const apart = daysBetween(other.time.end, telling.time.start);
    const same = telling.once && telling.by !== undefined && telling.by === other.by;
    return apart <= (same ? ONCE_APART : telling.once ? 1 : 0);
  });
}

/** Whether an article tells of both, by two: then it means two happenings. */
function isTwo(a: Telling, b: Telling): boolean {
  if (a.by === undefined || b.by === undefined || a.by === b.by) return false;
  const documents = new Set(a.claim.evidence.map(({ document }) => document));
  return b.claim.evidence.some(({ document }) => documents.has(document));
}

/** Whether two are told in one sentence. */
function isBeside(a: Telling, b: Telling): boolean {
  return a.claim.evidence.some((one) =>
    b.claim.evidence.some((other) => one.document === other.document && one.start === other.start),
  );
}

/** Among dated ones, what an article without a date can mean: with the same doer if there is one, the last before it. */
function meantBy(
  telling: Telling,
  clusters: readonly Telling[][],
  rivals: ReadonlySet<string>,
): Telling[] | undefined {
  const { told, once } = telling;
  const fit = clusters.filter((own) =>
    own.every((other) => agree(telling, other, rivals) && !isTwo(telling, other)),
  );
  const near = fit.filter((own) => {
    const start = own.map(startOf).sort(byCodeUnit)[0] as Day;
    if (told === undefined) return true;
    const ago = daysBetween(start, told);
    return ago >= -1 && ago <= (once ? NEWS_ONCE : NEWS);
  });
  const same = near.filter((own) => own.some(({ by }) => by !== undefined && by === telling.by));
  const choice = same.length > 0 ? same : near;
  return same.length === 0 && choice.length > 1
    ? undefined
    : [...choice].sort((a, b) => byCodeUnit(startOf(b[0] as Telling), startOf(a[0] as Telling)))[0];
}

/** Among those without a date, what is told of the same doer or loser. */
function alike(
  telling: Telling,
  clusters: readonly Telling[][],
  rivals: ReadonlySet<string>,
): Telling[] | undefined {
  return clusters.find((own) => {
    const shared = own.some(
      ({ by, from }) =>
        (by !== undefined && by === telling.by) || (from !== undefined && from === telling.from),
    );
    return shared && own.every((other) => agree(telling, other, rivals));
  });
}

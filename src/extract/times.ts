import type { TimeExpression } from "../model/time.ts";
import { type Reading, tieAt } from "./reading.ts";

/** The times of a sentence by the clause or the event noun that each belongs to. */
export type TimesOf = ReadonlyMap<number, readonly TimeExpression[]>;

/** Gives every time to the clause, or to the noun among `events`, that its syntax hangs it on. */
export function timesByHead(reading: Reading, events: ReadonlySet<number>): TimesOf {
  const found = new Map<number, TimeExpression[]>();
  for (const time of reading.times) {
    const owner = ownerOf(reading, time, events);
    if (owner === undefined) continue;
    const list = found.get(owner);
    if (list) list.push(time);
    else found.set(owner, [time]);
  }
  return found;
}

function ownerOf(reading: Reading, time: TimeExpression, events: ReadonlySet<number>): number | undefined {
  const { tokens, timeAt, clauseAt } = reading;
  let at = timeAt.indexOf(time);
  if (at < 0) return undefined;
  for (let steps = 0; steps < tokens.length; steps++) {
    const inside = timeAt[at] === time;
    if (!inside && (clauseAt[at] || events.has(at))) return at;
    const above = (tokens[at]?.head ?? 0) - 1;
    if (above < 0) return inside ? undefined : at;
    at = above;
  }
  return undefined;
}

/** The time of a clause: its own, or that of the clause that it is joined to or carries out. */
export function timeOf(reading: Reading, times: TimesOf, head: number): TimeExpression | null {
  let at = head;
  let lent = false;
  for (let steps = 0; steps < 4; steps++) {
    const all = times.get(at) ?? [];
    // What is said of one of two joined verbs is said of both only where it stands before both.
    const opening = reading.tokens[at]?.start ?? 0;
    const own = nearest(reading, lent ? all.filter(({ end }) => end <= opening) : all, head);
    if (own) return own;
    const tie = tieAt(reading, at);
    const clause = reading.clauseAt[at];
    const lends = tie && (tie.bond === "conjunct" || (tie.bond === "content" && clause?.form !== "finite"));
    if (!lends) return null;
    lent ||= tie.bond === "conjunct";
    at = tie.head;
  }
  return null;
}

/** The time that stands nearest to a token. */
export function nearest(
  { tokens }: Reading,
  times: readonly TimeExpression[],
  head: number,
): TimeExpression | null {
  const at = tokens[head]?.start ?? 0;
  const distance = ({ start }: TimeExpression) => Math.abs(start - at);
  return [...times].sort((a, b) => distance(a) - distance(b) || a.start - b.start)[0] ?? null;
}

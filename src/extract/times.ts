import type { TimeExpression } from "../model/time.ts";
import { type Reading, tieAt } from "./reading.ts";

/** The times of a sentence by the clause or the event noun that each belongs to. */
export type TimesOf = ReadonlyMap<number, readonly TimeExpression[]>;

/** Gives every time to the clause, or to the noun among `events`, that its syntax hangs it on. */
export function timesByHead(reading: Reading, events: ReadonlySet<number>): TimesOf {
  const found = new Map<number, TimeExpression[]>();
  for (const time of reading.times) {
    if (isBound(reading, time)) continue;
    const owner = ownerOf(reading, time, events);
    if (owner === undefined) continue;
    const list = found.get(owner);
    if (list) list.push(time);
    else found.set(owner, [time]);
  }
  return found;
}

/** "until 1973", "before Friday": where something begins or ends, or what it comes before, not when it happens. */
function isBound({ tokens, timeAt }: Reading, time: TimeExpression): boolean {
  const before = tokens[timeAt.indexOf(time) - 1]?.form.toLowerCase() ?? "";
  return /^(?:until|till|before|after|by|from|pending)$/.test(before);
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
  let before = Infinity;
  for (let steps = 0; steps < 4; steps++) {
    const all = times.get(at) ?? [];
    const bound = before;
    const own = nearest(
      reading,
      all.filter(({ end }) => end <= bound),
      head,
    );
    if (own) return own;
    const tie = tieAt(reading, at);
    const clause = reading.clauseAt[at];
    const lends = tie && (tie.bond === "conjunct" || (tie.bond === "content" && clause?.form !== "finite"));
    if (!lends) return null;
    if (tie.bond === "conjunct") before = Math.min(before, startOf(reading, at, tie.head));
    at = tie.head;
  }
  return null;
}

/**
 * Before what a time must stand to be that of both of two joined verbs: before the first, and before its subject too
 * where the second has one of its own ("On Friday, Iran left and Iraq came").
 */
function startOf({ tokens, clauseAt }: Reading, second: number, first: number): number {
  const subject = clauseAt[first]?.topics[0];
  const shared = subject === undefined || clauseAt[second]?.topics[0] === subject;
  return tokens[shared ? first : Math.min(subject, first)]?.start ?? 0;
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

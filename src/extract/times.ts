import type { Token } from "../model/annotated-document.ts";
import type { Clause, Tie } from "../model/clause.ts";
import type { TimeExpression } from "../model/time.ts";
import { type Reading, tieAt } from "./reading.ts";

/** The times of a sentence by the clause or the event noun that each belongs to. */
export type TimesOf = ReadonlyMap<number, readonly TimeExpression[]>;

/** Gives every time to the clause, or to the noun among `events`, that its syntax hangs it on. */
export function timesByHead(reading: Reading, events: ReadonlySet<number>): TimesOf {
  const found = new Map<number, TimeExpression[]>();
  for (const { time, first } of stretches(reading)) {
    if (time.text === first.text && isBound(reading, first)) continue;
    const owner = ownerOf(reading, first, events);
    if (owner === undefined) continue;
    const list = found.get(owner);
    if (list) list.push(time);
    else found.set(owner, [time]);
  }
  return found;
}

/** A time, and the one that its words begin with. */
interface Stretch {
  readonly time: TimeExpression;
  readonly first: TimeExpression;
}

/** The times of a sentence; "between 2015 and 2016" and "from Monday to Friday" are one. */
function stretches(reading: Reading): readonly Stretch[] {
  const { times } = reading;
  const ends = new Set<TimeExpression>();
  return times.flatMap((first, i): readonly Stretch[] => {
    if (ends.has(first)) return [];
    const last = times[i + 1];
    const time = last && joined(reading, first, last);
    if (!time) return [{ time: sinceThen(reading, first), first }];
    ends.add(last);
    return [{ time, first }];
  });
}

/** "since 2011": from then on, up to the day from which the story tells. */
function sinceThen({ tokens, timeAt, document: { told } }: Reading, time: TimeExpression): TimeExpression {
  const before = tokens[timeAt.indexOf(time) - 1]?.form.toLowerCase();
  if (before !== "since" || !time.value || told === undefined || told < time.value.end) return time;
  return { ...time, value: { start: time.value.start, end: told } };
}

/** What reaches from one time to the next, where "between … and" or "from … to" holds them together. */
function joined(
  { tokens, timeAt, document }: Reading,
  first: TimeExpression,
  last: TimeExpression,
): TimeExpression | undefined {
  const at = timeAt.indexOf(first);
  const link = timeAt.indexOf(last) - 1;
  const words = `${tokens[at - 1]?.form} ${tokens[link]?.form}`.toLowerCase();
  if (timeAt[link - 1] !== first || !/^(?:between and|from (?:to|until|till|through))$/.test(words))
    return undefined;
  if (!first.value || !last.value || first.value.start > last.value.end) return undefined;
  const value = { start: first.value.start, end: last.value.end };
  const text = document.document.text.slice(first.start, last.end);
  return { ...first, end: last.end, text, value, iso: `${first.iso}/${last.iso}` };
}

/** "until 1973", "before Friday": where something begins or ends, or what it comes before, not when it happens. */
function isBound({ tokens, timeAt }: Reading, time: TimeExpression): boolean {
  // "before midnight on Friday" is still on Friday.
  if (time.kind === "time") return false;
  const before = tokens[timeAt.indexOf(time) - 1]?.form.toLowerCase() ?? "";
  return /^(?:until|till|before|after|by|from|pending)$/.test(before);
}

function ownerOf(reading: Reading, time: TimeExpression, events: ReadonlySet<number>): number | undefined {
  const { tokens, timeAt, clauseAt } = reading;
  const first = timeAt.indexOf(time);
  if (first < 0) return undefined;
  // "issued a statement Saturday commending": what stands before a participle is the verb's before it.
  const behind = tokens[(tokens[first]?.head ?? 0) - 1];
  const participle = behind?.xpos === "VBG" && behind.deprel === "acl" && tokens.indexOf(behind) > first;
  // "issued a statement Saturday": without a preposition it is the verb's, whatever noun the parser hangs it on.
  const bare = first > 0 && tokens[first - 1]?.upos !== "ADP";
  let at = participle && bare ? behind.head - 1 : first;
  for (let steps = 0; steps < tokens.length; steps++) {
    const inside = timeAt[at] === time;
    if (!inside && (clauseAt[at] || (events.has(at) && !(bare && at < first)))) return at;
    const above = (tokens[at]?.head ?? 0) - 1;
    if (above < 0) return inside ? undefined : at;
    at = above;
  }
  return undefined;
}

/** The time of a clause: its own, or that of a clause with which it happens. */
export function timeOf(reading: Reading, times: TimesOf, head: number): TimeExpression | null {
  let at = head;
  let before = Infinity;
  let vague = false;
  for (let steps = 0; steps < 4; steps++) {
    const bound = before;
    const own = (times.get(at) ?? []).filter((time) => time.end <= bound && (!vague || isLong(time)));
    const clause = reading.clauseAt[at];
    const around =
      nearest(reading, own, head) ?? (clause && nearest(reading, timesAround(clause, times), head));
    if (around) return around;
    const now = clause && at === head ? presentTime(clause, reading) : undefined;
    if (now) return now;
    const tie = tieAt(reading, at);
    const lender = tie && lenderOf(reading, at, tie);
    if (lender === undefined || !tie) return null;
    if (tie.bond === "conjunct") before = Math.min(before, startOf(reading, at, tie.head));
    vague ||= tie.bond === "adverbial" && tie.marker === "after";
    at = lender;
  }
  return null;
}

/** The clause above with which a clause happens, if it does. */
function lenderOf(
  { clauseAt, tokens }: Reading,
  at: number,
  { bond, marker, head }: Tie,
): number | undefined {
  const clause = clauseAt[at];
  switch (bond) {
    case "conjunct":
      return head;
    case "content":
      // "last Tuesday saw forces capture it": the parser may take a bare infinitive for a finite verb.
      return (clause?.form !== "finite" || tokens[at]?.deprel === "xcomp") && /^(?:to)?$/.test(marker)
        ? head
        : undefined;
    case "adverbial":
      return /^(?:when|as|while|after)$/.test(marker) ? head : undefined;
    case "attribute":
      // "issued a statement praising them", "fired on jets flying by": what the noun does then.
      return marker === "" && clause?.form === "gerund" ? clauseOver(clauseAt, tokens, head) : undefined;
    default:
      return undefined;
  }
}

/** The clause that a noun is an object or an oblique of, over one noun at most. */
function clauseOver(
  clauseAt: Reading["clauseAt"],
  tokens: readonly Token[],
  noun: number,
): number | undefined {
  let at = noun;
  for (let steps = 0; steps < 2; steps++) {
    if (!/^(?:obj|obl|nmod)$/.test(tokens[at]?.deprel ?? "")) return undefined;
    at = (tokens[at]?.head ?? 0) - 1;
    if (clauseAt[at]) return at;
  }
  return undefined;
}

/** Long enough to hold what happened before as well. */
function isLong({ grain }: TimeExpression): boolean {
  return grain !== undefined && !/^(?:day|weekend)$/.test(grain);
}

const NOW = /^(?:still|now|currently|presently|nowadays)$/;

/** "still holds", "is currently fighting": the day from which the story tells. */
function presentTime(clause: Clause, reading: Reading): TimeExpression | undefined {
  if (clause.past || clause.modal || clause.negated || reading.sentence.zone === "headline") return undefined;
  const told = clause.adverbs.some((adverb) => NOW.test(adverb));
  const word = told ? reading.tokens.find(({ form }) => NOW.test(form.toLowerCase())) : undefined;
  return word && storyTime(word, reading);
}

/** "is on a visit": what goes on while the story is told. */
export function goingOn(clause: Clause, reading: Reading): TimeExpression | null {
  const verb = reading.tokens[clause.first];
  const present =
    clause.kind === "copula" &&
    /^(?:on|in|under|at)$/.test(clause.marker) &&
    /^VB[PZ]$/.test(verb?.xpos ?? "");
  if (!present || !verb || clause.modal || clause.negated || reading.sentence.zone === "headline")
    return null;
  return storyTime(verb, reading) ?? null;
}

function storyTime({ start, end, form }: Token, { document: { told } }: Reading): TimeExpression | undefined {
  if (told === undefined) return undefined;
  return { start, end, text: form, kind: "date", iso: told, value: { start: told, end: told }, grain: "day" };
}

/** "during the siege in 2015, they shelled it": what happened during something has its time. */
function timesAround({ obliques }: Clause, times: TimesOf): readonly TimeExpression[] {
  return obliques
    .filter(({ marker }) => /^(?:during|throughout|amid)$/.test(marker))
    .flatMap(({ heads }) => heads.flatMap((head) => times.get(head) ?? []));
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

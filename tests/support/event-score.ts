import { hashOf } from "../../src/model/hash.ts";
import { overlaps, type Span } from "../../src/model/span.ts";

/** An event that people marked in a sentence; without a source or a target where the sentence names none. */
export interface GoldEvent {
  readonly id: string;
  readonly text: string;
  readonly source: string | undefined;
  readonly target: string | undefined;
  /** One of the 16 PLOVER types of 2021. */
  readonly type: string;
  /** Whether the target does to the source what the source does to the target. */
  readonly reciprocal: boolean;
}

/** The stretches of a sentence that stand for an actor: a mention's name, its phrase, what the triple says of it. Never empty. */
export type Actor = readonly Span[];

/** A triple as it is scored. */
export interface ScoredTriple {
  readonly subject: Actor;
  /** Absent where the object is a literal or there is none. */
  readonly object: Actor | undefined;
  /** The PLOVER type of its relation. */
  readonly type: string | undefined;
}

/** A sentence with what people marked in it and what was read in it. */
export interface ScoredSentence<T extends ScoredTriple = ScoredTriple> {
  readonly text: string;
  readonly events: readonly GoldEvent[];
  readonly triples: readonly T[];
}

/** How many events were found, and how many triples are right. */
export interface EventRates {
  readonly events: number;
  readonly found: number;
  readonly triples: number;
  readonly right: number;
}

/** The types of 2017 that have another name among those of 2021. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ["DEMAND", "REQUEST"],
  ["DISAPPROVE", "ACCUSE"],
  ["INVESTIGATE", "ACCUSE"],
  ["FIGHT", "ASSAULT"],
]);

/** One of the 16 types of 2021 for one of the 18 of 2017. */
export function currentType(type: string): string {
  return RENAMED.get(type) ?? type;
}

/** One of two halves of all sentences, told by the text alone, so that the other half can be kept unread. */
export function halfOf(text: string): "a" | "b" {
  return /^[a-p]/.test(hashOf(text)) ? "a" : "b";
}

/**
 * Whether an actor is the one that an event names.
 *
 * It is where they overlap in the sentence; a name that does not stand there as written is told by a word they share.
 */
export function isActor(actor: Actor, name: string, sentence: string): boolean {
  const places = occurrences(name, sentence);
  if (places.length > 0) return places.some((place) => actor.some((span) => overlaps(place, span)));
  const wanted = contentWords(name);
  return actor.some(({ start, end }) =>
    contentWords(sentence.slice(start, end)).some((w) => wanted.includes(w)),
  );
}

/** Where a name stands as written, whatever the white space in it: as whole words, else inside words ("Palestinian" in "Palestinians"). */
function occurrences(name: string, sentence: string): readonly Span[] {
  const words = name.trim().split(/\s+/).map(escaped);
  const pattern = words.join("\\s+");
  const whole = spansOf(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "gu"), sentence);
  return whole.length > 0 ? whole : spansOf(new RegExp(pattern, "gu"), sentence);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function spansOf(pattern: RegExp, text: string): readonly Span[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

const EMPTY_WORDS = new Set("a an and at by for from his in its of on or the their to with".split(" "));

function contentWords(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.’'-][\p{L}\p{N}]+)*/gu) ?? [];
  return words.map((word) => word.replace(/['’]s$/, "")).filter((word) => !EMPTY_WORDS.has(word));
}

/** Whether a triple tells an event, either way round where it is reciprocal. */
export function tells(triple: ScoredTriple, event: GoldEvent, withType: boolean): boolean {
  if (withType && triple.type !== event.type) return false;
  const { text, source, target, reciprocal } = event;
  const goes = (from: string | undefined, to: string | undefined) =>
    is(triple.subject, from, text) && is(triple.object, to, text);
  return goes(source, target) || (reciprocal && goes(target, source));
}

/** Who is not named in gold may be anybody, or nobody. */
function is(actor: Actor | undefined, name: string | undefined, sentence: string): boolean {
  return name === undefined || (actor !== undefined && isActor(actor, name, sentence));
}

/** How sentences are scored: whether the type has to be right, and whether triples without one count. */
export interface Scoring {
  readonly withType: boolean;
  readonly untyped: boolean;
}

/**
 * Rates over some sentences.
 *
 * All triples that may count find events; precision is told of those between two actors, each pair (with its type, where that
 * is scored) once for its sentence.
 */
export function eventRates(sentences: readonly ScoredSentence[], { withType, untyped }: Scoring): EventRates {
  const total = { events: 0, found: 0, triples: 0, right: 0 };
  for (const { events, triples } of sentences) {
    const counted = triples.filter(({ type }) => untyped || type !== undefined);
    const pairs = distinctPairs(counted, withType);
    total.events += events.length;
    total.found += events.filter((event) => counted.some((triple) => tells(triple, event, withType))).length;
    total.triples += pairs.length;
    total.right += pairs.filter((pair) => events.some((event) => tells(pair, event, withType))).length;
  }
  return total;
}

function distinctPairs<T extends ScoredTriple>(triples: readonly T[], withType: boolean): readonly T[] {
  const pairs = new Map<string, T>();
  for (const triple of triples) {
    const { subject, object, type } = triple;
    const key = JSON.stringify([subject, object, withType ? type : ""]);
    if (object && !pairs.has(key)) pairs.set(key, triple);
  }
  return [...pairs.values()];
}

/** Events of which no triple tells, each with its sentence. */
export function missedEvents<S extends ScoredSentence>(
  sentences: readonly S[],
): readonly { readonly event: GoldEvent; readonly sentence: S }[] {
  return sentences.flatMap((sentence) =>
    sentence.events
      .filter((event) => !sentence.triples.some((triple) => tells(triple, event, true)))
      .map((event) => ({ event, sentence })),
  );
}

/** Triples of a sentence between two actors that have a type and tell of none of its events. */
export function wrongTriples<T extends ScoredTriple>({ events, triples }: ScoredSentence<T>): readonly T[] {
  const typed = triples.filter(({ type }) => type !== undefined);
  return distinctPairs(typed, true).filter((pair) => !events.some((event) => tells(pair, event, true)));
}

/** Rates by type, in the order of their names: events by their own, triples by theirs. */
export function ratesByType(sentences: readonly ScoredSentence[]): ReadonlyMap<string, EventRates> {
  const types = sentences.flatMap(({ events, triples }) => [...events, ...triples].map(({ type }) => type));
  const named = [...new Set(types)].filter((type) => type !== undefined).sort();
  return new Map(
    named.map((type) => {
      const only = sentences.map(({ text, events, triples }) => ({
        text,
        events: events.filter((event) => event.type === type),
        triples: triples.filter((triple) => triple.type === type),
      }));
      return [type, eventRates(only, { withType: true, untyped: false })];
    }),
  );
}

/** Precision, recall and F1 in percent; 0 where there is nothing to count. */
export function percentages({ events, found, triples, right }: EventRates) {
  const precision = (100 * right) / Math.max(1, triples);
  const recall = (100 * found) / Math.max(1, events);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

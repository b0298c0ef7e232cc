import type { WordingPart } from "../model/ontology.ts";
import type { Span } from "../model/span.ts";
import { isPossessor, isPreposition, isWord, type PhraseUnit, type Unit } from "./units.ts";

/** What the slots of a wording are filled with: places of noun phrases, several when joined by "and". */
export interface Match {
  readonly slots: ReadonlyMap<string, readonly number[]>;
  /** The words of the CONTENT slot, to the end of what is said. */
  readonly content?: Span | undefined;
  /** The place behind the last unit that was used. */
  readonly end: number;
  /** How many words of the wording were met: more is a closer reading. */
  readonly words: number;
}

/**
 * Holds the parts of a wording against the units from a place on.
 *
 * Adverbs and times in between are passed over. `given` are slots that are filled already (the O of a passive).
 * Once O is filled, a preposition with a slot of its own may be missing.
 */
export function matchParts(
  units: readonly Unit[],
  from: number,
  parts: readonly WordingPart[],
  given: ReadonlyMap<string, readonly number[]> = new Map(),
): Match | undefined {
  const slots = new Map(given);
  let content: Span | undefined;
  let at = from;
  let words = 0;
  for (let p = 0; p < parts.length; ) {
    const part = parts[p] as WordingPart;
    const start = skip(units, at);
    const meant = infinitiveContent(units, start, parts, p);
    if (meant) {
      content = meant;
      words++;
      at = units.length;
      break;
    }
    if (part.kind === "word") {
      const used = matchWords(units[start], parts.slice(p));
      if (used === 0) {
        if (isOptional(parts, p, slots)) break;
        return undefined;
      }
      words += used;
      p += used;
      at = start + 1;
      continue;
    }
    p++;
    if (given.has(part.role)) continue;
    if (part.role === "CONTENT") {
      content = contentFrom(units, start);
      if (!content) return undefined;
      at = units.length;
    } else {
      const filler = phrasesFrom(units, start);
      if (filler.length === 0) return undefined;
      slots.set(part.role, filler);
      at = (filler.at(-1) as number) + 1;
    }
  }
  return { slots, content, end: at, words };
}

/** "to CONTENT" is met by a group of verbs that begins with "to". */
function infinitiveContent(
  units: readonly Unit[],
  at: number,
  parts: readonly WordingPart[],
  p: number,
): Span | undefined {
  const [to, slot] = [parts[p], parts[p + 1]];
  const wanted =
    to?.kind === "word" && to.lemmas.includes("to") && slot?.kind === "slot" && slot.role === "CONTENT";
  const verbs = units[at];
  if (!wanted || verbs?.kind !== "verbs" || verbs.group.form !== "infinitive") return undefined;
  return { start: verbs.span.start, end: (units.at(-1) as Unit).span.end };
}

/** "of CONTENT" after O, and what follows it, may be missing. */
function isOptional(parts: readonly WordingPart[], p: number, slots: ReadonlyMap<string, unknown>): boolean {
  const next = parts[p + 1];
  return slots.has("O") && next?.kind === "slot" && next.role !== "CONTENT";
}

/** Past adverbs, times, and prepositions of times. */
export function skip(units: readonly Unit[], at: number): number {
  let i = at;
  for (; i < units.length; i++) {
    const unit = units[i];
    const adverb = unit?.kind === "word" && unit.tokens[0]?.upos === "ADV";
    const dated = isPreposition(unit) && units[i + 1]?.kind === "time";
    if (unit?.kind !== "time" && !adverb && !dated) break;
  }
  return i;
}

/** How many words of the wording a unit holds: the last words of a noun phrase, or the one word it is. */
function matchWords(unit: Unit | undefined, parts: readonly WordingPart[]): number {
  if (!unit) return 0;
  const until = parts.findIndex((part) => part.kind === "slot");
  const words = parts
    .slice(0, until < 0 ? parts.length : until)
    .flatMap((part) => (part.kind === "word" ? [part.lemmas] : []));
  const most = Math.min(words.length, unit.tokens.length);
  for (let length = most; length > 0; length--) {
    const tail = unit.kind === "verbs" ? [unit.group.main] : unit.tokens.slice(-length);
    const met =
      tail.length === length &&
      tail.every((token, i) => {
        const form = token.form.toLowerCase();
        return words[i]?.includes(form) || words[i]?.includes(token.lemma);
      });
    if (met) return length;
  }
  return 0;
}

/** A noun phrase, and those joined to it by "and" or commas: "Syria and Iran". */
export function phrasesFrom(units: readonly Unit[], at: number): readonly number[] {
  if (units[at]?.kind !== "phrase" || isPossessor(units, at)) {
    const owned = ownedBy(units, at);
    return owned === undefined ? [] : phrasesFrom(units, owned);
  }
  const next = at + 1;
  const and = isWord(units[next], "and")
    ? next
    : isWord(units[next], ",") && isWord(units[next + 1], "and")
      ? next + 1
      : undefined;
  if (and !== undefined && units[and + 1]?.kind === "phrase" && units[and + 2]?.kind !== "verbs") {
    return [at, ...phrasesFrom(units, and + 1)];
  }
  return [at];
}

function ownedBy(units: readonly Unit[], at: number): number | undefined {
  return units[at]?.kind === "phrase" && units[at + 2]?.kind === "phrase" ? at + 2 : undefined;
}

/** From a place to the end of the sentence, or to the closing quote where a quote opens it. */
function contentFrom(units: readonly Unit[], at: number): Span | undefined {
  const first = units[at];
  if (!first || isWord(first, new Set([".", ",", "!", "?", "”"]))) return undefined;
  const quoted = isWord(first, new Set(["“", '"']));
  const close = quoted ? units.findIndex((unit, i) => i > at && isWord(unit, new Set(["”", '"']))) : -1;
  const last = units[close > 0 ? close : units.length - 1] as Unit;
  const holds = units.slice(at).some((unit) => unit.kind === "verbs" || unit.kind === "phrase");
  return holds ? { start: first.span.start, end: last.span.end } : undefined;
}

/** The phrases at these places. */
export function phrasesAt(units: readonly Unit[], places: readonly number[]): readonly PhraseUnit[] {
  return places.flatMap((place) => {
    const unit = units[place];
    return unit?.kind === "phrase" ? [unit] : [];
  });
}

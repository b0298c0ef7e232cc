import { foldLetter, nameLetters } from "../model/name-letters.ts";
import type { KnownName, Ontology } from "../model/ontology.ts";
import { byCodeUnit } from "../model/order.ts";
import type { Span } from "../model/span.ts";
import { INVISIBLE } from "./tokens.ts";

/** How a string refers to a known name: as its name, as its adjective or people, or as something that stands for it. */
export type Reference = "name" | "demonym" | "metonym";

/** One thing that a string may refer to. */
export interface Candidate {
  /** The local name of a known name. */
  readonly id: string;
  /** Its class. */
  readonly type: string;
  readonly as: Reference;
}

/** A known string in the text, and all that it may refer to; never without candidates, in code-unit order of ids. */
export interface KnownSpan extends Span {
  readonly candidates: readonly Candidate[];
}

/** Strings that are known names. Two lists, not a tree of letters: of 200,000 names that would fill 600 MB. */
export interface NameTable {
  /** By their letters, without doubles, in code-unit order. */
  readonly strings: readonly string[];
  /** What each of them may refer to. */
  readonly candidates: readonly (readonly Candidate[])[];
}

/** Every known name, alias, demonym and metonym of an ontology, ready to be found in texts. */
export function nameTable(ontology: Ontology): NameTable {
  const found = new Map<string, Candidate[]>();
  const add = (text: string, candidate: Candidate) => {
    const letters = nameLetters(text);
    const list = found.get(letters);
    if (!list) found.set(letters, [candidate]);
    else if (!list.some(({ id }) => id === candidate.id)) list.push(candidate);
  };
  const names = [...ontology.names.values()].sort((a, b) => byCodeUnit(a.id, b.id));
  for (const { id, type, label, labelTaken, aliases, demonyms, metonyms } of names) {
    for (const text of labelTaken ? aliases : [label, ...aliases]) add(text, { id, type, as: "name" });
    for (const text of demonyms) add(text, { id, type, as: "demonym" });
    for (const text of metonyms) add(text, { id, type, as: "metonym" });
  }
  for (const name of names) {
    const { id, type } = name;
    const free = variants(name, ontology).filter((text) => !found.has(nameLetters(text)));
    for (const text of free) add(text, { id, type, as: "name" });
  }
  const entries = [...found].sort(([a], [b]) => byCodeUnit(a, b));
  return {
    strings: entries.map(([letters]) => letters),
    candidates: entries.map(([, list]) => list),
  };
}

/** "United States Navy" of "US Navy": the state that something is of may be written in all its names. */
function variants({ label, aliases, partOf }: KnownName, { names }: Ontology): readonly string[] {
  // "US Air Force" is a part of the armed forces, and these are of the state.
  const whole = names.get(partOf ?? "");
  const state = names.get(whole?.partOf ?? "") ?? whole;
  if (!state) return [];
  const spellings = [state.label, ...state.aliases];
  return [label, ...aliases].flatMap((text) => {
    const spelled = spellings.find((spelling) => text.startsWith(`${spelling} `));
    if (spelled === undefined) return [];
    return spellings.map((spelling) => `${spelling}${text.slice(spelled.length)}`);
  });
}

/** The longest known string that begins at an offset and ends at the border of a word. */
export function longestAt(
  { strings, candidates }: NameTable,
  text: string,
  start: number,
  limit: number,
): KnownSpan | undefined {
  if (isWordCharacter(text[start - 1])) return undefined;
  let found: KnownSpan | undefined;
  // The strings that begin with the letters read so far: those from `low` to before `high`.
  let [low, high, read] = [0, strings.length, 0];
  for (let i = start; i < limit && low < high; i++) {
    if (i > start && INVISIBLE.test(text[i] as string)) continue;
    const letter = foldLetter(text[i] as string);
    if (letter === " " && i > start && foldLetter(text[i - 1] as string) === " ") continue;
    const unit = letter.charCodeAt(0);
    low = firstFrom(strings, low, high, read, unit);
    high = firstFrom(strings, low, high, read, unit + 1);
    read++;
    // Of strings with one beginning, the one that is no more than it stands first.
    const whole = low < high && strings[low]?.length === read;
    if (whole && !isWordCharacter(seenFrom(text, i + 1))) {
      found = { start, end: i + 1, candidates: candidates[low] as readonly Candidate[] };
    }
  }
  return found;
}

/** The first string of some that has at a place a code unit or one after it. */
function firstFrom(
  strings: readonly string[],
  from: number,
  to: number,
  place: number,
  unit: number,
): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    // Past its end is NaN, which is less than nothing; such a string stands before the others.
    if ((strings[middle] as string).charCodeAt(place) >= unit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first unit from a place on that is seen. */
function seenFrom(text: string, at: number): string | undefined {
  let i = at;
  while (i < text.length && INVISIBLE.test(text[i] as string)) i++;
  return text[i];
}

function isWordCharacter(unit: string | undefined): boolean {
  return unit !== undefined && /[\p{L}\p{N}\p{M}]/u.test(unit);
}

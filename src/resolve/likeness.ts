import { byCodeUnit } from "../model/order.ts";
import { abbreviationIn, editDistance, initialsOf, skeletonOf } from "./closeness.ts";
import { nameKey } from "./names.ts";

/** A name in the forms that are compared. */
export interface Spelling {
  readonly name: string;
  readonly key: string;
  readonly words: readonly string[];
  readonly digits: string;
  /** Its consonants; empty where it has fewer than three. */
  readonly skeleton: string;
  readonly initials: readonly string[];
  readonly abbreviation: string | undefined;
}

/** Why two names may be one thing's. */
export interface Sign {
  /** From 0 to 1. */
  readonly score: number;
  /** In words for people. */
  readonly reason: string;
}

/** What the names stand in. */
export interface Surroundings {
  /** Whether both may be persons, and nothing else is known of them. */
  readonly persons: boolean;
  /** How many have the words of a name inside a longer name of theirs. */
  holders(name: Spelling): number;
}

/** Code units of a name that are compared. */
const LONGEST = 80;
/** Fewer consonants are shared by chance. */
const CONSONANTS = 3;

/** The forms of a name; undefined for one without a letter or digit. */
export function spellingOf(whole: string): Spelling | undefined {
  const name = whole.slice(0, LONGEST);
  const key = nameKey(name);
  if (key === "") return undefined;
  const skeleton = skeletonOf(name);
  return {
    name,
    key,
    words: key.split(" "),
    digits: key.replace(/\P{N}/gu, ""),
    skeleton: skeleton.length < CONSONANTS ? "" : skeleton,
    initials: initialsOf(name),
    abbreviation: abbreviationIn(name),
  };
}

/** What a name has in common with each that it may be another spelling of. */
export function commonKeys({ key, words, skeleton, initials, abbreviation }: Spelling): readonly string[] {
  const letters = key.replaceAll(" ", "");
  return [
    `begins ${letters.slice(0, 4)}`,
    `ends ${letters.slice(-4)}`,
    ...words.filter((word) => word.length > 2).map((word) => `word ${word}`),
    ...(skeleton === "" ? [] : [`consonants ${skeleton}`]),
    ...initials.map((letter) => `short ${letter}`),
    ...(abbreviation === undefined ? [] : [`short ${abbreviation}`]),
  ];
}

/** The strongest sign that two names are one thing's; the same whichever stands first. */
export function strongestSign(a: Spelling, b: Spelling, around: Surroundings): Sign | undefined {
  const [first, second] = byCodeUnit(a.name, b.name) <= 0 ? [a, b] : [b, a];
  if (a.key === b.key) return { score: 0.95, reason: `both are called "${first.name}"` };
  const signs = [
    consonantSign(first, second, around),
    letterSign(first, second),
    abbreviationSign(first, second) ?? abbreviationSign(second, first),
    partSign(first, second, around) ?? partSign(second, first, around),
  ];
  return signs.reduce((best, sign) => stronger(best, sign));
}

/** The sign with the higher score; of equal ones the first by its reason. */
export function stronger(a: Sign | undefined, b: Sign | undefined): Sign | undefined {
  if (!a || !b) return a ?? b;
  return a.score > b.score || (a.score === b.score && a.reason <= b.reason) ? a : b;
}

function consonantSign(a: Spelling, b: Spelling, { persons }: Surroundings): Sign | undefined {
  if (a.skeleton === "" || a.skeleton !== b.skeleton) return undefined;
  const score = 0.5 + 0.4 * sameness(a, b) - (persons ? 0.2 : 0);
  return { score, reason: `"${a.name}" and "${b.name}" have the same consonants, ${a.skeleton}` };
}

function letterSign(a: Spelling, b: Spelling): Sign | undefined {
  if (a.digits !== b.digits || !closeByWord(a, b)) return undefined;
  const distance = editDistance(a.key, b.key, LONGEST);
  const letters = distance === 1 ? "letter" : "letters";
  return {
    score: 0.3 + 0.5 * sameness(a, b),
    reason: `"${a.name}" and "${b.name}" differ in ${distance} ${letters}`,
  };
}

/** How much of the letters of two names is the same: from 0 to 1. */
function sameness({ key }: Spelling, { key: other }: Spelling): number {
  const length = Math.max(key.length, other.length);
  return 1 - editDistance(key, other, length) / length;
}

/** Where the words are cut otherwise, "al tanf" and "altanf", the letters must be the same. */
function closeByWord({ words }: Spelling, { words: others }: Spelling): boolean {
  if (words.length !== others.length) return words.join("") === others.join("");
  return words.every((word, i) => {
    const other = others[i] ?? "";
    const most = Math.floor(Math.max(word.length, other.length) / 4);
    return editDistance(word, other, most) <= most;
  });
}

function abbreviationSign(short: Spelling, long: Spelling): Sign | undefined {
  if (short.abbreviation === undefined || !long.initials.includes(short.abbreviation)) return undefined;
  return { score: 0.7, reason: `"${short.name}" may be short for "${long.name}"` };
}

/** Whether all words of a name stand in a longer one. */
export function isPart({ words }: Spelling, { words: more }: Spelling): boolean {
  return words.length < more.length && words.every((word) => more.includes(word));
}

function partSign(short: Spelling, long: Spelling, { persons, holders }: Surroundings): Sign | undefined {
  if (!isPart(short, long)) return undefined;
  const surname = persons && short.words.length === 1 && short.words[0] === long.words.at(-1);
  const bearers = Math.max(1, holders(short));
  const what = surname ? "the last word of" : "a part of";
  const others = bearers > 1 ? `, as of ${bearers - 1} more` : "";
  return {
    score: (surname ? 0.6 : 0.4) / bearers,
    reason: `"${short.name}" is ${what} "${long.name}"${others}`,
  };
}

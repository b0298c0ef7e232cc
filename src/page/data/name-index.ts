/** Letters that Unicode does not take apart into a base and a mark. */
const plainLetters = new Map([
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["ı", "i"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
]);

/** A name without case, diacritics and marks between words: "Deir ez-Zôr" is "deir ez zor". */
export function fold(name: string): string {
  // Most names are plain; the way below takes them ten times as long.
  if (/^[a-z0-9 ]*$/i.test(name)) return name.toLowerCase().replace(/ {2,}/g, " ").trim();
  return name
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}'’ʼʿʾ]/gu, "")
    .toLowerCase()
    .replace(/[øłđðıßæœþ]/g, (letter) => plainLetters.get(letter) ?? letter)
    .replace(/[^\p{L}\p{N}\p{S}]+/gu, " ")
    .trim();
}

/** Where words begin, in the order of the text: places in it, and the names that they stand in. */
interface Words {
  readonly at: number[];
  readonly name: number[];
}

/** The names of some things, made ready for `findNames`. */
export interface NameIndex {
  /** How many things there are. */
  readonly things: number;
  readonly names: readonly string[];
  /** The thing that a name is of, by name. */
  readonly of: readonly number[];
  /** All names folded, each with a line break before it and after it: one long text is searched faster than many short ones. */
  readonly text: string;
  /** Where the names start in the text, ascending. */
  readonly starts: readonly number[];
  /** By the code unit that a word begins with. */
  readonly words: ReadonlyMap<string, Words>;
}

/** Makes the index; takes about a second for a million names. */
export function nameIndex(things: readonly (readonly string[])[]): NameIndex {
  const names: string[] = [];
  const of: number[] = [];
  const starts: number[] = [];
  const folded: string[] = [];
  const words = new Map<string, Words>();
  let length = 1;
  for (const [thing, called] of things.entries()) {
    for (const name of called) {
      const plain = fold(name);
      gatherWords(words, plain, length, names.length);
      names.push(name);
      of.push(thing);
      starts.push(length);
      folded.push(plain);
      length += plain.length + 1;
    }
  }
  return { things: things.length, names, of, starts, words, text: `\n${folded.join("\n")}\n` };
}

function gatherWords(words: Map<string, Words>, folded: string, start: number, name: number): void {
  for (let at = 0; at < folded.length; ) {
    const letter = folded.charAt(at);
    let list = words.get(letter);
    if (list === undefined) {
      list = { at: [], name: [] };
      words.set(letter, list);
    }
    list.at.push(start + at);
    list.name.push(name);
    const space = folded.indexOf(" ", at);
    at = space < 0 ? folded.length : space + 1;
  }
}

/** How well a name is met: from 0, the whole name, over its beginning, words in it and words in any order, to 4, within a word. */
export type Rank = 0 | 1 | 2 | 3 | 4;

/** A thing that was found. */
export interface Found {
  readonly thing: number;
  /** The best of its names, and among equals the first. */
  readonly name: string;
  readonly rank: Rank;
}

const notMet = 5;

/**
 * Finds things by what they are called.
 *
 * @param weight decides among those that are met equally well: the heavier first, then the earlier
 * @returns the best first, each thing once, at most `limit`
 */
export function findNames(
  index: NameIndex,
  query: string,
  limit: number,
  weight: (thing: number) => number,
): readonly Found[] {
  const wanted = fold(query);
  if (wanted === "") return [];
  const ranks = new Uint8Array(index.things).fill(notMet);
  const best = new Int32Array(index.things);
  let count = 0;
  const meet = (name: number, rank: Rank): void => {
    const thing = index.of[name] ?? 0;
    const before = ranks[thing] ?? notMet;
    if (rank >= before) return;
    if (before === notMet) count++;
    ranks[thing] = rank;
    best[thing] = name;
  };
  meetWords(index, wanted, meet);
  if (count < limit && wanted.length > 2) meetInside(index, wanted, meet);
  return first(ranks, limit, weight).map((thing) => ({
    thing,
    name: index.names[best[thing] ?? 0] ?? "",
    rank: (ranks[thing] ?? 0) as Rank,
  }));
}

/** Goes through the words that begin with the letter of the query's rarest word. */
function meetWords(index: NameIndex, wanted: string, meet: (name: number, rank: Rank) => void): void {
  const { text, words } = index;
  const parts = wanted.split(" ");
  const listOf = (word: string): Words => words.get(word.charAt(0)) ?? { at: [], name: [] };
  const rarest = parts.reduce((a, b) => (listOf(b).at.length < listOf(a).at.length ? b : a));
  const { at, name } = listOf(rarest);
  // A plain loop: there may be a hundred thousand such words.
  for (let i = 0; i < at.length; i++) {
    if (!text.startsWith(rarest, at[i])) continue;
    const met = name[i] ?? 0;
    const rank = rankOf(index, met, wanted, parts);
    if (rank !== undefined) meet(met, rank);
  }
}

/** One word of the name is known to begin as a word of the query does. */
function rankOf(index: NameIndex, name: number, wanted: string, parts: readonly string[]): Rank | undefined {
  const { text, starts } = index;
  const start = starts[name] ?? 0;
  if (text.startsWith(wanted, start)) return text.charAt(start + wanted.length) === "\n" ? 0 : 1;
  if (parts.length === 1) return 2;
  const spaced = ` ${text.slice(start, (starts[name + 1] ?? text.length) - 1)}`;
  if (spaced.includes(` ${wanted}`)) return 2;
  return parts.every((part) => spaced.includes(` ${part}`)) ? 3 : undefined;
}

function meetInside(
  { text, starts }: NameIndex,
  wanted: string,
  meet: (name: number, rank: Rank) => void,
): void {
  for (let at = text.indexOf(wanted); at >= 0; ) {
    const name = lastAtMost(starts, at);
    meet(name, 4);
    // On to the next name: one place in each is enough.
    at = text.indexOf(wanted, starts[name + 1] ?? text.length);
  }
}

/** The last of ascending numbers that is not above a value. */
function lastAtMost(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Kept {
  readonly thing: number;
  readonly rank: number;
  readonly weight: number;
}

/** The best few of many, without sorting the many. */
function first(ranks: Uint8Array, limit: number, weight: (thing: number) => number): readonly number[] {
  const kept: Kept[] = [];
  const isBefore = (a: Kept, b: Kept): boolean =>
    a.rank < b.rank || (a.rank === b.rank && a.weight > b.weight);
  for (let thing = 0; thing < ranks.length; thing++) {
    const rank = ranks[thing] ?? notMet;
    const last = kept[limit - 1];
    if (rank === notMet || (last !== undefined && rank > last.rank)) continue;
    const own = { thing, rank, weight: weight(thing) };
    if (last !== undefined && !isBefore(own, last)) continue;
    const place = kept.findIndex((other) => isBefore(own, other));
    kept.splice(place < 0 ? kept.length : place, 0, own);
    if (kept.length > limit) kept.pop();
  }
  return kept.map(({ thing }) => thing);
}

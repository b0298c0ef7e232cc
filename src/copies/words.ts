/** What begins the Arabic names of one place in several ways: "Deir ez-Zor", "Deir el-Zour". */
const ARTICLES = /(?<![\p{L}\p{N}])(?:[ae][dlnrstz]|[ae]sh)-(?=\p{L})/gu;
/** Prefixes that one house writes with a hyphen and the next without. */
const PREFIXES = /(?<![\p{L}\p{N}])(co|re|pre|de|non)-(?=\p{L})/gu;
const NUMBERS: ReadonlyMap<string, string> = new Map(
  "one two three four five six seven eight nine ten eleven twelve"
    .split(" ")
    .map((word, i) => [word, String(i + 1)]),
);

/**
 * The words of a text in a form that copies share, whatever the house style.
 *
 * Case, marks, punctuation and possessives are gone, "U.S." is "us", "isn't" is "is not", "1,200" is "1200", and of a word
 * its consonants stay, so that "Qaryatayn" is "Qaryatain" and "neighbouring" is "neighboring".
 */
export function copyWords(text: string): readonly string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑‒–—]/g, "-")
    .replace(/\bwon't\b/g, "will not")
    .replace(/\bcan(?:'t|not)\b/g, "can not")
    .replace(/n't\b/g, " not")
    .replace(/'s?(?![\p{L}\p{N}])/gu, "")
    .replace(/(?<!\p{L})(?:\p{L}\.){2,}/gu, (initials) => initials.replaceAll(".", ""))
    .replace(/(\d)[,.](?=\d{3}(?!\d))/g, "$1")
    .replace(/(\d)(?=\p{L})/gu, "$1 ")
    .replace(ARTICLES, "")
    .replace(PREFIXES, "$1");
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map(skeleton);
}

/** Short words and numbers stay whole; of others the first letter and the consonants. */
function skeleton(word: string): string {
  const number = NUMBERS.get(word);
  if (number !== undefined || word.length < 3 || /\d/.test(word)) return number ?? word;
  const consonants = word.slice(1).replace(/[aeiouy]/g, "");
  return `${word[0]}${consonants}`
    .replaceAll("z", "s")
    .replace(/[cq]/g, "k")
    .replace(/(.)\1+/gu, "$1");
}

/** A hash of 32 bits of a word: FNV-1a, stirred so that all bits count. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return stir(hash);
}

/** Spreads a number over 32 bits, so that neighbours part (the finish of MurmurHash3). */
function stir(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Words that follow one another, taken as one: long enough to be rare, short enough to survive an edit nearby. */
export const SHINGLE_WORDS = 4;

/** Hashes of all runs of some words, in order, each once; none for fewer words than a run has. */
export function shinglesOf(words: Uint32Array): ReadonlySet<number> {
  const shingles = new Set<number>();
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at++) {
    let hash = 0;
    for (let i = at; i < at + SHINGLE_WORDS; i++) hash = stir(Math.imul(hash, 31) + (words[i] as number));
    shingles.add(hash);
  }
  return shingles;
}

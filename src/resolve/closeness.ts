import { nameKey } from "./names.ts";

/** Articles of Arabic names as Latin letters render them: "al-", "ez-" and so on. */
const ARTICLES = new Set([
  "al",
  "el",
  "il",
  "ul",
  "ad",
  "ed",
  "an",
  "en",
  "ar",
  "er",
  "as",
  "es",
  "ash",
  "at",
  "et",
  "az",
  "ez",
]);

/**
 * The consonants of a name: what is left of it in whatever way it is carried over into Latin letters.
 *
 * "Qaryatayn", "Al-Karyatein" and "Qariatein" are `krtn`.
 */
export function skeletonOf(name: string): string {
  const words = nameKey(name).split(" ");
  const own = words.filter((word) => !ARTICLES.has(word));
  return (own.length > 0 ? own : words)
    .join("")
    .replace(/([ksgdt])h/g, "$1")
    .replace(/ph/g, "f")
    .replace(/[qc]/g, "k")
    .replace(/[aeiouwyh]/g, "")
    .replace(/(.)\1+/g, "$1");
}

/** How many letters must be put in, taken out or changed to make one text of another; `most + 1` where it is more. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(changed, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > most) return most + 1;
    above = row;
  }
  return above[b.length] ?? 0;
}

const SMALL_WORDS = new Set(["of", "the", "and", "for", "in", "on", "de", "la"]);

/** What a name of several words may be shortened to, with its small words and without: "fsa" of "Free Syrian Army". */
export function initialsOf(name: string): readonly string[] {
  const words = nameKey(name).split(" ");
  if (words.length < 2) return [];
  const first = (some: readonly string[]) => some.map((word) => word[0] ?? "").join("");
  const found = new Set([first(words), first(words.filter((word) => !SMALL_WORDS.has(word)))]);
  return [...found].filter((initials) => initials.length > 1);
}

/** The letters of what is written as an abbreviation, such as "F.S.A."; undefined for other names. */
export function abbreviationIn(name: string): string | undefined {
  return /^\p{Lu}[\p{Lu}.]{1,9}$/u.test(name) ? name.replaceAll(".", "").toLowerCase() : undefined;
}

import type { Personhood } from "./placed.ts";

/** Pronouns that stand for one another: "he", "him", "his", "himself". */
export interface PronounSeries {
  readonly name: "I" | "you" | "we" | "he" | "she" | "it" | "they";
  readonly many: boolean;
  readonly person: Personhood;
  readonly words: readonly string[];
}

const SERIES: readonly PronounSeries[] = [
  { name: "I", many: false, person: "person", words: ["i", "me", "my", "mine", "myself"] },
  { name: "you", many: false, person: "person", words: ["you", "your", "yours", "yourself", "yourselves"] },
  { name: "we", many: true, person: "unknown", words: ["we", "us", "our", "ours", "ourselves"] },
  { name: "he", many: false, person: "person", words: ["he", "him", "his", "himself"] },
  { name: "she", many: false, person: "person", words: ["she", "her", "hers", "herself"] },
  { name: "it", many: false, person: "thing", words: ["it", "its", "itself"] },
  { name: "they", many: true, person: "unknown", words: ["they", "them", "their", "theirs", "themselves"] },
];
const BY_WORD: ReadonlyMap<string, PronounSeries> = new Map(
  SERIES.flatMap((series) => series.words.map((word) => [word, series] as const)),
);

/** The series that a pronoun is of; none for those that stand for nothing in particular. */
export function seriesOf(word: string): PronounSeries | undefined {
  return BY_WORD.get(word.toLowerCase());
}

/** Whether a pronoun points back into its own clause: "himself". */
export function isReflexive(word: string): boolean {
  return /sel(?:f|ves)$/i.test(word);
}

import type { Mention } from "../model/mention.ts";
import { isA, type KnownName, type Ontology } from "../model/ontology.ts";
import { editDistance, skeletonOf } from "./closeness.ts";

/** Finds the known name that an unknown one is another spelling of, "Al-Karyatein" of Qaryatayn; with that spelling. */
export type Respelling = (
  names: readonly Mention[],
  type: string | undefined,
) => { readonly known: KnownName; readonly spelling: string } | undefined;

/** A name of the registry. */
interface Spelling {
  readonly known: KnownName;
  readonly spelling: string;
  /** One of `CLASSES`. */
  readonly kind: string;
}

/** Fewer consonants than these are shared by chance: "dr" is Deraa, Dara and Dair. */
const CONSONANTS = 3;
/** How many of a name's letters may differ once vowels and doubled letters are evened out. */
const DIFFERENCE = 0.25;
/** A name that the registry has in as many spellings is one that people spell as they hear it; "London" is not. */
const SPELLINGS = 2;
/** Persons are told apart by single letters; for these classes spelling differs with the transliteration alone. */
const CLASSES = ["Settlement", "Region", "Facility", "ArmedGroup"];

/**
 * Knows all spellings of the registry.
 *
 * Both names must be of one class, have the same three or more consonants, and differ in a quarter of their letters at
 * most; a name without a class must be the same but for its vowels. A name that may be either of two is neither.
 */
export function respellingIn(ontology: Ontology): Respelling {
  const classOf = (type: string) => CLASSES.find((name) => isA(ontology, type, name));
  const bySkeleton = spellingsIn(ontology, classOf);
  return (names, type) => {
    const kind = type === undefined ? undefined : classOf(type);
    if (type !== undefined && kind === undefined) return undefined;
    const fits = (text: string) => (other: Spelling) =>
      kind === undefined
        ? other.kind !== "ArmedGroup" && differ(text, other.spelling) === 0
        : other.kind === kind && differ(text, other.spelling) <= DIFFERENCE;
    const found = names
      .filter(({ text }) => !isAbbreviation(text))
      .flatMap(({ text }) => (bySkeleton.get(skeletonOf(text)) ?? []).filter(fits(text)));
    return found.every(({ known }) => known === found[0]?.known) ? found[0] : undefined;
  };
}

/** The names that are spelled in several ways, by their consonants. */
function spellingsIn(
  { names }: Ontology,
  classOf: (type: string) => string | undefined,
): ReadonlyMap<string, readonly Spelling[]> {
  const bySkeleton = new Map<string, Spelling[]>();
  for (const known of names.values()) {
    const kind = classOf(known.type);
    if (kind === undefined) continue;
    const own = new Map<string, string[]>();
    for (const spelling of [known.label, ...known.aliases])
      if (!isAbbreviation(spelling)) put(own, skeletonOf(spelling), spelling);
    for (const [skeleton, spellings] of own) {
      if (skeleton.length < CONSONANTS || new Set(spellings.map(lettersOf)).size < SPELLINGS) continue;
      for (const spelling of spellings) put(bySkeleton, skeleton, { known, spelling, kind });
    }
  }
  return bySkeleton;
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function isAbbreviation(name: string): boolean {
  return !/\p{Ll}/u.test(name);
}

/** The share of letters that differ. */
function differ(a: string, b: string): number {
  const [first, second] = [evened(a), evened(b)];
  const longest = Math.max(first.length, second.length);
  return editDistance(first, second, longest) / longest;
}

/** A name in plain letters, without Arabic articles, spaces and marks. */
function lettersOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z\s-]/g, "")
    .replace(/(^|[\s-])(?:al|el|ad|ar|as|ash|at|az|ez|an|the)[\s-]+/g, "$1")
    .replace(/[\s-]+/g, "");
}

/** A name with its vowels evened out: "ay", "ei" and "i" are one, "ou" and "u" are one. */
function evened(name: string): string {
  return lettersOf(name)
    .replace(/([ksgdt])h/g, "$1")
    .replace(/[qc]/g, "k")
    .replace(/[aeiy]*[iy][aeiy]*/g, "i")
    .replace(/[ou]+/g, "u")
    .replace(/[ae]+/g, "a")
    .replace(/(.)\1+/g, "$1");
}

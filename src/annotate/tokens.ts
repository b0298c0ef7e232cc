import type { Span } from "../model/span.ts";

/** A word or mark before anything is known of it: where it stands, and its text without marks that nobody sees. */
export interface Piece extends Span {
  readonly form: string;
}

/** Marks that nobody sees: soft hyphen, zero-width marks, marks of direction, a byte order mark inside a text. */
export const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

/** No word of a language is this long; a longer run without a space is cut, so that no pattern meets it whole. */
const LONGEST_RUN = 400;

/** Abbreviations whose stop is a part of the word wherever they stand, in lower case and without it. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "mr mrs ms dr prof st gen maj col lt sgt capt cmdr cpl pvt adm brig rev hon gov sen rep jr sr messrs mme mlle supt pres atty insp " +
    "inc corp co ltd bros plc llc dept univ assn ave blvd rd vs etc eg ie cf al viz approx est ca vol fig figs eds nos ext tel ft " +
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri " +
    "ala ariz ark calif colo conn del fla ga ill ind kan ky mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo"
  ).split(" "),
);
/** Of these, the ones that are also words: they keep their stop only where a name or number follows in the same paragraph. */
const ALSO_WORDS = new Set(
  "al del col dec est ext fig fri gen hon ill ind jan jun mar mass md miss mo mon mont nev nov oct ore pa pres rep rev sen sep st tel tex va vol wash wed".split(
    " ",
  ),
);

/** Beginnings that stay with their word: "anti-government", "co-founder", "ex-minister". */
const PREFIXES =
  "ab|anti|arch|auto|bi|bio|co|contra|counter|cross|cyber|de|di|dis|e|ex|extra|fore|geo|hyper|hypo|il|im|infra|inter|intra|ir|kilo|macro|mal|mega|meta|micro|mid|mini|mis|mm|mono|multi|neo|neuro|non|omni|over|para|poly|post|pre|pro|proto|pseudo|psycho|quasi|re|retro|semi|socio|sub|super|supra|sur|tele|trans|tri|u|uh|ultra|un|under|uni";

const APOSTROPHE = "['’‘ʼ`´]";
const LETTER = "[\\p{L}\\p{M}]";
const WORD = "[\\p{L}\\p{M}\\p{N}]";

/** What is cut whole at the place where it begins, first match first. Each is anchored there and never looks far. */
const WHOLE = [
  // Addresses of the web and of mail, handles, tags, file names.
  `(?:https?|ftp)://[^\\s<>"“”]*[^\\s<>"“”.,;:!?)'’\\]]`,
  `www\\.[^\\s<>"“”]*[^\\s<>"“”.,;:!?)'’\\]]`,
  "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+",
  `[@#](?:${WORD}|_)+`,
  "(?:[a-z0-9-]+\\.)+(?:com|org|net|edu|gov|info|tv|co\\.uk)(?:/[\\w./-]*\\w)?(?![\\p{L}])",
  "[\\w-]+\\.(?:doc|docx|xls|xlsx|pdf|txt|jpg|jpeg|png|gif|html?|ppt|zip)(?![\\p{L}])",
  "Ph\\.?D\\.(?![\\p{L}])",
  // Faces made of marks.
  "(?:[:;=][-o^]?|8-)[)(DPp\\]\\[/\\\\|](?![\\p{L}\\p{N}])|<3(?![\\d.,)])|\\(:",
  // Dates and telephone numbers in figures.
  "\\d{1,4}[/-]\\d{1,2}[/-]\\d{2,4}(?![\\d])|\\d{1,2}-[A-Z][a-z]{2}-\\d{2,4}|\\d{1,2}/\\d{1,2}(?![\\d/])|\\d{3}-\\d{4}(?!\\d)|\\d{3}-\\d{3}-\\d{4}(?!\\d)|\\d{3}\\.\\d{3}\\.\\d{4}",
  // Numbers, ordinals, years with an apostrophe, decades.
  `${APOSTROPHE}\\d{2}s?(?!${WORD})`,
  "\\d+(?:st|nd|rd|th|s)(?![\\p{L}\\p{N}])",
  "\\d+(?:[.,:]\\d+)*",
  "\\.\\d+",
].map((pattern) => new RegExp(pattern, "uy"));

const MARKS = /[.…]{2,}|[!?]{2,}|([-*_=~+#])\1+|''|``|\p{M}+|./suy;
const NEGATED = new RegExp(`^(${LETTER}+?)(n${APOSTROPHE}t)$`, "iu");
const CLITIC = new RegExp(`^(.+?)(${APOSTROPHE}(?:s|re|ve|ll|d|m))$`, "iu");
const CLITIC_ALONE = new RegExp(`${APOSTROPHE}(?:s|re|ve|ll|d|m)(?!${WORD})`, "iuy");
const LETTERS = new RegExp(`${WORD}+(?:${APOSTROPHE}${WORD}+)*`, "uy");
const INITIALS = new RegExp(`(?:${LETTER}\\.){2,}`, "uy");
const PREFIXED = new RegExp(`(?:${PREFIXES})-(?=${LETTER}{2})`, "iuy");
const GLUED = /^(\p{Lu}\p{Ll}{2,})of\p{Lu}\p{Ll}{2,}/u;
const FUSED: ReadonlyMap<string, number> = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["wanna", 3],
  ["gotta", 3],
  ["gimme", 3],
  ["lemme", 3],
  ["dunno", 2],
  ["whatcha", 4],
  ["outta", 3],
  ["lotta", 3],
]);

/** The words and marks of a stretch of text, in order, cut as Universal Dependencies cuts English (UD 2.16: EWT and GUM). */
export function tokenise(text: string, { start, end }: Span): readonly Piece[] {
  const pieces: Piece[] = [];
  // A byte order mark counts as white space; inside a word it is none.
  const runs = new RegExp(`(?:\\S|\ufeff){1,${LONGEST_RUN}}`, "gu");
  const stretch = text.slice(start, end);
  for (const { 0: run, index } of stretch.matchAll(runs)) {
    const { seen, places } = visible(run);
    const after = stretch.slice(index + run.length, index + run.length + 8);
    cutRun(seen, nextOf(after), (from, to) => {
      const first = start + index + (places?.[from] ?? from);
      const last = start + index + (places?.[to - 1] ?? to - 1) + 1;
      pieces.push({ start: first, end: last, form: seen.slice(from, to) });
    });
  }
  return pieces;
}

/** The first character behind a run that is seen, where no paragraph ends in between. */
function nextOf(after: string): string {
  const [, gap = "", next = ""] = /^([\s\u200b-\u200f\u2060\ufeff]+)(\S?)/u.exec(after) ?? [];
  return /\n[^\S\n]*\n/.test(gap) ? "" : next;
}

/** A run without the marks that nobody sees, and the places of what is left, where they differ. */
function visible(run: string): { readonly seen: string; readonly places: readonly number[] | undefined } {
  if (!INVISIBLE.test(run)) return { seen: run, places: undefined };
  const places = Array.from({ length: run.length }, (_, i) => i).filter(
    (i) => !INVISIBLE.test(run[i] as string),
  );
  return { seen: places.map((i) => run[i]).join(""), places };
}

type Put = (from: number, to: number) => void;

/** Cuts what stands between two spaces; `next` is the first character behind the space. */
function cutRun(run: string, next: string, put: Put): void {
  for (let at = 0; at < run.length; ) {
    const to = cliticAt(run, at) ?? wholeAt(run, at) ?? wordAt(run, at, next, put) ?? markAt(run, at);
    if (to > 0) put(at, to);
    at = Math.abs(to);
  }
}

/** "'s" behind what is no plain word: "U.S.|'s", "2016|'s", "”|’s". */
function cliticAt(run: string, at: number): number | undefined {
  if (at === 0) return undefined;
  CLITIC_ALONE.lastIndex = at;
  const found = CLITIC_ALONE.exec(run);
  return found ? at + found[0].length : undefined;
}

function wholeAt(run: string, at: number): number | undefined {
  if (at > 0 && /[\p{L}]/u.test(run[at - 1] as string) && /\p{L}/u.test(run[at] as string)) return undefined;
  for (const pattern of WHOLE) {
    pattern.lastIndex = at;
    const found = pattern.exec(run);
    if (found) return at + found[0].length;
  }
  return undefined;
}

/** The end of a word that is put whole; minus the end where its parts were put already. */
function wordAt(run: string, at: number, next: string, put: Put): number | undefined {
  INITIALS.lastIndex = at;
  const initials = INITIALS.exec(run);
  if (initials) return at + initials[0].length;
  PREFIXED.lastIndex = at;
  const prefix = PREFIXED.exec(run)?.[0].length ?? 0;
  LETTERS.lastIndex = at + prefix;
  const word = LETTERS.exec(run)?.[0];
  if (word === undefined) return undefined;
  // Scraping loses spaces: "Staff|of|Iran". No English word is written so.
  const lost = GLUED.exec(word)?.[1]?.length;
  if (lost !== undefined && prefix === 0) {
    put(at, at + lost);
    put(at + lost, at + lost + 2);
    return -(at + lost + 2);
  }
  const end = at + prefix + word.length;
  const low = word.toLowerCase();
  if (run[end] === "." && keepsStop(low, run.slice(end + 1), next)) return end + 1;
  const cut = cutOf(word);
  if (cut === 0) return end;
  // What is left may fall into two again: "he|'d|'ve".
  const again = cutOf(word.slice(0, cut));
  const middle = again > 0 ? at + prefix + again : at;
  if (again > 0) put(at, middle);
  put(middle, at + prefix + cut);
  put(at + prefix + cut, end);
  return -end;
}

/** Where a word falls into two, "did|n't" and "Iran|'s"; 0 where it does not. */
function cutOf(word: string): number {
  const low = word.toLowerCase();
  return FUSED.get(low) ?? NEGATED.exec(word)?.[1]?.length ?? CLITIC.exec(word)?.[1]?.length ?? 0;
}

function keepsStop(low: string, rest: string, next: string): boolean {
  if (/^\p{L}$/u.test(low))
    return rest === "" ? /\p{Lu}/u.test(next) || (low === "c" && /\d/.test(next)) : !/^[.]/.test(rest);
  if (low === "no") return rest === "" && /\d/.test(next);
  if (!ABBREVIATIONS.has(low)) return false;
  if (ALSO_WORDS.has(low)) return rest === "" ? /[\p{Lu}\p{N}]/u.test(next) : /^[,)]/.test(rest);
  return true;
}

function markAt(run: string, at: number): number {
  MARKS.lastIndex = at;
  return at + (MARKS.exec(run)?.[0].length ?? 1);
}

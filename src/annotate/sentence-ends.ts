import { LONGEST_SENTENCE } from "./parser/parser.ts";
import { INVISIBLE, type Piece } from "./tokens.ts";

const STOP = /^(?:[.!?…]+|。)$/u;
const CLOSING = /^["'”’»)\]}]+$|^''$/;
const UNSEEN = new RegExp(INVISIBLE, "gu");
const OPENING = /^["'“‘«([{]$|^``$/;
const BULLET = /^[•●▪◦‣*·–—-]$/;
/** Words that open sentences and hardly ever go on behind an abbreviation. */
const STARTERS = new Set(
  (
    "a after all also although an and another any as at because before both but by despite during each even every everyone few for from he her here his how " +
    "however i if in it its last many more most much my nearly no nobody nor not nothing now of on once one only or other our she since so some still such that the " +
    "their then there these they this those though three to today two under until we what when where which while who why with yesterday yet you your"
  ).split(" "),
);
/** Abbreviations that always stand before something, so that no sentence ends with them. */
const LEADING = new Set(
  "mr mrs ms dr prof gen maj col lt sgt capt cmdr cpl pvt adm brig rev hon gov sen rep messrs supt insp vs fig figs vol eg ie cf al approx viz".split(
    " ",
  ),
);

/** Where sentences begin: numbers of pieces, the first 0. Long sentences are cut, and `cut` counts these cuts. */
export function sentenceStarts(
  pieces: readonly Piece[],
  text: string,
): { readonly starts: readonly number[]; readonly cut: number } {
  const starts = [0];
  let cut = 0;
  const begin = (at: number) => {
    cut += cutLong(pieces, starts.at(-1) as number, at, starts);
    starts.push(at);
  };
  let quoted = false;
  for (let i = 0; i + 1 < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    const first = starts.at(-1) as number;
    if (i === first) quoted = false;
    if (piece.form === '"') quoted = !quoted;
    if (endsAt(pieces, i, text, first, quoted)) begin(i + 1);
  }
  cut += cutLong(pieces, starts.at(-1) as number, pieces.length, starts);
  return { starts: pieces.length === 0 ? [] : starts, cut };
}

/** Whether a sentence that began at `first` ends behind a piece. */
function endsAt(pieces: readonly Piece[], i: number, text: string, first: number, quoted: boolean): boolean {
  const [piece, next] = [pieces[i] as Piece, pieces[i + 1] as Piece];
  // A gap may be a megabyte of white space; how it begins tells all.
  const gap = text.slice(piece.end, Math.min(next.start, piece.end + 200)).replace(UNSEEN, "");
  if (/\n[^\S\n]*\r?\n|\u2029/.test(gap)) return true;
  const listed = BULLET.test(next.form) || (/^\d+$/.test(next.form) && STOP.test(piece.form));
  if (listed && /[\n\r]/.test(gap)) return true;
  // Marks that close belong to the sentence before them, and so does the number of a note: "… in 1805.[6] In …"
  if (isNote(pieces, i + 1) && STOP.test(piece.form)) return false;
  if (isNote(pieces, i - 2) && STOP.test(pieces[i - 3]?.form ?? "")) return true;
  if (closes(next, piece, gap, quoted)) return false;
  let stop = i;
  // More closing marks in a row than this are a line of marks; looking back over all of them would take quadratic time.
  const least = Math.max(first, i - 6);
  while (stop > least && CLOSING.test((pieces[stop] as Piece).form)) stop--;
  const end = pieces[stop] as Piece;
  if (STOP.test(end.form))
    return opensSentence(next, pieces[i + 2], end) && !isNumbering(pieces, first, stop);
  return stop === i && i > first && isAbbreviatedEnd(end, next, gap);
}

/** Whether the number of a note in square brackets begins at a place. */
function isNote(pieces: readonly Piece[], at: number): boolean {
  const [open, number, close] = [pieces[at]?.form, pieces[at + 1]?.form, pieces[at + 2]?.form];
  return open === "[" && close === "]" && /^(?:\d{1,3}|\.{2,}|…)$/.test(number ?? "");
}

function closes(next: Piece, piece: Piece, gap: string, quoted: boolean): boolean {
  if (gap !== "") return false;
  if (next.form === '"') return quoted || STOP.test(piece.form);
  return CLOSING.test(next.form) || STOP.test(next.form);
}

/** "1." and "a." at the beginning of an entry of a list. */
function isNumbering(pieces: readonly Piece[], first: number, stop: number): boolean {
  return stop === first + 1 && /^(?:\d{1,3}|\p{L})$/u.test((pieces[first] as Piece).form);
}

function opensSentence(next: Piece, after: Piece | undefined, stop: Piece): boolean {
  const form = OPENING.test(next.form) && after ? after.form : next.form;
  if (/^\p{Ll}/u.test(form)) return false;
  // Three stops may also stand for something left out.
  if (/^(?:\.{2,}|…)/.test(stop.form)) return /^\p{Lu}/u.test(form);
  return !/^[,;:%]/.test(form);
}

/** "… in the U.S. The president …" */
function isAbbreviatedEnd({ form }: Piece, next: Piece, gap: string): boolean {
  if (gap === "" || form.length < 2 || !form.endsWith(".")) return false;
  const low = form.toLowerCase().replaceAll(".", "");
  if (LEADING.has(low)) return false;
  return /^\p{Lu}/u.test(next.form) && STARTERS.has(next.form.toLowerCase());
}

/** Cuts what lies between two places into parts of bearable length, behind a comma or the like where one stands late enough. */
function cutLong(pieces: readonly Piece[], from: number, to: number, starts: number[]): number {
  let cuts = 0;
  for (let at = from; to - at > LONGEST_SENTENCE; cuts++) {
    let next = at + LONGEST_SENTENCE;
    for (let i = next; i > at + LONGEST_SENTENCE / 2; i--) {
      if (/^[;,:|–—-]$/.test((pieces[i - 1] as Piece).form)) {
        next = i;
        break;
      }
    }
    starts.push(next);
    at = next;
  }
  return cuts;
}

import model from "wink-eng-lite-web-model";
import winkNLP, { type ItemSentence, type ItemToken } from "wink-nlp";
import type { Sentence, Token } from "../model/annotated-document.ts";
import type { Zone } from "../model/document.ts";
import type { Span } from "../model/span.ts";
import { INVISIBLE } from "./name-table.ts";

const nlp = winkNLP(model, ["sbd", "pos"]);
const { its } = nlp;
// The package types `lemma` as a function of the whole document, which `out` takes all the same.
const lemmaOf = its.lemma as unknown as typeof its.value;

/** Zones whose sentences tell the story; the rest is about the print, not about the world. */
const TOLD: ReadonlySet<Zone["kind"]> = new Set(["headline", "standfirst", "caption", "body"]);
/** Abbreviations that stand before a name, or inside one, and end no sentence. */
const OPEN_END =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Maj|Col|Lt|Sgt|Capt|Cmdr|Adm|Brig|Rev|Hon|Gov|Sen|Rep|Jr|vs|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|\p{Lu})\.$/u;
/** A sentence this long is a table or a broken scrape; it is cut, so that no later step meets it whole. */
const MAX_TOKENS = 400;

/** The sentences of the zones that tell the story, with tokens, tags and lemmas by wink-nlp. There is no tree. */
export function findSentences(text: string, zones: readonly Zone[]): readonly Sentence[] {
  return zones.filter(({ kind }) => TOLD.has(kind)).flatMap((zone) => sentencesOf(text, zone));
}

function sentencesOf(text: string, zone: Zone): readonly Sentence[] {
  const sentences = tokensOf(text, zone);
  return joinOpenEnds(text, closeMarks(sentences))
    .flatMap(cut)
    .flatMap((part) => {
      const [first, last] = [part[0], part.at(-1)];
      return first && last ? [{ start: first.start, end: last.end, zone: zone.kind, tokens: part }] : [];
    });
}

/** The tagger is given a text in pieces of this many code units, so that its memory stays bounded. */
const PIECE = 20_000;
/** No word of a language is this long; the tagger's patterns take quadratic time on what is. */
const LONGEST_WORD = 150;

function tokensOf(text: string, zone: Zone): readonly (readonly Token[])[] {
  return pieces(text, zone).flatMap((piece) => taggedIn(text, piece));
}

/** Cuts a zone between words; sentence ends are preferred, so that hardly ever a sentence is cut. */
function pieces(text: string, { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  for (let at = start; at < end; ) {
    const last = at + PIECE >= end ? end : at + cutAt(text.slice(at, at + PIECE));
    found.push({ start: at, end: last });
    at = last;
  }
  return found;
}

function cutAt(piece: string): number {
  const stop = Math.max(piece.lastIndexOf(". "), piece.lastIndexOf(".\n"));
  if (stop > 0) return stop + 1;
  const space = piece.lastIndexOf(" ");
  return space > 0 ? space : piece.length;
}

/** The tagger gives words without offsets: each is found again from where the one before ended. */
function taggedIn(text: string, piece: Span): readonly (readonly Token[])[] {
  const sentences: Token[][] = [];
  const { shown, offsetOf } = visible(text, piece);
  let at = 0;
  nlp
    .readDoc(shown)
    .sentences()
    .each((sentence: ItemSentence) => {
      const tokens: Token[] = [];
      sentence.tokens().each((item: ItemToken) => {
        const form = item.out(its.value) as string;
        const found = shown.indexOf(form, at);
        if (found < 0 || form.trim() === "") return;
        at = found + form.length;
        const upos = item.out(its.pos) as string;
        const lemma = item.out(lemmaOf) as string;
        const span = { start: offsetOf(found), end: offsetOf(at - 1) + 1 };
        tokens.push({ ...span, form, lemma, upos, xpos: "_", head: -1, deprel: "_" });
      });
      sentences.push(joinLetters(tokens));
    });
  return sentences;
}

/** What the tagger is shown of a piece, and the place in the text of each unit of it. */
interface Visible {
  readonly shown: string;
  readonly offsetOf: (unit: number) => number;
}

/**
 * The words and marks of a piece with a space between any two, without marks that nobody sees and overlong words.
 *
 * The tagger remembers every word that it has cut from a longer run, and never cuts that word again: what it reads would
 * depend on what it has read before. So all cutting is done here.
 */
function visible(text: string, { start, end }: Span): Visible {
  const places: number[] = [];
  let seen = "";
  for (let i = start; i < end; i++) {
    if (INVISIBLE.test(text[i] as string)) continue;
    seen += text[i];
    places.push(i);
  }
  const kept: number[] = [];
  let shown = "";
  for (const { 0: token, index } of seen.replace(/\S+/g, withoutOverlong).matchAll(TOKEN)) {
    shown += `${token} `;
    for (let i = 0; i <= token.length; i++) kept.push(places[index + i] ?? end);
  }
  return { shown, offsetOf: (unit) => kept[unit] ?? end };
}

function withoutOverlong(run: string): string {
  return run.length > LONGEST_WORD ? " ".repeat(run.length) : run;
}

/**
 * Words and marks, each of a kind that is never a part of another: initials and abbreviated titles with their stops,
 * numbers, ordinals, names with an apostrophe, words with a bound prefix, the halves of contractions, words, runs of
 * one mark, single marks.
 */
const TOKEN = new RegExp(
  [
    "(?:\\p{L}\\.){2,}|(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Maj|Col|Lt|Sgt|Capt|Adm|Brig|Rev|Gov|Sen|Rep|Jr|Sr|Inc|Corp|Co|Ltd)\\.",
    "(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.(?=\\s+\\d)",
    "\\d+(?:st|nd|rd|th|s)(?![\\p{L}\\p{N}])|\\d+(?:[.,:]\\d+)*",
    "\\p{Lu}\\.(?=\\s+\\p{Lu})|\\p{Lu}['’]\\p{Lu}[\\p{L}\\p{M}]+|\\p{Lu}+&\\p{Lu}+(?![\\p{L}\\p{N}])",
    "(?:anti|co|counter|non|pre|pro|re)-\\p{Ll}[\\p{L}\\p{M}]+",
    "n['’]t(?![\\p{L}\\p{N}])|\\p{L}[\\p{L}\\p{M}\\p{N}]*?(?=n['’]t(?![\\p{L}\\p{N}]))",
    "['’](?:s|re|ve|ll|d|m)(?![\\p{L}\\p{N}])",
    "\\p{L}[\\p{L}\\p{M}\\p{N}]*",
    "(\\.|-|\\*|_|=|!|\\?)\\1+",
    "\\S",
  ].join("|"),
  "gu",
);

/** The tagger splits words at letters outside ASCII ("Jaros|ł|aw"); its parts are put together again. */
function joinLetters(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const whole = before && before.end === token.start ? before.form + token.form : "";
    const split = /^[\p{L}\p{M}]+$/u.test(whole) && /\P{ASCII}/u.test(whole);
    if (before && split)
      joined[joined.length - 1] = { ...before, end: token.end, form: whole, lemma: whole.toLowerCase() };
    else joined.push(token);
  }
  return joined;
}

/** A closing quote or bracket that touches the end of a sentence belongs to it. */
function closeMarks(sentences: readonly (readonly Token[])[]): readonly (readonly Token[])[] {
  const closed: (readonly Token[])[] = [];
  for (const tokens of sentences) {
    const before = closed.at(-1);
    let marks = 0;
    let end = before?.at(-1)?.end;
    while (
      end !== undefined &&
      tokens[marks]?.start === end &&
      /^[”’"')\]»]$/.test(tokens[marks]?.form ?? "")
    ) {
      end = tokens[marks]?.end;
      marks++;
    }
    if (before && marks > 0) closed[closed.length - 1] = [...before, ...tokens.slice(0, marks)];
    if (marks < tokens.length) closed.push(tokens.slice(marks));
  }
  return closed;
}

function joinOpenEnds(text: string, sentences: readonly (readonly Token[])[]): readonly (readonly Token[])[] {
  const joined: Token[][] = [];
  for (const tokens of sentences) {
    const before = joined.at(-1);
    const last = before?.at(-1);
    const open = last && OPEN_END.test(text.slice(Math.max(0, last.end - 12), last.end));
    if (before && open && before.length < MAX_TOKENS && tokens.length < MAX_TOKENS) before.push(...tokens);
    else joined.push([...tokens]);
  }
  return joined;
}

function cut(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: (readonly Token[])[] = [];
  for (let i = 0; i < tokens.length; i += MAX_TOKENS) parts.push(tokens.slice(i, i + MAX_TOKENS));
  return parts;
}

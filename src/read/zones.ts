import type { ZoneKind } from "../model/document.ts";
import type { Paragraph } from "./paragraphs.ts";
import type { ReaderContext } from "./reader.ts";

/** A paragraph and what it is. */
export interface Classified {
  readonly paragraph: Paragraph;
  readonly kind: ZoneKind;
}

/** What scraped pages say around their articles. Each stands for a way of asking the reader to do something else. */
const CALLS = new RegExp(
  [
    "subscri(?:be|ption)|newsletters?\\b|sign(?:ing)? (?:up|in)\\b|log ?in\\b|your (?:e-?mail|inbox)",
    "skip to (?:main )?content|cookies?\\b.{0,40}(?:policy|accept|settings)|privacy policy|^(?:our )?terms of (?:use|service)",
    "all rights reserved|©|copyright \\d{4}|republish|fill (?:out|in) this form|can be found here",
    "(?:follow|like|join) (?:us|[\\p{L}'’]+) .{0,30}(?:facebook|twitter|telegram|whatsapp|instagram|youtube|channel)",
    "(?:telegram|whatsapp) channel|stay (?:connected|informed|tuned)|news delivered|download (?:the|our) app",
    "click here|advertisement|share this|most (?:read|popular)|related (?:articles?|stories|topics)|view comments",
    "enable javascript|support (?:our|independent) journalism|^(?:read more|also read|see also|watch|listen)\\b",
  ].join("|"),
  "iu",
);
const CREDIT =
  /(?:\b(?:[Pp]hoto|PHOTO|[Pp]hotograph|[Ii]mage|IMAGE|[Pp]icture|[Cc]redit)s?(?: by)?\s?[:/].{2,60}|\((?:[Pp]hoto|[Ff]ile|[Ii]mage|[Pp]icture)?[^()]{0,4}\p{Lu}[^()]{1,30}\)|\[[^[\]]{2,40}\])$/u;
const BYLINE =
  /^(?:[Bb]y|BY) (?:our|a) .{0,30}(?:correspondent|staff|reporter)|^(?:[Bb]y|BY|[Ff]rom|[Rr]eporting by|[Aa]dditional reporting|[Ww]ritten by|[Ww]ords by)\s+\p{Lu}|[Cc]orrespondent$|^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3}, (?:[Tt]he )?\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)*$/u;
const PUBLISHED =
  /^(?:first )?published\b|^(?:last )?updated\b|^posted\b|\bprint edition of\b|^\d+ min(?:ute)?s? read$|^issued on\b/i;
/** What a print says of itself, wherever it stands behind the article. */
const IMPRINT = /^(?:first )?published\b|\bprint edition of\b/i;
const UPDATED = /^(?:last )?updated\b/i;
/** "Home | World | Culture": links side by side. */
const NAVIGATION = /^[^|•·›»]{1,25}(?: ?[|•·›»] ?[^|•·›»]{1,25}){2,}$/u;
const FULL_DATE =
  /\b(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? \p{L}{3,9},? \d{4}|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d{2}-\d{2})\b/u;
const CUT_OFF = /(?:\.\.\.|…)$/;

/** Fewer words than this, and no full stop: a line, not a paragraph of an article. */
const BODY_WORDS = 8;
/** A call to the reader is short; a long paragraph that holds such words is about them. */
const CALL_WORDS = 45;

/** Code units beyond which a paragraph is text whatever it holds; no pattern looks at it. */
const LONGEST_LINE = 1000;

/** Says of each paragraph of a news article as scraped what it is. */
export function classify(paragraphs: readonly Paragraph[], context: ReaderContext): readonly Classified[] {
  const shapes = paragraphs.map((paragraph) => shapeOf(paragraph, context));
  const first = shapes.indexOf("text");
  if (first < 0)
    return paragraphs.map((paragraph, i) => ({ paragraph, kind: lineKind(shapes[i] ?? "line", i) }));
  const begin = skipStandfirst(shapes, first);
  const end = articleEnd(paragraphs, shapes, begin);
  // What follows the line that says where it was published belongs to other articles.
  const print = end < shapes.length ? shapes.indexOf("published", end) : -1;
  return paragraphs.map((paragraph, i) => {
    if (repeatsCaption(paragraphs, shapes, i)) return { paragraph, kind: "caption" };
    if (i < begin) return { paragraph, kind: headKind(shapes, i) };
    if (i < end) return { paragraph, kind: bodyKind(shapes[i] ?? "text", i, begin, end) };
    const others =
      (print >= 0 && i > print) || (shapes[i] === "published" && !isImprint(paragraph.text, i === end));
    return { paragraph, kind: others ? "boilerplate" : tailKind(shapes[i] ?? "line") };
  });
}

/** Dates behind an article belong to teasers of others, unless they follow it at once or say that they are its print. */
function isImprint(text: string, first: boolean): boolean {
  return IMPRINT.test(text) || (first && !UPDATED.test(text));
}

/** What a paragraph looks like by itself. */
type Shape = "text" | "line" | "call" | "credit" | "byline" | "published";

function shapeOf({ text, words, ends }: Paragraph, { outlets }: ReaderContext): Shape {
  if (text.length > LONGEST_LINE) return "text";
  if (PUBLISHED.test(text) || (words <= 14 && FULL_DATE.test(text) && !ends)) return "published";
  if ((words <= CALL_WORDS && CALLS.test(text)) || (!ends && NAVIGATION.test(text))) return "call";
  if (words <= CALL_WORDS && CREDIT.test(text)) return "credit";
  if (words <= 14 && !ends && (BYLINE.test(text) || isOutlet(text, outlets))) return "byline";
  return (words >= BODY_WORDS && ends) || words >= 30 || (words >= 3 && ends) ? "text" : "line";
}

function isOutlet(text: string, outlets: ReadonlySet<string>): boolean {
  const name = text.replace(/^the /i, "").toLowerCase();
  return [...outlets].some((outlet) => outlet.toLowerCase() === name);
}

/** A paragraph of text under the headline that a date, a byline or a caption parts from the rest is a standfirst. */
function skipStandfirst(shapes: readonly Shape[], first: number): number {
  const headline = shapes.slice(0, first).includes("line");
  const next = shapes.indexOf("text", first + 1);
  const parted = shapes.slice(first + 1, next).some((shape) => /^(?:published|byline|credit)$/.test(shape));
  return headline && next > first + 1 && next <= first + 5 && parted ? next : first;
}

/**
 * Where the article ends: at the line that says where it was published, or at calls and teasers with no text between.
 *
 * A call in the middle of an article ends nothing: more text than lines follows it.
 */
function articleEnd(paragraphs: readonly Paragraph[], shapes: readonly Shape[], begin: number): number {
  let texts = paragraphs.filter((_, i) => i > begin && isStory(paragraphs, shapes, i)).length;
  for (let i = begin + 1; i < shapes.length; i++) {
    const shape = shapes[i];
    if (shape === "published") return i;
    const few = texts * 2 <= shapes.length - i - 1;
    if ((shape === "call" || shape === "byline") && (few || (shape === "call" && texts === 0))) return i;
    if (isStory(paragraphs, shapes, i)) texts--;
  }
  return shapes.length;
}

/** A paragraph that only an article has: long enough, and not cut off as teasers are. */
function isStory(paragraphs: readonly Paragraph[], shapes: readonly Shape[], i: number): boolean {
  const { words, text } = paragraphs[i] as Paragraph;
  return shapes[i] === "text" && words >= 15 && !CUT_OFF.test(text);
}

function headKind(shapes: readonly Shape[], i: number): ZoneKind {
  const shape = shapes[i] ?? "line";
  if (shape === "text") return "standfirst";
  if (shape !== "line") return lineKind(shape, i);
  return shapes.indexOf("line") === i ? "headline" : "standfirst";
}

function bodyKind(shape: Shape, i: number, begin: number, end: number): ZoneKind {
  if (shape === "text" || shape === "line") return "body";
  // A bracket may close a paragraph of the article: only short lines are taken for captions there.
  if (shape === "credit") return i > begin && i < end ? "caption" : "body";
  return lineKind(shape, i);
}

function tailKind(shape: Shape): ZoneKind {
  return shape === "byline" || shape === "published" || shape === "credit"
    ? lineKind(shape, 1)
    : "boilerplate";
}

function lineKind(shape: Shape, i: number): ZoneKind {
  switch (shape) {
    case "text":
      return "body";
    case "line":
      return i === 0 ? "headline" : "body";
    case "call":
      return "boilerplate";
    case "credit":
      return "caption";
    case "byline":
      return "byline";
    case "published":
      return "publication";
  }
}

/** Pages often hold a caption twice, once without its credit. */
function repeatsCaption(paragraphs: readonly Paragraph[], shapes: readonly Shape[], i: number): boolean {
  const own = paragraphs[i]?.text ?? "";
  return [i - 1, i + 1].some(
    (k) => shapes[k] === "credit" && own.length > 20 && paragraphs[k]?.text.startsWith(own),
  );
}

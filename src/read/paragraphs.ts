import type { Span } from "../model/span.ts";

/** A paragraph or other stretch between line breaks, trimmed of white space. */
export interface Paragraph extends Span {
  /** The text of the span. */
  readonly text: string;
  readonly words: number;
  /** Whether it ends like a sentence. */
  readonly ends: boolean;
}

const LINE = /[^\r\n\u2028\u2029]+/g;
const ENDS = /[.!?…]["'”’»)\]]*$/;
/** Line lengths, in code units, between which a text is taken for wrapped by hand. */
const WRAP = { from: 50, to: 100 };

/**
 * The paragraphs of a text from `from` on, in order.
 *
 * A line is a paragraph; in a text that is wrapped by hand, the lines between two empty ones are.
 */
export function paragraphs(text: string, from: number): readonly Paragraph[] {
  const lines = linesOf(text, from);
  const joined = isWrapped(text, lines) ? joinLines(text, lines) : lines;
  return joined.map((span) => describe(text, span));
}

function linesOf(text: string, from: number): readonly Span[] {
  const spans: Span[] = [];
  LINE.lastIndex = from;
  for (let match = LINE.exec(text); match !== null; match = LINE.exec(text)) {
    const line = match[0].replace(/^\uFEFF/, " ");
    const start = match.index + (line.length - line.trimStart().length);
    const end = match.index + line.trimEnd().length;
    if (start < end) spans.push({ start, end });
  }
  return spans;
}

/** A line is continued where one line break, and no empty line, stands before the next. */
function isContinued(text: string, line: Span, next: Span | undefined): next is Span {
  return next !== undefined && /^[ \t]*(\r\n|\r|\n)[ \t]*$/.test(text.slice(line.end, next.start));
}

function isWrapped(text: string, lines: readonly Span[]): boolean {
  const continued = lines.filter((line, i) => isContinued(text, line, lines[i + 1]));
  const alike = continued.filter((line) => {
    const length = line.end - line.start;
    // Paragraphs that each end like a sentence only look as long as wrapped lines.
    return length >= WRAP.from && length <= WRAP.to && !ENDS.test(text.slice(line.start, line.end));
  });
  return (
    continued.length >= 4 && alike.length >= 0.6 * continued.length && continued.length < lines.length - 1
  );
}

function joinLines(text: string, lines: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  lines.forEach((line, i) => {
    const last = joined.at(-1);
    const previous = lines[i - 1];
    if (last && previous && isContinued(text, previous, line))
      joined[joined.length - 1] = { ...last, end: line.end };
    else joined.push(line);
  });
  return joined;
}

function describe(text: string, span: Span): Paragraph {
  const own = text.slice(span.start, span.end);
  return { ...span, text: own, words: own.split(/\s+/).length, ends: ENDS.test(own) };
}

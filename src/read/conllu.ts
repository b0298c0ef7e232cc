import type { Span } from "../model/span.ts";

/** A text that is cut into sentences and words already. */
export interface TokenisedText {
  /** The words joined as the file says, sentences by a space, documents and paragraphs by an empty line. */
  readonly text: string;
  /** Blocks of the file in its order; one of comments alone has no words. */
  readonly sentences: readonly TokenisedSentence[];
}

/** A sentence of a CoNLL-U file. */
export interface TokenisedSentence {
  readonly words: readonly TokenisedWord[];
  /** Its lines as they stand in the file, comments and all. */
  readonly lines: readonly string[];
}

/** A word and its place in the text; of words that are written as one, all have the place of the whole. */
export interface TokenisedWord extends Span {
  readonly form: string;
}

/** Why a text is no CoNLL-U; the message names the line. */
export class ConlluError extends Error {
  override readonly name = "ConlluError";
}

interface Line {
  /** Counted from 1 in the file. */
  readonly number: number;
  readonly text: string;
}

/**
 * Reads CoNLL-U for its words alone; tags and trees in it are passed over.
 *
 * @throws ConlluError for a line that is neither a comment nor ten columns, has no form or a wrong number, or holds a
 * control character.
 * @see https://universaldependencies.org/format.html
 */
export function readConllu(source: string): TokenisedText {
  const sentences: TokenisedSentence[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const block of blocksOf(source)) {
    const opens = block.some(({ text }) => /^# new(?:doc|par)/.test(text));
    const before = length === 0 ? "" : opens ? "\n\n" : " ";
    const { text, words } = sentenceOf(block, length + before.length);
    if (words.length > 0) {
      parts.push(before, text);
      length += before.length + text.length;
    }
    sentences.push({ words, lines: block.map(({ text }) => text) });
  }
  return { text: parts.join(""), sentences };
}

/** Lines between empty ones. */
function blocksOf(source: string): readonly (readonly Line[])[] {
  const blocks: Line[][] = [[]];
  source.split(/\r?\n/).forEach((text, i) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
    if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text))
      throw new ConlluError(`line ${i + 1} holds a control character`);
    if (text.trim() === "") blocks.push([]);
    else blocks.at(-1)?.push({ number: i + 1, text });
  });
  return blocks.filter(({ length }) => length > 0);
}

/** The last of some words that are written as one, and the place of the whole. */
interface Fused extends Span {
  readonly last: number;
  readonly number: number;
}

/** The words of a sentence whose text begins at `start`, and that text. */
function sentenceOf(
  lines: readonly Line[],
  start: number,
): { readonly text: string; readonly words: readonly TokenisedWord[] } {
  const words: TokenisedWord[] = [];
  let text = "";
  let space = "";
  let fused: Fused | undefined;
  const put = (form: string, misc: string): Span => {
    const at = start + text.length + space.length;
    text += space + form;
    space = misc.split("|").includes("SpaceAfter=No") ? "" : " ";
    return { start: at, end: at + form.length };
  };
  for (const line of lines) {
    if (line.text.startsWith("#")) continue;
    const { id, form, misc } = columnsOf(line);
    const open = fused !== undefined && words.length < fused.last;
    if (/^\d+-\d+$/.test(id)) {
      const [first = 0, last = 0] = id.split("-").map(Number);
      if (open || first !== words.length + 1 || last <= first)
        throw new ConlluError(`line ${line.number} has the range ${id}, which does not fit where it stands`);
      fused = { ...put(form, misc), last, number: line.number };
    } else if (/^\d+$/.test(id)) {
      if (Number(id) !== words.length + 1)
        throw new ConlluError(`line ${line.number} has the number ${id} where ${words.length + 1} is due`);
      const place = open && fused ? { start: fused.start, end: fused.end } : put(form, misc);
      words.push({ form, ...place });
    } else if (!/^\d+\.\d+$/.test(id)) {
      throw new ConlluError(
        `line ${line.number} begins with "${id.slice(0, 20)}", which is no number of a word`,
      );
    }
  }
  if (fused && fused.last > words.length)
    throw new ConlluError(`line ${fused.number} has a range that ends behind the last word`);
  return { text, words };
}

function columnsOf({ number, text }: Line): {
  readonly id: string;
  readonly form: string;
  readonly misc: string;
} {
  const columns = text.split("\t");
  if (columns.length !== 10) throw new ConlluError(`line ${number} has ${columns.length} columns, not 10`);
  const [id = "", form = ""] = columns;
  if (form.trim() === "") throw new ConlluError(`line ${number} has no form`);
  return { id, form, misc: columns[9] as string };
}

import type { Span } from "../model/span.ts";

/** A text that is cut into sentences and words already. */
export interface TokenisedText {
  /** The words joined as the file says, sentences by a space, documents and paragraphs by an empty line. */
  readonly text: string;
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

/**
 * Reads CoNLL-U for its words alone; tags and trees in it are passed over.
 *
 * @throws ConlluError for a line that is neither a comment nor ten columns, or has a wrong number.
 * @see https://universaldependencies.org/format.html
 */
export function readConllu(source: string): TokenisedText {
  const sentences: TokenisedSentence[] = [];
  let text = "";
  let lines: { readonly number: number; readonly line: string }[] = [];
  const end = () => {
    if (lines.some(({ line }) => !line.startsWith("#"))) {
      const opens = lines.some(({ line }) => /^# new(?:doc|par)/.test(line));
      if (text !== "") text = `${text.trimEnd()}${opens ? "\n\n" : " "}`;
      const read = sentenceOf(lines, text.length);
      text += read.text;
      sentences.push({ words: read.words, lines: lines.map(({ line }) => line) });
    }
    lines = [];
  };
  source.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === "") end();
    else lines.push({ number: i + 1, line });
  });
  end();
  return { text: text.trimEnd(), sentences };
}

/** The words of a sentence whose text begins at `start`. */
function sentenceOf(
  lines: readonly { readonly number: number; readonly line: string }[],
  start: number,
): { readonly text: string; readonly words: readonly TokenisedWord[] } {
  const words: TokenisedWord[] = [];
  let text = "";
  // The last word of a run that is written as one, and the place of that run.
  let fused: (Span & { readonly last: number }) | undefined;
  for (const { number, line } of lines) {
    if (line.startsWith("#")) continue;
    const columns = line.split("\t");
    const [id = "", form = ""] = columns;
    if (columns.length !== 10) throw new ConlluError(`line ${number} has ${columns.length} columns, not 10`);
    const space = columns[9]?.split("|").includes("SpaceAfter=No") ? "" : " ";
    const place = { start: start + text.length, end: start + text.length + form.length };
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range) {
      fused = { ...place, last: Number(range[2]) };
      text += form + space;
    } else if (/^\d+$/.test(id)) {
      if (Number(id) !== words.length + 1)
        throw new ConlluError(`line ${number} has the number ${id} where ${words.length + 1} is due`);
      const inside = fused && Number(id) <= fused.last ? fused : undefined;
      words.push({ form, start: inside?.start ?? place.start, end: inside?.end ?? place.end });
      if (!inside) text += form + space;
    } else if (!/^\d+\.\d+$/.test(id)) {
      throw new ConlluError(`line ${number} begins with "${id.slice(0, 20)}", which is no number of a word`);
    }
  }
  return { text, words };
}

import { INVISIBLE } from "../annotate/tokens.ts";
import type { AnnotatedDocument, Sentence, Token } from "../model/annotated-document.ts";
import { featureColumn, featuresOf } from "../model/morphology.ts";
import { slice } from "../model/span.ts";
import type { TokenisedSentence } from "../read/conllu.ts";

/** A document as CoNLL-U (https://universaldependencies.org/format.html). A place in the text stands as `TokenRange`. */
export function conlluOf({ document, sentences }: AnnotatedDocument): string {
  const { text } = document;
  const blocks = sentences.map((sentence, i) => {
    const columns = columnsOf(sentence);
    const before = sentences[i - 1];
    const opens = !before || /\n\s*\n/.test(text.slice(before.end, sentence.start));
    return [
      ...(i === 0 ? [`# newdoc id = ${oneLine(document.id)}`] : []),
      ...(opens ? ["# newpar"] : []),
      `# sent_id = ${i + 1}`,
      `# zone = ${sentence.zone}`,
      `# text = ${oneLine(seen(slice(text, sentence)))}`,
      ...sentence.tokens.flatMap((token, k) => [
        ...fusedLine(sentence, k, text),
        [k + 1, cell(token.form), ...(columns[k] as readonly string[]), miscOf(sentence, k, text)].join("\t"),
      ]),
    ].join("\n");
  });
  return blocks.map((block) => `${block}\n\n`).join("");
}

/** The lines of a CoNLL-U file with tags, features, heads and labels of ours; comments, forms and the last column are kept. */
export function retold({ sentences }: AnnotatedDocument, given: readonly TokenisedSentence[]): string {
  let at = 0;
  return given
    .map(({ lines, words }) => {
      const columns = words.length > 0 ? columnsOf(sentences[at++] as Sentence) : [];
      let word = 0;
      const told = lines.flatMap((line) => {
        const [id = "", form = "", ...rest] = line.split("\t");
        // Empty words belong to the enhanced graph of the old tree.
        if (/^\d+\.\d+$/.test(id)) return [];
        if (!/^\d+$/.test(id)) return [line];
        return [[id, form, ...(columns[word++] as readonly string[]), rest[7] ?? "_"].join("\t")];
      });
      return `${told.join("\n")}\n\n`;
    })
    .join("");
}

/** Columns 3 to 9 of each word. */
function columnsOf(sentence: Sentence): readonly (readonly string[])[] {
  const features = featuresOf(sentence);
  return sentence.tokens.map(({ lemma, upos, xpos, head, deprel }, i) => [
    ...[cell(lemma), upos, xpos, featureColumn(features[i] ?? {}), String(head), deprel, "_"],
  ]);
}

/** Where a word stands, and that none follows at once; of words that are written as one, the line of the whole says so. */
function miscOf({ tokens }: Sentence, k: number, text: string): string {
  const { start, end } = tokens[k] as Token;
  const inside = isFused(tokens[k - 1], tokens[k]) || isFused(tokens[k], tokens[k + 1]);
  return `${!inside && touches(tokens[k], tokens[k + 1], text) ? "SpaceAfter=No|" : ""}TokenRange=${start}:${end}`;
}

/** The line for words that are written as one: "didn't" before "did" and "n't". */
function fusedLine({ tokens }: Sentence, k: number, text: string): readonly string[] {
  if (isFused(tokens[k - 1], tokens[k])) return [];
  let last = k;
  while (isFused(tokens[last], tokens[last + 1])) last++;
  if (last === k) return [];
  const [first, end] = [tokens[k] as Token, tokens[last] as Token];
  const whole = tokens.slice(k, last + 1).map(({ form }) => form);
  const space = touches(end, tokens[last + 1], text) ? "SpaceAfter=No|" : "";
  const range = `${space}TokenRange=${first.start}:${end.end}`;
  return [[`${k + 1}-${last + 1}`, cell(whole.join("")), ...Array(7).fill("_"), range].join("\t")];
}

/** Whether nothing that is seen stands between two words. */
function touches(a: Token | undefined, b: Token | undefined, text: string): boolean {
  return a !== undefined && b !== undefined && seen(text.slice(a.end, b.start)) === "";
}

/** Two words that touch, the second one a clitic, or both short words of letters: "Iran|'s", "can|not". */
function isFused(a: Token | undefined, b: Token | undefined): boolean {
  if (!a || !b || a.end !== b.start || !/[\p{L}\p{N}.]$/u.test(a.form)) return false;
  return /^(?:['’‘ʼ`´](?:s|re|ve|ll|d|m)|['’]|n['’‘ʼ`´]t)$/iu.test(b.form)
    ? b.upos !== "PUNCT"
    : /^\p{L}{1,4}$/u.test(a.form) && /^\p{L}{1,4}$/u.test(b.form);
}

/** Text without the marks that nobody sees. */
function seen(text: string): string {
  return text.replace(new RegExp(INVISIBLE, "gu"), "");
}

/** A column, which may not be empty. */
function cell(text: string): string {
  return oneLine(text).trim() || "\ufffd";
}

/** Tabs and line breaks separate columns and lines, and controls steer terminals, so no line may hold them. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").toWellFormed();
}

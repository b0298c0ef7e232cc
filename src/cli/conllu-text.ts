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
      `# text = ${oneLine(slice(text, sentence))}`,
      ...sentence.tokens.flatMap((token, k) => [
        ...fusedLine(sentence, k),
        [k + 1, oneLine(token.form), ...(columns[k] as readonly string[]), miscOf(sentence, k)].join("\t"),
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
    ...[oneLine(lemma), upos, xpos, featureColumn(features[i] ?? {}), String(head), deprel, "_"],
  ]);
}

function miscOf({ tokens }: Sentence, k: number): string {
  const { start, end } = tokens[k] as Token;
  const touches = tokens[k + 1]?.start === end;
  return `${touches ? "SpaceAfter=No|" : ""}TokenRange=${start}:${end}`;
}

/** The line for words that are written as one: "didn't" before "did" and "n't". */
function fusedLine({ tokens }: Sentence, k: number): readonly string[] {
  if (k > 0 && isFused(tokens[k - 1], tokens[k])) return [];
  let last = k;
  while (isFused(tokens[last], tokens[last + 1])) last++;
  if (last === k) return [];
  const [first, end] = [tokens[k] as Token, tokens[last] as Token];
  const form = tokens
    .slice(k, last + 1)
    .map(({ form }) => form)
    .join("");
  const touches = tokens[last + 1]?.start === end.end;
  return [
    `${k + 1}-${last + 1}\t${oneLine(form)}${"\t_".repeat(7)}\t${touches ? "SpaceAfter=No|" : ""}TokenRange=${first.start}:${end.end}`,
  ];
}

/** Two words that touch, the second one a clitic or both of letters alone: "can|not", "Iran|'s". */
function isFused(a: Token | undefined, b: Token | undefined): boolean {
  if (!a || !b || a.end !== b.start || !/[\p{L}\p{N}.]$/u.test(a.form)) return false;
  return /^(?:['’‘ʼ`´](?:s|re|ve|ll|d|m)|['’]|n['’‘ʼ`´]t)$/iu.test(b.form)
    ? b.upos !== "PUNCT"
    : /^\p{L}+$/u.test(a.form) && /^\p{L}+$/u.test(b.form);
}

/** Tabs and line breaks separate columns and lines, so nothing in a column may hold them. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").toWellFormed();
}

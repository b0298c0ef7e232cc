import { printable } from "./progress.ts";
import type { MentionTrace, SentenceTrace, TripleTrace } from "./tracing.ts";
import { treeLines } from "./tree-text.ts";

const INDENT = 10;
const WIDTH = 100;

/** Traces as text for a terminal: a block for each sentence, its parts under each other. */
export function traceText(sentences: readonly SentenceTrace[]): string {
  return sentences.length === 0 ? "No sentence here tells a story." : sentences.map(block).join("\n\n");
}

function block(sentence: SentenceTrace): string {
  const { number, zone, text, tokens, markings, clauses, mentions, times, triples, rejected } = sentence;
  const days = times.map(
    ({ text: words, iso, value }) =>
      `${words} = ${[iso, value && range(value)].filter((part) => part !== undefined).join(", ") || "no day to count from"}`,
  );
  return [
    `${number}. [${zone}] ${printable(text)}`,
    ...part(
      "tokens",
      wrap(
        tokens.map(
          ({ form, xpos, lemma }) =>
            `${form}/${xpos}${lemma.toLowerCase() === form.toLowerCase() ? "" : `/${lemma}`}`,
        ),
      ),
    ),
    ...part("tree", treeLines(tokens.map((token) => ({ ...token, form: printable(token.form) })))),
    ...part("clauses", clauses.map(printable)),
    ...part("marked", wrap(markings.map(({ text: words, type }) => `[${words}] ${type}`))),
    ...part("mentions", mentions.map(mentionLine)),
    ...part("times", days),
    ...part("read", triples.length > 0 ? triples.flatMap(tripleLines) : ["nothing"]),
    ...part(
      "rejected",
      rejected.map((r) => `x ${r.extractor}: "${printable(r.text)}", ${r.wording}: ${r.reason}`),
    ),
  ].join("\n");
}

function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, i) => `  ${(i === 0 ? title : "").padEnd(INDENT)}${line}`);
}

function wrap(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const word of words.map(printable)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function mentionLine({ text, kind, type, entity, reason, corrections = [] }: MentionTrace): string {
  const who = entity === undefined ? "nobody yet" : entity;
  const reasons = [...(reason ? [reason] : []), ...corrections];
  const why = reasons.length > 0 ? ` (${printable(reasons.join("; "))})` : "";
  return `${printable(text)}: ${kind}, ${type ?? "no class"}, ${who}${why}`;
}

function tripleLines(triple: TripleTrace): readonly string[] {
  const { extractor, subject, relation, object, reason, stanceReasons, claim, rejected, time, said } = triple;
  const mark = claim ? (triple.asserted ? "+" : "-") : "x";
  const because = stanceReasons.length > 0 ? `: ${stanceReasons.join("; ")}` : "";
  const filled = triple.arguments.map(({ role, text }) => `${role} = ${printable(text)}`);
  return [
    `${mark} ${printable(subject)} | ${relation} | ${object === "" ? "-" : printable(object)}`,
    `    by ${extractor}, ${reason}, confidence ${triple.confidence}`,
    `    ${stanceWords(triple)}${because}`,
    ...(time ? [`    when: ${printable(time)}`] : []),
    ...(said ? [`    said: ${printable(said)}`] : []),
    ...filled.map((line) => `    ${line}`),
    claim
      ? `    claim ${claim.id} of event ${claim.event}, evidence ${claim.evidence}`
      : `    not merged: ${rejected ?? "no claim"}`,
  ];
}

/** How a triple is held, in words: what is plain is not said. */
function stanceWords({ asserted, stance }: TripleTrace): string {
  const { polarity, certainty, temporality, modality, speakers } = stance;
  const plain = new Set(["positive", "certain", "nonfuture", "actual"]);
  const axes = [polarity, certainty, temporality, modality].filter((value) => !plain.has(value));
  const said = speakers.map((speaker) => `said by ${printable(speaker)}`);
  return [asserted ? "asserted" : "not asserted", ...axes, ...said].join(", ");
}

function range({ start, end }: { readonly start: string; readonly end: string }): string {
  return start === end ? start : `${start} to ${end}`;
}

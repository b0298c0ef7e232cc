// Prints how well the models read the treebanks, as tables in Markdown: `npm run score:treebanks -- ewt-dev gum-dev`.
// Dev sets are for choosing; the test sets are looked at once, when all has been chosen.

import { MODELS } from "../../src/cli/models.ts";
import { readParser } from "../../src/cli/resources.ts";
import type { ConllScores } from "../support/conll-score.ts";
import { scoresOn, type TreebankScores } from "./treebank-scores.ts";

const names = process.argv.slice(2);
const rows: string[] = [];
const mentions: string[] = [];
for (const name of names.length > 0 ? names : ["ewt-dev", "gum-dev"]) {
  for (const model of MODELS) {
    const scores = scoresOn(name, readParser(model));
    rows.push(`| ${model} | ${name} | gold words | ${line(scores.given)} | ${pairs(scores)} |`);
    rows.push(`| ${model} | ${name} | raw text | ${line(scores.raw)} | |`);
    for (const [group, { precision, recall, f1, gold }] of [...scores.mentions].sort())
      mentions.push(
        `| ${model} | ${name} | ${group} | ${[precision, recall, f1].map(fixed).join(" | ")} | ${gold} |`,
      );
  }
}
const lines = [
  "| model | treebank | from | words | sentences | UPOS | XPOS | lemmas | UAS | LAS | verbs with subject and object right |",
  "|---|---|---|---|---|---|---|---|---|---|---|",
  ...rows,
  "",
  "| model | treebank | mentions | P | R | F1 | in gold |",
  "|---|---|---|---|---|---|---|",
  ...mentions,
];
process.stdout.write(`${lines.join("\n")}\n`);

function line({ words, sentences, upos, xpos, lemmas, uas, las }: ConllScores): string {
  return [words, sentences, upos, xpos, lemmas, uas, las].map(fixed).join(" | ");
}

function pairs({ pairs: { right, of } }: TreebankScores): string {
  return `${right} of ${of} (${fixed((100 * right) / of)} %)`;
}

function fixed(value: number): string {
  return value.toFixed(2);
}

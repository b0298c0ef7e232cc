// Cuts raw articles into sentences and words with the program's own tokeniser, as CoNLL-U without tags or trees:
//   npx tsx silver.ts articles.jsonl > silver.conllu
// One JSON object a line, with the article in its field `text`.
import { readFileSync } from "node:fs";
import { sentenceStarts } from "../annotate/sentence-ends.ts";
import { tokenise } from "../annotate/tokens.ts";

const [path = ""] = process.argv.slice(2);
for (const line of readFileSync(path, "utf8").split("\n")) {
  if (line.trim() === "") continue;
  const { text } = JSON.parse(line) as { readonly text: string };
  const pieces = tokenise(text, { start: 0, end: text.length });
  const { starts } = sentenceStarts(pieces, text);
  starts.forEach((start, i) => {
    const rows = pieces
      .slice(start, starts[i + 1])
      .map(({ form }, k) => [k + 1, form, "_", "_", "_", "_", 0, "_", "_", "_"].join("\t"));
    process.stdout.write(`${rows.join("\n")}\n\n`);
  });
}

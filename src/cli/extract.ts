import { Command } from "commander";
import type { Relations } from "../extract/index.ts";
import type { Model } from "./models.ts";
import { modelOption, namesOption, ontologyOption, relationsOption } from "./reading-options.ts";

/** What the command line says to `extract`. */
export interface ExtractOptions {
  readonly relations: Relations;
  readonly model: Model;
  readonly ontology: string;
  readonly names: readonly string[];
}

const EXAMPLES = `
Input, a document a line; only the text is required, the id is the number of the line unless given:
  {"id": "a1", "text": "Iran backs Syria.", "outlet": "The Daily", "published": "2017-10-21", "url": "https://daily.example/a1"}

Examples:
  whosays extract < documents.jsonl > triples.jsonl
  echo '{"text": "Iran backs Syria."}' | whosays extract
  zcat news.jsonl.gz | whosays extract --relations ontology --model fast | gzip > triples.jsonl.gz

The text is read whole, as the body of an article; places in it count UTF-16 code units.
A line that cannot be read gives {"document": …, "error": …} in its place.

Exit codes: 0 all read and written · 1 failed · 2 wrong usage or a broken ontology · 3 written, but some lines could not be read`;

/** `whosays extract`: a filter from documents to triples. Sets the exit code of the process. */
export function extractCommand(): Command {
  return new Command("extract")
    .summary("read documents from standard input, print who did what to whom")
    .description(
      "Reads documents from standard input, a JSON object a line, and prints what each says: its mentions and triples, a line a document, in the order of the input.",
    )
    .addOption(relationsOption())
    .addOption(modelOption())
    .addOption(ontologyOption())
    .addOption(namesOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: ExtractOptions) => {
      const { runExtract } = await import("./extract-run.ts");
      process.exitCode = await runExtract(options);
    });
}

import { Command, Option } from "commander";
import type { Model } from "./models.ts";
import { modelOption, namesOption, ontologyOption, publishedOption } from "./reading-options.ts";

/** What the command line says to `annotate`. */
export interface AnnotateOptions {
  readonly conllu?: boolean;
  readonly json?: boolean;
  readonly tokenized?: boolean;
  readonly published?: string;
  readonly model: Model;
  readonly ontology: string;
  readonly names: readonly string[];
}

const EXAMPLES = `
Examples:
  whosays annotate article.txt                         words, tags, lemmas and trees, as CoNLL-U
  whosays annotate article.txt --json                  with zones, mentions and times, as one JSON object
  whosays annotate corpus.conllu --tokenized           the file with tags and trees of ours; its words are kept
  whosays annotate article.txt --model fast            nearly three times as fast, a little less exact`;

/** `whosays annotate`: prints what the text of one document shows by itself. */
export function annotateCommand(): Command {
  return new Command("annotate")
    .summary("show the words, tags, trees and mentions of a text")
    .description(
      "Prints what one document shows by itself: as CoNLL-U (words, lemmas, tags, features and dependency trees in Universal Dependencies), or as JSON with mentions and times too.",
    )
    .argument("<file>", "an article as a text file, or with --tokenized a CoNLL-U file")
    .addOption(new Option("--conllu", "print CoNLL-U (unless --json is given)").conflicts("json"))
    .option("--json", "print a JSON object")
    .option("--tokenized", "the input is CoNLL-U, and its sentences and words are kept")
    .addOption(publishedOption())
    .addOption(modelOption())
    .addOption(ontologyOption())
    .addOption(namesOption())
    .addHelpText("after", EXAMPLES)
    .action(async (file: string, options: AnnotateOptions) => {
      const { runAnnotate } = await import("./annotate-run.ts");
      runAnnotate(file, options);
    });
}

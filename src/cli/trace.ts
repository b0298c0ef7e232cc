import { Command, InvalidArgumentError } from "commander";
import type { Model } from "./models.ts";
import {
  modelOption,
  namesOption,
  ontologyOption,
  overridesOption,
  publishedOption,
} from "./reading-options.ts";

/** What the command line says to `trace`. */
export interface TraceOptions {
  readonly json?: boolean;
  readonly published?: string;
  readonly model: Model;
  readonly ontology: string;
  readonly names: readonly string[];
  readonly overrides?: string;
}

const EXAMPLES = `
Examples:
  whosays trace "Iran, which backs Syria, accused Israel of attacking Damascus."
  whosays trace article.txt          every sentence of an article
  whosays trace article.txt 3        its third sentence
  whosays trace article.txt 3 --json for programs

Marks: + a claim · - a claim that is not asserted · x read and rejected`;

/** `whosays trace`: shows every decision about a sentence. The readers are loaded only when it runs. */
export function traceCommand(): Command {
  return new Command("trace")
    .summary("show how a sentence is read, and why")
    .description(
      "Shows tokens and tags, mentions, times, what each extractor read and why, the stance and why, what was rejected and why, and what merging made of it.",
    )
    .argument("<text>", "a sentence, or a file")
    .argument("[sentence]", "which sentence of the file, counted from 1", parseNumber)
    .option("--json", "print a JSON object instead")
    .addOption(publishedOption())
    .addOption(modelOption())
    .addOption(ontologyOption())
    .addOption(namesOption())
    .addOption(overridesOption())
    .addHelpText("after", EXAMPLES)
    .action(async (text: string, sentence: number | undefined, options: TraceOptions) => {
      const { runTrace } = await import("./trace-run.ts");
      runTrace(text, sentence, options);
    });
}

function parseNumber(value: string): number {
  if (/^[1-9]\d{0,6}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Give the number of a sentence, counted from 1.");
}

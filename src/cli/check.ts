import { Command } from "commander";
import { ontologyOption } from "./reading-options.ts";

/** What the command line says to `check`. */
export interface CheckOptions {
  readonly all?: boolean;
  readonly json?: boolean;
  readonly ontology: string;
}

const EXAMPLES = `
Examples:
  whosays check output              whether output/graph.ttl is as a graph of whosays must be
  whosays check output --json       for programs

A claim without evidence, a fact that no asserted claim tells, a day that ends before it begins, a stance that is none, a relation
between things that it does not join: each is named with the shape that it breaks and what to do. The shapes are SHACL:
shapes.ttl of the ontology, and those made of its relations.

Exit codes: 0 the graph conforms · 1 it does not, or could not be read · 2 wrong usage, or a broken ontology`;

/** `whosays check`: says whether a graph fits the shapes, and what in it does not. */
export function checkCommand(): Command {
  return new Command("check")
    .summary("say whether a graph fits the shapes, and what in it does not")
    .description(
      "Reads graph.ttl of a folder that build has written, checks it against the SHACL shapes of the ontology, and prints what does not fit.",
    )
    .argument("<folder>", "where build has written; or a Turtle file")
    .option("--all", "all that does not fit, not only the first 40")
    .option("--json", "print a JSON object instead")
    .addOption(ontologyOption())
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, options: CheckOptions) => {
      const { runCheck } = await import("./check-run.ts");
      process.exitCode = runCheck(folder, options);
    });
}

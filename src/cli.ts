#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { annotateCommand } from "./cli/annotate.ts";
import { buildCommand } from "./cli/build.ts";
import { checkCommand } from "./cli/check.ts";
import { entitiesCommand } from "./cli/entities.ts";
import { extractCommand } from "./cli/extract.ts";
import { EXIT, Failure } from "./cli/failure.ts";
import { printable } from "./cli/progress.ts";
import { queryCommand } from "./cli/query.ts";
import { serveCommand } from "./cli/serve.ts";
import { traceCommand } from "./cli/trace.ts";

const program = new Command("whosays")
  .description("Builds a knowledge graph from the news and never forgets who says so.")
  .version("0.1.0")
  .addCommand(annotateCommand())
  .addCommand(buildCommand())
  .addCommand(checkCommand())
  .addCommand(entitiesCommand())
  .addCommand(extractCommand())
  .addCommand(queryCommand())
  .addCommand(serveCommand())
  .addCommand(traceCommand())
  .showSuggestionAfterError()
  .configureHelp({ sortSubcommands: true });

for (const command of [program, ...program.commands])
  command.exitOverride().showHelpAfterError("(see --help)");

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = end(error);
}

/** Says what went wrong in words for people, and gives the exit code for it. A fault of the program keeps its stack. */
function end(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof Failure) {
    process.stderr.write(`whosays: ${error.message.split("\n").map(printable).join("\n")}\n`);
    return error.code;
  }
  throw error;
}

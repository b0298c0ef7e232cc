import { InvalidArgumentError, Option } from "commander";
import type { Relations } from "../extract/index.ts";
import { isDay } from "../model/time.ts";
import { MODELS } from "./models.ts";
import { OWN_ONTOLOGY } from "./own-folders.ts";

/** `--model`, for every command that reads language. */
export function modelOption(): Option {
  return new Option("--model <name>", "the language model: the more exact one, or the faster one")
    .choices(MODELS)
    .default("default");
}

/** `--ontology`, for every command that knows names. */
export function ontologyOption(): Option {
  return new Option(
    "--ontology <folder>",
    "relations and names in place of those that come with whosays",
  ).default(OWN_ONTOLOGY, "its own");
}

/** `--overrides`, for commands that tell who is who. */
export function overridesOption(): Option {
  return new Option(
    "--overrides <file>",
    "corrections by hand in JSON or Turtle, which win over every rule: what is the same, different, called, of which class",
  );
}

/** `--names`, for every command that knows names. */
export function namesOption(): Option {
  return new Option(
    "--names <file>",
    "your own names, which beat those of the ontology: Turtle, or CSV with the columns name, id, type, aliases, sameAs, partOf (all but the name may be left out); may be given several times",
  )
    .argParser((file: string, before: readonly string[]) => [...before, file])
    .default([], "none");
}

/** `--relations`, for commands that read who did what to whom. */
export function relationsOption(): Option {
  return new Option(
    "--relations <which>",
    "those that the ontology knows, those in the words of the text, or all",
  )
    .choices(["ontology", "open", "all"] satisfies readonly Relations[])
    .default("all");
}

/** `--published`, for commands that read one document. */
export function publishedOption(): Option {
  return new Option("--published <day>", 'the day that "Saturday" counts from, such as 2017-10-21').argParser(
    parseDay,
  );
}

function parseDay(value: string): string {
  if (isDay(value)) return value;
  throw new InvalidArgumentError("Write the day as 2017-10-21.");
}

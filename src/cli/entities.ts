import { Command } from "commander";

/** What the command line says to `entities`. */
export interface EntitiesOptions {
  readonly all?: boolean;
  readonly doubtful?: boolean;
  readonly json?: boolean;
  readonly type?: string;
}

const EXAMPLES = `
Examples:
  whosays entities output                     who and what the graph is about, the most mentioned first
  whosays entities output --type Person --all all persons
  whosays entities output --doubtful          pairs that may be one, with lines to correct them by
  whosays entities output --json --all        for programs

Lines such as "ent:Qaryatayn owl:sameAs ent:Karyatein ." are Turtle. Put those that are right into a file, write
owl:differentFrom where two are not one, and give it to whosays build --overrides.

Exit codes: 0 listed · 1 no list could be read · 2 wrong usage`;

/** `whosays entities`: lists what a graph is about, and what in it may be one. */
export function entitiesCommand(): Command {
  return new Command("entities")
    .summary("list who and what a graph is about, and pairs that may be one")
    .description(
      "Reads entities.jsonl of a folder that build has written, and lists its entities with class, aliases and how often they are mentioned; or pairs of them that may be one and were not merged.",
    )
    .argument("<folder>", "where build has written")
    .option("--type <class>", "only those of a class, such as Person")
    .option("--doubtful", "pairs that may be one, with a score from 0 to 1 and why")
    .option("--all", "all, not only the first 40 entities or 20 pairs")
    .option("--json", "print a JSON object instead")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, options: EntitiesOptions) => {
      const { runEntities } = await import("./entities-run.ts");
      await runEntities(folder, options);
    });
}

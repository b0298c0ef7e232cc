import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Checked, checkGraph } from "../check/check.ts";
import { relationShapes } from "../check/relation-shapes.ts";
import type { CheckOptions } from "./check.ts";
import { checkText } from "./check-text.ts";
import { EXIT, Failure, systemReason } from "./failure.ts";
import { OWN_ONTOLOGY } from "./own-folders.ts";
import { readOntology } from "./resources.ts";

const FIRST = 40;

/** Checks the graph of an output folder, prints what came of it, and gives the exit code. */
export function runCheck(folder: string, options: CheckOptions): number {
  // Whoever reads only the first lines ends the stream.
  process.stdout.on("error", () => {});
  const shapes = [readShapes(), relationShapes(readOntology(options.ontology))];
  const path = graphIn(folder);
  const checked = checkedAt(path, shapes);
  const { findings } = checked;
  const shown = options.all ? findings : findings.slice(0, FIRST);
  const leftOut = findings.length - shown.length;
  const conforms = findings.length === 0;
  const record = { file: path, conforms, ...checked, findings: shown, leftOut };
  process.stdout.write(
    `${options.json ? JSON.stringify(record, null, 2) : checkText(path, { ...checked, findings: shown }, leftOut)}\n`,
  );
  if (leftOut > 0) process.stderr.write(`${leftOut} more are left out; --all lists them\n`);
  return conforms ? EXIT.done : EXIT.failed;
}

/** Structure is the program's own, whatever the ontology: a folder in its place need not hold shapes. */
function readShapes(): string {
  const path = join(OWN_ONTOLOGY, "shapes.ttl");
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Failure(`${path}: ${systemReason(error)}; install whosays again`, undefined, { cause: error });
  }
}

function graphIn(folder: string): string {
  const isFile = statSync(folder, { throwIfNoEntry: false })?.isFile() ?? false;
  return isFile ? folder : join(folder, "graph.ttl");
}

function checkedAt(path: string, shapes: readonly string[]): Checked {
  try {
    return checkGraph(readFileSync(path, "utf8"), shapes);
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new Failure(`${path}: is not Turtle: ${error.message}; run whosays build again`, undefined, {
        cause: error,
      });
    }
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    const remedy = "name a folder that whosays build has written, with ttl among its --format";
    throw new Failure(`${path}: ${systemReason(error)}; ${remedy}`, undefined, { cause: error });
  }
}

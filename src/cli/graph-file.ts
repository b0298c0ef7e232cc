import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, systemReason } from "./failure.ts";

/** A file of an output folder; throws a `Failure` that says what folder to name. */
export function readFromOutput(folder: string, name: string): Uint8Array {
  const path = join(folder, name);
  try {
    return readFileSync(path);
  } catch (error) {
    const remedy = `name a folder that whosays build has written, with ${name.replace(/.*\./, "")} among its --format`;
    throw new Failure(`${path}: ${systemReason(error)}; ${remedy}`, undefined, { cause: error });
  }
}

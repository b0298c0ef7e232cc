import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { LARGEST_FILE, loadOverrides } from "../corrections/load.ts";
import { OverridesError } from "../corrections/overrides-error.ts";
import type { Ontology } from "../model/ontology.ts";
import type { Overrides } from "../model/overrides.ts";
import { EXIT, Failure, systemReason } from "./failure.ts";

/** Reads a file of corrections; throws a `Failure` with code 2 that names what is wrong with it. Undefined for no file. */
export function readOverrides(path: string | undefined, ontology: Ontology): Overrides | undefined {
  if (path === undefined) return undefined;
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new Failure(`${path}: is no file; check --overrides`, EXIT.usage);
    if (stats.size > LARGEST_FILE) {
      const bound = `${LARGEST_FILE / 1024 / 1024} MiB`;
      throw new Failure(`${path}: is larger than ${bound}; leave out what you do not need`, EXIT.usage);
    }
    return loadOverrides({ name: basename(path), bytes: readFileSync(path) }, ontology);
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (error instanceof OverridesError) throw new Failure(error.message, EXIT.usage, { cause: error });
    throw new Failure(`${path}: ${systemReason(error)}; check --overrides`, EXIT.usage, { cause: error });
  }
}

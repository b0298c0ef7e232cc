import { join } from "node:path";
import { readOntology } from "../../src/cli/resources.ts";

/** The ontology that comes with whosays, read once for a test file. */
export const ontology = readOntology(join(import.meta.dirname, "..", "..", "ontology"));

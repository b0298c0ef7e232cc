import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json, ontology/ and dist/: two above this file in src/cli/ and in dist/cli/ alike. */
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The ontology that comes with whosays. */
export const OWN_ONTOLOGY = join(root, "ontology");

/** Holds the weights of the language models, beside the code that reads them. */
export const WEIGHTS_FOLDER = join(dirname(fileURLToPath(import.meta.url)), "..", "annotate", "weights");

/** The bundled browser program. */
export const PAGE_FOLDER = join(root, "dist", "page");

/** The queries that come with whosays. */
export const QUERIES_FOLDER = join(OWN_ONTOLOGY, "queries");

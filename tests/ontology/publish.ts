import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { relationShapes } from "../../src/check/relation-shapes.ts";
import type { OntologyFile } from "../../src/ontology/entries.ts";
import { loadOntology } from "../../src/ontology/load.ts";
import { publishedOf, publishedTurtle } from "../../src/ontology/published.ts";
import { publishedPage } from "../../src/ontology/published-page.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "ontology");
/** Where what is made of the entries stands. */
export const PUBLISHED = join(FOLDER, "published");

/** The files of entries that come with whosays. */
export function entryFiles(): readonly OntologyFile[] {
  return readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ttl") && name !== "shapes.ttl" && !name.startsWith("published"))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(FOLDER, name), "utf8") }));
}

/** What is published, by file name. */
export function publishedFiles(): Readonly<Record<string, string>> {
  const files = entryFiles();
  const published = publishedOf(files);
  return {
    "whosays.ttl": publishedTurtle(published),
    "relation-shapes.ttl": relationShapes(loadOntology(files)),
    "index.html": publishedPage(published),
  };
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(PUBLISHED, { recursive: true });
  for (const [name, text] of Object.entries(publishedFiles())) writeFileSync(join(PUBLISHED, name), text);
}

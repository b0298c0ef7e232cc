import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { wholeText } from "../../src/export/text.ts";
import { turtle } from "../../src/export/turtle.ts";
import type { Built } from "../../src/pipeline.ts";
import { buildTexts, claimLines } from "../support/build-text.ts";
import { settingsFor } from "../support/graphs.ts";
import { ontology } from "../support/ontology.ts";

// What is printed today, for reviewers: `npx vitest run tests/documents -u` writes it anew, and the difference is read.
const own = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const seeds = join(import.meta.dirname, "..", "..", "seeds");

/** The zones of an article, the claims read in it, and why the rest was rejected. */
function reading({ graph, account }: Built): string {
  const [document] = graph.documents;
  const zones =
    document?.zones.map(({ kind, start, end }) => `${kind}: ${document.text.slice(start, end)}`) ?? [];
  const reasons = [...account.triples.reasons].map(([reason, count]) => `${count} ${reason}`);
  return `${[...zones, "", ...claimLines(graph), "", ...reasons].join("\n")}\n`;
}

test.for(own.map(({ name }) => name))("%s gives its reading and its Turtle", async (name) => {
  const folder = join(import.meta.dirname, name);
  const built = buildTexts({ "article.txt": readFileSync(join(folder, "article.txt"), "utf8") });
  await expect(reading(built)).toMatchFileSnapshot(join(folder, "reading.txt"));
  const settings = { ...settingsFor(), ontology, base: "https://w3id.org/whosays/" };
  await expect(wholeText(turtle.write(built.graph, settings))).toMatchFileSnapshot(join(folder, "graph.ttl"));
});

// Their Turtle is output/graph.ttl, which CI holds to a build.
test.for(readdirSync(seeds).sort())("the sample report %s gives its reading", async (file) => {
  const built = buildTexts({ [file]: readFileSync(join(seeds, file), "utf8") });
  const golden = join(import.meta.dirname, `${basename(file, ".txt")}.reading.txt`);
  await expect(reading(built)).toMatchFileSnapshot(golden);
});

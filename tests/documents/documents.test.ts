import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { turtle } from "../../src/export/turtle.ts";
import { buildTexts, claimLines } from "../support/build-text.ts";
import { settingsFor } from "../support/graphs.ts";
import { ontology } from "../support/ontology.ts";

const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

// What is printed today, for reviewers: `npx vitest run tests/documents -u` writes it anew, and the difference is read.
test.for(folders.map(({ name }) => name))("%s gives its claims, zones and Turtle", async (name) => {
  const folder = join(import.meta.dirname, name);
  const { graph, account } = buildTexts({ "article.txt": readFileSync(join(folder, "article.txt"), "utf8") });
  const [document] = graph.documents;
  const zones =
    document?.zones.map(({ kind, start, end }) => `${kind}: ${document.text.slice(start, end)}`) ?? [];
  const reasons = [...account.triples.reasons].map(([reason, count]) => `${count} ${reason}`);
  const lines = [...zones, "", ...claimLines(graph), "", ...reasons];
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(folder, "reading.txt"));
  const settings = { ...settingsFor(), ontology, base: "https://w3id.org/whosays/" };
  await expect(turtle.write(graph, settings)).toMatchFileSnapshot(join(folder, "graph.ttl"));
});

// Measures what is read off the trees, without the parser's time: clauses, and triples, on one core: `npm run bench`.
// Nothing asserts the figures, because machines differ and are busy. CPU time is counted, so that other processes matter less;
// that of the collector, which has threads of its own, is in it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { clausesOf } from "../../src/annotate/clauses/index.ts";
import { annotator } from "../../src/annotate/index.ts";
import { extraction } from "../../src/extract/index.ts";
import type { AnnotatedDocument } from "../../src/model/annotated-document.ts";
import { read } from "../../src/read/index.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";

const ARTICLES = join(import.meta.dirname, "../../../shared/data/wikinews-2019.jsonl");
const ROUNDS = 5;

if (existsSync(ARTICLES)) measure();
else process.stderr.write("The Wikinews articles are not at hand; clauses and triples are not measured.\n");

function measure(): void {
  const documents = annotatedArticles();
  const sentences = documents.flatMap((document) => document.sentences);
  const tokens = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
  const extract = extraction(ontology);
  const readClauses = () => sentences.map(clausesOf).length;
  const readTriples = () => documents.reduce((sum, document) => sum + extract(document).triples.length, 0);
  // The first round warms up.
  readClauses();
  const triples = readTriples();
  const clauses = fastest(readClauses);
  const reading = fastest(readTriples);
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  const rate = (ms: number) => `${Math.round((1000 * tokens) / ms)} tokens a second`;
  process.stdout.write(
    [
      `${documents.length} articles: ${sentences.length} sentences, ${tokens} tokens, ${triples} triples`,
      `clauses: ${rate(clauses)}`,
      `triples: ${rate(reading)}`,
      `both: ${rate(clauses + reading)}, ${memory} MiB with all trees at hand`,
      "",
    ].join("\n"),
  );
}

/** The least CPU time of some rounds, in milliseconds. */
function fastest(work: () => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...rounds);
}

function annotatedArticles(): readonly AnnotatedDocument[] {
  const annotate = annotator(ontology, parser);
  const context = { outlets: new Set<string>() };
  const lines = readFileSync(ARTICLES, "utf8").split("\n");
  return lines
    .filter((line) => line !== "")
    .flatMap((line) => {
      const { id, date, title, text } = JSON.parse(line);
      const file = ["---", `published: ${date}`, `title: ${title}`, "---", text].join("\n");
      const result = read({ id: `${id}.txt`, bytes: new TextEncoder().encode(file) }, context);
      return "document" in result ? [annotate(result.document)] : [];
    });
}

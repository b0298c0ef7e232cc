// Prints how well coreference is read on GUM, as tables in Markdown: `npm run score:coreference -- gum-dev`.
// --genre NAME  documents of one genre alone: news, bio …
// --missed      links of GUM that were not found, each with its sentence, kind by kind
// --wrong       links of ours that GUM does not have
// --spans       mentions whose head is right and whose words are not
// Dev sets are for choosing; the test set is looked at once, when all has been chosen.

import { parseArgs } from "node:util";
import { annotator } from "../../src/annotate/index.ts";
import {
  type GoldLink,
  goldLinks,
  LINK_KINDS,
  type Miss,
  type ReadLink,
  readLinks,
  spanDifferences,
  type Wrong,
} from "../support/coreference-links.ts";
import { chainsOf, type Matching, type ReadDocument, readDocument } from "../support/coreference-reading.ts";
import { coreferenceRates, type Rates } from "../support/coreference-score.ts";
import { type PlacedMention, readGum } from "../support/gum-coreference.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";
import type { GoldSentence } from "../support/treebank.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    genre: { type: "string" },
    missed: { type: "boolean" },
    wrong: { type: "boolean" },
    spans: { type: "boolean" },
  },
});

const annotate = annotator(ontology, parser);
const documents = (positionals.length > 0 ? positionals : ["gum-dev"])
  .flatMap(readGum)
  .filter(({ genre }) => options.genre === undefined || genre === options.genre)
  .map((gum) => readDocument(gum, annotate));
if (documents.length === 0) throw new Error(`no document is of the genre "${options.genre}"`);

if (options.missed)
  print(
    documents
      .flatMap(missedLines)
      .sort(byKind)
      .flatMap(({ lines }) => lines),
  );
if (options.wrong) print(documents.flatMap(wrongLines));
if (options.spans) print(documents.flatMap(spanLines));
if (!options.missed && !options.wrong && !options.spans) print(tables());

interface KindLines {
  readonly kind: number;
  readonly lines: readonly string[];
}

function byKind(a: KindLines, b: KindLines): number {
  return a.kind - b.kind;
}

function missedLines(document: ReadDocument): readonly KindLines[] {
  const { gum, read } = document;
  return goldLinks(document)
    .filter(({ missed }) => missed !== undefined)
    .map(({ mention, antecedent, kind, missed, instead }) => {
      const other = instead
        ? ` "${wordsOf(instead, gum.sentences)}" (${instead.mention.reason ?? "no reason"})`
        : "";
      const own = read.find(({ sentence, head }) => sentence === mention.sentence && head === mention.head);
      const reason = own?.mention.reason ? ` [${own.mention.reason}]` : "";
      return {
        kind: LINK_KINDS.indexOf(kind),
        lines: [
          `${kind}: "${wordsOf(mention, gum.sentences)}" = "${wordsOf(antecedent, gum.sentences)}"; ours: ${missed}${other}${reason}`,
          ...sentenceLines(gum.id, gum.sentences, antecedent, mention),
        ],
      };
    });
}

function wrongLines(document: ReadDocument): readonly string[] {
  const { gum } = document;
  return readLinks(document)
    .filter(({ wrong }) => wrong !== undefined)
    .flatMap(({ mention, antecedent, kind, wrong }) => [
      `${kind}: "${wordsOf(mention, gum.sentences)}" = "${wordsOf(antecedent, gum.sentences)}" (${mention.mention.reason ?? "no reason"}); GUM: ${wrong}`,
      ...sentenceLines(gum.id, gum.sentences, antecedent, mention),
    ]);
}

function spanLines(document: ReadDocument): readonly string[] {
  const { sentences } = document.gum;
  return spanDifferences(document)
    .filter(({ how }) => how !== "the same")
    .map(
      ({ how, gold, ours }) => `${how}: "${wordsOf(ours, sentences)}"; GUM: "${wordsOf(gold, sentences)}"`,
    );
}

function sentenceLines(
  id: string,
  sentences: readonly GoldSentence[],
  ...[antecedent, mention]: readonly [PlacedMention, PlacedMention]
): readonly string[] {
  const between = mention.sentence - antecedent.sentence;
  const before = between === 0 ? [] : [`  ${sentences[antecedent.sentence]?.text}`];
  const gap = between > 1 ? [`  … ${between - 1} more`] : [];
  return [...before, ...gap, `  ${sentences[mention.sentence]?.text} [${id}-${mention.sentence + 1}]`, ""];
}

function wordsOf({ sentence, first, last }: PlacedMention, sentences: readonly GoldSentence[]): string {
  const words = sentences[sentence]?.words.slice(first, last + 1) ?? [];
  return words.map(({ form }) => form).join(" ");
}

function tables(): readonly string[] {
  const genres = [...new Set(documents.map(({ gum }) => gum.genre))].sort();
  const byGenre = genres.map((genre) =>
    row(
      genre,
      documents.filter(({ gum }) => gum.genre === genre),
      "words",
    ),
  );
  return [
    "| | documents | MUC P | R | F1 | B³ P | R | F1 | CEAF-e P | R | F1 | CoNLL | mentions P | R | F1 |",
    `|---${"|---:".repeat(14)}|`,
    row("all", documents, "words"),
    row("all, mentions matched by head word alone", documents, "head"),
    ...byGenre,
    "",
    ...goldTable(documents.flatMap(goldLinks)),
    "",
    ...readTable(documents.flatMap(readLinks)),
    "",
    ...spanTable(documents.flatMap(spanDifferences).map(({ how }) => how)),
  ];
}

function row(name: string, of: readonly ReadDocument[], matching: Matching): string {
  const { muc, bCubed, ceafE, mentions, conll } = coreferenceRates(
    of.map((each) => chainsOf(each, matching)),
  );
  const rates = ({ precision, recall, f1 }: Rates) => [precision, recall, f1];
  const values = [...rates(muc), ...rates(bCubed), ...rates(ceafE), conll, ...rates(mentions)];
  return `| ${[name, of.length, ...values.map((value) => (100 * value).toFixed(1))].join(" | ")} |`;
}

function goldTable(links: readonly GoldLink[]): readonly string[] {
  const misses: readonly Miss[] = ["no mention", "alone", "with others"];
  const line = (name: string, of: readonly GoldLink[]) => {
    const counts = misses.map((miss) => of.filter(({ missed }) => missed === miss).length);
    const found = of.filter(({ missed }) => missed === undefined).length;
    return `| ${[name, of.length, found, ...counts].join(" | ")} |`;
  };
  return [
    "| links of GUM, by head word | in GUM | found | not: no mention of ours | not: alone in our chain | not: with others |",
    `|---${"|---:".repeat(5)}|`,
    ...LINK_KINDS.map((kind) =>
      line(
        kind,
        links.filter((link) => link.kind === kind),
      ),
    ),
    line("all", links),
  ];
}

function readTable(links: readonly ReadLink[]): readonly string[] {
  const faults: readonly Wrong[] = ["no mention", "alone", "another chain"];
  const line = (name: string, of: readonly ReadLink[]) => {
    const counts = faults.map((fault) => of.filter(({ wrong }) => wrong === fault).length);
    const right = of.filter(({ wrong }) => wrong === undefined).length;
    return `| ${[name, of.length, right, ...counts].join(" | ")} |`;
  };
  return [
    "| links of ours, by head word | read | right | wrong: no mention in GUM | wrong: alone in GUM | wrong: in another chain |",
    `|---${"|---:".repeat(5)}|`,
    ...(["name", "nominal", "pronoun"] as const).map((kind) =>
      line(
        kind,
        links.filter((link) => link.kind === kind),
      ),
    ),
    line("all", links),
  ];
}

function spanTable(hows: readonly string[]): readonly string[] {
  return [
    "| words of mentions in chains on both sides | mentions |",
    "|---|---:|",
    ...[...new Set(hows)].sort().map((how) => `| ${how} | ${hows.filter((each) => each === how).length} |`),
  ];
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

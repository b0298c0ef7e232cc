// Prints how well events are read from the sentences of PLOVER-GSR, as tables in Markdown: `npm run score:events`.
// --half a|b    one half of the sentences, told by their texts: keep the other unread
// --misses      the events that were not found, with what was read from their sentences instead
// --wrong       the triples with a type that tell of no event of their sentence

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { annotator } from "../../src/annotate/index.ts";
import { bodyDocument } from "../../src/cli/document-line.ts";
import { extraction } from "../../src/extract/index.ts";
import type { AnnotatedDocument } from "../../src/model/annotated-document.ts";
import type { Mention } from "../../src/model/mention.ts";
import { type Span, spanOf } from "../../src/model/span.ts";
import { isAsserted } from "../../src/model/stance.ts";
import type { Rejection, Triple } from "../../src/model/triple.ts";
import {
  currentType,
  type EventRates,
  eventRates,
  type GoldEvent,
  halfOf,
  missedEvents,
  percentages,
  ratesByType,
  type ScoredSentence,
  type ScoredTriple,
  wrongTriples,
} from "../support/event-score.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";

const EVENTS = join(import.meta.dirname, "../../../shared/data/plover-gsr/events.jsonl");

/** A triple with a line for people. */
interface ReadTriple extends ScoredTriple {
  readonly shown: string;
}

interface ReadSentence extends ScoredSentence<ReadTriple> {
  readonly rejected: readonly Rejection[];
}

const { values: options } = parseArgs({
  options: { half: { type: "string" }, misses: { type: "boolean" }, wrong: { type: "boolean" } },
});
if (options.half !== undefined && !/^[ab]$/.test(options.half)) throw new Error("--half is a or b");

const annotate = annotator(ontology, parser);
const extract = extraction(ontology);
const sentences = goldSentences()
  .filter(([text]) => options.half === undefined || halfOf(text) === options.half)
  .map(([text, events]) => readSentence(text, events));
if (options.misses)
  print(missedEvents(sentences).flatMap(({ event, sentence }) => missLines(event, sentence)));
if (options.wrong) print(sentences.flatMap(wrongLines));
if (!options.misses && !options.wrong) print(tables());

/** The distinct sentences in the order of the file, each with its events. */
function goldSentences(): readonly (readonly [string, readonly GoldEvent[]])[] {
  const lines = readFileSync(EVENTS, "utf8").split("\n");
  const events = lines.filter((line) => line !== "").map((line) => eventOf(JSON.parse(line)));
  const texts = [...new Set(events.map(({ text }) => text))];
  return texts.map((text) => [text, events.filter((event) => event.text === text)]);
}

function eventOf(line: Readonly<Record<string, string | boolean | null>>): GoldEvent {
  const { id, text, source_text, target_text, event_code, reciprocal } = line;
  return {
    id: String(id),
    text: String(text),
    source: source_text ? String(source_text) : undefined,
    target: target_text ? String(target_text) : undefined,
    type: currentType(String(event_code)),
    reciprocal: reciprocal === true,
  };
}

function readSentence(text: string, events: readonly GoldEvent[]): ReadSentence {
  const document = annotate(bodyDocument("gsr", text));
  const { triples, rejected } = extract(document);
  return { text, events, triples: triples.map((triple) => scoredTriple(triple, document)), rejected };
}

function scoredTriple(triple: Triple, { mentions }: AnnotatedDocument): ReadTriple {
  const { subject, subjectSpan, object, objectSpan, predicate, stance, extractor } = triple;
  const actorOf = (id: number, span: Span | null) => {
    const mention = mentions[id] as Mention;
    return [mention.phrase, mention, ...(span ? [span] : [])].map(spanOf);
  };
  const type = predicate.open ? undefined : ontology.relations.get(predicate.name)?.plover;
  const target =
    object === null ? "-" : typeof object === "number" ? mentions[object]?.text : `"${object.value}"`;
  const relation = predicate.open ? `~${predicate.name}` : `${predicate.name} (${type ?? "no type"})`;
  const held = isAsserted(stance) ? "" : " | not asserted";
  return {
    subject: actorOf(subject, subjectSpan),
    object: typeof object === "number" ? actorOf(object, objectSpan) : undefined,
    type,
    shown: `${mentions[subject]?.text} | ${relation} | ${target}${held} [${extractor}]`,
  };
}

function missLines({ id, type, source, target }: GoldEvent, { text, triples, rejected }: ReadSentence) {
  return [
    `${id}: ${source ?? "?"} | ${type} | ${target ?? "-"}`,
    `  ${text}`,
    ...triples.map(({ shown }) => `  + ${shown}`),
    ...rejected.map((refusal) => `  x ${refusal.text} [${refusal.extractor}]: ${refusal.reason}`),
    "",
  ];
}

function wrongLines(sentence: ReadSentence): readonly string[] {
  const wrong = wrongTriples(sentence);
  if (wrong.length === 0) return [];
  return [
    sentence.text,
    ...wrong.map(({ shown }) => `  + ${shown}`),
    ...sentence.events.map(
      ({ type, source, target }) => `  gold: ${source ?? "?"} | ${type} | ${target ?? "-"}`,
    ),
    "",
  ];
}

function tables(): readonly string[] {
  const rows = [
    row("source, type, target", eventRates(sentences, { withType: true, untyped: false })),
    row("source, target; triples with a type", eventRates(sentences, { withType: false, untyped: false })),
    row("source, target; all triples", eventRates(sentences, { withType: false, untyped: true })),
  ];
  const types = [...ratesByType(sentences)].map(
    ([type, { events, found, triples, right }]) =>
      `| ${type} | ${events} | ${found} | ${triples} | ${right} |`,
  );
  return [
    `${sentences.length} sentences${options.half ? ` (half ${options.half})` : ""}`,
    "",
    "| scored | P | R | F1 | events | found | triples between two actors | right |",
    "|---|---|---|---|---|---|---|---|",
    ...rows,
    "",
    "| type | events | found | typed triples | right |",
    "|---|---|---|---|---|",
    ...types,
  ];
}

function row(name: string, rates: EventRates): string {
  const { precision, recall, f1 } = percentages(rates);
  const { events, found, triples, right } = rates;
  const percent = [precision, recall, f1].map((value) => value.toFixed(1));
  return `| ${[name, ...percent, events, found, triples, right].join(" | ")} |`;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

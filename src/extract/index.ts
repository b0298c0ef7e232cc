import type { AnnotatedDocument } from "../model/annotated-document.ts";
import type { Ontology } from "../model/ontology.ts";
import { quotesIn } from "../model/quotation.ts";
import { groupWithin, type Span } from "../model/span.ts";
import type { Extraction } from "../model/triple.ts";
import { clause, readClause } from "./clause.ts";
import { compound } from "./compound.ts";
import { type Effects, effectsOf } from "./effects.ts";
import type { Extractor, SentenceContext } from "./extractor.ts";
import { matchesOf } from "./matches.ts";
import { noun, readNoun } from "./noun.ts";
import { office } from "./office.ts";
import { open } from "./open.ts";
import { indexPatterns, nounPatterns, type PatternIndex } from "./patterns.ts";
import { place } from "./place.ts";
import { type Reading, readingsOf } from "./reading.ts";
import { reliabilityOf } from "./reliability.ts";
import { timesByHead } from "./times.ts";

/** Every construction that is read. */
export const extractors: readonly Extractor[] = [clause, noun, compound, office, place, open];

/** Which relations are read: those of the ontology, those in the words of the text, or both. */
export type Relations = "ontology" | "open" | "all";

/** Reads all that the extractors find in one document. */
export type Extract = (document: AnnotatedDocument) => Extraction;

/** A reader of triples that knows the wordings of an ontology; making one costs more than using it. */
export function extraction(ontology: Ontology, relations: Relations = "all"): Extract {
  const index = indexPatterns(ontology);
  const chosen = extractors.filter(
    (extractor) => relations === "all" || (extractor === open) === (relations === "open"),
  );
  return (document) => {
    const contexts = contextsOf(document, index);
    const results = contexts.flatMap((context) =>
      chosen.map((extractor) => ({ extractor: extractor.id, ...extractor.extract(context) })),
    );
    return {
      triples: results.flatMap(({ extractor, found }) =>
        found.map((triple) => ({
          ...triple,
          confidence: reliabilityOf(extractor, triple.stance),
          extractor,
        })),
      ),
      rejected: results.flatMap(({ extractor, refused }) =>
        refused.map((refusal) => ({ ...refusal, extractor })),
      ),
    };
  };
}

function contextsOf(document: AnnotatedDocument, index: PatternIndex): readonly SentenceContext[] {
  const { text, zones } = document.document;
  const read = readingsOf(document).map((reading) => {
    const { start, end } = reading.sentence;
    const matches = matchesOf(reading, index);
    const effects = effectsOf(reading, index, matches);
    return { start, end, reading, matches, effects, speakers: speakersIn(reading, effects) };
  });
  return groupWithin(zones, read).flatMap((inZone, i) => {
    const quotes = inZone.length > 0 ? quotesIn(text, zones[i] as Span) : [];
    const spoken = quotes.length > 0 ? inZone.flatMap(({ speakers }) => speakers) : [];
    return inZone.map(({ end, reading, matches, effects }): SentenceContext => {
      const times = timesByHead(reading, eventNouns(reading, index));
      const quoted = speakerAt(spoken, end);
      const before = { index, reading, matches, effects, times, quotes, quoted };
      const nouns = new Map(reading.phrases.map((phrase) => [phrase.head, readNoun(phrase, before)]));
      const context = { ...before, nouns };
      const results = reading.clauses.map((own) => [own.head, readClause(own, context)] as const);
      return {
        ...context,
        read: new Map(results.map(([head, { read }]) => [head, read])),
        worded: new Set(results.flatMap(([, { words }]) => words)),
      };
    });
  });
}

/** Nouns that may tell an event with a time of its own. */
function eventNouns({ phrases }: Reading, index: PatternIndex): ReadonlySet<number> {
  return new Set(
    phrases.filter(({ lemma }) => nounPatterns(index, lemma).length > 0).map(({ head }) => head),
  );
}

/** Somebody who says something, and where. */
interface Spoken extends Span {
  readonly mentions: readonly number[];
}

function speakersIn({ tokens }: Reading, effects: Effects): readonly Spoken[] {
  return [...effects.values()].flat().flatMap(({ stance, speakers, holder }) => {
    const { start = 0, end = 0 } = tokens[holder] ?? {};
    return stance.speaker && speakers.length > 0 ? [{ start, end, mentions: speakers }] : [];
  });
}

/** Who speaks in a paragraph, nearest before the end of a sentence; else the first after it. */
function speakerAt(spoken: readonly Spoken[], end: number): readonly number[] {
  const chosen = spoken.findLast(({ start }) => start < end) ?? spoken[0];
  return chosen?.mentions ?? [];
}

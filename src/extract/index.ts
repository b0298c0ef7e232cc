import type { AnnotatedDocument } from "../model/annotated-document.ts";
import type { Ontology } from "../model/ontology.ts";
import { groupWithin, type Span } from "../model/span.ts";
import type { Extraction } from "../model/triple.ts";
import { compound } from "./compound.ts";
import type { Extractor, SentenceContext } from "./extractor.ts";
import { office } from "./office.ts";
import { open } from "./open.ts";
import { place } from "./place.ts";
import { type Content, contentsOf, quotesIn } from "./stance.ts";
import { clausesOf } from "./subjects.ts";
import { type PhraseUnit, readingsOf } from "./units.ts";
import { verb } from "./verb.ts";
import { indexWordings } from "./wordings.ts";

/** Every construction that is read. */
export const extractors: readonly Extractor[] = [verb, compound, office, place, open];

/** Reads all that the extractors find in one document. */
export type Extract = (document: AnnotatedDocument) => Extraction;

/** A reader of triples that knows the wordings of an ontology; making one costs more than using it. */
export function extraction(ontology: Ontology): Extract {
  const index = indexWordings(ontology);
  return (document) => {
    const contexts = contextsOf(document, index);
    const results = contexts.flatMap((context) =>
      extractors.map((extractor) => ({ extractor: extractor.id, ...extractor.extract(context) })),
    );
    return {
      triples: results.flatMap(({ extractor, found }) => found.map((triple) => ({ ...triple, extractor }))),
      rejected: results.flatMap(({ extractor, refused }) =>
        refused.map((refusal) => ({ ...refusal, extractor })),
      ),
    };
  };
}

function contextsOf(
  document: AnnotatedDocument,
  index: SentenceContext["index"],
): readonly SentenceContext[] {
  const { text, zones } = document.document;
  const read = readingsOf(document).map((reading) => {
    const { start, end } = reading.sentence;
    const clauses = clausesOf(reading, index.opening);
    return { start, end, reading, clauses, contents: contentsOf(reading, clauses, index), index };
  });
  return groupWithin(zones, read).flatMap((inZone, i) => {
    const quotes = inZone.length > 0 ? quotesIn(text, zones[i] as Span) : [];
    const spoken = quotes.length > 0 ? inZone.flatMap(({ contents }) => contents.filter(isSpoken)) : [];
    return inZone.map(({ end, ...context }) => ({ ...context, quotes, quoted: speakerAt(spoken, end) }));
  });
}

function isSpoken({ stance, speakers }: Content): boolean {
  return stance.speaker && speakers.length > 0;
}

/** Who speaks in a paragraph, nearest before the end of a sentence; else the first after it. */
function speakerAt(spoken: readonly Content[], end: number): readonly PhraseUnit[] {
  const chosen = spoken.findLast(({ verb }) => verb.start < end) ?? spoken[0];
  return chosen?.speakers ?? [];
}

import type { AnnotatedDocument } from "../model/annotated-document.ts";
import type { Ontology } from "../model/ontology.ts";
import { contains, overlaps } from "../model/span.ts";
import type { Extraction } from "../model/triple.ts";
import { compound } from "./compound.ts";
import type { Extractor, SentenceContext } from "./extractor.ts";
import { office } from "./office.ts";
import { open } from "./open.ts";
import { place } from "./place.ts";
import { contentsOf, quotesIn } from "./stance.ts";
import { clausesOf } from "./subjects.ts";
import { type PhraseUnit, type Reading, readingsOf } from "./units.ts";
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
    const clauses = clausesOf(reading);
    return { reading, clauses, contents: contentsOf(reading, clauses, index), index };
  });
  return read.map((context) => {
    const zone = zones.find((candidate) => contains(candidate, context.reading.sentence));
    const quotes = zone ? quotesIn(text, zone) : [];
    return { ...context, quotes, quoted: quotes.length > 0 ? speakersIn(zone, read, context.reading) : [] };
  });
}

/** Who speaks in the same paragraph, nearest before the sentence or in it; else the first after it. */
function speakersIn(
  zone: { readonly start: number; readonly end: number } | undefined,
  read: readonly Pick<SentenceContext, "reading" | "contents">[],
  { sentence }: Reading,
): readonly PhraseUnit[] {
  if (!zone) return [];
  const near = read.filter(({ reading }) => overlaps(zone, reading.sentence));
  const spoken = near.flatMap(({ contents }) =>
    contents.filter(({ stance, speakers }) => stance.speaker && speakers.length > 0),
  );
  const chosen = spoken.findLast(({ verb }) => verb.start < sentence.end) ?? spoken[0];
  return chosen?.speakers ?? [];
}

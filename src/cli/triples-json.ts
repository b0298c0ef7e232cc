import type { AnnotatedDocument } from "../model/annotated-document.ts";
import { toJson } from "../model/clean-text.ts";
import type { Ontology } from "../model/ontology.ts";
import { spanOf } from "../model/span.ts";
import type { TimeExpression } from "../model/time.ts";
import type { Predicate, Triple } from "../model/triple.ts";
import { mentionRecords } from "./annotation-json.ts";

/** The triples of one document with its mentions, as a JSON object on one line. Spans are half-open, in UTF-16 code units of its text. */
export function triplesJson(
  { document, sentences, mentions }: AnnotatedDocument,
  triples: readonly Triple[],
  ontology: Ontology,
): string {
  const { id, published, outlet } = document;
  const object = {
    document: id,
    published,
    outlet,
    sentences: sentences.length,
    mentions: mentionRecords(mentions),
    triples: triples.map((triple) => tripleRecord(triple, ontology)),
  };
  return `${toJson(object)}\n`;
}

/** What stands in the place of a document that could not be read, as a JSON object on one line. */
export function refusalJson(id: string, reason: string): string {
  return `${toJson({ document: id, error: reason })}\n`;
}

function tripleRecord(triple: Triple, ontology: Ontology): object {
  const { polarity, certainty, temporality, modality, speakers } = triple.stance;
  return {
    sentence: spanOf(triple.sentence),
    subject: triple.subject,
    subjectSpan: spanOf(triple.subjectSpan),
    predicate: predicateRecord(triple.predicate, ontology),
    object: triple.object,
    objectSpan: triple.objectSpan && spanOf(triple.objectSpan),
    arguments: triple.arguments.map(({ role, span }) => ({ role, span: spanOf(span) })),
    ...{ polarity, certainty, temporality, modality, speakers },
    time: triple.time ? timeRecord(triple.time) : undefined,
    confidence: triple.confidence,
    extractor: triple.extractor,
  };
}

/** An open relation has no `plover`, and neither has one of the ontology that fits no category. */
function predicateRecord({ start, end, text, name, open }: Predicate, { relations }: Ontology): object {
  const plover = open ? undefined : relations.get(name)?.plover;
  return { start, end, text, name, relation: name, plover, open };
}

/** `start` and `end` are days; both are absent where the words count from a date that the document does not have. */
function timeRecord({ text, value }: TimeExpression): object {
  return { start: value?.start, end: value?.end, text };
}

import type { AnnotatedDocument } from "../model/annotated-document.ts";
import type { Mention } from "../model/mention.ts";
import { spanOf } from "../model/span.ts";

/** One document with all that was found in it, as a JSON object on one line. Spans are half-open, in UTF-16 code units of `text`. */
export function annotationJson({ document, sentences, mentions, times }: AnnotatedDocument): string {
  const { id, text, zones } = document;
  const object = {
    document: id,
    text,
    zones: zones.map(({ kind, start, end }) => ({ kind, start, end })),
    sentences: sentences.map(({ start, end, tokens, markings }) => ({
      start,
      end,
      tokens: tokens.map(({ start, end, form, lemma, upos, xpos, head, deprel }) => ({
        ...{ start, end, form, lemma, upos, xpos, head, deprel },
      })),
      markings: markings.map(({ start, end, type, named }) => ({ start, end, type, named })),
    })),
    mentions: mentionRecords(mentions),
    times: times.map(({ start, end, text, kind, iso, value, grain }) => ({
      ...{ start, end, text, kind, iso, value, grain },
    })),
  };
  return `${JSON.stringify(object)}\n`;
}

/** Mentions as all JSON of the command line has them; `type` is absent where the text does not tell it. */
export function mentionRecords(mentions: readonly Mention[]): readonly object[] {
  return mentions.map(({ id, start, end, text, kind, type, head, chain }) => ({
    ...{ id, start, end, text, kind, type, head: spanOf(head), chain },
  }));
}

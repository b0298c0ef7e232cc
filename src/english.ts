/**
 * The reading of English alone: text in, sentences with tags, lemmas, dependency trees and mentions out.
 *
 * Works in Node and in a browser's worker. The bytes of the weights are the caller's to fetch: they lie in the package as
 * `whosays/weights/default.weights` and `whosays/weights/fast.weights`, under CC BY-SA 4.0.
 */
import type { Parser } from "./annotate/parser/parser.ts";
import { findSentences } from "./annotate/sentences.ts";
import type { Sentence } from "./model/annotated-document.ts";

export {
  openParser,
  type ParsedMention,
  type ParsedSentence,
  type ParsedWord,
  type Parser,
} from "./annotate/parser/parser.ts";
export { WeightsError } from "./annotate/parser/weights.ts";
export type { Marking, Sentence, Token } from "./model/annotated-document.ts";
export { type Features, featuresOf } from "./model/morphology.ts";

/** The sentences of a text, in its order; offsets are half-open and count UTF-16 code units. */
export function readEnglish(text: string, parser: Parser): readonly Sentence[] {
  const zones = [{ kind: "body", start: 0, end: text.length }] as const;
  return findSentences({ id: "text", text, zones }, parser).sentences;
}

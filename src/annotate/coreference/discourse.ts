import type { Sentence } from "../../model/annotated-document.ts";
import type { SentenceClauses } from "../../model/clause.ts";
import type { Mention } from "../../model/mention.ts";
import type { Ontology } from "../../model/ontology.ts";
import type { Span } from "../../model/span.ts";
import type { Placed } from "./placed.ts";

/** A document while its references are looked for, mention after mention in the order of the text. */
export interface Discourse {
  readonly ontology: Ontology;
  readonly sentences: readonly Sentence[];
  readonly clauses: readonly SentenceClauses[];
  /** Stretches in quotation marks. */
  readonly quotes: readonly Span[];
  /** By sentence, in the order of the text. */
  readonly placed: readonly (readonly Placed[])[];
  /** Mentions that have been found to refer, by id, with the chain that they were put into. */
  readonly found: ReadonlyMap<number, Mention>;
}

/** The chain that a mention belongs to by now. */
export function chainOf({ found }: Discourse, { id, chain }: Mention): number {
  return found.get(id)?.chain ?? chain;
}

/** The quotation that a mention stands in. */
export function quoteAround({ quotes }: Discourse, { start, end }: Span): Span | undefined {
  return quotes.find((quote) => quote.start <= start && end <= quote.end);
}

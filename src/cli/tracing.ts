import { annotator } from "../annotate/index.ts";
import type { Parser } from "../annotate/parser/parser.ts";
import { extraction } from "../extract/index.ts";
import { claimsOf, settle } from "../merge/index.ts";
import type { AnnotatedDocument, Sentence, Token } from "../model/annotated-document.ts";
import type { Claim } from "../model/claim.ts";
import type { Document, ZoneKind } from "../model/document.ts";
import type { Mention } from "../model/mention.ts";
import type { Ontology } from "../model/ontology.ts";
import type { Overrides } from "../model/overrides.ts";
import { contains, type Span, slice } from "../model/span.ts";
import { isAsserted, type Stance } from "../model/stance.ts";
import type { DayRange, TimeKind } from "../model/time.ts";
import type { Rejection, Triple } from "../model/triple.ts";
import { type Resolution, resolve } from "../resolve/resolve.ts";
import { clauseLines } from "./clause-text.ts";

/** Every decision about one sentence. */
export interface SentenceTrace {
  /** Counted from 1 in the document. */
  readonly number: number;
  readonly zone: ZoneKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly tokens: readonly Pick<Token, "form" | "lemma" | "upos" | "xpos" | "head" | "deprel">[];
  /** The clauses and noun phrases read off the tree, a line each. */
  readonly clauses: readonly string[];
  /** What the language model marks as mentions, with its types. */
  readonly markings: readonly { readonly text: string; readonly type: string }[];
  readonly mentions: readonly MentionTrace[];
  readonly times: readonly {
    readonly text: string;
    readonly value?: DayRange | undefined;
    readonly kind: TimeKind;
    readonly iso?: string | undefined;
    readonly grain?: string | undefined;
  }[];
  readonly triples: readonly TripleTrace[];
  readonly rejected: readonly Pick<Rejection, "extractor" | "text" | "wording" | "reason">[];
}

/** A mention, who it is taken for, and why. */
export interface MentionTrace {
  readonly text: string;
  readonly kind: string;
  readonly type?: string | undefined;
  /** The id of the entity; absent for a pronoun that stands alone. */
  readonly entity?: string | undefined;
  readonly reason?: string | undefined;
  /** What corrections by hand made of it; absent where they left it alone. */
  readonly corrections?: readonly string[];
}

/** What an extractor read, how it is held, and what merging made of it. */
export interface TripleTrace {
  readonly extractor: string;
  readonly subject: string;
  readonly relation: string;
  /** Empty where the clause has none. */
  readonly object: string;
  readonly arguments: readonly { readonly role: string; readonly text: string }[];
  readonly reason: string;
  readonly stance: Stance<string>;
  readonly stanceReasons: readonly string[];
  readonly time?: string | undefined;
  /** When it is said, where that alone is told. */
  readonly said?: string | undefined;
  readonly confidence: number;
  readonly asserted: boolean;
  /** The claim it is evidence of. */
  readonly claim?: { readonly id: string; readonly event: string; readonly evidence: number } | undefined;
  /** Why merging left it out. */
  readonly rejected?: string | undefined;
}

/** Traces every sentence of a document, in their order. */
export function traceOf(
  document: Document,
  ontology: Ontology,
  parser: Parser,
  overrides?: Overrides,
): readonly SentenceTrace[] {
  const annotated = annotator(ontology, parser)(document);
  const { triples, rejected } = extraction(ontology)(annotated);
  const resolution = resolve([annotated], ontology, overrides);
  const entityOf = (mention: number) => resolution.entityOf(document.id, mention);
  const { claims, outcomes } = claimsOf(annotated, triples, entityOf, ontology);
  const settled = new Map(settle(claims, [document], []).map((claim) => [claim.id, claim]));
  const traced = triples.map((triple, i) => ({ triple, outcome: outcomes[i] ?? { rejected: "not merged" } }));
  return annotated.sentences.map((sentence, i) => ({
    number: i + 1,
    ...describe(sentence, annotated),
    clauses: clauseLines(sentence, annotated.clauses[i] ?? { clauses: [], phrases: [] }),
    mentions: mentionsIn(sentence, annotated, resolution),
    triples: traced
      .filter(({ triple }) => contains(sentence, triple.sentence))
      .map(({ triple, outcome }) => tripleTrace(triple, outcome, annotated, settled)),
    rejected: rejected.filter((refusal) => contains(sentence, refusal)).map(refusalTrace),
  }));
}

function describe(sentence: Sentence, { document, times }: AnnotatedDocument) {
  const { start, end, zone } = sentence;
  return {
    zone,
    start,
    end,
    text: slice(document.text, sentence),
    tokens: sentence.tokens.map(({ form, lemma, upos, xpos, head, deprel }) => ({
      ...{ form, lemma, upos, xpos, head, deprel },
    })),
    markings: sentence.markings.map((marking) => ({
      text: slice(document.text, marking),
      type: marking.type,
    })),
    times: times
      .filter((time) => contains(sentence, time))
      .map(({ text, kind, iso, value, grain }) => ({ text, kind, iso, value, grain })),
  };
}

function mentionsIn(
  sentence: Span,
  annotated: AnnotatedDocument,
  resolution: Resolution,
): readonly MentionTrace[] {
  return annotated.mentions
    .filter((mention) => contains(sentence, mention))
    .map(({ id, text, kind, type, reason }) => {
      const corrections = resolution.correctionsOf(annotated.document.id, id);
      return {
        ...{ text, kind, type },
        entity: resolution.entityOf(annotated.document.id, id),
        reason,
        ...(corrections.length > 0 ? { corrections } : {}),
      };
    });
}

function tripleTrace(
  triple: Triple,
  outcome: { readonly claim: string } | { readonly rejected: string },
  { document, mentions }: AnnotatedDocument,
  settled: ReadonlyMap<string, Claim>,
): TripleTrace {
  const { predicate, object, stance, time, said } = triple;
  const textOf = (mention: number) => (mentions[mention] as Mention).text;
  const claim = "claim" in outcome ? settled.get(outcome.claim) : undefined;
  return {
    extractor: triple.extractor,
    subject: textOf(triple.subject),
    relation: predicate.open ? `~${predicate.name}` : predicate.name,
    object: object === null ? "" : typeof object === "number" ? textOf(object) : object.value,
    arguments: triple.arguments.map(({ role, span }) => ({ role, text: slice(document.text, span) })),
    reason: triple.reason,
    stance: { ...stance, speakers: stance.speakers.map(textOf) },
    stanceReasons: triple.stanceReasons,
    time: time?.text,
    said: said?.text,
    confidence: triple.confidence,
    asserted: claim !== undefined && isAsserted(claim.stance),
    claim: claim && { id: claim.id, event: claim.event, evidence: claim.evidence.length },
    rejected: "rejected" in outcome ? outcome.rejected : undefined,
  };
}

function refusalTrace({ extractor, text, wording, reason }: Rejection) {
  return { extractor, text, wording, reason };
}

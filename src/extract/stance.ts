import type { Clause, Tie } from "../model/clause.ts";
import { contains, type Span } from "../model/span.ts";
import type { Effect, Effects } from "./effects.ts";
import { CONDITIONS, hanging, isDefinite, isPresent, isStatement } from "./hanging.ts";
import { Held, type HeldStance } from "./held.ts";
import { doubts, hasCondition, hedges, isQuestion, modality, ownForm } from "./own-words.ts";
import { type Reading, spanBetween, tieAt } from "./reading.ts";

/** What a sentence offers to judge a stance by. */
export interface StanceContext {
  readonly reading: Reading;
  readonly effects: Effects;
  /** Stretches of the paragraph in quotation marks. */
  readonly quotes: readonly Span[];
  /** The mentions of those who are quoted in the paragraph. */
  readonly quoted: readonly number[];
}

/**
 * How what a token tells is held: by its own words, and by all that stands above it in the sentence.
 *
 * @param lasting whether it tells where places lie
 * @param there whether it tells of something that is there, not of an event that may come about or not
 */
export function stanceOf(head: number, context: StanceContext, lasting = false, there = false): HeldStance {
  const { reading, effects } = context;
  const held = new Held();
  ownWords(head, context, held);
  let at = head;
  let settled = there;
  let passing = false;
  for (let steps = 0; steps <= reading.tokens.length; steps++) {
    const tie = tieAt(reading, at);
    const own = effects.get(at) ?? [];
    // Where places lie is told in passing, by the writer, whoever is speaking.
    for (const effect of own) if (!(lasting && settled)) apply(effect, at, settled, context, held);
    const spoken = !settled && own.some(({ stance }) => stance.speaker);
    // Behind a semicolon the writer speaks again: "…, he said; the army denied it".
    if (!tie || (tie.bond === "aside" && isParted(at, tie.head, reading))) break;
    // What stands before a quotation is not a part of it, though the tree may hang it on what is quoted.
    if (isBeforeQuote(at, tie, context)) break;
    if (!settled) {
      // "accused by Kenya of": the parser may hang what is said on a noun of the clause.
      const holding = own.some(({ holder }) => holder === tie.head || !reading.clauseAt[tie.head]);
      if (!holding) hanging(at, tie, reading, held);
      settled = leaving(at, tie, holding ? own : undefined, context, held);
      if (spoken) held.leaveSpeech();
    }
    passing ||= /^(?:relative|apposition)$/.test(tie.bond);
    // "He said that Mali, which is poor, will pay": the writer says that it is poor (Potts 2005).
    if (tie.bond === "relative" && isAppended(at, tie.head, reading)) break;
    at = tie.head;
  }
  // "Reportedly, …": at the front it is said of the whole sentence, but for what is told in passing.
  if (!passing) hedges({ adverbs: [reading.tokens[0]?.form.toLowerCase() ?? ""] }, held);
  if (!held.isSpoken) quotation(head, context, held);
  return held.result();
}

/** Whether a comma parts a relative clause from its noun, so that the noun is told without it. */
function isAppended(at: number, noun: number, { tokens }: Reading): boolean {
  const relative = tokens.findIndex(
    ({ form }, i) => i > noun && i < at && /^(?:who|whom|whose|which|where)$/i.test(form),
  );
  return relative > 0 && [1, 2].some((back) => tokens[relative - back]?.form === ",");
}

function isParted(at: number, above: number, { tokens }: Reading): boolean {
  return tokens.slice(Math.min(at, above), Math.max(at, above)).some(({ form }) => form === ";");
}

/**
 * How a noun phrase’s own claim is held ("US-backed forces"): in the writer’s words, or those of who is quoted.
 *
 * @param lasting whether it tells where places lie, whoever says so
 */
export function stanceOfPhrase(head: number, context: StanceContext, lasting = false): HeldStance {
  const held = new Held();
  if (isQuestion(context.reading)) held.put({ certainty: "underspecified" }, "question");
  if (!lasting) quotation(head, context, held);
  return held.result();
}

function ownWords(head: number, context: StanceContext, held: Held): void {
  const { reading } = context;
  const clause = clauseAt(head, context);
  const phrase = reading.phraseAt[head];
  if (clause) ownForm(clause, reading, held);
  else if (phrase) doubts(phrase, reading, held);
  if (isQuestion(reading)) held.put({ certainty: "underspecified" }, "question");
}

/** A clause with its modal as it is meant: in "announced that it would leave", "would" is the future, seen from then. */
function clauseAt(head: number, { reading, effects }: StanceContext): Clause | undefined {
  const clause = reading.clauseAt[head];
  if (clause?.modal !== "conditional" || hasCondition(clause)) return clause;
  const told = (effects.get(head) ?? []).some(
    ({ stance, holder }) => stance.speaker && reading.clauseAt[holder]?.past,
  );
  return told ? { ...clause, modal: "future" } : clause;
}

/** What is said of something speaks through to it; what is tried or denied does not reach what is taken for granted. */
function apply(effect: Effect, at: number, settled: boolean, context: StanceContext, held: Held): void {
  const { stance, speakers, reason, holder } = effect;
  if (settled && !stance.speaker) return;
  const { speaker, polarity, certainty, temporality, modality: mood } = stance;
  const axes = { polarity, certainty, temporality, modality: mood };
  const set = Object.fromEntries(Object.entries(axes).filter(([, value]) => value !== undefined));
  held.put(settled ? {} : set, reason);
  if (speaker) {
    if (speakers.length > 0) held.say(speakers, reason, isAlleged(at, context) ? undefined : holder);
    else held.put({ certainty: "underspecified" }, `${reason}, nobody named`);
  }
  const above = tieAt(context.reading, at)?.head === holder ? undefined : clauseAt(holder, context);
  if (above && !settled) embedding(above, speaker, held);
}

/** "accused them of backing", "blamed them for": told of what is past, at whatever time. */
function isAlleged(at: number, { reading }: StanceContext): boolean {
  return /^(?:of|for|over|about|in|on|with)$/.test(tieAt(reading, at)?.marker ?? "");
}

/**
 * What the clause above does by its own negation and modality when one leaves for it.
 *
 * @param holding what holds the one below, where a wording of the clause above does
 * @returns whether what is below is settled: taken for granted whatever stands higher up, but for who says it
 */
function leaving(
  at: number,
  tie: Tie,
  holding: readonly Effect[] | undefined,
  context: StanceContext,
  held: Held,
): boolean {
  const { reading } = context;
  const above = clauseAt(tie.head, context);
  const clause = reading.clauseAt[at];
  const phrase = reading.phraseAt[at];
  if (holding) {
    if (above)
      embedding(
        above,
        holding.some(({ stance }) => stance.speaker),
        held,
        phrase?.determiner === "no",
      );
    return false;
  }
  switch (tie.bond) {
    case "conjunct":
      if (above && clause && isShared(clause, above)) {
        const shared = clause.adverbs.includes("or")
          ? ({ polarity: "negative" } as const)
          : ({ certainty: "underspecified" } as const);
        if (above.negated && !clause.negated) held.put(shared, "shares the negation of the verb before");
        if (above.modal && above.modal !== clause.modal) modality(above.modal, held);
        hedges(above, held);
      }
      return false;
    case "relative":
    case "apposition":
    case "owner":
    case "aside":
      return true;
    case "attribute":
      return (
        clause !== undefined && clause.form !== "infinitive" && tie.marker === "" && !isStatement(clause, at)
      );
    case "adverbial":
      if (CONDITIONS.has(tie.marker)) return true;
      // "will become law after the court rules": the present tense tells of what is to come.
      if (clause && above && isAwaited(clause, tie.marker, above)) modality("future", held);
      if (clause && (clause.form === "finite" || tie.marker === "after")) return true;
      if (above) embedding(above, true, held);
      return false;
    case "content":
      if (above) embedding(above, true, held);
      return false;
    default:
      if (!clause && phrase && (isDefinite(phrase) || !above))
        return phrase !== undefined && isDefinite(phrase);
      if (above) embedding(above, false, held, phrase?.determiner === "no");
      return false;
  }
}

function isAwaited(clause: Clause, marker: string, above: Clause): boolean {
  const later = /^(?:future|conditional)$/.test(above.modal ?? "");
  return later && isPresent(clause) && /^(?:after|before|until|till|once|as soon as)$/.test(marker);
}

/** A verb behind "and" with no subject of its own shares the helping verbs of the first. */
function isShared(clause: Clause, above: Clause): boolean {
  return clause.topics.length > 0 && clause.topics[0] === above.topics[0] && clause.first === clause.head;
}

/** The negation and modality of a verb reach what it holds; of what is not or may not be said, nothing is known. */
function embedding({ negated, modal, adverbs }: Clause, speaker: boolean, held: Held, nothing = false): void {
  // "launched no attack" denies it once, though both verb and noun show it.
  if (negated && !nothing) {
    held.put(
      speaker ? { certainty: "underspecified" } : { polarity: "negative" },
      "the verb above is negated",
    );
  }
  if (modal && speaker) held.put({ certainty: "underspecified" }, "the verb above has a modal");
  if (modal) modality(modal, held);
  hedges({ adverbs }, held);
}

function isBeforeQuote(at: number, { head, bond, marker }: Tie, context: StanceContext): boolean {
  const loose = /^(?:aside|content)$/.test(bond) && marker === "" && at < head;
  return (
    loose &&
    context.reading.clauseAt[at]?.form === "finite" &&
    isQuoted(head, context) &&
    !isQuoted(at, context)
  );
}

function isQuoted(token: number, { reading, quotes }: StanceContext): boolean {
  const span = spanBetween(reading, token, token);
  return quotes.some((quote) => contains(quote, span));
}

function quotation(head: number, context: StanceContext, held: Held): void {
  if (!isQuoted(head, context)) return;
  const { quoted } = context;
  if (quoted.length > 0) held.say(quoted, "in quotation marks");
  else held.put({ certainty: "underspecified" }, "in quotation marks, nobody named");
}

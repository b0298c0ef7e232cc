import type { Clause, Modal, NounPhrase, Tie } from "../model/clause.ts";
import { contains, type Span } from "../model/span.ts";
import type { Certainty } from "../model/stance.ts";
import type { Effect, Effects } from "./effects.ts";
import { type Change, Held, type HeldStance } from "./held.ts";
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

const CONDITIONS = new Set([
  "if",
  "unless",
  "lest",
  "provided",
  "supposing",
  "assuming",
  "in case",
  "even if",
  "only if",
]);
/** With a verb in the present these open a condition: "When Iran attacks Israel, …". */
const WHENEVER = new Set("when whenever once until".split(" "));
/** What these open has come about, whatever becomes of the clause above. */
const FACTIVE = new Set(
  "after as because since while although though when where whereas once until before even though by upon on in despite following amid and but so with".split(
    " ",
  ),
);
const DENYING = new Set(["without", "instead of", "rather than"]);
/** Prepositions before a noun that tells an event which has come about. */
const TEMPORAL = new Set(
  "after following during since amid despite before in with as by on at upon over because of due to from through under until".split(
    " ",
  ),
);
const HEDGES: ReadonlyMap<string, Certainty> = new Map(
  Object.entries({
    underspecified:
      "reportedly allegedly apparently supposedly purportedly almost nearly hardly barely rarely seldom scarcely",
    probable: "probably likely presumably",
    possible: "possibly perhaps maybe potentially",
  }).flatMap(([certainty, words]) => words.split(" ").map((word) => [word, certainty as Certainty] as const)),
);
/** What an adjective or an article says of the event that its noun tells. */
const DOUBTS: ReadonlyMap<string, Change> = new Map<string, Change>([
  ["no", { polarity: "negative" }],
  ...changes(
    "alleged reported suspected supposed purported so-called few any hypothetical failed foiled abortive",
    {
      certainty: "underspecified",
    },
  ),
  ...changes("possible potential threatened feared", { certainty: "possible" }),
  ...changes("planned proposed would-be", { temporality: "future", modality: "intended" }),
  ...changes("future impending imminent looming upcoming pending", { temporality: "future" }),
  ["attempted", { modality: "intended" }],
]);

function changes(words: string, change: Change): readonly (readonly [string, Change])[] {
  return words.split(" ").map((word) => [word, change]);
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
  ownWords(head, reading, held);
  let at = head;
  let settled = there;
  for (let steps = 0; steps <= reading.tokens.length; steps++) {
    const tie = tieAt(reading, at);
    const own = effects.get(at) ?? [];
    // Where places lie is told in passing, by the writer, whoever is speaking.
    for (const effect of own) if (!(lasting && settled)) apply(effect, at, settled, reading, held);
    // Behind a semicolon the writer speaks again: "…, he said; the army denied it".
    if (!tie || (tie.bond === "aside" && isParted(at, tie.head, reading))) break;
    if (!settled) {
      // "accused by Kenya of": the parser may hang what is said on a noun of the clause.
      const holding = own.some(({ holder }) => holder === tie.head || !reading.clauseAt[tie.head]);
      if (!holding) hanging(at, tie, reading, held);
      settled = leaving(at, tie, holding ? own : undefined, reading, held);
    }
    at = tie.head;
  }
  if (!held.isSpoken) quotation(head, context, held);
  return held.result();
}

function isParted(at: number, above: number, { tokens }: Reading): boolean {
  return tokens.slice(Math.min(at, above), Math.max(at, above)).some(({ form }) => form === ";");
}

/** How a noun phrase’s own claim is held ("US-backed forces"): in the writer’s words, or those of who is quoted or said to say so. */
export function stanceOfPhrase(head: number, context: StanceContext): HeldStance {
  const held = new Held();
  if (isQuestion(context.reading)) held.put({ certainty: "underspecified" }, "question");
  quotation(head, context, held);
  return held.result();
}

function ownWords(head: number, reading: Reading, held: Held): void {
  const clause = reading.clauseAt[head];
  const phrase = reading.phraseAt[head];
  if (clause) ownForm(clause, reading, held);
  else if (phrase) doubts(phrase, reading, held);
  if (isQuestion(reading)) held.put({ certainty: "underspecified" }, "question");
  // "Reportedly, …": at the front it is said of the whole sentence.
  hedges({ adverbs: [reading.tokens[0]?.form.toLowerCase() ?? ""] }, held);
}

function ownForm(clause: Clause, reading: Reading, held: Held): void {
  if (clause.negated) held.put({ polarity: "negative" }, "negated");
  const inverted = isInverted(clause, reading);
  if (clause.modal && !inverted) modality(clause.modal, held);
  hedges(clause, held);
  const former = reading.phraseAt[clause.head]?.modifiers.find((token) =>
    isFormer(reading.tokens[token]?.form ?? ""),
  );
  if (clause.kind === "copula" && former !== undefined)
    held.put({ certainty: "underspecified" }, "no longer or not yet");
  if (isEither(clause, reading)) held.put({ certainty: "underspecified" }, '"or" between the nouns');
  if (hasCondition(clause) || inverted) {
    held.put({ modality: "conditional", certainty: "possible" }, "condition");
  }
}

function hedges({ adverbs }: Pick<Clause, "adverbs">, held: Held): void {
  for (const adverb of adverbs) {
    const certainty = HEDGES.get(adverb);
    if (certainty) held.put({ certainty }, `"${adverb}"`);
  }
}

function modality(modal: Modal, held: Held): void {
  if (modal === "future") held.put({ temporality: "future" }, "future");
  if (modal === "possible") held.put({ certainty: "possible" }, "modal of possibility");
  if (modal === "demanded") held.put({ modality: "demanded", temporality: "future" }, "modal of duty");
  if (modal === "conditional") held.put({ modality: "conditional", certainty: "possible" }, "would");
}

function hasCondition({ complements }: Clause): boolean {
  return complements.some(
    ({ marker, bond }) => bond === "adverbial" && /^(?:if|unless|provided|only if)$/.test(marker),
  );
}

/** Words that say of a holder of an office that it is not held now. */
export function isFormer(word: string): boolean {
  return /^(?:former|ex|late|then|future|would-be|acting|self-declared|designate|elect|onetime|erstwhile)$/i.test(
    word,
  );
}

/** "Either Iran or Russia attacked": one of them. */
function isEither({ subjects, objects }: Clause, { tokens }: Reading): boolean {
  return [subjects, objects].some((heads) => {
    const [first, last] = [heads[0], heads.at(-1)];
    if (first === undefined || last === undefined || first >= last) return false;
    return tokens
      .slice(first + 1, last)
      .some(({ lemma, deprel }) => lemma === "or" && deprel.startsWith("cc"));
  });
}

/** "Had Iran attacked, …" */
function isInverted({ first, topics, head }: Clause, reading: Reading): boolean {
  const { tokens } = reading;
  const topic = topics[0];
  const between = topic !== undefined && first < topic && topic < head;
  const opens = first === 0 || /^[,;“"]$/.test(tokens[first - 1]?.form ?? "");
  return between && opens && /^(?:had|were|should)$/i.test(tokens[first]?.form ?? "") && !isQuestion(reading);
}

/** "an alleged attack", "no attack" */
function doubts({ modifiers, determiner }: NounPhrase, { tokens }: Reading, held: Held): void {
  for (const word of [...modifiers.map((token) => tokens[token]?.form.toLowerCase() ?? ""), determiner]) {
    const change = DOUBTS.get(word);
    if (change) held.put(change, `"${word}" in the phrase`);
  }
}

function isQuestion({ tokens }: Reading): boolean {
  return tokens.slice(-2).some(({ form }) => form.includes("?"));
}

/** What is said of something speaks through to it; what is tried or denied does not reach what is taken for granted. */
function apply(effect: Effect, at: number, settled: boolean, reading: Reading, held: Held): void {
  const { stance, speakers, reason, holder } = effect;
  if (settled && !stance.speaker) return;
  const { speaker, polarity, certainty, temporality, modality: mood } = stance;
  const axes = { polarity, certainty, temporality, modality: mood };
  const set = Object.fromEntries(Object.entries(axes).filter(([, value]) => value !== undefined));
  held.put(settled ? {} : set, reason);
  if (speaker) {
    if (speakers.length > 0) held.say(speakers, reason);
    else held.put({ certainty: "underspecified" }, `${reason}, nobody named`);
  }
  const above = tieAt(reading, at)?.head === holder ? undefined : reading.clauseAt[holder];
  if (above && !settled) embedding(above, speaker, held);
}

/** What the way in which something hangs does to it, where no wording tells. */
function hanging(at: number, tie: Tie, reading: Reading, held: Held): void {
  const clause = reading.clauseAt[at];
  if (!clause) {
    nounHanging(at, tie, reading, held);
    return;
  }
  const { marker } = tie;
  const unsure = { certainty: "underspecified" } as const;
  switch (tie.bond) {
    case "content":
      if (isSupposed(tie.head, reading))
        held.put({ modality: "conditional", certainty: "possible" }, "condition");
      else if (marker === "to" || clause.form === "infinitive")
        held.put({ modality: "intended" }, "infinitive: what is meant to come about");
      else held.put(unsure, "content of a verb that says nothing of its truth");
      return;
    case "adverbial":
    case "oblique":
      if (CONDITIONS.has(marker) || (WHENEVER.has(marker) && isPresent(clause))) {
        held.put({ modality: "conditional", certainty: "possible" }, "condition");
      } else if (DENYING.has(marker)) held.put({ polarity: "negative" }, `"${marker}"`);
      else if (marker === "to") held.put({ modality: "intended" }, "infinitive: what is meant to come about");
      else if (/^(?:as if|as though|like|than)$/.test(marker)) held.put(unsure, `"${marker}"`);
      else if (marker !== "" && !marker.split(" ").every((word) => FACTIVE.has(word)))
        held.put(unsure, `"${marker}" before the verb`);
      return;
    case "attribute":
      if (clause.form === "infinitive" || marker === "to")
        held.put({ modality: "intended" }, "infinitive: what is meant to come about");
      else if (marker !== "" || isStatement(clause, at)) held.put(unsure, "a clause behind a noun");
      return;
    case "subject":
      if (clause.form !== "finite" || marker !== "") held.put(unsure, "a clause as the subject");
      return;
    default:
      return;
  }
}

/** "allegations Iran tried to": a finite clause with a subject other than its noun. */
function isStatement({ form, topics, passive, above }: Clause, at: number): boolean {
  return (
    form === "finite" && !passive && topics.some((topic) => topic < at) && !topics.includes(above?.head ?? -1)
  );
}

function isPresent({ past, modal, form }: Clause): boolean {
  return !past && !modal && form === "finite";
}

/** "Provided that", "Supposing" */
function isSupposed(head: number, { tokens }: Reading): boolean {
  return /^(?:provided|providing|supposing|suppose|assuming|granted|imagine)$/i.test(
    tokens[head]?.form ?? "",
  );
}

/** An event that a noun tells has come about where it is taken for granted, or where its verb says so. */
function nounHanging(at: number, tie: Tie, reading: Reading, held: Held): void {
  const phrase = reading.phraseAt[at];
  if (!phrase || tie.bond === "apposition" || tie.bond === "conjunct") return;
  const unsure = { certainty: "underspecified" } as const;
  const underNoun = reading.clauseAt[tie.head] === undefined;
  if (tie.bond === "oblique") {
    if (tie.marker === "without") held.put({ polarity: "negative" }, '"without"');
    else if (phrase.owners.length > 0 && !/^(?:for|to|towards?)$/.test(tie.marker)) return;
    else if (isDefinite(phrase) && !OPEN_TO.has(tie.marker)) return;
    else if (underNoun && !isTold(reading, tie.head) && tie.marker !== "")
      held.put(unsure, `"${tie.marker}" behind a noun`);
    else if (!isTemporal(tie.marker) && tie.marker !== "")
      held.put(unsure, `"${tie.marker}" before the noun`);
  } else if (tie.bond === "object" && !isDefinite(phrase)) {
    held.put(unsure, "object of a verb that says nothing of its truth");
  }
}

/** "calls for the withdrawal", "the prospect of the attack": what these bring need not come about. */
const OPEN_TO = new Set("of for about against to towards toward".split(" "));

function isTemporal(marker: string): boolean {
  return marker.split(" ").every((word) => TEMPORAL.has(word));
}

/** "a series of attacks": the noun before only counts. */
function isTold({ phraseAt }: Reading, head: number): boolean {
  return /^(?:series|string|wave|number|spate|round|day|week|month|year|hour|first|second|third|part|one|two|start|beginning|end|middle|height|wake|aftermath|result|course|night|anniversary)$/.test(
    phraseAt[head]?.lemma ?? "",
  );
}

/** "the attack", "Israel’s attack": taken for granted. */
function isDefinite({ determiner, owners }: NounPhrase): boolean {
  return owners.length > 0 || /^(?:the|this|that|these|those)$/.test(determiner);
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
  reading: Reading,
  held: Held,
): boolean {
  const above = reading.clauseAt[tie.head];
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
      if (clause && above && isPresent(clause) && /^(?:future|conditional)$/.test(above.modal ?? ""))
        modality("future", held);
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

function quotation(head: number, { reading, quotes, quoted }: StanceContext, held: Held): void {
  const span = spanBetween(reading, head, head);
  if (!quotes.some((quote) => contains(quote, span))) return;
  if (quoted.length > 0) held.say(quoted, "in quotation marks");
  else held.put({ certainty: "underspecified" }, "in quotation marks, nobody named");
}

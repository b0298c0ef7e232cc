import type { ContentStance } from "../model/ontology.ts";
import { contains, overlaps, type Span } from "../model/span.ts";
import { type Certainty, plain, type Stance } from "../model/stance.ts";
import { matchParts, phrasesAt, skip } from "./match.ts";
import type { Clause } from "./subjects.ts";
import { isPreposition, isWord, type PhraseUnit, type Reading, type Unit } from "./units.ts";
import { NOT } from "./verb-group.ts";
import { type RelationWording, said, type WordingIndex } from "./wordings.ts";

/** Words of a sentence that somebody says, thinks, wants or tries, and how that puts them. */
export interface Content extends Span {
  readonly stance: ContentStance;
  /** Who says it; empty where the text does not tell. */
  readonly speakers: readonly PhraseUnit[];
  readonly reason: string;
  /** The verb that opens it. */
  readonly verb: Span;
}

/** A stance and why it is that. */
export interface HeldStance {
  readonly stance: Stance<number>;
  readonly reasons: readonly string[];
}

const QUOTES =
  /[“"][^“”"]*[”"]?|«[^»]*»?|(?<=^|[\s(])‘(?:[^’]|’(?=\p{L}))*’|(?<=^|[\s(])'(?:[^']|'(?=\p{L}))*'(?=[\s.,;:!?)]|$)/gu;
/** Shorter quotes distance the writer from a word; they report nothing. */
const QUOTE_WORDS = 3;
const CONDITIONS = new Set("if unless whether lest should provided suppose imagine assuming".split(" "));
/** With a verb in the present these open a condition: "When Iran attacks Israel, …". */
const WHENEVER = new Set("when whenever once".split(" "));
/** Prepositions whose gerund tells what has come about. */
const FACTIVE = new Set("after by while since upon following before when despite in".split(" "));
const HEDGES: ReadonlyMap<string, { readonly certainty: Certainty }> = new Map(
  Object.entries({
    underspecified: "reportedly allegedly apparently supposedly purportedly",
    probable: "probably likely presumably",
    possible: "possibly perhaps maybe potentially",
  }).flatMap(([certainty, words]) =>
    words.split(" ").map((word) => [word, { certainty: certainty as Certainty }] as const),
  ),
);
const SOURCES = new Set(["according"]);

/** All that is said, thought or tried in a sentence. */
export function contentsOf(
  reading: Reading,
  clauses: readonly Clause[],
  index: WordingIndex,
): readonly Content[] {
  const verbs = clauses.flatMap((clause) => contentOfVerb(reading, clause, index));
  const all = [...verbs, ...accordingTo(reading), ...attributedHeadline(reading)];
  return all.map((content) => ({ ...content, end: endBefore(content, all) }));
}

/** What is said ends before the words that attribute the whole: "…, state media said." */
function endBefore({ start, end, verb }: Content, all: readonly Content[]): number {
  const whole = all.filter(
    (other) => contains(other, verb) && other.end <= other.verb.start && other.end > start,
  );
  return Math.min(end, ...whole.map((other) => other.end));
}

function contentOfVerb(reading: Reading, clause: Clause, index: WordingIndex): readonly Content[] {
  const entries = (index.verbs.get(clause.verbs.group.main.lemma) ?? []).filter(({ content }) => content);
  const found = entries.flatMap((entry) => {
    const after = contentAfter(reading, clause, entry);
    return after ? [{ after, entry }] : [];
  });
  const best = found.sort((a, b) => b.after.words - a.after.words)[0];
  // "…, an official told Reuters." has its listener behind the verb.
  const told = ({ parts }: RelationWording) => parts[0]?.kind === "slot" && parts[0].role === "O";
  const plainly = entries.find(({ parts }) => parts.length === 1) ?? entries.find(told);
  const earlier =
    plainly && !(best && holdsVerb(reading, best.after.span)) ? contentBefore(reading, clause) : [];
  if (plainly && earlier.length > 0) return earlier.map((span) => describe(span, clause, plainly, reading));
  return best ? [describe(best.after.span, clause, best.entry, reading)] : [];
}

function holdsVerb({ units }: Reading, span: Span): boolean {
  return units.some((unit) => unit.kind === "verbs" && contains(span, unit.span));
}

function contentAfter({ units }: Reading, clause: Clause, { parts }: RelationWording) {
  // "Iran, Syria said" leaves nothing behind the verb but its own subject.
  const subject = Math.max(...clause.subjects);
  const from = Math.max(clause.at + 1, subject > clause.at ? subject + 1 : 0);
  const given = clause.passive ? new Map([["O", clause.subjects]]) : new Map();
  const opened = isWord(units[from], ",") && isQuote(units[from + 1]) ? from + 1 : from;
  const that = isWord(units[opened], "that") && parts[0]?.kind === "slot" ? opened + 1 : opened;
  const match = matchParts(units, dated(units, that), parts, given);
  return match?.content ? { span: match.content, words: match.words } : undefined;
}

/** "said on Saturday that": a date before the content. */
function dated(units: readonly Unit[], at: number): number {
  let i = at;
  while (units[i]?.kind === "time" || (isPreposition(units[i]) && units[i + 1]?.kind === "time")) i++;
  return i > at && isWord(units[i], "that") ? i + 1 : i;
}

/** "…, state media said.": what stands before the speaker, and a quote that goes on behind. */
function contentBefore({ units, sentence }: Reading, clause: Clause): readonly Span[] {
  const first = Math.min(clause.at, ...clause.subjects);
  // "As Iran claimed, …" and "…, as Iran claimed." speak of the whole sentence.
  if (isWord(units[first - 1], "as")) return [{ start: sentence.start, end: sentence.end }];
  const before = units[first - 1];
  const parted = before !== undefined && isWord(before, new Set([",", "”", '"', "—", "–", "-", "’"]));
  if (!parted) return [];
  const head = { start: sentence.start, end: before.span.end };
  const verbsBefore = units.slice(0, first).some((unit) => unit.kind === "verbs");
  const open = units.findIndex((unit, i) => i > clause.at && isQuote(unit));
  const tail = open > 0 ? [{ start: (units[open] as Unit).span.start, end: sentence.end }] : [];
  return verbsBefore ? [head, ...tail] : tail;
}

function isQuote(unit: Unit | undefined): boolean {
  return isWord(unit, new Set(["“", '"']));
}

function describe(span: Span, clause: Clause, entry: RelationWording, { units }: Reading): Content {
  const verb = clause.verbs.span;
  const stance = entry.content ?? { speaker: false };
  // The passive of saying leaves open who says it: "was said to have captured".
  const speakers = stance.speaker && !clause.passive ? phrasesAt(units, clause.subjects) : [];
  return {
    ...span,
    stance: withNegation(stance, clause),
    speakers,
    verb,
    reason: said(entry, clause.verbs.group.main.lemma),
  };
}

/** What somebody does not say, and what he may say, is not said. */
function withNegation(stance: ContentStance, { verbs }: Clause): ContentStance {
  const { negated, modal } = verbs.group;
  return negated || modal ? { ...stance, certainty: "underspecified" } : stance;
}

/** "according to state media" holds for the whole sentence. */
function accordingTo({ units, sentence }: Reading): readonly Content[] {
  return units.flatMap((unit, at) => {
    const said =
      isWord(unit, SOURCES) || (unit.kind === "verbs" && SOURCES.has(unit.group.main.form.toLowerCase()));
    if (!said || !isWord(units[at + 1], "to")) return [];
    const speakers = phrasesAt(units, [at + 2]);
    const whole = { start: sentence.start, end: sentence.end };
    return [{ ...whole, stance: { speaker: true }, speakers, verb: unit.span, reason: '"according to"' }];
  });
}

/** "Army takes town: State media": the end of a headline names who says the rest. */
function attributedHeadline(reading: Reading): readonly Content[] {
  return [...namedBehind(reading), ...namedBefore(reading)];
}

/** "Merkel: Turkey attacked Syria" */
function namedBefore({ units, sentence }: Reading): readonly Content[] {
  const [speaker, colon] = units;
  const said = sentence.zone === "headline" && speaker?.kind === "phrase" && isWord(colon, ":");
  if (!said || !colon || !units.slice(2).some((unit) => unit.kind === "verbs")) return [];
  const reason = "headline names its source";
  return [
    {
      start: colon.span.end,
      end: sentence.end,
      stance: { speaker: true },
      speakers: [speaker],
      verb: colon.span,
      reason,
    },
  ];
}

function namedBehind({ units, sentence }: Reading): readonly Content[] {
  const colon = units.findLastIndex((unit) => isWord(unit, ":"));
  if (sentence.zone !== "headline" || colon < 1) return [];
  const tail = units.slice(colon + 1);
  const before = units.slice(0, colon);
  if (
    !before.some((unit) => unit.kind === "verbs") ||
    tail.some((unit) => unit.kind === "verbs") ||
    tail.length > 4
  )
    return [];
  const speakers = phrasesAt(units, [colon + 1]);
  const verb = (units[colon] as Unit).span;
  return [
    {
      start: sentence.start,
      end: verb.start,
      stance: { speaker: true },
      speakers,
      verb,
      reason: "headline names its source",
    },
  ];
}

/** Stretches in quotation marks that are long enough to be somebody's statement, in one zone of the text. */
export function quotesIn(text: string, zone: Span): readonly Span[] {
  return [...text.slice(zone.start, zone.end).matchAll(QUOTES)]
    .filter(([quote]) => quote.split(/\s+/).length >= QUOTE_WORDS)
    .map((match) => ({ start: zone.start + match.index, end: zone.start + match.index + match[0].length }));
}

/** What a sentence offers to judge a stance by. */
export interface StanceContext {
  readonly reading: Reading;
  readonly contents: readonly Content[];
  readonly quotes: readonly Span[];
  /** Who is quoted elsewhere in the paragraph. */
  readonly quoted: readonly PhraseUnit[];
}

/** How a clause is held: by its own verbs, by what is said around it, by quotation marks and conditions. */
export function stanceOf(clause: Clause, context: StanceContext): HeldStance {
  const held = new Held();
  ownVerbs(clause, context.reading, held);
  const around = surroundings(clause.verbs.span, context, held);
  if (around === 0 && hangsOnNoun(clause, context.reading)) {
    held.put({ certainty: "underspecified" }, 'a clause with "that" behind a noun');
  }
  return held.result();
}

/** How a noun phrase's own claim is held ("US-backed forces"): only a quotation makes it somebody's. */
export function stanceOfPhrase(span: Span, context: StanceContext): HeldStance {
  const held = new Held();
  quotation(span, context, held);
  return held.result();
}

/** How a compound's claim is held: the writer's own words, unless the phrase doubts them or they are quoted. */
export function stanceOfCompound({ span, tokens }: PhraseUnit, context: StanceContext): HeldStance {
  const held = new Held();
  const doubt = tokens.find(({ form }) =>
    /^(?:no|few|alleged|supposed|purported|so-called|called)$/i.test(form),
  );
  if (doubt) held.put({ certainty: "underspecified" }, `"${doubt.form}" in the phrase`);
  quotation(span, context, held);
  return held.result();
}

/** Collects what bears on a stance; of two certainties the one that commits less stays. */
class Held {
  private stance: Stance<number> = plain;
  private readonly reasons: string[] = [];

  put(change: Partial<Omit<Stance<number>, "speakers">>, reason: string): void {
    const flip = change.polarity === "negative" && this.stance.polarity === "negative";
    const polarity = flip ? "positive" : change.polarity === "negative" ? "negative" : this.stance.polarity;
    const certainty = weaker(this.stance.certainty, change.certainty ?? "certain");
    this.stance = { ...this.stance, ...change, polarity, certainty };
    this.note(reason);
  }

  /** Adds speakers outside those already there. */
  say(speakers: readonly PhraseUnit[], reason: string): void {
    const ids = speakers.map(({ mention }) => mention.id).filter((id) => !this.stance.speakers.includes(id));
    this.stance = { ...this.stance, speakers: [...ids, ...this.stance.speakers] };
    this.note(reason);
  }

  private note(reason: string): void {
    if (!this.reasons.includes(reason)) this.reasons.push(reason);
  }

  result(): HeldStance {
    return { stance: this.stance, reasons: this.reasons };
  }
}

const CERTAINTIES: readonly Certainty[] = ["certain", "probable", "possible", "underspecified"];

function weaker(a: Certainty, b: Certainty): Certainty {
  return CERTAINTIES.indexOf(a) > CERTAINTIES.indexOf(b) ? a : b;
}

function ownVerbs(clause: Clause, { units, sentence }: Reading, held: Held): void {
  const { verbs, at, subjects } = clause;
  const { group } = verbs;
  if (group.negated) held.put({ polarity: "negative" }, "negated");
  else before(units, at, held);
  inherited(clause, held);
  if (group.modal === "future") held.put({ temporality: "future" }, "future");
  if (group.modal === "possible") held.put({ certainty: "possible" }, "modal of possibility");
  if (group.modal === "demanded") held.put({ modality: "demanded", temporality: "future" }, "modal of duty");
  if (group.modal === "conditional") held.put({ modality: "conditional", certainty: "possible" }, "would");
  if (group.form === "infinitive")
    held.put({ modality: "intended" }, "infinitive: what is meant to come about");
  if (group.form === "gerund") gerund(units, at, held);
  const deniers = [...phrasesAt(units, subjects), ...phrasesAt(units, [at + 1])];
  if (deniers.some(({ tokens }) => /^(?:no|neither|nobody|none)$/i.test(tokens[0]?.form ?? ""))) {
    held.put({ polarity: "negative" }, '"no" before the noun');
  }
  if (deniers.some(({ tokens }) => /^few$/i.test(tokens[0]?.form ?? "")))
    held.put({ certainty: "underspecified" }, '"few"');
  if (isConditional(units, at)) held.put({ modality: "conditional", certainty: "possible" }, "condition");
  if (
    /\?["”’]?$/.test(
      sentence.tokens
        .slice(-2)
        .map(({ form }) => form)
        .join(""),
    )
  )
    held.put({ certainty: "underspecified" }, "question");
  for (const unit of [...units.slice(Math.max(0, at - 3), at + 2), ...units.slice(-3)]) {
    for (const { form } of unit.kind === "verbs" || unit.kind === "word" ? unit.tokens : []) {
      const change = HEDGES.get(form.toLowerCase());
      if (change) held.put(change, `"${form}"`);
    }
  }
}

/** Words that leave hardly anything of what follows, or not quite all. */
const NEARLY = new Set("almost nearly hardly barely rarely seldom scarcely".split(" "));

/** Adverbs before the verb, and "neither … nor" before its subject. */
function before(units: readonly Unit[], at: number, held: Held): void {
  let i = at - 1;
  while (
    units[i]?.kind === "time" ||
    (isAdverb(units[i]) && !isWord(units[i], NOT)) ||
    isWord(units[i], "longer")
  ) {
    if (isWord(units[i], NEARLY))
      held.put({ certainty: "underspecified" }, `"${(units[i] as { lower: string }).lower}"`);
    i--;
  }
  const denied = isWord(units[i], NOT) || isWord(units[i - 1], "nor") || isWord(units[i - 1], "neither");
  if (denied) held.put({ polarity: "negative" }, "negated");
}

/** "will attack Israel and capture Haifa": a verb without helpers shares those of the verb before "and". */
function inherited({ shared }: Clause, held: Held): void {
  if (!shared) return;
  if (shared.modal) held.put({ certainty: "underspecified" }, "shares the modal of the verb before");
  if (shared.modal === "future") held.put({ temporality: "future" }, "future");
  if (shared.negated) held.put({ certainty: "underspecified" }, "shares the negation of the verb before");
}

function isAdverb(unit: Unit | undefined): boolean {
  return unit?.kind === "word" && unit.tokens[0]?.upos === "ADV";
}

function gerund(units: readonly Unit[], at: number, held: Held): void {
  const before = units[at - 1];
  if (isWord(before, "without") || isWord(before, "instead of"))
    held.put({ polarity: "negative" }, '"without"');
  else if (isPreposition(before) && !isWord(before, FACTIVE)) {
    held.put(
      { certainty: "underspecified" },
      `gerund after "${before?.kind === "word" ? before.lower : ""}"`,
    );
  }
}

/** "if" before the clause with no comma between, or at the head of the sentence; and "Had Iran attacked, …". */
function isConditional(units: readonly Unit[], at: number): boolean {
  const head = units[0];
  if (isWord(head, CONDITIONS)) return true;
  if (
    head?.kind === "verbs" &&
    /^(?:had|were|should|suppose|imagine|provided|assuming)$/i.test(head.tokens[0]?.form ?? "")
  )
    return true;
  const open = (words: ReadonlySet<string>) => {
    const mark = units.slice(0, at).findLastIndex((unit) => isWord(unit, words));
    return mark >= 0 && !units.slice(mark, at).some((unit) => isWord(unit, ","));
  };
  return open(CONDITIONS) || (isPresent(units[at]) && open(WHENEVER));
}

function isPresent(unit: Unit | undefined): boolean {
  if (unit?.kind !== "verbs" || unit.group.tokens.length > 1) return false;
  const { form, lemma } = unit.group.main;
  return form === lemma || form.endsWith("s");
}

/** "reports that …", "no evidence that …", "not true that …": a clause that no verb of saying holds is left open. */
function hangsOnNoun({ at, subjects, gap }: Clause, { units }: Reading): boolean {
  const first = Math.min(at, ...subjects);
  // With an object of its own, the clause is no relative one whatever noun stands before "that".
  const whole = gap === undefined || units[skip(units, at + 1)]?.kind === "phrase";
  return whole && subjects.length > 0 && first > 0 && isWord(units[first - 1], "that");
}

function surroundings(span: Span, context: StanceContext, held: Held): number {
  const around = context.contents.filter(
    (content) => contains(content, span) && !overlaps(content.verb, span),
  );
  // From the innermost outwards: who says it stands in what the next one says.
  const depth = ({ verb }: Content) => around.filter((other) => contains(other, verb)).length;
  const ordered = [...around].sort((a, b) => depth(b) - depth(a) || b.verb.start - a.verb.start);
  for (const { stance, speakers, reason } of ordered) {
    const { speaker, ...axes } = stance;
    const set = Object.fromEntries(Object.entries(axes).filter(([, value]) => value !== undefined));
    held.put(set, reason);
    if (!speaker) continue;
    if (speakers.length > 0) held.say(speakers, reason);
    else held.put({ certainty: "underspecified" }, `${reason}, nobody named`);
  }
  if (!around.some(({ stance }) => stance.speaker)) quotation(span, context, held);
  return around.length;
}

function quotation(span: Span, { quotes, quoted }: StanceContext, held: Held): void {
  if (!quotes.some((quote) => contains(quote, span))) return;
  if (quoted.length > 0) held.say(quoted, "in quotation marks");
  else held.put({ certainty: "underspecified" }, "in quotation marks, nobody named");
}

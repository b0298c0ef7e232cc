import type { Sentence, Token } from "../../model/annotated-document.ts";
import type { Span } from "../../model/span.ts";

/** A match and the words of its sentence. */
interface Found {
  /** As the text has it. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The words of the match: from `first` up to and without `last`. */
  readonly first: number;
  readonly last: number;
  readonly sentence: Sentence;
}

/** Words that are a time only where they are written with a capital letter. */
const MONTH_WORD = /^(?:may|march|april|june|august|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/i;
/** Months that are verbs or people as well, and all that are shortened. */
const UNSURE_MONTH = /^(?:may|march|april|june|august|jan|mar|jun|dec)$/i;
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
const BEFORE_MONTH =
  /^(?:in|since|until|till|during|throughout|through|by|from|of|between|before|after|last|next|this|early|late|mid|to|and|or|for|every|each|-|,|\()$/i;
/** Days with a name of their own, and papers named after days. */
const NAMED_DAYS =
  /^(?:black|good|bloody|super|ash|palm|holy|cyber|fat|shrove|maundy|ruby|manic|man|giving)$/i;
const COUNTED =
  /^(?:km|kg|lb|lbs|mph|percent|per|tons?|metres?|meters?|miles?|dollars?|euros?|pounds?|people|men|women|sq|cc|feet|ft|%)$/i;
const NUMBERED =
  /^(?:resolutions?|flight|route|article|section|room|numbers?|no\.?|bill|law|level|highway|page|act|channel|unit|boeing|airbus|class|model|area|file|decree|windows|score|total|least|than|over|exactly)$/i;

/** Looks like times and is none. */
const TRAPS: readonly ((found: Found) => boolean)[] = [
  lowerCaseMonth,
  loneMonth,
  dayInName,
  countNoYear,
  nameOfPaper,
  otherWordClass,
  halfOfGame,
];

/** Whether a match of the rules is no time, as its words and their neighbours show. */
export function isTrap(sentence: Sentence, text: string, span: Span): boolean {
  const { tokens } = sentence;
  const first = tokens.findIndex(({ end }) => end > span.start);
  if (first < 0) return true;
  let last = first;
  while (last < tokens.length && (tokens[last] as Token).start < span.end) last++;
  const found = { text: text.slice(span.start, span.end), tokens, first, last, sentence };
  return TRAPS.some((trap) => trap(found));
}

/** "they may 5", "sat", "march". */
function lowerCaseMonth({ tokens, first, last }: Found): boolean {
  return tokens.slice(first, last).some(({ form }) => MONTH_WORD.test(form) && !/^\p{Lu}/u.test(form));
}

/** "May said", "April Ryan", "the March on Washington": months alone that nothing marks as one. */
function loneMonth({ text, tokens, first, last, sentence }: Found): boolean {
  if (/\d/.test(text)) return false;
  const at = tokens.findIndex(
    ({ form }, i) => i >= first && i < last && (MONTH.test(form) || MONTH_WORD.test(form)),
  );
  if (at < 0) return false;
  const month = tokens[at] as Token;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (isNamePart(month, at, after)) return true;
  if (at > first && last > at) return /^that$/i.test(before?.form ?? "");
  if (last > at + 1) return false;
  const owner = /^['’]s$/.test(after?.form ?? "");
  if (UNSURE_MONTH.test(month.form) && (owner || isPerson(sentence, month))) return true;
  if (!UNSURE_MONTH.test(month.form))
    return before?.upos === "PROPN" && /^(?:flat|compound)/.test(month.deprel);
  const marked = before !== undefined && BEFORE_MONTH.test(before.form) && month.xpos !== "MD";
  // "to May" may be said of a person, "since May" hardly.
  return (
    !marked ||
    (/^(?:to|for|and|or|,|of|\()$/.test(before.form) &&
      !/^march$/i.test(month.form) &&
      !isTimeMarked(sentence, month))
  );
}

/** Whether the shortest mention that a word belongs to is a person: "May", "August Wilson". */
function isPerson({ markings }: Sentence, { start, end }: Span): boolean {
  const around = markings.filter((marking) => marking.start <= start && end <= marking.end);
  return [...around].sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.type === "person";
}

/** Whether the language model takes a word for a time. */
function isTimeMarked({ markings }: Sentence, { start, end }: Span): boolean {
  return markings.some((m) => m.type === "time" && m.start <= start && end <= m.end);
}

/** "Sunday Times", "Black Friday", "USA Today": what hangs on a name at its side. */
function isNamePart(token: Token, at: number, after: Token | undefined): boolean {
  if (after === undefined || after.upos !== "PROPN" || !/^\p{Lu}/u.test(after.form) || MONTH.test(after.form))
    return false;
  return after.head === at + 1
    ? /^flat/.test(after.deprel)
    : token.head === at + 2 && /^(?:compound|flat)/.test(token.deprel);
}

function dayInName({ tokens, first, last }: Found): boolean {
  const at = tokens.findIndex(({ form }, i) => i >= first && i < last && WEEKDAY.test(form));
  if (at < 0) return false;
  const on = /^on$/i.test(tokens[at - 1]?.form ?? "");
  if (last === at + 1 && !on && isNamePart(tokens[at] as Token, at, tokens[at + 1])) return true;
  return (
    at === first && NAMED_DAYS.test(tokens[at - 1]?.form ?? "") && /^\p{Lu}/u.test(tokens[at - 1]?.form ?? "")
  );
}

/** "2000 people", "Resolution 1973", "at least 1900": numbers that are no year. */
function countNoYear({ text, tokens, first, last }: Found): boolean {
  if (!/^\d{4}$/.test(text)) return false;
  const [before, own, after] = [tokens[first - 1], tokens[first], tokens[last]];
  if (NUMBERED.test(before?.form ?? "") || /^[#$€£¥-]$/.test(before?.form ?? "")) return true;
  if (COUNTED.test(after?.form ?? "")) return true;
  const counts =
    own?.deprel === "nummod" && own.head === last + 1 && after?.xpos === "NNS" && before?.xpos !== "DT";
  if (counts) return true;
  const old = Number(text) < 1900;
  return (
    old &&
    !/^(?:in|since|from|until|till|by|of|circa|between|before|after|to|around|and|during|the|early|late|\(|-)$/i.test(
      before?.form ?? "",
    )
  );
}

/** "USA Today", "the Daily Mail", "Apocalypse Now". */
function nameOfPaper({ text, tokens, first, last }: Found): boolean {
  if (
    last !== first + 1 ||
    !/^(?:Today|Tomorrow|Tonight|Now|Daily|Weekly|Monthly|Quarterly|Annual|Current|Recent|Future|Morning|Evening|Nightly|Dawn)$/.test(
      text,
    )
  )
    return false;
  const [before, own, after] = [tokens[first - 1], tokens[first], tokens[last]];
  const capital = (token: Token | undefined) => token?.upos === "PROPN" && /^\p{Lu}/u.test(token.form);
  return capital(before) || (first > 0 && (capital(after) || own?.upos === "PROPN"));
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  now: /^ADV$/,
  current: /^ADJ$/,
  recent: /^ADJ$/,
  past: /^(?:NOUN|ADJ)$/,
  future: /^(?:NOUN|ADJ)$/,
  lately: /^ADV$/,
  annual: /^ADJ$/,
  daily: /^(?:ADJ|ADV)$/,
  weekly: /^(?:ADJ|ADV)$/,
  monthly: /^(?:ADJ|ADV)$/,
};

/** "electric current", "a weekly": other words of the same letters. */
function otherWordClass({ text, tokens, first, last }: Found): boolean {
  const classes = last === first + 1 ? CLASSES[text.toLowerCase()] : undefined;
  const own = tokens[first];
  if (/^current$/i.test(text) && own?.deprel !== "amod") return true;
  return classes !== undefined && !classes.test(own?.upos ?? "");
}

/** "the second half" of a game or of anything, unless its year is told. */
function halfOfGame({ text }: Found): boolean {
  return (
    /\bhalf$/i.test(text) && /^(?:the )?(?:early |late )?(?:first|second|1st|2nd|final|last)/i.test(text)
  );
}

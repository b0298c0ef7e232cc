import type { Sentence, Token } from "../../model/annotated-document.ts";
import type { Span } from "../../model/span.ts";
import type { Outlook } from "./rule.ts";

/** Words on which what is to come depends: "plans to meet on Monday", "due to arrive". */
const PLANNING = new Set(
  (
    "agree aim ask be call choose commit continue decide demand due eligible expect forecast go hope intend invite likely need oblige " +
    "offer order plan pledge possible predict prepare promise ready request require schedule seek set slate start sure think threaten " +
    "urge vow wait want warn"
  ).split(" "),
);
/** "scheduled for Monday". */
const SET_FOR = /^(?:schedule|slate|plan|set|due|expect|book|postpone|delay|reschedule|tip)$/;
const TO_COME = /^(?:upcoming|coming|forthcoming|planned|scheduled|expected|next)$/i;
/** Verbs that are told of days to come in the present: "the trial begins Monday". */
const SCHEDULED = new Set(
  (
    "air appear arrive begin celebrate close come compete conclude debut depart end expire face fall finish fly go head hold host " +
    "hear join kick land launch leave mark meet move open play premiere publish release reopen resume return run sail speak start " +
    "take travel turn visit vote win"
  ).split(" "),
);

/** Whether what a time dates is to come, as far as the verbs above it tell. */
export function outlookOn({ tokens, zone }: Sentence, time: Span): Outlook {
  const first = tokens.findIndex(({ end }) => end > time.start);
  let at = headWithin(tokens, time, first);
  if (at < 0) return "behind";
  const own = verbOutlook(tokens, at, at, zone === "headline");
  if (own) return own;
  if (/^ahead$/i.test(tokens[first - 2]?.form ?? "") && tokens[first - 1]?.form === "of") return "ahead";
  let open = false;
  for (let steps = 0; steps < tokens.length; steps++) {
    const above = (tokens[at]?.head ?? 0) - 1;
    if (above < 0) break;
    const from = at;
    at = above;
    const found = verbOutlook(tokens, at, from, zone === "headline");
    if (found) return open && !(found === "ahead" && hasWill(tokens, at)) ? "open" : found;
    if (/^(?:NOUN|PROPN)$/.test(tokens[at]?.upos ?? "")) {
      // "the Nov. 3 meeting", not "took effect Nov. 3".
      open ||= (tokens[at] as Token).start > time.start;
      if (tokens.some(({ form, head }) => head === at + 1 && TO_COME.test(form))) return "ahead";
    }
  }
  return open && tokens.some(({ upos }) => upos === "VERB" || upos === "AUX") ? "open" : "behind";
}

/** The token of a time that hangs outside it. */
function headWithin(tokens: readonly Token[], { start, end }: Span, first: number): number {
  for (let i = first; i >= 0 && i < tokens.length && (tokens[i] as Token).start < end; i++) {
    const head = tokens[(tokens[i] as Token).head - 1];
    if (head === undefined || head.start < start || head.start >= end) return i;
  }
  return first;
}

/** "will attend Thursday's talks": of what a noun names, no other helper tells as much. */
function hasWill(tokens: readonly Token[], at: number): boolean {
  return tokens.some(
    ({ head, lemma, xpos }) => head === at + 1 && xpos === "MD" && /^(?:will|shall)$/.test(lemma),
  );
}

/** What a predicate tells of its time; nothing where it is none, or leaves it to the verb above. */
function verbOutlook(
  tokens: readonly Token[],
  at: number,
  from: number,
  headline: boolean,
): Outlook | undefined {
  const verb = tokens[at] as Token;
  const helpers = tokens.filter(({ head, deprel }) => head === at + 1 && /^(?:aux|cop)/.test(deprel));
  const modal = helpers.find(({ xpos }) => xpos === "MD");
  if (modal) {
    const perfect = helpers.some(({ lemma }) => lemma === "have");
    return perfect && !/^(?:will|shall)$/.test(modal.lemma) ? "behind" : "ahead";
  }
  if (verb.upos !== "VERB" && helpers.length === 0) return undefined;
  if (tokens.some(({ head, xpos }) => head === at + 1 && xpos === "TO"))
    return infinitive(tokens, at, headline);
  const forIt = tokens.some(({ form, head }) => head === from + 1 && form.toLowerCase() === "for");
  if (SET_FOR.test(verb.lemma) && forIt) return "ahead";
  const finite = helpers.find(({ xpos }) => /^VB[DPZ]$/.test(xpos)) ?? verb;
  if (finite.xpos === "VBD" || finite.xpos === "VBN" || finite.lemma === "have") return "behind";
  if (!/^VB[PZ]$/.test(finite.xpos)) return undefined;
  if (headline) return "behind";
  // "is held on Monday", "is meeting on Monday", "is on Monday"; not "as of Monday, they are stable".
  if (finite !== verb) return verb.upos === "VERB" || at === from ? "ahead" : "behind";
  return SCHEDULED.has(verb.lemma) ? "ahead" : "behind";
}

/** "to meet on Monday": as the word that it hangs on has it. */
function infinitive(tokens: readonly Token[], at: number, headline: boolean): Outlook {
  const above = tokens[(tokens[at] as Token).head - 1];
  if (above === undefined) return headline ? "ahead" : "behind";
  if (PLANNING.has(above.lemma) || above.upos === "NOUN" || above.upos === "ADJ") return "ahead";
  return verbOutlook(tokens, tokens.indexOf(above), at, headline) ?? "behind";
}

import type { Token } from "../model/annotated-document.ts";

/** What a modal verb says of what it stands before. */
export type Modal = "future" | "possible" | "demanded" | "conditional";

/** Neighbouring verbs that make one predicate: "would not have been captured". */
export interface VerbGroup {
  readonly tokens: readonly Token[];
  /** The verb that carries the meaning. */
  readonly main: Token;
  readonly form: "finite" | "infinitive" | "gerund" | "participle";
  readonly passive: boolean;
  readonly negated: boolean;
  readonly modal: Modal | undefined;
}

const BE = new Set("be is are was were been being am 's 're 'm ’s ’re ’m".split(" "));
/** Words that deny what follows. */
export const NOT: ReadonlySet<string> = new Set("not n't n’t never no nor neither".split(" "));
const MODALS: ReadonlyMap<string, Modal> = new Map([
  ...["will", "wo", "'ll", "’ll", "shall"].map((word) => [word, "future"] as const),
  ...["would", "'d", "’d"].map((word) => [word, "conditional"] as const),
  ...["may", "might", "could", "can", "ca"].map((word) => [word, "possible"] as const),
  ...["should", "must", "ought"].map((word) => [word, "demanded"] as const),
]);
/** Participles that are no past tense as well. */
const STRONG =
  /(?:^|[a-z])(?:[aeiou]wn|[^e]en|born|begun|done|gone|hung|rung|sung|swum|torn|worn|sworn|drawn|known|shown|flown|thrown|grown|taken|given|seen|been|written|driven|broken|stolen|chosen|beaten|forbidden|fallen)$/;
const WEAK =
  /(?:ed|[aeiou]d|[^aeiou]t|lt|nt|pt|ft|ught|built|held|led|met|shot|hit|put|cut|set|lost|left|sent|fought|won|struck|sunk|hurt|split)$/;

/** Participles that have become prepositions. */
const PREPOSITIONAL = new Set(
  "according amid concerning considering excluding including regarding".split(" "),
);

/** The group of verbs that begins at the first of these tokens, if one does. */
export function readVerbGroup(tokens: readonly Token[]): VerbGroup | undefined {
  const infinitive = tokens[0]?.form.toLowerCase() === "to" && isVerb(tokens[isAdverb(tokens[1]) ? 2 : 1]);
  if (!infinitive && !isVerb(tokens[0])) return undefined;
  if (PREPOSITIONAL.has(tokens[0]?.form.toLowerCase() ?? "")) return undefined;
  const own = trim(tokens.slice(0, groupLength(tokens, infinitive)));
  const verbs = own.filter(isVerb);
  const main = verbs.at(-1);
  if (!main) return undefined;
  const words = own.map(({ form }) => form.toLowerCase());
  const helpers = words.slice(0, own.indexOf(main));
  const be = helpers.some((word) => BE.has(word));
  const form = infinitive ? "infinitive" : formOf(main, helpers);
  return {
    tokens: own,
    main,
    form,
    passive: form === "participle" || (be && isParticiple(main)),
    negated: words.some((word) => NOT.has(word)) || /\bno longer\b/.test(words.join(" ")),
    modal: helpers.map((word) => MODALS.get(word)).find(Boolean) ?? (isGoingTo(words) ? "future" : undefined),
  };
}

function groupLength(tokens: readonly Token[], infinitive: boolean): number {
  let at = infinitive ? 1 : 0;
  let full = false;
  for (; at < tokens.length; at++) {
    const token = tokens[at];
    const word = token?.form.toLowerCase() ?? "";
    if (isAdverb(token) || NOT.has(word)) continue;
    if (!isVerb(token)) break;
    // A second full verb begins a group of its own.
    if (full && !isHelper(tokens[at - 1])) break;
    full = true;
  }
  return at;
}

function trim(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.findLastIndex(isVerb);
  return tokens.slice(0, last + 1);
}

function isVerb(token: Token | undefined): boolean {
  return token?.upos === "VERB" || token?.upos === "AUX";
}

function isAdverb(token: Token | undefined): boolean {
  return token?.upos === "ADV" || (token?.upos === "PART" && token.form.toLowerCase() !== "to");
}

function isHelper(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const word = token.form.toLowerCase();
  return (
    isAdverb(token) ||
    token.upos === "AUX" ||
    BE.has(word) ||
    MODALS.has(word) ||
    /^(?:ha[sd]|have|having|do|does|did)$/.test(word)
  );
}

function formOf(main: Token, helpers: readonly string[]): VerbGroup["form"] {
  const helped = helpers.some(
    (word) => BE.has(word) || MODALS.has(word) || /^(?:ha[sd]|have|do|does|did|'ve|’ve)$/.test(word),
  );
  const word = main.form.toLowerCase();
  if (helped && !/^(?:having|being)$/.test(helpers[0] ?? "")) return "finite";
  if (word.endsWith("ing") || /^(?:having|being)$/.test(helpers[0] ?? "")) return "gerund";
  return STRONG.test(word) && word !== main.lemma ? "participle" : "finite";
}

/** Whether a form can be a past participle. */
export function isParticiple(token: Token): boolean {
  const word = token.form.toLowerCase();
  return token.upos !== "AUX" && !word.endsWith("ing") && (STRONG.test(word) || WEAK.test(word));
}

function isGoingTo(words: readonly string[]): boolean {
  return words.length > 1 && words.at(-2) === "going";
}

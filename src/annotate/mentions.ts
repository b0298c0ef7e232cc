import type { Mention, MentionKind } from "../model/mention.ts";
import { isA } from "../model/ontology.ts";
import { contains, hull, type Span, spanOf } from "../model/span.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Candidate } from "./name-table.ts";
import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";
import { isPossessive, type Name, type Word } from "./words.ts";

/** A mention before it has a number and a chain. */
export type Draft = Omit<Mention, "id" | "chain">;

/** Words for a share or a number of what stands behind their "of". */
const PARTITIVES = new Set(
  (
    "all area areas bit bulk crowd dozens half handful hundreds majority many millions most much number numbers " +
    "one outskirts pair part parts pockets remnants rest round scores series several some spate stretch string stretches swath swathe " +
    "swathes swaths tens thousands tract tracts unit units wave waves"
  ).split(" "),
);
const PRONOUNS = new Set(
  "he she it they him her them i we you us me himself herself itself themselves myself ourselves yourself".split(
    " ",
  ),
);

/** The names, descriptions and pronouns of a sentence, in the order of the text. */
export function findMentions(words: readonly Word[], text: string, lexicon: Lexicon): readonly Draft[] {
  const phrases = joinOf(findNounPhrases(words), words, lexicon);
  const names = new Set(words.flatMap(({ name }) => (name ? [name] : [])));
  const headed = phrases.flatMap((phrase) => headMention(phrase, words, text, lexicon));
  // In "the young Swede" the name is the noun: the state is not meant beside the person.
  const taken = headed.map(({ kind, head, ...draft }) => (kind === "name" ? draft : head));
  const others = [...names]
    .map((name) => nameMention(name, words, text, lexicon, undefined, undefined))
    .filter((draft) => !taken.some((other) => contains(other, draft)));
  const states = [...names]
    .flatMap(({ state }) => state ?? [])
    .map((name) => nameMention(name, words, text, lexicon, undefined, undefined));
  const owners = words
    .filter((word) => word.upos === "PRON" && isPossessive(word))
    .flatMap((word) => owner(word, words, text));
  const bound = words.flatMap((word, i) => boundActor(word, words.slice(i + 1, i + 3), text, lexicon));
  return [...headed, ...others, ...states, ...owners, ...bound].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

/** "government" in "the government-run station", "rebel" in "rebel-held Idlib": who does what a hyphen binds to. */
function boundActor(
  word: Word,
  [hyphen, participle]: readonly (Word | undefined)[],
  text: string,
  { classOfWord, organClass, boundForms, ontology }: Lexicon,
): readonly Draft[] {
  const bound = /^[-‐‑–]$/.test(hyphen?.form ?? "") && boundForms.has(participle?.lower ?? "");
  if (!bound || word.name || word.upos !== "NOUN") return [];
  const classes = [word.lower, `${word.lower}s`].flatMap((form) => [
    classOfWord.get(form),
    organClass.get(form),
  ]);
  const type = classes.find(Boolean);
  if (type === undefined || !isA(ontology, type, "Body")) return [];
  const span = spanOf(word);
  return [{ ...span, text: sliceOf(text, span), kind: "nominal", type, phrase: span, head: span }];
}

/** A noun phrase, and the word of class that says what its name is: "city" in "the city of Raqqa". */
interface Phrase extends NounPhrase {
  readonly typeWord?: string | undefined;
  /** Where it begins with the words before its "of". */
  readonly from: number;
}

/** Joins "the northern city of" and "parts of" with the phrase that they are about. */
function joinOf(phrases: readonly NounPhrase[], words: readonly Word[], lexicon: Lexicon): readonly Phrase[] {
  const joined: Phrase[] = [];
  for (const phrase of phrases) {
    const start = phrase.possessor ?? phrase.first;
    const place = joined.findLastIndex(
      (other) => other.last + 1 === start && words[other.last]?.lower === "of",
    );
    const opening = isPossessor(phrase, words) ? undefined : joined[place];
    const word = opening && words[opening.head];
    const typeWord = word && !word.name ? typeOf(word, words[phrase.head], lexicon) : undefined;
    if (opening && (typeWord || (word && PARTITIVES.has(word.lower)))) {
      // What is owned takes the place of its owner too: "parts of Iraq’s Anbar".
      joined.splice(place, 1);
      joined.push({ ...phrase, from: opening.from, typeWord });
    } else joined.push({ ...phrase, from: start });
  }
  return joined;
}

function isPossessor({ last }: NounPhrase, words: readonly Word[]): boolean {
  return (
    /^['’]s?$/.test(words[last]?.form ?? "") && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(words[last + 1]?.upos ?? "")
  );
}

/** The class that a word before "of" gives the name behind it, if it can give one to it. */
function typeOf(word: Word, head: Word | undefined, lexicon: Lexicon): string | undefined {
  if (!head?.name) return undefined;
  const type = lexicon.classOfWord.get(word.lower) ?? lexicon.classOfWord.get(word.lemma);
  const candidates = head.name.candidates;
  const fits =
    type !== undefined &&
    (candidates.length === 0 || candidates.some((c) => isA(lexicon.ontology, c.type, type)));
  if (fits && isA(lexicon.ontology, type, "Place")) return type;
  const members = lexicon.memberClasses.get(word.lower) ?? [];
  return candidates
    .map((c) => c.type)
    .find((own) => members.some((member) => isA(lexicon.ontology, own, member)));
}

/** The mention that a noun phrase as a whole stands for. */
function headMention(
  phrase: Phrase,
  words: readonly Word[],
  text: string,
  lexicon: Lexicon,
): readonly Draft[] {
  const head = words[phrase.head] as Word;
  const whole = spanBetween(words, phrase.from, phrase.last);
  if (head.name && isOneOfPeople(head.name, phrase, words)) {
    return [
      {
        ...whole,
        text: sliceOf(text, whole),
        kind: "nominal",
        type: "Person",
        phrase: whole,
        head: spanOf(head),
      },
    ];
  }
  if (head.name) return [nameMention(head.name, words, text, lexicon, whole, phrase.typeWord)];
  if (head.upos === "PRON" || PRONOUNS.has(head.lower)) return pronoun(head, text);
  const acting = actingFor(phrase, words, lexicon);
  if (acting) {
    const name = isSite(acting, lexicon) ? siteName(acting.name, phrase) : acting.name;
    return [nameMention(name, words, text, lexicon, whole, acting.typeWord)];
  }
  if (head.upos === "NUM") return [];
  const titled = isTitle(phrase, words, lexicon) ? "Person" : undefined;
  const type = titled ?? lexicon.classOfWord.get(head.lower) ?? lexicon.classOfWord.get(head.lemma);
  return [{ ...whole, text: sliceOf(text, whole), kind: "nominal", type, phrase: whole, head: spanOf(head) }];
}

/** "Christchurch police station" is a name of its own, none of Christchurch. */
function isSite(
  { name, typeWord }: { readonly name: Name; readonly typeWord: string | undefined },
  { ontology }: Lexicon,
): boolean {
  if (typeWord === undefined || !isA(ontology, typeWord, "Facility")) return false;
  return !name.candidates.some(({ type, as }) => as === "name" && isA(ontology, type, "Facility"));
}

function siteName(name: Name, { head }: NounPhrase): Name {
  return { ...name, last: head + 1, candidates: [], reason: "a name with the kind of place behind it" };
}

/** "the Chief of Staff": an office that nobody is named for. */
function isTitle({ from, last }: Phrase, words: readonly Word[], { titles }: Lexicon): boolean {
  const own = words.slice(from, last).filter(({ upos }) => upos !== "DET");
  return own.length > 1 && titles.has(own.map(({ lower }) => lower).join(" "));
}

/** "an Iraqi", "the young Swede": one of a people, not the state; "the Iraqis" and "the British" act for it. */
function isOneOfPeople({ candidates, first, last }: Name, phrase: Phrase, words: readonly Word[]): boolean {
  const word = words[first];
  const opener = words[phrase.first]?.lower ?? "";
  return (
    last === first + 1 &&
    candidates.length > 0 &&
    candidates.every((candidate) => candidate.as === "demonym") &&
    /^(?:an?|the|this|that|another|one)$/.test(opener) &&
    !/(?:s|sh|ch|ese)$/.test(word?.lower ?? "s")
  );
}

/** The name before a type word ("Homs province") or before those who act for it ("IS fighters"). */
function actingFor(
  phrase: NounPhrase,
  words: readonly Word[],
  lexicon: Lexicon,
): { readonly name: Name; readonly typeWord: string | undefined } | undefined {
  const head = words[phrase.head] as Word;
  const name = nameBefore(phrase, words, lexicon);
  if (!name) return undefined;
  const typeWord = lexicon.classOfWord.get(head.lower) ?? lexicon.classOfWord.get(head.lemma);
  const { candidates } = name;
  if (candidates.length === 0 && !name.organOf) {
    const place = typeWord !== undefined && isA(lexicon.ontology, typeWord, "Place");
    return place || typeWord === "Organization" ? { name, typeWord } : undefined;
  }
  const members = lexicon.memberClasses.get(head.lower) ?? [];
  const acts = candidates.some(
    (c) => c.as === "name" && members.some((member) => isA(lexicon.ontology, c.type, member)),
  );
  if (acts) return { name, typeWord: undefined };
  const kind =
    typeWord !== undefined &&
    candidates.some((c) => c.as === "name" && isA(lexicon.ontology, c.type, typeWord));
  const typed = typeWord !== undefined && isA(lexicon.ontology, typeWord, "Place");
  if (kind && !typed) return { name, typeWord };
  // "U.S. territory" is not the United States.
  const land = (type: string) =>
    isA(lexicon.ontology, type, "Place") && !isA(lexicon.ontology, type, "State");
  return typed && candidates.some((c) => c.as === "name" && land(c.type)) ? { name, typeWord } : undefined;
}

/**
 * The name that stands before the head of a phrase: "Sana news agency", "Islamic State (IS) group".
 *
 * Of a name with a bracket, the name before the bracket.
 */
function nameBefore({ first, head }: NounPhrase, words: readonly Word[], lexicon: Lexicon): Name | undefined {
  let at = head - 1;
  // "the Homs province town" is a town in the province, not Homs.
  const isType = (word: Word | undefined) =>
    isA(lexicon.ontology, lexicon.classOfWord.get(word?.lower ?? "") ?? "", "Place");
  while (at > first && !words[at]?.name && /^(?:NOUN|ADJ)$/.test(words[at]?.upos ?? "") && !isType(words[at]))
    at--;
  if (words[at]?.form !== ")") return at >= first ? words[at]?.name : undefined;
  const inside = words[at - 1]?.name;
  return inside && (words[inside.first - 2]?.name ?? inside);
}

/** "its" in "its ally"; "her" is one only before a noun. */
function owner(word: Word, words: readonly Word[], text: string): readonly Draft[] {
  const next = words[words.indexOf(word) + 1];
  if (word.lower === "her" && !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(next?.upos ?? "")) return [];
  const span = spanOf(word);
  return [{ ...span, text: sliceOf(text, span), kind: "pronoun", phrase: span, head: span }];
}

function pronoun(word: Word, text: string): readonly Draft[] {
  if (!PRONOUNS.has(word.lower)) return [];
  const span = spanOf(word);
  return [{ ...span, text: sliceOf(text, span), kind: "pronoun", phrase: span, head: span }];
}

function nameMention(
  name: Name,
  words: readonly Word[],
  text: string,
  lexicon: Lexicon,
  phrase: Span | undefined,
  typeWord: string | undefined,
): Draft {
  const span = spanBetween(words, name.first, name.last);
  const kind: MentionKind = "name";
  const common = {
    ...span,
    text: sliceOf(text, span),
    kind,
    phrase: hull(phrase ?? span, span),
    head: lastOf(words, name),
  };
  if (name.organOf) return { ...common, type: name.type, organOf: name.organOf, reason: name.reason };
  const candidate = choose(name, words, lexicon, typeWord);
  if (!candidate) return { ...common, type: typeWord ?? name.type, reason: name.reason };
  const reason = candidate.as === "name" ? name.reason : `${candidate.as} of ${candidate.id}`;
  return { ...common, type: candidate.type, known: candidate.id, reason };
}

/** Which of the things that a string may refer to it refers to here; none where a type word rules all out. */
function choose(
  { candidates, first, last }: Name,
  words: readonly Word[],
  lexicon: Lexicon,
  typeWord: string | undefined,
): Candidate | undefined {
  const fitting = typeWord
    ? candidates.filter((c) => c.as === "name" && isA(lexicon.ontology, c.type, typeWord))
    : [];
  if (fitting.length > 0) return fitting[0];
  if (typeWord && candidates.some((c) => c.as === "name")) return undefined;
  const metonym = candidates.find((c) => c.as === "metonym");
  const named = candidates.filter((c) => c.as === "name");
  if (metonym && (named.length === 0 || acts(words, first, last, lexicon))) return metonym;
  const towns = named.filter((c) => isA(lexicon.ontology, c.type, "Settlement"));
  return towns[0] ?? named[0] ?? candidates[0];
}

/** Whether a name is the one who does something here, not the place where it happens: "Moscow said". */
function acts(words: readonly Word[], first: number, last: number, lexicon: Lexicon): boolean {
  const before = words[first - 1];
  if (before?.upos === "VERB") return lexicon.agentVerbs.has(before.lemma);
  if (before?.upos === "ADP") return before.lower === "by";
  const after = words.slice(last).find(({ upos }) => upos !== "ADV");
  return after !== undefined && /^(?:VERB|AUX)$/.test(after.upos);
}

function spanBetween(words: readonly Word[], first: number, last: number): Span {
  return { start: (words[first] as Word).start, end: (words[last - 1] as Word).end };
}

function lastOf(words: readonly Word[], { last }: Name): Span {
  return spanOf(words[last - 1] as Word);
}

function sliceOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

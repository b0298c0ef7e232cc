import type { Sentence, Token } from "./annotated-document.ts";

/** Features of a word by name, as Universal Dependencies 2 names them for English: `Number`, `Tense`, `Voice` … */
export type Features = Readonly<Record<string, string>>;

const NONE: Features = {};
const FINITE: Features = { VerbForm: "Fin" };

/** The features of each word of a sentence, from its tag, its lemma and its place in the tree. */
export function featuresOf(sentence: Sentence): readonly Features[] {
  const { tokens } = sentence;
  const dependents: (readonly Token[])[] = tokens.map(() => []);
  for (const token of tokens) {
    const head = token.head - 1;
    if (head >= 0) dependents[head] = [...(dependents[head] as readonly Token[]), token];
  }
  return tokens.map((token, i) => {
    const below = dependents[i] as readonly Token[];
    return token.upos === "VERB" || token.upos === "AUX"
      ? verbal(token, below, tokens, dependents)
      : nominal(token, tokens);
  });
}

/** Features as a column of CoNLL-U: in the order of their names, `_` where there are none. */
export function featureColumn(features: Features): string {
  const pairs = Object.entries(features).sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  return pairs.length === 0 ? "_" : pairs.map(([name, value]) => `${name}=${value}`).join("|");
}

function nominal(token: Token, tokens: readonly Token[]): Features {
  const low = token.form.toLowerCase().replace(/[’‘]/g, "'");
  switch (token.upos) {
    case "NOUN":
    case "PROPN":
    case "SYM":
      if (/^NNP?S$/.test(token.xpos)) return { Number: "Plur" };
      return /^NNP?$/.test(token.xpos) ? { Number: "Sing" } : NONE;
    case "ADJ":
    case "ADV":
      return degree(token);
    case "NUM":
      return { NumForm: /\d/.test(low) ? "Digit" : "Word", NumType: "Card" };
    case "DET":
    case "PRON":
      if (low === "her" && token.xpos === "PRP") return HER;
      return PRONOUNS.get(low) ?? pronominal(token, low, tokens);
    case "PART":
      return /^(?:not|n't|nt)$/.test(low) ? { Polarity: "Neg" } : NONE;
    default:
      return NONE;
  }
}

function degree({ xpos, upos, lemma }: Token): Features {
  const ordinal =
    /^(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/.test(lemma);
  const counted: Features = ordinal ? { NumForm: /\d/.test(lemma) ? "Digit" : "Word", NumType: "Ord" } : NONE;
  if (/^(?:JJ|RB)R$/.test(xpos)) return { Degree: "Cmp" };
  if (/^(?:JJ|RB)S$/.test(xpos)) return { Degree: "Sup" };
  return upos === "ADJ" && xpos === "JJ" ? { Degree: "Pos", ...counted } : counted;
}

/** "who", "which" and the like ask, or stand for the noun that their clause hangs on. */
function pronominal(token: Token, low: string, tokens: readonly Token[]): Features {
  if (!/^(?:who|whom|whose|which|that|what|whoever|whatever|whichever)$/.test(low)) return NONE;
  for (let at: Token | undefined = token; at; at = tokens[at.head - 1]) {
    if (at.deprel === "acl:relcl") return { PronType: "Rel" };
    if (at.upos === "VERB") break;
  }
  const clause = tokens[token.head - 1]?.deprel;
  return { PronType: clause === "acl:relcl" ? "Rel" : low === "that" ? "Dem" : "Int" };
}

function verbal(
  token: Token,
  below: readonly Token[],
  tokens: readonly Token[],
  dependents: readonly (readonly Token[])[],
): Features {
  switch (token.xpos) {
    case "MD":
      return FINITE;
    case "VBZ":
      return { Mood: "Ind", ...FINITE, Number: "Sing", Person: "3", Tense: "Pres" };
    case "VBP":
      return { Mood: "Ind", ...FINITE, ...agreement(token, tokens, dependents), Tense: "Pres" };
    case "VBD":
      return { Mood: "Ind", ...FINITE, ...agreement(token, tokens, dependents), Tense: "Past" };
    case "VBG":
      return isGerund(token, below) ? { VerbForm: "Ger" } : { Tense: "Pres", VerbForm: "Part" };
    case "VBN":
      return { Tense: "Past", VerbForm: "Part", ...(isPassive(token, below) ? { Voice: "Pass" } : NONE) };
    case "VB":
      return isImperative(token, below) ? { Mood: "Imp", Person: "2", ...FINITE } : { VerbForm: "Inf" };
    default:
      return NONE;
  }
}

/** Person and number of a finite verb, which are those of its clause's subject. */
function agreement(
  token: Token,
  tokens: readonly Token[],
  dependents: readonly (readonly Token[])[],
): Features {
  const helps = /^(?:aux|cop)/.test(token.deprel);
  const clause = helps ? token.head - 1 : tokens.indexOf(token);
  const subject = (dependents[clause] ?? []).find(({ deprel }) => /^(?:nsubj|csubj)/.test(deprel));
  if (!subject) return NONE;
  const below = dependents[tokens.indexOf(subject)] ?? [];
  if (below.some(({ deprel }) => deprel === "conj")) return { Number: "Plur", Person: "3" };
  const known = PRONOUNS.get(subject.form.toLowerCase());
  const number = known?.Number ?? (/^NNP?S$/.test(subject.xpos) ? "Plur" : "Sing");
  return { Number: number, Person: known?.Person ?? "3" };
}

/** "by leaving", "Leaving is hard": a verb that stands where a noun could. */
function isGerund({ deprel }: Token, below: readonly Token[]): boolean {
  const opened = below.some((child) => /^(?:mark|case)$/.test(child.deprel) && child.xpos === "IN");
  return opened || /^(?:csubj|obj|nsubj|obl|nmod|compound)/.test(deprel);
}

/** A participle is passive unless "have" makes a perfect of it. */
function isPassive({ deprel }: Token, below: readonly Token[]): boolean {
  if (below.some((child) => child.deprel === "aux:pass" || child.deprel === "nsubj:pass")) return true;
  return (
    !/^(?:aux|cop)/.test(deprel) && !below.some((child) => child.deprel === "aux" && child.lemma === "have")
  );
}

function isImperative({ deprel }: Token, below: readonly Token[]): boolean {
  const opens = /^(?:root|parataxis|conj)$/.test(deprel);
  return opens && !below.some((child) => /^(?:aux|nsubj|csubj|mark|cop|expl)/.test(child.deprel));
}

/** "met her"; "her port" has the same form. */
const HER: Features = { Case: "Acc", Gender: "Fem", Number: "Sing", Person: "3", PronType: "Prs" };

const PRONOUNS: ReadonlyMap<string, Features> = new Map<string, Features>([
  ...personal("i", "Nom", "1", "Sing"),
  ...personal("me", "Acc", "1", "Sing"),
  ...personal("we", "Nom", "1", "Plur"),
  ...personal("us", "Acc", "1", "Plur"),
  ...personal("you", "Nom", "2"),
  ...personal("he", "Nom", "3", "Sing", "Masc"),
  ...personal("him", "Acc", "3", "Sing", "Masc"),
  ...personal("she", "Nom", "3", "Sing", "Fem"),
  ...personal("it", "Nom", "3", "Sing", "Neut"),
  ...personal("they", "Nom", "3", "Plur"),
  ...personal("them", "Acc", "3", "Plur"),
  ...owning("my", "1", "Sing"),
  ...owning("our", "1", "Plur"),
  ...owning("your", "2"),
  ...owning("his", "3", "Sing", "Masc"),
  ...owning("her", "3", "Sing", "Fem"),
  ...owning("its", "3", "Sing", "Neut"),
  ...owning("their", "3", "Plur"),
  ...reflexive("myself", "1", "Sing"),
  ...reflexive("ourselves", "1", "Plur"),
  ...reflexive("yourself", "2", "Sing"),
  ...reflexive("himself", "3", "Sing", "Masc"),
  ...reflexive("herself", "3", "Sing", "Fem"),
  ...reflexive("itself", "3", "Sing", "Neut"),
  ...reflexive("themselves", "3", "Plur"),
  ...["someone", "somebody", "something", "anyone", "anybody", "anything"].map(
    (word) => [word, { Number: "Sing", PronType: "Ind" }] as const,
  ),
  ...["everyone", "everybody", "everything"].map(
    (word) => [word, { Number: "Sing", PronType: "Tot" }] as const,
  ),
  ...["nobody", "nothing", "none"].map((word) => [word, { Number: "Sing", PronType: "Neg" }] as const),
  ["the", { Definite: "Def", PronType: "Art" }],
  ["a", { Definite: "Ind", PronType: "Art" }],
  ["an", { Definite: "Ind", PronType: "Art" }],
  ["this", { Number: "Sing", PronType: "Dem" }],
  ["these", { Number: "Plur", PronType: "Dem" }],
  ["those", { Number: "Plur", PronType: "Dem" }],
  ...["all", "every", "each", "both"].map((word) => [word, { PronType: "Tot" }] as const),
  ...["some", "any", "another", "either"].map((word) => [word, { PronType: "Ind" }] as const),
  ...["no", "neither"].map((word) => [word, { PronType: "Neg" }] as const),
]);

function personal(word: string, form: string, person: string, number?: string, gender?: string) {
  const features = { Case: form, Person: person, PronType: "Prs", ...numbered(number, gender) };
  return [[word, features]] as const;
}

function reflexive(word: string, person: string, number: string, gender?: string) {
  const features = {
    Case: "Acc",
    Person: person,
    PronType: "Prs",
    Reflex: "Yes",
    ...numbered(number, gender),
  };
  return [[word, features]] as const;
}

function owning(word: string, person: string, number?: string, gender?: string) {
  const features = { Case: "Gen", Person: person, Poss: "Yes", PronType: "Prs", ...numbered(number, gender) };
  return [[word, features]] as const;
}

function numbered(number: string | undefined, gender: string | undefined): Features {
  return { ...(number ? { Number: number } : NONE), ...(gender ? { Gender: gender } : NONE) };
}

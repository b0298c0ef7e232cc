import { isA, type Ontology } from "../model/ontology.ts";
import { byCodeUnit } from "../model/order.ts";
import { type NameTable, nameTable } from "./name-table.ts";

/** What an ontology says of words, arranged for looking up. All keys are in lower case. */
export interface Lexicon {
  readonly ontology: Ontology;
  readonly names: NameTable;
  /** Words before a person's name: titles and offices. */
  readonly titles: ReadonlySet<string>;
  /** The class that a type word tells: "province" tells `Region`; the narrowest class that lists it. */
  readonly classOfWord: ReadonlyMap<string, string>;
  /** Classes by the words for their organs, and for those who act for them. */
  readonly organClass: ReadonlyMap<string, string>;
  readonly memberClasses: ReadonlyMap<string, readonly string[]>;
  /** Lemmas of the verbs of all wordings. */
  readonly verbs: ReadonlySet<string>;
  /** The lemmas of those verbs by all their regular forms, and by the irregular ones that a parser may not know. */
  readonly verbForms: ReadonlyMap<string, string>;
  /** Lemmas of verbs of saying, which may end a sentence: "…, Iran claims." */
  readonly sayingVerbs: ReadonlySet<string>;
  /** Lemmas of the verbs whose direct object acts, so that a capital there stands for its state: "blamed Washington". */
  readonly agentVerbs: ReadonlySet<string>;
  /** Participles that a hyphen binds to who does it: "backed" of "US-backed". */
  readonly boundForms: ReadonlySet<string>;
  /** The most words that an entry of `titles` or `organClass` has. */
  readonly longest: number;
}

/** Arranges an ontology for the annotator; made once for a run. */
export function lexiconOf(ontology: Ontology): Lexicon {
  const classes = [...ontology.classes.values()].sort((a, b) => byCodeUnit(a.name, b.name));
  const classOfWord = new Map<string, string>();
  const organClass = new Map<string, string>();
  const memberClasses = new Map<string, string[]>();
  for (const { name, headWords, legalForms, organWords, memberWords } of classes) {
    for (const word of [...headWords, ...legalForms].map(lower)) {
      const before = classOfWord.get(word);
      if (!before || isA(ontology, name, before)) classOfWord.set(word, name);
    }
    for (const word of organWords.map(lower)) organClass.set(word, name);
    for (const word of memberWords.map(lower))
      memberClasses.set(word, [...(memberClasses.get(word) ?? []), name]);
  }
  // Words are compared without the stop at their ends: "U.S. Attorney".
  const titles = new Set(
    [...classes.flatMap((c) => c.titles), ...offices(ontology)].map((title) =>
      lower(title).replace(/\.(?=\s|$)/g, ""),
    ),
  );
  const longest = Math.max(1, ...[...titles, ...organClass.keys()].map((words) => words.split(" ").length));
  const names = nameTable(ontology);
  const verbs = verbsOf(ontology);
  return {
    ontology,
    names,
    titles,
    classOfWord,
    organClass,
    memberClasses,
    verbs,
    verbForms: formsOf(verbs),
    sayingVerbs: sayingVerbsOf(ontology),
    agentVerbs: agentVerbsOf(ontology),
    boundForms: boundFormsOf(ontology),
    longest,
  };
}

/** The nouns that say what a person is of something: "president", "prime minister". */
function offices(ontology: Ontology): readonly string[] {
  return [...ontology.relations.values()]
    .filter(({ domain }) => isA(ontology, domain, "Person"))
    .flatMap(({ wordings }) => wordings.filter(({ shape }) => shape === "copula"))
    .flatMap(({ anchors }) => anchors);
}

function verbsOf({ relations, attitudes }: Ontology): ReadonlySet<string> {
  const wordings = [...relations.values(), ...attitudes].flatMap((entry) => entry.wordings);
  return new Set(wordings.filter(({ shape }) => shape === "verb").flatMap(({ anchors }) => anchors));
}

const IRREGULAR = new Map([
  ["fled", "flee"],
  ["sought", "seek"],
  ["retook", "retake"],
  ["retaken", "retake"],
  ["overthrew", "overthrow"],
  ["overthrown", "overthrow"],
  ["overran", "overrun"],
  ["withdrew", "withdraw"],
]);

/** "shelled", "barred", "denied": a form that two verbs share is left out. */
function formsOf(verbs: ReadonlySet<string>): ReadonlyMap<string, string> {
  const forms = new Map<string, string | undefined>();
  for (const verb of verbs) {
    for (const form of regularForms(verb)) forms.set(form, forms.has(form) ? undefined : verb);
  }
  for (const [form, verb] of IRREGULAR) if (verbs.has(verb)) forms.set(form, verb);
  return new Map([...forms].flatMap(([form, verb]) => (verb === undefined ? [] : [[form, verb] as const])));
}

function regularForms(verb: string): readonly string[] {
  if (/[^aeiou]y$/.test(verb)) {
    const stem = verb.slice(0, -1);
    return [`${stem}ied`, `${stem}ies`, `${verb}ing`];
  }
  if (verb.endsWith("e")) return [`${verb}d`, `${verb}s`, `${verb.slice(0, -1)}ing`];
  const plain = [`${verb}ed`, `${verb}ing`, /(?:s|x|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`];
  const doubled = /[^aeiou][aeiou][bdglmnprt]$/.test(verb) ? `${verb}${verb.at(-1)}` : undefined;
  return doubled ? [...plain, `${doubled}ed`, `${doubled}ing`] : plain;
}

function sayingVerbsOf({ attitudes, relations }: Ontology): ReadonlySet<string> {
  const saying = [...attitudes, ...relations.values()]
    .filter(({ content }) => content?.speaker)
    .flatMap(({ wordings }) => wordings);
  return new Set(saying.filter(({ shape }) => shape === "verb").flatMap(({ anchors }) => anchors));
}

function agentVerbsOf(ontology: Ontology): ReadonlySet<string> {
  const takesAgent = [...ontology.relations.values()].filter(({ range }) => isA(ontology, range, "Agent"));
  const direct = takesAgent
    .flatMap(({ wordings }) => wordings)
    .filter(({ shape, rest: [first] }) => shape === "verb" && first?.kind === "slot" && first.role === "O");
  return new Set(direct.flatMap(({ anchors }) => anchors));
}

function boundFormsOf({ relations }: Ontology): ReadonlySet<string> {
  const wordings = [...relations.values()].flatMap((relation) => relation.wordings);
  return new Set(wordings.filter(({ shape }) => shape === "compound").flatMap(({ anchors }) => anchors));
}

function lower(text: string): string {
  return text.toLowerCase();
}

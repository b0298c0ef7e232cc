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
  /** Lemmas of verbs of saying, which may end a sentence: "…, Iran claims." */
  readonly sayingVerbs: ReadonlySet<string>;
  /** Lemmas of the verbs whose direct object acts, so that a capital there stands for its state: "blamed Washington". */
  readonly agentVerbs: ReadonlySet<string>;
  /** The most words that an entry of `titles` or `organClass` has. */
  readonly longest: number;
}

/** Arranges an ontology for the annotator; made once for a run. */
export function lexiconOf(ontology: Ontology): Lexicon {
  const classes = [...ontology.classes.values()].sort((a, b) => byCodeUnit(a.name, b.name));
  const classOfWord = new Map<string, string>();
  const organClass = new Map<string, string>();
  const memberClasses = new Map<string, string[]>();
  for (const { name, headWords, organWords, memberWords } of classes) {
    for (const word of headWords.map(lower)) {
      const before = classOfWord.get(word);
      if (!before || isA(ontology, name, before)) classOfWord.set(word, name);
    }
    for (const word of organWords.map(lower)) organClass.set(word, name);
    for (const word of memberWords.map(lower))
      memberClasses.set(word, [...(memberClasses.get(word) ?? []), name]);
  }
  const titles = new Set([...classes.flatMap((c) => c.titles), ...offices(ontology)].map(lower));
  const longest = Math.max(1, ...[...titles, ...organClass.keys()].map((words) => words.split(" ").length));
  const names = nameTable(ontology);
  return {
    ontology,
    names,
    titles,
    classOfWord,
    organClass,
    memberClasses,
    verbs: verbsOf(ontology),
    sayingVerbs: sayingVerbsOf(ontology),
    agentVerbs: agentVerbsOf(ontology),
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

function sayingVerbsOf({ attitudes }: Ontology): ReadonlySet<string> {
  const saying = attitudes.filter(({ content }) => content.speaker).flatMap(({ wordings }) => wordings);
  return new Set(saying.filter(({ shape }) => shape === "verb").flatMap(({ anchors }) => anchors));
}

function agentVerbsOf(ontology: Ontology): ReadonlySet<string> {
  const takesAgent = [...ontology.relations.values()].filter(({ range }) => isA(ontology, range, "Agent"));
  const direct = takesAgent
    .flatMap(({ wordings }) => wordings)
    .filter(({ shape, rest: [first] }) => shape === "verb" && first?.kind === "slot" && first.role === "O");
  return new Set(direct.flatMap(({ anchors }) => anchors));
}

function lower(text: string): string {
  return text.toLowerCase();
}

import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { clausesOf } from "../../src/annotate/clauses/index.ts";
import { annotator } from "../../src/annotate/index.ts";
import { bestTree } from "../../src/annotate/parser/tree.ts";
import { clauseLines } from "../../src/cli/clause-text.ts";
import type { AnnotatedDocument, Sentence, Token } from "../../src/model/annotated-document.ts";
import type { Clause, NounPhrase, SentenceClauses } from "../../src/model/clause.ts";
import { freezeAll } from "../contracts/freeze.ts";
import { buildTexts, claimLines } from "../support/build-text.ts";
import { caseFiles } from "../support/cases.ts";
import { hostileText, newsText } from "../support/hostile.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";

/** Every property reads hundreds of texts; other work may keep the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

const annotate = annotator(ontology, parser);
const known = new Map<string, AnnotatedDocument>();

/** A text as the pipeline reads it; all properties read the same texts, so each is read once. */
function annotated(text: string): AnnotatedDocument {
  const zones = [{ kind: "body" as const, start: 0, end: text.length }];
  const document = known.get(text) ?? annotate({ id: "text", text, zones });
  known.set(text, document);
  return document;
}

function linesIn(text: string): readonly string[] {
  const { sentences, clauses } = annotated(text);
  return sentences.flatMap((sentence, i) => clauseLines(sentence, clauses[i] as SentenceClauses));
}

const [file] = caseFiles(join(import.meta.dirname, "cases")).filter(({ name }) => name === "clauses");
describe("clauses", () => {
  test.for(file?.cases ?? [])("$name", ({ text, expected }) => {
    expect(linesIn(text)).toEqual(expected);
  });
});

/** The clause or phrase of a word in a text of one sentence, and the words of its numbers. */
function at(text: string, form: string) {
  const { sentences, clauses } = annotated(text);
  const tokens = (sentences[0] as Sentence).tokens;
  const own = (list: readonly { readonly head: number }[]) =>
    list.find(({ head }) => tokens[head]?.form === form);
  return {
    clause: own((clauses[0] as SentenceClauses).clauses) as Clause,
    phrase: own((clauses[0] as SentenceClauses).phrases) as NounPhrase,
    words: (numbers: readonly number[]) => numbers.map((number) => tokens[number]?.form),
  };
}

describe("what the lines do not show", () => {
  test("the preposition before what somebody is", () => {
    expect(at("Assad is in Moscow.", "Moscow").clause.marker).toBe("in");
    expect(at("Damascus is the capital of Syria.", "capital").clause.marker).toBe("");
  });

  test("who is told to be something, in a passive and in a copula", () => {
    const passive = at("Raqqa was captured by the rebels.", "captured");
    expect(passive.words(passive.clause.topics)).toEqual(["Raqqa"]);
    const copula = at("Oslo was quiet.", "quiet");
    expect(copula.words(copula.clause.topics)).toEqual(["Oslo"]);
  });

  test("adverbs, and where the predicate begins", () => {
    const { clause, words } = at("Turkey has reportedly attacked Syria.", "attacked");
    expect(clause.adverbs).toEqual(["reportedly"]);
    expect(words([clause.first, clause.head])).toEqual(["has", "attacked"]);
  });

  test("what stands before a noun, and how far it reaches", () => {
    const { phrase, words } = at(
      "The 12 Israeli air strikes on Gaza, which Egypt condemned, ended.",
      "strikes",
    );
    expect([phrase.lemma, phrase.determiner]).toEqual(["strike", "the"]);
    expect(words([phrase.number as number])).toEqual(["12"]);
    expect(words(phrase.modifiers)).toEqual(["Israeli", "air"]);
    expect(words([phrase.first, phrase.last])).toEqual(["The", "Gaza"]);
  });
});

/** Sentences as the parser reads them. */
const readSentence = fc
  .oneof(newsText(), hostileText())
  .map((text) => annotated(text).sentences)
  .filter(({ length }) => length > 0)
  .chain((sentences) => fc.constantFrom(...sentences));

/** Such a sentence with a tree that no parser would give it, and its tags and relations in another order. */
const shakenSentence = readSentence
  .filter(({ tokens }) => tokens.length <= 40)
  .chain((sentence) => {
    const n = sentence.tokens.length;
    const all = { minLength: n, maxLength: n };
    return fc.record({
      sentence: fc.constant(sentence),
      scores: fc.array(fc.integer({ min: 0, max: 99 }), { minLength: n * (n + 1), maxLength: n * (n + 1) }),
      tags: fc.array(fc.nat(n - 1), all),
      relations: fc.array(fc.nat(n - 1), all),
    });
  })
  .map(({ sentence, scores, tags, relations }): Sentence => {
    const heads = bestTree(Float32Array.from(scores), sentence.tokens.length);
    const tokenAt = (i: number | undefined) => sentence.tokens[i ?? 0] as Token;
    const tokens = sentence.tokens.map((token, i) => {
      const { upos, xpos } = tokenAt(tags[i]);
      const { deprel } = tokenAt(relations[i]);
      return { ...token, upos, xpos, head: heads[i] as number, deprel: heads[i] === 0 ? "root" : deprel };
    });
    return { ...sentence, tokens };
  });

function numbersOf({ clauses, phrases }: SentenceClauses): readonly number[] {
  const shared = [...clauses, ...phrases].flatMap(({ head, first, obliques, complements, above }) => [
    ...[head, first, ...(above ? [above.head] : [])],
    ...obliques.flatMap(({ heads }) => heads),
    ...complements.map((complement) => complement.head),
  ]);
  const ofClauses = clauses.flatMap(({ subjects, topics, objects, recipients, predicates }) => [
    ...[subjects, topics, objects, recipients, predicates].flat(),
  ]);
  const ofPhrases = phrases.flatMap(({ owners, modifiers, appositions, number, last }) => [
    ...[owners, modifiers, appositions].flat(),
    ...(number === undefined ? [last] : [number, last]),
  ]);
  return [...shared, ...ofClauses, ...ofPhrases];
}

describe.for([
  ["read", readSentence, 300],
  ["shaken", shakenSentence, 300],
] as const)("of any sentence as it is %s", ([, sentences, numRuns]) => {
  const holds = (check: (sentence: Sentence, read: SentenceClauses) => void) =>
    fc.assert(
      fc.property(sentences, (sentence) => check(sentence, clausesOf(sentence))),
      { numRuns, seed: 71 },
    );

  test("every number is a token", () => {
    holds(({ tokens }, read) => {
      expect(numbersOf(read).filter((number) => tokens[number] === undefined)).toEqual([]);
    });
  });

  test("heads are distinct, and in the order of the text", () => {
    holds((_, { clauses, phrases }) => {
      for (const list of [clauses, phrases]) {
        const heads = list.map(({ head }) => head);
        expect(heads).toEqual([...new Set(heads)].sort((a, b) => a - b));
      }
    });
  });

  test("a noun lies within its words", () => {
    holds((_, { phrases }) => {
      expect(phrases.filter(({ first, head, last }) => head < first || last < head)).toEqual([]);
    });
  });

  test("nothing hangs on itself, and no clause is its own subject", () => {
    holds((_, { clauses, phrases }) => {
      expect([...clauses, ...phrases].filter(({ head, above }) => above?.head === head)).toEqual([]);
      const own = ({ head, subjects, topics }: Clause) => [...subjects, ...topics].includes(head);
      expect(clauses.filter(own)).toEqual([]);
    });
  });

  test("the sentence is left as it is, and read alike again", () => {
    holds((sentence, read) => {
      const before = structuredClone(sentence);
      expect(clausesOf(freezeAll(sentence))).toEqual(read);
      expect(sentence).toEqual(before);
    });
  });
});

const VERBS = "armed shelled captured sued expelled bombed funded visited praised invaded".split(" ");
const PAIRS = [
  ["Egypt", "Chad"],
  ["Turkey", "Greece"],
  ["Iran", "Hezbollah"],
  ["Boeing", "Airbus"],
  ["Brazil", "Cuba"],
  ["Russia", "Ukraine"],
  ["Hamas", "Israel"],
  ["Saudi Arabia", "Yemen"],
] as const;
type Telling = (a: string, verb: string, b: string) => string;
const ACTIVE: Telling = (a, verb, b) => `${a} ${verb} ${b}.`;
const TELLINGS: readonly (readonly [string, Telling])[] = [
  ["in the passive", (a, verb, b) => `${b} was ${verb} by ${a}.`],
  ["with it is … that", (a, verb, b) => `It was ${a} that ${verb} ${b}.`],
  ["by a participle", (a, verb, b) => `${b}, ${verb} by ${a}, was quiet.`],
  ["in a relative clause", (a, verb, b) => `${a}, which ${verb} ${b}, was quiet.`],
];

/** The claims of articles of one sentence each, every verb with every pair of names. */
function claimsOf(telling: Telling, verbs: readonly string[]): readonly string[] {
  const texts = verbs.flatMap((verb) => PAIRS.map(([a, b]) => telling(a, verb, b)));
  const articles = texts.map((text) => [`${text}.txt`, text] as const);
  return claimLines(buildTexts(Object.fromEntries(articles)).graph);
}

describe("the claims are those of the active", () => {
  const claims = claimsOf(ACTIVE, VERBS);
  test("of which hardly two are the same", () => {
    expect(claims.length).toBeGreaterThan((VERBS.length - 2) * PAIRS.length);
  });

  test.for(TELLINGS)("%s", ([, telling]) => {
    expect(claimsOf(telling, VERBS)).toEqual(claims);
  });
});

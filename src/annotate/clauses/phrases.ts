import type { Token } from "../../model/annotated-document.ts";
import type { Complement, NounPhrase, Oblique } from "../../model/clause.ts";
import { markerOf, tieOf } from "./bonds.ts";
import { antecedentOf, childrenIn, type Dependencies, joinedTo, lower } from "./dependencies.ts";

const NOMINAL = /^(?:NOUN|PROPN|PRON|NUM|SYM|X)$/;
/** Relations of words that are a part of another word's phrase. */
const INSIDE = new Set(
  "flat fixed compound goeswith case mark punct cc aux cop det amod advmod nummod expl".split(" "),
);
const SHOWN_BY = new Set("nsubj obj iobj obl nmod appos".split(" "));

/** Whether a noun phrase hangs on a token. */
export function isPhraseHead({ tokens, relations }: Dependencies, token: number): boolean {
  const { upos, deprel } = tokens[token] as Token;
  if (deprel === "nmod:desc") return false;
  const relation = relations[token] as string;
  return NOMINAL.test(upos) ? !INSIDE.has(relation) : upos !== "VERB" && SHOWN_BY.has(relation);
}

const OWN = new Set("det amod compound nummod nmod flat fixed goeswith case".split(" "));
const MODIFIERS = new Set("amod compound".split(" "));
const APPOSITIONS = new Set(["appos"]);
const DETERMINERS = new Set(["det"]);
const FLAT = new Set(["flat"]);
const NUMBERS = new Set(["nummod"]);

/** The noun phrase of a token. */
export function phraseOf(tree: Dependencies, head: number): NounPhrase {
  const { tokens, children } = tree;
  const own = children[head] ?? [];
  const unmarked = own.filter((child) => isUnmarked(tree, child));
  const determiner = childrenIn(tree, head, DETERMINERS)[0];
  const { first, last } = extentOf(tree, head);
  return {
    head,
    lemma: (tokens[head] as Token).lemma.toLowerCase(),
    owners: own
      .filter((child) => tokens[child]?.deprel === "nmod:poss")
      .flatMap((child) => joinedTo(tree, antecedentOf(tree, child))),
    modifiers: [...childrenIn(tree, head, MODIFIERS), ...unmarked].sort((a, b) => a - b),
    // "Ann Lee of Poland": what hangs on the last name belongs to the whole.
    obliques: [head, ...childrenIn(tree, head, FLAT)].flatMap((part) => obliquesOf(tree, part, "nmod")),
    appositions: childrenIn(tree, head, APPOSITIONS),
    complements: complementsOf(tree, head),
    number: childrenIn(tree, head, NUMBERS)[0],
    determiner: determiner === undefined ? "" : lower(tree, determiner),
    first,
    last,
    above: tieOf(tree, head),
  };
}

/** "state" in "state media" hangs as a noun with no preposition. */
function isUnmarked(tree: Dependencies, token: number): boolean {
  const { deprel } = tree.tokens[token] as Token;
  return deprel === "nmod:desc" || (deprel === "nmod" && markerOf(tree, token) === "");
}

/** What prepositions bring to a token, by `obl` or `nmod`; "by" before the doer of a passive is left in. */
export function obliquesOf(tree: Dependencies, head: number, relation: "obl" | "nmod"): readonly Oblique[] {
  const found: Oblique[] = [];
  for (const child of tree.children[head] ?? []) {
    const own = tree.relations[child];
    if (own !== relation && own !== "obl" && !(own === "nmod" && tree.tokens[child]?.deprel === "nmod"))
      continue;
    const marker = markerOf(tree, child);
    // "the town they were driven from": a preposition is nothing that another brings.
    const stranded = tree.tokens[child]?.upos === "ADP" && tree.children[child]?.length === 0;
    if (stranded || (marker === "" && relation === "nmod")) continue;
    found.push({ marker, heads: joinedTo(tree, child).map((token) => antecedentOf(tree, token)) });
  }
  return found;
}

const COMPLEMENTS: ReadonlyMap<string, Complement["bond"]> = new Map([
  ["ccomp", "content"],
  ["xcomp", "content"],
  ["csubj", "content"],
  ["advcl", "adverbial"],
  ["acl", "attribute"],
  ["parataxis", "aside"],
]);

/** The clauses that hang on a token, relative ones left out. */
export function complementsOf(tree: Dependencies, head: number): readonly Complement[] {
  const found: Complement[] = [];
  for (const child of tree.children[head] ?? []) {
    const bond = COMPLEMENTS.get(tree.relations[child] as string);
    const relative = tree.tokens[child]?.deprel.endsWith(":relcl");
    if (bond && !relative) found.push({ head: child, bond, marker: markerOf(tree, child) });
  }
  return found;
}

/** From its first word to the last one before a relative clause or an apposition. */
function extentOf(tree: Dependencies, head: number): { readonly first: number; readonly last: number } {
  let first = head;
  let last = head;
  for (const child of tree.children[head] ?? []) {
    const relation = tree.relations[child] as string;
    if (!OWN.has(relation)) continue;
    if (child > head) last = Math.max(last, relation === "case" ? child : extentOf(tree, child).last);
    else if (relation !== "case") first = Math.min(first, outermost(tree, child));
  }
  return { first, last };
}

/** The first word of all that hangs on a word before a noun. */
function outermost(tree: Dependencies, token: number): number {
  let first = token;
  for (const child of tree.children[token] ?? []) first = Math.min(first, outermost(tree, child));
  return first;
}

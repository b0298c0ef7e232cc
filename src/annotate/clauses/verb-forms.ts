import type { Token } from "../../model/annotated-document.ts";
import type { Clause, Modal } from "../../model/clause.ts";
import { childrenIn, type Dependencies, lower } from "./dependencies.ts";

/** What the helping verbs, the ending and the negations around a verb say of it. */
export type VerbForm = Pick<Clause, "form" | "passive" | "negated" | "modal" | "past" | "adverbs" | "first">;

const MODALS: ReadonlyMap<string, Modal> = new Map([
  ...["will", "shall"].map((word) => [word, "future"] as const),
  ["would", "conditional"] as const,
  ...["may", "might", "could", "can"].map((word) => [word, "possible"] as const),
  ...["should", "must", "ought"].map((word) => [word, "demanded"] as const),
]);
/** Words that deny what they stand beside. */
const NOT = new Set("not n't n’t never nor neither".split(" "));
const NOBODY = new Set("nobody none nothing no-one neither".split(" "));
const AUXILIARIES = new Set(["aux"]);
const COPULAS = new Set(["cop"]);
const ADVERBS = new Set("advmod cc preconj discourse".split(" "));
const DETERMINERS = new Set(["det", "cc", "advmod"]);

/** Reads the form of a verb, or of the "be" before a noun. */
export function verbFormOf(tree: Dependencies, head: number, copula: boolean): VerbForm {
  const helpers = childrenIn(tree, head, AUXILIARIES);
  const be = copula ? [...childrenIn(tree, head, COPULAS), ...helpers.slice(-1)] : [];
  const main = copula ? (be[0] as number) : head;
  const lemmas = helpers.map((token) => (tree.tokens[token] as Token).lemma.toLowerCase());
  const adverbs = childrenIn(tree, head, ADVERBS)
    .filter((token) => !deniesNext(tree, token, head))
    .map((token) => lower(tree, token));
  const passive = !copula && isPassive(tree, head, helpers, lemmas);
  return {
    form: formOf(tree, main, helpers, lemmas, passive),
    passive,
    // "is no ally"
    negated: isNegated(tree, head, adverbs) || (copula && isNobody(tree, head)),
    modal: lemmas.map((lemma) => MODALS.get(lemma)).find(Boolean),
    past: isPast(tree, main, lemmas, passive),
    adverbs,
    first: Math.min(main, ...helpers.filter((helper) => helper < head)),
  };
}

function isPassive(
  tree: Dependencies,
  head: number,
  helpers: readonly number[],
  lemmas: readonly string[],
): boolean {
  const { tokens, children, relations, heads } = tree;
  const perfect = lemmas.includes("have") && !lemmas.some((lemma) => lemma === "be" || lemma === "get");
  if (perfect) return false;
  const told = helpers.some((token) => tokens[token]?.deprel === "aux:pass");
  const suffers = children[head]?.some((child) => tokens[child]?.deprel === "nsubj:pass") ?? false;
  const { xpos } = tokens[head] as Token;
  if (told || (suffers && xpos === "VBN")) return true;
  const participle = xpos === "VBN" || (xpos === "VBD" && hasAgent(tree, head));
  const acts = children[head]?.some((child) => tokens[child]?.deprel === "nsubj" && child < head);
  if (!participle || (acts && helpers.length === 0)) return false;
  const above = heads[head] as number;
  switch (relations[head]) {
    case "acl":
      return tokens[head]?.deprel !== "acl:relcl" || helpers.length === 0;
    case "advcl":
    case "xcomp":
    case "parataxis":
      return helpers.length === 0;
    case "conj":
      return helpers.length === 0 && isVerb(tokens[above]) && isPassiveFirst(tree, above);
    default:
      return xpos === "VBN" && helpers.length === 0;
  }
}

function isPassiveFirst(tree: Dependencies, first: number): boolean {
  const helpers = childrenIn(tree, first, AUXILIARIES);
  const lemmas = helpers.map((token) => (tree.tokens[token] as Token).lemma.toLowerCase());
  return isPassive(tree, first, helpers, lemmas);
}

function hasAgent({ tokens, children, relations }: Dependencies, head: number): boolean {
  const takesObject = children[head]?.some((child) => relations[child] === "obj" && child > head);
  const agent = children[head]?.some((child) => {
    const by = children[child]?.some((mark) => tokens[mark]?.lemma === "by" && relations[mark] === "case");
    return relations[child] === "obl" && by;
  });
  return agent === true && takesObject !== true;
}

function formOf(
  tree: Dependencies,
  main: number,
  helpers: readonly number[],
  lemmas: readonly string[],
  passive: boolean,
): Clause["form"] {
  const first = tree.tokens[helpers[0] ?? main] as Token;
  if (lemmas.some((lemma) => MODALS.has(lemma))) return "finite";
  if (first.xpos === "VBG") return "gerund";
  if (helpers.length === 0 && passive) return "participle";
  const to = tree.children[main]?.some((child) => child < main && isTo(tree.tokens[child]));
  const head = tree.heads[main] as number;
  const copulaTo =
    head >= 0 && tree.children[head]?.some((child) => child < main && isTo(tree.tokens[child]));
  if (to || (tree.relations[main] === "cop" && copulaTo)) return "infinitive";
  const bare = first.xpos === "VB" && helpers.length === 0 && tree.relations[main] === "xcomp";
  return bare ? "infinitive" : "finite";
}

function isTo(token: Token | undefined): boolean {
  return token?.lemma === "to" && token.deprel === "mark";
}

function isPast(tree: Dependencies, main: number, lemmas: readonly string[], passive: boolean): boolean {
  const { xpos } = tree.tokens[main] as Token;
  if (lemmas.some((lemma) => MODALS.has(lemma))) return false;
  if (lemmas.includes("have")) return true;
  // "is attacked" and "is being attacked" are not gone by.
  const helper = childrenIn(tree, main, AUXILIARIES)[0];
  if (passive) return helper === undefined || tree.tokens[helper]?.xpos === "VBD";
  const did = tree.children[main]?.some((child) => /^(?:did|was|were|had)$/.test(lower(tree, child)));
  return xpos === "VBD" || xpos === "VBN" || did === true;
}

/** "vowed never to attack", "not only attacked": it belongs to what follows. */
function deniesNext({ tokens }: Dependencies, adverb: number, head: number): boolean {
  const word = tokens[adverb]?.form.toLowerCase() ?? "";
  const next = tokens[adverb + 1];
  if (!NOT.has(word) || !next) return false;
  return (adverb > head && isTo(next)) || /^(?:only|just|merely|simply|least)$/i.test(next.form);
}

function isNegated(tree: Dependencies, head: number, adverbs: readonly string[]): boolean {
  if (adverbs.some((word) => NOT.has(word)) || isNoLonger(tree, head)) return true;
  const to = (tree.children[head] ?? []).find((child) => child < head && isTo(tree.tokens[child]));
  if (to !== undefined && NOT.has(tree.tokens[to - 1]?.form.toLowerCase() ?? "")) return true;
  // "neither attacked nor bombed": the parser may hang it on the subject.
  if (tree.tokens[head - 1]?.form.toLowerCase() === "neither") return true;
  return (tree.children[head] ?? []).some((child) => {
    if (!/^(?:nsubj|obj)/.test(tree.relations[child] as string)) return false;
    return isNobody(tree, child);
  });
}

/** "no soldiers", "neither side", "nobody" */
function isNobody(tree: Dependencies, token: number): boolean {
  if (NOBODY.has(lower(tree, token))) return true;
  return childrenIn(tree, token, DETERMINERS).some(
    (child) => child < token && /^(?:no|neither)$/.test(lower(tree, child)),
  );
}

function isNoLonger(tree: Dependencies, head: number): boolean {
  return (tree.children[head] ?? []).some(
    (child) => /^longer$/i.test(lower(tree, child)) && tree.tokens[child - 1]?.form.toLowerCase() === "no",
  );
}

/** Whether a token is a verb that stands for itself. */
export function isVerb(token: Token | undefined): boolean {
  return token?.upos === "VERB" || (token?.upos === "AUX" && !/^(?:aux|cop)/.test(token.deprel));
}

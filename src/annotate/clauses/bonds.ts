import type { Token } from "../../model/annotated-document.ts";
import type { Bond, Tie } from "../../model/clause.ts";
import { childrenIn, type Dependencies, lower, wordsOf } from "./dependencies.ts";

const BONDS: ReadonlyMap<string, Bond> = new Map([
  ["nsubj", "subject"],
  ["csubj", "content"],
  ["obj", "object"],
  ["iobj", "object"],
  ["obl", "oblique"],
  ["advmod", "oblique"],
  ["nmod", "oblique"],
  ["appos", "apposition"],
  ["ccomp", "content"],
  ["xcomp", "content"],
  ["advcl", "adverbial"],
  ["acl", "attribute"],
  ["conj", "conjunct"],
]);
const BY_SUBTYPE: ReadonlyMap<string, Bond> = new Map([
  ["acl:relcl", "relative"],
  ["advcl:relcl", "relative"],
  ["nmod:poss", "owner"],
  ["nmod:desc", "modifier"],
]);
const MODIFIERS = new Set("compound amod nummod det flat fixed goeswith".split(" "));

/** Where a token hangs; undefined for the root. */
export function tieOf(tree: Dependencies, token: number): Tie | undefined {
  const head = tree.heads[token] as number;
  if (head < 0) return undefined;
  return { head, bond: bondOf(tree, token), marker: markerOf(tree, token) };
}

function bondOf(tree: Dependencies, token: number): Bond {
  const relation = tree.relations[token] as string;
  if (MODIFIERS.has(relation)) return "modifier";
  return BY_SUBTYPE.get((tree.tokens[token] as Token).deprel) ?? BONDS.get(relation) ?? "aside";
}

const MARKS = new Set(["mark"]);
const CASES = new Set(["case"]);
const ADVERBS = new Set(["advmod"]);

/** The conjunction or preposition that opens a clause or phrase, in lower case; empty where there is none. */
export function markerOf(tree: Dependencies, token: number): string {
  const marks = childrenIn(tree, token, MARKS).filter((mark) => mark < token && !isOfTime(tree, token, mark));
  if (marks.length > 0) return plainMarker(wordsOf(tree, marks));
  const cases = childrenIn(tree, token, CASES).filter((mark) => mark < token);
  if (cases.length > 0) return wordsOf(tree, cases);
  const joined = childrenIn(tree, token, ADVERBS).find((child) => wordsOf(tree, [child]) === "so as to");
  if (joined !== undefined) return "to";
  const asks = childrenIn(tree, token, ADVERBS).find((child) => tree.tokens[child]?.xpos === "WRB");
  return asks === undefined || asks > token ? "" : lower(tree, asks);
}

/** "said on Saturday Turkey may attack": the preposition is that of the day. */
function isOfTime({ tokens, heads }: Dependencies, token: number, mark: number): boolean {
  const next = tokens[mark + 1];
  return next?.deprel === "obl:unmarked" && heads[mark + 1] === token;
}

/** "in order to" and "so as to" are "to"; "for Iran to leave" is "to". */
function plainMarker(words: string): string {
  return /^(?:in order|so as|for) to$/.test(words) ? "to" : words;
}

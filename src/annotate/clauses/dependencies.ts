import type { Token } from "../../model/annotated-document.ts";

/** The tree of a sentence arranged for walking downwards. All numbers are tokens, counted from 0. */
export interface Dependencies {
  readonly tokens: readonly Token[];
  /** -1 for the root. */
  readonly heads: readonly number[];
  /** The relation of each token to its head without its subtype: `nsubj` of `nsubj:pass`. */
  readonly relations: readonly string[];
  /** In the order of the text. */
  readonly children: readonly (readonly number[])[];
}

/** Arranges the tree of a sentence. */
export function dependenciesOf(tokens: readonly Token[]): Dependencies {
  const children: number[][] = tokens.map(() => []);
  const heads = tokens.map(({ head }) => head - 1);
  const relations = tokens.map(({ deprel }) => {
    const colon = deprel.indexOf(":");
    return colon < 0 ? deprel : deprel.slice(0, colon);
  });
  heads.forEach((head, i) => {
    if (head >= 0) children[head]?.push(i);
  });
  return { tokens, heads, relations, children };
}

/** The children of a token in one of some relations, in the order of the text. */
export function childrenIn(
  { children, relations }: Dependencies,
  token: number,
  wanted: ReadonlySet<string>,
): readonly number[] {
  const found: number[] = [];
  for (const child of children[token] ?? []) if (wanted.has(relations[child] as string)) found.push(child);
  return found;
}

/** A token and those joined to it by "and", commas or "or", in the order of the text. */
export function joinedTo(tree: Dependencies, token: number): readonly number[] {
  // A verb joined to a noun is a mistake of the parser.
  const others = childrenIn(tree, token, CONJUNCT).filter((other) => tree.tokens[other]?.upos !== "VERB");
  if (others.length === 0) return [token];
  const [next] = others;
  // "housing and property initiatives": what looks like a noun of its own is half of another’s modifier.
  if (next !== undefined && isHalfModifier(tree, token, next)) return joinedTo(tree, next);
  // "Syria and others": what is joined to what is joined counts too, and "but not Iran" does not.
  return [
    token,
    ...others.filter((other) => !isDenied(tree, other)).flatMap((other) => joinedTo(tree, other)),
  ];
}

function isHalfModifier({ tokens, children, relations }: Dependencies, token: number, next: number): boolean {
  const bare = (children[token] ?? []).every((child) =>
    /^(?:conj|cc|punct|case)$/.test(relations[child] ?? ""),
  );
  const led = (children[next] ?? []).some((child) => relations[child] === "compound" && child === next - 1);
  return bare && led && tokens[token]?.xpos === "NN" && tokens[next]?.xpos === "NNS";
}

const CONJUNCT = new Set(["conj"]);
const JOINS = new Set(["cc", "advmod"]);

/** "Turkey, not Iran": the second is left out. */
function isDenied(tree: Dependencies, token: number): boolean {
  return childrenIn(tree, token, JOINS).some((child) => {
    const { lemma } = tree.tokens[child] as Token;
    return child < token && (lemma === "not" || lemma === "but");
  });
}

/** The words of some tokens and what is fixed to them, in lower case: "because of". */
export function wordsOf(tree: Dependencies, tokens: readonly number[]): string {
  return tokens
    .flatMap((token) => [token, ...childrenIn(tree, token, FIXED)])
    .map((token) => lower(tree, token))
    .join(" ");
}

const FIXED = new Set(["fixed"]);

/** The form of a token in lower case. */
export function lower(tree: Dependencies, token: number): string {
  return (tree.tokens[token] as Token).form.toLowerCase();
}

/** The noun that a relative pronoun stands for; any other token is itself. */
export function antecedentOf({ tokens, heads }: Dependencies, token: number): number {
  if (!/^W(?:DT|P\$?)$/.test(tokens[token]?.xpos ?? "")) return token;
  for (let at = token; at >= 0; at = heads[at] as number) {
    if (tokens[at]?.deprel === "acl:relcl") return heads[at] as number;
    if (at !== token && /^(?:ccomp|advcl|root)/.test(tokens[at]?.deprel ?? "")) return token;
  }
  return token;
}
